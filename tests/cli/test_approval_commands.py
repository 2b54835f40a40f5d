"""Two persons at the terminal: one asks, another approves, and then it is done."""

import json
import re
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import OWN, PASSWORD, Console
from webcare_desk.clock import now
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import STANDS_FOR
from webcare_desk.paths import protocols_dir

TWICE = f"{PASSWORD}\n{PASSWORD}\n"
NOORS = f"{OWN}\n{OWN}\n"


@pytest.fixture
def two(console: Console) -> Console:
    """Give a terminal at a desk on which Ada and Noor can approve."""
    console.good("people", "password", user="noor", stdin=f"{PASSWORD}\n{OWN}\n")
    return console


def test_a_role_is_asked_for_approved_and_given(two: Console) -> None:
    give = ("people", "roles", "sanne", "--role", "senior")
    assert "This takes two persons" in two.refused(*give, user="ada")
    asked = two.good(*give, "--ask", "Sanne knows the work", user="ada", stdin=TWICE)
    assert "Request 1 waits for a second person" in asked
    listed = two.good("approval", "list", user="noor", stdin=NOORS)
    assert "role-grant  waiting" in listed
    assert "Sanne knows the work" in listed
    assert "Who asked does not decide" in two.refused(
        "approval", "approve", "1", user="ada", stdin=TWICE
    )
    approved = two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    assert "Account: Sanne" in approved
    assert "+ senior (new)" in approved
    assert "Signed by Noor (pv-officer)" in approved
    assert "Meaning: Noor approved this [approved]" in approved
    assert re.search(r"Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d", approved)
    shown = two.good("approval", "show", "1", user="noor", stdin=NOORS)
    assert "+ senior (new)" in shown
    assert '"login":"sanne"' in shown
    assert "Ada Smit authored this" in shown
    assert "senior" in two.good(*give, user="ada")
    assert two.good("approval", "list", user="ada").count("\n") == 1
    assert "used" in two.good("approval", "list", "--all", user="ada")
    assert re.search(r"\nUsed: 2\d{3}-", two.good("approval", "show", "1", user="ada"))


def test_codes_are_dropped_by_two_where_no_administrator_can_enter(two: Console) -> None:
    drop = ("people", "code", "sanne", "--drop")
    assert "ask for approval first" in two.refused(*drop, user="noor", stdin=NOORS)
    assert "lacks the right" in two.refused(*drop, user="sanne")
    for words in (("people", "code", "sanne"), ("people", "code", "--drop")):
        said = two.refused(*words, "--ask", "lost", user="noor", stdin=NOORS)
        assert "--ask goes with --drop" in said
    asked = two.good(*drop, "--ask", "Her telephone is gone", user="noor", stdin=NOORS)
    assert "Request 1 waits for a second person" in asked
    two.good("approval", "approve", "1", user="ada", stdin=TWICE)
    assert "no code any more" in two.good(*drop, user="noor", stdin=NOORS)


def test_a_request_is_shown_as_json_with_its_signatures(two: Console) -> None:
    two.good(
        "people", "add", "kim", "Kim", "--role", "supervisor", "--ask", "", user="ada", stdin=TWICE
    )
    shown = json.loads(two.good("approval", "show", "1", "--json", user="ada"))
    (signature,) = shown["signatures"]
    assert (signature["name"], signature["meaning"]) == ("Ada Smit", "authored")
    assert signature["zone"].startswith("utc")
    assert shown["printed"][0][0] == "Signed by Ada Smit (administrator)"
    (listed,) = json.loads(two.good("approval", "list", "--json", user="ada"))
    assert listed["state"] == "waiting"


def test_a_request_is_declined_or_withdrawn(two: Console) -> None:
    give = ("people", "roles", "sanne", "--role", "senior", "--ask", "please")
    two.good(*give, user="ada", stdin=TWICE)
    no = ("approval", "decline", "1")
    assert "Say --reason" in two.refused(*no, user="noor", stdin=NOORS)
    said = two.good(*no, "--reason", "other", "--because", "She leaves", user="noor", stdin=NOORS)
    assert "declined" in said
    two.good(*give, user="ada", stdin=TWICE)
    assert "Only who asked" in two.refused("approval", "withdraw", "2", user="noor", stdin=NOORS)
    assert "withdrawn" in two.good("approval", "withdraw", "2", user="ada")
    assert "no request 7" in two.refused("approval", "show", "7", user="ada")


