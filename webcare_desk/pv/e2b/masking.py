"""The masked copy of a report (GVP VI, Addendum II): what EudraVigilance may hold of a person.

Thirteen elements are masked, eleven left out, and free text is scanned: e-mail, telephone, IBAN,
handles, addresses on the web with more than a host, and every name that the report itself holds,
with its parts and however its accents are written.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from webcare_desk.domain.e2b import Null, Section, Value, section, walk
from webcare_desk.pv.e2b.elements import Kind, elements
from webcare_desk.pv.e2b.folding import ends_at, folded
from webcare_desk.pv.e2b.persons import parts_of

MASKED = (
    *("C.2.r.1.1", "C.2.r.1.2", "C.2.r.1.3", "C.2.r.1.4"),
    *("C.2.r.2.1", "C.2.r.2.2", "C.2.r.2.3", "C.2.r.2.6", "C.2.r.2.7"),
    *("D.1.1.1", "D.1.1.2", "D.1.1.3", "D.10.1"),
)
BLANK = (
    *("C.3.3.2", "C.3.3.3", "C.3.3.4", "C.3.3.5"),
    *("C.3.4.1", "C.3.4.2", "C.3.4.3", "C.3.4.4", "C.3.4.5", "C.3.4.6", "C.3.4.7"),
)
MARK = "[MSK]"
#: The shortest number that is looked for in a text; a name is looked for at any length.
_SHORTEST = 3
#: The names of reporters, by whose parts they sign; and what a text is about.
_PERSONS, _ABOUT = ("C.2.r.1.2", "C.2.r.1.3", "C.2.r.1.4"), ("E.i.1.1a", "G.k.2.2")
#: Identifiers and codes of the message itself, which no person can be found by.
_KEPT = ("N.", "C.1.1", "C.1.8.1", "C.3.2", "E.i.1.1b", "H.5.r.1b")
_PATTERNS = (
    re.compile(
        r"(?i)\b(?:https?://|www\.)(?P<host>[^\s/?#@<>\"“”]+@)?[^\s/?#<>\"“”]+[/?#][^\s<>\"“”)]*"
    ),
    re.compile(r"(?i)\bhttps?://[^\s/@]+@[^\s]+"),
    # An address as people type it; only well-known endings, for “pijn.misselijk/moe” is none.
    re.compile(
        r"(?i)(?<![\w@./-])(?:[\w-]+\.)+(?:com|net|org|info|nl|be|eu|de|fr|lu|uk|ie|us|ca|au|at|ch"
        r"|tv|me|io|co|app|gg|ly|fm|link|page|site|blog|social|online)/[^\s<>\"“”)]+"
    ),
    re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}\b"),
    re.compile(r"(?<![\w/])@[\w.][\w.-]*"),
    re.compile(
        r"(?<![\w.])(?!\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})"
        r"(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){8,14}(?!\w)"
    ),
)


def masked(batch: Section, names: Iterable[str] = ()) -> Section:
    """Return the masked copy of a batch; `names` are further names to look for in its texts."""
    parts = parts_of(_texts(batch, _PERSONS), _texts(batch, _ABOUT))
    return _masked(batch, _finder({*names, *_texts(batch, (*MASKED, *BLANK)), *parts}))


def without_persons(text: str, names: Iterable[str]) -> str:
    """Return a text in which the names, and whatever else the scan looks for, are masked."""
    found = text
    for pattern in _PATTERNS:
        found = pattern.sub(lambda each: MARK if _is_telling(each) else each[0], found)
    return without_names(found, names)


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text in which the names alone are masked."""
    return _without(text, _finder(set(names)))


def found_in(text: str) -> bool:
    """Say whether a text still holds what the scan looks for, names aside."""
    return any(_is_telling(found) for pattern in _PATTERNS for found in pattern.finditer(text))


def scanned(code: str) -> bool:
    """Say whether an element is free text in which a person could be named."""
    if "@" in code:
        return code.endswith("@reference")
    element = elements().get(code)
    free = element is not None and element.kind in {Kind.TEXT, Kind.DOCUMENT}
    return free and not code.startswith(_KEPT)


def _texts(batch: Section, codes: Collection[str]) -> Iterator[str]:
    """Give what some elements hold."""
    for _, each in walk(batch):
        for code, value in each.values:
            if isinstance(value, str) and code in codes:
                yield value


def _finder(names: set[str]) -> re.Pattern[str] | None:
    """Return what finds the names in a folded text, the longest first, whole words only."""
    told = {folded(name).text.strip() for name in names if _is_name(name.strip())}
    ways = (map(re.escape, name.split()) for name in sorted(told, key=len, reverse=True) if name)
    parts = [r"\s+".join(words) for words in ways]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def _without(text: str, names: re.Pattern[str] | None) -> str:
    """Return a text in which what `names` finds is masked, however its accents are written."""
    if names is None:
        return text
    found, parts, done = folded(text), list[str](), 0
    for name in names.finditer(found.text):
        parts += (text[done : found.places[name.start()]], MARK)
        done = ends_at(text, found.places[name.end() - 1])
    return "".join((*parts, text[done:]))


def _is_name(text: str) -> bool:
    return len(text) >= _SHORTEST or any(map(str.isalpha, text))


def _masked(found: Section, names: re.Pattern[str] | None) -> Section:
    values: dict[str, Value | None] = {}
    for code, value in found.values:
        if code in MASKED:
            values[code] = value if isinstance(value, Null) else Null.MSK
        elif code not in BLANK and not _is_attachment(code):
            values[code] = _clean(value, names) if scanned(code) else value
    inner = (_masked(each, names) for each in found.sections)
    return section(found.code, values, *(each for each in inner if each.values or each.sections))


def _is_attachment(code: str) -> bool:
    """Say whether it is a file, whose content no scan of a text can answer for."""
    return code.startswith(("C.1.6.1.r.2", "C.4.r.2"))


def _clean(value: Value, names: re.Pattern[str] | None) -> Value:
    if isinstance(value, Null):
        return value
    text = value
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: MARK if _is_telling(found) else found[0], text)
    return _without(text, names)


def _is_telling(found: re.Match[str]) -> bool:
    return found[0] != MARK
