"""Desks to measure on, made once and kept in a folder that git ignores."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.generator import comments, triaged
from benchmarks.person import LOGIN, ORIGIN
from webcare_desk.actions import AddFirstAdministrator, Ingest, MakeDesk
from webcare_desk.actions.arrive import BATCH
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.store.sqlite.opening import create_store, open_store
from webcare_desk.store.sqlite.store import SqliteStore
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

RESULTS = Path(__file__).parent / "results"
_KEY = "signing-key"


def new_desk(folder: Path) -> Desk:
    """Return a new desk in `folder`, empty but for its first entry."""
    signer = Signer.generate(ORIGIN)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _KEY).write_text(signer.to_secret().reveal(), encoding="ascii")
    (folder / "log.vkey").write_text(signer.verifier, encoding="ascii")
    desk = Desk(create_store(folder, signer, ORIGIN))
    desk.perform(MakeDesk(ORIGIN, signer.verifier, is_demo=True), system_actor())
    return desk


def filled_desk(count: int) -> Path:
    """Return the folder of a desk with `count` comments; made when it is missing."""
    folder = RESULTS / f"desk-{count}"
    if (folder / "whole").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    desk = new_desk(folder)
    for batch in batches(map(triaged, comments(count))):
        desk.perform(Ingest(Name("benchmark"), batch), system_actor())
    add_person(desk)
    desk.store.close()
    (folder / "whole").touch()
    return folder


def batches(arrivals: Iterator[Arrival]) -> Iterator[tuple[Arrival, ...]]:
    """Yield arrivals by the batch."""
    while batch := tuple(islice(arrivals, BATCH)):
        yield batch


def add_person(desk: Desk) -> None:
    """Add the one account of the benchmarks; it has no password that opens it."""
    roles = frozenset({Role.MODERATOR, Role.SUPERVISOR})
    desk.perform(AddFirstAdministrator(LOGIN, "Bench", "no password", roles), system_actor())


def opened(folder: Path) -> SqliteStore:
    """Return the store of a desk that was made here."""
    signer = Signer.from_secret(Secret((folder / _KEY).read_text(encoding="ascii")))
    return open_store(folder, signer, ORIGIN)
