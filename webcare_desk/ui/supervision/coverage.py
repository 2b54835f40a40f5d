"""Coverage: each source's last poll, and the polls that did not cover, the unexplained first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from webcare_desk import actions
from webcare_desk.domain.coverage import Coverage, CoverageState, Poll
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import GAP, Why
from webcare_desk.ui.clock import ago, moment
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.hours import HoursDialog
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.why import ask_why
from webcare_desk.ui.words import coverage_word
from webcare_desk.ui.workplace import Workplace

_MOST_EXPLAINED = 300
_TONES = {
    CoverageState.COMPLETE: Tone.GOOD,
    CoverageState.PARTIAL: Tone.WARNING,
    CoverageState.FAILED: Tone.DANGER,
    CoverageState.UNREAD: Tone.DANGER,
}


class CoverageBoard(Board):
    """The sources first, then what they did not cover."""

    def __init__(self, workplace: Workplace) -> None:
        """Show the last poll of each source, and the gaps, those to explain first."""
        hint = self.tr("A gap is shown until somebody says why it is none to worry about.")
        super().__init__(workplace, self.tr("Coverage"), hint)
        self._names: dict[str, str] = {}
        listing = Listing(
            self.tr("Sources and gaps"),
            self.columns(
                (self.tr("Source"), 150), (self.tr("Poll"), 110), (self.tr("How it ended"), 120),
                (self.tr("Explained by"), 160), (self.tr("What it read, or what was wrong"), 0),
            ),
        )  # fmt: skip
        self.begin(
            listing,
            (
                Deed(self.tr("Explain…"), "Y", self.explain, Right.OVERSEE, _is_unexplained),
                Deed(self.tr("Hour by hour…"), "U", self.hours, Right.READ, lambda _: True),
            ),
            self.tr("No source has been read yet."),
        )

    def read_rows(self) -> Sequence[Row]:
        """Return the last poll of each source, and the polls that did not cover."""
        read, now = self.work.app.desk.read, self.work.app.desk.clock()
        self._names = {each.id: each.name for each in read.moderators()}
        names = dict.fromkeys(source.name for source in self.work.app.settings.sources)
        names |= dict.fromkeys(poll.source for poll in read.coverage())
        last = [polls[0] for name in names if (polls := read.coverage(name, 1))]
        rows = [self._row(f"source:{each.source}", each, None, now) for each in last]
        missed = read.polls_that_missed(_MOST_EXPLAINED)
        return [*rows, *(self._row(each.id, each.coverage, each, now) for each in missed)]

    def _row(self, key: object, poll: Coverage, found: Poll | None, now: int) -> Row:
        explained = "" if found is None else found.explained_by or "–"
        name = who(explained, self._names) if explained not in {"", "–"} else explained
        is_gap = found is not None and found.explained_by is None
        tone = Tone.FAINT if found is not None and not is_gap else _TONES[poll.state]
        said = said_words(poll.problem or "")
        cells = (
            Cell(poll.source),
            Cell(ago(poll.ended_at, now), Tone.FAINT),
            Cell(coverage_word(poll.state), tone),
            Cell(name, Tone.DANGER if is_gap else Tone.FAINT),
            Cell(said or self._counts(poll), Tone.PLAIN if said else Tone.FAINT),
        )
        return Row(key, found or poll, cells)

    def told(self, item: object) -> str:
        """Return a poll in full."""
        poll = item.coverage if isinstance(item, Poll) else item
        assert isinstance(poll, Coverage)  # noqa: S101 - this board's rows hold polls
        lines = [
            poll.source,
            f"{moment(poll.began_at)}  ·  {coverage_word(poll.state)}",
            self._counts(poll),
        ]
        if poll.problem:
            lines += ["", said_words(poll.problem)]
        if isinstance(item, Poll):
            name = "–" if item.explained_by is None else who(item.explained_by, self._names)
            lines += ["", self.tr("Explained by {who}").format(who=name)]
        return "\n".join(lines)

    def _counts(self, poll: Coverage) -> str:
        words = self.tr("{seen} read, {added} new or changed")
        return words.format(seen=poll.seen, added=poll.added)

    def hours(self) -> None:
        """Show a day hour by hour."""
        dialog = HoursDialog(self.work, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def explain(self) -> None:
        """Ask why the chosen gap is none to worry about."""
        item = self.listing.item
        if not isinstance(item, Poll):
            return

        def then(why: Why) -> None:
            self.perform(actions.ExplainGap(item.id, why.reason, why.words))

        ask_why(self, self.tr("Explain: why?"), GAP, then)


def _is_unexplained(item: object) -> bool:
    return isinstance(item, Poll) and item.explained_by is None
