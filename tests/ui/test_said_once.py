"""What is said of a comment is said once, and one thing does not gainsay the other."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from tests.ui.inbox.test_narrow_rows import ROW
from tests.ui.protocol.test_pane import made
from tests.ui.showing import show
from webcare_desk.app import App
from webcare_desk.domain.escalation import Criterion
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui import theme
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.composer import Composer
from webcare_desk.ui.escalation.criterion import CriterionRow
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.original import Original
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.inbox.sentence import Names, sentence
from webcare_desk.ui.register.parts import PartsFields
from webcare_desk.ui.topbar import TopBar
from webcare_desk.ui.words import sort_word, strength_word
from webcare_desk.ui.workplace import Workplace


@pytest.mark.parametrize(
    ("category", "tier", "sort", "strength"),
    [
        (Category.NONE, Tier.NONE, "No signal found", ""),
        (Category.NONE, Tier.CHECK, "Please check", ""),
        (Category.CHECK, Tier.CHECK, "Please check", ""),
        (Category.ADVERSE_EVENT, Tier.CHECK, "Adverse event", "Please check"),
        (Category.THANKS, Tier.NONE, "Thanks", "No signal found"),
    ],
)
def test_what_it_is_and_how_strong_it_is_fit_each_other(
    category: Category, tier: Tier, sort: str, strength: str
) -> None:
    assert (sort_word(category, tier), strength_word(category, tier)) == (sort, strength)


def test_a_row_of_no_category_says_only_that_it_is_to_be_checked(desk_app: App) -> None:
    row = replace(ROW, category=Category.NONE, tier=Tier.CHECK)
    said = sentence(row, 0, Names(desk_app.desk.read))
    assert said.startswith("Please check, Jan")
    assert "No signal" not in said


def test_header_and_protocol_say_no_words_twice(
    pane: CommentPane, chief_place: Workplace, qtbot: QtBot
) -> None:
    assert pane.header.tier.isVisible()
    show(pane, qtbot, 7)
    assert "No signal found" in pane.header.category.text()
    assert not pane.header.tier.isVisible()
    protocol = made(chief_place, qtbot, 7)
    assert protocol._headline.text() == "No signal found"
    assert not protocol._tier.isVisible()


def test_the_chooser_shows_no_blank_as_the_pack_writes_it(composer: Composer) -> None:
    composer.open_chooser()
    rows = composer.reply.chooser.list
    said = [rows.item(row).text() for row in range(rows.count())]
    composer.reply.chooser.hide()
    assert said
    assert not [each for each in said if "{" in each]
    assert any("Beste Jan" in each for each in said)


def test_who_reads_no_comments_has_no_search_and_no_clock(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    ada = account(desk_app, "ada", "Ada Admin", Role.ADMINISTRATOR)
    for actor, reads in ((chief, True), (ada, False)):
        bar = TopBar(workplace_of(actor))
        qtbot.addWidget(bar)
        bar.show()
        assert (bar.search.isVisible(), bar._clock.isVisible()) == (reads, reads)


def test_tab_comes_from_the_button_to_the_form_and_not_to_each_post(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    dialog = EscalationDialog(chief_place, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form is not None)
    original = dialog.findChild(Original)
    assert original is not None
    posts = original.findChildren(QPlainTextEdit)
    assert len(posts) > 1
    assert not [each for each in posts if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_the_answers_to_the_criteria_stand_below_each_other(
    chief_place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "scale", lambda: 2.0)
    dialog = EscalationDialog(chief_place, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form is not None)
    rows = dialog.findChildren(CriterionRow)
    assert len(rows) == len(Criterion)
    qtbot.waitUntil(lambda: all(min(_firsts(row)) > 0 for row in rows))
    assert len({min(_firsts(row)) for row in rows}) == 1


def _firsts(row: CriterionRow) -> list[int]:
    return [button.x() for button in row.buttons.values()]


def test_the_hint_of_a_field_of_the_follow_up_is_read_whole(qtbot: QtBot) -> None:
    form = FormDialog(None, "Follow-up", "Send")
    qtbot.addWidget(form)
    line = PartsFields(form).drugs
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    assert line.minimumWidth() > needed
