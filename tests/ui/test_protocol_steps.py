"""Which steps the protocol asks for: of every plan that a comment calls for, whatever PV has of it."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from webcare_desk import actions, casework
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.plan import Phase
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.protocol.outline import Progress, read_outline
from webcare_desk.ui.protocol.pane import ProtocolPane
from webcare_desk.ui.rulebook.page import step_anchor
from webcare_desk.ui.timeline.sentences import sentence
from webcare_desk.ui.workplace import Workplace

#: “Ik wil niet meer leven.”
CRISIS = 5
#: “The sun was out all day in Utrecht, with my sister.”
NO_RULE = 7


def places(app: App, comment: int, progress: Progress) -> list[str]:
    steps = read_outline(app, comment, "en").steps
    return [step.place for step in steps if step.progress is progress]


def test_a_crisis_that_went_to_pv_still_asks_for_its_own_steps(desk_app: App, chief: Actor) -> None:
    crisis = [step_anchor("crisis", each) for each in ("answer", "warn", "review")]
    casework.escalate(desk_app.desk, desk_app.protocol, CRISIS, chief)
    outline = read_outline(desk_app, CRISIS, "en")
    assert [step.place for step in outline.steps[:3]] == crisis
    assert None not in {step.due for step in outline.steps}
    assert places(desk_app, CRISIS, Progress.NOW)[0] == crisis[0]
    assert places(desk_app, CRISIS, Progress.DONE) == [
        step_anchor("ae-to-pv", "freeze"),
        step_anchor("ae-to-pv", "decide"),
    ]


def test_what_pv_has_by_its_recommended_plan_is_shown_once(desk_app: App, chief: Actor) -> None:
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    steps = [step.place for step in read_outline(desk_app, 1, "en").steps]
    assert len(steps) == len(set(steps))
    assert steps[0] == step_anchor("ae-to-pv", "freeze")


def test_the_pane_shows_what_a_person_called_the_comment(
    desk_app: App, chief: Actor, chief_place: Workplace, qtbot: QtBot
) -> None:
    pane = ProtocolPane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(NO_RULE)
    qtbot.waitUntil(lambda: pane.outline is not None)
    casework.classify(desk_app.desk, desk_app.protocol, NO_RULE, Category.CRISIS, chief)

    def says() -> set[str]:
        return {label.text() for label in pane.findChildren(QLabel) if label.isVisible()}

    qtbot.waitUntil(lambda: "The desk calls it so; screening found:" in says())
    assert says() >= {"Crisis", "No rule of the protocol matches; read it yourself."}
    buttons = {each.accessibleName() for each in pane.findChildren(QPushButton) if each.isVisible()}
    assert any("Reply with:" in name for name in buttons)


def test_a_crisis_shows_whom_its_alarm_reached_and_what_the_desk_does_not_record(
    desk_app: App, chief: Actor, chief_place: Workplace, qtbot: QtBot
) -> None:
    casework.view(desk_app.desk, desk_app.protocol, CRISIS, chief)
    before = read_outline(desk_app, CRISIS, "en")
    assert (before.steps[0].owner, before.is_recorded) == (Role.MODERATOR, False)
    assert read_outline(desk_app, 1, "en").is_recorded
    alarm = actions.AlarmComment(CRISIS, Name("crisis"), Role.SUPERVISOR, Phase.DEPUTY)
    desk_app.desk.perform(alarm, system_actor())
    after = read_outline(desk_app, CRISIS, "en").steps
    assert [step.owner for step in after[:2]] == [Role.SUPERVISOR, Role.MODERATOR]
    [entry] = desk_app.desk.read.entries(LogFilter(action="alarm-comment"), None, 9)
    said = "The program alarmed somebody, for it is not answered: Supervisor"
    assert sentence(entry, {}) == said
    gone = actions.AlarmComment(CRISIS, Name("gone"), Role.SUPERVISOR, Phase.DEPUTY)
    desk_app.desk.perform(gone, system_actor())
    assert read_outline(desk_app, CRISIS, "en").steps == before.steps
    pane = ProtocolPane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(CRISIS)
    qtbot.waitUntil(lambda: pane.outline is not None)
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("The desk alarms until this is answered") for text in shown)
