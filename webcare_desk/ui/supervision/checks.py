"""Checks of decisions: what was drawn, read again by a second person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt

from webcare_desk import actions, casework, oversight
from webcare_desk.casebook.filing import filing_of
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.moderator import Right, is_followed
from webcare_desk.domain.quality import Check, Rate, newest_done, rates
from webcare_desk.domain.sampling import Outcome
from webcare_desk.domain.spans import DAY
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.comment.looks import Looks
from webcare_desk.ui.latest import alive
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.disagree import DisagreeDialog
from webcare_desk.ui.supervision.draw import DrawDialog
from webcare_desk.ui.supervision.listing import Listing, Row, clock_cell
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.tasks import Failed
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.words import category_word
from webcare_desk.ui.workplace import Workplace

_QUARTER = 90 * DAY
_FIRST_WORDS = 120


class CheckBoard(Board):
    """The drawn decisions of others, the nearest due first; who decided is not shown."""

    def __init__(self, workplace: Workplace) -> None:
        """Show what waits for a second person."""
        hint = self.tr("Read the comment yourself before you agree. Your own are not offered.")
        super().__init__(workplace, self.tr("Quality check"), hint)
        self._summary = ""
        self._looked_at: int | None = None
        self._looks = Looks(workplace, self)
        self._looks.refused.connect(lambda _, error: self.complain(error))
        listing = Listing(
            self.tr("Decisions to check"),
            self.columns(
                (self.tr("Due"), 110), (self.tr("Decision"), 170), (self.tr("Comment"), 0)
            ),
        )
        oversee = Right.OVERSEE
        self.begin(
            listing,
            (
                Deed(self.tr("Draw…"), "N", self.draw, oversee, lambda _: True),
                Deed(self.tr("Agree"), "Y", self.agree, oversee),
                Deed(self.tr("Disagree…"), "F", self.disagree, oversee),
            ),
            self._why_empty(),
        )

    def _why_empty(self) -> str:
        if self.work.may(Right.OVERSEE):
            return self.tr("No decision waits for your check. N draws some.")
        return self.tr("No decision waits for a check. A supervisor draws some.")

    def read_rows(self) -> Sequence[Row]:
        """Return the decisions, and count how the last quarter came out."""
        desk = self.work.app.desk
        now = desk.clock()
        drawn = desk.read.checks(now - _QUARTER, now)
        found, names = rates(drawn), {each.id: each.name for each in desk.read.moderators()}
        draws = oversight.outcomes(desk.read, now - _QUARTER, now)
        told = [*map(self._told_rate, found), *map(self._told_draw, draws)]
        done = [self._told_check(each, names) for each in newest_done(drawn)]
        self._summary = "\n".join((*told, "", self.tr("Checked"), *(done or ["–"])))
        return [
            self._row(each, now) for each in oversight.offered(desk.read, self.work.actor.moderator)
        ]

    def _told_rate(self, rate: Rate) -> str:
        words = self.tr("{kind}: {checked} of {drawn} checked, {wrong} disagreed ({low}–{high})")
        told = words.format(
            kind=word(rate.kind),
            checked=rate.checked,
            drawn=rate.drawn,
            wrong=rate.disagreed,
            low=f"{rate.low:.0%}",
            high=f"{rate.high:.0%}",
        )
        if rate.erased:
            told += self.tr("; {erased} more were erased unchecked").format(erased=rate.erased)
        return told

    def _told_draw(self, draw: Outcome) -> str:
        words = self.tr(
            "Drawn {time}, “not a report”: {checked} of {drawn} checked, {missed} missed"
        )
        told = words.format(
            time=moment(draw.at), checked=draw.checked, drawn=draw.size, missed=draw.missed
        )
        if draw.fewer_than is not None:
            bound = self.tr("; misses are fewer than {share} % (95 %, one-sided)")
            share = QLocale().toString(draw.fewer_than * 100, "f", 1)
            told += bound.format(share=share)
        return told

    def _told_check(self, check: Check, names: Mapping[str, str]) -> str:
        """Return what was said of a decision and by whom; not whose decision it was."""
        said = (
            self.tr("Comment {number}").format(number=check.decision.comment),
            word(check.decision.kind),
            self.tr("agrees") if check.agrees else self.tr("disagrees"),
            who(check.checked_by or "", names),
            moment(check.checked_at or 0),
            *((word(check.reason),) if check.reason else ()),
            *((check.remark,) if check.remark else ()),
        )
        return "  ·  ".join(said)

    def _row(self, check: Check, now: int) -> Row:
        """Return a row; a guest's shows no words, since each look at a comment is an entry."""
        comment = self.work.app.desk.read.comment(check.decision.comment)
        text = self.tr("Comment {number}").format(number=check.decision.comment)
        if comment is not None and self._reads and not is_followed(self.work.actor.role):
            text = comment.text[:_FIRST_WORDS]
        cells = (
            clock_cell(left(check.due_at, now)),
            Cell(word(check.decision.kind), Tone.FAINT),
            Cell(text),
        )
        return Row(check.id, check, cells)

    def told(self, item: object) -> str:
        """Return the comment with the decision about it; not whose decision that was."""
        assert isinstance(item, Check)  # noqa: S101 - this board's rows hold checks
        comment = self.work.app.desk.read.comment(item.decision.comment)
        work = self.work.app.desk.read.work(item.decision.comment)
        if comment is None or work is None:
            return ""
        return "\n".join(
            (
                *self._words(comment),
                "",
                f"{word(item.decision.kind)}  ·  {category_word(work.category)}",
                moment(item.decision.at),
                "",
                self.told_of_none(),
            )
        )

    def told_of_none(self) -> str:
        """Return how the last quarter came out; it is to be read after the last check, too."""
        return "\n".join((self.tr("The last 90 days"), self._summary))

    @property
    def _reads(self) -> bool:
        return self.work.may(Right.READ)

    def _words(self, comment: Comment) -> Sequence[str]:
        """Return who said what, to whom may read comments; else its number alone."""
        if not self._reads:
            return (self.tr("Comment {number}").format(number=comment.id),)
        return (f"{comment.author_name}  ·  {moment(comment.posted_at)}", "", comment.text)

    def _on_chosen(self, item: object) -> None:
        super()._on_chosen(item)
        if isinstance(item, Check) and item.decision.comment != self._looked_at:
            self._looked_at = item.decision.comment
            self._looks.see(item.decision.comment)  # the name of this screen does not say which

    def draw(self) -> None:
        """Ask for the period and the share to draw."""
        self._open(DrawDialog(self.work, self))

    def agree(self) -> None:
        """Agree with the chosen decision."""
        check = self.listing.item
        if isinstance(check, Check):
            self.begin_act()
            self._check(actions.CheckDecision(check.id, agrees=True))

    def disagree(self) -> None:
        """Ask what the comment is, and why."""
        check = self.listing.item
        if isinstance(check, Check):
            self._open(DisagreeDialog(self, check, self._disagree))

    def _disagree(self, said: actions.CheckDecision, dialog: DisagreeDialog) -> None:
        close = alive(dialog, lambda _: dialog.accept())
        self._check(said, close, alive(dialog, dialog.complain))

    def _check(
        self,
        said: actions.CheckDecision,
        close: Callable[[None], None] = lambda _: None,
        failed: Failed | None = None,
    ) -> None:
        app, by = self.work.app, self.work.actor
        filed = casework.Decision(filing=filing_of(app.settings, app.protocol))
        said = replace(said, title=self.tr("A check found a report in what was closed as none."))

        def done(check: Check) -> None:
            close(None)
            self._checked(check)

        self.work.tasks.act(
            lambda: casework.check_decision(app.desk, app.protocol, said, by, filed),
            alive(self, done),
            failed or alive(self, self.complain),
        )

    def _checked(self, check: Check) -> None:
        self.done()
        if check.found_event:
            text = self.tr(
                "Comment {number} goes to PV with the awareness time it always had; "
                "a deviation is open."
            )
            if not self.work.app.desk.read.escalations_of(check.decision.comment):
                text = self.tr(
                    "Comment {number} is open again, with the awareness time it always had; "
                    "a deviation is open."
                )
            self.outcome.say("stop", "⚠ " + text.format(number=check.decision.comment))

    def _open(self, dialog: DrawDialog | DisagreeDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.done)
        dialog.open()
