"""Drawing decisions for a check by a second person."""

from dataclasses import dataclass

from webcare_desk import actions
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.quality import Check, Decision, blinded, decision_of, draw
from webcare_desk.domain.sampling import Below, draw_below
from webcare_desk.errors import RefusedError
from webcare_desk.noop import QT_TRANSLATE_NOOP, Said
from webcare_desk.oversight.review import period
from webcare_desk.store.base import Reads

_ALL = frozenset({"close", "escalate"})


def decisions(read: Reads, since: int, until: int) -> list[Decision]:
    """Return what was decided about reports in a period (UTC microseconds).

    Where the words were erased nobody can say whether it was right.
    """
    first, last = period(read, since, until)
    told = (decision_of(entry) for entry in read.entries_among(_ALL, first, last))
    found = [each for each in told if each is not None and since <= each.at < until]
    gone = {each for each in {one.comment for one in found} if read.is_erased(each)}
    return [each for each in found if each.comment not in gone]


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn from: decisions from `since` up to `until`, `share` per cent, by `seed`.

    With `below` as many of those that were closed as no report as rule that miss rate out.
    """

    since: int
    until: int
    share: int
    seed: int
    below: Below | None = None


def draw_checks(desk: Desk, chosen: Draw, by: Actor) -> int:
    """Draw from a period's decisions; return how many were not drawn before."""
    found = decisions(desk.read, chosen.since, chosen.until)
    if chosen.below is None:
        drawn = draw(found, chosen.share, chosen.seed)
    else:
        drawn = draw_below(found, chosen.below, chosen.seed)
    if not drawn:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Nothing was decided about reports in this period.")
        )
        raise RefusedError(msg)
    return desk.perform(actions.DrawChecks(tuple(drawn), chosen.seed), by)


def offered(read: Reads, to: str) -> list[Check]:
    """Return the drawn decisions that account `to` may check: never its own, nor whose they are."""
    return [blinded(each) for each in read.checks_waiting() if each.decision.by != to]
