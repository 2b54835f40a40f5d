"""A migration that is killed at its n-th call: `python -m tests.faults.migrating FOLDER STEP [bare]`.

Loaded with the recorder. `bare` runs each migration outside a transaction, as
a program does that trusts in luck. One line of JSON for each child.
"""

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sqlite_utils.migrations import Migrations

from tests.support.children import in_child
from tests.support.desks import ORIGIN, Bench, Clock
from webcare_desk.errors import WebcareError
from webcare_desk.store.sqlite import migrations as migrating
from webcare_desk.store.sqlite.opening import DATABASE, open_store
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer


def bare() -> Migrations:
    """Return the migrations with nothing to hold them together."""
    steps = real()
    for step in steps._migrations:
        step.transactional = False
    return steps


real = migrating.migrations


def judged(bench: Bench) -> str:
    """Open the desk as the next start does, and say whether it is a whole one of this version."""
    try:
        store = open_store(bench.folder, bench.signer, ORIGIN)
    except WebcareError as error:
        return f"closed: {error}"
    size = store.log_size()
    store.close()
    verdict = bench.verify()
    return str(verdict.flaw) if not verdict.holds else "whole" if size else "lost"


def migrated(home: Path, signer: Signer, step: int) -> Iterator[dict[str, object]]:
    """Yield how each child ended: without a fault first, then killed at every `step`-th call."""
    library = ctypes.CDLL(os.environ["LD_PRELOAD"])
    n, last = 0, 1
    while n <= last:
        folder = home / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copyfile(home / DATABASE, folder / DATABASE)

        def migrate(folder: Path = folder, n: int = n) -> int:
            library.fault(n, 0, 0)
            with suppress(WebcareError):
                open_store(folder, signer, ORIGIN)
            calls: int = library.io_calls()
            return calls

        ended = in_child(migrate)
        last = last if n else int(ended)
        bench = Bench(None, folder, signer, Clock())  # type: ignore[arg-type]
        yield {"n": n, "ended": ended, "found": judged(bench)}
        n = n + step if n else 1


if __name__ == "__main__":
    if sys.argv[3:] == ["bare"]:
        migrating.migrations = bare
    key = Signer.from_secret(Secret(sys.stdin.read()))
    for line in migrated(Path(sys.argv[1]), key, int(sys.argv[2])):
        sys.stdout.write(json.dumps(line) + "\n")
