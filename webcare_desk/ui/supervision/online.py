"""People online: who is logged in, as what, since when, and what they did last."""

from collections.abc import Sequence

from webcare_desk.store.oversight import Online
from webcare_desk.ui.clock import ago, moment
from webcare_desk.ui.supervision.board import Board
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.timeline.sentences import sentence, who
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace


class OnlineBoard(Board):
    """The sessions that have not ended."""

    def __init__(self, workplace: Workplace) -> None:
        """Show them, the newest first."""
        hint = self.tr("Every session that has not ended, on any machine of this desk.")
        super().__init__(workplace, self.tr("People online"), hint)
        self._names: dict[str, str] = {}
        listing = Listing(
            self.tr("Sessions"),
            self.columns(
                (self.tr("Person"), 140), (self.tr("As"), 110), (self.tr("Since"), 70),
                (self.tr("Last act"), 80), (self.tr("Locked"), 90),
                (self.tr("What they did"), 0),
            ),
        )  # fmt: skip
        self.begin(listing, (), self.tr("Nobody is logged in."))

    def read_rows(self) -> Sequence[Row]:
        """Return the sessions, each with its own last act."""
        read, now = self.work.app.desk.read, self.work.app.desk.clock()
        self._names = {each.id: each.name for each in read.moderators()}
        locked = {each.actor.session: each.locked_at for each in read.open_sessions()}
        return [self._row(each, locked.get(each.session), now) for each in read.online()]

    def _row(self, found: Online, locked_at: int | None, now: int) -> Row:
        is_me = found.session == self.work.actor.session
        name = who(found.moderator, self._names)
        last = Cell("–", Tone.FAINT) if found.last_at is None else Cell(ago(found.last_at, now))
        cells = (
            Cell(self.tr("{name} (you)").format(name=name) if is_me else name),
            Cell(role_word(found.role), Tone.FAINT),
            Cell(ago(found.began_at, now), Tone.FAINT),
            last,
            Cell("–" if locked_at is None else ago(locked_at, now), Tone.FAINT),
            Cell(self._said(found)),
        )
        return Row(found.session, found, cells)

    def _said(self, found: Online) -> str:
        if found.last_entry is None:
            return ""
        entry = self.work.app.desk.read.entries_after(found.last_entry - 1, 1)[0]
        return sentence(entry, self._names)

    def _certificates(self, moderator: str) -> list[str]:
        """Return until when a person is trained, one line for each course."""
        now = self.work.app.desk.clock()
        until, over = self.tr("{course}: trained until {time}"), self.tr("{course}: ran out {time}")
        return [
            (until if each.expires_at > now else over).format(
                course=each.course, time=moment(each.expires_at)
            )
            for each in self.work.app.desk.read.certificates(moderator)
        ]

    def told(self, item: object) -> str:
        """Return a session in full."""
        assert isinstance(item, Online)  # noqa: S101 - this board's rows hold sessions
        lines = [
            f"{who(item.moderator, self._names)}  ·  {role_word(item.role)}",
            self.tr("Since {time}").format(time=moment(item.began_at)),
        ]
        if item.last_at is not None:
            lines += ["", self.tr("Last act {time}").format(time=moment(item.last_at))]
            lines.append(self._said(item))
        lines += ["", *self._certificates(item.moderator)]
        return "\n".join(lines)
