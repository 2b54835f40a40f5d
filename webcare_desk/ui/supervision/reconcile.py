"""Reconciliation: PV's list against ours; what does not agree is a queue until it is settled."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog

from webcare_desk.actions.cases import RecordPvSignature, ResolveDiscrepancy, SignReconciliation
from webcare_desk.actions.reconcile import reconciled
from webcare_desk.casebook.reconcile import absence_of
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reconcile import DiscrepancyKind, Resolution
from webcare_desk.domain.reconciliation import Absence, OpenLine, Reconciliation
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.noop import QT_TRANSLATE_NOOP
from webcare_desk.ui.clock import moment, span
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.room import give_room
from webcare_desk.ui.supervision.areas import OLD
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.give_list import GiveListDialog
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.take_list import TakeListDialog
from webcare_desk.ui.supervision.ways import way_word
from webcare_desk.ui.supervision.words_dialog import ActDialog
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.workplace import Workplace

#: So many lines are shown, the oldest: nobody settles more at a sitting.
_MOST = 2_000
_KINDS = {
    DiscrepancyKind.MISSING_AT_PV: QT_TRANSLATE_NOOP("ReconcileBoard", "Not on PV's list"),
    DiscrepancyKind.UNKNOWN_TO_US: QT_TRANSLATE_NOOP("ReconcileBoard", "Not in our register"),
    DiscrepancyKind.TWICE: QT_TRANSLATE_NOOP("ReconcileBoard", "Twice on PV's list"),
    DiscrepancyKind.OTHER_NUMBER: QT_TRANSLATE_NOOP("ReconcileBoard", "Another number"),
    DiscrepancyKind.OTHER_STATUS: QT_TRANSLATE_NOOP("ReconcileBoard", "Another decision"),
    DiscrepancyKind.OTHER_TEXT: QT_TRANSLATE_NOOP("ReconcileBoard", "Another text"),
    DiscrepancyKind.UNREAD: QT_TRANSLATE_NOOP("ReconcileBoard", "Cannot be read"),
}
_RESOLUTIONS = {
    Resolution.SENT_AGAIN: QT_TRANSLATE_NOOP("ReconcileBoard", "We sent it again"),
    Resolution.NUMBER_TAKEN: QT_TRANSLATE_NOOP("ReconcileBoard", "We took PV's number"),
    Resolution.STATUS_TAKEN: QT_TRANSLATE_NOOP("ReconcileBoard", "We took PV's decision"),
    Resolution.PV_CORRECTS: QT_TRANSLATE_NOOP("ReconcileBoard", "PV corrects their list"),
    Resolution.NOT_OURS: QT_TRANSLATE_NOOP("ReconcileBoard", "It is not ours"),
    Resolution.SAME_CASE: QT_TRANSLATE_NOOP("ReconcileBoard", "It is the same case"),
    Resolution.NEXT_PERIOD: QT_TRANSLATE_NOOP("ReconcileBoard", "It belongs to the next period"),
}


class ReconcileBoard(Board):
    """The discrepancies that are open, the oldest first; both sides sign each comparison."""

    def __init__(self, workplace: Workplace) -> None:
        """Show what does not agree."""
        super().__init__(
            workplace,
            QCoreApplication.translate("ReconcileBoard", "Reconciliation with PV"),
            QCoreApplication.translate("ReconcileBoard", "No list of PV has been taken in yet."),
        )
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(self.heading.text())
        give_room(self, 1280, 760)
        self.dialog: QDialog | None = None
        self._latest: Reconciliation | None = None
        self._ours: Signature | None = None
        self._oldest: int | None = None
        self._unshown = 0
        listing = Listing(
            self.tr("What does not agree"),
            self.columns(
                (self.tr("Open for"), 96), (self.tr("What"), 168), (self.tr("Case"), 64),
                (self.tr("Line"), 56), (self.tr("Ours"), 0), (self.tr("Theirs"), 190),
            ),
        )  # fmt: skip
        may = Right.ACKNOWLEDGE
        self.begin(
            listing,
            (
                Deed(self.tr("Take in PV's list…"), "I", self.take_in, may, lambda _: True),
                Deed(self.tr("Our list…"), "O", self.give_ours, Right.READ, lambda _: True),
                Deed(self.tr("Settle…"), "Y", self.settle, may),
                Deed(self.tr("Sign…"), "T", self.sign, may, lambda _: self._is_unsigned()),
                Deed(
                    self.tr("PV signed…"), "V", self.pv_signed, may, lambda _: self._waits_for_pv()
                ),
            ),
            self.tr("Nothing is open: both lists agree, or no list was taken in."),
        )

    def read_rows(self) -> Sequence[Row]:
        """Return what is open, the oldest first."""
        desk = self.work.app.desk
        now = desk.clock()
        self._latest = next(iter(desk.read.reconciliations(1)), None)
        signed = None if self._latest is None else self._latest.signature
        self._ours = None if signed is None else desk.read.signature(signed)
        self._oldest = desk.read.oldest_discrepancy()
        found = desk.read.discrepancies(limit=_MOST)
        self._unshown = desk.read.open_discrepancies() - len(found)
        return [self._row(each, now) for each in found]

    def enable(self, item: object) -> None:
        """Say above the list how the last comparison stands."""
        super().enable(item)
        if self._latest is not None:
            self.hint.setText(self._standing(self._latest))

    def told(self, item: object) -> str:
        """Return one discrepancy in full."""
        assert isinstance(item, OpenLine)  # noqa: S101 - this board's rows hold discrepancies
        none = self.tr("none")
        lines = [
            self.tr(_KINDS[item.kind]),
            *self._advice(item),
            "",
            self.tr("Ours: {words}").format(words=item.ours or none),
            self.tr("Theirs: {words}").format(words=item.theirs or none),
            "",
            self.tr("Open since {time}").format(time=moment(item.opened_at)),
        ]
        return "\n".join(lines)

    def _advice(self, item: OpenLine) -> list[str]:
        """Say of a case that PV lacks and that was taken back that it is not sent again."""
        is_missing = item.kind is DiscrepancyKind.MISSING_AT_PV
        absence = absence_of(self.work.app.desk.read, item.discrepancy)
        if not is_missing or absence is not Absence.TAKEN_BACK:
            return []
        return [
            self.tr(
                "We took this case back: nothing is to be sent. "
                "Ask PV whether the nullification arrived."
            )
        ]

    def take_in(self) -> None:
        """Ask for PV's list."""
        dialog = TakeListDialog(self.work, self)
        self._open(dialog)
        dialog.accepted.connect(lambda: self._taken(dialog.unread))

    def give_ours(self) -> None:
        """Ask of which days our list is, and where it goes."""
        dialog = GiveListDialog(self.work, self)
        self._open(dialog)
        dialog.accepted.connect(lambda: self._given(dialog.given))

    def settle(self) -> None:
        """Ask how a discrepancy was settled, and why that settles it."""
        item = self.listing.item
        if not isinstance(item, OpenLine):
            return
        choices = [(self.tr(words), each) for each, words in _RESOLUTIONS.items()]

        def act(words: str, resolution: str) -> ResolveDiscrepancy:
            return ResolveDiscrepancy(item.id, Resolution(resolution), words)

        self._open(
            ActDialog(
                self.work,
                self,
                self.tr(_KINDS[item.kind]),
                self.tr("Settle"),
                self.tr("What was done, with whom, and why"),
                act,
                choices,
                self.tr("How"),
            )
        )

    def sign(self) -> None:
        """Sign the last comparison for our side."""
        found, desk, actor = self._latest, self.work.app.desk, self.work.actor
        if found is None:
            return

        def record() -> Digest:
            return reconciled(desk.read, found.id)[1]

        def then(signature: Signature) -> None:
            desk.perform(SignReconciliation(found.id, signature.id), actor)

        dialog = SignDialog(
            self.work,
            self,
            self.tr("Sign the comparison"),
            record,
            Name(f"reconciliation:{found.id}"),
            (Meaning.REVIEWED,),
            then,
        )
        self._open(dialog)

    def pv_signed(self) -> None:
        """Ask who signed for PV, how it came, and what they sent."""
        found = self._latest
        if found is None:
            return
        choices = [(way_word(way), way) for way in (Way.MAIL, Way.PHONE, Way.MEETING)]

        def act(words: str, way: str) -> RecordPvSignature:
            return RecordPvSignature(found.id, words.splitlines()[0], Way(way), words)

        self._open(
            ActDialog(
                self.work,
                self,
                self.tr("PV signed this comparison"),
                self.tr("Record"),
                self.tr("First line: who signed. Below it: what they sent"),
                act,
                choices,
                self.tr("It came"),
            )
        )

    def _row(self, line: OpenLine, now: int) -> Row:
        age = now - line.opened_at
        cells = (
            Cell(span(age), Tone.DANGER if age >= OLD else Tone.PLAIN),
            Cell(self.tr(_KINDS[line.kind])),
            Cell("–" if line.case is None else str(line.case), Tone.FAINT),
            Cell("–" if line.line is None else str(line.line), Tone.FAINT),
            Cell(line.ours or "–"),
            Cell(line.theirs or "–"),
        )
        return Row(line.id, line, cells)

    def _standing(self, found: Reconciliation) -> str:
        counts = self.tr(
            "Compared {time}: {lines} lines of PV, {cases} cases of ours, {matched} matched."
        )
        parts = [
            counts.format(
                time=moment(found.made_at),
                lines=found.lines,
                cases=found.cases,
                matched=found.matched,
            ),
            " · ".join(signed_lines(self._ours)) or self.tr("Not signed by us yet."),
            self.tr("Signed by PV: {name}, {way}, {time}.").format(
                name=oneline(found.pv_name or "", 60),
                way=way_word(found.pv_way),
                time=moment(found.pv_at),
            )
            if found.pv_at and found.pv_way
            else self.tr("Not signed by PV yet."),
        ]
        if self._oldest is not None:
            age = span(max(0, self.work.app.desk.clock() - self._oldest))
            parts.append(self.tr("The oldest unmatched line is open for {age}.").format(age=age))
        if self._unshown > 0:
            parts.append(self.tr("%n more, the newest, are not shown.", "", self._unshown))
        return "  ".join(parts)

    def _is_unsigned(self) -> bool:
        return self._latest is not None and self._latest.signature is None

    def _waits_for_pv(self) -> bool:
        return self._latest is not None and self._latest.pv_at is None

    def _taken(self, rejected: tuple[tuple[int, str], ...]) -> None:
        if rejected:
            line, reason = rejected[0]
            words = self.tr(
                "%n line(s) could not be read; the first: {line}, {reason}", "", len(rejected)
            )
            self.outcome.say("warning", f"⚠ {words.format(line=line, reason=reason)}")

    def _given(self, name: str) -> None:
        said = self.tr("Our list is in {file}.")
        self.outcome.say("fine", f"✓ {said.format(file=name)}")

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        dialog.accepted.connect(self.done)
        dialog.open()

    def _forget(self, result: int) -> None:
        del result
        self.dialog = None
