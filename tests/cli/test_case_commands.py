"""`case`: listed, shown, exported, checked, and a message from elsewhere read."""

import email
import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import Role
from webcare_desk.pv.e2b.read import read
from webcare_desk.vault.secret import Secret


@pytest.fixture
def told(console: Console) -> Console:
    """Return a terminal at a desk with one case."""
    console.good("comment", "escalate", "1", user="sanne")
    return console


@pytest.mark.requirement("P28")
def test_cases_are_listed_and_shown(told: Console) -> None:
    (only,) = json.loads(told.good("case", "list", "--json", user="noor"))
    assert (only["id"], only["comment"], only["state"]) == (1, 1, "queued")
    assert "case" not in only
    assert "queued" in told.good("case", "list", user="noor")
    assert "hoofdpijn" in told.good("case", "show", "1", user="noor")
    assert "There is no case 9." in told.run("case", "show", "9", user="noor").err


def test_no_case_is_an_empty_list(console: Console) -> None:
    assert json.loads(console.good("case", "list", "--json", user="noor")) == []


@pytest.mark.requirement("P28")
def test_a_case_is_exported_checked_and_read_back(told: Console, tmp_path: Path) -> None:
    place = tmp_path / "case.xml"
    told.good("case", "export", "1", "--format", "e2b-r3", "--out", str(place), user="noor")
    report = report_of(read(place.read_bytes()).batch)
    assert report.each("E.i")[0].text("E.i.1.1a")
    assert "exists already" in told.run("case", "export", "1", "--out", str(place), user="noor").err
    assert told.good("case", "check", str(place)) == "Nothing is wrong.\n"
    assert told.run("case", "check", str(place), "--profile", "submission").code == 1
    seen = json.loads(told.good("case", "read", str(place), "--json"))
    assert seen["unmodelled"] == []
    assert "C.1.9.1  (NI)" in told.good("case", "read", str(place))


@pytest.mark.requirement("P28")
def test_an_export_goes_to_standard_output(told: Console) -> None:
    out = told.good("case", "export", "1", user="noor")
    assert out.startswith("<?xml")
    assert json.loads(told.good("case", "export", "1", "--format", "json", user="noor"))
    masked = told.run("case", "export", "1", "--profile", "ev-masked", user="noor").out
    assert 'nullFlavor="MSK"' in masked


def test_a_submission_says_that_no_release_is_loaded(told: Console, tmp_path: Path) -> None:
    done = told.run("case", "export", "1", "--profile", "submission", user="noor")
    assert done.code == 0
    assert "No MedDRA release is loaded" in done.err
    (tmp_path / "llt.asc").write_text("10019211$hoofdpijn$1$$$$$$$Y$$\n", encoding="utf-8")
    (tmp_path / "meddra_release.asc").write_text("28.1$Dutch$$\n", encoding="utf-8")
    words = ("--profile", "submission", "--meddra", str(tmp_path))
    assert "10019211" in told.run("case", "export", "1", *words, user="noor").out


def test_a_report_is_taken_back_with_a_reason(told: Console) -> None:
    done = told.run("case", "export", "1", "--nullify", " ", user="noor")
    assert "Say why" in done.err
    assert (
        "not both"
        in told.run("case", "export", "1", "--nullify", "a", "--amend", "b", user="noor").err
    )


def test_a_file_that_is_no_message_is_a_sentence(console: Console, tmp_path: Path) -> None:
    assert "cannot be read" in console.run("case", "check", str(tmp_path / "none")).err
    place = tmp_path / "a.xml"
    place.write_text("<!DOCTYPE a><a/>", encoding="utf-8")
    assert "document type" in console.run("case", "read", str(place)).err
    place.write_text("<a><b>1</b></a>", encoding="utf-8")
    assert "not a batch" in console.run("case", "check", str(place)).err


