"""What was written is on the disk, whatever happens next."""

import errno
import os
import sys
from pathlib import Path

#: What a disk answers that knows no more than fsync, as one in the network.
_UNKNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOTTY})


def sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    if path.is_dir() and os.name != "posix":
        return  # Windows syncs no folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        force(handle)
    finally:
        os.close(handle)


def force(handle: int) -> None:
    """Bring an open file to the disk; on macOS fsync alone ends in the drive's own memory."""
    os.fsync(handle)
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
