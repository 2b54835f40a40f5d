"""A desk for each test, and the recorder of writes; afterwards its log must verify."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fixtures import anna, bench, desk, lived, people, pristine, victim

__all__ = ["anna", "bench", "desk", "lived", "people", "pristine", "victim"]


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the recorder of writes, where there is a compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("recording writes needs a C compiler on Linux")
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603 - the compiler that was found
    return library
