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
from tests.support.nightly import rounds
from webcare_desk.domain.moderator import Role

ROOT = Path(__file__).resolve().parents[2]
STATES = rounds("POWER_CUTS", gate=500, nightly=10_000)
#: The twins need no more than shows that a loss would be seen.
TWIN_STATES = 500
SETTING = "journal_mode=wal,synchronous=2"


def work_recorded(bench: Bench, recorder: Path, setting: str, states: int) -> list[Crash]:
    """Let a desk work while its writes are recorded; return what power cuts would leave."""
    log_in(bench.desk, frozenset({Role.SUPERVISOR}))
    bench.desk.store.close()
    begin = {"desk.db": bench.database.read_bytes()}
    record = bench.folder.with_name(f"{bench.folder.name}-record")
    where = {"RECORD_DIR": f"{bench.folder}/", "RECORD_TO": str(record)}
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.faults.worker", str(bench.folder), setting],
        cwd=ROOT,
        env={**os.environ, **where, "LD_PRELOAD": str(recorder)},
        input=bench.signer.to_secret().reveal(),
        text=True,
        check=True,
    )
    chance = Random(20260306)  # noqa: S311 - repeatable
    return list(crashes(read_record(record), begin, states, chance))


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
    states = work_recorded(bench, recorder, SETTING, STATES)
    found = Counter(judge(bench, crash, folder) for crash in states)
    assert found == {"whole": STATES}
    assert len({crash.acknowledged for crash in states}) > min(STATES, 500) / 10


@pytest.mark.parametrize(
    "setting",
    [
        "journal_mode=wal,synchronous=1",
        "journal_mode=delete,synchronous=2",
        "journal_mode=delete,synchronous=1",
    ],
)
def test_set_otherwise_the_same_cuts_lose_something(
    bench: Bench, recorder: Path, tmp_path_factory: pytest.TempPathFactory, setting: str
) -> None:
    """The twins: the measurement would see a loss, also with what Python sets by itself."""
    folder = tmp_path_factory.mktemp("cut") / "desk"
    states = work_recorded(bench, recorder, setting, TWIN_STATES)
    found = Counter(judge(bench, crash, folder) for crash in states)
    assert found["lost"] > 0
    assert found["whole"] > 0
