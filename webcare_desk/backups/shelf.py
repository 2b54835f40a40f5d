"""The folder of backups: what is on it, and what is thrown away."""

from contextlib import suppress
from pathlib import Path

from webcare_desk.domain.backup import Backup, kept, moment_of
from webcare_desk.domain.spans import HOUR
from webcare_desk.errors import StoreError, UsageError
from webcare_desk.paths import BACKUPS, UPGRADE
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.store.sqlite.copying import head_of
from webcare_desk.vault.registered import forks_of

_DRAFT = ".part"
#: A draft that is this old was left by a program that was cut off, in microseconds.
_LEFT = HOUR


def require_shelf(folder: Path) -> Path:
    """Return the folder of backups, or of those to come; StoreError where it was on another disk."""
    shelf = shelf_of(folder)
    if shelf.is_symlink() and not shelf.exists():
        msg = QT_TRANSLATE_NOOP(
            "Said", "The folder of backups is not there: {shelf} leads to {target}."
        )
        raise StoreError(Said.of(msg, shelf=shelf, target=shelf.readlink()))
    return shelf


def newest_on_shelf(folder: Path) -> int | None:
    """Return when the last backup that is there was made (UTC microseconds).

    By the names, without a look inside; an empty file is no backup.
    """
    places = shelf_of(folder).glob("desk-*.db")
    moments = (moment_of(place.name) for place in places if _holds_something(place))
    return max((at for at in moments if at is not None), default=None)


def shelf_of(folder: Path) -> Path:
    """Return where the backups of the desk in `folder` are."""
    return folder / BACKUPS


def backups_of(folder: Path) -> list[Backup]:
    """Return every backup of the desk in `folder`, the newest first.

    That is the one whose log came furthest, whatever a clock that was wrong called it. Among them are the copies from before an upgrade, by the name of what it began with.
    """
    shelf = shelf_of(folder)
    places = [place for place in shelf.glob("desk-*.db") if moment_of(place.name)]
    found = [described(place) for place in (*places, *shelf.glob(f"{UPGRADE}*.db"))]
    return sorted(found, key=_age, reverse=True)


def _age(backup: Backup) -> tuple[int, int, int, str]:
    return backup.forks, backup.entries, backup.made_at, backup.name


def described(place: Path) -> Backup:
    """Return what a backup says of itself; `verify.flaw_of` proves it."""
    made_at = moment_of(place.name) or 0
    try:
        size, head = place.stat().st_size, head_of(place)
        made_at = made_at or head.at  # a file's own time is lost where a folder is copied
    except (StoreError, OSError) as error:
        return Backup(place.name, made_at, 0, 0, "", 0, reason_of(error))
    forks = forks_of(head.note)
    root = head.edge.root().hex()
    return Backup(place.name, made_at, size, head.edge.size, root, head.at, forks=forks)


def backup_named(folder: Path, name: str) -> Backup:
    """Return the backup called `name`, or the last one for `latest`; else UsageError."""
    found = backups_of(folder)
    chosen = found[:1] if name == "latest" else [each for each in found if each.name == name]
    if not chosen:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no backup {name} in {shelf}; `backup list` shows them."
        )
        raise UsageError(Said.of(msg, name=name, shelf=shelf_of(folder)))
    return chosen[0]


def draft_of(place: Path) -> Path:
    """Return the name of a backup that does not count yet."""
    return place.with_name(place.name + _DRAFT)


def tidy(folder: Path, now: int) -> int:
    """Throw away what is not kept, and what a start that was cut off left; return how many.

    What was made `now` stays, also where a clock that was turned back makes it look old.
    """
    places = {moment_of(place.name): place for place in shelf_of(folder).glob("desk-*.db")}
    moments = [at for at in places if at is not None]
    doomed = [places[at] for at in set(moments) - kept(moments) - {now}]
    doomed += [place for place in shelf_of(folder).glob(f"*{_DRAFT}*") if _is_left(place, now)]
    for place in doomed:
        with suppress(OSError):  # another program is tidying too, or it is held: next time
            place.unlink()
    return len(doomed)


def _holds_something(place: Path) -> bool:
    with suppress(OSError):  # it was thrown away meanwhile
        return place.stat().st_size > 0
    return False


def _is_left(place: Path, now: int) -> bool:
    with suppress(OSError):
        return place.stat().st_mtime_ns // 1000 < now - _LEFT
    return False
