"""The protocol made visible: why, which steps, two clocks, PV's answer."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.pv_says import pv_says, received
from webcare_desk import actions, casework
from webcare_desk.app import App
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.escalation import Done, EscalationState
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.spans import HOUR
from webcare_desk.ui.protocol.answer import AnswerLine
from webcare_desk.ui.protocol.outline import Progress, read_outline
from webcare_desk.ui.protocol.pane import ProtocolPane
from webcare_desk.ui.protocol.steps import StepRow, due_words, progress_word
from webcare_desk.ui.rulebook.page import page_of
from webcare_desk.ui.timeline.pane import TimelinePane
from webcare_desk.ui.timeline.sentences import sentence
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace


def made(place: Workplace, qtbot: QtBot, comment: int) -> ProtocolPane:
    pane = ProtocolPane(place)
    qtbot.addWidget(pane)
    pane.resize(320, 760)
    pane.show()
    pane.show_comment(comment)
    qtbot.waitUntil(lambda: pane.outline is not None)
    return pane


def words(pane: ProtocolPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def templates(pane: ProtocolPane) -> list[QPushButton]:
    found = pane.findChildren(QPushButton)
    return [each for each in found if each.objectName() == "template" and each.isVisible()]


def test_the_pane_says_why_and_on_which_words(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 1)
    assert "Adverse event" in words(pane)
    assert "“hoofdpijn”" in words(pane)
    assert "Strong signal" in words(pane)


def test_a_comment_without_a_rule_says_so(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 7)
    assert "No rule of the protocol matches" in words(pane)
    assert templates(pane) == []


def test_a_recommended_template_is_chosen_by_its_id(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 1)
    with qtbot.waitSignal(pane.template_chosen) as chosen:
        templates(pane)[0].click()
    assert chosen.args == [casework_templates(pane)[0]]


def casework_templates(pane: ProtocolPane) -> tuple[str, ...]:
    assert pane.outline is not None
    return pane.outline.file.recommendation.templates


def test_the_due_time_of_the_reply_is_explained(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 1)
    assert pane.outline is not None
    due = pane.outline.file.work.reply_due
    assert due is not None
    assert pane.outline.counted[-1][1] == due
    total = sum(end - begin for begin, end in pane.outline.counted)
    assert pane.outline.sla is not None
    assert total == pane.outline.sla.minutes * 60_000_000
    assert not pane.clocks.counted.isVisible()
    pane.clocks.why.click()
    assert "of office time, counted from" in pane.clocks.counted.text()
    assert pane.clocks.counted.isVisible()


def test_a_due_time_that_a_person_changed_is_not_explained_wrongly(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    own = actions.Classify(
        1, Category.COMPLAINT, Queue.OTHER, 1_900_000_000_000_000, Reason.QUOTES_LEAFLET
    )
    desk_app.desk.perform(own, chief)
    pane = made(chief_place, qtbot, 1)
    assert pane.outline is not None
    assert pane.outline.counted == ()
    assert pane.clocks.why.isHidden()


def test_the_steps_wait_for_the_first_look_and_then_count(
    desk_app: App, chief: Actor, qtbot: QtBot, chief_place: Workplace
) -> None:
    before = read_outline(desk_app, 1, "en")
    assert {step.due for step in before.steps} == {None}
    assert "of the first look" in due_words(before.steps[0], before.at)
    assert [step.progress for step in before.steps[:2]] == [Progress.NOW, Progress.NEXT]
    pane = made(chief_place, qtbot, 1)
    casework.view(desk_app.desk, desk_app.protocol, 1, chief)
    qtbot.waitUntil(lambda: "left, then Supervisor" in words(pane))
    step = read_outline(desk_app, 1, "nl").steps[2]
    work = desk_app.desk.read.work(1)
    assert work is not None
    assert work.aware_at is not None
    assert step.due == work.aware_at + 24 * HOUR
    assert "passes to" in due_words(step, step.due + HOUR)
    alarmed = replace(step, owner=step.deputy)
    for at in (step.due - HOUR, step.due + HOUR):
        assert role_word(step.deputy) not in due_words(alarmed, at)


def test_an_escalation_shows_what_is_done_now_and_next(
    desk_app: App, chief: Actor, qtbot: QtBot, chief_place: Workplace
) -> None:
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    pane = made(chief_place, qtbot, 1)
    rows = [row.accessibleName() for row in pane.findChildren(StepRow)]
    assert [row.split(":")[0] for row in rows] == ["Done", "Done", "Now", "Next"]
    assert progress_word(Progress.NEXT) == "Next"


def test_pv_answers_with_its_reference_and_only_then_it_is_acknowledged(
    desk_app: App, chief: Actor, qtbot: QtBot, chief_place: Workplace
) -> None:
    number = casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    pane = made(chief_place, qtbot, 1)
    assert "done only when PV acknowledges" in pane.answer.state.text()
    with qtbot.waitSignal(pane.answer_wanted) as told:
        pane.answer.button.click()
    assert told.args == [1]
    received(desk_app.desk, chief, number)
    qtbot.waitUntil(lambda: "PV has acknowledged it" in pane.answer.state.text())
    assert pane.answer.button.isVisible(), "PV has still to decide"
    pv_says(desk_app.desk, chief, number, "PV-77")
    qtbot.waitUntil(pane.answer.button.isHidden)
    assert "PV-77" in pane.answer.state.text()
    kept = desk_app.desk.read.escalation(number)
    assert kept is not None
    assert kept.state is EscalationState.ACKNOWLEDGED
    assert pane.answer.button.isHidden()
    assert "PV has answered" in words(pane)
    pane.show_comment(None)
    pane.answer.wanted.emit()


@pytest.mark.parametrize(
    ("state", "reference", "sentence"),
    [
        (EscalationState.NOT_A_CASE, "PV-78", "PV says that it is no case (PV-78)."),
        (EscalationState.NOT_A_CASE, "", "PV says that it is no case."),
        (EscalationState.ACKNOWLEDGED, None, "✓ PV has acknowledged it."),
    ],
)
def test_what_pv_said_is_a_sentence_with_its_number_if_it_gave_one(  # noqa: PLR0913, PLR0917 - fixtures and a table
    desk_app: App,
    chief: Actor,
    qtbot: QtBot,
    state: EscalationState,
    reference: str | None,
    sentence: str,
) -> None:
    number = casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    kept = desk_app.desk.read.escalation(number)
    assert kept is not None
    line = AnswerLine(may=True)
    qtbot.addWidget(line)
    line.show_escalation(replace(kept, state=state, pv_reference=reference), waits=False)
    assert line.state.text() == sentence
    line.show_escalation(None, waits=False)
    assert line.isHidden()


def test_a_moderator_sees_the_state_but_no_form(
    desk_app: App,
    moderator: Actor,
    chief: Actor,
    workplace_of: Callable[..., Workplace],
    qtbot: QtBot,
) -> None:
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    pane = made(workplace_of(moderator), qtbot, 1)
    assert pane.answer.state.isVisible()
    assert not pane.answer.button.isVisible()


def test_nothing_is_shown_without_a_comment(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 1)
    pane.show_comment(None)
    pane.reload()
    assert pane.outline is None
    assert words(pane) == ""


def test_the_clocks_go_on_while_the_pane_is_open_and_stop_with_it(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    pane = made(chief_place, qtbot, 1)
    before = pane.outline
    pane._minute.timeout.emit()
    qtbot.waitUntil(lambda: pane.outline is not before)
    pane.close()
    chief_place.tasks.close()
    pane._minute.timeout.emit()
    assert pane.outline is not None


def entry(action: str, **fields: object) -> AuditEntry:
    made = AuditEntry(1, 1, "u", "moderator", "s", action, 1, {}, (), b"{}")
    return replace(made, **fields)  # type: ignore[arg-type]


def test_an_entry_reads_as_a_sentence_with_its_values() -> None:
    names = {"u": "Mo"}
    changes = (("work", 1, {"category": ["none", "complaint"]}),)
    assert sentence(entry("classify", changes=changes), names) == "Mo classified it: Complaint"
    again = entry("classify", detail={"category": "complaint"})
    assert sentence(again, names) == "Mo classified it: Complaint"
    assert sentence(entry("classify"), names) == "Mo classified it"
    assert sentence(entry("close", reason="spam"), names) == "Mo closed it: Spam"
    assert sentence(entry("close", reason="odd"), names) == "Mo closed it"
    failed = entry("record-failure", actor="system", detail={"problem": "gone"})
    assert sentence(failed, names).startswith("The program could not deliver: the comment is")
    assert sentence(entry("claim", actor="x"), {}) == "A former account claimed the comment"
    assert sentence(entry("newer-act"), names) == "Mo: newer act"


def test_the_timeline_tells_what_happened_and_goes_on_telling(
    desk_app: App, chief: Actor, chief_place: Workplace, qtbot: QtBot
) -> None:
    desk_app.desk.perform(actions.Claim(1), chief)
    pane = TimelinePane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    assert pane.list.item(0).text().endswith("Ann Chief claimed the comment")
    desk_app.desk.perform(actions.AddNote(1, "geheim"), chief)
    qtbot.waitUntil(lambda: pane.list.count() == 2)
    assert "private note" in pane.list.item(0).text()
    assert "geheim" not in pane.list.item(0).text()
    pane.show_comment(None)
    assert pane.list.count() == 0


def test_a_done_step_says_who_did_it_and_when_and_the_next_one_what_it_needs(
    desk_app: App, chief: Actor, qtbot: QtBot, chief_place: Workplace
) -> None:
    number = casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    kept = desk_app.desk.read.escalation(number)
    assert kept is not None
    first, second, third, _ = read_outline(desk_app, 1, "en").steps
    assert first.done == second.done == Done(chief.moderator, kept.recognised_at)
    assert third.done is None
    pane = made(chief_place, qtbot, 1)
    assert "Done in time  ·  Ann Chief, " in words(pane)
    assert f"Needed: {third.asks[0]}" in words(pane)
    pv_says(desk_app.desk, chief, number, "PV-1")
    assert all(step.done is not None for step in read_outline(desk_app, 1, "en").steps)


def test_a_step_and_a_reason_lead_to_their_paragraph(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = made(chief_place, qtbot, 1)
    links = [each for each in pane.findChildren(QPushButton) if each.text() == "§"]
    wanted: list[str] = []
    pane.place_wanted.connect(wanted.append)
    for link in links:
        assert link.accessibleName().startswith("In the protocol: ")
        link.click()
    anchors = {paragraph.anchor for paragraph in page_of(chief_place.app.protocol, "en")}
    assert len(wanted) > 1
    assert set(wanted) <= anchors


def test_examples_of_both_kinds_are_shown_until_somebody_has_decided(
    desk_app: App, chief: Actor, qtbot: QtBot, chief_place: Workplace
) -> None:
    pane = made(chief_place, qtbot, 1)
    assert "✓ Adverse event: “" in words(pane)
    assert "✗ Not “Adverse event”: “" in words(pane)
    desk_app.desk.perform(actions.Close(1, Reason.NOT_AN_ADVERSE_EVENT), chief)
    outline = read_outline(desk_app, 1, "en")
    assert (outline.near.matching, outline.near.others) == ((), ())
