"""Alerts, sessions, codes and training at the terminal."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PASSWORD, Console
from webcare_desk.cli.people.entry import _first_code
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.training import Answer
from webcare_desk.paths import resources_dir
from webcare_desk.training import Sitting, load_pool
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret

#: The numbers that the terminal gives to the answers.
NUMBERS = {Answer.SAFETY: "1", Answer.QUALITY: "2", Answer.NONE: "3"}


def answers(seed: int, count: int = 12) -> str:
    """Return the right answers to the questions drawn by `seed`, a line each."""
    questions = Sitting(load_pool(resources_dir() / "training"), seed, count).questions
    return "".join(f"{NUMBERS[question.answer]}\n" for question in questions)


def test_five_wrong_passwords_are_a_finding_until_somebody_looks(console: Console) -> None:
    assert console.run("people", "alerts", user="ada").code == 0
    for _ in range(5):
        console.refused("inbox", "counts", user="sanne", stdin="wrong\n")
    found = console.run("people", "alerts", "--json", user="willem")
    assert found.code == 1
    (alert,) = json.loads(found.out)
    assert (alert["kind"], alert["tries"], alert["seen_by"]) == ("wrong-password", 5, None)
    listed = console.run("people", "alerts", "--seen", str(alert["id"]), user="willem")
    assert listed.code == 0
    assert re.search(r"wrong-password +sanne +5 .* willem", listed.out)
    assert "“guard”" in console.refused("people", "alerts", user="noor")


def test_a_session_that_was_left_open_is_ended(console: Console) -> None:
    with console.opened() as app:
        from webcare_desk import people  # beside the terminal

        sanne = people.log_in(app.desk, "sanne", Secret(PASSWORD), Role.MODERATOR)
    listed = console.good("people", "sessions", user="willem")
    assert sanne.session in listed
    (only,) = json.loads(console.good("people", "sessions", "--json", user="willem"))
    assert only["actor"]["session"] == sanne.session
    assert sanne.session not in console.good(
        "people", "sessions", "--end", sanne.session, user="willem"
    )
    assert "no such session" in console.refused("people", "sessions", "--end", "x", user="willem")


def test_a_code_is_enrolled_asked_for_and_dropped(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    monkeypatch.setattr(totp, "new_key", lambda: key)
    raw = b"12345678901234567890"

    def code(ahead: int) -> str:
        with console.opened() as app:
            return totp.code(raw, totp.step_at(app.desk.clock()) + ahead)

    assert "first code" in console.refused("people", "code", user="sanne")
    with monkeypatch.context() as patch:
        patch.setattr("webcare_desk.cli.people.entry.sys.stdin.isatty", lambda: True)
        patch.setattr("click.prompt", lambda words, **_: f"{words}, typed")
        assert _first_code() == "The first code, typed"
    said = console.good("people", "code", user="sanne", stdin=f"{PASSWORD}\n{code(0)}\n")
    assert "otpauth://totp/Webcare%20Desk%20varen:sanne?secret=GEZD" in said
    assert "also asks for a code" in console.refused("inbox", "counts", user="sanne")
    typed = f"{PASSWORD}\n{code(1)}\n"
    console.good("inbox", "counts", user="sanne", stdin=typed)
    assert "used before" in console.refused("inbox", "counts", user="sanne", stdin=typed)
    assert "for himself" in console.refused("people", "code", "sanne", user="ada")
    console.good("people", "code", "sanne", "--drop", user="ada")
    console.good("inbox", "counts", user="sanne")


def test_the_rules_are_shown_to_all_and_set_by_those_who_may(console: Console) -> None:
    shown = console.good("people", "rules", user="sanne")
    assert "locks after 10 minutes" in shown
    assert "closing need none" in shown
    assert "A password never grows too old." in shown
    changed = console.good("people", "rules", "--idle", "5", "--password-days", "90", user="ada")
    assert "locks after 5 minutes" in changed
    assert "too old after 90 days" in changed
    again = console.good("people", "rules", "--password-days", "0", user="ada")
    assert "A password never grows too old." in again
    assert "“administer”" in console.refused("people", "rules", "--idle", "5", user="willem")
    assert json.loads(console.good("people", "rules", "--json", user="sanne"))["idle_minutes"] == 5


def test_the_ages_of_passwords_that_are_offered_are_those_that_are_taken(console: Console) -> None:
    told = " ".join(console.good("people", "rules", "--help").split())
    assert "0: any age. [30<=x<=3650]" in told
    for days in ("1", "29", "3651"):
        said = console.refused("people", "rules", "--password-days", days, user="ada")
        assert f"{days} is not in the range 30<=x<=3650" in said


def test_a_shut_gate_opens_with_a_test_that_is_passed(console: Console) -> None:
    console.good("people", "training", "rules", "--gate", "--days", "30", user="willem")
    words = ("comment", "close", "4", "no-reply-needed")
    assert "take the test before you reply or close" in console.refused(*words, user="sanne")
    right = answers(7)
    taken = ("people", "training", "take")
    practice = console.good(*taken, "--seed", "7", user="sanne", stdin=f"{PASSWORD}\n{right}")
    assert "12 of 12 right.\nThis was practice: nothing was recorded." in practice
    assert "take the test" in console.refused(*words, user="sanne")
    console.patch.setattr("webcare_desk.training.drawn_by_lot", lambda: 7)
    done = console.good(*taken, user="sanne", stdin=f"{PASSWORD}\n{right}")
    assert "12 of 12 right." in done
    assert "Passed: the certificate holds until" in done
    console.good(*words, user="sanne")
    (row,) = [each for each in told(console) if each["person"]["login"] == "sanne"]
    assert row["standing"] == "expiring"
    table = console.good("people", "training", "list", user="willem")
    assert re.search(
        r"sanne .*expiring +recognising-reports +100 % +2\S+ \S+ +Sanne.* +in 29 days", table
    )
    assert re.search(r"willem .*missing( +–){5}", table)


def told(console: Console) -> list[dict[str, Any]]:
    """Return how everybody's training stands."""
    found: list[dict[str, Any]] = json.loads(
        console.good("people", "training", "list", "--json", user="willem")
    )
    return found


