"""One window to a desk: what holds it ends with its process."""

import shutil
from pathlib import Path

from tests.support.children import Child, needs_fork
from webcare_desk.instance import hold


@needs_fork
def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    child = Child(lambda: hold(tmp_path).handle)
    assert child.result().isdecimal()
    held = hold(tmp_path)
    assert Child(lambda: hold(tmp_path)).result().startswith("BusyError: This desk is open already")
    held.release()
    hold(tmp_path).release()
    shutil.rmtree(tmp_path)
