"""The settings file replaced in one step, or left as somebody else made it."""

import os
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webcare_desk.durable import force, sync
from webcare_desk.errors import ReadOnlyError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.desk import read_text


@contextmanager
def replacing(path: Path, before: str, after: str) -> Iterator[None]:
    """Write `after` beside the file; it takes its place once the block went well.

    Raises StaleError where the file is not `before` any more: somebody else changed it.
    """
    place = path.resolve()  # a link stays one
    try:
        draft = _draft(place, after)
        try:
            _require_same(place, before)
            yield
            _require_same(place, before)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
        sync(place.parent)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path} cannot be written: {reason}.")
        raise ReadOnlyError(Said.of(msg, path=path, reason=error.strerror)) from error


def _draft(place: Path, text: str) -> Path:
    number, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent)
    with os.fdopen(number, "wb") as file:
        file.write(_mark(place) + text.encode("utf-8"))
        file.flush()
        force(file.fileno())
    if place.exists():
        shutil.copymode(place, name)
    return Path(name)


def _mark(place: Path) -> bytes:
    """Return the mark with which the file begins, if it has one: its editor may need it."""
    is_marked = place.exists() and place.read_bytes().startswith(BOM_UTF8)
    return BOM_UTF8 if is_marked else b""


def _require_same(place: Path, before: str) -> None:
    if read_text(place) != before:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{place} was changed by somebody else meanwhile and is left as it is: look again.",
        )
        raise StaleError(Said.of(msg, place=place))
