"""PV's list from a file: which column means what, and each line as the comparison wants it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final

from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_rows import FileRow, columns_of, rows_in
from webcare_desk.domain.audit import Digest, digest
from webcare_desk.domain.listed import ListStatus, Theirs
from webcare_desk.domain.spelling import trimmed
from webcare_desk.errors import MalformedError, UsageError
from webcare_desk.reports.csv_guard import guarded, unguarded
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of PV's list by their meaning; an empty name means none.

    `verbatim` holds the text itself, `hash` its SHA-256; either will do.
    """

    reference: str = ""
    link: str = ""
    verbatim: str = ""
    hash: str = ""
    number: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class PvList:
    """What a file gave: its lines, and the rows that could not be read, with a sentence each."""

    lines: tuple[Theirs, ...]
    rejected: tuple[tuple[int, str], ...]


#: Names that lists give to their columns, best first, letters only.
_NAMES: Final = {
    "reference": (
        "yourreference yourref yourcasereference uwreferentie uwkenmerk "
        "ourreference agencyreference reference webcarereference localreference senderscasesafetyreportid "
        "safetyreportid onzereferentie referentie kenmerk"
    ),
    "link": "permalink link url posturl commenturl",
    "verbatim": "verbatim text comment message tekst bericht",
    "hash": "verbatimsha verbatimhash sha hash digest",
    "number": (
        "pvnumber casenumber caseno casereference pvreference casusnummer dossiernummer nummervanpv pvnummer "
        "aerno aernumber aer icsrnumber icsrno icsrid arguscasenumber argusnumber caseid casusid"
    ),
    "status": "status decision besluit oordeel state pvstatus",
}
_STATUS: Final = {
    "received": ListStatus.RECEIVED,
    "ontvangen": ListStatus.RECEIVED,
    "acknowledged": ListStatus.RECEIVED,
    "accepted": ListStatus.ACCEPTED,
    "valid": ListStatus.ACCEPTED,
    "geldig": ListStatus.ACCEPTED,
    "geaccepteerd": ListStatus.ACCEPTED,
    "aangenomen": ListStatus.ACCEPTED,
    "notacase": ListStatus.NOT_A_CASE,
    "noncase": ListStatus.NOT_A_CASE,
    "nocase": ListStatus.NOT_A_CASE,
    "invalid": ListStatus.NOT_A_CASE,
    "ongeldig": ListStatus.NOT_A_CASE,
    "geencasus": ListStatus.NOT_A_CASE,
    "geenmelding": ListStatus.NOT_A_CASE,
    "duplicate": ListStatus.DUPLICATE,
    "dubbel": ListStatus.DUPLICATE,
    "duplicaat": ListStatus.DUPLICATE,
    "rejected": ListStatus.REJECTED,
    "refused": ListStatus.REJECTED,
    "afgewezen": ListStatus.REJECTED,
    "geweigerd": ListStatus.REJECTED,
    "nullified": ListStatus.NULLIFIED,
    "ingetrokken": ListStatus.NULLIFIED,
}
#: Words that say it alone; as the first of several they say nothing yet ("case closed").
_WHOLE: Final = {"case": ListStatus.ACCEPTED, "casus": ListStatus.ACCEPTED}
#: What denies a status; "no. PV-7" is a number.
_NO: Final = re.compile(
    r"\b(?:no(?!\.? *[a-z]{0,3}-?\d)|non|not|none|never|nee|neen|niet|geen|nooit|false)\b|\bn\b(?![=/])"
)
#: What is no part of whether PV has it and keeps it: "accepted, non-serious".
_ASIDE: Final = re.compile(
    r"\b(?:no|non|not|niet|geen)[ -]+(?:(?:yet|further|verdere)[ -]+)?"
    r"(?:serious|ernstig|expedited|spoed|follow|vervolg|questions?\b|vragen|actions?\b|acties?\b"
    r"|expected|verwacht|(?:un)?listed|assessed|beoordeeld|coded|gecodeerd|information|informatie)"
)
_WITHOUT: Final = re.compile(r"\b(?:no|geen) +\w+")
#: Rows and bytes of a list: each row is held against every case, and the file is kept with the log.
_MOST, _LARGEST = 100_000, 50_000_000
#: A chosen column that is not there, or twice, by what it was to be.
_NOT_ONE: Final = {
    "reference": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the reference."),
    "link": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the link."),
    "verbatim": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the verbatim."),
    "hash": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the hash."),
    "number": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the number."),
    "status": QT_TRANSLATE_NOOP("Said", "There is not one column {name!r} to be the status."),
}
#: Characters of a line that names nothing, by which it is known.
_LONGEST = 300
#: A cell written as ="00123", so that a spreadsheet takes it for text.
_QUOTED: Final = re.compile(r'="((?:[^"]|"")*)"')
#: As many words as a status has.
_WORDS = 3
#: How PV calls our number on a list of its own, and what it then calls its number.
_YOURS: Final = ("your", "uw")
_OWN: Final = "ourreference ourref onzereferentie onskenmerk reference referentie kenmerk"
#: What may as well count the lines: PV's number only where nothing better names the lines.
_BARE: Final = ("number", "nummer")
#: What a column of remarks is called as often as one of the text.
_REMARKS: Final = frozenset({"comment", "message", "bericht"})


