"""A lock on a file that ends with its process: whatever ends that, `kill -9` too, lets go of it."""

import os
import sys

#: Windows lets nobody else read a byte that is locked: it is none of what a file holds.
_FAR = 1 << 30


def taken(handle: int) -> bool:
    """Take the lock of an open file if nobody has it; say whether that went."""
    try:
        if sys.platform == "win32":
            import msvcrt  # on Windows only

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # not on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
