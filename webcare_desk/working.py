"""Folders for copies of what a desk holds: none stays behind a process that was killed.

Each has a lock beside it that ends with its process; a sweep removes the folders
whose lock is free, at every start and when something is erased. They are in the
desk's own folder, on the disk that a person chose for patients' words. Where that
takes none, on a disc, nearly full or without locks, one is in the system's folder for such files.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from webcare_desk.errors import StoreError
from webcare_desk.locks import taken
from webcare_desk.paths import BACKUPS
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_NAME = "webcare-desk-work-"
_LOCK = ".lock"
#: So much stays free of the desk's disk, in bytes, or the copy is made elsewhere.
_SPARE = 200_000_000
#: In a folder of all accounts a name may lead elsewhere.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def work_folder(beside: Path, *parts: Path) -> Iterator[Path]:
    """Lend an empty folder in `beside`, of this account alone; it goes with what is in it.

    It will hold about as much as the files `parts`, as far as these are there.
    """
    handle, lock = _locked(beside, parts)
    place = lock.with_suffix("")
    try:
        place.mkdir(mode=0o700)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        _let_go(handle, lock)


def sweep(folder: Path) -> None:
    """Remove what dead processes left of the desk in `folder`; a living one keeps its own.

    Raises StoreError where something in the desk's folder cannot be removed.
    """
    _sweep(Path(tempfile.gettempdir()))  # there also lie those of other desks and accounts
    for place in (folder, folder / BACKUPS):
        if left := _sweep(place):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "{place} was left there by a program that was cut off, and cannot be removed.",
            )
            raise StoreError(Said.of(msg, place=left[0]))


def _locked(beside: Path, parts: Iterable[Path]) -> tuple[int, Path]:
    """Make the lock of a folder to come; it is there before the folder is."""
    with contextlib.suppress(OSError):
        needed = sum(part.stat().st_size for part in parts if part.exists())
        if shutil.disk_usage(beside).free > needed + _SPARE:
            return _made(beside)
    return _made(Path(tempfile.gettempdir()))


def _made(place: Path) -> tuple[int, Path]:
    """Make a lock and hold it; a sweep in between may have taken it, so look once more."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_NAME, suffix=_LOCK, dir=place)
        lock = Path(name)
        try:
            if taken(handle) and lock.exists():
                return handle, lock
        except OSError:
            _let_go(handle, lock)
            raise
        os.close(handle)


def _sweep(place: Path) -> list[Path]:
    """Remove the folders of dead processes in `place`; return those that stay."""
    left: list[Path] = []
    locks: list[Path] = []
    with contextlib.suppress(OSError):  # a folder of another account, in which nothing is ours
        locks += place.glob(f"{_NAME}*{_LOCK}")
    for lock in locks:
        try:
            handle = os.open(lock, os.O_RDWR | _AS_IT_IS)
        except OSError:  # gone by now, or of another account
            continue
        if not _is_free(handle):
            os.close(handle)
            continue
        shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
        if lock.with_suffix("").exists():
            left.append(lock.with_suffix(""))
            os.close(handle)
        else:
            _let_go(handle, lock)
    return left


def _is_free(handle: int) -> bool:
    with contextlib.suppress(OSError):  # where the disk keeps no locks nobody knows whose it is
        return taken(handle)
    return False


def _let_go(handle: int, lock: Path) -> None:
    """Remove a lock whose folder is gone; Windows does that to no open file."""
    if os.name == "nt":
        os.close(handle)
    with contextlib.suppress(OSError):
        lock.unlink()
    if os.name != "nt":
        os.close(handle)
