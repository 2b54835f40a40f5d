"""What the program noticed, in words: whoever opens it as a deviation knows what it is about."""

from datetime import UTC, datetime, timedelta

from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.spans import MINUTE, SECOND
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads

_NAME = 60
_BACKUP = "record-backup"
_UNREAD = QT_TRANSLATE_NOOP("Said", "{source} was not read from {since} to {until}")
_NO_BACKUP = QT_TRANSLATE_NOOP("Said", "no backup since {time}")
_NEVER = QT_TRANSLATE_NOOP("Said", "no backup at all since {time}")
_COMMENT = QT_TRANSLATE_NOOP("Said", "comment {comment}")
_CASE = QT_TRANSLATE_NOOP("Said", "case {case}")
_LATE = QT_TRANSLATE_NOOP("Said", "{late} late")


def noticed(
    read: Reads, kind: DeviationKind, origin: str, comment: int | None, *, may_read: bool
) -> list[str]:
    """Return what something is about, in parts: a source and its problem, or a comment and its case.

    `origin` is that of the proposal; with `may_read` the author of a comment is named. What
    a delivery failed of stands there by its name.
    """
    number = _number(origin)
    if kind is DeviationKind.COVERAGE_GAP:
        return [part for row, poll in read.gaps() if row == number for part in _gap(poll)]
    if kind is DeviationKind.FAILED_BACKUP:
        return _backup(read, number)
    about = _comment(read, origin, comment, may_read=may_read)
    failed = read.delivery(number) if kind is DeviationKind.FAILED_DELIVERY else None
    return [*about, Name(failed.problem)] if failed is not None and failed.problem else about


def lateness(read: Reads, origin: str, comment: int | None, since: int, now: int) -> list[str]:
    """Return how much too late PV hears, or heard at `since`, of a comment's first packet."""
    if not origin.startswith(f"{DeviationKind.LATE_FORWARD.value}:") or origin.count(":") > 1:
        return []
    case = _case(read, origin, comment or 0)
    due = since if case is None else case.due_at
    late = (since if since > due else now) - due
    return [Said.of(_LATE, late=timedelta(minutes=late // MINUTE))]


def _gap(poll: Coverage) -> list[str]:
    since, until = _time(poll.began_at), _time(poll.ended_at)
    told: list[str] = [Said.of(_UNREAD, source=poll.source, since=since, until=until)]
    return [*told, poll.problem] if poll.problem else told


def _backup(read: Reads, number: int) -> list[str]:
    begin = next(iter(read.entries_after(number - 1, 1)), None)
    if begin is None:
        return []
    return [Said.of(_NO_BACKUP if begin.action == _BACKUP else _NEVER, time=_time(begin.at))]


def _comment(read: Reads, origin: str, comment: int | None, *, may_read: bool) -> list[str]:
    if comment is None:
        return []
    told: list[str] = [Said.of(_COMMENT, comment=comment)]
    shown = read.comment(comment) if may_read else None
    if shown is not None and shown.author_name:
        told.append(shown.author_name[:_NAME])
    case = _case(read, origin, comment)
    return told if case is None else [*told, Said.of(_CASE, case=case.id)]


def _case(read: Reads, origin: str, comment: int) -> Escalation | None:
    """Return the case of the packet that an origin names, else the last one of the comment."""
    cases = read.escalations_of(comment)
    kind, *place = origin.split(":")
    packets = [each for each in read.deliveries_of(comment) if each.kind is DeliveryKind.PACKET]
    if kind == DeviationKind.LATE_FORWARD:
        named = packets[int(place[1]) - 1 if place[1:] else 0 :]
        cases = [each for each in cases if each.id == named[0].escalation] if named else cases
    return cases[-1] if cases else None


def _number(origin: str) -> int:
    """Return the row that an origin names, such as `coverage-gap:2`; 0 where it names none."""
    row = [*origin.split(":"), ""][1]  # what follows it tells two of one row apart
    return int(row) if row.isdigit() else 0


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at // SECOND, UTC)
