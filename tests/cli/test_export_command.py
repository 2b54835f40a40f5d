"""`audit export`: somebody takes entries of the log away, and that is an entry."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.support import inspector
from tests.support.forging import forge
from webcare_desk import actions

verifier = inspector.loaded().main


@pytest.mark.parametrize("form", ["csv", "jsonl", "html", "pdf"])
def test_the_log_is_written_in_every_form(console: Console, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"log.{form}"
    said = console.good("audit", "export", "--format", form, "--out", str(target), user="willem")
    assert str(target) in said
    assert target.stat().st_size > 1000
    assert "records that you took them" in said
    last = json.loads(console.good("audit", "show", "--limit", "3", "--json", user="willem"))
    assert "export-log" in {entry["action"] for entry in last}


def test_filters_are_those_of_show(console: Console, tmp_path: Path) -> None:
    target = str(tmp_path / "log.jsonl")
    words = ("audit", "export", "--format", "jsonl", "--out", target, "--actor", "ada")
    said = console.good(*words, "--action", "add-moderator", user="willem")
    assert ": 3 of " in said
    code, out = inspector.judged(verifier, console.folder / "log.vkey", target)
    assert code == inspector.HOLDS, out


def test_nobody_and_nothing_that_is_not_there_is_asked_for(
    console: Console, tmp_path: Path
) -> None:
    target = tmp_path / "log.csv"
    export = ("audit", "export", "--format", "csv", "--out", str(target))
    for said, *wrong in (
        ("no account “wilem”", "--actor", "wilem"),
        ("no action “escallate”", "--action", "escallate"),
        ("Comment 999 is not", "--comment", "999"),
    ):
        for words in (export, ("audit", "show")):
            assert said in console.refused(*words, *wrong, user="willem")
    assert not target.exists()


def test_who_has_left_or_is_named_as_in_an_entry_is_found(console: Console) -> None:
    console.good("comment", "show", "1", user="sanne")
    with console.opened() as app:
        (ada,) = (each for each in app.desk.read.moderators() if each.login == "ada")
        sanne = app.desk.read.account("sanne")
        assert sanne is not None
    forge(console.folder, "UPDATE moderator SET active = 0 WHERE login = 'sanne'")
    for login, uid in (("sanne", sanne.moderator.id), (ada.id, ada.id)):
        words = ("audit", "show", "--actor", login, "--limit", "9", "--json")
        shown = json.loads(console.good(*words, user="willem"))
        assert {each["actor"] for each in shown} == {uid}


def test_an_action_of_an_earlier_version_is_known_by_the_log(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "ACTIONS", ())
    words = ("audit", "show", "--action", "make-desk", "--json")
    assert len(json.loads(console.good(*words, user="willem"))) == 1


def test_nobodys_own_file_is_taken_for_the_draft(console: Console, tmp_path: Path) -> None:
    target, own = tmp_path / "log.csv", tmp_path / "log.csv.part"
    own.write_text("mine", encoding="utf-8")
    console.good("audit", "export", "--format", "csv", "--out", str(target), user="willem")
    assert own.read_text(encoding="utf-8") == "mine"
    assert {each.name for each in tmp_path.iterdir()} >= {target.name, own.name}
    assert not list(tmp_path.glob(".*.part"))


def test_words_of_a_comment_choose_its_entries_and_do_not_stand_in_the_log(
    console: Console, tmp_path: Path
) -> None:
    console.good("comment", "show", "1", user="sanne")
    target = str(tmp_path / "log.csv")
    words = ("audit", "export", "--format", "csv", "--out", target, "--words", "hoofdpijn")
    assert "records that you took them" in console.good(*words, user="willem")
    shown = json.loads(console.good("audit", "show", "--limit", "3", "--json", user="willem"))
    (entry,) = (each for each in shown if each["action"] == "export-log")
    assert "hoofdpijn" not in json.dumps(entry)


def test_a_package_of_one_case_is_checked_by_what_is_in_it(
    console: Console, tmp_path: Path
) -> None:
    target = tmp_path / "case.zip"
    said = console.good(
        "audit", "export", "--package", str(target), "--comment", "1", user="willem"
    )
    assert said.endswith("The package holds: its own verify.py checked it.\n")
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "case")
    verify = tmp_path / "case" / "verify.py"
    code, said = inspector.run(verify, console.folder / "log.vkey", ".", cwd=tmp_path / "case")
    assert code == inspector.HOLDS, said
    assert (tmp_path / "case" / "protocols").is_dir()


def test_a_package_of_a_changed_log_is_written_and_called_so(
    console: Console, tmp_path: Path
) -> None:
    forge(console.folder, "UPDATE entry SET leaf = CAST(leaf || ' ' AS BLOB) WHERE seq = 2")
    target = tmp_path / "desk.zip"
    done = console.run("audit", "export", "--package", str(target), user="willem")
    assert (done.code, target.exists()) == (1, True), done
    assert "its own verify.py says: IT DOES NOT HOLD: entry 2" in done.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--format", "csv"),
        ("--out", "x.csv"),
        ("--format", "csv", "--out", "x", "--package", "y"),
        ("--package", "y.zip", "--actor", "ada"),
        ("--package", "y.zip", "--comment", "99"),
    ],
)
def test_wrong_words_are_told_and_write_nothing(
    console: Console, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert console.refused("audit", "export", *words, user="willem")
    assert set(tmp_path.iterdir()) == before


def test_who_may_not_review_takes_nothing(console: Console, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    words = ("audit", "export", "--format", "csv", "--out", str(target))
    assert "review" in console.refused(*words, user="sanne")
    assert not target.exists()


def test_an_administrator_who_reads_no_comments_gets_none_in_a_package_nor_of_the_past(
    console: Console, tmp_path: Path
) -> None:
    target = tmp_path / "desk.zip"
    for words in (
        ("audit", "export", "--package", str(target)),
        ("audit", "at", "2020-01-01", "--comment", "1"),
    ):
        said = console.refused(*words, user="ada", role="administrator")
        assert "lacks the right “read”" in said
    assert not target.exists()
    assert "The desk had" in console.good("audit", "at", "2020-01-01", user="ada")
