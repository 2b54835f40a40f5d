"""Everything the pane shows of one comment, read in a worker at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from webcare_desk.app import App
from webcare_desk.domain.erasure import Hold
from webcare_desk.domain.hint import Hint, HintKind
from webcare_desk.domain.moderator import Actor
from webcare_desk.dossier import Dossier, dossier
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.template import secret_names
from webcare_desk.screening.hints import hints_in
from webcare_desk.ui.erased import Erased, erased_by


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dossier with what is needed to show it; `at` in UTC microseconds.

    `names` gives the people of the desk by id, `secret_names` what no public
    reply may call a product, `longest` the platform's limit in characters,
    `drafted_on` a moment at which the words stood there that the draft was begun on,
    `unread` how many posts its thread has beyond those of the dossier,
    `erased` by whom its words were erased, None where they stand there, `holds` what keeps it for the law.
    """

    file: Dossier
    protocol: Protocol
    names: Mapping[str, str]
    secret_names: tuple[str, ...]
    longest: int | None
    draft: str
    drafted_on: int
    at: int
    hints: tuple[Hint, ...] = ()
    confirmed: frozenset[HintKind] = frozenset()
    is_way: bool = True
    unread: int = 0
    erased: Erased | None = None
    holds: tuple[Hold, ...] = ()

    @property
    def comment(self) -> int:
        """Return the number of the comment."""
        return self.file.comment.id

    @property
    def wording(self) -> int:
        """Return since when the words stand there that are shown."""
        text, known = self.file.comment.text, self.file.revisions
        return next((each.seen_at for each in known if each.text == text), self.at)

    def unkept(self, reply: str) -> tuple[str, ...]:
        """Return what a reply says was done and is not done yet."""
        from webcare_desk.domain.reply import done
        from webcare_desk.protocol.locked import unkept

        file = self.file
        is_escalated = bool(file.escalations)
        made = done(file.work.visibility, file.deliveries, is_escalated=is_escalated)
        return unkept(self.protocol, made, reply)


def read_sheet(app: App, comment: int, actor: Actor) -> Sheet:
    """Return the sheet of a comment; the first one loads the protocol (0.4 s)."""
    from webcare_desk.sources import is_way, longest_reply

    read = app.desk.read
    file = dossier(app.desk, app.protocol, comment)
    return Sheet(
        file=file,
        protocol=app.protocol,
        names={person.id: person.name for person in read.moderators()},
        secret_names=secret_names(app.protocol),
        longest=longest_reply(app.connectors, file.comment.source),
        draft=read.draft(comment, actor.moderator),
        drafted_on=read.drafted_on(comment, actor.moderator) or 0,
        at=app.desk.clock(),
        hints=hints_in(file.comment.text),
        confirmed=read.hints(comment),
        is_way=is_way(app.connectors, file.comment.source),
        unread=read.thread_size(comment) - len(file.thread),
        erased=erased_by(read, comment) if file.comment.is_erased else None,
        holds=tuple(read.holds_on(comment)),
    )
