"""A lock on a file that ends with its process: whatever ends that, `kill -9` too, lets go of it."""

import errno
import os
import sys

#: Windows lets nobody else read a byte that is locked: it is none of what a file holds.
_FAR = 1 << 30
#: What a system says where somebody else has the lock; the rest is of a disk that keeps none.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


def taken(handle: int) -> bool:
    """Take the lock of an open file if nobody has it; say whether that went.

    Raises OSError where the disk keeps no locks, as some shared folders do.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # on Windows only

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # not on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True
