"""The n-th read, write or sync fails, for every n: nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.children import needs_fork
from tests.support.desks import Bench, log_in
from tests.support.nightly import rounds
from webcare_desk.domain.moderator import Role

ROOT = Path(__file__).resolve().parents[2]
#: In the gate every so many-th call, in the night every one.
STEP = rounds("IO_STEP", gate=11, nightly=1)

pytestmark = needs_fork


def failing(bench: Bench, recorder: Path, *words: str) -> list[dict[str, Any]]:
    """Let every n-th call fail; return how each child ended, the one without a fault first."""
    log_in(bench.desk, frozenset({Role.SUPERVISOR}))
    bench.desk.store.close()
    where = {"RECORD_DIR": f"{bench.folder}/", "RECORD_TO": os.devnull}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.faults.failing", str(bench.folder), *words],
        cwd=ROOT,
        env={**os.environ, **where, "LD_PRELOAD": str(recorder)},
        input=bench.signer.to_secret().reveal(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("fault", ["EIO once", "EIO for ever", "ENOSPC for ever", "killed"])
def test_whichever_call_fails_nothing_acknowledged_is_lost(
    bench: Bench, recorder: Path, fault: str
) -> None:
    whole, *tried = failing(bench, recorder, fault, str(STEP))
    assert whole["found"] == "whole"
    assert whole["calls"] > 100
    assert len(tried) == (whole["calls"] - 1) // STEP + 1
    assert {each["found"] for each in tried} == {"whole"}
    ends = {each["ended"] for each in tried}
    assert ends <= ({0, -9} if fault == "killed" else {0})
    assert any(each["told"] < whole["told"] for each in tried), "no fault was felt"


def test_a_desk_that_tells_before_it_knows_loses(bench: Bench, recorder: Path) -> None:
    """The twin: the measurement would see a loss."""
    _, *tried = failing(bench, recorder, "ENOSPC for ever", "11", "boasts")
    assert "lost" in {each["found"] for each in tried}
