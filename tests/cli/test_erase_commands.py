"""Erasing at the terminal: asked by one, approved by another, and what has to stay."""

import json
import re
from dataclasses import replace

import pytest

from tests.cli.conftest import PASSWORD, Console, remote
from webcare_desk import actions
from webcare_desk.actions.cases import ReceiveAcknowledgement, Told
from webcare_desk.domain.audit import Name
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter
from webcare_desk.store.sqlite.keeping import KeepingReads
from webcare_desk.store.sqlite.signing import SigningStoreReads

OWN = "a sentence that only she knows"
TWICE = f"{PASSWORD}\n{PASSWORD}\n"
NOORS = f"{OWN}\n{OWN}\n"


@pytest.fixture
def two(console: Console) -> Console:
    """Give a desk on which Ada is the data protection officer and Noor can approve."""
    roles = ("--role", "administrator", "--role", "data-protection")
    console.good("people", "roles", "ada", *roles, user="ada")
    console.good("people", "password", user="noor", stdin=f"{PASSWORD}\n{OWN}\n")
    return console


def test_a_comment_is_erased_by_two(two: Console) -> None:
    two.good("comment", "close", "3", "no-reply-needed", user="willem")
    ask = ("erase", "ask", "--comment", "3", "--basis", "art-17-1-c", "--words", "DSR-14")
    asked = two.good(*ask, user="ada", stdin=TWICE)
    assert "Request 1 waits for a second person" in asked
    assert "`erase approved 1`" in asked
    assert "still waits for the second" in two.refused("erase", "approved", "1", user="ada")
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    done = two.good("erase", "approved", "1", user="ada")
    assert "rows are erased; the log keeps their digests" in done
    assert "Backups removed: 0." in done
    shown = two.good("comment", "show", "3", user="willem")
    assert "lovely recipe" not in shown
    assert re.search(r"erased +2.*, by request 1\n  by +\(erased\), ", shown)
    assert re.search(r"\n\(erased\)\n", shown)
    listed = two.good("erase", "list", user="ada")
    assert "comment/3  used" in listed
    assert "DSR-14" in listed
    assert json.loads(two.good("erase", "list", "--json", user="ada"))[0]["rows"] > 0
    assert "The log holds" in two.good("audit", "verify")
    assert "equal" in two.good("audit", "replay")
    assert "Backups removed: 0." in two.good("erase", "finish", user="ada")
    assert b"lovely recipe" not in b"".join(
        file.read_bytes() for file in two.folder.rglob("*") if file.is_file()
    )


def test_no_clock_of_closed_work_is_late(two: Console) -> None:
    assert re.search("reply due .* late", two.good("comment", "show", "4", user="willem"))
    two.good("comment", "close", "4", "no-reply-needed", user="willem")
    assert "reply due   –" in two.good("comment", "show", "4", user="willem")


def test_what_must_stay_is_said_with_the_reason(two: Console) -> None:
    ask = ("erase", "ask", "--basis", "art-17-1-c")
    assert "close it first" in two.refused(*ask, "--comment", "3", user="ada", stdin=TWICE)
    assert "close it first" in two.refused(*ask, "--author-of", "3", user="ada", stdin=TWICE)
    assert "nothing to erase" in two.refused(*ask, "--due", user="ada", stdin=TWICE)
    assert "not on this desk" in two.refused(*ask, "--author-of", "99", user="ada", stdin=TWICE)
    assert "Give one of" in two.refused(*ask, user="ada", stdin=TWICE)
    assert "lacks the right" in two.refused(*ask, "--comment", "3", user="willem", stdin=TWICE)


def test_a_hold_is_set_listed_and_lifted(two: Console) -> None:
    two.good("comment", "close", "3", "no-reply-needed", user="willem")
    basis = ("--basis", "art-17-3-e")
    two.good("erase", "hold", "3", *basis, "--words", "claim 7", user="ada")
    assert "Ada Smit  claim 7" in two.good("erase", "holds", user="ada")
    assert json.loads(two.good("erase", "holds", "--json", user="ada"))[0]["comment"] == 3
    ask = ("erase", "ask", "--comment", "3", "--basis", "art-17-1-c")
    assert "held for the law" in two.refused(*ask, user="ada", stdin=TWICE)
    assert "--words" in two.refused("erase", "lift", "3", *basis, user="ada")
    why = ("--words", "claim 7 is settled")
    assert "is lifted" in two.good("erase", "lift", "3", *basis, *why, user="ada")
    with two.opened() as app:
        (entry,) = app.desk.read.entries(LogFilter(action=actions.LiftHold.name), None, 1)
        kept = app.desk.store.salted_text(tables.TEXT, entry.explanation or 0)
    assert kept is not None
    assert kept.values == ("claim 7 is settled",)
    assert two.good("erase", "holds", user="ada").count("\n") == 1


