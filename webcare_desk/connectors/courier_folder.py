"""The courier by folder: each mail becomes a file that PV's side picks up."""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from webcare_desk.connectors.courier import checked_mail
from webcare_desk.domain.reply import Receipt
from webcare_desk.durable import sync
from webcare_desk.errors import DuplicateError, ForbiddenError, UnavailableError, UsageError

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class FolderCourier:
    """Writes `<key>.eml` into one folder, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Mean `folder`; it is made when a mail is sent."""
        self._folder = folder

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Write the mail; the receipt holds the file's name and its URI.

        On a retry the same file stays. Raise DuplicateError when another mail
        has the name, UsageError when the folder cannot be made, ForbiddenError or
        UnavailableError when it is not written.
        """
        if not _KEY.fullmatch(key):
            msg = f"not the key of a delivery: {key[:40]!r}"
            raise ValueError(msg)
        path = _made(self._folder).absolute() / f"{key}.eml"
        with _translated(self._folder):
            if not path.exists():
                _write(path, checked_mail(mail))
            elif path.read_bytes() != mail:
                msg = f"The folder for PV already holds another mail called {path.name}."
                raise DuplicateError(msg)
            # Also on a retry: the crash may have come before the name was durable.
            sync(path.parent)
        return Receipt(path.name, path.as_uri())

    def check(self) -> str:
        """Write a file and remove it again (see `Channel`)."""
        with _translated(self._folder), tempfile.TemporaryFile(dir=_made(self._folder)):
            return f"{self._folder} can be written"


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder {folder} for mails cannot be made: {error.strerror}."
        raise UsageError(msg) from error
    return folder


def _write(path: Path, mail: bytes) -> None:
    """Write under another name, force it to the disk, then rename."""
    number, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(mail)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        msg = f"The folder for PV cannot be written: {folder}."
        raise ForbiddenError(msg) from error
    except OSError as error:
        msg = f"The folder for PV cannot be used: {folder} ({error.strerror})."
        raise UnavailableError(msg) from error
