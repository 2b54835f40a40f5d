"""On which file system a desk lies: a network one breaks the locks that SQLite stands on.

Source: sqlite.org/wal.html, "all processes must be on the same host".
"""

import re
from contextlib import suppress
from pathlib import Path

from webcare_desk.errors import NetworkFolderError

#: The file systems by their names in /proc/self/mountinfo.
NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "9p",
        "ceph",
        "glusterfs",
    }
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs"}
)
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def kind_of(folder: Path, mounts: str) -> str:
    """Return the file system of `folder`, an absolute path; empty if no line tells.

    `mounts` is the text of /proc/self/mountinfo (proc(5)): the mount point is the
    fifth word, the kind the first one after the dash.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        words = before.split(" ")
        if len(words) < _LEAST or not after:
            continue
        point = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), words[4]))
        if len(point.parts) >= best and folder.is_relative_to(point):
            best, kind = len(point.parts), after.split(" ", 1)[0]
    return kind


_LEAST = 5


def refuse_network(folder: Path) -> None:
    """Raise NetworkFolderError where `folder` lies on a file system of another machine."""
    mounts = ""
    with suppress(OSError, UnicodeDecodeError):
        mounts = _MOUNTS.read_text(encoding="utf-8")
    kind = kind_of(folder.resolve(), mounts)
    if kind in NETWORK:
        msg = (
            f"{folder} lies on a network file system ({kind}), where a desk can be damaged without "
            "a trace: put it on a disk of this machine."
        )
        raise NetworkFolderError(msg)