def test_a_request_that_ran_out_is_listed_as_expired(
    two: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    give = ("people", "roles", "sanne", "--role", "senior", "--ask", "please")
    two.good(*give, user="ada", stdin=TWICE)
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    assert "role-grant  approved" in two.good("approval", "list", user="ada")
    later = partial(Desk, clock=lambda: now() + STANDS_FOR)
    monkeypatch.setattr("webcare_desk.app.Desk", later)
    assert "role-grant  expired" in two.good("approval", "list", user="ada")
    assert "Request 1: role-grant, expired." in two.good("approval", "show", "1", user="ada")


def test_to_sign_the_password_is_given_again(two: Console) -> None:
    give = ("people", "roles", "sanne", "--role", "senior", "--ask", "please")
    assert "once more on standard input" in two.refused(*give, user="ada")
    wrong = two.refused(*give, user="ada", stdin=f"{PASSWORD}\nnot the password\n")
    assert "nothing was signed" in wrong
    assert two.good("approval", "list", user="ada").count("\n") == 1


def test_a_changed_protocol_waits_and_comes_into_force_after_approval(
    two: Console, tmp_path: Path
) -> None:
    packs = shutil.copytree(protocols_dir(), tmp_path / "packs")
    (two.folder / "desk.toml").write_text(f'[desk]\nprotocols = "{packs}"\n', encoding="utf-8")
    assert "Waiting" not in two.good("protocol", "status")
    file = packs / "varen" / "pack.yaml"
    text = re.sub(r"(?m)^version: .*$", 'version: "9.9.9"', file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    assert "Waiting for a second person: varen@9.9.9" in two.good("protocol", "status")
    waiting = json.loads(two.good("protocol", "status", "--json"))["waiting"]
    assert waiting["kind"] == "protocol-in-force"
    assert "wait for a second person" in two.refused("protocol", "use", user="ada")
    two.good("protocol", "use", "--ask", "yearly review", user="ada", stdin=TWICE)
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    assert "In force: varen 9.9.9" in two.good("protocol", "use", user="ada")
    assert "Waiting" not in two.good("protocol", "status")


def test_a_proposed_version_comes_into_force_by_itself_and_the_old_one_stays_readable(
    two: Console, tmp_path: Path
) -> None:
    packs = shutil.copytree(protocols_dir(), tmp_path / "packs")
    file = packs / "varen" / "pack.yaml"
    text = re.sub(r"(?m)^version: .*$", 'version: "9.9.9"', file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    status = ("protocol", "status")
    propose = ("protocol", "propose", str(packs / "varen"), "--ask", "yearly review")
    said = two.good(*propose, "--from", "2026-01-02T08:00:00", user="ada", stdin=TWICE)
    eight = datetime(2026, 1, 2, 7, tzinfo=UTC).astimezone().isoformat(" ", "seconds")
    assert f"varen@9.9.9 is to come into force on {eight}" in said
    assert f"Asked for: varen@9.9.9, from {eight}: waiting\n" in two.good(*status)
    said = two.refused(*propose, "--from", "2 januari", user="ada", stdin=TWICE)
    assert "“2 januari” is no moment such as 2026-03-29" in said
    two.good(*propose, user="ada", stdin=TWICE)
    two.good("approval", "approve", "1", user="noor", stdin=NOORS)
    used = two.good("protocol", "use", user="ada")
    assert "In force: varen 9.9.9" in used
    assert "does not come into force any more. It is in force already." in two.good(*status)
    [asked] = json.loads(two.good(*status, "--json"))["asked"]
    assert (asked["request"]["id"], asked["obstacle"]) == (2, "It is in force already.")
    assert "6 comments were held against it: 0 new reports for PV." in used
    newest, oldest = json.loads(two.good("protocol", "versions", "--json"))
    assert (newest["name"], newest["is_in_force"], oldest["is_in_force"]) == (
        "varen@9.9.9",
        True,
        False,
    )
    compared = two.run("protocol", "diff", f"{oldest['root']}/varen", f"{newest['root']}/varen")
    assert "pack: version: " in compared.out
    assert "varen@9.9.9" in two.good("protocol", "versions")
    assert "in force already" in two.refused(*propose, user="ada", stdin=TWICE)
