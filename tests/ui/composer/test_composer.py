"""Writing a reply or a note: through the desk, never by accident, never lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.reply import NOT_HIDDEN, DeliveryState
from webcare_desk.ui.composer.composer import Composer
from webcare_desk.ui.composer.gates import Light
from webcare_desk.ui.workplace import Workplace

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def buttons(composer: Composer) -> list[str]:
    found = composer.deliveries.findChildren(QPushButton)
    return [button.text() for button in found if not button.isHidden() and button.isVisible()]


def press(composer: Composer, text: str) -> None:
    found = composer.deliveries.findChildren(QPushButton)
    next(each for each in found if each.isVisible() and each.text() == text).click()


def gates(composer: Composer) -> str:
    names = {light.value for light in Light}
    labels = composer.reply.findChildren(QLabel)
    return " ".join(
        label.text() for label in labels if label.isVisible() and label.objectName() in names
    )


def states(composer: Composer) -> list[str]:
    return [label.text() for label in composer.deliveries._states]


def test_a_reply_goes_out_held_with_its_template(
    composer: Composer, desk_app: App, qtbot: QtBot
) -> None:
    composer.focus_reply("medical-question-doctor")
    qtbot.waitUntil(lambda: "Beste Jan" in composer.text)
    text = composer.text
    assert composer.reply.send.isEnabled()
    QTest.keyClick(composer.reply.edit, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: composer.text == "")
    (delivery,) = desk_app.desk.read.deliveries_of(1)
    assert (delivery.body, delivery.template) == (text, "medical-question-doctor")
    assert delivery.not_before - delivery.queued_at == 20_000_000
    qtbot.waitUntil(lambda: "Undo" in buttons(composer))
    assert states(composer)[0].startswith("held ")


def test_free_words_carry_no_template(composer: Composer, desk_app: App, qtbot: QtBot) -> None:
    composer.focus_reply("medical-question-doctor")
    qtbot.waitUntil(lambda: "Beste Jan" in composer.text)
    composer.reply.edit.setPlainText("Tot morgen bij de bijeenkomst in het buurthuis.")
    composer.reply.send.click()
    qtbot.waitUntil(lambda: bool(desk_app.desk.read.deliveries_of(1)))
    assert desk_app.desk.read.deliveries_of(1)[0].template is None


def test_a_locked_phrase_stays_as_it_was_approved(composer: Composer, qtbot: QtBot) -> None:
    composer.focus_reply("medical-question-doctor")
    qtbot.waitUntil(lambda: "Beste Jan" in composer.text)
    approved = composer.text
    phrase = "We kennen je situatie niet"
    assert phrase in approved
    composer.reply.edit.setPlainText(
        approved.replace(phrase, "We kennen je situatie wel een beetje")
    )
    assert not composer.reply.send.isEnabled()
    qtbot.waitUntil(lambda: "Keep this phrase" in gates(composer))
    composer.reply.edit.setPlainText(f"{approved} Sterkte!")
    assert composer.reply.send.isEnabled()


def test_a_reply_with_an_open_blank_cannot_be_sent(
    composer: Composer, desk_app: App, qtbot: QtBot
) -> None:
    composer.focus_reply()
    composer.reply.edit.setPlainText("Beste {{ first_name }}, sterkte.")
    assert not composer.reply.send.isEnabled()
    assert composer.reply.send.accessibleDescription() == "Fill the blank first: first_name"
    qtbot.waitUntil(lambda: "✗ Fill the blank first: first_name" in gates(composer))
    QTest.keyClick(composer.reply.edit, Key.Key_Return, CTRL)
    composer.reply.send.click()
    QTest.keyClick(composer.reply.edit, Key.Key_Tab)
    QTest.keyClicks(composer.reply.edit, "Jan")
    assert composer.text == "Beste Jan, sterkte."
    assert composer.reply.send.isEnabled()
    assert desk_app.desk.read.deliveries_of(1) == []
    QTest.keyClick(composer.reply.edit, Key.Key_Tab)
    QTest.keyClick(composer.reply.edit, Key.Key_Backtab)
    assert composer.text == "Beste Jan, sterkte."
    composer.reply.edit.clear()
    assert composer.reply.reason.text() == "The reply is empty"


def test_the_language_of_the_reply_is_held_against_that_of_the_comment(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.reply.edit.setPlainText("Thank you for your comment, we are sorry to hear that.")
    qtbot.waitUntil(lambda: "Not in the comment" in gates(composer))
    composer.reply.edit.setPlainText("Kort.")
    composer._look_at_language()
    assert "language" not in gates(composer)


def test_a_held_reply_can_be_taken_back_and_another_sent_at_once(
    composer: Composer, desk_app: App, qtbot: QtBot
) -> None:
    for text in ("Eerste antwoord.", "Tweede antwoord."):
        composer.reply.edit.setPlainText(text)
        composer.reply.send.click()
        qtbot.waitUntil(lambda: composer.text == "")
        qtbot.waitUntil(lambda: "Undo" in buttons(composer))
        press(composer, "Undo" if text.startswith("Eerste") else "Send now")
        qtbot.waitUntil(lambda: "Undo" not in buttons(composer))
        back = "Eerste antwoord." if text.startswith("Eerste") else ""
        qtbot.waitUntil(lambda: composer.text == back)  # noqa: B023 - called at once
    first, second = sorted(desk_app.desk.read.deliveries_of(1), key=lambda each: each.id)
    assert first.state is DeliveryState.CANCELLED
    assert second.state is DeliveryState.HELD
    assert second.not_before <= desk_app.desk.clock()


def test_a_failed_reply_says_why_and_can_be_tried_again(
    composer: Composer, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    number = desk_app.desk.perform(actions.QueueReply(1, "Sterkte.", None, 0), chief)
    gone = actions.RecordFailure(number, Name("forbidden"), None, 1)
    desk_app.desk.perform(gone, system_actor())
    qtbot.waitUntil(lambda: "Try again" in buttons(composer))
    assert states(composer) == ["failed (the account may not do this)"]
    press(composer, "Try again")
    qtbot.waitUntil(lambda: states(composer) == ["about to leave"])


def test_a_reply_that_says_what_is_not_so_is_not_tried_again(
    composer: Composer, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    untrue = "to protect your privacy we have hidden your comment"
    number = desk_app.desk.perform(actions.QueueReply(1, untrue, None, 0), chief)
    desk_app.desk.perform(actions.RecordFailure(number, NOT_HIDDEN, None, 1), system_actor())
    qtbot.waitUntil(lambda: "Try again" in buttons(composer))
    press(composer, "Try again")
    qtbot.waitUntil(lambda: "Do first what the reply says" in composer.reply.problem.text())
    assert "Try again" in buttons(composer)


def test_the_countdown_ends_where_nothing_can_be_undone(
    composer: Composer, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    desk_app.desk.perform(actions.QueueReply(1, "Sterkte.", None, 700_000), chief)
    qtbot.waitUntil(lambda: "Undo" in buttons(composer))
    qtbot.waitUntil(lambda: "Undo" not in buttons(composer))
    assert states(composer) == ["about to leave"]


def test_a_refused_reply_keeps_its_words(
    composer: Composer, desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    desk_app.desk.perform(actions.Claim(1), moderator)
    composer.reply.edit.setPlainText("Dank je.")
    composer.reply.send.click()
    qtbot.waitUntil(composer.reply.problem.isVisible)
    assert "take it over" in composer.reply.problem.text()
    assert composer.text == "Dank je."
    assert composer.reply.send.isEnabled()


def test_a_template_is_found_by_a_few_words_and_put_in_with_enter(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.reply.template.click()
    chooser = composer.reply.chooser
    assert chooser.isVisible()
    assert chooser.list.item(0).text().startswith("★")
    QTest.keyClicks(chooser.words, "bijwerking ander")
    QTest.keyClick(chooser.words, Key.Key_Down)
    QTest.keyClick(chooser.words, Key.Key_Up)
    QTest.keyClick(chooser.words, Key.Key_Return)
    assert not chooser.isVisible()
    qtbot.waitUntil(lambda: composer.text != "")
    assert "namens" in composer.text


def test_a_chosen_template_can_be_undone_to_what_was_typed(
    composer: Composer, qtbot: QtBot
) -> None:
    QTest.keyClicks(composer.reply.edit, "zelf getypt")
    composer.focus_reply("medical-question-doctor")
    qtbot.waitUntil(lambda: "Beste Jan" in composer.text)
    composer.reply.edit.undo()
    assert composer.text == "zelf getypt"


def test_without_a_comment_nothing_is_written(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    composer = Composer(chief_place)
    qtbot.addWidget(composer)
    before = desk_app.desk.read.log_size()
    composer.reply.edit.setPlainText("Dank je.")
    composer._send()
    composer._fill("thanks-back")
    composer._save_note("Bel PV.")
    composer.open_chooser()
    assert not composer.reply.chooser.isVisible()
    done: list[int] = []
    chief_place.tasks.act(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert desk_app.desk.read.log_size() == before