def test_wrong_answers_are_explained_and_make_no_certificate(console: Console) -> None:
    wrong = "3\n" * 12
    taken = ("people", "training", "take")
    console.patch.setattr("webcare_desk.training.drawn_by_lot", lambda: 7)
    failed = console.run(*taken, user="sanne", stdin=f"{PASSWORD}\n{wrong}")
    assert failed.code == 1
    assert "No: forward to PV" in failed.out
    assert "Not passed: 80 % is needed" in failed.out
    assert "nothing was recorded" in console.refused(
        *taken, user="sanne", stdin=f"{PASSWORD}\n1\n2\n"
    )
    assert "nothing was recorded" in console.refused(*taken, user="sanne", stdin=f"{PASSWORD}\n4\n")


def test_a_supervisor_vouches_for_a_course(console: Console) -> None:
    words = ("people", "training", "certify", "sanne")
    said = console.good(*words, "ventora-2026", "--until", in_two_years(console), user="willem")
    assert "Sanne has a certificate for ventora-2026" in said
    assert "still need" not in said
    console.good("people", "training", "rules", "--gate", user="willem")
    ends = ("--until", in_two_years(console))
    said = console.good(*words, "ventora-2027", *ends, user="willem")
    assert "Replying and closing still need recognising-reports." in said
    refusal = console.refused("comment", "close", "3", "done", user="sanne")
    assert "let a supervisor vouch for recognising-reports" in refusal
    console.good(*words, "recognising-reports", *ends, user="willem")
    said = console.good(*words, "ventora-2028", *ends, user="willem")
    assert "still need" not in said
    told = console.good("audit", "show", "--action", "certify", user="willem")
    assert f"course ventora-2028, moderator sanne, until {ends[1]}" in told
    told = console.good("audit", "show", "--action", "set-training-rules", user="willem")
    assert "training_gate True" in told
    assert "vouched" in console.good("people", "training", "list", user="willem")
    assert "no short name" in console.refused(*words, "Ventora 2026", "--until", "2027-01-01")
    assert "within three years" in console.refused(
        *words, "x", "--until", "1999-01-01", user="willem"
    )


