"""A certificate or key that the settings name, read to a limit: it may be a device or a pipe."""

import stat
from pathlib import Path

#: Bytes; all the authorities that a system knows are a third of it.
_MOST = 1_000_000


def read_small(path: Path) -> bytes:
    """Return what is in a file; OSError for one that is larger, or is none."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST:
        msg = f"{path} is no file of at most {_MOST} bytes"
        raise OSError(msg)
    with path.open("rb") as file:
        return file.read(_MOST)
