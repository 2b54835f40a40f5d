"""One case in each form in which it leaves and is kept: the profiles of E2B, and JSON."""

import json
from collections.abc import Mapping
from typing import Final

from webcare_desk.domain.audit import canonical, digest
from webcare_desk.domain.case_version import Sheet
from webcare_desk.domain.e2b import Null, Section, Value, report_of, section
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import FINDABLE, Ask
from webcare_desk.errors import PacketError
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.masking import masked
from webcare_desk.pv.e2b.meddra import Release, coded
from webcare_desk.pv.e2b.persons import parts_of
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

FORMAT: Final = "webcare-desk/e2b/1"
#: What must not be read in a masked copy, wherever it was typed; a town may (GVP VI, Addendum II).
_TELLING: Final = (FINDABLE | {Ask.EMAIL}) - {Ask.CITY}


def case_batch(
    case: SafetyCase,
    profile: Profile,
    release: Release | None = None,
    parties: Parties | None = None,
    filed: Mapping[str, str] | None = None,
) -> Section:
    """Return the batch of a case under a profile; with a release its reactions are coded."""
    return in_profile(batch_of(case, parties, filed=filed), case, profile, release)


def in_profile(
    batch: Section, case: SafetyCase, profile: Profile, release: Release | None
) -> Section:
    """Return a report that is kept, as a profile lets it leave; `case` has who to mask."""
    if release is not None and profile is not Profile.INTAKE:
        batch = coded(batch, release)
    if profile is Profile.EV_MASKED:
        batch = masked(batch, names_in(case) | {case.recognised_by})
    return batch


def names_in(case: SafetyCase) -> set[str]:
    """Return by what the people of a thread could be found, as far as a case knows it."""
    persons = {case.snapshot.author, *(post.author for post in case.snapshot.thread)}
    told = {ask: words for ask, words in case.details if ask in _TELLING}
    named = {told.get(Ask.GIVEN_NAME, ""), told.get(Ask.FAMILY_NAME, "")}
    parts = parts_of(persons | named, (*case.products, *case.event_words))
    return persons | {*told.values()} | parts


def sheet_of(batch: Section) -> Sheet:
    """Return a report as it is kept, with the digests by which an answer finds it."""
    return Sheet(
        batch_json(batch).decode("ascii"),
        digest(report_of(batch).text("C.1.1").encode()),
        digest(batch.text("N.1.2").encode()),
    )


def batch_json(batch: Section) -> bytes:
    """Return a batch as canonical JSON: sections by their ids, a missing value by its reason."""
    return canonical({"format": FORMAT, **_section(batch)}) + b"\n"


def _section(found: Section) -> dict[str, object]:
    return {
        "section": found.code,
        "elements": {code: _value(value) for code, value in found.values},
        "sections": [_section(inner) for inner in found.sections],
    }


def _value(value: Value) -> object:
    return {"null": value.value} if isinstance(value, Null) else value


def batch_from_json(document: str) -> Section:
    """Return the batch that `batch_json` wrote, or raise PacketError for other bytes."""
    try:
        found = json.loads(document)
    except (ValueError, RecursionError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The report is not JSON.")
        raise PacketError(Said.of(msg)) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        msg = QT_TRANSLATE_NOOP("Said", "The file is not a report in the format {form}.")
        raise PacketError(Said.of(msg, form=FORMAT))
    return _read(found)


def _read(found: object) -> Section:
    match found:
        case {"section": str(code), "elements": dict(elements), "sections": list(sections)}:
            values = {str(name): _value_of(value) for name, value in elements.items()}
            return section(code, values, *map(_read, sections))
    msg = QT_TRANSLATE_NOOP("Said", "The report has a section that is none.")
    raise PacketError(Said.of(msg))


def _value_of(value: object) -> Value:
    match value:
        case str():
            return value
        case {"null": str(flavour)} if flavour in Null.__members__:
            return Null[flavour]
    msg = QT_TRANSLATE_NOOP("Said", "The report has a value that is none.")
    raise PacketError(Said.of(msg))
