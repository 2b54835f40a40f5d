"""The share that screening missed of what people escalated, by what PV was told of."""

from tests.support.desks import HOUR, Bench, arrival, escalate, take_in
from webcare_desk.domain.finding import Category, Language
from webcare_desk.domain.learning import Escalated, Missed
from webcare_desk.domain.moderator import Actor
from webcare_desk.oversight.screening import missed_of


def test_what_was_escalated_before_it_came_by_a_clock_set_back_is_counted(
    bench: Bench, anna: Actor
) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    bench.clock.pass_by(-2 * HOUR)
    escalate(bench.desk, comment, anna)
    assert bench.desk.read.escalated() == [
        Escalated(Language.NL, Category.ADVERSE_EVENT, is_flagged=True, count=1)
    ]


def test_what_was_missed_is_an_adverse_event_whatever_triage_called_it() -> None:
    kinds = (Category.INFORMATION, Category.CHECK, Category.QUALITY)
    told = [Escalated(Language.NL, kind, is_flagged=False, count=1) for kind in kinds]
    assert missed_of(told)[2:] == (Missed("adverse-event", 2, 2), Missed("quality", 1, 1))


def test_nothing_escalated_is_no_share() -> None:
    assert missed_of([]) == (Missed("all", 0, 0),)
    one = Escalated(Language.NL, Category.MISUSE, is_flagged=False, count=3)
    assert [each.name for each in missed_of([one])] == ["all", "nl", "misuse"]