@pytest.mark.requirement("P11")
def test_what_is_not_modelled_is_told(told: Console, tmp_path: Path) -> None:
    out = told.good("case", "export", "1", user="noor")
    place = tmp_path / "a.xml"
    place.write_text(
        out.replace('processingCode code="P"', 'processingCode code="T"'), encoding="utf-8"
    )
    assert "not modelled: PORR_IN049016UV/processingCode" in told.good("case", "read", str(place))
    found = told.good("case", "check", str(place), "--json")
    assert json.loads(found) == []


def test_a_schema_pack_is_asked_where_the_user_points_at_one(told: Console, tmp_path: Path) -> None:
    place = tmp_path / "a.xml"
    place.write_text(told.good("case", "export", "1", user="noor"), encoding="utf-8")
    done = told.run("case", "check", str(place), "--schema-pack", str(tmp_path))
    assert "no usable schema" in done.err


def _answer(place: Path, number: str, code: str, text: str = "") -> str:
    place.write_bytes(acknowledgement(report=number, code=code, text=text))
    return str(place)


@pytest.mark.requirement("P28")
def test_an_acknowledgement_is_recorded_once(told: Console, tmp_path: Path) -> None:
    message = read(told.good("case", "export", "1", user="noor").encode())
    number = report_of(message.batch).text("C.1.1")
    place = tmp_path / "ack.xml"
    early = told.run("case", "ack", _answer(place, number, "CA"), user="noor")
    assert early.code == 1
    assert "has not left the desk" in early.out
    unknown = told.run("case", "ack", _answer(place, "NL-X-9", "CA"), user="noor")
    assert (unknown.code, "no report of this desk" in unknown.out) == (1, True)
    told.pv_says("--decision", "accepted", "--reference", "PV-9")
    again = told.good("case", "ack", _answer(place, number, "CA"), user="noor")
    assert "was acknowledged before, as PV-9" in again
    refused = told.run("case", "ack", _answer(place, number, "CR", "D.1 is wrong"), user="noor")
    assert "D.1: D.1 is wrong" in refused.out
    assert json.loads(told.run("case", "ack", str(place), "--json", user="noor").out)["answers"]
    assert "ack" in told.good("case", "--help")


def test_an_answer_to_a_report_that_left_acknowledges_the_case(
    told: Console, tmp_path: Path
) -> None:
    (tmp_path / "pv").mkdir()
    settings = f"[pv]\nkind = 'folder'\nfolder = '{tmp_path / 'pv'}'\n"
    (told.folder / "desk.toml").write_text(settings, encoding="utf-8")
    told.good("outbox", "send", user="willem")
    (mail,) = (tmp_path / "pv").glob("*.eml")
    parts = email.message_from_bytes(mail.read_bytes()).walk()
    files = {part.get_filename(): part.get_payload(decode=True) for part in parts}
    report = files["e2b-r3.xml"]
    assert isinstance(report, bytes)
    assert report == told.good("case", "export", "1", user="noor").encode()
    found = read(report).batch
    place = tmp_path / "ack.xml"
    number, batch = report_of(found).text("C.1.1"), found.text("N.1.2")
    place.write_bytes(acknowledgement(report=f"{batch} {number}", batch=batch))
    said = told.good("case", "ack", str(place), user="noor")
    assert said.splitlines()[1:] == ["case 1 is acknowledged as PV-9"]
    (case,) = json.loads(told.good("case", "list", "--json", user="noor"))
    assert (case["state"], case["pv_reference"]) == ("accepted", "PV-9")
    assert "before, as PV-9" in told.good("case", "ack", str(place), user="noor")