def guess_columns(header: Sequence[str]) -> ListColumns:
    """Guess which column means what from their names; none is required here.

    Beside our reference a "comment" is PV's remark, and not the text.
    """
    plain = {_letters(column): column for column in reversed(header)}
    fitting = {
        meaning: [name for name in names.split() if name in plain]
        for meaning, names in _NAMES.items()
    }
    if fitting["reference"]:
        # Beside "your reference" any other is PV's own.
        is_ours = fitting["reference"][0].startswith(_YOURS)
        fitting["number"] += [name for name in _OWN.split() if is_ours and name in plain]
        fitting["verbatim"] = [name for name in fitting["verbatim"] if name not in _REMARKS]
    else:
        fitting["number"] += [name for name in _BARE if name in plain]
    return ListColumns(
        **{meaning: plain[names[0]] if names else "" for meaning, names in fitting.items()}
    )


def read_list(path: Path, named: dict[str, str] | None = None) -> PvList:
    """Return the lines of PV's list (CSV or JSON Lines).

    `named` are columns that a person chose. Raises UsageError when nothing in it can be matched,
    or a named column is not there, UnavailableError or MalformedError as the layout does and for
    what is larger than any list of cases.
    """
    layout = layout_of(path)
    _require_small(path, path.stat().st_size > _LARGEST)
    header = columns_of(path, layout)
    columns = replace(guess_columns(header), **(named or {}))
    _require(columns, header)
    lines, rejected = [], []
    for count, row in enumerate(rows_in(path, layout)):
        _require_small(path, count >= _MOST)
        if row.problem:
            # With its own words: another row of a later list is another one.
            rejected.append((row.line, f"{row.problem} “{row.told}”"))
        else:
            lines.append(_line(row, columns))
    if _letters(columns.number) in _BARE and _counts(lines, len(lines) + len(rejected)):
        lines = [replace(each, pv_reference="") for each in lines]
    return PvList(tuple(_told_apart(lines)), tuple(rejected))


def _counts(lines: Iterable[Theirs], rows: int) -> bool:
    """Say whether the number of each line may be its place among so many rows."""
    told = [each.pv_reference for each in lines]
    return all(not each or (re.fullmatch(r"\d{1,9}", each) and int(each) <= rows) for each in told)


def _told_apart(lines: Iterable[Theirs]) -> Iterator[Theirs]:
    """Yield the lines; of two that say the same the later one says it once more: both are cases."""
    seen = Counter[str]()
    for each in lines:
        seen[each.cells] += 1
        count = seen[each.cells]
        again = f"{each.cells} ({count})" if each.cells and count > 1 else each.cells
        yield replace(each, cells=again)


def _require_small(path: Path, is_more: bool) -> None:  # noqa: FBT001 - what was found of it
    if is_more:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} has more than {rows:,} rows or {size} MB: it is no list of cases."
        )
        size = _LARGEST // 1_000_000
        raise MalformedError(Said.of(msg, file=path.name, rows=_MOST, size=size))


def _require(columns: ListColumns, header: Sequence[str]) -> None:
    for field in fields(columns):
        name = getattr(columns, field.name)
        if name and list(header).count(name) != 1:
            raise UsageError(Said.of(_NOT_ONE[field.name], name=name))
    if not (columns.reference or columns.link or columns.verbatim or columns.hash):
        msg = QT_TRANSLATE_NOOP(
            "Said", "No column of the list has our reference, the permalink or the text; name one."
        )
        raise UsageError(Said.of(msg))


def _line(row: FileRow, columns: ListColumns) -> Theirs:
    def value(column: str) -> str:
        cell = row.fields.get(column, "").strip() if column else ""
        if (quoted := _QUOTED.fullmatch(cell)) is not None:
            return quoted[1].replace('""', '"').strip()
        # A list of ours that came back has the apostrophes that guard it.
        return unguarded(cell) if guarded(unguarded(cell)) == cell else cell

    status = value(columns.status)
    return Theirs(
        line=row.line,
        reference=value(columns.reference),
        link=value(columns.link),
        verbatim=_digest(value(columns.hash), value(columns.verbatim)),
        pv_reference=value(columns.number),
        status=status_of(status),
        word=status,
        cells=" · ".join(filter(None, map(str.strip, row.fields.values())))[:_LONGEST],
    )


def status_of(text: str) -> ListStatus | None:
    """Return what a status of a list means by its first words; a blank says nothing.

    One that something behind it takes back or says otherwise ("received: no", "received,
    accepted") is a person's to read.
    """
    if not text.strip():
        return None
    found = list(re.finditer(r"[^\W\d_]+", text.casefold()))
    words = [each.group() for each in found]
    meant = _meant(words)
    if meant is None:
        return _WHOLE.get("".join(words), ListStatus.UNREADABLE)
    status, length = meant
    others = (_meant(words[start:]) for start in range(length, len(words)))
    is_plain = all(each is None or each[0] is status for each in others)
    is_denied = _is_denied(status, text.casefold()[found[length - 1].end() :])
    return status if is_plain and not is_denied else ListStatus.UNREADABLE


def _is_denied(status: ListStatus, remark: str) -> bool:
    """Say whether a remark takes a status back; "no product" is why PV does not keep a case."""
    remark = _ASIDE.sub("", remark)
    if status not in {ListStatus.RECEIVED, ListStatus.ACCEPTED}:
        remark = _WITHOUT.sub("", remark)
    return _NO.search(remark) is not None


def _meant(words: Sequence[str]) -> tuple[ListStatus, int] | None:
    """Return what the first words mean together, and how many they are; None if nothing."""
    for length in range(min(_WORDS, len(words)), 0, -1):
        status = _STATUS.get("".join(words[:length]))
        if status is not None:
            return status, length
    return None


def _digest(told: str, text: str) -> Digest | None:
    if re.fullmatch(r"[0-9a-fA-F]{64}", told):
        return Digest(told.lower())
    if not text:
        return None
    return text_digest(trimmed(text))


def text_digest(text: str) -> Digest:
    """Return the digest of a text, as our own list has it."""
    return digest(text.encode("utf-8", "surrogatepass"))


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())
