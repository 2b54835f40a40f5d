"""Who reads comments under Quality check: nobody without the right, and no guest unseen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account, ingest, remote
from webcare_desk import actions, casework, oversight
from webcare_desk.app import App
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.quality import CheckReason
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.audit.filters import FilterBar
from webcare_desk.ui.clock import moment
from webcare_desk.ui.supervision.checks import CheckBoard
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def board_of(
    workplace_of: Callable[..., Workplace],
    desk_app: App,
    chief: Actor,
    moderator: Actor,
    qtbot: QtBot,
) -> Callable[[Role], CheckBoard]:
    """Return a function from a role to its screen, on a desk with two decisions to check."""

    def board(role: Role) -> CheckBoard:
        for comment in (1, 8):
            desk_app.desk.perform(actions.Close(comment, Reason.SPAM), moderator)
        oversight.draw_checks(
            desk_app.desk, oversight.Draw(0, desk_app.desk.clock(), 100, 1), chief
        )
        made = CheckBoard(workplace_of(account(desk_app, "reader", "Rea Der", role)))
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: len(made.listing.rows.rows) == 2)
        return made

    return board


def shown(board: CheckBoard) -> str:
    """Return all that stands on the screen of the first decision and the list."""
    cells = [cell.text for row in board.listing.rows.rows for cell in row.cells]
    return "\n".join([*cells, board.detail.toPlainText()])


def looks(app: App) -> list[int | None]:
    """Return the comments that somebody has looked at, as the log says it."""
    return [each.subject for each in app.desk.read.entries_after(0, 500) if each.action == "open"]


def test_whoever_reads_no_comments_sees_the_number_and_the_decision(
    board_of: Callable[[Role], CheckBoard],
) -> None:
    told = shown(board_of(Role.ADMINISTRATOR))
    assert "Comment 1\n" in told
    assert "“not a report”: 0 of 2 checked, 0 missed" in told
    assert "hoofdpijn" not in told
    assert "Jan de V." not in told


def test_where_no_check_agreed_no_share_of_misses_is_said_to_be_ruled_out(
    board_of: Callable[[Role], CheckBoard], desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    board = board_of(Role.ADMINISTRATOR)
    category, because = Category.ADVERSE_EVENT, CheckReason.MISSED_EVENT
    missed = actions.CheckDecision(1, agrees=False, category=category, because=because)
    desk_app.desk.perform(missed, chief)
    board.refresh()
    qtbot.waitUntil(lambda: "1 of 2 checked, 1 missed" in shown(board))
    assert "fewer than" not in shown(board)


def test_how_the_checks_came_out_is_read_after_the_last_one_by_everybody_who_oversees(
    board_of: Callable[[Role], CheckBoard], desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    board = board_of(Role.SUPERVISOR)
    for check in (1, 2):
        said = actions.CheckDecision(check, agrees=True, remark=f"gelezen {check}")
        desk_app.desk.perform(said, chief)
    board.refresh()
    qtbot.waitUntil(lambda: not board.listing.rows.rows)
    told = board.detail.toPlainText()
    assert "“not a report”: 2 of 2 checked, 0 missed; misses are fewer than" in told
    at, words = moment(desk_app.desk.clock()), "Comment {}  ·  Closed: not a report  ·  agrees"
    for comment, check in ((1, 1), (8, 2)):
        assert f"{words.format(comment)}  ·  Ann Chief  ·  {at}  ·  gelezen {check}" in told
    assert "Mo Derator" not in told


def test_each_comment_that_a_guest_reads_is_an_entry(
    board_of: Callable[[Role], CheckBoard], desk_app: App, qtbot: QtBot
) -> None:
    board = board_of(Role.AUDITOR)
    cells = [row.cells[2].text for row in board.listing.rows.rows]
    assert sorted(cells) == ["Comment 1", "Comment 8"]
    first = cells.index("Comment 1")
    board.listing.selectRow(1 - first)
    qtbot.waitUntil(lambda: 8 in looks(desk_app))
    before = looks(desk_app)
    board.listing.selectRow(first)
    assert "hoofdpijn" in board.detail.toPlainText()
    qtbot.waitUntil(lambda: looks(desk_app) == [*before, 1])
    with qtbot.waitSignal(board.listing.rows.modelReset):
        board.refresh()
    board.listing.selectRow(1 - first)
    qtbot.waitUntil(lambda: looks(desk_app) == [*before, 1, 8])


def test_a_colleague_who_reads_here_makes_an_entry_where_nobody_had_seen_the_words(
    board_of: Callable[[Role], CheckBoard], desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    casework.see(desk_app.desk, desk_app.protocol, (1, 8), moderator)
    board = board_of(Role.SUPERVISOR)
    settle(board, qtbot)
    assert looks(desk_app) == [1, 8]
    first = next(row for row in board.listing.rows.rows if row.cells[2].text.startswith("Wanneer"))
    board.listing.selectRow(board.listing.rows.rows.index(first))
    settle(board, qtbot)
    assert looks(desk_app) == [1, 8]
    ingest(desk_app, remote(8, "Kees", "Sinds die prik met Ventora heb ik elke dag hoofdpijn."))
    board.listing.selectRow(1 - board.listing.currentIndex().row())
    board.listing.selectRow(1 - board.listing.currentIndex().row())
    assert "die prik" in board.detail.toPlainText()
    qtbot.waitUntil(lambda: looks(desk_app) == [1, 8, 8])


def settle(board: CheckBoard, qtbot: QtBot) -> None:
    """Wait until every look that is owed is recorded."""
    qtbot.waitUntil(lambda: not board._looks._soon.isActive())
    board.work.tasks._acts.submit(bool).result()


@pytest.mark.parametrize("reads", [True, False])
def test_words_of_comments_are_sought_by_those_who_may_read_them(
    qtbot: QtBot, *, reads: bool
) -> None:
    bar = FilterBar(reads=reads)
    qtbot.addWidget(bar)
    assert bar.isAncestorOf(bar.words) is reads
