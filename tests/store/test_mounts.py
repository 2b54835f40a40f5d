"""A desk on a network file system is refused by its name."""

from pathlib import Path

import pytest

from tests.support.desks import ORIGIN, Bench
from webcare_desk.errors import NetworkFolderError
from webcare_desk.store import mounts
from webcare_desk.store.mounts import NETWORK, kind_of, refuse_network
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
