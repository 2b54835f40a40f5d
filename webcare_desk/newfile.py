"""A file for a person: whole and on the disk, or not there at all."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webcare_desk.durable import sync
from webcare_desk.errors import ReadOnlyError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@contextmanager
def written(target: Path, *, over: bool = False) -> Iterator[Path]:
    """Give a draft to write; it becomes `target` only when everything went well.

    Nobody's own file has the draft's name: it is a new one, beside the target. With `over` it
    takes the place of a file that is there, which stays as it is until then.

    Raises UsageError for a file that is there otherwise, ReadOnlyError where nothing can be written.
    """
    try:
        if target.exists() and not over:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{target} exists already; an export is never written over another file."
            )
            raise UsageError(Said.of(msg, target=target))
        place = target.resolve()  # a link stays one
        draft = place.with_name(f".{secrets.token_hex(8)}.part")
        try:
            yield draft
            if place.exists():
                shutil.copymode(place, draft)
            sync(draft)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
        sync(place.parent)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{target} cannot be written: {strerror}.")
        raise ReadOnlyError(
            Said.of(msg, target=target, strerror=error.strerror or error)
        ) from error
