"""PV's answer entered by hand: what PV said, how it came, the evidence; signed by who enters it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from webcare_desk.actions.case_moves import spoken_of
from webcare_desk.actions.case_said import require_whole
from webcare_desk.actions.cases import RecordAnswer
from webcare_desk.casebook.reading import case_called, our_number
from webcare_desk.desk import reason_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.reason import LONGEST_WORDS, NOT_A_CASE, Reason
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.errors import RefusedError
from webcare_desk.ui.clock import moment
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.register.words import decision_word, kind_word
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.ways import way_word
from webcare_desk.ui.words import reason_word
from webcare_desk.ui.workplace import Workplace

_WAYS = (Way.MAIL, Way.PHONE, Way.MEETING, Way.LIST)
#: A mail with its attachments; more than this is no answer.
_LARGEST = 10 * 1024 * 1024
_NARROWEST = 520


class PvAnswerDialog(FormDialog):
    """Asks what PV said of one case; the signature follows in a dialog of its own."""

    def __init__(
        self, workplace: Workplace, case: int, number: str, parent: QWidget, *remarks: str
    ) -> None:
        """Ask about case `case`, whose own number is `number`; `remarks` say more of it."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("PV's answer"))
        self.setWindowTitle(self.heading.text())
        self.be_wide(_NARROWEST)
        self.main.setText(self.tr("Sign and record…"))
        self._work, self._case, self._number = workplace, case, number
        self.remark(number)
        for each in remarks:
            self.remark(each)
        self.decision, self.way, self.reason = QComboBox(), QComboBox(), QComboBox()
        self.version = QComboBox()
        for decision in PvDecision:
            self.decision.addItem(decision_word(decision), decision)
        for way in _WAYS:
            self.way.addItem(way_word(way), way)
        for reason in NOT_A_CASE:
            self.reason.addItem(reason_word(reason), reason)
        self._named(self.tr("PV said"), self.decision)
        self._named(self.tr("Of which version"), self.version)
        self._offer_versions()
        self._named(self.tr("It came"), self.way)
        self.reference = self.field(self.tr("PV's number"))
        self.only_number = QCheckBox(self.tr("Put only the number right, not the decision"))
        self.add("", self.only_number)
        self._named(self.tr("Why it is none"), self.reason)
        self.explanation = self.field(self.tr("In words, if another reason"))
        self.explanation.setMaxLength(LONGEST_WORDS)
        self.duplicate_of = self.field(self.tr("Duplicate of our case"))
        self.duplicate_of.setPlaceholderText(self.tr("its number in the register, if it is ours"))
        self.evidence, self.attach, self._mail = QPlainTextEdit(), QPushButton(), ""
        self._lay_out_evidence()
        self.decision.currentIndexChanged.connect(self._offer)
        self._offer()

    def _offer_versions(self) -> None:
        """Offer what has left; of several none is chosen beforehand."""
        possible = spoken_of(self._work.app.desk.read, self._case)
        if len(possible) > 1:
            self.version.addItem(self.tr("choose…"), None)
        for each in possible:
            words = f"{each.number} · {kind_word(each.kind)} · {moment(each.made_at)}"
            self.version.addItem(words, each.number)
        self.form.setRowVisible(self.version, len(possible) > 1)

    def _lay_out_evidence(self) -> None:
        self.evidence.setObjectName("field")
        self.evidence.setTabChangesFocus(True)
        self.evidence.setFixedHeight(96)
        self.evidence.setPlaceholderText(self.tr("the mail, or who said it to whom and when"))
        self._named(self.tr("Evidence"), self.evidence)
        self.attach.setText(self.tr("Take a mail from a file…"))
        self.attach.clicked.connect(self._choose_mail)
        self.add("", self.attach)

    def attach_file(self, path: Path) -> None:
        """Take the bytes of a mail as evidence; what is typed stays beside it."""
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            self.complain(
                self.tr("{name} cannot be read.").format(name=path.name) + f" {error.strerror}"
            )
            return
        if len(data) > _LARGEST:
            self.complain(self.tr("{name} is larger than 10 MiB.").format(name=path.name))
            return
        self._mail = evidence_of(data)
        self.attach.setText(self.tr("Attached: {name}").format(name=oneline(path.name, 40)))

    def said(self) -> tuple[SpokenAnswer, Reason | None]:
        """Return what was entered, and the reason where PV takes it for no case."""
        decision = PvDecision(self.decision.currentData())
        typed, other = self.evidence.toPlainText().strip(), self._other()
        said = SpokenAnswer(
            case=self._case,
            decision=decision,
            way=Way(self.way.currentData()),
            evidence=self._mail or typed,
            pv_reference=self.reference.text().strip(),
            words=typed,
            duplicate_of=self._case_called(other) if other else None,
            only_number=self.form.isRowVisible(self.only_number) and self.only_number.isChecked(),
            version=self.version.currentData(),
        )
        is_none = decision is PvDecision.NOT_A_CASE
        return said, Reason(self.reason.currentData()) if is_none else None

    def submit(self) -> None:
        """Ask for the signature; with it the answer is recorded."""
        said, reason = self.said()
        if self._other() and said.duplicate_of is None:
            words = self.tr("{number} is no case of this desk; PV's own number has its own field.")
            self.complain(words.format(number=oneline(self._other(), 60)))
            self.duplicate_of.setFocus()
            return
        explanation = self.explanation.text() if reason is not None else ""
        desk, actor = self._work.app.desk, self._work.actor
        try:
            require_whole(desk.read, said, reason)
            reason_of(RecordAnswer(said, 0, reason, explanation))
        except RefusedError as error:
            self.complain(error)
            return

        def record(signature: Signature) -> None:
            desk.perform(RecordAnswer(said, signature.id, reason, explanation), actor)

        dialog = SignDialog(
            self._work,
            self,
            self.tr("Sign PV's answer"),
            record_of(said, reason),
            Name(f"case:{self._case}"),
            (Meaning.RESPONSIBLE,),
            record,
            self._covers(said, reason),
        )
        self.signing = dialog
        self.error.hide()
        dialog.accepted.connect(self.accept)
        dialog.open()

    def _covers(self, said: SpokenAnswer, reason: Reason | None) -> str:
        """Return the answer as it is signed, field by field."""
        fields = (
            (self.tr("PV said"), decision_word(said.decision)),
            (self.tr("Of which version"), "" if said.version is None else str(said.version)),
            (self.tr("It came"), way_word(said.way)),
            (self.tr("PV's number"), said.pv_reference),
            (self.tr("Why it is none"), "" if reason is None else reason_word(reason)),
            (self.tr("Duplicate of our case"), self._other()),
            (self.tr("Evidence"), said.words),
        )
        lines = [self._number, *(f"{label}: {value}" for label, value in fields if value)]
        lines += [self.only_number.text()] if said.only_number else []
        lines += [self.attach.text()] if self._mail else []
        return "\n".join(lines)

    def _other(self) -> str:
        """Return what was typed for the case that this one repeats, if PV says that it does."""
        is_duplicate = PvDecision(self.decision.currentData()) is PvDecision.DUPLICATE
        return self.duplicate_of.text().strip() if is_duplicate else ""

    def _case_called(self, called: str) -> int | None:
        return case_called(self._work.app.desk.read, called)

    def _offer(self) -> None:
        """Show only what goes with what PV said."""
        decision = PvDecision(self.decision.currentData())
        for field in (self.reason, self.explanation):
            self.form.setRowVisible(field, decision is PvDecision.NOT_A_CASE)
        self.form.setRowVisible(self.duplicate_of, decision is PvDecision.DUPLICATE)
        is_decided = decision not in {PvDecision.RECEIVED, PvDecision.REJECTED}
        self.form.setRowVisible(self.only_number, is_decided)

    def _named(self, label: str, widget: QWidget) -> None:
        widget.setAccessibleName(label)
        self.add(label, widget)

    def _choose_mail(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("The mail"), "", self.tr("Mail (*.eml *.msg *.txt);;Any file (*)")
        )
        if name:
            self.attach_file(Path(name))


def about(workplace: Workplace, escalation: Escalation, parent: QWidget) -> PvAnswerDialog:
    """Ask what PV said of an escalation; its comment and when it left are named."""
    read = workplace.app.desk.read
    comment = read.comment(escalation.comment)
    words = [] if comment is None else [_words_of(comment)]
    escalated = QCoreApplication.translate("PvAnswerDialog", "Escalated {time}")
    words.append(escalated.format(time=moment(escalation.recognised_at)))
    number = our_number(read, escalation.id)
    return PvAnswerDialog(workplace, escalation.id, number, parent, *words)


def _words_of(comment: Comment) -> str:
    return f"{oneline(comment.author_name, 60)}: “{oneline(comment.text, 80)}”"
