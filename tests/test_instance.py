"""One window to a desk: what holds it ends with its process."""

import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.children import Child, needs_fork
from webcare_desk.instance import FILE, hold, holder


@needs_fork
def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    child = Child(lambda: hold(tmp_path).handle)
    assert child.result().isdecimal()
    held = hold(tmp_path)
    assert Child(lambda: hold(tmp_path)).result().startswith("BusyError: This desk is open already")
    held.release()
    hold(tmp_path).release()
    shutil.rmtree(tmp_path)


def test_on_windows_no_byte_of_the_number_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There nobody else reads a byte that is locked, and a window would be of nobody."""
    locked: list[int] = []

    def locking(handle: int, _mode: int, _count: int) -> None:
        locked.append(os.lseek(handle, 0, os.SEEK_CUR))

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))
    monkeypatch.setattr(sys, "platform", "win32")
    held = hold(tmp_path)
    assert holder(tmp_path) == str(os.getpid())
    assert locked[0] > (tmp_path / FILE).stat().st_size
    held.release()
