"""A date of the form that the report cannot hold is never left out in silence."""

import pytest

from tests.pv.e2b.test_e2b_asked import problems, report, told
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.asked import partial_date


@pytest.mark.parametrize("typed", ["122012", "20260512120000", "202613", "12 mei 2026"])
def test_a_date_that_would_be_left_out_is_found_by_a_rule(case: SafetyCase, typed: str) -> None:
    vague = told(case, event_start=typed, use_start=typed)
    assert report(vague).each("E.i")[0].get("E.i.4") is None
    assert [field for _, field in problems(vague)] == [Ask.EVENT_START, Ask.USE_START]
    good = told(case, event_start="20260501", use_start="202605")
    assert report(good).each("E.i")[0].text("E.i.4") == "20260501"
    assert problems(good) == []


@pytest.mark.parametrize("typed", ["٣٥", "３５ jaar", "35\u00a0jaar"])
def test_an_age_is_read_in_the_digits_of_any_script(case: SafetyCase, typed: str) -> None:
    found = report(told(case, age=typed))
    assert (found.text("D.2.2a"), found.text("D.2.2b")) == ("35", "a")


@pytest.mark.parametrize("typed", ["１２-5-٢٠٢٦", "٢٠٢٦-05-12", "２０２６０５１２"])
def test_a_date_is_read_in_the_digits_of_any_script(typed: str) -> None:
    assert partial_date(typed) == "20260512"
