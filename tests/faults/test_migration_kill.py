"""A migration killed at any write opens in the old or the new version, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils.migrations import Migrations

from tests.support.children import needs_fork
from tests.support.desks import ORIGIN, Bench, Clock
from tests.support.nightly import rounds
from webcare_desk.actions import MakeDesk
from webcare_desk.desk import Desk
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.moderator import system_actor
from webcare_desk.store.sqlite import migrations as migrating
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite import store as storing
from webcare_desk.store.sqlite.connection import SET_NAME
from webcare_desk.store.sqlite.migrations.desk import desk as first_migration
from webcare_desk.store.sqlite.opening import MIGRATIONS, create_store
from webcare_desk.vault.signing import Signer

ROOT = Path(__file__).resolve().parents[2]
STEP = rounds("MIGRATION_STEP", gate=19, nightly=1)

pytestmark = needs_fork


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Make a desk as the first version of the program made it, and close it."""

    def only_the_first() -> Migrations:
        steps = Migrations(SET_NAME)
        steps(name=MIGRATIONS[0])(first_migration)
        return steps

    signer, clock = Signer.generate(ORIGIN), Clock()
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "migrations", only_the_first)
        patch.setattr(opening, "MIGRATIONS", MIGRATIONS[:1])
        patch.setattr(storing, "read_epoch", lambda _: Epoch())  # it knew one key alone
        made = Bench(Desk(create_store(tmp_path, signer, ORIGIN), clock), tmp_path, signer, clock)
        first = MakeDesk(ORIGIN, signer.verifier, is_demo=False)
        made.desk.perform(first, system_actor())
        made.desk.store.close()
    return made


def killed(old: Bench, recorder: Path, *words: str) -> list[dict[str, Any]]:
    """Let a migration be killed at every so-many-th call; return how each ended."""
    where = {"RECORD_DIR": f"{old.folder}/", "RECORD_TO": os.devnull}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tests.faults.migrating", str(old.folder), *words],
        cwd=ROOT,
        env={**os.environ, **where, "LD_PRELOAD": str(recorder)},
        input=old.signer.to_secret().reveal(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_migration_killed_anywhere_leaves_a_whole_desk(old: Bench, recorder: Path) -> None:
    whole, *tried = killed(old, recorder, str(STEP))
    assert whole["found"] == "whole"
    assert len(tried) == (int(whole["ended"]) - 1) // STEP + 1
    assert {each["ended"] for each in tried} == {"died: -9"}
    assert {each["found"] for each in tried} == {"whole"}


def test_without_a_transaction_the_same_kills_break_it(old: Bench, recorder: Path) -> None:
    """The twin: half a migration would be seen."""
    _, *tried = killed(old, recorder, "151", "bare")
    assert {each["found"] for each in tried} != {"whole"}
