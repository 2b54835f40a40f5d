"""The ready questions of a review: which acts each looks at, and what it makes of them.

A question is data: the acts, and a pure function from their entries to those a
reviewer must see (EU GMP Annex 11 §9; 21 CFR 11.10(e)).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from hashlib import sha256

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.case_version import runs_from
from webcare_desk.domain.deciding import DECISIONS, WITH_OTHER
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.reason import NOT_A_REPORT, Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.spans import MINUTE

#: So many "not a report" by one person within a minute cannot have been read.
MANY = 5
#: Acts from this hour on, and before that one, are acts at night.
NIGHT_BEGINS, NIGHT_ENDS = 22, 6


class ReviewQuestion(StrEnum):
    """What a review asks of the log; SAMPLE draws at random."""

    LATE_FORWARD = "late-forward"
    TAKEN_BACK = "taken-back"
    REASON_OTHER = "reason-other"
    STEP_LEFT_OUT = "step-left-out"
    AT_NIGHT = "at-night"
    OWN_CHECK = "own-check"
    HIDDEN_FIRST = "hidden-first"
    MANY_AT_ONCE = "many-at-once"
    CLOCK_BACK = "clock-back"
    FAILED_LOGINS = "failed-logins"
    FORKED = "forked"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question needs beside the entries.

    Only entries from number `first` on are hits. `may_report` says whether a
    comment may be a report or was called one, `zone` is where the desk stands. What has to be at PV by `until`
    (UTC microseconds) and is not is late too.
    """

    first: int
    zone: tzinfo
    may_report: Callable[[int], bool]
    until: int = 0


