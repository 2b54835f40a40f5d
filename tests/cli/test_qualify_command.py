"""`qualify`: the report is signed by who may, and whatever is changed in it afterwards is found."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import OWN, PASSWORD, Console
from webcare_desk import people, signing_off
from webcare_desk.cli.doctor import Finding
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.signature import Meaning
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.qualification import installation, operation
from webcare_desk.qualification.check import Check
from webcare_desk.vault.secret import Secret

BOTH = f"{PASSWORD}\n{PASSWORD}\n"
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e"
Quick = Callable[..., None]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Quick:
    """Give how to put something in place of the long checks: one that passes, or fails."""

    def put(*, passed: bool = True) -> None:
        found = (Check("IQ-01", "Files", "all of them", "one", passed=True, requirements=("E1",)),)
        other = (Check("OQ-01", "Works", "well", HOSTILE, passed, ("A7",)),)
        monkeypatch.setattr(installation, "check_installation", lambda _: found)
        monkeypatch.setattr(operation, "check_operation", lambda _: other)
        fine = lambda name, _: Finding(name, is_fine=True, said=f"in {Path.home()}/desk")  # noqa: E731 - it stands in for one
        monkeypatch.setattr("webcare_desk.cli.doctor.looked", fine)

    put()
    return put


@pytest.fixture
def reports(quick: Quick, console: Console, tmp_path: Path) -> Path:
    """Let Ada qualify the desk and sign; return the folder with the report."""
    quick(passed=True)
    console.good("qualify", "run", "--out", str(tmp_path / "out"), user="ada", stdin=BOTH)
    return tmp_path / "out"


def json_in(folder: Path) -> Path:
    (found,) = folder.glob("*.json")
    return found


@pytest.mark.usefixtures("quick")
def test_without_a_desk_and_a_login_it_is_shown_what_was_expected_and_found(
    nowhere: Console, quick: Quick
) -> None:
    said = nowhere.good("qualify", "run")
    assert "passed  IQ-01  Files: one\n" in said
    assert said.endswith("12 of 12 checks passed; the verdict is “passed”.\n")
    assert "\x1b" not in said
    assert str(Path.home()) not in said
    quick(passed=False)
    failed = nowhere.run("qualify", "run")
    assert failed.code == 1
    assert "FAILED  OQ-01  Works: " in failed.out
    assert "expected: well\n11 of 12 checks passed; the verdict is “failed”." in failed.out


@pytest.mark.usefixtures("quick")
def test_as_json_it_names_build_machine_and_each_check(nowhere: Console) -> None:
    said = json.loads(nowhere.good("qualify", "run", "--json"))
    assert said["format"] == "webcare-desk/qualification/1"
    assert len(said["build"]) == 64
    assert (said["verdict"], said["made_by"], said["desk"]) == ("passed", "", "")
    assert [each["id"] for each in said["checks"]][:2] == ["IQ-01", "IQ-07"]
    assert said["made_at"][-6] in "+-"
    first = said["checks"][0]
    assert set(first) == {"id", "what", "expected", "found", "passed", "requirements"}


@pytest.mark.requirement("E1")
def test_a_signed_report_stands_in_the_log_with_its_digest_and_verdict(
    reports: Path, console: Console
) -> None:
    place = json_in(reports)
    with console.opened() as app:
        signed = app.desk.read.signatures()[-1]
        named = app.verifier.split("+", 1)[0]
    assert signed.record == hashlib.sha256(place.read_bytes()).hexdigest()
    assert signed.document == "qualification:passed"
    said = json.loads(place.read_bytes())
    assert (said["made_by"], said["desk"]) == ("Ada Smit (ada, administrator)", named)
    page = place.with_suffix(".html").read_text(encoding="utf-8")
    assert "Signed by Ada Smit (administrator)" in page
    assert signed.record in page
    assert "<script>" not in page
    assert "\u202e" not in page
    assert verify_log(console.folder).holds
    assert replay_log(console.folder).is_equal
    assert "as signed." in console.good("qualify", "check", str(place), user="ada")


@pytest.mark.requirement("E1")
def test_a_report_that_was_changed_afterwards_is_found(reports: Path, console: Console) -> None:
    place = json_in(reports)
    page = place.with_suffix(".html")
    whole, shown = place.read_bytes(), page.read_text(encoding="utf-8")
    for data, html in (
        (whole.replace(b'"passed": true', b'"passed":  true', 1), shown),
        (whole, shown.replace("all of them", "some of them")),
        (whole, shown.replace("Ada Smit (administrator)", "Bob Smit (administrator)")),
        (whole, shown.replace("<h2>Signature</h2>", "<h2>Signed</h2>")),
        (whole, shown.partition("<article><h2>Signature</h2>")[0] + "</body>\n</html>\n"),
        (whole, shown + "<p>and more</p>"),
    ):
        assert (data, html) != (whole, shown)
        place.write_bytes(data)
        page.write_text(html, encoding="utf-8", newline="")
        said = console.run("qualify", "check", str(page), user="ada")
        assert (said.code, "does not hold" in said.out) == (1, True), html
    place.write_bytes(whole)
    page.unlink()
    assert f"{place} is as signed." in console.good("qualify", "check", str(place), user="ada")


def test_a_failed_qualification_is_signed_as_failed_and_ends_with_one(
    quick: Quick, console: Console, tmp_path: Path
) -> None:
    quick(passed=False)
    words = ("qualify", "run", "--json", "--out", str(tmp_path / "out"))
    outcome = console.run(*words, user="ada", stdin=BOTH)
    assert outcome.code == 1
    assert json.loads(outcome.out) == json.loads(json_in(tmp_path / "out").read_bytes())
    assert "The report is in" in outcome.err
    with console.opened() as app:
        assert app.desk.read.signatures()[-1].document == "qualification:failed"
    page = json_in(tmp_path / "out").with_suffix(".html").read_text(encoding="utf-8")
    assert "<tr class=failed><td class=id>OQ-01" in page


@pytest.mark.usefixtures("quick")
def test_a_supervisor_signs_too_once_the_password_is_his_own(
    console: Console, tmp_path: Path
) -> None:
    words = ("qualify", "run", "--out", str(tmp_path / "out"))
    assert "no signing key" in console.refused(*words, user="willem", stdin=BOTH)
    assert list((tmp_path / "out").iterdir()) == []
    console.good("people", "password", user="willem", stdin=f"{PASSWORD}\n{OWN}\n")
    console.good(*words, user="willem", stdin=f"{OWN}\n{OWN}\n")
    said = json.loads(json_in(tmp_path / "out").read_bytes())
    assert said["made_by"].endswith("(willem, supervisor)")


@pytest.mark.parametrize("login", ["sanne", "noor"])
def test_who_does_not_configure_the_desk_signs_no_qualification(
    console: Console, tmp_path: Path, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(operation, "check_operation")  # it is refused before anything is tried
    words = ("qualify", "run", "--out", str(tmp_path / "out"))
    assert "configure" in console.run(*words, user=login, stdin=BOTH).err


def test_who_reviews_nothing_checks_no_report(reports: Path, console: Console) -> None:
    said = console.run("qualify", "check", str(json_in(reports)), user="sanne")
    assert (said.code, "review" in said.err) == (2, True)


@pytest.mark.usefixtures("quick")
def test_with_a_wrong_password_nothing_is_signed_and_nothing_written(
    console: Console, tmp_path: Path
) -> None:
    words = ("qualify", "run", "--out", str(tmp_path / "out"))
    said = console.refused(*words, user="ada", stdin=f"{PASSWORD}\nnot the password\n")
    assert "nothing was signed" in said
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_wrong_use_is_told_in_a_sentence(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "a-file.json"
    file.write_text('{"format": "another"}')
    assert "is no folder for the report" in console.refused("qualify", "run", "--out", str(file))
    assert "is no SHA-256" in console.refused("qualify", "run", "--build", "12ab")
    for text in ('{"format": "another"}', "[]", "no JSON", "[" * 100_000):
        file.write_text(text)
        said = console.refused("qualify", "check", str(file), user="ada")
        assert "This is no report of a qualification" in said
    missing = console.refused("qualify", "check", str(tmp_path / "none.json"), user="ada")
    assert "cannot be read" in missing


def test_a_signature_of_somebody_who_may_not_does_not_count(
    reports: Path, console: Console
) -> None:
    place = json_in(reports)
    changed = place.read_bytes().replace(b"all of them", b"some of it")
    place.write_bytes(changed)
    console.good("people", "password", user="noor", stdin=f"{PASSWORD}\n{OWN}\n")
    with console.opened() as app:
        noor, own = people.log_in(app.desk, "noor", Secret(OWN)), Secret(OWN)
        words = (digest(changed), Name("qualification:passed"), Meaning.REVIEWED)
        signing_off.sign(app.desk, noor, own, *words, login="noor")
        people.log_out(app.desk, noor)
    said = console.run("qualify", "check", str(place), user="ada")
    assert (said.code, "in the role pv-officer, which may not" in said.out) == (1, True)


def test_a_report_of_another_desk_was_not_signed_here(console: Console, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"format": "webcare-desk/qualification/1"}')
    said = console.run("qualify", "check", str(other), user="ada")
    assert (said.code, "is of another desk" in said.out) == (1, True)


@pytest.mark.requirement("E1")
def test_the_real_kit_tries_every_function_and_leaves_the_given_desk_as_it_was(
    console: Console,
) -> None:
    with console.opened() as app:
        size = app.desk.read.log_size()
    outcome = console.run("qualify", "run", "--json")
    said = json.loads(outcome.out)
    checks = {each["id"]: each for each in said["checks"]}
    assert [each for name, each in checks.items() if name[0] == "O" and not each["passed"]] == []
    assert checks["OQ-14"]["found"].startswith("varen ")
    assert outcome.code == int(said["verdict"] == "failed")
    with console.opened() as app:
        assert app.desk.read.log_size() == size
