"""A later version of a report: its numbers stay, its times grow, and it says why.

ICH E2B(R3), C.1.1, C.1.5, C.1.8.1 and C.1.11.
"""

from uuid import UUID, uuid5

from webcare_desk.domain.e2b import REPORT, Section, Value, report_of, with_sections, with_values
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b import parts
from webcare_desk.pv.e2b.times import moment, stamp, written

_SPACE = UUID("0c0b5f86-2f5e-5c41-9d53-3a7a6c8a1f02")
NULLIFICATION, AMENDMENT = "1", "2"
_SECOND, _EXACT = 1_000_000, 100
_LASTING = ("C.1.1", "C.1.8.1", "C.1.4")


def follow_up(
    batch: Section,
    at: int,
    changed: dict[str, Value | None] | None = None,
    received_at: int | None = None,
) -> Section:
    """Return the next version, made at `at`, with information received at `received_at`.

    Both in UTC microseconds; without the second it is the first. Raises RefusedError when a
    number would change or the times would not grow.
    """
    wanted = _allowed(changed)
    because: dict[str, Value | None] = {"C.1.11.1": None, "C.1.11.2": None}
    return _next(batch, at, because | wanted, at if received_at is None else received_at)


def corrected(batch: Section, at: int, changed: dict[str, Value | None] | None = None) -> Section:
    """Return the same report again, mended after the receiver refused it: C.1.5 stays."""
    return _next(batch, at, _allowed(changed), None)


def _allowed(changed: dict[str, Value | None] | None) -> dict[str, Value | None]:
    if any(code in (changed or {}) for code in _LASTING):
        msg = "A follow-up keeps the numbers of the report and the time of its first receipt."
        raise RefusedError(msg)
    return changed or {}


def nullified(batch: Section, at: int, reason: str) -> Section:
    """Return the version that takes the report back; raises RefusedError without a reason."""
    return _next(batch, at, _why(NULLIFICATION, reason), at)


def amended(
    batch: Section, at: int, reason: str, changed: dict[str, Value | None] | None = None
) -> Section:
    """Return a changed version: nothing new was received, so C.1.5 stays."""
    return _next(batch, at, _allowed(changed) | _why(AMENDMENT, reason), None)


def _why(kind: str, reason: str) -> dict[str, Value | None]:
    if not reason.strip():
        msg = "Say why the report is taken back or changed."
        raise RefusedError(msg)
    return {"C.1.11.1": kind, "C.1.11.2": reason.strip()}


def _next(
    batch: Section, at: int, changed: dict[str, Value | None], received_at: int | None
) -> Section:
    report = report_of(batch)
    now = _later(report.text("C.1.2"), at)
    informed: dict[str, Value | None] = {}
    if received_at is not None:
        informed["C.1.5"] = _later(report.text("C.1.5"), received_at)
    values = {"C.1.2": now, "N.2.r.4": now, **informed, **changed}
    number = f"B-{uuid5(_SPACE, report.text('C.1.1') + now)}"
    others = [each for each in batch.sections if each.code != REPORT]
    renewed = with_sections(batch, *others, parts.changed(report, values))
    return with_values(renewed, {"N.1.2": number, "N.1.5": now})


def _later(before: str, at: int) -> str:
    """Return a time that is after the one before it, else refuse.

    To the second; of two versions within one second the later one is told exactly (`.UUUU`).
    """
    known = stamp(before)
    if known is None or known.begins < moment(at // _SECOND * _SECOND):
        return written(at)
    if known.begins >= moment(at // _EXACT * _EXACT):
        msg = "A later version must be later than the one before it."
        raise RefusedError(msg)
    told = written(at)
    return f"{told[:14]}.{at % _SECOND // _EXACT:04}{told[14:]}"
