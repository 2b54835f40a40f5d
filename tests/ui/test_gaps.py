"""The list of gaps: who explains one after another keeps his place in it."""

from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.ui.gaps import GapsDialog
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
