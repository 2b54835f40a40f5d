"""Drawing decisions for a check by a second person, and what came of each draw."""

from collections.abc import Iterator

from webcare_desk import actions
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.quality import Check, Decision, DecisionKind, blinded, decision_of
from webcare_desk.domain.sampling import Below, Draw, Outcome, sample
from webcare_desk.errors import RefusedError
from webcare_desk.oversight.review import period
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads

_ALL = frozenset({"close", "escalate"})


def decisions(read: Reads, since: int, until: int) -> list[Decision]:
    """Return what was decided about reports in a period (UTC microseconds).

    Where the words were erased nobody can say whether it was right.
    """
    found = _decided(read, since, until)
    gone = {each for each in {one.comment for one in found} if read.is_erased(each)}
    return [each for each in found if each.comment not in gone]


def draw_checks(desk: Desk, chosen: Draw, by: Actor) -> int:
    """Draw from a period's decisions; return how many were not drawn before."""
    found = decisions(desk.read, chosen.since, chosen.until)
    drawn = sample(found, chosen)
    if not drawn:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Nothing was decided about reports in this period.")
        )
        raise RefusedError(msg)
    return desk.perform(actions.DrawChecks(tuple(drawn), chosen.seed, chosen), by)


def outcomes(read: Reads, since: int, until: int) -> Iterator[Outcome]:
    """Yield what came of each draw that was made in a period, the oldest first.

    Each is drawn again as its entry tells, so that what an earlier one had drawn counts too. An
    entry that does not tell what it drew from is left out.
    """
    placed = read.entries_between(since, until)
    told = () if placed is None else read.entries_among({"draw-checks"}, *placed)
    for entry in told:
        if "since" in entry.detail and since <= entry.at < until:
            yield _outcome(read, entry)


def _outcome(read: Reads, entry: AuditEntry) -> Outcome:
    chosen = _chosen(entry)
    found = [
        each
        for each in _decided(read, chosen.since, chosen.until)
        if each.entry < entry.seq and not _was_erased(read, each.comment, entry.at)
    ]
    drawn = {each.entry for each in sample(found, chosen)}
    checks = [
        each
        for each in read.checks(chosen.since, chosen.until)
        if each.decision.entry in drawn and each.decision.kind is DecisionKind.NOT_A_REPORT
    ]
    return Outcome(
        entry.seq,
        entry.at,
        chosen,
        among=sum(each.kind is DecisionKind.NOT_A_REPORT for each in found),
        size=len(checks),
        checked=sum(each.agrees is not None for each in checks),
        missed=sum(each.found_event for each in checks),
    )


def _chosen(entry: AuditEntry) -> Draw:
    told = {name: value for name, value in entry.detail.items() if isinstance(value, int)}
    below = told.get("below_per_mille")
    rate = None if below is None else Below(below)
    return Draw(told["since"], told["until"], told.get("share", 0), told["seed"], rate)


def _was_erased(read: Reads, comment: int, at: int) -> bool:
    erasure = read.erasure_of(comment)
    return erasure is not None and erasure.at <= at


def _decided(read: Reads, since: int, until: int) -> list[Decision]:
    first, last = period(read, since, until)
    told = (decision_of(entry) for entry in read.entries_among(_ALL, first, last))
    return [each for each in told if each is not None and since <= each.at < until]


def offered(read: Reads, to: str) -> list[Check]:
    """Return the drawn decisions that account `to` may check: never its own, nor whose they are."""
    return [blinded(each) for each in read.checks_waiting() if each.decision.by != to]
