"""Reading what can be read of a desk that does not open, without touching its files."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.app import App
from webcare_desk.desk import Desk
from webcare_desk.domain.epoch import Epoch
from webcare_desk.errors import SecretError, StoreError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import Settings, read_settings
from webcare_desk.store.sqlite.connection import translated
from webcare_desk.store.sqlite.log import HeadSigner
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.store import SqliteStore
from webcare_desk.vault.high_water import HighWater
from webcare_desk.vault.log_keys import LogKeys
from webcare_desk.vault.secret import Secrets
from webcare_desk.working import sweep, work_folder


@contextlib.contextmanager
def salvaged_app(folder: Path, secrets: Secrets, problem: str) -> Iterator[App]:
    """Give the desk over a copy of what is left of it: to read, and for nothing else.

    `problem` is the sentence why. Settings that cannot be read are the defaults.
    """
    settings = Settings()
    with contextlib.suppress(UsageError):
        settings = read_settings(folder)
    with salvaged(folder, problem) as store:
        verifier = store.fact("verifier") or ""
        origin = verifier.split("+", 1)[0]
        keys = LogKeys(secrets, origin)
        keys.refuse(problem)
        water = HighWater(secrets, origin)
        yield App(folder, Desk(store), settings, secrets, verifier, keys, water, problem)


@dataclass(frozen=True, slots=True)
class _NoKeys:
    """Gives no key: a salvaged desk is only read, for the `problem` that it has."""

    problem: str

    def signer_of(self, epoch: Epoch) -> HeadSigner:
        """Refuse."""
        del epoch
        msg = QT_TRANSLATE_NOOP("Said", "This copy of the desk is only for reading.")
        raise SecretError(self.problem or Said.of(msg))


@contextlib.contextmanager
def salvaged(folder: Path, problem: str = "") -> Iterator[SqliteStore]:
    """Give a store over a private copy of the desk's database and its write-ahead log.

    The files themselves stay as they are: opening them could already change
    them. The copy is gone afterwards. Any read may raise StoreError.
    """
    database = folder / DATABASE
    with contextlib.suppress(StoreError):
        sweep(folder)
    parts = [database, folder / f"{DATABASE}-wal"]
    with work_folder(folder, *parts) as place:
        with translated(database):
            if not database.exists():
                msg = QT_TRANSLATE_NOOP("Said", "The database of the desk in {folder} is missing.")
                raise StoreError(Said.of(msg, folder=folder))
            for part in (each for each in parts if each.exists()):
                shutil.copyfile(part, place / part.name)
        store = SqliteStore(place / DATABASE, _NoKeys(problem), "")
        try:
            yield store
        finally:
            store.close()
