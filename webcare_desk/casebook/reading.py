"""A case by what people call it, and its report as it stands, in its latest version or an earlier one."""

from webcare_desk.actions.case_moves import NO_CASE
from webcare_desk.domain.case_version import CaseVersion
from webcare_desk.domain.e2b import Section, report_of
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.identity import short_number
from webcare_desk.errors import UsageError
from webcare_desk.pv.e2b.cases import batch_from_json, case_batch
from webcare_desk.pv.e2b.long_text import narrative_of
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.narrative import narrative
from webcare_desk.pv.packet import case_from_json
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads

#: The day and eight digits, with which our number ends, and so does C.1.1 of the report.
_ENDING = 16
_DIGITS = 8
_LONGEST = 15


def case_called(read: Reads, called: str) -> int | None:
    """Return the case that somebody calls by our number or by its short one; None if there is none.

    A short one is not looked up: who uses it does that.
    """
    if called.isdecimal() and len(called) <= _LONGEST:
        return int(called)
    ending = called[-_ENDING:].upper()
    for case, uid in read.cases_ending(ending[-_DIGITS:].lower()):
        if short_number(uid) == ending:
            return case
    return None


def our_number(read: Reads, case: int) -> str:
    """Return our number of a case as it was filed, whatever the desk's settings are now."""
    found = read.register_row(case)
    return "" if found is None else found.reference


def frozen(read: Reads, case: int) -> SafetyCase:
    """Return what was frozen when a comment was escalated; UsageError where that is not here."""
    packet = still_frozen(read, case)
    if packet is None:
        msg = QT_TRANSLATE_NOOP("Said", "What was frozen with case {case} was erased.")
        raise UsageError(Said.of(msg, case=case))
    return packet


def still_frozen(read: Reads, case: int) -> SafetyCase | None:
    """Return what was frozen when a comment was escalated, or None where it was erased."""
    found = read.escalation(case)
    if found is None:
        raise UsageError(Said.of(NO_CASE, case=case))
    return case_from_json(found.case.encode("utf-8"))[0] if found.case else None


def version_of(read: Reads, case: int, number: int | None = None) -> CaseVersion:
    """Return a version of a case, the latest one without a number; UsageError without it."""
    versions = read.case_versions(case)
    found = [each for each in versions if number in {None, each.number}]
    if not found:
        msg = QT_TRANSLATE_NOOP("Said", "It has no version {number}.") if versions else NO_CASE
        raise UsageError(Said.of(msg, case=case, number=number))
    return found[-1]


def batch_of(read: Reads, case: int, number: int | None = None) -> Section:
    """Return the report of a case in its latest version, or in another one."""
    version = version_of(read, case, number)
    if version.document is None:
        return case_batch(frozen(read, case), Profile.INTAKE)
    return batch_from_json(version.document)


def told_to_pv(read: Reads, case: int, language: str) -> str:
    """Return the narrative as PV has it now, with what each later version said."""
    latest = version_of(read, case)
    if latest.number == 1:
        return narrative(frozen(read, case), language)
    return narrative_of(report_of(batch_of(read, case)), language)