def in_two_years(console: Console) -> str:
    """Return a day two years from now."""
    from datetime import UTC, datetime, timedelta

    with console.opened() as app:
        now = datetime.fromtimestamp(app.desk.clock() / 1_000_000, UTC)
    return f"{now + timedelta(days=700):%Y-%m-%d}"


@pytest.mark.parametrize("program", ["", "python3 desk.py"])
def test_what_an_auditor_reads_is_in_the_log(
    console: Console, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCARE_DESK_PROGRAM", program)
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    words = ("people", "add", "vera", "Vera Audit", "--role", "auditor", "--keep")
    console.good(*words, user="ada", stdin=typed)
    console.good("inbox", "counts", user="vera")
    console.good("audit", "show", user="vera")
    console.good("people", "training", "list", user="vera")
    assert taken(console) == [
        ("inbox-counts", None, None),
        ("audit-show", None, None),
        ("people-training-list", None, None),
    ]
    assert "lacks the right" in console.refused("comment", "claim", "1", user="vera")


def taken(console: Console) -> list[tuple[object, int | None, object]]:
    """Return what was read, as the log says it: the command, the comment and the case."""
    with console.opened() as app:
        entries = app.desk.read.entries_after(0, 500)
    return [
        (entry.detail["what"], entry.subject, entry.detail.get("escalation"))
        for entry in entries
        if entry.action == "read"
    ]


@pytest.mark.requirement("C1")
def test_whose_words_an_auditor_reads_is_in_the_log(console: Console) -> None:
    console.good("comment", "escalate", "1", user="sanne")
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    words = ("people", "add", "vera", "Vera Audit", "--role", "auditor", "--keep")
    console.good(*words, user="ada", stdin=typed)
    shown = ("case-show", "case-alike", "escalation-show", "protocol-explain", "comment-originals")
    for name in shown:
        console.good(*name.split("-"), "1", user="vera")
    console.good("review", "periodic", "--since", "2020-01-01", user="vera")
    assert "There is no case 9." in console.refused("case", "show", "9", user="vera")
    of_case = [(name, 1, 1) for name in shown[:3]]
    of_comment = [(name, 1, None) for name in shown[3:]]
    assert taken(console) == [*of_case, *of_comment, ("review-periodic", None, None)]
    assert console.good("audit", "verify").startswith("The log holds")
    assert "NOT" not in console.good("audit", "replay")


@pytest.mark.requirement("C1")
def test_a_file_of_a_case_that_leaves_is_an_entry_whoever_takes_it(
    console: Console, tmp_path: Path
) -> None:
    console.good("comment", "escalate", "1", user="sanne")
    console.good("case", "show", "1", user="sanne")
    assert taken(console) == []
    out = ("--out", str(tmp_path / "case.xml"))
    console.good("case", "export", "1", *out, user="noor")
    assert "exists already" in console.refused("case", "export", "1", *out, user="noor")
    console.good("case", "export", "1", "--format", "json", user="noor")
    console.good("comment", "originals", "1", user="sanne")
    console.good("comment", "originals", "1", "--write", "1", "--out", str(tmp_path), user="sanne")
    page = ("review", "periodic", "--since", "2020-01-01", "--out", str(tmp_path / "page.html"))
    console.good(*page, user="willem")
    assert taken(console) == [
        ("case-export", 1, 1),
        ("case-export", 1, 1),
        ("comment-originals", 1, None),
        ("review-periodic", None, None),
    ]
