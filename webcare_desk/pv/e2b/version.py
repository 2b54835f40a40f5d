"""A later version of a report: its numbers stay, its times grow, and it says why.

ICH E2B(R3), C.1.1, C.1.5, C.1.8.1 and C.1.11.
"""

from uuid import UUID, uuid5

from webcare_desk.domain.e2b import REPORT, Section, Value, report_of, with_sections, with_values
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b.times import moment, stamp, written

_SPACE = UUID("0c0b5f86-2f5e-5c41-9d53-3a7a6c8a1f02")
NULLIFICATION, AMENDMENT = "1", "2"
_LASTING = ("C.1.1", "C.1.8.1", "C.1.4")


def follow_up(batch: Section, at: int, changed: dict[str, Value | None] | None = None) -> Section:
    """Return the next version with information received at `at` (UTC microseconds).

    Raises RefusedError when a number would change or the time would not grow.
    """
    wanted = changed or {}
    if any(code in wanted for code in _LASTING):
        msg = "A follow-up keeps the numbers of the report and the time of its first receipt."
        raise RefusedError(msg)
    return _next(batch, at, wanted, informed=True)


def nullified(batch: Section, at: int, reason: str) -> Section:
    """Return the version that takes the report back; raises RefusedError without a reason."""
    return _next(batch, at, _why(NULLIFICATION, reason), informed=True)


def amended(batch: Section, at: int, reason: str) -> Section:
    """Return a corrected version: nothing new was received, so C.1.5 stays."""
    return _next(batch, at, _why(AMENDMENT, reason), informed=False)


def _why(kind: str, reason: str) -> dict[str, Value | None]:
    if not reason.strip():
        msg = "Say why the report is taken back or changed."
        raise RefusedError(msg)
    return {"C.1.11.1": kind, "C.1.11.2": reason.strip()}


def _next(batch: Section, at: int, changed: dict[str, Value | None], *, informed: bool) -> Section:
    report, now = report_of(batch), written(at)
    before = stamp(report.text("C.1.5")), stamp(report.text("C.1.2"))
    if any(each is not None and each.begins >= moment(at) for each in before):
        msg = "A later version must be later than the one before it."
        raise RefusedError(msg)
    values = {"C.1.2": now, "N.2.r.4": now, **({"C.1.5": now} if informed else {}), **changed}
    number = f"B-{uuid5(_SPACE, report.text('C.1.1') + now)}"
    others = [each for each in batch.sections if each.code != REPORT]
    renewed = with_sections(batch, *others, with_values(report, values))
    return with_values(renewed, {"N.1.2": number, "N.1.5": now})