def test_the_lists_end_where_they_end(two: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    for reads, name in ((SigningStoreReads, "requests"), (KeepingReads, "holds")):
        monkeypatch.setitem(getattr(reads, name).__kwdefaults__, "limit", 1)
    monkeypatch.setattr(KeepingReads.erased_rows, "__defaults__", (None, 1))
    for comment in ("3", "4"):
        two.good("comment", "close", comment, "no-reply-needed", user="willem")
        ask = ("erase", "ask", "--comment", comment, "--basis", "art-17-1-c")
        two.good(*ask, user="ada", stdin=TWICE)
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    two.good("erase", "approved", "1", user="ada")
    for comment in ("2", "4"):
        two.good("erase", "hold", comment, "--basis", "art-17-3-e", user="ada")
    listed = json.loads(two.good("erase", "list", "--json", user="ada"))
    assert [each["rows"] for each in listed] == [0, 4]
    assert len(json.loads(two.good("approval", "list", "--all", "--json", user="ada"))) == 2
    assert len(json.loads(two.good("erase", "holds", "--json", user="ada"))) == 2


def test_what_is_due_is_listed_by_class(two: Console) -> None:
    assert two.good("erase", "due", user="ada").count("\n") == 1
    two.good("comment", "close", "3", "spam", user="willem")
    (two.folder / "desk.toml").write_text("[retention]\nspam_years = 0\n", encoding="utf-8")
    assert "spam" in two.good("erase", "due", user="ada")
    assert json.loads(two.good("erase", "due", "--json", user="ada")) == [
        {"comment": 3, "class": "spam"}
    ]
    ask = ("erase", "ask", "--due", "--basis", "art-5-1-e")
    assert "Request 1 waits" in two.good(*ask, user="ada", stdin=TWICE)


def of_nobody(console: Console, *names: str) -> list[str]:
    """Take in a comment of each name, and no account, as a file gives them; close them."""
    with console.opened() as app:
        bare = [
            replace(remote(50 + n, f"Dank {n}"), author_id=name, author_name=name)
            for n, name in enumerate(names)
        ]
        came = tuple(Arrival(each, app.triage(each)) for each in bare)
        added = app.desk.perform(actions.Ingest(Name("file"), came), system_actor()).added
    for each in map(str, added):
        console.good("comment", "close", each, "no-reply-needed", user="willem")
    return [str(each) for each in added]


def test_a_name_alone_is_not_taken_for_a_person(two: Console) -> None:
    anna, other, third, *nameless = of_nobody(two, "Anna", "Anna", "Anna", "", "")
    ask = ("erase", "ask", "--basis", "art-17-1-b")
    said = two.refused(*ask, "--author-of", anna, user="ada", stdin=TWICE)
    assert "under the name “Anna” several people may have written" in said
    assert f"once for each: {anna}, {other}, {third}." in said
    said = two.refused(*ask, "--author-of", nameless[0], user="ada", stdin=TWICE)
    assert "without a name several people may have written" in said
    picked = ("--comment", anna, "--comment", third)
    assert "erases 2 comments" in two.good(*ask, *picked, user="ada", stdin=TWICE)
    assert f"comment/{anna}-and-1-more" in two.good("erase", "list", user="ada")
    two.good(*ask, "--comment", nameless[0], user="ada", stdin=TWICE)
    assert f"Comment {nameless[0]} by (no name)" in two.good(
        "approval", "show", "2", user="noor", stdin=f"{OWN}\n"
    )
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    two.good("erase", "approved", "1", user="ada")
    assert "Dank 1" in two.good("comment", "show", other, user="willem")


def test_of_many_under_one_name_some_are_told(
    two: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.cli.erase._LISTED", 1)
    first, *_ = of_nobody(two, "Anna", "Anna")
    ask = ("erase", "ask", "--basis", "art-17-1-b", "--author-of", first)
    assert f": {first} and 1 more." in two.refused(*ask, user="ada", stdin=TWICE)


def test_an_answer_of_pv_that_nobody_can_place_is_erased_by_two(two: Console) -> None:
    nothing = Told(reports=(), batch=None, report="", reference="", code="", problems="[]")
    with two.opened() as app:
        letter = ReceiveAcknowledgement(nothing, evidence_of(b"<p>Sperwersma, hiv</p>"))
        app.desk.perform(letter, system_actor())
    assert "(cannot be read)" in two.good("pv", "unmatched", user="willem")
    ask = ("erase", "ask", "--basis", "art-17-1-a", "--answer")
    assert "not on this desk" in two.refused(*ask, "9", user="ada", stdin=TWICE)
    both = (*ask, "1", "--comment", "3")
    assert "Give one of" in two.refused(*both, user="ada", stdin=TWICE)
    said = two.good(*ask, "1", user="ada", stdin=TWICE)
    assert "erases answer 1 of PV for good, with the file as it came" in said
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    assert "2 rows are erased" in two.good("erase", "approved", "1", user="ada")
    assert "answer/1" in two.good("erase", "list", user="ada")
    assert "(cannot be read)" not in two.good("pv", "unmatched", user="willem")
    assert "The log holds" in two.good("audit", "verify")
