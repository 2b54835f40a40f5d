"""The list of gaps: who explains one after another keeps his place in it."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.supervision.test_hours import read_from
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.said import Said, together
from webcare_desk.ui.gaps import GapsDialog
from webcare_desk.ui.language import speaking
from webcare_desk.ui.supervision.coverage import CoverageBoard
from webcare_desk.ui.workplace import Workplace


def test_an_explanation_leaves_the_list_where_it_is(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    now = desk_app.desk.clock()
    for at in range(now, now + 40):
        down = Coverage("community", at, at, CoverageState.FAILED, 0, 0, problem=f"down {at}")
        lost = actions.RecordCoverage(Name("community"), down, None)
        desk_app.desk.perform(lost, system_actor())
    dialog = GapsDialog(chief_place)
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    bar.setValue(500)
    gap, _ = desk_app.desk.read.gaps()[10]
    dialog._explain(gap, Why(Reason.SOURCE_WAS_DOWN))
    qtbot.waitUntil(lambda: len(dialog.explain_buttons) == 39)
    assert bar.value() == 500


def _told(place: Workplace, qtbot: QtBot) -> list[str]:
    dialog = GapsDialog(place)
    qtbot.addWidget(dialog)
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_desk_that_reads_nothing_does_not_say_that_all_is_covered(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    assert _told(chief_place, qtbot) == ["No source is set up: nothing is read."]
    read_from(desk_app, "community")
    assert _told(chief_place, qtbot) == ["No source has been read yet."]
    now = desk_app.desk.clock()
    poll = Coverage("import:march", now, now, CoverageState.COMPLETE, 0, 0)
    desk_app.desk.perform(actions.RecordCoverage(Name("import:march"), poll, None), system_actor())
    assert _told(chief_place, qtbot) == ["Every poll covered, or its gap is explained."]
    vars(desk_app).update(settings=replace(desk_app.settings, sources=()))
    assert _told(chief_place, qtbot) == ["Every poll covered, or its gap is explained."]


def test_what_went_wrong_is_told_in_the_language_of_the_window(
    chief_place: Workplace, desk_app: App, qtbot: QtBot, qapp: QApplication
) -> None:
    refused = Said.of("{host} refused the login; renew the password in the settings.", host="x.nl")
    problem = together(refused, Said.of("It is left alone until then."))
    now = desk_app.desk.clock()
    down = Coverage("community", now, now, CoverageState.FAILED, 0, 0, problem=problem)
    lost = actions.RecordCoverage(Name("community"), down, None)
    desk_app.desk.perform(lost, system_actor())
    dutch = "x.nl weigerde de inlognaam"
    with speaking(qapp, "nl"):
        assert dutch in _told(chief_place, qtbot)[0]
        board = CoverageBoard(chief_place)
        qtbot.addWidget(board)
        [source, gap] = board.read_rows()
        assert [dutch in row.cells[-1].text for row in (source, gap)] == [True, True]
        assert dutch in board.told(gap.item)
    [(_, kept)] = desk_app.desk.read.gaps()
    assert kept.problem == str(problem)