def test_a_case_lives_from_version_to_version(told: Console) -> None:
    out = told.run("case", "follow-up", "1", "--words", "44 jaar", user="sanne").err
    assert "Version 1 has not left for PV yet" in out
    told.pv_says("--decision", "accepted", "--reference", "PV-9")
    held = ("--hold", "--set", "D.2.2a=44", "--set", "D.2.2b=a", "--set", "D.1=(MSK)")
    said = told.good("case", "follow-up", "1", "--words", "44 jaar", *held, user="sanne")
    assert said == "Case 1, version 2: follow-up.\n"
    assert "queued" in told.good("case", "send", "1", user="sanne")
    shown = told.good("case", "show", "1", user="noor")
    assert "version 1, initial" in shown
    assert "version 2, follow-up" in shown
    assert "44 jaar" in shown
    exported = told.good("case", "export", "1", user="noor")
    assert report_of(read(exported.encode()).batch).text("D.2.2a") == "44"
    first = told.good("case", "export", "1", "--version", "1", user="noor")
    assert report_of(read(first.encode()).batch).text("D.2.2a") == ""
    told.pv_says("--decision", "accepted", "--reference", "PV-9")
    assert "E.i[1]: hoofdpijn" in shown
    edits = ("--add-reaction", "duizelig", "--add-drug", "concomitant:Calmix", "--remove", "E.i[1]")
    gone = ("case", "follow-up", "1", "--words", "niet hoofdpijn", *edits)
    assert "Say with --base of which version" in told.run(*gone, user="sanne").err
    told.good(*gone, "--base", "2", user="sanne")
    report = report_of(read(told.good("case", "export", "1", user="noor").encode()).batch)
    assert report.each("E.i")[-1].text("E.i.1.1a") == "duizelig"
    assert "hoofdpijn" not in [each.text("E.i.1.1a") for each in report.each("E.i")]
    drug = report.each("G.k")[-1]
    assert (drug.text("G.k.1"), drug.text("G.k.2.2")) == ("2", "Calmix")
    assert "Reaction taken away: “hoofdpijn”." in report.text("H.1")
    odd = told.run("case", "amend", "1", "--reason", "x", "--remove", "H.1", user="sanne")
    assert "“H.1” is no part" in odd.err
    half = ("case", "follow-up", "1", "--words", "x", "--add-reaction", "\udcff")
    assert "half a character" in told.refused(*half, user="sanne")
    wrong = told.run("case", "amend", "1", "--reason", "x", "--set", "D.1", user="sanne")
    assert "is not an element" in wrong.err


OWN = "a sentence that is mine alone"


@pytest.fixture
def signs(told: Console) -> Console:
    """Give PV's officer a password of her own, with which she can sign."""
    with told.opened() as app:
        first = people.log_in(app.desk, "noor", Secret(PASSWORD), Role.PV_OFFICER)
        people.set_password(app.desk, first.moderator, Secret(OWN), first, CHEAP)
        people.log_out(app.desk, first)
    return told


