"""Escalating: filled in already, one key, nothing mandatory, nothing by accident."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk.app import App
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.escalation import Criterion, Presence, Situation
from webcare_desk.domain.intake import Ask
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.settings.safety import DayZeroPolicy
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.clock import moment
from webcare_desk.ui.escalation.criterion import CriterionRow
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.form import CaseForm
from webcare_desk.ui.escalation.prefill import read_prefill, send
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.workplace import Workplace


def made(place: Workplace, qtbot: QtBot, comment: int) -> EscalationDialog:
    dialog = EscalationDialog(place, comment)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form is not None)
    return dialog


def form_of(dialog: EscalationDialog) -> CaseForm:
    assert dialog.form is not None
    return dialog.form


def row_of(dialog: EscalationDialog, criterion: Criterion) -> CriterionRow:
    return next(row for row in form_of(dialog).rows if row.criterion is criterion)


def words(dialog: EscalationDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def drain(place: Workplace, qtbot: QtBot) -> None:
    """Wait until each of the three workers has sent every answer it had."""
    together, passed = Barrier(3), list[int]()
    for _ in range(3):
        place.tasks.run(lambda: together.wait(5), passed.append)
    qtbot.waitUntil(lambda: len(passed) == 3)


def test_enter_sends_what_the_text_shows(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    with qtbot.waitSignal(dialog.escalated) as told:
        QTest.keyClick(dialog.send, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == 1
    assert dialog.result_line.text() == f"✓ Escalated as {told.args[1]}; PV must acknowledge."
    (kept,) = desk_app.desk.read.escalations_of(1)
    assert told.args[1] in kept.case or told.args[1].startswith("NL-VAREN-")
    assert kept.is_open
    QTest.keyClick(dialog.done_button, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert len(desk_app.desk.read.escalations_of(1)) == 1


def test_escape_leaves_everything_as_it_was(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert desk_app.desk.read.escalations_of(1) == []


def test_the_dialog_repeats_whose_comment_it_is(chief_place: Workplace, qtbot: QtBot) -> None:
    dialog = made(chief_place, qtbot, 1)
    assert "Jan de V.: “Sinds ik Ventora" in words(dialog)
    assert "First viewed, day zero" in words(dialog)
    assert "“hoofdpijn”" in words(dialog)
    assert "taken as a consumer" in words(dialog)


def test_day_zero_is_the_one_of_the_settings(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    safety = replace(desk_app.settings.safety, day_zero=DayZeroPolicy.POSTED)
    vars(desk_app).update(settings=replace(desk_app.settings, safety=safety))
    dialog = made(chief_place, qtbot, 1)
    found = desk_app.desk.read.comment(1)
    assert found is not None
    assert re.search(r"First viewed: \S+ \S+.*\. Day zero: ", words(dialog))
    assert f"Day zero: {moment(found.posted_at)}" in words(dialog)


@pytest.mark.parametrize("told", ["", "FR"])
def test_the_country_that_is_promised_is_the_one_that_is_sent(
    chief_place: Workplace, desk_app: App, qtbot: QtBot, told: str
) -> None:
    country = told or "BE"
    vars(desk_app)["in_force"] = replace(
        desk_app.in_force, protocol=replace(desk_app.protocol, country="BE")
    )
    safety = replace(desk_app.settings.safety, country=told)
    vars(desk_app).update(settings=replace(desk_app.settings, safety=safety))
    form = form_of(made(chief_place, qtbot, 1))
    field = form.fields.widgets[Ask.COUNTRY]
    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == f"{country} (defaulted)"
    send(desk_app, 1, chief_place.actor, form.decision())
    report = report_of(batch_of(desk_app.desk.read, 1))
    assert [each.text("C.2.r.3") for each in report.each("C.2.r")] == [country]
    assert report.text("C.1.1").startswith(f"{country}-WEBCARE-BE")


def test_a_person_may_change_every_answer(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    form = form_of(dialog)
    row_of(dialog, Criterion.REPORTER).buttons[Presence.ABSENT].setChecked(True)
    form.situations[Situation.OVERDOSE].setChecked(True)
    form.remark.setPlainText("Zie ook de draad.")
    assert len(form.situations) == 13
    dialog.send.click()
    qtbot.waitUntil(dialog.result_line.isVisible)
    (kept,) = desk_app.desk.read.escalations_of(1)
    case = json.loads(kept.case)
    text = json.dumps(case)
    assert "Zie ook de draad." in text
    assert "overdose" in text
    assert "absent" in text


def test_an_answer_that_is_not_touched_keeps_its_ground(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    reporter = row_of(dialog, Criterion.REPORTER)
    assert reporter.answer().defaulted
    reporter.buttons[Presence.UNCLEAR].setChecked(True)
    assert not reporter.answer().defaulted


def test_a_comment_that_shows_nothing_can_be_escalated_too(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 8)
    assert "defaulted: the product of the page" in words(dialog)
    assert "no words in the text show it" in words(dialog)
    dialog.send.click()
    qtbot.waitUntil(dialog.result_line.isVisible)
    assert len(desk_app.desk.read.escalations_of(8)) == 1


def test_a_second_escalation_is_refused_in_a_sentence(chief_place: Workplace, qtbot: QtBot) -> None:
    first, second = made(chief_place, qtbot, 1), made(chief_place, qtbot, 1)
    first.send.click()
    qtbot.waitUntil(first.result_line.isVisible)
    second.send.click()
    qtbot.waitUntil(second.problem.isVisible)
    assert "with PV already" in second.problem.text()
    assert second.send.isEnabled()


def test_a_comment_that_is_not_there_cannot_be_sent(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    dialog = EscalationDialog(chief_place, 999)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert not dialog.send.isEnabled()
    with pytest.raises(RefusedError, match="999"):
        read_prefill(desk_app, 999, chief)


def test_the_original_is_plain_text_and_capped(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    text = '<img src="/dev/zero"> ' + "woord " * 8_000
    hostile = replace(remote(80, "<b>x</b>", text), thread_title="<i>titel</i>")
    (number,) = ingest(desk_app, hostile)
    dialog = made(chief_place, qtbot, number)
    assert "Only the beginning is shown; PV receives all" in words(dialog)
    assert max(len(label.text()) for label in dialog.findChildren(QLabel)) < 2_000


def test_a_post_of_the_thread_that_stands_there_was_looked_at(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    qtbot.waitUntil(lambda: len(looks(desk_app)) == 7)
    assert {each.subject for each in looks(desk_app)} == set(range(2, 9))
    assert {each.detail["beside"] for each in looks(desk_app)} == {1}
    assert "Fatima" in words(dialog)


def looks(app: App) -> list[AuditEntry]:
    return app.desk.read.entries(LogFilter(action="open"), None, 99)


def test_a_closed_dialog_gets_no_late_answer(
    workplace_of: Callable[..., Workplace], chief: Actor, qtbot: QtBot
) -> None:
    place, closed = workplace_of(chief), Event()
    dialog = EscalationDialog(place, 1)
    taken: list[object] = []
    late: Latest[bool] = Latest(place.tasks, dialog, taken.append)
    late.ask(lambda: closed.wait(5))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    closed.set()
    drain(place, qtbot)
    assert taken == []


def test_only_the_answer_to_the_last_question_counts(chief_place: Workplace, qtbot: QtBot) -> None:
    owner = QDialog()
    qtbot.addWidget(owner)
    taken: list[int] = []
    failed: list[WebcareError] = []
    gate = Event()
    latest: Latest[int] = Latest(chief_place.tasks, owner, taken.append, failed.append)

    def refuse() -> int:
        gate.wait(5)
        msg = "too late"
        raise RefusedError(msg)

    latest.ask(refuse)
    latest.ask(lambda: int(gate.wait(5)))
    latest.ask(lambda: 3)
    qtbot.waitUntil(lambda: taken == [3])
    gate.set()
    drain(chief_place, qtbot)
    assert (taken, failed) == ([3], [])


def test_keyboard_and_screen_reader_reach_everything_in_the_two_windows(
    chief_place: Workplace, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, is_dark=False)
    dialog, window = made(chief_place, qtbot, 1), AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.show()
    for top in (dialog, window):
        assert guessing(top) == []
        assert nameless(top) == []
        assert too_small(top) == []


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_field_that_is_asked_for_comes_into_sight(
    chief_place: Workplace, desk_app: App, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, is_dark=False)
    (number,) = ingest(desk_app, replace(remote(71, "Noor", " "), link=""))
    dialog = made(chief_place, qtbot, number)
    dialog.resize(1000, 480)
    form = form_of(dialog)
    country = form.fields.widgets[Ask.COUNTRY]
    assert not in_sight(form.remark)
    QTest.keyClick(dialog.send, Qt.Key.Key_Return)
    assert dialog.focusWidget() is form.remark
    QApplication.processEvents()  # what is said below makes the form lower
    assert in_sight(form.remark)
    assert not in_sight(country)
    dialog.faults.chosen.emit(Ask.COUNTRY)
    assert dialog.focusWidget() is country
    assert in_sight(country)
