"""Seeded random reports in every element of the standard, and their texts in every script."""

import random
from collections.abc import Callable, Iterator

from webcare_desk.domain.e2b import BATCH, REPORT, Null, Section, Value, section
from webcare_desk.pv.e2b.elements import REPEATING, Element, Kind, elements
from webcare_desk.pv.e2b.units import UNITS

_PLANES = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
_WORDS = (
    *(
        "hoofdpijn",
        "ألم شديد",
        "頭痛",
        "👩‍👩‍👧",
        "<b>&amp;</b>",
        "]]>",
        '"',
        "'",
        "\u202eabc",
        "e\u0301",
    ),
    *("zware uitslag", "😖", "שלום", "\t", "line\nline", "&#0;", "{E.i.1}"),
)
_LANGUAGES = ("dut", "eng", "fre", "ger")
_COUNTRIES = ("C.2.r.3", "C.3.4.5", "C.5.1.r.2", "E.i.9", "G.k.2.4", "G.k.3.2")
#: What must agree with another element is set by hand below.
_BY_HAND = frozenset(
    {"C.1.11.1", "C.1.11.2", "C.2.r.5", "F.r.3.2", "F.r.3.3", "G.k.1", "G.k.9.i.1"}
)
_PAIRED = {
    *("D.2.2", "D.2.2.1", "D.10.2.2", "E.i.6", "G.k.4.r.1", "G.k.4.r.6", "G.k.5", "G.k.6"),
    *("G.k.9.i.3.1", "G.k.9.i.3.2"),
}
#: What stands only with another element.
_NEEDED = {
    "C.1.9.1.r.1": {"C.1.9.1.r.2"},
    "D.9.1": {"D.9.3"},
    "F.r.1": {"F.r.2.1", "F.r.3.1"},
    "F.r.2.1": {"F.r.3.1"},
    "F.r.2.2b": {"F.r.3.1"},
    "G.k.3.1": {"G.k.3.2"},
    "G.k.4.r.2": {"G.k.4.r.3"},
}
#: Their units are those of the list; those of a span of time are codes of their elements.
_DOSES = frozenset({"F.r.3.3", "G.k.2.3.r.3b", "G.k.4.r.1b", "G.k.5b"})
_SYSTEMS = {
    "D.8.r.2b": "2.16.840.1.113883.6.69",
    "D.10.8.r.2b": "2.16.840.1.113883.6.69",
    "G.k.2.1.1b": "2.16.840.1.113883.6.69",
    "G.k.2.3.r.2b": "2.16.840.1.113883.4.9",
    "G.k.4.r.9.2b": "0.4.0.127.0.16.1.1.2.1",
    "G.k.4.r.10.2b": "0.4.0.127.0.16.1.1.2.6",
    "G.k.4.r.11.2b": "0.4.0.127.0.16.1.1.2.6",
}
LONG_NARRATIVE = 100_000


def text(rng: random.Random, most: int) -> str:
    """Return a text with a visible first and last character, of at most `most` characters."""
    wanted = rng.randint(1, min(most, 60))
    found = ""
    while len(found) < wanted:
        if rng.random() < 0.5:
            found += rng.choice(_WORDS)
        else:
            low, high = rng.choice(_PLANES)
            found += chr(rng.randint(low, high))
    return f"x{found}"[: most - 1].rstrip() + "y" if most > 1 else "x"


def date(rng: random.Random, least: str) -> str:
    """Return a past time, no less exact than `least`."""
    whole = f"{rng.randint(1930, 2024)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    whole += f"{rng.randint(0, 23):02}{rng.randint(0, 59):02}{rng.randint(0, 59):02}"
    lengths = {"year": (4, 6, 8, 12, 14), "day": (8, 12, 14), "second": (14,)}[least]
    length = rng.choice(lengths)
    return whole[:length] + (rng.choice(("+0200", "-0500", "")) if length > 8 else "")


def value(rng: random.Random, element: Element) -> Value:
    """Return a value that the element may have."""
    if element.nulls and rng.random() < 0.1 and element.code != "F.r.3.2":
        return Null[rng.choice(element.nulls)]
    made: dict[Kind, Callable[[], str]] = {
        Kind.CODE: lambda: rng.choice(element.codes),
        Kind.BOOL: lambda: rng.choice(element.codes),
        Kind.DATE: lambda: date(rng, element.least),
        Kind.MEDDRA: lambda: f"{rng.randint(10_000_000, 10_099_999)}",
        Kind.NUMBER: lambda: str(rng.randint(1, 999))[: element.length],
        Kind.WORD: lambda: f"T{rng.randint(1, 10**6)}"[: element.length],
        Kind.DOCUMENT: lambda: "QUJD",
        Kind.TEXT: lambda: text(rng, element.length),
    }
    return _special(rng, element.code) or made[element.kind]()


def _special(rng: random.Random, code: str) -> str:
    numbers = {"C.1.1": "NL-AGENCY-", "C.1.8.1": "NL-AGENCY-"}
    numbers |= dict.fromkeys(("C.2.r.2.7", "C.3.4.6", "C.3.4.7", "C.3.4.8"), "+31 20 ")
    if code in numbers:
        return f"{numbers[code]}{rng.randint(10**6, 10**7 - 1)}"
    known: dict[str, tuple[str, ...]] = {
        **dict.fromkeys(("E.i.1.1b", "H.5.r.1b"), _LANGUAGES),
        **dict.fromkeys(_COUNTRIES, ("NL", "BE", "DE")),
        **dict.fromkeys(_DOSES, UNITS),
        # In the largest unit of an age, a decade, as old as people are.
        **dict.fromkeys(("D.2.2a", "D.10.2.2a"), ("1", "9", "12")),
        "E.i.2.1a": ("28.1",),
    }
    return rng.choice(known[code]) if code in known else ""


