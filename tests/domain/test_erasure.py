"""How long each kind of comment is kept, and what a packet quotes."""

from datetime import UTC, datetime

import pytest

from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import (
    SAFETY_YEARS,
    Basis,
    Kept,
    Retention,
    RetentionClass,
    Written,
    answer_erasure,
    answer_in,
    comments_in,
    erasure_of,
    named,
    quotes,
    years_after,
)
from webcare_desk.domain.finding import Category
from webcare_desk.domain.reason import Reason


def moment(year: int, month: int, day: int) -> int:
    """Return a day in UTC microseconds."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp()) * 1_000_000


@pytest.mark.parametrize(
    ("category", "reason", "escalated", "kind"),
    [
        (Category.ADVERSE_EVENT, None, 1, RetentionClass.SAFETY),
        (Category.QUALITY, Reason.DONE, 1, RetentionClass.SAFETY),
        (Category.QUALITY, Reason.SPAM, None, RetentionClass.COMPLAINT),
        (Category.COUNTERFEIT, Reason.DONE, None, RetentionClass.COMPLAINT),
        (Category.INFORMATION, Reason.SPAM, None, RetentionClass.SPAM),
        (Category.INFORMATION, Reason.DONE, None, RetentionClass.ORDINARY),
        (Category.INFORMATION, None, None, RetentionClass.ORDINARY),
    ],
)
def test_the_class_of_a_comment(
    category: Category, reason: Reason | None, escalated: int | None, kind: RetentionClass
) -> None:
    assert Kept(1, category, reason, 0, escalated).kind is kind


def test_a_class_ends_after_its_years_and_a_safety_case_never_too_early() -> None:
    came = moment(2026, 3, 3)
    ordinary = Kept(1, Category.INFORMATION, None, came, None)
    assert ordinary.ends_at(Retention(ordinary=2)) == moment(2028, 3, 3)
    case = Kept(1, Category.ADVERSE_EVENT, None, came, moment(2026, 4, 1))
    assert case.ends_at(Retention(safety=0)) == moment(2026 + SAFETY_YEARS, 4, 1)
    assert case.ends_at(Retention(safety=30)) == moment(2056, 4, 1)


def test_a_leap_day_ends_on_the_first_of_march() -> None:
    assert years_after(moment(2028, 2, 29) + 7, 1) == moment(2029, 3, 1) + 7


def test_a_request_names_each_comment_once() -> None:
    wanted = erasure_of(Name("author/3"), [9, 2, 9], Basis.OBJECTION)
    assert comments_in(wanted) == (2, 9)
    assert wanted == erasure_of(Name("author/3"), [2, 9], Basis.OBJECTION)
    assert wanted.record != erasure_of(Name("author/3"), [2], Basis.OBJECTION).record


@pytest.mark.parametrize(
    ("document", "texts", "is_quoted"),
    [
        ('{"thread":[{"text":"Ik ook!"}]}', ["Ik ook!"], True),
        ('{"thread":[{"text":"Ik ook niet"}]}', ["Ik ook"], False),
        ('{"n":1,"text":"caf\\u00e9"}', ["café"], True),
        ("no json: Ik ook!", ["Ik ook!"], True),
        ("no json", ["Ik ook!"], False),
        ('{"text":""}', [""], False),
    ],
)
def test_what_a_packet_quotes(document: str, texts: list[str], *, is_quoted: bool) -> None:
    assert quotes(document, texts) is is_quoted


@pytest.mark.parametrize(
    ("remote", "name", "is_one"),
    [
        ("user:4", "Anna", True),
        ("user:4", "", True),
        ("guest:Anna", "Anna", False),
        ("guest:", "", False),
        ("Anna", "Anna", False),
        ("", "", False),
    ],
)
def test_a_name_alone_is_no_person(remote: str, name: str, *, is_one: bool) -> None:
    assert Written(1, remote, name, (1, 2)).is_one is is_one


def test_comments_that_were_picked_have_a_name() -> None:
    assert named([7]) == "comment/7"
    assert named([9, 4, 9, 5]) == "comment/4-and-2-more"


def test_a_request_names_comments_or_an_answer_of_pv() -> None:
    letter = answer_erasure(7, Basis.NOT_NEEDED)
    assert (letter.target, answer_in(letter), comments_in(letter)) == ("answer/7", 7, ())
    assert answer_in(erasure_of(Name("comment/2"), [2], Basis.OBJECTION)) is None
