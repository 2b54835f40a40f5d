"""Erasing so that the bytes are gone: the rows, what they left in the files, old backups."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from webcare_desk import actions
from webcare_desk.actions.kept import why_kept
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import Request, RequestKind, RequestState, Wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.backup import aside_since, moment_of
from webcare_desk.domain.erasure import (
    Basis,
    Kept,
    Retention,
    RetentionClass,
    comments_in,
    erasure_of,
)
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import RefusedError, StoreError
from webcare_desk.paths import BACKUPS, RESTORING, UPGRADE
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import RetentionSettings
from webcare_desk.store import tables
from webcare_desk.store.base import Reads
from webcare_desk.working import sweep

#: No backup is kept longer, so that erased text is nowhere after so many days.
BACKUP_DAYS = 30
#: After a pause of the log of so long, a time counts once the clock has stood there for a while:
#: one that jumped a month would have every backup removed, less costs what is nearly due.
_PAUSE, _STOOD = 10 * DAY, 3 * DAY
#: A request names no more, or nobody would read what they sign.
MOST = 500
#: So many comments in one act: what other programs do meanwhile waits no longer than that.
PART = 50
#: What a restore moves aside before it puts a backup in its place.
_ASIDE = "replaced-*"


@dataclass(frozen=True, slots=True)
class Backups:
    """What became of the backups: how many were removed, and which may still hold the text.

    Each of `left` is named with the time (UTC microseconds) at which it is removed.
    """

    removed: int
    left: tuple[tuple[str, int], ...]

    @property
    def until(self) -> int:
        """When the last of them is removed, or 0."""
        return max((at for _, at in self.left), default=0)


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows went, the sentences about what was left out, and the backups."""

    rows: int
    kept: tuple[Said, ...]
    backups: Backups


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be erased of what was asked, and what stays with the reason why.

    `later` are as many more of which nobody has looked yet whether they may go.
    """

    comments: tuple[int, ...]
    kept: tuple[Said, ...]
    later: int = 0


def retention_of(kept: RetentionSettings) -> Retention:
    """Return for how many years the settings keep each class."""
    return Retention(kept.safety, kept.complaint, kept.ordinary, kept.spam)


def choose(read: Reads, comments: Sequence[int], at: int, retention: Retention) -> Choice:
    """Part `comments` into what may be erased at `at` and what must be kept."""
    reasons = {comment: why_kept(read, comment, at, retention) for comment in comments}
    return Choice(
        tuple(comment for comment, reason in reasons.items() if reason is None),
        tuple(reason for reason in reasons.values() if reason is not None),
    )


def wanted_for(target: Name, choice: Choice, basis: Basis) -> Wanted:
    """Return the request to erase what may be erased, or refuse with the reasons."""
    if not choice.comments:
        nothing = QT_TRANSLATE_NOOP("Said", "There is nothing to erase.")
        raise RefusedError(Said.each("\n", choice.kept) or Said.of(nothing))
    return erasure_of(target, choice.comments, basis)


def due(read: Reads, retention: Retention, at: int) -> Iterator[Kept]:
    """Yield the finished comments whose time is over at `at` (UTC microseconds), by their number.

    Page by page to the end: what is kept for longer may not hide what came after it.
    """
    shortest = min(retention.years(kind) for kind in RetentionClass)
    before, after = at - shortest * 365 * DAY + 1, 0  # no year has fewer days
    while page := read.kept_since(before, after):
        yield from (each for each in page if each.ends_at(retention) <= at)
        after = page[-1].comment


def choose_due(read: Reads, retention: Retention, at: int) -> Choice:
    """Choose the first MOST that are due and may be erased at `at`; count what comes after."""
    found = due(read, retention, at)
    comments: list[int] = []
    kept: list[Said] = []
    for each in found:
        reason = why_kept(read, each.comment, at, retention)
        if reason is not None:
            kept.append(reason)
            continue
        comments.append(each.comment)
        if len(comments) == MOST:
            break
    return Choice(tuple(comments), tuple(kept), sum(1 for _ in found))


def erase(desk: Desk, actor: Actor, request: int, folder: Path, retention: Retention) -> Erased:
    """Do what an approved request asks for, part by part, and let the bytes go.

    What has to be kept now or was erased before is left out; what was cut off is gone on with.
    Raises RefusedError without the second signature or where nothing may go; the bytes of the
    parts before it go all the same. Where another program reads the desk, the rows are erased
    and BusyError says that the bytes still go: then `finish`.
    """
    found = desk.read.request(request)
    if found is None or found.wanted.kind is not RequestKind.ERASURE:
        msg = QT_TRANSLATE_NOOP("Said", "There is no request {request} to erase.")
        raise RefusedError(Said.of(msg, request=request))
    choice = choose(desk.read, _left_of(desk.read, found), desk.clock(), retention)
    if not choice.comments and (choice.kept or found.state is RequestState.USED):
        gone = QT_TRANSLATE_NOOP("Said", "What request {request} names was erased already.")
        raise RefusedError(Said.each("\n", choice.kept) or Said.of(gone, request=request))
    try:
        rows, kept = _in_parts(desk, actor, found, choice.comments, retention)
    finally:
        is_begun = desk.read.erased_count(request) > 0
        backups = finish(desk, actor, folder) if is_begun else Backups(0, ())
    return Erased(rows, (*choice.kept, *kept), backups)


def _left_of(read: Reads, request: Request) -> tuple[int, ...]:
    """Return what a request names and has not erased itself: answers go with their comment."""
    rows = read.erased_rows(request.id, read.erased_count(request.id))
    gone = {row.number for row in rows if row.place == tables.COMMENT.name}
    return tuple(each for each in comments_in(request.wanted) if each not in gone)


def _in_parts(
    desk: Desk, actor: Actor, request: Request, comments: Sequence[int], retention: Retention
) -> tuple[int, tuple[Said, ...]]:
    """Erase what may still go when its part comes; return how many rows went, and what was kept."""
    rows, kept = 0, list[Said]()
    for first in range(0, max(len(comments), 1), PART):
        part = [each for each in comments[first : first + PART] if not desk.read.is_erased(each)]
        choice = choose(desk.read, part, desk.clock(), retention)
        kept += choice.kept
        is_last = first + PART >= len(comments)
        if choice.comments or is_last:
            act = actions.Erase(request.wanted, retention, choice.comments, is_last)
            rows += desk.perform(act, actor)
    return rows, tuple(kept)


def finish(desk: Desk, actor: Actor, folder: Path) -> Backups:
    """Write over what erased text left in the files, remove old backups, and record it.

    May be done again at any time. Raises BusyError where another program reads the desk.
    """
    desk.store.scrub()
    backups = remove_old_backups(folder, desk.read, desk.clock())
    sweep(folder)
    scrubbed = actions.RecordScrub(backups.removed, len(backups.left), backups.until)
    desk.perform(scrubbed, actor)
    desk.store.scrub()
    return backups


def remove_old_backups(folder: Path, read: Reads, at: int) -> Backups:
    """Remove the backups of the desk in `folder` that are too old at `at`; name the others.

    What is too old only by a clock that came far from the log just now stays until it has stood.

    A backup made before a migration counts as one, and so do the files that a
    restore moved aside. What a restore that was cut off left goes at any age: no restore
    goes on while the desk is open. Raises StoreError where one cannot be removed.
    """
    removed, left, known = 0, [], _known(read, at)
    kept = (*sorted((folder / BACKUPS).glob("*.db")), *sorted(folder.glob(_ASIDE)))
    for place in (*kept, *folder.glob(RESTORING)):
        ends = _made_at(read, place) + BACKUP_DAYS * DAY
        if ends > known and place.name != RESTORING:
            left.append((place.name, ends if ends > at else at + _STOOD))
            continue
        try:
            _remove(place)
        except OSError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{place} is too old to keep and cannot be removed: {why}."
            )
            raise StoreError(Said.of(msg, place=str(place), why=error.strerror)) from error
        removed += 1
    return Backups(removed, tuple(left))


def _made_at(read: Reads, place: Path) -> int:
    """Return when a backup was made: a file that was copied with its folder looks new."""
    seen, name = place.stat().st_mtime_ns // 1000, place.name
    told = moment_of(name) or aside_since(name)
    if name.startswith(UPGRADE):
        told = read.migrated_at(name.removeprefix(UPGRADE).removesuffix(place.suffix))
    return seen if told is None else min(seen, told)


def _known(read: Reads, at: int) -> int:
    """Return `at` where the log came to it day by day, else a time that it has stood at."""
    found = read.entries_between(0, at - _STOOD)
    last = read.entries_after(found[1] - 1, 1)[0].at if found else 0
    return at if last >= at - _PAUSE else last


def _remove(place: Path) -> None:
    """Remove a backup with what an unclean end left beside it, or a folder of files moved aside."""
    if place.is_dir():
        shutil.rmtree(place)
        return
    for part in (place, *place.parent.glob(f"{place.name}-*")):
        part.unlink()


def due_name(at: int) -> Name:
    """Return the name of what is due on the day of `at` (UTC microseconds)."""
    return Name(f"due/{datetime.fromtimestamp(at // 1_000_000, UTC):%Y-%m-%d}")
