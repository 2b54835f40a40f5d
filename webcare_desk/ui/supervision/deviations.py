"""Deviations: what was noticed or told, its cause, what is done about it, and the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from webcare_desk import actions, oversight
from webcare_desk.actions.deviation import OWN_MEASURE
from webcare_desk.actions.involved import may_judge
from webcare_desk.domain.audit import Name
from webcare_desk.domain.deviation import (
    Deviation,
    DeviationKind,
    DeviationState,
    Measure,
    Proposal,
    involved_in,
    record_of,
    why_not_close,
    why_not_judge,
)
from webcare_desk.domain.moderator import Right, is_followed
from webcare_desk.domain.reason import Why
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.reports.noticed import lateness, noticed
from webcare_desk.ui.clock import ago, left, moment
from webcare_desk.ui.composer.outbox import problem_words
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.deviation_record import effect_word, record_lines
from webcare_desk.ui.supervision.listing import Listing, Row, clock_cell
from webcare_desk.ui.supervision.measure import MeasureDialog
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.supervision.words_dialog import Act, ActDialog, Choices
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.why import ask_why
from webcare_desk.ui.workplace import Workplace

_LONGEST = 200  # letters of what a source said
_ISOLATING = dict.fromkeys((0x2068, 0x2069))  # for a row alone, in no record


class DeviationBoard(Board):
    """What is proposed first, then what is open, then what is closed."""

    def __init__(self, workplace: Workplace) -> None:
        """Show the deviations, the nearest due first."""
        hint = self.tr("From what happened to its cause, measures, their effect and a signature.")
        super().__init__(workplace, self.tr("Deviations and CAPA"), hint)
        self._names: dict[str, str] = {}
        listing = Listing(
            self.tr("Deviations"),
            self.columns(
                (self.tr("Clock"), 120), (self.tr("Kind"), 140), (self.tr("What happened"), 0),
                (self.tr("Where it stands"), 130),
            ),
        )  # fmt: skip
        oversee = Right.OVERSEE
        self.begin(
            listing,
            (
                Deed(self.tr("Open…"), "N", self.open_one, oversee, lambda _: True),
                Deed(self.tr("Leave…"), "X", self.leave, oversee, _is_proposed),
                Deed(self.tr("Cause…"), "Y", self.explain, oversee, _is_open),
                Deed(self.tr("Measure…"), "M", self.add_measure, oversee, _is_open),
                Deed(self.tr("Done…"), "D", self.finish, oversee, self._has_undone),
                Deed(self.tr("Effect…"), "F", self.check_effect, oversee, self._is_mended),
                Deed(self.tr("Close and sign…"), "C", self.close_it, oversee, self._may_close),
                Deed(self.tr("Comment"), "O", self.open_comment, Right.READ, _has_comment),
            ),
            self.tr("Nothing went otherwise than it should, as far as anybody noticed."),
        )

    def read_rows(self) -> Sequence[Row]:
        """Return what is proposed and what is kept."""
        read, now = self.work.app.desk.read, self.work.app.desk.clock()
        self._names = {each.id: each.name for each in read.moderators()}
        proposed = [self._proposal(each, now) for each in oversight.proposals(read, now)]
        return [*proposed, *(self._row(each, now) for each in read.deviations())]

    def _proposal(self, found: Proposal, now: int) -> Row:
        about = self._about(found.kind, found.origin, found.comment) + self._late(found, now)
        cells = (
            Cell(ago(found.since, now), Tone.FAINT),
            Cell(word(found.kind)),
            Cell(" · ".join(about), Tone.FAINT),
            Cell(self.tr("Proposed"), Tone.WARNING),
        )
        return Row(str(found.origin), found, cells)

    def _row(self, found: Deviation, now: int) -> Row:
        is_closed = found.state is DeviationState.CLOSED
        clock = Cell("✓", Tone.GOOD) if is_closed else clock_cell(left(found.next_due, now))
        tone = Tone.GOOD if is_closed else Tone.PLAIN
        cells = (clock, Cell(word(found.kind)), Cell(found.title), Cell(word(found.state), tone))
        return Row(found.id, found, cells)

    def told(self, item: object) -> str:
        """Return a deviation with everything that was said about it."""
        if isinstance(item, Proposal):
            about = self._about(item.kind, item.origin, item.comment)
            about += self._late(item, self.work.app.desk.clock())
            hint = self.tr("The program noticed this. Open it, or leave it if it is none.")
            return "\n".join((word(item.kind), moment(item.since), *about, "", hint))
        assert isinstance(item, Deviation)  # noqa: S101 - this board's rows hold the two
        return "\n".join(self._lines(item))

    def _lines(self, item: Deviation) -> list[str]:
        measures = self._measures(item)
        lines = self._record_lines(item, measures)
        if item.signature is not None and item.closed_at is not None:
            lines += ["", self.tr("Closed {time}").format(time=moment(item.closed_at))]
            lines += signed_lines(self.work.app.desk.read.signature(item.signature))
        elif (why_not := why_not_close(item, measures)) is not None:
            lines += ["", f"→ {said_words(why_not)}"]
            if why_not_judge(item, measures) is None and not self._may_judge(measures):
                lines.append(f"→ {said_words(OWN_MEASURE)}")
        return lines

    def _record_lines(self, item: Deviation, measures: Sequence[Measure]) -> list[str]:
        about = self._about(item.kind, item.origin or "", item.comment)
        return record_lines(item, about, measures, self._names, self.work.app.desk.clock())

    def _about(
        self, kind: DeviationKind, origin: str, comment: int | None, *, named: bool = True
    ) -> list[str]:
        """Return what it is about; a guest's reading of a comment would be an entry of its own."""
        actor, read = self.work.actor, self.work.app.desk.read
        may_read = named and self.work.may(Right.READ) and not is_followed(actor.role)
        found = noticed(read, kind, origin, comment, may_read=may_read)
        return [
            problem_words(each) if isinstance(each, Name) else oneline(said_words(each), _LONGEST)
            for each in found
        ]

    def _late(self, found: Proposal, now: int) -> list[str]:
        read = self.work.app.desk.read
        late = lateness(read, found.origin, found.comment, found.since, now)
        return [said_words(each) for each in late]

    def open_one(self) -> None:
        """Open what is proposed, or ask what happened."""
        item = self.listing.item
        found = item if isinstance(item, Proposal) else None

        def keep(words: str, kind: str) -> actions.OpenDeviation:
            if found is None:
                return actions.OpenDeviation(DeviationKind(kind), words)
            return actions.OpenDeviation(found.kind, words, found.comment, found.origin)

        choices = () if found else tuple((word(kind), kind) for kind in DeviationKind)
        title, label = self.tr("Open a deviation"), self.tr("What happened")
        form = self._say(title, label, keep, choices, self.tr("Kind"))
        if found is not None:  # what it is about stays with it, and no name
            about = self._about(found.kind, found.origin, found.comment, named=False)
            form.suggest(" · ".join(about).translate(_ISOLATING))

    def leave(self) -> None:
        """Ask why what was noticed is no deviation."""
        item = self.listing.item
        assert isinstance(item, Proposal)  # noqa: S101 - the deed fits proposals alone

        def then(why: Why) -> None:
            self.perform(actions.LeaveProposal(item.origin, item.comment, why.reason, why.words))

        ask_why(self, self.tr("No deviation: why?"), actions.LeaveProposal.reasons, then)

    def open_comment(self) -> None:
        """Show the comment that it is about."""
        self.comment_wanted.emit(_comment_of(self.listing.item))

    def explain(self) -> None:
        """Ask for the cause."""
        item = self._deviation()

        def keep(words: str, _: object) -> actions.ExplainDeviation:
            return actions.ExplainDeviation(item.id, words)

        self._say(self.tr("What was the cause?"), self.tr("Cause"), keep)

    def add_measure(self) -> None:
        """Ask what is done, by whom and until when."""
        self._show(MeasureDialog(self.work, self, self._deviation()))

    def finish(self) -> None:
        """Ask what came of a measure; those that are not done are offered."""
        undone = [each for each in self._measures(self._deviation()) if each.done_at is None]

        def keep(words: str, measure: int) -> actions.FinishMeasure:
            return actions.FinishMeasure(measure, words)

        choices = tuple((oneline(each.what, 60), each.id) for each in undone)
        title, label = self.tr("What came of the measure?"), self.tr("Result")
        self._say(title, label, keep, choices, self.tr("Measure"))

    def check_effect(self) -> None:
        """Ask whether the measures worked."""
        item = self._deviation()

        def keep(words: str, is_effective: bool) -> actions.CheckEffect:  # noqa: FBT001 - what is chosen
            return actions.CheckEffect(item.id, is_effective, words)

        choices = tuple((effect_word(is_effective=each), each) for each in (True, False))
        title, label = self.tr("Did the measures work?"), self.tr("How it was seen")
        form = self._say(title, label, keep, choices)
        if self.work.actor.moderator in involved_in(self._measures(item)):
            form.remark(self.tr("Nobody without a part in it oversees this desk: the log says so."))

    def close_it(self) -> None:
        """Ask for the signature that closes it."""
        item, desk, by = self._deviation(), self.work.app.desk, self.work.actor
        measures = self._measures(item)
        record, covers = record_of(item, measures), self._record_lines(item, measures)

        def then(made: Signature) -> None:
            desk.perform(actions.CloseDeviation(item.id, made.id), by)

        document = Name(f"deviation:{item.uid}")
        title = self.tr("Close deviation {number}").format(number=item.id)
        meanings = (Meaning.RESPONSIBLE, Meaning.REVIEWED)
        dialog = SignDialog(
            self.work, self, title, record, document, meanings, then, "\n".join(covers)
        )
        self._show(dialog)

    def _say(
        self, title: str, label: str, act: Act, choices: Choices = (), choice: str = ""
    ) -> ActDialog:
        form = ActDialog(self.work, self, title, self.tr("Keep"), label, act, choices, choice)
        form.remark(self.tr("Without names: it stays when a person's data are erased."))
        self._show(form)
        return form

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.done)
        dialog.open()

    def _deviation(self) -> Deviation:
        item = self.listing.item
        assert isinstance(item, Deviation)  # noqa: S101 - the deeds fit deviations alone
        return item

    def _measures(self, item: Deviation) -> list[Measure]:
        return self.work.app.desk.read.measures(item.id)

    def _has_undone(self, item: object) -> bool:
        return _is_open(item) and any(m.done_at is None for m in self._measures(self._deviation()))

    def _is_mended(self, item: object) -> bool:
        if not (_is_open(item) and isinstance(item, Deviation)):
            return False
        measures = self._measures(item)
        return why_not_judge(item, measures) is None and self._may_judge(measures)

    def _may_judge(self, measures: Sequence[Measure]) -> bool:
        by = self.work.actor.moderator
        return may_judge(self.work.app.desk.read, involved_in(measures), by)

    def _may_close(self, item: object) -> bool:
        if not isinstance(item, Deviation):
            return False
        return why_not_close(item, self._measures(item)) is None


def _is_proposed(item: object) -> bool:
    return isinstance(item, Proposal)


def _comment_of(item: object) -> int | None:
    return item.comment if isinstance(item, Deviation | Proposal) else None


def _has_comment(item: object) -> bool:
    return _comment_of(item) is not None


def _is_open(item: object) -> bool:
    return isinstance(item, Deviation) and item.state is not DeviationState.CLOSED
