"""Reviews of the log: what was asked, what it points to, each entry judged, and the end."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from webcare_desk import actions, oversight
from webcare_desk.actions.involved import may_judge
from webcare_desk.actions.review import acted_in
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.review import Review, ReviewHit, Verdict
from webcare_desk.ui.clock import moment
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import tell
from webcare_desk.ui.supervision.begin import BeginDialog
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.conclude import ConcludeDialog
from webcare_desk.ui.supervision.judging import Asked, lines_of, read_asked, row_of
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.supervision.words_dialog import ActDialog
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.workplace import Workplace


class ReviewBoard(Board):
    """The reviews above, the entries of the chosen one below."""

    #: The entry whose verdict is under way: once it is there, the next one is shown.
    _judging: int | None = None

    def __init__(self, workplace: Workplace) -> None:
        """Show the reviews, the newest first."""
        title = self.tr("Review of the log")
        hint = self.tr("Ask the log, judge what it points to, and sign. Never one's own acts.")
        super().__init__(workplace, title, hint)
        self._names: dict[str, str] = {}
        self._never: list[str] = []
        #: The open reviews that somebody else concludes.
        self._others = frozenset[int]()
        self._answers: Latest[tuple[Asked, ...]] = Latest(
            workplace.tasks, self, self._take_hits, self.complain
        )
        self.hits = Listing(
            self.tr("Entries to judge"),
            self.columns(
                (self.tr("Entry"), 64), (self.tr("Why"), 200), (self.tr("What happened"), 0),
                (self.tr("Verdict"), 90),
            ),
        )  # fmt: skip
        listing = Listing(
            self.tr("Reviews"),
            self.columns(
                (self.tr("Review"), 64), (self.tr("Begun"), 170), (self.tr("Entries"), 110),
                (self.tr("Where it stands"), 0),
            ),
        )  # fmt: skip
        self.hits.chosen.connect(self._on_hit)
        self.hits.entered.connect(self._read_hit)
        self._reads_hit = False
        self.begin(listing, self._deeds(), self._why_empty())

    def _deeds(self) -> tuple[Deed, ...]:
        oversee = Right.OVERSEE
        return (
            Deed(self.tr("New review…"), "N", self.ask_log, oversee, lambda _: True),
            Deed(self.tr("In order"), "Y", self.approve, oversee, lambda _: self._may_judge),
            Deed(self.tr("Finding…"), "F", self.keep_finding, oversee, lambda _: self._may_judge),
            Deed(self.tr("Conclude and sign…"), "C", self.conclude, oversee, self._may_conclude),
            Deed(self.tr("Comment"), "O", self.open_comment, Right.READ, lambda _: self._is_about),
        )

    def _why_empty(self) -> str:
        if self.work.may(Right.OVERSEE):
            return self.tr("Nobody has reviewed this log yet. N begins a review.")
        return self.tr("Nobody has reviewed this log yet. A supervisor begins a review.")

    @property
    def _asked_entry(self) -> Asked | None:
        item = self.hits.item
        return item if isinstance(item, Asked) else None

    @property
    def _may_judge(self) -> bool:
        asked = self._asked_entry
        return asked is not None and asked.why_not is None and _is_open(self.listing.item)

    @property
    def _is_about(self) -> bool:
        return self._asked_entry is not None and self._asked_entry.entry.subject is not None

    def _may_conclude(self, item: object) -> bool:
        """Say whether a review is open and every entry of it that is shown is judged."""
        if not isinstance(item, Review) or not _is_open(item) or item.id in self._others:
            return False
        hits = [row.item.hit for row in self.hits.rows.rows if isinstance(row.item, Asked)]
        return all(hit.review == item.id and hit.verdict is not None for hit in hits)

    def _is_others(self, review: Review) -> bool:
        read, by = self.work.app.desk.read, self.work.actor.moderator
        return not may_judge(read, acted_in(read, read.review_hits(review.id)), by)

    def read_rows(self) -> Sequence[Row]:
        """Return the reviews."""
        read = self.work.app.desk.read
        self._names = {each.id: each.name for each in read.moderators()}
        self._never = [
            f"{each.entries:>7}   {word(each.question)}"
            for each in oversight.never_reviewed(read)
            if each.entries
        ]
        found = read.reviews()
        open_ones = filter(_is_open, found)
        self._others = frozenset(each.id for each in open_ones if self._is_others(each))
        return [self._row(each) for each in found]

    def _row(self, review: Review) -> Row:
        state = Cell(self.tr("Open"), Tone.WARNING)
        if review.verdict is Verdict.IN_ORDER:
            state = Cell("✓ " + word(review.verdict), Tone.GOOD)
        elif review.verdict is Verdict.FINDING:
            state = Cell("⚠ " + word(review.verdict), Tone.DANGER)
        begun = f"{review.first}–{review.last}"
        cells = (
            Cell(str(review.id)),
            Cell(moment(review.began_at), Tone.FAINT),
            Cell(begun),
            state,
        )
        return Row(review.id, review, cells)

    def told(self, item: object) -> str:
        """Return what a review asked, and its conclusion."""
        assert isinstance(item, Review)  # noqa: S101 - this board's rows hold reviews
        lines = [
            self.tr("Review {number}, by {who}").format(
                number=item.id, who=who(item.by, self._names)
            ),
            self.tr("Entries {first} to {last}, sample drawn by seed {seed}").format(
                first=item.first, last=item.last, seed=item.seed
            ),
            "",
            *(f"{count:>5}   {word(question)}" for question, count in item.questions),
        ]
        if item.conclusion is not None and item.verdict is not None:
            lines += ["", f"{word(item.verdict)}: {item.conclusion}"]
            lines += signed_lines(self.work.app.desk.read.signature(item.signature or 0))
        elif self.work.may(Right.OVERSEE) and item.id in self._others:
            own = self.tr("It looks at acts of your own: somebody else concludes it.")
            lines += ["", f"→ {own}"]
        lines += ["", self.tr("Entries that no concluded review has asked about"), *self._never]
        return "\n".join(lines)

    def main(self) -> QWidget:
        """Put the entries below the reviews."""
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(super().main())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hits)
        both.addWidget(page)
        both.setSizes([220, 420])
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        return both

    def ask_log(self) -> None:
        """Ask for the period and the questions of a new review."""
        self._open(BeginDialog(self.work, self))

    def approve(self) -> None:
        """Say that the chosen entry is in order, once it has been read; why, of one's own finding."""
        hit = self._hit()
        if not self._reads_hit:
            self.hits.setFocus()
            self._read_hit()
        elif hit is not None and hit.verdict is Verdict.FINDING:
            title = self.tr("Why is entry {number} no finding?").format(number=hit.entry)
            keep, label = self.tr("Take the finding back"), self.tr("Why")
            self._say(hit, Verdict.IN_ORDER, title, keep, label)
        elif hit is not None and hit.verdict is None:
            self._judging = hit.entry
            self.perform(actions.JudgeEntry(hit.id, Verdict.IN_ORDER))

    def keep_finding(self) -> None:
        """Say what is wrong with the chosen entry."""
        hit = self._hit()
        if hit is not None:
            title = self.tr("What is wrong with entry {number}?").format(number=hit.entry)
            keep, label = self.tr("Keep the finding"), self.tr("Finding")
            self._say(hit, Verdict.FINDING, title, keep, label)

    def _say(self, hit: ReviewHit, verdict: Verdict, title: str, keep: str, label: str) -> None:
        def judge(words: str, _: object) -> actions.JudgeEntry:
            self._judging = hit.entry
            return actions.JudgeEntry(hit.id, verdict, words)

        dialog = ActDialog(self.work, self, title, keep, label, judge)
        dialog.remark(self.tr("Without names: it stays when a person's data are erased."))
        self._open(dialog)

    def open_comment(self) -> None:
        """Show the comment that the chosen entry is about."""
        if self._asked_entry is not None:
            self.comment_wanted.emit(self._asked_entry.entry.subject)

    def conclude(self) -> None:
        """Ask for the conclusion, then for the signature under the whole review."""
        review = self.listing.item
        assert isinstance(review, Review)  # noqa: S101 - the deed fits reviews alone
        self._open(ConcludeDialog(self.work, self, review))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.done)
        dialog.open()

    def _hit(self) -> ReviewHit | None:
        return None if self._asked_entry is None else self._asked_entry.hit

    def _on_chosen(self, item: object) -> None:
        """Tell a review once a person goes to it; until then the entry that is read stays."""
        self._reads_hit = self._reads_hit and item is not None and not self.listing.hasFocus()
        if self._reads_hit:
            self.enable(item)
        else:
            super()._on_chosen(item)

    def enable(self, item: object) -> None:
        """Read the entries of the chosen review, too."""
        super().enable(item)
        if isinstance(item, Review):
            self._answers.ask(partial(self._read_hits, item.id))
        else:
            self._answers.forget()
            self.hits.take(())

    def _read_hits(self, review: int) -> tuple[Asked, ...]:
        return read_asked(self.work.app.desk.read, review, self.work.actor.moderator)

    def _take_hits(self, found: tuple[Asked, ...]) -> None:
        self.hits.take([row_of(each, self._names) for each in found])
        hit = self._hit()
        if hit is not None and hit.entry == self._judging and hit.verdict is not None:
            self._judging = None
            self._go_on(found)
        super().enable(self.listing.item)

    def _go_on(self, found: tuple[Asked, ...]) -> None:
        """Choose the next entry that the person can judge and nobody has, if there is one."""
        here = self.hits.currentIndex().row()
        for row in (*range(here + 1, len(found)), *range(here)):
            if found[row].hit.verdict is None and found[row].why_not is None:
                self.hits.selectRow(row)
                return

    def _read_hit(self) -> None:
        self._reads_hit = True
        self._on_hit(self.hits.item)

    def _on_hit(self, item: object) -> None:
        if not isinstance(item, Asked):
            return
        self._reads_hit = self._reads_hit or self.hits.hasFocus()
        if self._reads_hit:
            is_here = self.work.may(Right.OVERSEE) and _is_open(self.listing.item)
            tell(self.detail, "\n".join(lines_of(item, self._names, is_judged_here=is_here)))
        super().enable(self.listing.item)


def _is_open(item: object) -> bool:
    return isinstance(item, Review) and item.concluded_at is None
