"""The field's terms: queues, clocks, reportable categories, blanks, steps, ids."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.bars import open_blanks
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Escalation, EscalationPlan, EscalationState, Step
from webcare_desk.domain.finding import Category, is_reportable, rank
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inbox import NEVER, Queue, nearest
from webcare_desk.domain.moderator import Right, Role, rights_of, system_actor
from webcare_desk.domain.reply import DeliveryKind, visibility_of

DUE = st.none() | st.integers(-NEVER, NEVER)


@given(DUE, DUE)
def test_the_nearest_of_two_clocks_counts(reply_due: int | None, aware_due: int | None) -> None:
    clocks = [due for due in (reply_due, aware_due) if due is not None]
    assert nearest(reply_due, aware_due) == min(clocks, default=NEVER)


def test_only_waiting_and_done_ask_nothing_of_a_moderator() -> None:
    assert {queue for queue in Queue if not queue.is_open} == {Queue.WAITING, Queue.DONE}


def test_every_category_with_a_product_risk_is_reportable() -> None:
    harmless = {category for category in Category if not is_reportable(category)}
    assert harmless == {
        Category.CRISIS,
        Category.CHECK,
        Category.PRIVACY,
        Category.MISINFORMATION,
        Category.COMPLAINT,
        Category.MEDICAL_QUESTION,
        Category.INFORMATION,
        Category.SPAM,
        Category.THANKS,
        Category.NONE,
    }


@given(st.text(alphabet="ab {}\n", max_size=30))
def test_a_text_without_two_braces_has_no_open_blank(text: str) -> None:
    if "{{" not in text:
        assert open_blanks(text) == ()


def test_every_open_blank_is_named() -> None:
    assert open_blanks("Beste {{ first_name }}, bel {{phone\n}}.") == ("first_name", "phone")
    assert open_blanks("Beste Anna { }") == ()
    assert open_blanks("{{}}") == ("",)


@pytest.mark.parametrize(
    ("kind", "visibility"),
    [
        (DeliveryKind.HIDE, Visibility.HIDDEN),
        (DeliveryKind.UNHIDE, Visibility.VISIBLE),
        (DeliveryKind.DELETE, Visibility.DELETED),
    ],
)
def test_a_change_of_visibility_says_what_it_asks_for(
    kind: DeliveryKind, visibility: Visibility
) -> None:
    assert visibility_of(kind) is visibility


def test_a_step_is_named_in_the_language_or_in_english_or_by_its_id() -> None:
    step = Step(
        "forward", Role.MODERATOR, Role.SUPERVISOR, 24, (("en", "Forward"), ("nl", "Doorsturen"))
    )
    assert step.title_in("nl") == "Doorsturen"
    assert step.title_in("de") == "Forward"
    assert Step("forward", Role.MODERATOR, Role.SUPERVISOR, 24, ()).title_in("nl") == "forward"


def test_a_plan_forwards_only_when_it_has_that_step() -> None:
    forward = Step("forward", Role.MODERATOR, Role.SUPERVISOR, 24, ())
    call = Step("call", Role.MODERATOR, Role.SUPERVISOR, 1, ())
    assert EscalationPlan("ae", (call, forward)).forwards
    assert not EscalationPlan("crisis", (call,)).forwards


@pytest.mark.parametrize("state", EscalationState)
def test_an_escalation_is_open_until_pv_answers(state: EscalationState) -> None:
    found = Escalation(1, "u", 1, state, "plan", 1, 0, 0, 0, "{}", Role.PV_OFFICER, "anna", None, 1)
    assert found.is_open == (state is EscalationState.OPEN)


@given(st.integers(0, 2**47 * 1000), st.integers(0, 2**47 * 1000))
def test_ids_are_version_7_and_sort_by_their_time(first: int, second: int) -> None:
    one, two = new_uid(first), new_uid(second)
    parsed = uuid.UUID(one)
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == first // 1000
    if first // 1000 < second // 1000:
        assert one < two


def test_two_ids_of_one_moment_differ() -> None:
    assert len({new_uid(0) for _ in range(1000)}) == 1000


def test_the_program_itself_decides_nothing() -> None:
    deciding = {Right.REPLY, Right.ESCALATE, Right.ACKNOWLEDGE, Right.CLOSE, Right.CLASSIFY}
    assert not deciding & rights_of(system_actor().role)


def test_no_right_is_left_without_a_role_and_none_belongs_to_all() -> None:
    for right in Right:
        holders = {role for role in Role if right in rights_of(role)}
        assert holders
        assert holders != set(Role) or right is Right.SESSION


def test_categories_have_their_places_in_the_order_of_danger() -> None:
    assert [rank(each) for each in Category] == list(range(len(Category)))
    assert rank(Category.CRISIS) == 0
