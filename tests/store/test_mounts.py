"""A desk on a network file system is refused by its name."""

import sys
from pathlib import Path, PureWindowsPath

import pytest

from tests.support.desks import ORIGIN, Bench
from webcare_desk.errors import NetworkFolderError
from webcare_desk.store import mounts
from webcare_desk.store.mounts import NETWORK, kind_here, kind_of, kind_on_windows, refuse_network
from webcare_desk.store.sqlite.opening import create_store, open_store

LINES = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home rw,nosuid shared:2 master:1 - nfs4 server:/home rw
41 40 0:36 / /home/anna\\040b/local rw - xfs /dev/vdb rw
42 22 0:37 / /mnt/share rw - cifs //server/share rw
a line that is none
43 22 0:38 /
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/desk", "ext4"),
        ("/home/desk", "nfs4"),
        ("/home/anna b/local/desk", "xfs"),
        ("/homes", "ext4"),
        ("/mnt/share", "cifs"),
    ],
)
def test_the_nearest_mount_says_the_kind(folder: str, kind: str) -> None:
    assert kind_of(Path(folder), LINES) == kind


def test_without_a_line_the_kind_is_not_known() -> None:
    assert kind_of(Path("/srv"), "") == ""


@pytest.mark.parametrize("kind", sorted(NETWORK))
def test_a_network_file_system_is_refused_by_name(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"1 0 0:1 / / rw - {kind} server:/ rw\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(mounts, "_MOUNTS", table)
        with pytest.raises(NetworkFolderError, match=rf"network file system \({kind}\)"):
            open_store(bench.folder, bench.signer, ORIGIN)
        with pytest.raises(NetworkFolderError):
            create_store(tmp_path / "new", bench.signer, ORIGIN)


def test_this_machine_s_own_disk_is_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin; where no table of mounts can be read, nothing is refused either."""
    refuse_network(tmp_path)
    monkeypatch.setattr(mounts, "_MOUNTS", tmp_path / "none")
    refuse_network(tmp_path)


LISTING = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//ada@nas._smb._tcp.local/Team on /Volumes/Team (desks) (smbfs, nodev, nosuid, mounted by ada)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/Users/ada/desk", "apfs"), ("/Volumes/Team (desks)/desk", "smbfs"), ("/Volumes/x", "apfs")],
)
def test_what_mount_says_on_macos_tells_the_kind(
    monkeypatch: pytest.MonkeyPatch, folder: str, kind: str
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(mounts, "_listing", lambda: LISTING)
    assert kind_here(Path(folder)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        (r"C:\desk", "local"),
        (r"\\?\C:\desk", "local"),
        (r"Z:\desk", "smb"),
        (r"\\nas\team\desk", "smb"),
        (r"\\?\UNC\nas\team\desk", "smb"),
    ],
)
def test_a_share_of_windows_is_told_by_its_name_or_by_its_letter(folder: str, kind: str) -> None:
    found = kind_on_windows(PureWindowsPath(folder), lambda root: 4 if root == "Z:\\" else 3)
    assert found == kind
    assert (kind in NETWORK) is (kind == "smb")
