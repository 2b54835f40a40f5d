"""A power cut at any moment loses nothing that was acknowledged."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.faults.crashes import Crash, crashes, read_record
from tests.support.desks import Bench, log_in
from webcare_desk.domain.moderator import Role

ROOT = Path(__file__).resolve().parents[2]
STATES = 500
NORMAL, FULL = 1, 2


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


def work_recorded(bench: Bench, recorder: Path, synchronous: int) -> list[Crash]:
    """Let a desk work while its writes are recorded; return what power cuts would leave."""
    log_in(bench.desk, frozenset({Role.SUPERVISOR}))
    bench.desk.store.close()
    begin = {"desk.db": bench.database.read_bytes()}
    record = bench.folder.with_name(f"{bench.folder.name}-record")
    where = {"RECORD_DIR": f"{bench.folder}/", "RECORD_TO": str(record)}
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.faults.worker", str(bench.folder), str(synchronous)],
        cwd=ROOT,
        env={**os.environ, **where, "LD_PRELOAD": str(recorder)},
        input=bench.signer.to_secret().reveal(),
        text=True,
        check=True,
    )
    chance = Random(20260306)  # noqa: S311 - repeatable
    return list(crashes(read_record(record), begin, STATES, chance))


def judge(bench: Bench, crash: Crash, folder: Path) -> str:
    """Start on what the cut left, and say whether it is whole and has what was acknowledged."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in crash.files.items():
        (folder / name).write_bytes(content)
    verdict = replace(bench, folder=folder).verify(thorough=False)
    if not verdict.holds:
        return f"broken: {verdict.flaw}"
    return "lost" if verdict.size < crash.acknowledged else "whole"


def test_no_power_cut_loses_what_was_acknowledged(
    bench: Bench, recorder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut") / "desk"
    states = work_recorded(bench, recorder, FULL)
    found = Counter(judge(bench, crash, folder) for crash in states)
    assert found == {"whole": STATES}
    assert len({crash.acknowledged for crash in states}) > STATES / 10


def test_with_less_syncing_the_same_cuts_lose_something(
    bench: Bench, recorder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The twin: the measurement would see a loss."""
    folder = tmp_path_factory.mktemp("cut") / "desk"
    found = Counter(judge(bench, crash, folder) for crash in work_recorded(bench, recorder, NORMAL))
    assert found["lost"] > STATES / 10
    assert set(found) == {"whole", "lost"}
