"""One tick of a source: read its pages, keep what is new, look for edits and deletions.

Every poll leaves a coverage record, also when it found nothing or when the
platform gave no answer: a gap is shown until a person has explained it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from webcare_desk.actions import Ingest, RecordCoverage
from webcare_desk.actions.arrive import BATCH
from webcare_desk.actions.backup import is_held
from webcare_desk.connectors.base import OVERLAP, Connector
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment, RemoteComment, Visibility, as_shown
from webcare_desk.domain.coverage import ALLOWED, Coverage, CoverageState
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.reply import LONGEST_ASKED
from webcare_desk.domain.spans import MINUTE, SECOND
from webcare_desk.errors import (
    ForbiddenError,
    GoneError,
    RateLimitedError,
    RefusedError,
    WebcareError,
)
from webcare_desk.jobs.arriving import Source, arrivals_of, with_dates
from webcare_desk.jobs.early import Triaging, hear_again
from webcare_desk.jobs.moves import follow
from webcare_desk.jobs.problem import TROUBLE
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of, together

#: How many of the newest known comments each poll makes sure of.
RECENT = OVERLAP
#: How many of those that wait for somebody, however old, have their turn in each poll.
WAITING = 300
#: How long what was deleted may come back, in microseconds, and how many have their turn.
TRASH, TRASHED = 30 * 24 * 60 * MINUTE, 100
#: How many that were left out then each poll asks for by themselves.
LOOKS = 20

_UNDATED = QT_TRANSLATE_NOOP(
    "Said",
    "New comments with a date that cannot be: {count} ({some}). "
    "They are kept as of the moment at which they were read.",
)
_BUG = QT_TRANSLATE_NOOP(
    "Said", "Webcare Desk has a bug in reading this source ({kind}): report it."
)
#: By this the record of a poll tells a platform's rest from anything else that went wrong.
_REST = QT_TRANSLATE_NOOP("Said", "It is left alone until then.")
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Said", "Known comments that may be there were left out when they were asked for again."
)
_LEFT_OUT_AS = QT_TRANSLATE_NOOP(
    "Said", "Known comments that may be there were left out when they were asked for again: {why}"
)
_MORE_PAGES = QT_TRANSLATE_NOOP(
    "Said", "The source has more than {pages} pages; the next poll goes on from there."
)


@dataclass(frozen=True, slots=True)
class _Read:
    """How far a poll has come since `began`; `cursor` is where everything before is kept.

    `unread` says what is there and could not be read; `undated` are the new
    comments whose date cannot be; `rest` is how long the platform asks to be
    left alone, in microseconds.
    """

    began: int
    ids: frozenset[str] = frozenset()
    pages: int = 0
    seen: int = 0
    added: int = 0
    cursor: str | None = None
    more: bool = True
    expected: int | None = None
    problem: str | None = None
    unread: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    rest: int = 0

    @property
    def told(self) -> str | None:
        """What a person has to hear of it, or None."""
        some = ", ".join(remote_id[:40] for remote_id in self.undated[:5])
        undated = Said.of(_UNDATED, count=len(self.undated), some=some) if some else None
        return together(self.problem, *tuple(dict.fromkeys(self.unread))[:5], undated)

    @property
    def state(self) -> CoverageState:
        if self.told is None:
            return CoverageState.COMPLETE
        return CoverageState.PARTIAL if self.pages else CoverageState.FAILED


def poll(
    desk: Desk,
    connector: Connector,
    triage: Triaging,
    *,
    pages: int = 200,
    by: Actor | None = None,
) -> Coverage:
    """Read a source from where the last poll ended, at most `pages` pages.

    The program does it, of itself or `by` somebody's word.

    Return the coverage that was recorded; what the platform did wrong stands
    there as `problem` and is never raised; a bug is recorded and then raised. A
    platform that asks for time is not asked before that is over: its gap lasts until
    then. RefusedError where the desk was put back from a backup and nobody has confirmed it.
    """
    if is_held(desk.read):
        msg = QT_TRANSLATE_NOOP(
            "Said", "This desk was put back from a backup: nothing is read until that is confirmed."
        )
        raise RefusedError(Said.of(msg))
    source, began = Source(desk, connector, triage, by or system_actor()), desk.clock()
    if (resting := _resting(source, began)) is not None:
        return resting
    read = _read_pages(source, _Read(began), pages)
    if not read.more:
        read = _look_again(source, read)
    return _recorded(source, read)


def _recorded(source: Source, read: _Read) -> Coverage:
    coverage = Coverage(
        source=source.name,
        began_at=read.began,
        ended_at=source.desk.clock() + read.rest,
        state=read.state,
        seen=read.seen,
        added=read.added,
        expected=read.expected,
        problem=read.told,
    )
    source.desk.perform(RecordCoverage(source.name, coverage, read.cursor), source.by)
    return coverage


@contextmanager
def _recording_bugs(source: Source, read: _Read) -> Iterator[None]:
    """Ask the platform: what no connector should raise ends the poll, with a record of it too."""
    try:
        yield
    except TROUBLE:
        raise
    except Exception as bug:
        _recorded(source, replace(read, problem=Said.of(_BUG, kind=type(bug).__name__)))
        raise


def _resting(source: Source, now: int) -> Coverage | None:
    """Return the last poll where the platform asked for more time than has gone by since.

    Any other that ends after now, or one that ends later than is ever asked for, was of a clock
    that stood ahead.
    """
    last = next(iter(source.desk.read.coverage(source.name, 1)), None)
    if last is None or _REST not in (last.problem or ""):
        return None
    return last if last.began_at <= now < last.ended_at <= now + LONGEST_ASKED else None


def note_unread(desk: Desk, source: str) -> Coverage | None:
    """Record that nobody has read a source since its last poll, if that is too long ago.

    Call it before a poll: the desk was closed, or the machine was off. Nights count.
    """
    last = next(iter(desk.read.coverage(source, 1)), None)
    now = desk.clock()
    if last is None or now - last.ended_at <= ALLOWED or is_held(desk.read):
        return None
    unread = Coverage(source, last.ended_at, now, CoverageState.UNREAD, 0, 0)
    desk.perform(RecordCoverage(Name(source), unread, None), system_actor())
    return unread


def _read_pages(source: Source, read: _Read, pages: int) -> _Read:
    cursor = source.desk.read.cursor(source.name)
    while read.more and read.pages < pages:
        try:
            with _recording_bugs(source, read):
                page = source.connector.fetch(cursor)
        except TROUBLE as error:
            return _broken_off(read, error)
        read = _keep(source, read, page.comments)
        cursor, ids = page.cursor, read.ids.union(each.remote_id for each in page.comments)
        read = replace(
            read,
            ids=ids,
            pages=read.pages + 1,
            seen=len(ids),
            cursor=cursor,
            more=page.more,
            expected=page.expected,
            unread=read.unread + ((page.problem,) if page.problem else ()),
        )
    if read.more:
        return replace(read, problem=Said.of(_MORE_PAGES, pages=pages))
    return read


def _broken_off(read: _Read, error: WebcareError) -> _Read:
    if not isinstance(error, RateLimitedError):
        return replace(read, problem=reason_of(error))
    problem = together(reason_of(error), Said.of(_REST))
    return replace(read, problem=problem, rest=int(error.retry_after * SECOND))


def _look_again(source: Source, read: _Read) -> _Read:
    """Read known comments again that were on no page, for an edit or a deletion.

    Those are the newest ones, and in turns what waits in a queue or for PV's answer, and
    what was deleted lately: a platform's trash gives it back.
    """
    can, reads = source.connector.capabilities, source.desk.read
    known = reads.recent_remote_ids(source.name, RECENT)
    known += reads.waiting_remote_ids(source.name, WAITING)
    known += reads.deleted_remote_ids(source.name, source.desk.clock() - TRASH, TRASHED)
    asked = [remote_id for remote_id in dict.fromkeys(known) if remote_id not in read.ids]
    if not asked or not (can.detects_edits or can.detects_deletes):
        return read
    try:
        with _recording_bugs(source, read):
            found = source.connector.refetch(asked)
    except TROUBLE as error:
        return _broken_off(read, error)
    there = {comment.remote_id for comment in found}
    read = _keep(source, read, found)
    left_out = (source.known(remote_id) for remote_id in asked if remote_id not in there)
    missing = [each for each in left_out if each and each.visibility is not Visibility.DELETED]
    return _look_for(source, read, missing) if can.detects_deletes else read


def _look_for(source: Source, read: _Read, missing: list[Comment]) -> _Read:
    """Ask for what was left out one by one, some in each poll: a list may be short for any reason.

    A cache or a plugin gives an empty one, and an account is not given all that is there.
    """
    turn = source.desk.clock() // MINUTE % max(1, len(missing))
    gone: list[RemoteComment] = []
    for comment in (missing[turn:] + missing[:turn])[:LOOKS]:
        try:
            with _recording_bugs(source, read):
                is_gone = source.connector.visibility_of(comment.remote_id) is Visibility.DELETED
        except (ForbiddenError, GoneError) as error:
            left_out = Said.of(_LEFT_OUT_AS, why=reason_of(error))
            read = replace(read, unread=(*read.unread, left_out))
        except TROUBLE as error:
            read = _broken_off(read, error)
            break
        else:
            gone += [_deleted(source, comment)] if is_gone else []
            left_out = Said.of(_LEFT_OUT)
            read = read if is_gone else replace(read, unread=(*read.unread, left_out))
    return _keep(source, read, tuple(gone))


def _deleted(source: Source, comment: Comment) -> RemoteComment:
    """Return a comment as it was last seen, but deleted; the desk keeps its words."""
    parent = None if comment.parent is None else source.desk.read.comment(comment.parent)
    return replace(as_shown(comment, parent), visibility=Visibility.DELETED)


def _keep(source: Source, read: _Read, comments: tuple[RemoteComment, ...]) -> _Read:
    """Keep what is new or changed, in small transactions; count it."""
    dated, undated = with_dates(source, comments)
    arrivals = arrivals_of(source, dated)
    added: tuple[int, ...] = ()
    revised = 0
    while batch := tuple(islice(arrivals, BATCH)):
        done = source.desk.perform(Ingest(source.name, batch), source.by)
        added, revised = added + done.added, revised + len(done.revised)
    follow(source, dated)
    hear_again(source.desk, source.triage, source.by, added)
    # What was erased is not kept again, and then there is nothing to tell of it.
    told = tuple(each for each in undated if source.known(each) is not None)
    return replace(read, added=read.added + len(added) + revised, undated=read.undated + told)
