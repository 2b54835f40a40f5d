"""A later version of a case is late at PV on its own, whether the first one was or not."""

import pytest

from tests.support.desks import HOUR, Bench
from tests.support.safety import Safety, make_safety
from webcare_desk import oversight
from webcare_desk.actions.cases import QueueVersion
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way
from webcare_desk.domain.deviation import DeviationKind

DAY = 24 * HOUR
NEWS = "De patiënt is in het ziekenhuis opgenomen."


@pytest.fixture
def safety(bench: Bench) -> Safety:
    """Return a case whose first version left in time, two days ago."""
    made = make_safety(bench)
    made.leave()
    bench.clock.pass_by(2 * DAY)
    return made


def late(safety: Safety) -> list[str]:
    found = oversight.proposals(safety.bench.desk.read, safety.bench.clock.at)
    return [each.origin for each in found if each.kind is DeviationKind.LATE_FORWARD]


@pytest.mark.parametrize("is_kept_back", [False, True])
def test_a_follow_up_is_late_while_it_waits_and_when_it_has_left(
    safety: Safety, *, is_kept_back: bool
) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    follow_up(desk, 1, by, News(NEWS, send=not is_kept_back))
    assert late(safety) == []
    safety.bench.clock.pass_by(10 * DAY)
    assert late(safety) == ["late-forward:1:2"]
    if is_kept_back:
        desk.perform(QueueVersion(1), by)
    safety.leave()
    assert late(safety) == ["late-forward:1:2"], "one late packet, one name"


def test_a_late_follow_up_is_proposed_though_the_first_report_was_late_too(bench: Bench) -> None:
    safety = make_safety(bench)
    bench.clock.pass_by(2 * DAY)
    assert late(safety) == ["late-forward:1"]
    safety.leave()
    follow_up(bench.desk, 1, safety.sanne.actor, News(NEWS))
    bench.clock.pass_by(2 * DAY)
    assert late(safety) == ["late-forward:1", "late-forward:1:2"], "each can be opened"


def test_a_late_follow_up_of_an_old_case_stays_proposed_once_it_has_left(safety: Safety) -> None:
    safety.bench.clock.pass_by(100 * DAY)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    safety.bench.clock.pass_by(3 * DAY)
    assert late(safety) == ["late-forward:1:2"]
    safety.leave()
    assert late(safety) == ["late-forward:1:2"]


def test_a_refused_report_is_late_until_its_correction_leaves(safety: Safety) -> None:
    said = SpokenAnswer(1, PvDecision.REJECTED, Way.PHONE, "Noor belde: geen geldig rapport.")
    safety.says(said)
    assert safety.state() is CaseState.REJECTED
    assert late(safety) == ["late-forward:1:2"]
