"""A readable export says of which comment and account an entry tells, when, and by which clock."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, log_in, take_in
from tests.support.safety import make_safety
from webcare_desk.actions import Close, ExportForm, Open, RecordFailedLogin, SetRoles
from webcare_desk.disclosure import Order, export_log
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.store.base import LogFilter


def printed(file: Path) -> str:
    pages = pypdf.PdfReader(file).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def as_page(file: Path) -> str:
    return file.read_text(encoding="utf-8")


FORMS = [(ExportForm.PDF, printed), (ExportForm.HTML, as_page)]
READABLE = pytest.mark.parametrize(("form", "read"), FORMS)
Read = Callable[[Path], str]


def worked(bench: Bench) -> Actor:
    """Close comments, see a wrong password, and set a clock right that was ahead; return an auditor."""
    people = log_in(bench.desk)
    sanne = log_in(bench.desk, frozenset({Role.MODERATOR}), "sanne")[Role.MODERATOR]
    take_in(bench.desk, *(arrival(number) for number in range(3)))
    bench.desk.perform(RecordFailedLogin("sanne"), SYSTEM)
    role = SetRoles(sanne.moderator, frozenset({Role.MODERATOR}), active=True)
    bench.desk.perform(role, people[Role.ADMINISTRATOR])
    bench.clock.pass_by(-HOUR)
    bench.desk.perform(Open(3, 1), people[Role.MODERATOR])
    bench.desk.perform(Close(3, Reason.SPAM), people[Role.MODERATOR])
    return people[Role.AUDITOR]


def export(
    bench: Bench, by: Actor, form: ExportForm, target: Path, chosen: LogFilter | None = None
) -> Path:
    order = Order(bench.desk, by, bench.signer.verifier, target)
    export_log(order, form, chosen or LogFilter())
    return target


@pytest.mark.requirement("A5", "B3")
@READABLE
def test_an_entry_says_which_comment_which_account_and_that_the_clock_went_back(
    bench: Bench, tmp_path: Path, form: ExportForm, read: Read
) -> None:
    said = read(export(bench, worked(bench), form, tmp_path / "log"))
    closed = said[said.index("closed it") :]
    assert "comment 3" in closed[:200]
    assert "work 3 status" in closed
    assert "moderator Sanne failures" in said
    assert "alert: no" in said
    assert "moderator: Sanne" in said[said.index("changed an account") :][:200]
    assert "the clock had gone back 3599.99" in said


@pytest.mark.requirement("A5")
def test_a_table_has_the_clock_and_the_account(bench: Bench, tmp_path: Path) -> None:
    file = export(bench, worked(bench), ExportForm.CSV, tmp_path / "log.csv")
    text = file.read_bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    found = [dict(zip(header, row, strict=True)) for row in rows]
    back = [row["clock went back (s)"] for row in found]
    assert [seconds[:7] for seconds in back if seconds] == ["3599.99"]
    (failed,) = (row for row in found if row["action"] == "record-failed-login")
    assert "moderator 2 (Sanne) failures: 0 → 1" in failed["changes"]
    (roles,) = (row for row in found if row["action"] == "set-roles")
    assert "(Sanne)" in roles["detail"]


@READABLE
def test_the_cover_has_times_as_moments_and_people_by_name(
    bench: Bench, tmp_path: Path, form: ExportForm, read: Read
) -> None:
    by, at = worked(bench), bench.clock.at
    chosen = LogFilter(actor=by.moderator, since=at - 9 * HOUR, until=at + HOUR)
    said = read(export(bench, by, form, tmp_path / "log", chosen))
    assert "actor: Anna" in said
    assert "since: 2026-03-02 23:00:00 UTC" in said
    assert "until: 2026-03-03 09:00:00 UTC" in said


@READABLE
def test_values_that_are_times_or_people_are_told_as_such(
    bench: Bench, tmp_path: Path, form: ExportForm, read: Read
) -> None:
    auditor = log_in(bench.desk, frozenset({Role.AUDITOR}), "inspector")[Role.AUDITOR]
    safety = make_safety(bench)
    safety.leave()
    safety.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld", "PV-1"))
    said = read(export(bench, auditor, form, tmp_path / "log", LogFilter(subject=1)))
    escalated, answered = said.index("escalated it to"), said.index("entered and signed")
    assert "escalation 1 by" in said[escalated:answered]
    assert safety.sanne.uid not in said
    assert "safety case 1 since: " in said[answered:]
    assert str(bench.clock.at)[:7] not in said[answered:]


@pytest.mark.parametrize("chosen", [LogFilter(subject=3), LogFilter()])
def test_a_page_without_cases_says_of_no_entry_that_it_belongs_to_none(
    bench: Bench, tmp_path: Path, chosen: LogFilter
) -> None:
    said = as_page(export(bench, worked(bench), ExportForm.HTML, tmp_path / "log", chosen))
    assert "closed it" in said[said.index("<h2>What was done</h2>") :]
    assert "belong to no case" not in said
