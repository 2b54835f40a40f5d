"""What the desk would refuse of PV's answer is refused before anybody signs it."""

from tests.ui.caseroom import Desk, desk
from webcare_desk.domain.case_version import PvDecision
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.register.answer import PvAnswerDialog

__all__ = ["desk"]


def test_another_reason_is_said_in_words_before_the_answer_is_signed(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.NOT_A_CASE))
    dialog.evidence.setPlainText("mail of Ann")
    dialog.reason.setCurrentIndex(dialog.reason.findData(Reason.OTHER))
    dialog.submit()
    assert "what the other reason is" in dialog.error.text()
    assert not hasattr(dialog, "signing")
    dialog.explanation.setText("a question about the leaflet")
    dialog.submit()
    assert dialog.signing.isVisible()
    dialog.signing.reject()
