"""The courier by folder: each mail becomes a file that PV's side picks up."""

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from webcare_desk.connectors.courier import checked_mail
from webcare_desk.domain.reply import Receipt
from webcare_desk.durable import force, sync
from webcare_desk.errors import DuplicateError, ForbiddenError, UnavailableError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_OWNER, _GROUP = 0o600, 0o060
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class FolderCourier:
    """Writes `<key>.eml` into one folder, whole or not at all; who may read that may read it."""

    def __init__(self, folder: Path, *, makes: bool = False) -> None:
        """Mean `folder`; with `makes` it is made where it is not there.

        Made in place of a share that is not mounted, it would take packets that nobody finds.
        """
        self._folder = folder
        self._makes = makes

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Write the mail; the receipt holds the file's name and its URI.

        On a retry the same file stays. Raise DuplicateError when another mail
        has the name, UsageError when the folder is not there, ForbiddenError or
        UnavailableError when it is not written.
        """
        if not _KEY.fullmatch(key):
            msg = f"not the key of a delivery: {key[:40]!r}"
            raise ValueError(msg)
        path = self._found().absolute() / f"{key}.eml"
        with _translated(self._folder):
            if not path.exists():
                _write(path, checked_mail(mail))
            elif path.read_bytes() != mail:
                msg = QT_TRANSLATE_NOOP(
                    "Said", "The folder for PV already holds another mail called {file}."
                )
                raise DuplicateError(Said.of(msg, file=path.name))
            # Also on a retry: the crash may have come before the name was durable.
            sync(path.parent)
        return Receipt(path.name, path.as_uri(), to=str(path.parent))

    def check(self) -> str:
        """Write a file and remove it again (see `Channel`)."""
        with _translated(self._folder), tempfile.TemporaryFile(dir=self._found()):
            return f"{self._folder} can be written"

    def _found(self) -> Path:
        try:
            if self._makes:
                self._folder.mkdir(parents=True, exist_ok=True)
            is_there = self._folder.is_dir()
        except OSError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The folder {folder} for mails cannot be made: {reason}."
            )
            raise UsageError(Said.of(msg, folder=self._folder, reason=error.strerror)) from error
        if not is_there:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The folder {folder} for mails is not there: make it, or mount its disk."
            )
            raise UsageError(Said.of(msg, folder=self._folder))
        return self._folder


def _write(path: Path, mail: bytes) -> None:
    """Write under another name, force it to the disk, then rename."""
    number, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(mail)
            file.flush()
            _open_to_group(Path(name))
            force(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _open_to_group(path: Path) -> None:
    """Let the group of the folder, and whom its access list names, do with a mail what they do there.

    A mail stays closed to everybody else, and to all where it cannot be given to that group, or
    the disk keeps no rights.
    """
    if sys.platform == "win32":
        return
    folder = path.parent.stat()
    with contextlib.suppress(OSError):
        os.chown(path, -1, folder.st_gid)
        path.chmod(_OWNER | folder.st_mode & _GROUP)


@contextlib.contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The folder for PV cannot be written: {folder}.")
        raise ForbiddenError(Said.of(msg, folder=folder)) from error
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The folder for PV cannot be used: {folder} ({reason}).")
        raise UnavailableError(Said.of(msg, folder=folder, reason=error.strerror)) from error