def test_what_pv_said_is_entered_signed_and_the_case_closed(signs: Console, tmp_path: Path) -> None:
    mail = tmp_path / "answer.eml"
    mail.write_text("Subject: re: NL-1\n\nGeen casus.", encoding="utf-8")
    words = ("--decision", "not-a-case", "--way", "mail", "--evidence", str(mail))
    why = ("--reason", "no-product")
    said = signs.good("case", "answer", "1", *words, *why, user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert said == "Case 1: not-a-case, recorded and signed.\n"
    shown = signs.good("case", "show", "1", user="noor", stdin=f"{OWN}\n")
    assert "mail: not-a-case\n    signed: Noor" in shown
    proof = hashlib.sha256(mail.read_bytes()).hexdigest()
    assert f"evidence: answer 1, SHA-256 {proof}" in shown
    out = str(tmp_path / "again.eml")
    signs.good("case", "evidence", "1", "--out", out, user="noor", stdin=f"{OWN}\n")
    assert Path(out).read_bytes() == mail.read_bytes()
    none = signs.run("case", "evidence", "9", user="noor", stdin=f"{OWN}\n")
    assert "no answer 9" in none.err
    assert "closed" in signs.good("case", "close", "1", user="noor", stdin=f"{OWN}\n")
    (case,) = json.loads(signs.good("case", "list", "--json", user="noor", stdin=f"{OWN}\n"))
    assert (case["state"], case["reason"], case["owner"]) == ("closed", "no-product", None)
    news = ("--words", "toch", "--received", "2020-01-01")
    late = signs.run("case", "follow-up", "1", *news, user="sanne")
    assert "not before the case itself" in late.err
    back = signs.good("case", "nullify", "1", "--reason", "verkeerd", user="sanne")
    assert back == "Case 1, version 2: queued.\n"


def test_a_refused_report_is_corrected(told: Console, tmp_path: Path) -> None:
    (tmp_path / "pv").mkdir()
    settings = f"[pv]\nkind = 'folder'\nfolder = '{tmp_path / 'pv'}'\n"
    (told.folder / "desk.toml").write_text(settings, encoding="utf-8")
    told.good("outbox", "send", user="willem")
    message = read(told.good("case", "export", "1", user="noor").encode())
    number = report_of(message.batch).text("C.1.1")
    place = _answer(tmp_path / "ack.xml", number, "CR", "D.1 is wrong")
    assert told.run("case", "ack", place, user="noor").code == 1
    shown = told.good("case", "show", "1", user="noor")
    assert "e2b: rejected as PV-9" in shown
    assert "D.1: D.1 is wrong" in shown
    done = told.good("case", "correct", "1", "--words", "D.1", "--set", "D.1=A.B.", user="sanne")
    assert done == "Case 1, version 2: queued.\n"


def test_a_case_is_filed_as_the_settings_say(console: Console) -> None:
    told = "[safety]\nsender = 'AGENCY'\ncountry = 'BE'\nday_zero = 'posted'\nmeddra = 'none'\n"
    (console.folder / "desk.toml").write_text(told, encoding="utf-8")
    console.good("comment", "escalate", "1", user="sanne")
    report = report_of(read(console.good("case", "export", "1", user="noor").encode()).batch)
    assert report.text("C.1.1").startswith("BE-AGENCY-")
    shown = console.good("case", "show", "1", user="noor")
    assert "day zero (posted): 2026-03-03" in shown
    assert "(1 business day)" in shown
    assert "(15 days, serious)" in shown
    lacking = console.run("case", "export", "1", "--profile", "submission", user="noor")
    assert lacking.code == 2
    (console.folder / "desk.toml").write_text("[safety]\nschema_pack = 'xsd'\n", encoding="utf-8")
    place = console.folder / "case.xml"
    place.write_text(console.good("case", "export", "1", user="noor"), encoding="utf-8")
    assert "no usable schema" in console.run("case", "check", str(place)).err


def test_the_poster_is_asked_and_the_attempt_ends(told: Console) -> None:
    assert "Hoe gaat het nu?" in told.good("case", "questions", user="noor")
    out = told.good("case", "ask", "1", "--question", "age", "--question", "outcome", user="sanne")
    assert "2. Hoe gaat het nu?" in out
    assert "it leaves in 20 s" in out
    (invitation,) = (
        each
        for each in json.loads(told.good("outbox", "list", "--json", user="noor"))
        if each["kind"] == "reply"
    )
    assert "privébericht" in invitation["body"]
    assert "Hoe gaat het" not in invitation["body"]
    listed = json.loads(told.good("case", "questions", "--json", user="noor"))
    (waiting,) = listed["waiting"]
    assert (waiting["case"], waiting["attempt"]) == (1, 1)
    assert "attempt" in told.good("case", "questions", user="noor")
    assert (
        "no approved question"
        in told.run("case", "ask", "1", "--question", "shoe", user="sanne").err
    )
    again = ("case", "ask", "1", "--question", "age")
    ends = ("case", "asked", str(waiting["id"]), "--outcome", "no-answer")
    assert "still in the outbox" in told.run(*ends, user="sanne").err
    told.good("outbox", "cancel", str(invitation["id"]), user="sanne")
    assert "let a moderator send" in told.run(*again, user="noor").err
    assert "delivery" not in told.good(*again, "--by-hand", user="noor")
    listed = json.loads(told.good("case", "questions", "--json", user="noor"))
    ends = ("case", "asked", str(listed["waiting"][0]["id"]), "--outcome", "no-answer")
    done = told.good(*ends, user="sanne")
    assert done == "Attempt 2 of case 1: no-answer.\n"