def batch(seed: int) -> Section:
    """Return the report of a seed: any elements, 1 to 20 reactions and drugs."""
    rng = random.Random(seed)  # noqa: S311 - a report, not a secret
    root = {each.code: value(rng, each) for each in elements().values() if each.section == BATCH}
    report = _report(rng)
    message: Value = report.text("C.1.1")
    values = {**dict(report.values), "N.2.r.1": message, "N.2.r.4": report.get("C.1.2")}
    return section(BATCH, root, section(REPORT, values, *report.sections))


def _report(rng: random.Random) -> Section:
    ids = [str(uuid(rng)) for _ in range(rng.randint(1, 20))]
    reactions = [_one(rng, "E.i", {"E.i@id": each}) for each in ids]
    drugs = [_drug(rng, ids, place) for place in range(rng.randint(1, 20))]
    reporters = [_one(rng, "C.2.r", {"C.2.r.3": "NL"}) for _ in range(rng.randint(1, 3))]
    reporters[0] = section("C.2.r", {**dict(reporters[0].values), "C.2.r.5": "1"})
    others = [code for code in REPEATING if not code.startswith(("E.", "G.", "C.2.r"))]
    more = [_one(rng, code, {}) for code in others for _ in range(rng.choice((0, 0, 1, 2)))]
    kept = [each for each in more if each.values]
    values = _values(rng, REPORT, {})
    values |= {"C.1.2": "20250102030405+0100", "C.1.4": "20240301", "C.1.5": "202404021200+0200"}
    values |= {"C.1.6.1": "false", "C.3.2": "an organisation", "H.1": text(rng, 60) * 20}
    has_others = any(each.text("C.1.9.1.r.1") for each in kept)
    values["C.1.9.1"] = "true" if has_others else Null.NI
    if values["C.1.3"] == "2":
        values.setdefault("C.5.4", "3")
    if rng.random() < 0.02:
        values["H.1"] = "n" * (LONG_NARRATIVE - 4) + "👩‍👧y"
    if rng.random() < 0.2:
        values |= {"C.1.11.1": rng.choice(("1", "2")), "C.1.11.2": text(rng, 2000)}
    return section(REPORT, values, *reactions, *drugs, *reporters, *kept)


def _drug(rng: random.Random, ids: list[str], place: int) -> Section:
    inner = [
        _one(rng, code, {})
        for code in ("G.k.2.3.r", "G.k.4.r", "G.k.7.r", "G.k.10.r")
        for _ in range(rng.choice((0, 1, 2)))
    ]
    matrix = []
    for each in rng.sample(ids, rng.randint(0, min(2, len(ids)))):
        assessed = [section("G.k.9.i.2.r", {"G.k.9.i.2.r.3": text(rng, 60)})]
        matrix.append(section("G.k.9.i", {"G.k.9.i.1": each, "G.k.9.i.4": "1"}, *assessed))
    made = _one(rng, "G.k", {"G.k@id": uuid(rng), "G.k.1": "1" if place == 0 else "2"})
    kept = [each for each in inner if each.values]
    return section("G.k", dict(made.values), *kept, *matrix)


def _one(rng: random.Random, code: str, fixed: dict[str, Value]) -> Section:
    return section(code, {**_values(rng, code, fixed), **fixed})


def _values(rng: random.Random, code: str, fixed: dict[str, Value]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for each in elements().values():
        if each.section != code or each.code in _BY_HAND or each.code in fixed:
            continue
        if each.mandatory or rng.random() < 0.5:
            values[each.code] = value(rng, each)
    return dict(_agreed(values))


def _agreed(values: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    """Give the values that can stand together: pairs whole, one identifier a product."""
    for code, found in values.items():
        pair = code[:-1]
        if pair in _PAIRED and not {f"{pair}a", f"{pair}b"} <= values.keys():
            continue
        if code.endswith(("E.i.5", "G.k.4.r.5", "D.7.1.r.4")) or _is_second(code, values):
            continue
        if not _NEEDED.get(code, set()) <= values.keys():
            continue
        if code in {"E.i.1.1b", "H.5.r.1b"} and f"{code[:-1]}a" not in values:
            continue
        yield code, found
        if code in _SYSTEMS:
            yield f"{code}@codeSystem", _SYSTEMS[code]
        if code in {"E.i.1.1a", "H.5.r.1a"}:
            yield f"{code[:-1]}b", "dut"


def _is_second(code: str, values: dict[str, Value]) -> bool:
    """Say whether a product's other identifier stands there: there is room for one."""
    home, _, last = code.rpartition(".")
    pairs = {"2a": "2b", "3a": "3b", "1a": "1b"}
    if code in {"D.8.r.3a", "D.8.r.3b", "D.10.8.r.3a", "D.10.8.r.3b"}:
        return any(f"{home}.2{letter}" in values for letter in "ab")
    if code in {"G.k.2.1.2a", "G.k.2.1.2b"}:
        return any(f"G.k.2.1.1{letter}" in values for letter in "ab")
    if last in pairs and code in _VERSIONS:
        return f"{home}.{pairs[last]}" not in values
    return False


_VERSIONS = frozenset({"D.8.r.2a", "D.10.8.r.2a", "G.k.2.1.1a", "G.k.2.3.r.2a"})


def uuid(rng: random.Random) -> str:
    """Return an identifier inside a message."""
    digits = f"{rng.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
