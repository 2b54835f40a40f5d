"""Making a backup: a copy counts only once it is proven and on the disk."""

from pathlib import Path

from webcare_desk.actions import RecordBackup
from webcare_desk.app import App
from webcare_desk.backups.shelf import described, draft_of, require_shelf, tidy
from webcare_desk.domain.audit import AuditEntry, Digest
from webcare_desk.domain.backup import INTERVAL, Backup, name_of
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.durable import sync
from webcare_desk.erasing import remove_old_backups
from webcare_desk.errors import CorruptFileError, DiskFullError
from webcare_desk.inspection import verify_copy
from webcare_desk.protocol.versions import copy_versions
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.store.sqlite.connection import translated
from webcare_desk.store.sqlite.copying import copy_database
from webcare_desk.store.sqlite.opening import DATABASE


def make_backup(app: App, by: Actor | None = None) -> Backup:
    """Copy the desk while it works, prove the copy, and record it with its head.

    The copy is checked page by page, its log from the first entry to the signed
    head, and each text and row by the log; only then does it get its name, and
    without its entry it does not stay. Every version of the protocol that was in force is kept beside
    it. Raises DiskFullError when there is no room, and CorruptFileError when
    the copy is not a desk that holds.
    """
    _require_room(app)
    shelf, at = require_shelf(app.folder), app.desk.clock()
    place = shelf / name_of(at)
    draft = draft_of(place)
    with translated(shelf):
        shelf.mkdir(mode=0o700, exist_ok=True)
    try:
        copy_database(app.folder / DATABASE, draft)
        _require_proven(draft, app.verifier)
        with translated(place):
            sync(draft)
            draft.replace(place)
            sync(shelf)
    finally:
        for leftover in shelf.glob(f"{draft.name}*"):
            leftover.unlink()
    found = described(place)
    done = RecordBackup(at, found.entries, Digest(found.root), found.size)
    try:
        app.desk.perform(done, by or system_actor())
    except BaseException:
        place.unlink()
        raise
    copy_versions(app.folder, shelf)
    tidy(app.folder, at)
    if app.desk.read.erased_rows(limit=1):  # text that was erased may not come back from a shelf
        remove_old_backups(app.folder, app.desk.read, at)
    return found


def _require_proven(draft: Path, verifier: str) -> None:
    verdict = verify_copy(draft, verifier)
    if not verdict.holds:
        other = QT_TRANSLATE_NOOP(
            "Said", "The backup was not kept: it is not what its log says ({flaw})."
        )
        broken = QT_TRANSLATE_NOOP(
            "Said", "The backup was not kept: its log does not hold ({flaw})."
        )
        raise CorruptFileError(Said.of(other if verdict.log_holds else broken, flaw=verdict.flaw))


def _require_room(app: App) -> None:
    """Refuse what would leave no room for its own entry: it would be made anew every minute."""
    room = app.desk.room
    with translated(app.folder / DATABASE):
        size = (app.folder / DATABASE).stat().st_size
    if room is not None and room.free() - size < room.limits.low:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The disk has no room for a backup: it takes {size:.1f} MB, and {low:.1f} MB "
            "are to stay free of {free:.1f} MB.",
        )
        raise DiskFullError(
            Said.of(msg, size=size / 1e6, low=room.limits.low / 1e6, free=room.free() / 1e6)
        )


def last_backup(read: Reads) -> AuditEntry | None:
    """Return the entry of the last backup."""
    return next(iter(read.entries(LogFilter(action=RecordBackup.name), None, 1)), None)


def is_changed(read: Reads) -> bool:
    """Say whether anything happened after the last backup and its own entry."""
    last = last_backup(read)
    return last is None or read.log_size() > last.seq + 1


def back_up_when_due(app: App) -> Backup | None:
    """Make a backup if the last one is an hour old and something happened since."""
    last = last_backup(app.desk.read)
    is_old = last is None or not 0 <= app.desk.clock() - last.at < INTERVAL
    return make_backup(app) if is_old and is_changed(app.desk.read) else None


def back_up_at_exit(app: App) -> Backup | None:
    """Make a backup if anything happened since the last one."""
    return make_backup(app) if is_changed(app.desk.read) else None
