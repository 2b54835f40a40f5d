"""A desk whose n-th read, write or sync fails: `python -m tests.faults.failing FOLDER …`.

Loaded with the recorder. For each fault a forked child works on a copy of the
desk; what it was told is done, it tells at once. Then the copy is judged as
the next start finds it. One line of JSON for each child.
"""

import ctypes
import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.support.desks import ORIGIN, Bench, Clock, arrival, enter, escalate
from webcare_desk.actions import Ingest
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import WebcareError
from webcare_desk.store.sqlite import connection
from webcare_desk.store.sqlite.opening import DATABASE, open_store
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

ACTS = 3
_RECORDER = os.environ["LD_PRELOAD"]


class Fault(NamedTuple):
    """What goes wrong from the n-th call on: an error number, or 0 for a kill."""

    error: int
    for_ever: bool


FAULTS = {
    "EIO once": Fault(errno.EIO, for_ever=False),
    "EIO for ever": Fault(errno.EIO, for_ever=True),
    "ENOSPC for ever": Fault(errno.ENOSPC, for_ever=True),
    "killed": Fault(0, for_ever=False),
}


def work(bench: Bench, tell: Callable[[int], None], *, boasts: bool) -> None:
    """Take comments in and escalate them; go on after each error, as a person does.

    A desk that `boasts` tells before it knows.
    """
    desk = Desk(open_store(bench.folder, bench.signer, ORIGIN))
    anna = enter(desk, desk.read.moderators()[0].id, "anna", Role.SUPERVISOR)
    size = desk.read.log_size()
    for n in range(ACTS):
        with suppress(WebcareError):
            if boasts:
                tell(size + 3 * n + 1)
            (comment,) = desk.perform(Ingest(Name("village"), (arrival(n),)), system_actor()).added
            tell(desk.read.log_size())
            escalate(desk, comment, anna)
            tell(desk.read.log_size())


def in_child(bench: Bench, fault: Fault | None, n: int, *, boasts: bool) -> dict[str, object]:
    """Let a child work with a fault; return what it told, and how it ended."""
    library = ctypes.CDLL(_RECORDER)
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        try:
            library.fault(n, fault.error if fault else 0, fault.for_ever if fault else 0)
            with suppress(WebcareError):
                work(bench, lambda size: void(os.write(writes, b"%d\n" % size)), boasts=boasts)
            os.write(writes, b"calls %d\n" % library.io_calls())
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads) as told:
        lines = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    calls = [int(line.split()[1]) for line in lines if line.startswith("calls")]
    sizes = [int(line) for line in lines if line.isdecimal()]
    return {
        "ended": os.waitstatus_to_exitcode(status),
        "told": max(sizes, default=0),
        "calls": sum(calls),
    }


def void(_: object) -> None:
    """Return nothing."""


def judged(bench: Bench, told: int) -> str:
    """Open the desk as the next start does, and say whether it has what was told."""
    try:
        open_store(bench.folder, bench.signer, ORIGIN).close()
    except WebcareError as error:
        return f"closed: {error}"
    verdict = bench.verify(thorough=False)
    if not verdict.holds:
        return f"broken: {verdict.flaw}"
    return "lost" if verdict.size < told else "whole"


def tried(home: Path, signer: Signer, words: list[str]) -> Iterator[dict[str, object]]:
    """Yield how each child ended: without a fault first, then every `step`-th call."""
    name, step, way = words[0], int(words[1]), words[2:]
    connection._WAL_BYTES = 20_000
    last, n = 1, 0
    while n <= last:
        folder = home / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copyfile(home / DATABASE, folder / DATABASE)
        bench = Bench(None, folder, signer, Clock())  # type: ignore[arg-type]
        result = in_child(bench, FAULTS[name] if n else None, n, boasts="boasts" in way)
        last = last if n else int(str(result["calls"]))
        yield {"n": n, **result, "found": judged(bench, int(str(result["told"])))}
        n = n + step if n else 1


if __name__ == "__main__":
    key = Signer.from_secret(Secret(sys.stdin.read()))
    for line in tried(Path(sys.argv[1]), key, sys.argv[2:]):
        sys.stdout.write(json.dumps(line) + "\n")
