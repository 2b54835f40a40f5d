"""An export at the terminal: a look first, then every row taken in or told with its line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.connectors import file_comments
from webcare_desk.connectors.file_import import FileSource
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import MalformedError
from webcare_desk.store.base import LogFilter
from webcare_desk.vault.secret import Secret

EXPORT = """\
id,author,text,date
1,Anne,Sinds Ventora heb ik hoofdpijn,2026-03-01T09:00:00Z
2,Bart,,2026-03-01T09:05:00Z
3,Carla,Waar is de folder?,gisteren
4,Dirk,Dank je wel,2026-03-01T09:10:00Z
"""
LATE = "5,Els,Tot ziens,9999-12-30T10:00Z\n"
STRANGE = """\
nummer;wie;wat;toen
1;Anne;Sinds Ventora heb ik hoofdpijn;01-03-2026 09:00
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Write an export with two good rows and two bad ones."""
    file = tmp_path / "Forum maart.csv"
    file.write_text(EXPORT, encoding="utf-8")
    return file


def test_a_preview_shows_the_mapping_the_comments_and_every_rejected_line(
    nowhere: Console, export: Path
) -> None:
    outcome = nowhere.run("import", "preview", str(export))
    assert (outcome.code, outcome.err) == (1, "")
    assert "posted at    date" in outcome.out
    assert "Anne" in outcome.out
    assert "line 3: This row has no text." in outcome.out
    assert "line 4: The date 'gisteren'" in outcome.out
    found = json.loads(nowhere.run("import", "preview", str(export), "--json").out)
    assert [row["line"] for row in found["import"]["rejected"]] == [3, 4]


def test_what_is_rejected_beyond_many_lines_is_counted(
    console: Console, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_comments, "_LISTED", 1)
    outcome = console.run("import", "run", str(export), user="sanne")
    assert "line 3: This row has no text.\nand 1 more that were rejected\n" in outcome.out
    assert "2 comments read, 2 of them new or changed, 2 rejected." in outcome.out


def test_an_import_brings_the_good_rows_and_tells_the_others(
    console: Console, export: Path
) -> None:
    outcome = console.run("import", "run", str(export), user="sanne")
    assert outcome.code == 1
    assert "2 comments read, 2 of them new or changed, 2 rejected." in outcome.out
    with console.opened() as app:
        found = app.desk.read.comment_named("import:forum-maart", "1")
        assert found is not None
        assert found.author_name == "Anne"
    again = console.run("import", "run", str(export), user="sanne")
    assert "2 comments read, 0 of them new or changed" in again.out
    as_json = console.run("import", "run", str(export), "--json", user="sanne")
    told = json.loads(as_json.out)
    assert (as_json.code, told["poll"]["seen"], told["poll"]["added"]) == (1, 2, 0)
    assert [row["line"] for row in told["rejected"]] == [3, 4]
    assert set(told) == {"poll", "rejected", "notes", "reworded", "redated"}


def test_a_date_that_cannot_be_is_a_rejected_line_of_preview_and_import(
    console: Console, export: Path
) -> None:
    export.write_text(EXPORT + LATE, encoding="utf-8")
    for words in (("preview",), ("run",)):
        outcome = console.run("import", *words, str(export), user="sanne")
        assert (outcome.code, outcome.err) == (1, "")
        assert "line 6: The date '9999-12-30T10:00Z' cannot be" in outcome.out


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.DATA_PROTECTION])
def test_who_may_only_look_brings_nothing_in(console: Console, export: Path, role: Role) -> None:
    with console.opened() as app:
        secret = Secret(PASSWORD)
        ada = people.log_in(app.desk, "ada", secret)
        people.add_moderator(app.desk, "guest", "Guest", frozenset({role}), secret, ada, CHEAP)
        people.log_out(app.desk, ada)
    for words in (("import", "run", str(export)), ("source", "poll")):
        said = console.refused(*words, user="guest")
        assert "may not do this: it lacks the right “classify”" in said
    with console.opened() as app:
        assert app.desk.read.comment_named("import:forum-maart", "1") is None
        assert app.desk.read.coverage("import:forum-maart") == []


def test_the_log_tells_who_brought_which_file_in(console: Console, export: Path) -> None:
    console.run("import", "run", str(export), user="sanne")
    with console.opened() as app:
        account = app.desk.read.account("sanne")
        assert account is not None
        [brought] = app.desk.read.entries(LogFilter(action="ingest"), None, 1)
        [covered] = app.desk.read.entries(LogFilter(action="record-coverage"), None, 1)
        for entry in (brought, covered):
            assert (entry.actor, entry.role) == (account.moderator.id, Role.SYSTEM)
        assert brought.detail["source"] == "import:forum-maart"
    console.good("audit", "verify")
    console.good("audit", "replay")


def test_columns_of_any_name_are_mapped(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(STRANGE, encoding="utf-8")
    assert "name it yourself" in console.refused("import", "preview", str(file))
    words = (
        "--text",
        "wat",
        "--posted-at",
        "toen",
        "--author",
        "wie",
        "--zone",
        "Europe/Amsterdam",
    )
    found = json.loads(console.good("import", "preview", str(file), *words, "--json"))
    assert found["mapping"]["date_format"] == "%d-%m-%Y %H:%M"
    assert found["import"]["comments"][0]["posted_at"] == 1_772_352_000_000_000
    sure = (*words, "--date-format", "%d-%m-%Y %H:%M")
    console.good("import", "run", str(file), *sure, "--source", "forum-2", user="sanne")
    assert "no such column" in console.refused("import", "preview", str(file), *words, "--id", "x")


def test_the_encoding_that_was_guessed_is_told(nowhere: Console, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(EXPORT.splitlines()[0].encode() + "\n1,A,één,2026-03-01\n".encode("cp1252"))
    assert "Windows-1252" in nowhere.run("import", "preview", str(file)).out
    told = nowhere.good("import", "preview", str(file), "--encoding", "mac-roman")
    assert "È" in told
    wrong = nowhere.refused("import", "preview", str(file), "--encoding", "utf-9")
    assert "There is no encoding 'utf-9'" in wrong


def test_a_doubt_about_the_dates_is_settled_before_rows_are_taken_in(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "us.csv"
    file.write_text("id,text,date\n1,Dank,03/01/2026 14:00\n", encoding="utf-8")
    format_, zone = ("--date-format", "%m/%d/%Y %H:%M"), ("--zone", "Europe/Amsterdam")
    doubts = (
        ((), "above 12: %m/%d/%Y"),
        (format_, "do not tell their time zone"),
        (zone, "above 12"),
    )
    for named, doubt in doubts:
        assert doubt in console.good("import", "preview", str(file), *named)
        said = console.refused("import", "run", str(file), *named, user="sanne")
        assert doubt in said
        assert "Nothing was taken in" in said
    assert "above 12" not in console.good("import", "preview", str(file), *format_, *zone)
    console.good("import", "run", str(file), *format_, *zone, user="sanne")
    with console.opened() as app:
        found = app.desk.read.comment_named("import:us", "1")
        assert found is not None
        assert found.posted_at == 1_772_370_000_000_000


def test_dates_that_are_read_otherwise_are_said_and_make_no_stranger(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "us.csv"
    file.write_text("id,text,date\n1,Dank,23-03-2026 14:00\n", encoding="utf-8")
    console.good("import", "run", str(file), "--zone", "UTC", user="sanne")
    again = console.good("import", "run", str(file), "--zone", "Europe/Amsterdam", user="sanne")
    assert "1 comments read, 0 of them new or changed, 0 rejected." in again
    assert "The desk has another date for 1 of them: line 2." in again


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--source", "Forum Maart"), "short and in lower case"),
        (("--source", "blog"), "is a source of the settings"),
    ],
)
def test_an_import_does_not_take_a_wrong_name(
    console: Console, export: Path, words: tuple[str, ...], sentence: str
) -> None:
    settings = '[[source]]\nname = "blog"\nkind = "wordpress"\nurl = "https://blog.example"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    assert sentence in console.refused("import", "run", str(export), *words, user="sanne")


def test_a_file_that_is_not_there_is_a_sentence(console: Console, tmp_path: Path) -> None:
    console.refused("import", "preview", str(tmp_path / "none.csv"))
    console.refused("import", "run", str(tmp_path / "none.csv"), user="sanne")


def test_an_import_that_did_not_end_well_is_a_finding(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: FileSource, cursor: str | None) -> None:
        del source, cursor
        msg = "The place where the last poll ended cannot be read."
        raise MalformedError(msg)

    file = tmp_path / "good.csv"
    file.write_text("\n".join(EXPORT.splitlines()[:2]), encoding="utf-8")
    monkeypatch.setattr(FileSource, "fetch", broken)
    outcome = console.run("import", "run", str(file), user="sanne")
    assert outcome.code == 1
    assert "cannot be read" in outcome.out
