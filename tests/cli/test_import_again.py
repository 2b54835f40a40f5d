"""A file that is imported again, another file under its name, and what PV gets of one."""

from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.support.desks import HOUR
from webcare_desk import oversight
from webcare_desk.actions import RecordCoverage
from webcare_desk.connectors import file_import
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import system_actor

EXPORT = """\
id,author,text,date
1,Anne,Sinds Ventora heb ik hoofdpijn,2026-03-01T09:00:00Z
4,Dirk,Dank je wel,2026-03-01T09:10:00Z
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Write an export with two good rows."""
    file = tmp_path / "Forum maart.csv"
    file.write_text(EXPORT, encoding="utf-8")
    return file


def test_an_escalation_of_an_imported_comment_freezes_nobody_elses_words(
    console: Console, export: Path
) -> None:
    console.good("import", "run", str(export), user="sanne")
    later = "id,author,text,date,parent\n9,Anne,Ik ook,2026-03-02T09:00:00Z,1\n"
    export.write_text(later, encoding="utf-8")
    console.good("import", "run", str(export), user="sanne")
    with console.opened() as app:
        found = app.desk.read.comment_named("import:forum-maart", "1")
        assert found is not None
    console.good("comment", "escalate", str(found.id), user="sanne")
    with console.opened() as app:
        frozen = app.desk.read.frozen_as(app.desk.read.originals(found.id)[-1])
        assert [post.text for post in frozen.posts] == ["Sinds Ventora heb ik hoofdpijn", "Ik ook"]


def test_another_file_with_the_same_name_gives_nobody_other_words(
    console: Console, export: Path
) -> None:
    console.run("import", "run", str(export), user="sanne")
    other = "id,author,text,date\n1,Carla,Sinds Ventora koorts,2026-03-08T09:00:00Z\n"
    export.write_text(other, encoding="utf-8")
    outcome = console.run("import", "run", str(export), user="sanne")
    assert outcome.code == 1
    assert "line 2: The desk has a comment with this id" in outcome.out
    console.good("import", "run", str(export), "--source", "forum-april", user="sanne")
    with console.opened() as app:
        first = app.desk.read.comment_named("import:forum-maart", "1")
        second = app.desk.read.comment_named("import:forum-april", "1")
        assert first is not None
        assert second is not None
        assert (first.author_name, first.text) == ("Anne", "Sinds Ventora heb ik hoofdpijn")
        assert (second.author_name, second.text) == ("Carla", "Sinds Ventora koorts")


def test_a_second_import_reads_every_row_again_and_tells_which_were_changed(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "forum.csv"
    lines = [f"{n},titel,dank {n},2026-03-01T09:00:00Z" for n in range(1, 301)]
    file.write_text("\n".join(["id,title,body,date", *lines]), encoding="utf-8")
    words = ("import", "run", str(file), "--posted-at", "date", "--id", "id", "--text")
    console.good(*words, "title", user="sanne")
    said = console.good(*words, "body", user="sanne")
    assert "300 comments read, 300 of them new or changed, 0 rejected." in said
    assert "other words for 300 of them: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 290 more." in said
    lines[0] = lines[0].replace("dank 1", "koorts")
    file.write_text("\n".join(["id,title,body,date", *lines]), encoding="utf-8")
    said = console.good(*words, "body", user="sanne")
    assert "300 comments read, 1 of them new or changed" in said
    assert "The desk had other words for 1 of them: line 2." in said
    with console.opened() as app:
        first, last = (app.desk.read.comment_named("import:forum", each) for each in ("1", "300"))
        assert first is not None
        assert last is not None
        assert (first.text, last.text) == ("koorts", "dank 300")


def test_an_answer_pages_before_what_it_answers_is_read_after_it(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "newest-first.csv"
    calm = [f"x{n},Bert,Dank je wel,,2026-03-01T12:00:00Z" for n in range(520)]
    reply = "r1,Carla,Ik ook!,p1,2026-03-02T09:00:00Z"
    report = "p1,Anne,Sinds Ventora heb ik hevige hoofdpijn,,2026-03-01T09:00:00Z"
    rows = ["id,author,text,parent,date", reply, *calm, report]
    file.write_text("\n".join(rows), encoding="utf-8")
    console.good("import", "run", str(file), user="sanne")
    with console.opened() as app:
        found = app.desk.read.comment_named("import:newest-first", "r1")
        assert found is not None
        work = app.desk.read.work(found.id)
        assert work is not None
        assert work.category is Category.ADVERSE_EVENT


def test_a_file_of_more_pages_than_a_poll_reads_is_taken_in_whole(
    console: Console, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_import, "PAGE", 1)  # stands for 100,000 rows at 500 a page
    rows = [f"{n},Anne,Dank {n},2026-03-01T09:00:00Z" for n in range(205)]
    export.write_text("\n".join(["id,author,text,date", *rows]), encoding="utf-8")
    said = console.good("import", "run", str(export), user="sanne")
    assert "205 comments read, 205 of them new or changed, 0 rejected." in said
    assert "next poll" not in said


def test_rejected_rows_are_a_gap_until_somebody_explains_it(console: Console, export: Path) -> None:
    export.write_text(
        EXPORT + "5,Els,Koorts,1 maart 2026\n6,Fay,,2026-03-01T10:00Z\n", encoding="utf-8"
    )
    outcome = console.run("import", "run", str(export), user="sanne")
    assert (outcome.code, outcome.err) == (1, "")
    with console.opened() as app:
        ((_, gap),) = app.desk.read.gaps()
        assert (gap.state, gap.seen, gap.expected) == (CoverageState.PARTIAL, 2, 4)
        assert gap.problem == "Rejected rows of the file: 2 of 4 (lines 4, 5)."
    assert "Rejected rows of the file: 2 of 4" in console.good(
        "source", "coverage", "--gaps", user="willem"
    )


def test_nobody_watches_the_hours_of_a_file(console: Console, export: Path) -> None:
    console.good("import", "run", str(export), user="sanne")
    console.good("import", "run", str(export), "--source", "forum-2", user="sanne")
    with console.opened() as app:
        assert [each.source for each in app.desk.read.coverage()] == [
            "import:forum-2",
            "import:forum-maart",
        ]
        assert oversight.watched(app.desk.read, ()) == {}
    console.good("source", "hours", user="willem")


def test_a_source_of_an_earlier_version_keeps_its_name(console: Console, export: Path) -> None:
    with console.opened() as app:
        now = app.desk.clock()
        read = Coverage("forum-2", now - HOUR, now, CoverageState.COMPLETE, 0, 0)
        app.desk.perform(RecordCoverage(Name("forum-2"), read, None), system_actor())
    console.good("import", "run", str(export), "--source", "forum-2", user="sanne")
    with console.opened() as app:
        assert app.desk.read.comment_named("forum-2", "1") is not None
        assert [*oversight.watched(app.desk.read, ())] == ["forum-2"]
        assert [*oversight.watched(app.desk.read, ("blog",))] == ["blog", "forum-2"]
