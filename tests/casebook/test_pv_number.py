"""PV's number of a case that was mistyped, or that PV changed, is put right by an answer of PV."""

from pathlib import Path

import pytest

from tests.support.safety import Safety
from webcare_desk.actions.cases import CloseCase, ResolveDiscrepancy
from webcare_desk.casebook.reconcile import reconcile
from webcare_desk.domain.case_version import Meaning, PvDecision, Said, Way
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reconcile import Resolution, explained
from webcare_desk.errors import RefusedError

ALWAYS = (0, 2**53 - 1)
TYPED, RIGHT = "NL-2026-0142", "NL-2026-0124"


def kept_as(number: str, decision: PvDecision = PvDecision.ACCEPTED) -> Said:
    return Said(1, decision, Way.LIST, "PV's list of November", number)


@pytest.mark.parametrize(
    "decision", [PvDecision.ACCEPTED, PvDecision.DUPLICATE, PvDecision.NOT_A_CASE]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_the_same_decision_with_another_number_changes_the_number_alone(
    safety: Safety, decision: PvDecision, *, is_closed: bool
) -> None:
    reason = Reason.NO_PRODUCT if decision is PvDecision.NOT_A_CASE else None
    safety.leave()
    safety.says(kept_as(TYPED, decision), reason)
    if is_closed:
        safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    before, version = safety.standing, safety.versions[0]
    safety.later()
    assert safety.says(kept_as(RIGHT, decision), reason).reference == RIGHT
    after = safety.standing
    assert (before.pv_reference, after.pv_reference) == (TYPED, RIGHT)
    assert (after.state, after.since) == (before.state, before.since)
    assert safety.versions[0].answered_at == version.answered_at
    answers = safety.bench.desk.read.case_answers(1)
    assert [each.pv_reference for each in answers] == [TYPED, RIGHT]
    assert answers[1].signature is not None


def test_the_number_of_a_receivers_system_is_put_right_too(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference=TYPED)
    assert safety.ack(reference=RIGHT).meaning is Meaning.DIFFERENT
    safety.says(kept_as(RIGHT))
    assert safety.standing.pv_reference == RIGHT
    assert safety.ack(reference=RIGHT, text="again").meaning is Meaning.REPEATED


def test_another_decision_on_a_closed_case_is_no_number(safety: Safety) -> None:

    safety.leave()
    safety.says(kept_as(TYPED))
    safety.bench.desk.perform(CloseCase(1), safety.noor.actor)
    with pytest.raises(RefusedError, match="is closed: “duplicate” does not fit"):
        safety.says(kept_as(RIGHT, PvDecision.DUPLICATE))
    with pytest.raises(RefusedError, match="is closed: “accept” does not fit"):
        safety.says(kept_as(TYPED))
    with pytest.raises(RefusedError, match="is closed: “refuse” does not fit"):
        safety.says(kept_as(RIGHT, PvDecision.NOT_A_CASE), Reason.NOT_AN_ADVERSE_EVENT)


def test_a_number_is_called_taken_only_when_it_is(safety: Safety, tmp_path: Path) -> None:
    desk, by, place = safety.bench.desk, safety.noor.actor, tmp_path / "pv.csv"
    safety.leave()
    safety.says(kept_as(TYPED))
    text = f"reference,case number,status\n{safety.number()[0]},{RIGHT},accepted\n"
    place.write_text(text, encoding="utf-8")
    reconcile(desk, place, by, ALWAYS)
    (line,) = desk.read.discrepancies()
    assert "enter PV's number" in explained(line.discrepancy)
    taken = ResolveDiscrepancy(line.id, Resolution.NUMBER_TAKEN, "van hun lijst")
    with pytest.raises(RefusedError, match=f"enter {RIGHT} first"):
        desk.perform(taken, by)
    safety.says(kept_as(RIGHT))
    desk.perform(taken, by)
    reconcile(desk, place, by, ALWAYS)
    assert desk.read.discrepancies() == []
