"""PV's answer in the register: about a report whose follow-up is kept back, and of a number alone."""

import pytest

from tests.ui.caseroom import Desk, desk
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import PvDecision
from webcare_desk.ui.register.answer import PvAnswerDialog

__all__ = ["desk"]


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
