"""Possible matches in the register: a person says which they are, and who said so is shown."""

import pytest

from tests.ui.caseroom import Desk, desk
from tests.ui.walk import nameless, too_small
from webcare_desk.domain.likeness import Judgement
from webcare_desk.ui.register.likeness import LikenessDialog

__all__ = ["desk"]


def compare(desk: Desk) -> LikenessDialog:
    """Open the form that compares."""
    desk.window.bar.press("alike")
    dialog = desk.dialog(LikenessDialog)
    assert isinstance(dialog, LikenessDialog)
    return dialog


@pytest.mark.requirement("P9")
def test_another_case_is_recorded_and_shown_with_who_said_it(desk: Desk) -> None:
    story, read = desk.window.detail.texts[2], desk.app.desk.read
    desk.choose(desk.cases[1])
    desk.qtbot.waitUntil(lambda: "Noor" in story.toPlainText())
    dialog = compare(desk)
    assert dialog.chosen() == []
    assert nameless(dialog) == []
    assert too_small(dialog) == []
    (card,) = dialog.cards.cards
    card.other.setChecked(True)
    dialog.main.click()
    desk.qtbot.waitUntil(lambda: "another one, said" in story.toPlainText())
    assert "Noor ·" not in story.toPlainText()
    (said,) = read.likenesses()
    assert said.judgement is Judgement.ANOTHER
    again = compare(desk)
    assert again.cards.cards[0].other.isChecked()
    assert again.chosen() == []
    again.cards.cards[0].same.setChecked(True)
    assert again.chosen() == [(desk.cases[0], Judgement.SAME)]
    again.main.click()
    desk.qtbot.waitUntil(lambda: "the same one, said" in story.toPlainText())


def test_a_case_that_looks_like_none_says_so(desk: Desk) -> None:
    for each in desk.cases[:1]:
        desk.choose(each)
    dialog = compare(desk)
    alone = LikenessDialog(
        desk.window._work,
        type(dialog._compared)(desk.cases[0], dialog._compared.packet, (), {}),
        "NL-1",
        desk.window,
    )
    assert not alone.main.isEnabled()
    assert alone.cards.cards == []
