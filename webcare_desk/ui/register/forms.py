"""The forms that an act on a case opens, and what is read for them in a worker."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from webcare_desk.casebook.reading import our_number, told_to_pv
from webcare_desk.domain.case_state import CaseEvent, after
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.register import RegisterRow
from webcare_desk.store.base import Reads
from webcare_desk.ui.register.answer import PvAnswerDialog
from webcare_desk.ui.register.ask import asking
from webcare_desk.ui.register.news import NewsDialog, next_kind
from webcare_desk.ui.workplace import Workplace


def form_for(
    name: str, workplace: Workplace, row: RegisterRow, number: str, parent: QWidget
) -> QDialog:
    """Return the form of an act: `ask`, `answer`, `follow`, `amend` or `nullify`."""
    case = row.standing.case
    if name == "ask":
        return asking(workplace, row, number, parent)
    if name == "answer":
        return PvAnswerDialog(workplace, case, number, parent)
    named = {"amend": VersionKind.AMENDMENT, "nullify": VersionKind.NULLIFICATION}
    kind = named.get(name) or next_kind(row.standing.state)
    return NewsDialog(workplace, case, number, kind, parent)


def going_on(workplace: Workplace, known: Escalation, parent: QWidget) -> QDialog | None:
    """Return the form for what is new about a comment that PV has; None until its packet left."""
    standing = workplace.app.desk.read.case_standing(known.id)
    events = (CaseEvent.FOLLOW_UP, CaseEvent.CORRECT)
    if standing is None or all(after(standing.state, each) is None for each in events):
        return None
    number, kind = our_number(workplace.app.desk.read, known.id), next_kind(standing.state)
    form = NewsDialog(workplace, known.id, number, kind, parent)
    form.remark(
        QCoreApplication.translate(
            "NewsDialog", "PV has this comment under this number: what is new goes on with it."
        )
    )
    return form


def packet_text(read: Reads, case: int, language: str) -> str:
    """Return what PV reads of a case."""
    return told_to_pv(read, case, language)
