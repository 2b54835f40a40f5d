"""A mail in the folder is whole or not there, and never another one."""

import errno
import os
import stat
from collections import deque
from pathlib import Path

import pytest

from tests.connectors.test_courier import KEY, frozen
from tests.jobs.test_forward import Post
from webcare_desk.connectors.courier_both import CopyingCourier
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.domain.reply import NO_COPY, Receipt
from webcare_desk.errors import (
    DuplicateError,
    ForbiddenError,
    MalformedError,
    UnavailableError,
    UsageError,
    WebcareError,
)


@pytest.mark.requirement("P17")
def test_a_mail_becomes_one_file_also_when_it_is_sent_again(tmp_path: Path) -> None:
    courier = FolderCourier(tmp_path)
    path = tmp_path / f"{KEY}.eml"
    first = courier.send(frozen(), key=KEY)
    changed = path.stat().st_mtime_ns
    receipt = Receipt(path.name, path.as_uri(), to=str(tmp_path))
    assert courier.send(frozen(), key=KEY) == first == receipt
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == frozen()
    assert path.stat().st_mtime_ns == changed


def test_another_mail_of_the_same_name_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / f"{KEY}.eml"
    path.write_bytes(b"another")
    with pytest.raises(DuplicateError, match="another mail"):
        FolderCourier(tmp_path).send(frozen(), key=KEY)
    assert path.read_bytes() == b"another"


@pytest.mark.parametrize(
    ("raised", "known"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), UnavailableError),
        (OSError(errno.EIO, "Input/output error"), UnavailableError),
        (PermissionError(errno.EACCES, "Permission denied"), ForbiddenError),
    ],
)
def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: OSError, known: type[Exception]
) -> None:
    def fail(_number: int) -> None:
        raise raised

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(known):
        FolderCourier(tmp_path).send(frozen(), key=KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_or_a_sentence_says_why_not(tmp_path: Path) -> None:
    FolderCourier(tmp_path / "a" / "b", makes=True).send(frozen(), key=KEY)
    assert (tmp_path / "a" / "b" / f"{KEY}.eml").exists()
    (tmp_path / "file").write_text("in its place", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "in"):
        with pytest.raises(UsageError, match="cannot be made"):
            FolderCourier(folder, makes=True).send(frozen(), key=KEY)
        with pytest.raises(UsageError, match="cannot be made"):
            FolderCourier(folder, makes=True).check()


POSIX = pytest.mark.skipif(os.name != "posix", reason="rights of another kind")


@POSIX
@pytest.mark.parametrize(("folder", "file"), [(0o2777, 0o660), (0o750, 0o640), (0o700, 0o600)])
def test_the_group_of_the_folder_reads_the_mail_and_nobody_else(
    tmp_path: Path, folder: int, file: int
) -> None:
    tmp_path.chmod(folder)
    FolderCourier(tmp_path).send(frozen(), key=KEY)
    path = tmp_path / f"{KEY}.eml"
    assert stat.S_IMODE(path.stat().st_mode) == file
    assert path.stat().st_gid == tmp_path.stat().st_gid


@POSIX
def test_a_mail_that_cannot_be_given_to_that_group_is_written_and_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    tmp_path.chmod(0o770)
    monkeypatch.setattr(os, "chown", fail)
    FolderCourier(tmp_path).send(frozen(), key=KEY)
    assert stat.S_IMODE((tmp_path / f"{KEY}.eml").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "error", [UsageError("the folder"), UnavailableError("the disk"), ForbiddenError("the right")]
)
def test_a_copy_that_cannot_be_saved_keeps_no_mail_back_and_is_told(
    tmp_path: Path, error: WebcareError
) -> None:
    copies, way = Post(deque([(error, False)])), FolderCourier(tmp_path)
    receipt = CopyingCourier(copies, way).send(frozen(), key=KEY)
    uri = (tmp_path / f"{KEY}.eml").as_uri()
    assert receipt == Receipt(f"{KEY}.eml", uri, NO_COPY, str(tmp_path))
    assert CopyingCourier(copies, way).send(frozen(), key=KEY).problem is None
    assert copies.arrived == [frozen()]


def test_file_and_folder_are_forced_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def record(number: int) -> None:
        synced.append(number)
        real(number)

    monkeypatch.setattr(os, "fsync", record)
    FolderCourier(tmp_path).send(frozen(), key=KEY)
    assert len(synced) == (1 if os.name == "nt" else 2)


def test_a_mail_with_a_foreign_header_is_not_written(tmp_path: Path) -> None:
    evil = frozen().replace(b"\r\nTo: ", b"\r\nBcc: e@x.example\r\nTo: ", 1)
    with pytest.raises(MalformedError):
        FolderCourier(tmp_path).send(evil, key=KEY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["", "../evil", "a/b", "a\\b", ".hidden", "a:b"])
def test_a_key_cannot_lead_out_of_the_folder(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="not the key"):
        FolderCourier(tmp_path).send(frozen(), key=key)
