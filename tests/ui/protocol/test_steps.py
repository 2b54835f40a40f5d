"""Which steps the protocol asks for: of every plan that a comment calls for, whatever PV has of it."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.protocol.test_pane import made
from webcare_desk import actions, casework
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.plan import Phase
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.dossier import dossier
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.protocol.outline import Progress, read_outline
from webcare_desk.ui.protocol.pane import ProtocolPane
from webcare_desk.ui.protocol.steps import StepRow
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


def alarm(plan: str) -> actions.AlarmComment:
    return actions.AlarmComment(CRISIS, Name(plan), Role.SUPERVISOR, Phase.DEPUTY, Name("answer"))


def test_a_crisis_shows_whom_its_alarm_reached(desk_app: App, chief: Actor) -> None:
    casework.view(desk_app.desk, desk_app.protocol, CRISIS, chief)
    before = read_outline(desk_app, CRISIS, "en").steps
    desk_app.desk.perform(alarm("crisis"), system_actor())
    after = read_outline(desk_app, CRISIS, "en").steps
    assert [step.owner for step in before[:2]] == [Role.MODERATOR] * 2
    assert [step.owner for step in after[:2]] == [Role.SUPERVISOR, Role.MODERATOR]
    [entry] = desk_app.desk.read.entries(LogFilter(action="alarm-comment"), None, 9)
    said = "The program alarmed somebody, for a step is not done: Supervisor"
    assert sentence(entry, {}) == said
    desk_app.desk.perform(alarm("gone"), system_actor())
    assert read_outline(desk_app, CRISIS, "en").steps == before
    why = Why(Reason.NOT_AN_ADVERSE_EVENT, "staat er twee keer")
    desk_app.desk.perform(alarm("crisis"), system_actor())
    casework.close(desk_app.desk, desk_app.protocol, CRISIS, why, chief)
    assert read_outline(desk_app, CRISIS, "en").steps == before, "nobody is alarmed any more"


def record(app: App, place: int, by: Actor, words: str = "") -> None:
    step = dossier(app.desk, app.protocol, CRISIS).steps[place]
    app.desk.perform(actions.RecordStep(CRISIS, step, words), by)


def test_a_step_that_was_done_says_by_whom_when_and_in_time(
    desk_app: App, chief: Actor, chief_place: Workplace, qtbot: QtBot
) -> None:
    casework.view(desk_app.desk, desk_app.protocol, CRISIS, chief)
    record(desk_app, 1, chief, "Kim gebeld")
    steps = read_outline(desk_app, CRISIS, "en").steps[:3]
    assert [step.progress for step in steps] == [Progress.NOW, Progress.DONE, Progress.NEXT]
    [entry] = desk_app.desk.read.entries(LogFilter(action="record-step"), None, 9)
    assert sentence(entry, {}) == "A former account did a step of the plan: warn"
    late = replace(entry, detail={**entry.detail, "late": True})
    assert sentence(late, {chief.moderator: "Kim"}) == "Kim did a step of the plan: warn, late"
    pane = ProtocolPane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(CRISIS)
    qtbot.waitUntil(lambda: pane.outline is not None)
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    [told] = [text for text in shown if text.startswith("Done in time")]
    assert told.endswith("\n“Kim gebeld”")
    row = StepRow(replace(steps[1], due=0), 1)
    qtbot.addWidget(row)
    assert any(label.text().startswith("Done late") for label in row.findChildren(QLabel))


def test_a_button_asks_what_was_done_of_those_whose_step_it_is(
    desk_app: App, chief: Actor, chief_place: Workplace, qtbot: QtBot
) -> None:
    casework.view(desk_app.desk, desk_app.protocol, CRISIS, chief)

    def buttons(pane: ProtocolPane) -> list[QPushButton]:
        found = pane.findChildren(QPushButton, "step-done")
        return [each for each in found if each.isVisible()]

    pane = ProtocolPane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(CRISIS)
    qtbot.waitUntil(lambda: len(buttons(pane)) == 3)
    asked: list[tuple[str, str]] = []
    pane.step_wanted.connect(lambda *step: asked.append(step))
    buttons(pane)[1].click()
    assert asked == [("crisis", "warn")]
    guest = replace(chief_place, actor=replace(chief, role=Role.PV_OFFICER))
    theirs = ProtocolPane(guest)
    qtbot.addWidget(theirs)
    theirs.show()
    theirs.show_comment(CRISIS)
    qtbot.waitUntil(lambda: len(buttons(theirs)) == 1)
    assert "offered" in buttons(theirs)[0].accessibleName(), "only the review may be theirs"


def test_a_step_that_was_recorded_before_anybody_looked_says_whether_it_was_in_time(
    desk_app: App, chief: Actor
) -> None:
    record(desk_app, 1, chief)
    [first, told, _] = read_outline(desk_app, CRISIS, "en").steps[:3]
    assert told.done is not None
    assert (first.due, told.due) == (None, told.done.due_at)


def test_the_steps_stand_above_the_reasons(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, CRISIS)
    heads = {each.text(): each for each in pane.findChildren(QLabel) if each.isVisible()}
    assert heads["Steps"].y() < heads["Why"].y()
