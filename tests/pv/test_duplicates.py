"""Cases that may be the same one are shown, whatever the channel; nothing is decided."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pv.test_packet import cases
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.duplicates import MOST, WINDOW, Known, compare, known_from, possible
from webcare_desk.pv.packet import to_json

STORY = "Sinds de Ventora-pen heb ik elke avond hoofdpijn en ben ik heel erg misselijk"


def known(case: SafetyCase, number: int = 1, **changes: object) -> Known:
    found = known_from(number, to_json(case, "").decode("ascii"))
    return replace(found, reference=f"OTHER-{number}", **changes)  # type: ignore[arg-type]


def with_text(case: SafetyCase, text: str) -> SafetyCase:
    return replace(case, snapshot=replace(case.snapshot, text=text), criteria=())


@pytest.mark.requirement("P9")
def test_the_same_words_on_another_channel_are_found(case: SafetyCase) -> None:
    told = with_text(case, STORY)
    other = known(told, source="elsewhere", author="Somebody", posted_at=0)
    (found,) = possible(told, [other])
    assert (found.likeness, found.same_author, found.is_near) == (100, False, False)
    assert possible(told, [replace(other, text="Wat een mooi weer is het vandaag toch")]) == ()


def test_one_author_who_tells_it_again_is_found_within_the_window_alone(case: SafetyCase) -> None:
    told = with_text(case, STORY)
    near = known(told, text="Het is nog niet over", author=case.snapshot.author.upper())
    assert [each.known for each in possible(told, [near])] == [near]
    assert possible(told, [replace(near, posted_at=near.posted_at + WINDOW + 1)]) == ()
    assert possible(told, [replace(near, products=(), event_words=())]) == ()


def test_nobody_is_not_an_author(case: SafetyCase) -> None:
    told = replace(case, snapshot=replace(case.snapshot, author="Anoniem"))
    assert not compare(told, known(told)).same_author


def test_a_similar_story_needs_product_event_and_time(case: SafetyCase) -> None:
    told = with_text(case, STORY)
    again = "Elke avond hoofdpijn sinds ik de Ventora-pen gebruik, en misselijk ook"
    other = known(told, text=again, author="Iemand anders")
    assert len(possible(told, [other])) == 1
    assert possible(told, [replace(other, event_words=("jeuk",))]) == ()
    assert possible(told, [replace(other, posted_at=0)]) == ()


def test_a_short_text_says_nothing_by_itself(case: SafetyCase) -> None:
    told = with_text(case, "Ik ook!")
    assert possible(told, [known(told, author="Els", products=(), event_words=())]) == ()


@settings(max_examples=40, deadline=None)
@given(case=cases(), number=st.integers(1, 9))
def test_a_case_is_never_its_own_duplicate_and_always_like_itself(
    case: SafetyCase, number: int
) -> None:
    itself = replace(known(case, number), reference=case.reference)
    assert possible(case, [itself]) == ()
    alike = compare(case, known(case, number))
    assert alike.is_near
    assert alike.likeness in {0, 100}
    assert 0 <= alike.points <= 265


@settings(max_examples=40, deadline=None)
@given(one=cases(), other=cases())
def test_likeness_does_not_depend_on_which_came_first(one: SafetyCase, other: SafetyCase) -> None:
    there, back = compare(one, known(other)), compare(other, known(one))
    assert replace(there, known=back.known) == back


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(9)))
def test_the_order_of_the_known_cases_does_not_matter(order: list[int]) -> None:
    base = Known(0, "R", "s", "Fatima", STORY, 0, ("Ventora",), ("hoofdpijn",))
    text = STORY.split()
    many = [
        replace(base, escalation=n, reference=f"R{n}", text=" ".join(text[n % 4 :]))
        for n in range(9)
    ]
    case = _case_like(base)
    found = possible(case, [many[place] for place in order])
    assert found == possible(case, many)
    assert len(found) == MOST
    assert [each.points for each in found] == sorted((e.points for e in found), reverse=True)


def _case_like(base: Known) -> SafetyCase:
    from tests.pv.conftest import TEXT, case_for, comment

    made = case_for(comment(2, TEXT))
    snapshot = replace(made.snapshot, text=base.text, author=base.author)
    times = replace(made.awareness, posted_at=base.posted_at)
    return replace(
        made,
        snapshot=snapshot,
        awareness=times,
        products=base.products,
        event_words=base.event_words,
    )
