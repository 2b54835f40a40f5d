"""The lights of the sources: those of the settings and the files, and no other."""

from pytestqt.qtbot import QtBot

from webcare_desk.actions import RecordCoverage
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import system_actor
from webcare_desk.ui.overview import look
from webcare_desk.ui.topbar import TopBar
from webcare_desk.ui.workplace import Workplace


def read_once(app: App, source: str, state: CoverageState) -> None:
    now = app.desk.clock()
    problem = "cannot be reached" if state is CoverageState.FAILED else None
    poll = Coverage(source, now - 1000, now, state, 0, 0, problem=problem)
    app.desk.perform(RecordCoverage(Name(source), poll, None), system_actor())


def test_a_source_that_was_taken_out_has_no_light_and_no_say_in_the_connection(
    workplace: Workplace, qtbot: QtBot
) -> None:
    desk = workplace.app.desk
    read_once(workplace.app, "blgo", CoverageState.FAILED)
    read_once(workplace.app, "blog", CoverageState.COMPLETE)
    bar = TopBar(workplace)
    qtbot.addWidget(bar)
    before = look(desk.read, ("blgo", "blog"), desk.clock())
    bar.take(before, desk.clock())
    assert not before.is_connected
    assert list(bar._lights) == ["blgo", "blog"]
    gone = bar._lights["blgo"]
    after = look(desk.read, ("blog",), desk.clock())
    with qtbot.waitSignal(gone.destroyed):
        bar.take(after, desk.clock())
    assert after.is_connected
    assert list(bar._lights) == ["blog"]


def test_a_file_that_came_in_has_a_light_without_being_set_up(desk_app: App) -> None:
    read_once(desk_app, "import:march", CoverageState.PARTIAL)
    shown = look(desk_app.desk.read, ("blog",), desk_app.desk.clock())
    assert [each.name for each in shown.sources] == ["blog", "import:march"]


def test_a_desk_without_a_source_says_so_in_its_light(workplace: Workplace, qtbot: QtBot) -> None:
    desk = workplace.app.desk
    bar = TopBar(workplace)
    qtbot.addWidget(bar)
    bar.take(look(desk.read, (), desk.clock()), desk.clock())
    assert bar._none.text() == "No source is set up: nothing is read"
    assert not bar._none.isHidden()
    with qtbot.waitSignal(bar.gaps_wanted):
        bar._none.click()
    bar.take(look(desk.read, ("blog",), desk.clock()), desk.clock())
    assert bar._none.isHidden()