Ask = Callable[[Iterable[AuditEntry], Frame], Iterator[AuditEntry]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready question: `from_the_start` where acts before the review bear on it."""

    actions: frozenset[str]
    ask: Ask
    from_the_start: bool = False


def sample(entries: Iterable[AuditEntry], seed: int, size: int) -> list[AuditEntry]:
    """Return `size` entries drawn by `seed`; the same seed draws the same entries again."""
    drawn = sorted(entries, key=lambda entry: sha256(f"{seed}:{entry.seq}".encode()).digest())
    return sorted(drawn[:size], key=lambda entry: entry.seq)


@dataclass(frozen=True, slots=True)
class _Clock:
    """When PV must have a version of a case, and the entry that began it; in UTC microseconds."""

    entry: AuditEntry
    began: int
    within: int

    @property
    def due(self) -> int:
        return self.began + self.within


def _late_forward(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give each packet that reached PV after its due time, and what began one that should be there.

    A later version has a clock of its own. What is late at the end may have begun before `first`.
    """
    clocks: dict[object, _Clock] = {}
    packets: dict[object, _Clock] = {}
    gone = set[int]()
    for entry in entries:
        clocks.update(_begun(entry, clocks))
        for packet, columns in _rows(entry, "delivery"):
            # The quality department's notice has no clock of PV's.
            is_packet = new_of(columns, "kind") == DeliveryKind.PACKET
            if is_packet and (case := new_of(columns, "escalation")) in clocks:
                packets[packet] = clocks[case]
            if entry.action == "record-delivery" and packet in packets:
                gone.add(packets[packet].entry.seq)
                if entry.seq >= frame.first and entry.at > packets[packet].due:
                    yield entry
    left = (each for each in clocks.values() if each.entry.seq not in gone)
    yield from (each.entry for each in left if each.due < frame.until)


def _begun(entry: AuditEntry, clocks: Mapping[object, _Clock]) -> Iterator[tuple[object, _Clock]]:
    """Give each case with the clock that an entry begins; `clocks` are those of the entries before."""
    for case, columns in _rows(entry, "escalation"):
        if new_of(columns, "due_at") is not None:
            began = _time(columns, "aware_at")
            yield case, _Clock(entry, began, _time(columns, "due_at") - began)
    for _, columns in _rows(entry, "case_version"):
        if (case := new_of(columns, "escalation")) in clocks:
            received_at, made_at = _time(columns, "received_at"), _time(columns, "made_at")
            began = runs_from(new_of(columns, "kind"), received_at, made_at)
            yield case, _Clock(entry, began, clocks[case].within)


def _rows(entry: AuditEntry, name: str) -> Iterator[tuple[object, Mapping[str, object]]]:
    """Give the key and the columns of each row of a table that an entry wrote."""
    return ((key, columns) for table, key, columns in entry.changes if table == name)


def _time(columns: Mapping[str, object], name: str) -> int:
    return int(str(new_of(columns, name)))


def _taken_back(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give what was opened again though it was no report or went to PV, or was called less grave."""
    escalated: set[int | None] = set()
    for entry in entries:
        if entry.action == "escalate":
            escalated.add(entry.subject)
        if entry.seq < frame.first:
            continue
        was_report = entry.subject in escalated
        for table, _, columns in entry.changes:
            reason, category = old_of(columns, "reason"), columns.get("category")
            was = old_of(columns, "category")
            now = new_of(columns, "category")
            opened = entry.action == "reopen" and (was_report or reason in NOT_A_REPORT)
            called = category is not None and _gravity(now) < _gravity(was)
            if table == "work" and (opened or called):
                yield entry


def _gravity(category: object) -> int:
    return gravity(Category(str(category))) if category in set(Category) else 0


def _reason_other(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give what was done for another reason than those of the list."""
    del frame
    return (entry for entry in entries if reason_of(entry) == Reason.OTHER)


def _step_left_out(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give what was closed without a step of its plan, and each step that was recorded late."""
    del frame
    return (entry for entry in entries if left_out(entry) or entry.detail.get("late"))


def left_out(entry: AuditEntry) -> bool:
    """Say whether an entry closed a comment without every step of its plan; it names them."""
    return any(name.startswith("undone_") for name in entry.detail)


def _at_night(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give the decisions of people between ten at night and six in the morning."""
    for entry in entries:
        if entry.actor != "system" and not NIGHT_ENDS <= _hour(entry, frame.zone) < NIGHT_BEGINS:
            yield entry


def _hour(entry: AuditEntry, zone: tzinfo) -> int:
    """Return the hour on the wall where it was done; of an older entry, where the desk stands."""
    if entry.stamp is not None:
        return (entry.at // MINUTE + entry.stamp.offset) // 60 % 24
    return datetime.fromtimestamp(entry.at // 1_000_000, UTC).astimezone(zone).hour


def _own_check(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give the checks of one's own decisions, which the desk refuses."""
    del frame
    return (entry for entry in entries if entry.detail.get("decided_by") == entry.actor)


def _hidden_first(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give what may be a report and was hidden or deleted before its original was frozen."""
    frozen: set[int | None] = set()
    for entry in entries:
        if entry.action == "escalate":
            frozen.add(entry.subject)
        elif (
            entry.seq >= frame.first
            and entry.subject is not None
            and entry.subject not in frozen
            and frame.may_report(entry.subject)
        ):
            yield entry


def _many_at_once(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    """Give the "not a report" of one person that came `MANY` to the minute.

    Of those that lie across the beginning of the review the ones before it are given too.
    """
    recent: dict[str, deque[AuditEntry]] = {}
    told = set[int]()
    for entry in entries:
        if not _is_no_report(entry):
            continue
        # Who calls a comment no report and then closes it as none has read one.
        others = (each for each in recent.get(entry.actor, ()) if each.subject != entry.subject)
        mine = recent[entry.actor] = deque((*others, entry), MANY)
        if len(mine) == MANY and 0 <= entry.at - mine[0].at < MINUTE:
            fresh = [each for each in mine if each.seq not in told]
            told |= {each.seq for each in fresh}
            if entry.seq >= frame.first:
                yield from fresh


def _is_no_report(entry: AuditEntry) -> bool:
    """Say whether somebody decided that a comment is no report, by closing or by naming it."""
    if entry.action == "close":
        return reason_of(entry) in NOT_A_REPORT
    return reason_of(entry) is not None and _gravity(entry.detail.get("category")) == 0


def called_report(entry: AuditEntry) -> bool:
    """Say whether an entry calls a comment a report, or calls one another thing."""
    return any(
        max(_gravity(old_of(columns, "category")), _gravity(new_of(columns, "category"))) > 0
        for _, columns in _rows(entry, "work")
    )


def _all(entries: Iterable[AuditEntry], frame: Frame) -> Iterator[AuditEntry]:
    del frame
    return iter(entries)


def reason_of(entry: AuditEntry) -> object:
    """Return the reason of an entry; before version 2 it stood in the detail."""
    return entry.reason or entry.detail.get("reason")


def old_of(columns: Mapping[str, object], name: str) -> object:
    """Return the value of a column before a change, or None."""
    values = columns.get(name)
    return values[0] if isinstance(values, list | tuple) else None


def new_of(columns: Mapping[str, object], name: str) -> object:
    """Return the value of a column after a change, or None."""
    values = columns.get(name)
    return values[-1] if isinstance(values, list | tuple) else None


#: Every ready question; CLOCK_BACK and SAMPLE are asked of the log in ways of their own.
READY: Mapping[ReviewQuestion, Ready] = {
    ReviewQuestion.LATE_FORWARD: Ready(
        frozenset({"escalate", "add-version", "queue-version", "record-delivery"}),
        _late_forward,
        from_the_start=True,
    ),
    ReviewQuestion.TAKEN_BACK: Ready(
        frozenset({"escalate", "reopen", "classify", "check-decision"}),
        _taken_back,
        from_the_start=True,
    ),
    ReviewQuestion.REASON_OTHER: Ready(WITH_OTHER, _reason_other),
    ReviewQuestion.STEP_LEFT_OUT: Ready(frozenset({"close", "record-step"}), _step_left_out),
    ReviewQuestion.AT_NIGHT: Ready(DECISIONS, _at_night),
    ReviewQuestion.OWN_CHECK: Ready(frozenset({"check-decision"}), _own_check),
    ReviewQuestion.HIDDEN_FIRST: Ready(
        frozenset({"escalate", "change-visibility", "delete-comment"}),
        _hidden_first,
        from_the_start=True,
    ),
    ReviewQuestion.MANY_AT_ONCE: Ready(
        frozenset({"close", "classify"}), _many_at_once, from_the_start=True
    ),
    ReviewQuestion.FAILED_LOGINS: Ready(frozenset({"record-failed-login"}), _all),
    ReviewQuestion.FORKED: Ready(frozenset({"continue-after-fork", "restore-backup"}), _all),
}
