"""Proving a backup: every page, every entry, the signed head, and each text and row by them."""

import contextlib
from pathlib import Path

from webcare_desk.backups.shelf import shelf_of
from webcare_desk.domain.backup import Backup
from webcare_desk.errors import CorruptFileError, StoreError
from webcare_desk.inspection import verify_copy
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.store.sqlite.connection import translated
from webcare_desk.store.sqlite.copying import head_of, looking, require_whole_copy
from webcare_desk.vault.registered import VERIFIER, key_in


def flaw_of(folder: Path, backup: Backup) -> str:
    """Return why the backup cannot be trusted, as a sentence, or nothing."""
    if backup.problem:
        return backup.problem
    place = shelf_of(folder) / backup.name
    try:
        require_whole_copy(place)
        return verify_copy(place, verifier_for(folder, place)).flaw or ""
    except StoreError as error:
        return reason_of(error)


def verifier_for(folder: Path, place: Path) -> str:
    """Return the public key of the backup's log: of the folder, else the one the backup names.

    After a fork the earlier keys stay in the folder. What the backup names
    itself proves no more than that it is whole: whoever forged it could name a
    key of his own. The supervisor has the key that was registered.
    """
    origin = head_of(place).note.partition("\n")[0]
    for key in keys_in(folder):
        with contextlib.suppress(StoreError):
            verifier = key_in(key)
            if verifier.startswith(f"{origin}+"):
                return verifier
    with translated(place), contextlib.closing(looking(place)) as copy:
        row = copy.execute("SELECT value FROM fact WHERE name = 'verifier'").fetchone()
    if row is None:
        msg = QT_TRANSLATE_NOOP("Said", "{place} does not name the key of its log.")
        raise CorruptFileError(Said.of(msg, place=place))
    return str(row[0])


def keys_in(folder: Path) -> list[Path]:
    """Return the files with the public keys of a desk's log, the one in force first."""
    return [folder / VERIFIER, *sorted(folder.glob("log-*.vkey"))]
