"""A comment in a language that the desk does not read is called so, and answered in none unsaid."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.choose import begins_with
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.sheet import read_sheet

FRENCH = (
    "Depuis que je prends Ventora j'ai tr\u00e8s mal \u00e0 la t\u00eate et je vomis tous les jours"
)
RUSSIAN = "\u0423 \u043c\u0435\u043d\u044f \u0431\u043e\u043b\u0438\u0442 \u0433\u043e\u043b\u043e\u0432\u0430"
DYING = "Je veux mourir, je pense au suicide depuis que je prends Ventora, suicide"


@pytest.mark.parametrize(("text", "word"), [(FRENCH, "French"), (RUSSIAN, "Another language")])
def test_the_window_says_of_it_that_it_is_in_another_language(
    pane: CommentPane, desk_app: App, qtbot: QtBot, text: str, word: str
) -> None:
    (comment,) = ingest(desk_app, remote(901, "Marc", text))
    pane.show()
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(comment)
    about = pane.header.about.text().replace("\u00a0", " ")
    assert word in about
    assert "Dutch" not in about
    assert "English" not in about


def gates(pane: CommentPane) -> str:
    """Return what is said of the reply as it stands."""
    said = [each for each in pane.composer.reply.findChildren(PlainLabel) if each.isVisible()]
    return " ".join(each.text().replace("\u00a0", " ") for each in said)


def test_no_template_is_put_in_by_itself_and_one_that_is_chosen_is_said_to_be_in_another(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    (comment,) = ingest(desk_app, remote(901, "Marc", FRENCH))
    pane.show()
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(comment)
    composer = pane.composer
    composer.window().activateWindow()
    composer.begin_reply()
    assert not composer._beginning.is_waiting
    qtbot.waitUntil(lambda: "! There is no template in the comment's language" in gates(pane))
    assert composer._sheet is not None
    (name, *_) = composer._sheet.file.recommendation.templates
    composer.focus_reply(name)
    qtbot.waitUntil(lambda: "! Not in the comment's language" in gates(pane))
    assert "There is no template" not in gates(pane)
    assert composer.text
    composer.reply.edit.setPlainText("Bonjour Marc, merci pour votre message, nous avons lu tout.")
    qtbot.waitUntil(lambda: "Same language" in gates(pane))


def test_in_a_crisis_there_is_a_reply_at_once(desk_app: App, moderator: Actor) -> None:
    (crisis,) = ingest(desk_app, remote(901, "Marc", DYING))
    assert len(begins_with(read_sheet(desk_app, crisis, moderator))) == 1
