"""PV's answer in the register: about a report whose follow-up is kept back, and of a number alone."""

import pytest

from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import PvDecision
from webcare_desk.ui.register.answer import PvAnswerDialog

__all__ = ["desk"]


def test_of_which_version_pv_speaks_is_chosen_as_soon_as_two_have_left(desk: Desk) -> None:
    one, place = desk.cases[0], desk.window._work
    desk.leave(one)
    follow_up(desk.app.desk, one, place.actor, News("zij is overleden"))
    desk.leave(one)
    dialog = PvAnswerDialog(place, one, "", desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.REJECTED))
    dialog.evidence.setPlainText("mail of Ann")
    assert (dialog.version.isVisible(), dialog.said()[0].version) == (True, None)
    dialog.submit()
    assert "Say of which version" in dialog.error.text()
    dialog.version.setCurrentIndex(dialog.version.findData(1))
    assert dialog.said()[0].version == 1
    assert "initial report" in dialog.version.currentText()


@pytest.mark.parametrize("state", [CaseState.FOLLOW_UP, CaseState.CORRECTED])
def test_an_answer_is_offered_while_the_latest_version_is_kept_back(
    desk: Desk, state: CaseState
) -> None:
    desk.window.bar.offer(state)
    assert desk.window.bar.buttons["answer"].isEnabled()
    desk.window.bar.offer(CaseState.DRAFTED)
    assert not desk.window.bar.buttons["answer"].isEnabled()


def test_that_only_the_number_is_put_right_is_said_where_pv_has_decided(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.ACCEPTED))
    assert not dialog.said()[0].only_number
    dialog.only_number.setChecked(True)
    assert dialog.said()[0].only_number
    dialog.reference.setText("PV-8")
    dialog.submit()
    assert "Only a number is put right where PV has decided" in dialog.error.text()
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.REJECTED))
    assert dialog.only_number.isHidden()
    assert not dialog.said()[0].only_number


def test_no_tick_of_the_answer_is_cut_however_long_its_words_are(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    assert dialog.width() >= 520
    dialog.only_number.setText("Alleen het nummer wordt rechtgezet; " * 3)
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.ACCEPTED))
    wanted = dialog.only_number.sizeHint().width
    desk.qtbot.waitUntil(lambda: dialog.only_number.width() >= wanted() > 520)
    desk.qtbot.waitUntil(lambda: dialog.width() > dialog.only_number.width())
