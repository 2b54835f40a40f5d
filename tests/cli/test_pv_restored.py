"""PV's answers on a desk that was put back from a backup: none is heard before it is confirmed."""

from tests.cli.conftest import PASSWORD, Console
from tests.cli.test_pv_fetch import settle
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from webcare_desk.rounds import hear_answers
from webcare_desk.ui.register.loose import read_loose

LOST = "It may be a report that was lost with the restore: enter it again."


def put_back(console: Console) -> None:
    """Take in one answer, and put the desk back as it was after it; another one lies ready."""
    settle(console, "folder = 'answers'")
    folder = console.folder / "answers"
    folder.mkdir()
    (folder / "a.xml").write_bytes(acknowledgement(report="NL-ELSEWHERE-1"))
    assert LOST not in console.run("pv", "fetch", user="willem").out
    console.good("backup", "make", user="ada")
    words = ("backup", "restore", "latest", "--yes", "--second", "willem")
    console.good(*words, user="ada", stdin=f"{PASSWORD}\n" * 2)
    (folder / "b.xml").write_bytes(acknowledgement(report="NL-ELSEWHERE-2"))


def test_nothing_is_heard_before_the_restore_is_confirmed(console: Console) -> None:
    put_back(console)
    assert "until that is confirmed" in console.refused("pv", "fetch", user="willem")
    with console.opened() as app:
        assert hear_answers(app) == ()
        assert [each.report for each in app.desk.read.loose_answers()] == ["NL-ELSEWHERE-1"]


def test_an_answer_after_a_restore_may_be_about_a_report_that_it_lost(console: Console) -> None:
    put_back(console)
    console.good("backup", "confirm", user="willem")
    lines = console.run("pv", "fetch", user="willem").out.splitlines()
    assert "Answer 2 is about NL-ELSEWHERE-2" in lines[-2]
    assert lines[-1] == LOST
    listed = console.good("pv", "unmatched", user="willem").splitlines()
    assert [each for each in listed if "lost with the restore" in each] == [
        "Answer 2 may be about a report that was lost with the restore: enter it again."
    ]
    with console.opened() as app:
        after, before = read_loose(app)
    assert (LOST in after, LOST in before) == (True, False)
