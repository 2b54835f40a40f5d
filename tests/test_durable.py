"""On macOS a file is only on the disk once the drive was told so too."""

import errno
import sys
from pathlib import Path

import pytest

from webcare_desk import durable

fcntl = pytest.importorskip("fcntl")  # Windows has none
FULL = 51  # F_FULLFSYNC of <sys/fcntl.h> there


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Be macOS, and list what the drive is asked."""
    found: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", FULL, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, what: found.append(what))
    return found


def test_the_drive_empties_its_own_memory(tmp_path: Path, asked: list[int]) -> None:
    (tmp_path / "a").touch()
    durable.sync(tmp_path / "a")
    durable.sync(tmp_path)
    assert asked == [FULL, FULL]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("number", "told"), [(errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_drive_that_knows_no_such_request_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, told: bool
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    problem = None
    try:
        durable.sync(tmp_path)
    except OSError as error:
        problem = error.errno
    assert problem == (number if told else None)
