"""On which file system a desk lies: a network one breaks the locks that SQLite stands on.

Source: sqlite.org/wal.html, "all processes must be on the same host".
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from webcare_desk.errors import NetworkFolderError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: The file systems by their names in /proc/self/mountinfo, and on macOS.
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
        "afpfs",
        "webdav",
    }
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs"}
)
_MOUNTS = Path("/proc/self/mountinfo")
_LEAST = 5
_DRIVE_REMOTE = 4
_PATIENCE = 10.0
_LISTED = re.compile(r" on (/.*) \((\w+)[^()]*\)$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def kind_of(folder: Path, mounts: str) -> str:
    """Return the file system of `folder`, an absolute path; empty if no line tells.

    `mounts` is the text of /proc/self/mountinfo (proc(5)): the mount point is the
    fifth word, the kind the first one after the dash.
    """
    found = []
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        words = before.split(" ")
        if len(words) >= _LEAST and after:
            point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), words[4])
            found.append((point, after.split(" ", 1)[0]))
    return _innermost(folder, found)


def kind_listed(folder: Path, listing: str) -> str:
    """Return the same from what `mount` says on macOS: `//me@nas/x on /Volumes/x (smbfs, nodev)`."""
    return _innermost(folder, _LISTED.findall(listing))


def kind_on_windows(folder: PureWindowsPath, drive_type: Callable[[str], int]) -> str:
    """Return whether a folder of Windows is a share, named as one or behind a letter.

    `drive_type` is GetDriveTypeW of the Win32 API.
    """
    drive = folder.drive
    is_named = drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    is_share = is_named or drive.upper().startswith("\\\\?\\UNC")
    return "smb" if is_share or drive_type(f"{drive}\\") == _DRIVE_REMOTE else "local"


def kind_here(folder: Path) -> str:
    """Return the file system of `folder` on this machine; empty where it does not tell."""
    place = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # on Windows only

        return kind_on_windows(PureWindowsPath(place), ctypes.windll.kernel32.GetDriveTypeW)
    with suppress(OSError, UnicodeDecodeError, subprocess.SubprocessError):
        if sys.platform == "darwin":
            return kind_listed(place, _listing())
        return kind_of(place, _MOUNTS.read_text(encoding="utf-8"))
    return ""


def refuse_network(folder: Path) -> None:
    """Raise NetworkFolderError where `folder` lies on a file system of another machine."""
    kind = kind_here(folder)
    if kind in NETWORK:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{folder} lies on a network file system ({kind}), where a desk can be "
            "damaged without a trace: put it on a disk of this machine.",
        )
        raise NetworkFolderError(Said.of(msg, folder=folder, kind=kind))


def _innermost(folder: Path, found: Iterable[tuple[str, str]]) -> str:
    """Return the kind of the mount point nearest above `folder`; of two the later one."""
    best, kind = -1, ""
    for point, each in found:
        parts = len(Path(point).parts)
        if parts >= best and folder.is_relative_to(point):
            best, kind = parts, each
    return kind


def _listing() -> str:
    command = ["/sbin/mount"]
    return subprocess.run(  # noqa: S603 - the system's own
        command, capture_output=True, text=True, timeout=_PATIENCE, check=True
    ).stdout
