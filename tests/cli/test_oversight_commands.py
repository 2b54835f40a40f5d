"""`review`, `qc`, `deviation` and `people online`, as a supervisor types them."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.actions import JudgeEntry, OpenReview, RecordCoverage
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.vault.secret import Secret

OWN = "a sentence that is mine alone"
TWICE = f"{OWN}\n{OWN}\n"
LONG_AGO = "2020-01-01"
SIGNED_AT = r"Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d"


@pytest.fixture
def desk(console: Console) -> Console:
    """Give the supervisor a password of his own, and let a moderator decide something."""
    with console.opened() as app:
        first = people.log_in(app.desk, "willem", Secret(PASSWORD), Role.SUPERVISOR)
        people.set_password(app.desk, first.moderator, Secret(OWN), first, CHEAP)
        people.log_out(app.desk, first)
    console.good("comment", "open", "1", user="sanne")
    console.good("comment", "close", "1", "not-an-adverse-event", user="sanne")
    return console


def willem(desk: Console, *words: str) -> str:
    return desk.good(*words, user="willem", stdin=f"{OWN}\n")


def as_json(desk: Console, *words: str) -> Any:  # noqa: ANN401 - whatever the command prints
    return json.loads(willem(desk, *words, "--json"))


def test_a_review_is_begun_judged_concluded_and_signed(desk: Console) -> None:
    twice = ("--question", "sample") * 2
    begun = as_json(desk, "review", "begin", "--since", LONG_AGO, *twice)
    hits = [hit for hit in begun["hits"] if hit["verdict"] is None]
    assert begun["review"] == 1
    for number, hit in enumerate(hits):
        words = ("--finding", "te snel") if number == 0 else ()
        willem(desk, "review", "judge", str(hit["id"]), *words)
    told = willem(desk, "review", "show", "1")
    assert f": sample {len(hits)}." in told, "a question that is named twice is asked once"
    assert "te snel" in told
    judged = [each for each in told.splitlines() if "finding" in each or "in-order" in each]
    assert told.count("Willem") == len(judged)
    assert "open" not in willem(desk, "review", "list")


@pytest.mark.requirement("D1")
def test_a_review_with_no_hits_is_signed(desk: Console) -> None:
    words = ("review", "begin", "--since", LONG_AGO, "--question", "own-check")
    assert "Review 1 of the entries 0 to" in willem(desk, *words)
    before = as_json_finding(desk)
    assert "give your password once more" in desk.refused(
        "review", "conclude", "1", "goed", user="willem", stdin=f"{OWN}\n"
    )
    said = desk.good("review", "conclude", "1", "goed", user="willem", stdin=TWICE)
    assert "Review 1 is concluded, signature 1" in said
    told = willem(desk, "review", "show", "1")
    assert "in-order: goed\n\nSigned by Willem" in told
    assert "reviewed this [reviewed]" in told
    assert re.search(SIGNED_AT, told)
    assert as_json_finding(desk) < before
    kept = as_json(desk, "review", "show", "1")
    assert kept["review"]["verdict"] == "in-order"
    assert kept["signatures"][0]["meaning"] == "reviewed"
    assert re.match(SIGNED_AT, kept["printed"][0][2])
    assert as_json(desk, "review", "list")[0]["id"] == 1


def test_who_acted_signs_no_conclusion_while_somebody_else_may(console: Console) -> None:
    with console.opened() as app:
        ada = people.log_in(app.desk, "ada", Secret(PASSWORD), Role.ADMINISTRATOR)
        roles, by = frozenset({Role.SUPERVISOR}), Secret(PASSWORD)
        people.add_moderator(app.desk, "kees", "Kees Bos", roles, by, ada, CHEAP)
        own = people.log_in(app.desk, "willem", by, Role.SUPERVISOR)
        people.set_password(app.desk, own.moderator, Secret(OWN), own, CHEAP)
        entry = app.desk.read.log_size() - 1
        hit = Hit(ReviewQuestion.SAMPLE, entry, own.moderator)
        number = app.desk.perform(OpenReview(0, entry, 1, (ReviewQuestion.SAMPLE,), (hit,)), own)
        kees = people.log_in(app.desk, "kees", by, Role.SUPERVISOR)
        app.desk.perform(JudgeEntry(1, Verdict.IN_ORDER), kees)
        before = app.desk.read.last_signature()
    words = ("review", "conclude", str(number), "goed")
    assert "acts of your own" in console.refused(*words, user="willem", stdin=TWICE)
    with console.opened() as app:
        assert app.desk.read.last_signature() == before


def test_what_cannot_be_concluded_is_not_signed_either(desk: Console) -> None:
    begun = as_json(desk, "review", "begin", "--since", LONG_AGO, "--question", "sample")
    (closed,) = (hit for hit in begun["hits"] if hit["actor"] == actor_of(desk, "sanne"))
    number = str(closed["id"])
    with desk.opened() as app:
        before = app.desk.read.last_signature()
    assert "not been judged yet" in conclude(desk, "goed")
    for hit in begun["hits"]:
        words = ("--finding", "te snel") if hit is closed else ()
        willem(desk, "review", "judge", str(hit["id"]), *words)
    assert "There are findings" in conclude(desk, "goed")
    assert "what the review concludes" in conclude(desk, " ", "--findings")
    with desk.opened() as app:
        assert app.desk.read.last_signature() == before
    refused = desk.refused(
        "review", "judge", number, "--finding", "x", "--back", "y", user="willem", stdin=TWICE
    )
    assert "to take your finding back" in refused
    willem(desk, "review", "judge", number, "--back", "was al gemeld")
    assert "te snel → was al gemeld" in willem(desk, "review", "show", "1")
    desk.good("review", "conclude", "1", "goed", user="willem", stdin=TWICE)
    refused = conclude(desk, "goed")
    assert "does not change any more" in refused


def conclude(desk: Console, *words: str) -> str:
    return desk.refused("review", "conclude", "1", *words, user="willem", stdin=TWICE)


def actor_of(desk: Console, login: str) -> str:
    with desk.opened() as app:
        account = app.desk.read.account(login)
    assert account is not None
    return account.moderator.id


def as_json_finding(desk: Console) -> int:
    """Return how many entries nobody has asked about own checks; there always are some."""
    outcome = desk.run("review", "never", "--json", user="willem", stdin=f"{OWN}\n")
    assert outcome.code == 1
    found = json.loads(outcome.out)
    return int(next(each["entries"] for each in found if each["question"] == "own-check"))


def test_what_is_not_there_is_wrong_use(desk: Console) -> None:
    for words in (
        ("review", "show", "9"),
        ("review", "conclude", "9", "goed"),
        ("deviation", "show", "9"),
        ("deviation", "close", "9"),
        ("deviation", "open", "x"),
        ("deviation", "open", "x", "--proposal", "nothing:1"),
        ("deviation", "measure", "1", "x", "--owner", "nobody", "--due", "2030-01-01"),
        ("qc", "check", "1"),
    ):
        assert desk.refused(*words, user="willem", stdin=f"{OWN}\n")
    table = desk.run("review", "never", user="willem", stdin=f"{OWN}\n")
    assert (table.code, "own-check" in table.out) == (1, True)


def test_the_periodic_review_is_text_json_or_a_page(desk: Console, tmp_path: Path) -> None:
    text = willem(desk, "review", "periodic", "--since", LONG_AGO)
    assert "The log, and by it every text and row of the desk | holds" in text
    assert "Sanne" in text
    found = as_json(desk, "review", "periodic", "--since", LONG_AGO)
    assert found["flaw"] == ""
    ahead = ("review", "periodic", "--since", LONG_AGO, "--until", "2130-01-01")
    assert "The period is not over" in desk.refused(*ahead, user="willem", stdin=f"{OWN}\n")
    page = tmp_path / "page.html"
    willem(desk, "review", "periodic", "--since", LONG_AGO, "--out", str(page))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_one_decision_is_one(desk: Console) -> None:
    said = willem(desk, "qc", "draw", "--since", LONG_AGO, "--share", "100")
    assert said.startswith("1 decision is drawn: 100 per cent, seed ")
    for words in (("qc", "draw"), ("review", "begin")):
        chosen = (*words, "--since", LONG_AGO, "--seed", "5")
        assert "No such option" in desk.refused(*chosen, user="willem"), "nobody chooses the draw"


@pytest.mark.requirement("P26")
def test_a_decision_is_drawn_checked_and_counted(desk: Console) -> None:
    drawn = as_json(desk, "qc", "draw", "--since", LONG_AGO, "--share", "100")
    assert drawn == {"drawn": 1, "seed": drawn["seed"], "share": 100}
    again = willem(desk, "qc", "draw", "--since", LONG_AGO)
    assert "0 decisions are drawn: 10 per cent" in again
    assert "not-a-report" in willem(desk, "qc", "list")
    listed = as_json(desk, "qc", "list")[0]["decision"]
    assert (listed["comment"], listed["by"]) == (1, "")
    enough = as_json(desk, "qc", "draw", "--since", LONG_AGO, "--below", "0.5")
    assert enough == {"drawn": 0, "seed": enough["seed"], "below": "0.5"}
    assert "rule out 5 per cent" in willem(desk, "qc", "draw", "--since", LONG_AGO, "--below", "5")
    said = willem(
        desk, "qc", "check", "1", "--disagree", "--category", "adverse-event",
        "--because", "missed-event", "--remark", "hoofdpijn",
    )  # fmt: skip
    assert "Day zero of comment 1 stays the first look at it. Case 1 is on its way to PV." in said
    assert [each["kind"] for each in as_json(desk, "deviation", "list")] == ["missed-event"]
    rates = as_json(desk, "qc", "rates", "--since", LONG_AGO)
    assert (rates[0]["checked"], rates[0]["missed"]) == (1, 1)
    assert "95 %" in willem(desk, "qc", "rates", "--since", LONG_AGO)
    (done,) = as_json(desk, "qc", "done", "--since", LONG_AGO)
    assert (done["id"], done["decision"]["by"]) == (1, "")
    assert done["drawn_at"] <= done["checked_at"]
    draws = as_json(desk, "qc", "draws", "--since", LONG_AGO)
    assert [each["outcome"]["missed"] for each in draws] == [1] * 4
    shown = willem(desk, "qc", "draws", "--since", LONG_AGO)
    assert "1 of 1" in shown
    assert "fewer than" not in shown
    row = willem(desk, "qc", "done", "--since", LONG_AGO).splitlines()[1]
    assert re.search(r"Willem\b.* +disagrees +hoofdpijn", row)
    assert as_json(desk, "qc", "done", "--since", "2000-01-01", "--until", LONG_AGO) == []


def test_a_crisis_that_was_missed_is_answered_before_pv_hears_of_it(desk: Console) -> None:
    as_json(desk, "qc", "draw", "--since", LONG_AGO, "--share", "100")
    said = willem(
        desk, "qc", "check", "1", "--disagree", "--category", "crisis", "--because", "missed-event"
    )
    assert "Answer it now: it is in the crisis queue." in said
    assert "A deviation is open for it." in said
    found = as_json(desk, "comment", "show", "1")
    assert (found["work"]["queue"], found["escalations"]) == ("crisis", [])
    assert found["work"]["due"] == found["work"]["reply_due"] is not None


def test_a_deviation_goes_its_way(desk: Console) -> None:
    willem(desk, "deviation", "open", "te laat gelezen", "--kind", "other", "--comment", "1")
    willem(desk, "deviation", "explain", "1", "onderbezet")
    due = ("--owner", "sanne", "--due", "2030-01-01", "--preventive")
    assert "Measure 1" in willem(desk, "deviation", "measure", "1", "dienst erbij", *due)
    for day in ("2020-01-01", "2150-01-01"):
        words = ("deviation", "measure", "1", "x", "--owner", "sanne", "--due", day)
        assert "today or later" in desk.refused(*words, user="willem", stdin=f"{OWN}\n")
    shown = willem(desk, "deviation", "show", "1")
    assert "Opened by willem " in shown
    assert ", about comment 1." in shown
    assert re.search(r"preventive +sanne +in \d+ days +– +dienst erbij +–", shown)
    (due_at,) = (each["due_at"] for each in as_json(desk, "deviation", "show", "1")["measures"])
    last = datetime.fromtimestamp(due_at / 1_000_000, ZoneInfo("Europe/Amsterdam"))
    assert (last.date().isoformat(), last.hour, last.minute) == ("2030-01-01", 23, 59)
    assert "Did they work: –" in shown
    willem(desk, "deviation", "done", "1", "geregeld")
    refused = desk.refused("deviation", "close", "1", user="willem", stdin=f"{OWN}\n")
    assert "find that the measures worked" in refused
    willem(desk, "deviation", "effect", "1", "zie de notulen", "--failed")
    shown = willem(desk, "deviation", "show", "1")
    assert re.search(r"sanne +done 20[-+0-9: ]+ willem +dienst erbij +geregeld", shown)
    assert re.search(r"Did they work: no, says willem 20[-+0-9: ]+: ✗ zie de notulen", shown)
    willem(desk, "deviation", "explain", "1", "geen rooster")
    assert "work: not yet; before: ✗" in willem(desk, "deviation", "show", "1")
    willem(desk, "deviation", "effect", "1", "zie de notulen")
    assert "Did they work: yes, says willem 20" in willem(desk, "deviation", "show", "1")
    assert (
        as_json(desk, "deviation", "show", "1")["deviation"]["cause"] == "onderbezet\ngeen rooster"
    )
    assert as_json(desk, "deviation", "list", "--open")[0]["id"] == 1
    assert "te laat gelezen" in willem(desk, "deviation", "list")


def test_what_is_proposed_is_opened_by_its_name(desk: Console) -> None:
    failed = Coverage("community", 1, 2, CoverageState.FAILED, 0, 0, None, "503")
    with desk.opened() as app:
        app.desk.perform(RecordCoverage(Name("community"), failed, None), system_actor())
    assert "coverage-gap:" in willem(desk, "deviation", "proposed")
    origin = as_json(desk, "deviation", "proposed")[0]["origin"]
    willem(desk, "deviation", "open", "niet gelezen", "--proposal", origin)
    assert as_json(desk, "deviation", "list")[0]["origin"] == origin


def test_what_is_proposed_says_what_it_is_and_is_left_with_a_reason(desk: Console) -> None:
    failed = Coverage("community", 1, 2, CoverageState.FAILED, 0, 0, None, "503")
    with desk.opened() as app:
        app.desk.perform(RecordCoverage(Name("community"), failed, None), system_actor())
    assert " · 503" in willem(desk, "deviation", "proposed")
    origin = as_json(desk, "deviation", "proposed")[0]["origin"]
    other = ("--reason", "other", "--because", "announced")
    assert "is left" in willem(desk, "deviation", "leave", origin, *other)
    assert as_json(desk, "deviation", "proposed") == []
    again = desk.refused("deviation", "leave", origin, *other, user="willem", stdin=f"{OWN}\n")
    assert "is not proposed" in again


def test_the_log_is_searched_by_the_words_of_a_comment(desk: Console) -> None:
    found = as_json(desk, "audit", "show", "--words", "hoofdpijn")
    assert {each["action"] for each in found} == {"open", "close"}
    assert as_json(desk, "audit", "show", "--words", "nergens") == []


def test_people_online_are_listed(desk: Console) -> None:
    table = willem(desk, "people", "online")
    assert "willem" in table
    found = as_json(desk, "people", "online")
    assert found[0]["role"] == "supervisor"
