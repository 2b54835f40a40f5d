"""A duplicate of our own case is named as the register names it."""

from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.case_version import PvDecision
from webcare_desk.domain.e2b import report_of
from webcare_desk.ui.register.answer import PvAnswerDialog

__all__ = ["desk"]


def asked(desk: Desk) -> PvAnswerDialog:
    """Open the form of the first case, for a duplicate."""
    desk.choose(desk.cases[0])
    desk.window.bar.press("answer")
    dialog = desk.dialog(PvAnswerDialog)
    assert isinstance(dialog, PvAnswerDialog)
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.DUPLICATE))
    dialog.evidence.setPlainText("mail of Ann")
    return dialog


def number_of(desk: Desk, case: int) -> str:
    """Return our number as the register shows it."""
    place = desk.window.model.place_of(case)
    assert place is not None
    return str(desk.window.model.index(place, 1).data())


def test_our_number_names_the_other_case(desk: Desk) -> None:
    dialog, second = asked(desk), desk.cases[1]
    number = number_of(desk, second)
    assert number.startswith("NL-VAREN-")
    for typed in (
        number,
        f" {number.lower()} ",
        str(second),
        report_of(batch_of(desk.app.desk.read, second)).text("C.1.1"),
    ):
        dialog.duplicate_of.setText(typed)
        assert dialog.said()[0].duplicate_of == second
    dialog.duplicate_of.setText(number)
    dialog.complain("something else was wrong")
    dialog.submit()
    assert dialog.signing.isVisible()
    assert not dialog.error.isVisible()
    dialog.signing.reject()


def test_a_number_that_is_no_case_of_ours_is_refused(desk: Desk) -> None:
    dialog = asked(desk)
    dialog.reference.setText("PV-7")
    own, unknown = number_of(desk, desk.cases[0]), "NL-VAREN-2026112200000000"
    for typed, said in (
        (unknown, f"{unknown} is no case of this desk"),
        ("PV-9", "PV-9 is no case"),
        ("9" * 30, "is no case"),
        ("99", "Case 99 is no other case"),
        (own, f"Case {desk.cases[0]} is no other case"),
    ):
        dialog.error.clear()
        dialog.duplicate_of.setText(typed)
        dialog.submit()
        assert said in dialog.error.text()
        assert dialog.error.isVisible()
    assert not hasattr(dialog, "signing")
    dialog.duplicate_of.clear()
    dialog.submit()
    assert dialog.signing.isVisible()
    dialog.signing.reject()
    dialog.decision.setCurrentIndex(dialog.decision.findData(PvDecision.ACCEPTED))
    dialog.duplicate_of.setText("PV-9")
    assert dialog.said()[0].duplicate_of is None
