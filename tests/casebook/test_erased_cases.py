"""A safety case that was erased after its years stops no list: what is left out is counted."""

from pathlib import Path

import pytest

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, take_in
from tests.support.erasable import erasure
from tests.support.safety import Safety, add_case
from tests.support.signing import staff
from webcare_desk import erasing
from webcare_desk.actions import Close
from webcare_desk.casebook.doubts import doubts
from webcare_desk.casebook.reconcile import ours_of, reconcile, statement
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.register import RegisterFilter, Shown
from webcare_desk.reports.listing import to_csv

ALWAYS = (0, 2**53 - 1)
YEARS = 11 * 366 * 24 * HOUR


@pytest.fixture
def erased(bench: Bench) -> Safety:
    """Give a desk whose first case was erased after eleven years."""
    desk, roles = bench.desk, {"dee": Role.DATA_PROTECTION, "sue": Role.SUPERVISOR}
    officers = {"noor": Role.PV_OFFICER, "sanne": Role.MODERATOR}
    crew = staff(desk, ada=Role.ADMINISTRATOR, **officers, **roles)
    safety = Safety(bench, crew["noor"], crew["sanne"])
    (comment,) = take_in(desk, arrival(1))
    add_case(safety, comment)
    safety.leave()
    safety.ack()
    safety.ack(SYSTEM, code="XX")
    desk.perform(Close(1, Reason.DONE), crew["sanne"].actor)
    bench.clock.pass_by(YEARS)
    request = crew["dee"].ask(desk, erasure(1))
    crew["sue"].approve(desk, request)
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention(safety=10))
    return safety


def test_lists_go_on_without_a_case_that_was_erased(erased: Safety, tmp_path: Path) -> None:
    desk = erased.bench.desk
    (comment,) = take_in(desk, arrival(7))
    case = add_case(erased, comment)
    assert [each.case for each in ours_of(desk.read)] == [case]
    place = tmp_path / "pv.csv"
    place.write_bytes(to_csv(statement(desk.read, *ALWAYS, erased.bench.clock())))
    made, _ = reconcile(desk, place, erased.noor.actor, ALWAYS)
    found = desk.read.reconciliation(made)
    assert found is not None
    assert (found.cases, found.matched) == (1, 1)
    assert desk.read.discrepancies() == []


def test_nobody_is_asked_about_an_answer_to_what_was_erased(erased: Safety) -> None:
    read = erased.bench.desk.read
    assert [each.meaning for each in read.case_answers(1)][-1] is AnswerMeaning.UNREADABLE
    assert doubts(read) == []
    assert erased.standing.doubt is None
    assert read.register_page(RegisterFilter(Shown.ALARM), None, 9) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "; erased cases left out: 1"), ("nl", "; gewiste meldingen weggelaten: 1")],
)
def test_a_statement_says_how_many_were_erased_of_its_period(
    erased: Safety, language: str, words: str
) -> None:
    read, now = erased.bench.desk.read, erased.bench.clock()
    whole = statement(read, *ALWAYS, now, language)
    assert whole.rows[0][0] == "NIL"
    assert whole.rows[0][-1].endswith(words)
    assert whole.facts[0][1].endswith(words)
    later = statement(read, now - HOUR, now, now, language)
    assert later.facts[0][1].endswith("UTC")
