"""Reconciliation: PV's list against ours; what does not agree is a queue until it is settled."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog

from webcare_desk.actions.cases import RecordPvSignature, ResolveDiscrepancy, SignReconciliation
from webcare_desk.actions.reconcile import differing as stood_in
from webcare_desk.actions.reconcile import reconciled
from webcare_desk.casebook.reconcile import absence_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.listed import Resolution
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reconciliation import Absence, OpenLine, Reconciliation
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.ui.clock import moment, span
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.room import give_room
from webcare_desk.ui.supervision import differing
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
            "",
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
        self.empty.setText(
            self.tr("Nothing can differ before a list of PV was taken in.")
            if self._latest is None
            else self.tr("Nothing is open.")
        )
        if self._latest is not None:
            self.hint.setText(self._standing(self._latest))

    def told(self, item: object) -> str:
        """Return one discrepancy in full."""
        assert isinstance(item, OpenLine)  # noqa: S101 - this board's rows hold discrepancies
        none = self.tr("none")
        lines = [
            differing.kind_words(item.kind),
            differing.advice(item, self._absence(item)),
            "",
            self.tr("Ours: {words}").format(words=differing.ours(item) or none),
            self.tr("Theirs: {words}").format(words=differing.theirs(item) or none),
            "",
            self.tr("Open since {time}").format(time=moment(item.opened_at)),
        ]
        return "\n".join(lines)

    def _absence(self, item: OpenLine) -> Absence:
        return absence_of(self.work.app.desk.read, item.discrepancy)

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
        choices = differing.choices(item, self._absence(item))

        def act(words: str, resolution: str) -> ResolveDiscrepancy:
            return ResolveDiscrepancy(item.id, Resolution(resolution), words)

        self._open(
            ActDialog(
                self.work,
                self,
                differing.kind_words(item.kind),
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

        def then(signature: Signature) -> None:
            desk.perform(SignReconciliation(found.id, signature.id), actor)

        dialog = SignDialog(
            self.work,
            self,
            self.tr("Sign the comparison"),
            reconciled(desk.read, found.id)[1],
            Name(f"reconciliation:{found.id}"),
            (Meaning.REVIEWED,),
            then,
            differing.signed_words(found, self._counts(found), stood_in(desk.read, found)),
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
            Cell(differing.kind_words(line.kind)),
            Cell("–" if line.case is None else str(line.case), Tone.FAINT),
            Cell("–" if line.line is None else str(line.line), Tone.FAINT),
            Cell(differing.ours(line) or "–"),
            Cell(differing.theirs(line) or "–"),
        )
        return Row(line.id, line, cells)

    def _standing(self, found: Reconciliation) -> str:
        compared = self.tr("Compared {time}: {counts}.")
        parts = [
            compared.format(time=moment(found.made_at), counts=self._counts(found)),
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

    def _counts(self, found: Reconciliation) -> str:
        parts = (
            self.tr("%n line(s) of PV", "", found.lines),
            self.tr("%n case(s) of ours", "", found.cases),
            self.tr("{matched} matched").format(matched=found.matched),
        )
        return ", ".join(parts)

    def _is_unsigned(self) -> bool:
        return self._latest is not None and self._latest.signature is None

    def _waits_for_pv(self) -> bool:
        return self._latest is not None and self._latest.pv_at is None

    def _taken(self, rejected: tuple[tuple[int, str], ...]) -> None:
        if rejected:
            words = self.tr("%n line(s) could not be read; see below.", "", len(rejected))
            self.outcome.say("warning", f"⚠ {words}")

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
