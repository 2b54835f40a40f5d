"""What the terminal tells of a comment that its platform has elsewhere now."""

from tests.cli.conftest import Console
from webcare_desk.actions import RecordMove
from webcare_desk.domain.moderator import system_actor


def test_a_comment_that_was_moved_tells_from_where_to_where(console: Console) -> None:
    with console.opened() as app:
        for parent in (None, 2):
            move = RecordMove(1, "eten", "Eten en drinken", parent, "https://village.test/eten")
            app.desk.perform(move, system_actor())
    lines = console.good("comment", "show", "1", user="sanne").splitlines()
    moved = [line.split() for line in lines if line.startswith("  moved ")]
    assert " ".join(moved[0]).partition(", ")[0].endswith("to Eten en drinken")
    assert " ".join(moved[1]).startswith("moved to answer another comment, ")
    assert any(line.split() == ["in", "Eten", "en", "drinken"] for line in lines)
