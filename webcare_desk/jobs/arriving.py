"""What a poll has read becomes what the desk keeps: dated, triaged, in the order of answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from webcare_desk.connectors.base import Connector
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment, RemoteComment, can_be_posted, in_known_words
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.occasion import Circumstances, addressee
from webcare_desk.domain.triage import Arrival
from webcare_desk.jobs.early import Triaging


@dataclass(frozen=True, slots=True)
class Source:
    """A source, the desk that keeps it, and what says how its comments matter."""

    desk: Desk
    connector: Connector
    triage: Triaging
    by: Actor

    @property
    def name(self) -> Name:
        """Return the name that the desk's settings give it."""
        return Name(self.connector.source)

    def known(self, remote_id: str) -> Comment | None:
        """Return a comment as the desk has it, or None."""
        return self.desk.read.comment_named(self.name, remote_id)


def with_dates(
    source: Source, comments: tuple[RemoteComment, ...]
) -> tuple[tuple[RemoteComment, ...], tuple[str, ...]]:
    """Return the comments, and which unknown ones had a date that cannot be.

    Those are taken as of now: they must neither be lost nor keep the rest of the page out.
    """
    now, dated, undated = source.desk.clock(), list(comments), []
    for place, comment in enumerate(comments):
        if can_be_posted(comment.posted_at, now):
            continue
        known = source.known(comment.remote_id)
        dated[place] = replace(comment, posted_at=now if known is None else known.posted_at)
        undated += [comment.remote_id] if known is None else []
    return tuple(dated), tuple(undated)


def arrivals_of(source: Source, comments: tuple[RemoteComment, ...]) -> Iterator[Arrival]:
    """Yield what the desk does not know yet, triaged, parents before their replies."""
    screened: dict[str, Screening] = {}
    here = {comment.remote_id: comment for comment in comments}
    for remote in _parents_first(comments):
        known = source.known(remote.remote_id)
        comment = remote if known is None else in_known_words(remote, known.text)
        if known is not None and (known.text, known.visibility) == (
            comment.text,
            comment.visibility,
        ):
            continue
        told = _told(source, comment, here)
        if known is not None:
            told = replace(told, worded_at=source.desk.clock())
        triage = source.triage(comment, _screening_of(source, comment.parent, screened), told)
        screened[comment.remote_id] = triage.screening
        yield Arrival(comment, triage)


def _told(
    source: Source, comment: RemoteComment, here: Mapping[str, RemoteComment]
) -> Circumstances:
    """Return where a comment came in and whom it answers, as far as the desk knows."""
    if comment.parent is None:
        return Circumstances(source.name)
    answered = here.get(comment.parent) or source.known(comment.parent)
    if answered is None:
        return Circumstances(source.name)
    to = addressee(comment.author_name, answered.author_name, own=answered.own)
    return Circumstances(source.name, to)


def _screening_of(
    source: Source, parent: str | None, screened: dict[str, Screening]
) -> Screening | None:
    if parent is None:
        return None
    if parent in screened:
        return screened[parent]
    known = source.known(parent)
    return None if known is None else known.screening


def _parents_first(comments: tuple[RemoteComment, ...]) -> Iterator[RemoteComment]:
    """Yield each comment once, after the one it answers; a ring begins anywhere."""
    waiting = {comment.remote_id: comment for comment in comments}
    while waiting:
        ready = [comment for comment in waiting.values() if comment.parent not in waiting]
        for comment in ready or [next(iter(waiting.values()))]:
            yield waiting.pop(comment.remote_id)
