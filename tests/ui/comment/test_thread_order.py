"""Where posts stand around a comment, and what an edit changed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.difference import Change
from webcare_desk.domain.finding import Language, Screening, Tier
from webcare_desk.ui.comment.difference import LONGEST, difference
from webcare_desk.ui.comment.order import around

WORDS = st.lists(
    st.sampled_from(["ik", "heb", " ", "hoofdpijn", "😊", ".", "\n", "niet"]), max_size=12
)


def post(number: int, parent: int | None = None) -> Comment:
    return Comment(
        id=number,
        uid=f"u{number}",
        source="community",
        remote_id=f"c{number}",
        thread="t",
        thread_title="",
        parent=parent,
        author_name=f"A{number}",
        text=f"text {number}",
        link="",
        language=Language.NL,
        posted_at=number,
        ingested_at=number,
        revision=1,
        visibility=Visibility.VISIBLE,
        own=False,
        screening=Screening(Language.NL, Tier.NONE, ()),
    )


def ids(posts: tuple[Comment, ...]) -> list[int]:
    return [each.id for each in posts]


def test_parents_stand_before_and_answers_of_answers_after_the_comment() -> None:
    thread = [post(1), post(2, 1), post(3, 2), post(4, 3), post(5, 3), post(6, 5), post(7)]
    found = around(thread[2], thread)
    assert ids(found.parents) == [1, 2]
    assert ids(found.replies) == [4, 5, 6]
    assert ids(found.others) == [7]


def test_posts_that_answer_each_other_in_a_ring_do_not_hang_the_window() -> None:
    thread = [post(1, 3), post(2, 1), post(3, 2)]
    found = around(thread[0], thread)
    assert sorted([*ids(found.parents), *ids(found.replies), *ids(found.others)]) == [2, 3]


def test_a_parent_that_the_desk_does_not_have_is_left_out() -> None:
    assert around(post(5, 4), [post(5, 4)]).parents == ()


@settings(deadline=None, max_examples=100)
@given(before=WORDS.map("".join), after=WORDS.map("".join))
def test_an_edit_tells_both_wordings_whole(before: str, after: str) -> None:
    pieces = difference(before, after)
    kept_or = {
        change: "".join(each.text for each in pieces if each.change in {Change.KEPT, change})
        for change in (Change.ADDED, Change.REMOVED)
    }
    assert kept_or[Change.REMOVED] == before
    assert kept_or[Change.ADDED] == after


def test_very_long_wordings_are_compared_only_at_their_beginning() -> None:
    assert len(difference("x" * 10 * LONGEST, "")[0].text) == LONGEST
