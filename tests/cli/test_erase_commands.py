"""Erasing at the terminal: asked by one, approved by another, and what has to stay."""

import json

import pytest

from tests.cli.conftest import PASSWORD, Console
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
    assert "lovely recipe" not in two.good("comment", "show", "3", user="willem")
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
    assert "claim 7" in two.good("erase", "holds", user="ada")
    assert json.loads(two.good("erase", "holds", "--json", user="ada"))[0]["comment"] == 3
    ask = ("erase", "ask", "--comment", "3", "--basis", "art-17-1-c")
    assert "held for the law" in two.refused(*ask, user="ada", stdin=TWICE)
    assert "is lifted" in two.good("erase", "lift", "3", *basis, user="ada")
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
