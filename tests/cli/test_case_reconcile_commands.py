"""`case reconcile` and its kin, as PV's officer types them."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.domain.moderator import Role
from webcare_desk.vault.secret import Secret

OWN = "a sentence that is mine alone"


@pytest.fixture
def told(console: Console) -> Console:
    """Return a terminal at a desk with one case, and an officer who can sign."""
    console.good("comment", "escalate", "1", user="sanne")
    with console.opened() as app:
        first = people.log_in(app.desk, "noor", Secret(PASSWORD), Role.PV_OFFICER)
        people.set_password(app.desk, first.moderator, Secret(OWN), first, CHEAP)
        people.log_out(app.desk, first)
    return console


def noor(desk: Console, *words: str, twice: bool = False) -> str:
    return desk.good(*words, user="noor", stdin=f"{OWN}\n" * (1 + twice))


@pytest.mark.requirement("P28")
def test_a_list_is_compared_settled_and_signed_by_both(told: Console, tmp_path: Path) -> None:
    place = tmp_path / "pv.csv"
    place.write_text("ours,no\nNL-X-1,PV-8\na,b,c\n", encoding="utf-8")
    named = ("--reference", "ours", "--number", "no")
    done = told.run("case", "reconcile", str(place), *named, user="noor", stdin=f"{OWN}\n")
    assert done.code == 1
    assert "reconciliation 1: 2 lines, 1 cases of the period, 0 matched, 3 discrep" in done.out
    assert ": Line 3: This row has 3 fields" in done.out
    assert "unknown-to-us  no case, line 2, since" in done.out
    listed = told.run("case", "discrepancies", "--json", user="noor", stdin=f"{OWN}\n")
    found = [each["kind"] for each in json.loads(listed.out)]
    assert found == ["unknown-to-us", "missing-at-pv", "unread"]
    how = ("--resolution", "not-ours", "--words", "van een ander")
    assert "is settled" in noor(told, "case", "resolve", "1", *how)
    noor(told, "case", "resolve", "2", "--resolution", "next-period", "--words", "morgen")
    noor(told, "case", "resolve", "3", "--resolution", "pv-corrects", "--words", "komt opnieuw")
    assert noor(told, "case", "discrepancies") == "0 open.\n"
    settled = noor(told, "case", "discrepancies", "--all")
    assert re.search(r"settled: not-ours on 2\S+ \S+ by Noor.*: van een ander\n", settled)
    assert settled.endswith("0 open.\n")
    first, *_ = json.loads(noor(told, "case", "discrepancies", "--all", "--json"))
    assert (first["resolution"], first["words"]) == ("not-ours", "van een ander")
    no_proof = told.run("case", "evidence", "1", "--list", user="noor", stdin=f"{OWN}\n")
    assert "no signature of PV under reconciliation 1" in no_proof.err
    assert "is signed, signature 1" in noor(told, "case", "sign-list", "1", twice=True)
    again = told.refused("case", "sign-list", "1", user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert "signed already" in again
    assert "The signatures: every one of a person holds (1)." in told.good("audit", "verify")
    evidence = tmp_path / "pv.eml"
    evidence.write_text("akkoord", encoding="utf-8")
    by_pv = ("--who", "dr. De Boer", "--way", "mail", "--evidence", str(evidence))
    assert "is recorded" in noor(told, "case", "pv-signed", "1", *by_pv)
    (row,) = noor(told, "case", "reconciliations").splitlines()[1:]
    assert re.search(r"Noor.* this, 2\S+ \S+ UTC\+\d\d:\d\d +dr\. De Boer, mail, 2\d{3}-", row)
    (kept,) = json.loads(noor(told, "case", "reconciliations", "--json"))
    assert kept["pv_way"] == "mail"
    assert kept["signatures"][0]["name"].startswith("Noor")
    noor(told, "case", "evidence", "1", "--list", "--out", str(tmp_path / "kept.eml"))
    assert (tmp_path / "kept.eml").read_text(encoding="utf-8") == "akkoord"


@pytest.mark.requirement("P23")
def test_the_register_leaves_in_the_chosen_language(told: Console, tmp_path: Path) -> None:
    for language, heading in (("nl", "stand"), ("en", "state")):
        place = tmp_path / f"{language}.csv"
        done = noor(told, "case", "register", "--language", language, "--out", str(place))
        assert done == f"1 case is in {language}.csv.\n"
        assert heading in place.read_text(encoding="utf-8-sig").splitlines()[0]
    dutch = noor(told, "case", "statement", "--language", "nl", "--period", "day")
    assert "onze referentie" in dutch


def test_our_list_agrees_with_itself_in_each_form(told: Console, tmp_path: Path) -> None:
    span = ("--since", "2020-01-01")
    for form, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        place = tmp_path / f"list.{form}"
        noor(told, "case", "statement", *span, "--format", form, "--out", str(place))
        assert place.read_bytes().startswith(start)
    assert exports(told) == 3
    said = noor(told, "case", "reconcile", str(tmp_path / "list.csv"), *span, "--json")
    assert json.loads(said)["discrepancies"] == []
    assert "NIL" in noor(told, "case", "statement", "--period", "day", "--until", "2020-01-02")
    assert exports(told) == 3


def exports(console: Console) -> int:
    """Return how often our list left as a file, by the log."""
    with console.opened() as app:
        entries = app.desk.read.entries_after(0, 500)
        return sum(each.detail.get("what") == "list-export" for each in entries)


def test_a_list_that_is_refused_a_place_is_not_logged_as_having_left(
    console: Console, tmp_path: Path
) -> None:
    there = tmp_path / "there.csv"
    there.write_text("january", encoding="utf-8")
    for place, words in ((there, "exists already"), (tmp_path / "none" / "x", "cannot be written")):
        told = console.refused("case", "statement", "--out", str(place), user="noor")
        assert words in told
    assert there.read_text(encoding="utf-8") == "january"
    assert "list-export" not in console.good("audit", "show", user="willem")
    console.good("case", "statement", "--out", str(tmp_path / "new.csv"), user="noor")
    assert "list-export" in console.good("audit", "show", user="willem")
