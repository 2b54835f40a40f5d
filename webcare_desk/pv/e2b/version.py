"""A later version of a report: its numbers stay, its times do not go back, and it says why.

ICH E2B(R3), C.1.1, C.1.5, C.1.8.1 and C.1.11.
"""

import re
from collections import Counter
from collections.abc import Iterator
from uuid import UUID, uuid5

from webcare_desk.domain.e2b import (
    REPORT,
    Section,
    Value,
    report_of,
    walk,
    with_sections,
    with_values,
)
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b import parts
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.rules import Checked, Profile, Severity
from webcare_desk.pv.e2b.times import moment, stamp, written
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_SPACE = UUID("0c0b5f86-2f5e-5c41-9d53-3a7a6c8a1f02")
NULLIFICATION, AMENDMENT = "1", "2"
_SECOND, _EXACT = 1_000_000, 100
#: What the act gives or keeps: the numbers, the times and the reason of a version.
_BY_THE_ACT = re.compile(r"N\..*|C\.1\.([1245]|(8|11)\..*)")


def follow_up(
    batch: Section,
    at: int,
    zone: str,
    changed: dict[str, Value | None] | None = None,
    received_at: int | None = None,
) -> Section:
    """Return the next version, made at `at`, with information received at `received_at`.

    Both in UTC microseconds, told as a clock in `zone` shows them; without the second it is the first. What came before the most recent
    information leaves C.1.5 where it is. Raises RefusedError when a number or a time would be set
    by hand, or the version would not be made after the one before it.
    """
    wanted = _allowed(changed)
    because: dict[str, Value | None] = {"C.1.11.1": None, "C.1.11.2": None}
    return _next(batch, (at, zone), because | wanted, at if received_at is None else received_at)


def corrected(
    batch: Section, at: int, zone: str, changed: dict[str, Value | None] | None = None
) -> Section:
    """Return the same report again, mended after the receiver refused it: C.1.5 stays."""
    return _next(batch, (at, zone), _allowed(changed), None)


def _allowed(changed: dict[str, Value | None] | None) -> dict[str, Value | None]:
    for code in (step for path in changed or {} for step in path.split("/")):
        if _BY_THE_ACT.fullmatch(code.partition("[")[0]):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "{code} is not set by hand: a later version keeps the numbers of the report, and "
                "its times and its reason come from the act.",
            )
            raise RefusedError(Said.of(msg, code=code))
    return changed or {}


def require_form(base: Section, batch: Section, at: int) -> None:
    """Raise RefusedError for what every receiver refuses, and `base` has not.

    A value that has not the form of its element, one that must be there and is taken away: such a
    report would be refused whole, and could not be taken back before that. What the version
    before it had stays possible: nobody may be kept from telling news by an old mistake.
    """
    known = Counter((rule, value) for rule, value, _ in _mistakes(base, at))
    for rule, value, words in _mistakes(batch, at):
        if not known[rule, value]:
            raise RefusedError(words)
        known[rule, value] -= 1


def _mistakes(batch: Section, at: int) -> Iterator[tuple[str, Value | None, str]]:
    """Give the rule, the value and a sentence of each error; warnings are PV's to judge."""
    sections = dict(walk(batch))
    for each in breaches(Checked(batch, Profile.INTAKE, moment(at))):
        if each.rule.severity is Severity.ERROR:
            place = each.path.removeprefix(f"{REPORT}[1]").removeprefix("/")
            words = ": ".join(filter(None, (place, each.message("en"))))
            yield each.rule.id, sections[each.path].get(each.element), words


def nullified(batch: Section, at: int, zone: str, reason: str) -> Section:
    """Return the version that takes the report back; raises RefusedError without a reason."""
    return _next(batch, (at, zone), _why(NULLIFICATION, reason), at)


def amended(
    batch: Section,
    at: int,
    zone: str,
    reason: str,
    changed: dict[str, Value | None] | None = None,
) -> Section:
    """Return a changed version: nothing new was received, so C.1.5 stays."""
    return _next(batch, (at, zone), _allowed(changed) | _why(AMENDMENT, reason), None)


def _why(kind: str, reason: str) -> dict[str, Value | None]:
    if not reason.strip():
        msg = QT_TRANSLATE_NOOP("Said", "Say why the report is taken back or changed.")
        raise RefusedError(Said.of(msg))
    return {"C.1.11.1": kind, "C.1.11.2": reason.strip()}


def _next(
    batch: Section,
    made: tuple[int, str],
    changed: dict[str, Value | None],
    received_at: int | None,
) -> Section:
    report, (at, zone) = report_of(batch), made
    now = _later(report.text("C.1.2"), at, zone)
    informed: dict[str, Value | None] = {}
    if received_at is not None:
        informed["C.1.5"] = _at_least(report.text("C.1.5"), received_at, zone)
    values = {"C.1.2": now, "N.2.r.4": now, **informed, **changed}
    number = f"B-{uuid5(_SPACE, report.text('C.1.1') + now)}"
    others = [each for each in batch.sections if each.code != REPORT]
    renewed = with_sections(batch, *others, parts.changed(report, values))
    return with_values(renewed, {"N.1.2": number, "N.1.5": now})


def _at_least(before: str, at: int, zone: str) -> str:
    """Return the later one of two times: a mail may be found after the next fact was told."""
    known = stamp(before)
    is_known = known is not None and known.begins >= moment(at // _EXACT * _EXACT)
    return before if is_known else _later(before, at, zone)


def _later(before: str, at: int, zone: str) -> str:
    """Return a time that is after the one before it, else refuse.

    To the second; of two versions within one second the later one is told exactly (`.UUUU`).
    """
    known = stamp(before)
    if known is None or known.begins < moment(at // _SECOND * _SECOND):
        return written(at, zone)
    if known.begins >= moment(at // _EXACT * _EXACT):
        msg = QT_TRANSLATE_NOOP("Said", "A later version must be later than the one before it.")
        raise RefusedError(Said.of(msg))
    told = written(at, zone)
    return f"{told[:14]}.{at % _SECOND // _EXACT:04}{told[14:]}"
