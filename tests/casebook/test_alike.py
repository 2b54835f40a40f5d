"""Cases that look alike: what a person says of a pair is kept, and it is not proposed again."""

from dataclasses import replace

import pytest

from tests.pv.conftest import FINDINGS, TEXT, case_for
from tests.pv.conftest import comment as subject
from tests.support.desks import arrival, escalate, take_in
from tests.support.safety import Safety
from webcare_desk.actions.cases import JudgeLikeness
from webcare_desk.casebook.alike import judged, proposed, proposed_before
from webcare_desk.casebook.reading import frozen
from webcare_desk.domain.likeness import Judgement, apart
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.pv.packet import to_json

ANOTHER, SAME = Judgement.ANOTHER, Judgement.SAME


@pytest.fixture
def twins(safety: Safety) -> Safety:
    """Give a desk with two cases in the same words."""
    (comment,) = take_in(safety.bench.desk, arrival(7))
    case = replace(case_for(subject(comment, TEXT, *FINDINGS)), reference="WD-2025-0002")
    packet = to_json(case, "").decode("ascii")
    assert escalate(safety.bench.desk, comment, safety.sanne.actor, packet) == 2
    return safety


def numbers(safety: Safety, case: int) -> list[int]:
    """Return the cases that are proposed beside one."""
    return [each.known.escalation for each in proposed(safety.bench.desk.read, case)]


@pytest.mark.requirement("P9")
def test_another_case_is_said_once_and_not_proposed_again(twins: Safety) -> None:
    desk, by = twins.bench.desk, twins.sanne.actor
    assert (numbers(twins, 1), numbers(twins, 2)) == ([2], [1])
    desk.perform(JudgeLikeness(2, 1, ANOTHER), by)
    assert (numbers(twins, 1), numbers(twins, 2)) == ([], [])
    ((alike, said),) = judged(desk.read, 1)
    assert (alike.known.escalation, said.judgement, said.by) == (2, ANOTHER, by.moderator)
    assert (said.case, said.other) == (1, 2)
    with pytest.raises(RefusedError, match="said already: another"):
        desk.perform(JudgeLikeness(1, 2, ANOTHER), by)


@pytest.mark.requirement("P9")
def test_the_last_word_counts_and_each_of_them_stays(twins: Safety) -> None:
    desk = twins.bench.desk
    desk.perform(JudgeLikeness(1, 2, ANOTHER), twins.sanne.actor)
    desk.perform(JudgeLikeness(1, 2, SAME), twins.noor.actor)
    assert numbers(twins, 2) == [1]
    assert [each.judgement for each in desk.read.likenesses()] == [ANOTHER, SAME]
    assert desk.read.likenesses(3) == []
    assert apart(desk.read.likenesses(1), 1) == frozenset()
    ((_, said),) = judged(desk.read, 2)
    assert (said.judgement, said.by) == (SAME, twins.noor.actor.moderator)


def test_what_is_about_to_be_sent_knows_what_was_said_of_its_comment(twins: Safety) -> None:
    desk = twins.bench.desk
    packet, comment = frozen(desk.read, 2), desk.read.escalation(2)
    assert comment is not None
    before = proposed_before(desk.read, packet, comment.comment)
    assert [each.known.escalation for each in before] == [1]
    desk.perform(JudgeLikeness(2, 1, ANOTHER), twins.sanne.actor)
    assert proposed_before(desk.read, packet, comment.comment) == ()


@pytest.mark.parametrize(("case", "other"), [(1, 1), (1, 9), (9, 1)])
def test_only_two_cases_of_this_desk_are_compared(twins: Safety, case: int, other: int) -> None:
    with pytest.raises(RefusedError, match=r"same as itself|no case 9"):
        twins.bench.desk.perform(JudgeLikeness(case, other, SAME), twins.sanne.actor)


def test_of_an_erased_case_nobody_knows_another(safety: Safety) -> None:
    (comment,) = take_in(safety.bench.desk, arrival(7))
    case = escalate(safety.bench.desk, comment, safety.sanne.actor, "")
    read = safety.bench.desk.read
    assert (proposed(read, case), judged(read, case)) == ((), ())
    with pytest.raises(UsageError, match=f"What was frozen with case {case} was erased"):
        frozen(read, case)
