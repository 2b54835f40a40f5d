"""Alerts, training and one's own account in the window."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD, account
from tests.ui.reads import no_entries, read_by
from tests.ui.walk import guessing, nameless, opened
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.training import Answer
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS, Command
from webcare_desk.ui.people.alerts import AlertsTab
from webcare_desk.ui.people.dialog import PeopleDialog
from webcare_desk.ui.training.screen import TestScreen
from webcare_desk.ui.workplace import Workplace

DAY = 86_400_000_000
KEYS = {Answer.SAFETY: Qt.Key.Key_1, Answer.QUALITY: Qt.Key.Key_2, Answer.NONE: Qt.Key.Key_3}


def wrong_tries(app: App, login: str = "mo", count: int = 5) -> None:
    """Let somebody give wrong passwords."""
    for _ in range(count):
        app.desk.perform(actions.RecordFailedLogin(login), system_actor())


def banners(window: MainWindow) -> list[str]:
    """Return what the banners say, the first one first."""
    frames = [each for each in window.banners.findChildren(QFrame, "banner") if each.isVisible()]
    frames.sort(key=lambda each: each.y())
    return [label.text() for each in frames for label in each.findChildren(QLabel) if label.text()]


@pytest.mark.requirement("C6")
def test_an_alert_stands_at_the_top_until_somebody_has_looked(
    window: MainWindow, desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    del moderator
    qtbot.waitUntil(lambda: window.locking is not None)
    wrong_tries(desk_app)
    wrong_tries(desk_app, "nobody")
    qtbot.waitUntil(lambda: any("2 alert(s)" in text for text in banners(window)))
    assert banners(window)[0].startswith("2 alert(s)")
    window.conduct.show_alerts()
    [dialog] = window.findChildren(PeopleDialog)
    tab = dialog.alerts
    assert tab is not None
    assert dialog.tabs.currentWidget() is tab
    assert guessing(dialog) == nameless(dialog) == []
    for left in (1, 0):
        tab.list.setCurrentRow(0)
        tab.seen.click()
        qtbot.waitUntil(lambda left=left: opens(tab) == left)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not any("alert" in text for text in banners(window)))
    assert "looked at by Ann Chief" in tab.list.item(0).text()
    assert not tab.seen.isEnabled()
    dialog.reject()


def opens(tab: AlertsTab) -> int:
    """Return how many alerts are shown to wait."""
    items = [tab.list.item(row) for row in range(tab.list.count())]
    return sum(item.data(Qt.ItemDataRole.UserRole).is_open for item in items)


def test_a_moderator_sees_no_alert_and_no_accounts(
    workplace: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    wrong_tries(desk_app, "nobody")
    with opened(workplace, qtbot) as window:
        qtbot.waitUntil(lambda: window.locking is not None)
        window.acts.people()
        [dialog] = window.findChildren(PeopleDialog)
        assert (dialog.accounts, dialog.training, dialog.alerts) == (None, None, None)
        dialog.show_alerts()
        assert dialog.tabs.currentWidget() is dialog.own
        assert not any("alert" in text for text in banners(window))
        dialog.reject()


def test_an_alert_that_is_gone_is_a_sentence(chief_place: Workplace, qtbot: QtBot) -> None:
    wrong_tries(chief_place.app, "nobody")
    tab = AlertsTab(chief_place)
    qtbot.addWidget(tab)
    tab.list.setCurrentRow(0)
    chief_place.app.desk.perform(actions.SeeAlert(1), chief_place.actor)
    tab.seen.setEnabled(True)
    tab.seen.click()
    qtbot.waitUntil(lambda: "no open alert" in tab.error.text())


@pytest.fixture
def gated(desk_app: App, chief: Actor, moderator: Actor) -> Actor:
    """Shut the gate, and return the moderator in front of it."""
    desk_app.desk.perform(actions.SetTrainingRules(True, 80, 6, 100), chief)  # noqa: FBT003 - the gate
    return moderator


@pytest.fixture
def trainee(
    workplace_of: Callable[..., Workplace], gated: Actor, qtbot: QtBot
) -> Iterator[MainWindow]:
    """Return the window of somebody without a certificate."""
    with opened(workplace_of(gated), qtbot) as window:
        qtbot.waitUntil(lambda: any("no training certificate" in text for text in banners(window)))
        yield window


def test_the_whole_test_goes_by_keys_and_earns_a_certificate(
    trainee: MainWindow, desk_app: App, gated: Actor, qtbot: QtBot
) -> None:
    trainee.actions_by_id["training"].trigger()
    screen = trainee.layers.currentWidget()
    assert isinstance(screen, TestScreen)
    qtbot.waitUntil(lambda: screen.sitting is not None)
    assert guessing(screen) == nameless(screen) == []
    assert not any(action.isEnabled() for action in trainee.actions_by_id.values())
    while screen.sitting is not None and screen.sitting.current is not None:
        answer = screen.sitting.current.answer
        QTest.keyClick(screen, KEYS[answer])
        assert screen.verdict.text() == "Right."
        assert screen.why.text()
        QTest.keyClick(screen, KEYS[answer])
        QTest.keyClick(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.text.text().startswith("Passed."))
    assert "6 of 6 right" in screen.count.text()
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert trainee.layers.currentIndex() == 0
    [certificate] = desk_app.desk.read.certificates(gated.moderator)
    assert certificate.score == 100
    qtbot.waitUntil(lambda: not any("certificate" in text for text in banners(trainee)))
    assert trainee.actions_by_id["lock"].isEnabled()


def test_wrong_answers_are_explained_and_the_test_can_be_left(
    trainee: MainWindow, desk_app: App, qtbot: QtBot
) -> None:
    trainee.conduct.take_test()
    screen = trainee.layers.currentWidget()
    assert isinstance(screen, TestScreen)
    qtbot.waitUntil(lambda: screen.sitting is not None)
    QTest.keyClick(screen, Qt.Key.Key_X)
    while screen.sitting is not None and screen.sitting.current is not None:
        right = screen.sitting.current.answer
        wrong = next(answer for answer in Answer if answer is not right)
        screen.answers[wrong].click()
        assert screen.verdict.text().startswith("No: ")
        screen.next.click()
    qtbot.waitUntil(lambda: screen.text.text().startswith("Not passed"))
    screen.next.click()
    assert desk_app.desk.read.certificates() == []
    trainee.conduct.take_test()
    again = trainee.layers.currentWidget()
    assert isinstance(again, TestScreen)
    assert again is not screen
    qtbot.waitUntil(lambda: again.sitting is not None)
    again.leave.click()
    assert trainee.layers.currentIndex() == 0
    told = [entry.action for entry in desk_app.desk.changes(0) if "test" in entry.action]
    assert told == ["begin-test", "finish-test", "begin-test"]


def test_a_rule_that_changes_meanwhile_is_said(
    trainee: MainWindow, desk_app: App, qtbot: QtBot, chief: Actor
) -> None:
    trainee.conduct.take_test()
    screen = trainee.layers.currentWidget()
    assert isinstance(screen, TestScreen)
    qtbot.waitUntil(lambda: screen.sitting is not None)
    desk_app.desk.perform(actions.SetTrainingRules(True, 80, 8, 365), chief)  # noqa: FBT003 - the gate
    while screen.sitting is not None and screen.sitting.current is not None:
        screen.answers[screen.sitting.current.answer].click()
        screen.next.click()
    qtbot.waitUntil(screen.next.isEnabled)
    assert screen.text.text() == "The test has 8 questions by now: take it again."


def test_a_lock_in_the_middle_of_the_test_comes_back_to_it(
    trainee: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: trainee.locking is not None)
    assert trainee.locking is not None
    trainee.conduct.take_test()
    screen = trainee.layers.currentWidget()
    trainee.locking.lock(actions.LockCause.IDLE)
    assert trainee.layers.currentWidget() is trainee.locking.screen
    trainee.locking.screen.password.setText(PASSWORD)
    trainee.locking.screen.main.click()
    qtbot.waitUntil(lambda: trainee.layers.currentWidget() is screen)


@pytest.mark.parametrize(("later", "says"), [(90 * DAY, "ends on"), (101 * DAY, "expired on")])
def test_a_certificate_that_ends_is_announced(
    workplace_of: Callable[..., Workplace], gated: Actor, qtbot: QtBot, later: int, says: str
) -> None:
    place = workplace_of(gated)
    place.app.desk.perform(actions.FinishTest(digest(b""), 1, 6, 6), gated)
    clock = place.app.desk.clock
    desk = replace(place.app.desk, clock=lambda: clock() + later)
    with opened(replace(place, app=replace(place.app, desk=desk)), qtbot) as window:
        qtbot.waitUntil(lambda: any(says in text for text in banners(window)))


@pytest.mark.requirement("C1")
def test_an_auditor_reads_everything_does_nothing_and_every_look_is_logged(
    desk_app: App, chief: Actor, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    del chief
    vera = account(desk_app, "vera", "Vera Audit", Role.AUDITOR)
    with opened(workplace_of(vera), qtbot) as window:
        qtbot.waitUntil(lambda: any("is logged" in text for text in banners(window)))
        window.acts.open_comment(1)
        qtbot.waitUntil(lambda: window.comment.sheet is not None)
        window.top.search.setText("hoofdpijn")
        window.top.searched.emit("hoofdpijn")
        window.acts.run(command("people"))
        window.acts.ran.emit("protocol")  # a trial of it shows comments
        window.acts.run(command("theme"))
        qtbot.waitUntil(lambda: {"people", "protocol"} <= seen(desk_app, vera))
        assert read_by(desk_app, vera)[0] == ("inbox", None)
        assert {"search", "people"} <= seen(desk_app, vera)
        window.acts.run(command("audit"))
        qtbot.waitUntil(lambda: "supervision-audit" in seen(desk_app, vera))
        assert "theme" not in seen(desk_app, vera)
        [dialog] = window.findChildren(PeopleDialog)
        assert dialog.accounts is None
        dialog.reject()
        enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
        assert not {"reply", "note", "escalate", "close", "hide", "claim", "classify"} & enabled
        assert {"audit", "next", "search", "register"} <= enabled
        window.acts.run(command("register"))
        qtbot.waitUntil(lambda: "register" in seen(desk_app, vera))
        assert window.acts.windows.shown_register is not None
        assert not window.comment.composer.tabs.isVisible()
        assert not window.comment.header.category.isEnabled()
        qtbot.waitUntil(lambda: viewed(desk_app, vera))
        window.acts.run(command("theme"))


def test_a_window_in_which_reading_cannot_be_recorded_is_closed(
    desk_app: App,
    chief: Actor,
    workplace_of: Callable[..., Workplace],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    del chief
    vera = account(desk_app, "vera", "Vera Audit", Role.AUDITOR)
    with opened(workplace_of(vera), qtbot) as window:
        qtbot.waitUntil(lambda: read_by(desk_app, vera) == [("inbox", None)])
        desk_app.desk.perform(actions.Lock(actions.LockCause.IDLE), vera)
        window.top.searched.emit("hoofdpijn")  # typed before the lock: nobody sees it
        qtbot.waitUntil(
            lambda: any("locked" in each.text() for each in window.findChildren(QLabel))
        )
        assert window.isVisible()
        desk_app.desk.perform(actions.Unlock(), vera)
        monkeypatch.setattr(*no_entries())
        with qtbot.waitSignal(window.closed):
            window.top.searched.emit("hoofdpijn")
        assert "cannot be recorded, so it is not shown: Nothing can be kept." in window.said
        assert not window.isVisible()


def seen(app: App, actor: Actor) -> set[str]:
    """Return what somebody has read, in whatever order."""
    return {what for what, _ in read_by(app, actor)}


def command(name: str) -> Command:
    """Return a command of the window by its id."""
    return next(each for each in COMMANDS if each.id == name)


def viewed(app: App, actor: Actor) -> bool:
    """Say whether the log has somebody looking at a comment."""
    entries = app.desk.read.entries_after(0, 500)
    return any(entry.action == "open" and entry.actor == actor.moderator for entry in entries)


def test_a_window_whose_session_was_ended_shows_no_comment_any_more(
    desk_app: App, chief: Actor, moderator: Actor, trainee: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(trainee.closed) as closed:
        desk_app.desk.perform(actions.EndSession(moderator.session), chief)
    assert closed.args == [True]
    assert "ended, or your password was changed elsewhere: log in again" in trainee.said
    assert not trainee.isVisible()
