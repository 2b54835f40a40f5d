"""Proving a backup: every page, every entry, the signed head."""

from pathlib import Path

from webcare_desk.app import read_verifier
from webcare_desk.backups.shelf import shelf_of
from webcare_desk.domain.backup import Backup
from webcare_desk.errors import StoreError
from webcare_desk.inspection import verify_copy
from webcare_desk.store.sqlite.copying import require_whole_copy


def flaw_of(folder: Path, backup: Backup) -> str:
    """Return why the backup cannot be trusted, as a sentence, or nothing."""
    if backup.problem:
        return backup.problem
    place = shelf_of(folder) / backup.name
    try:
        require_whole_copy(place)
    except StoreError as error:
        return str(error)
    return verify_copy(place, read_verifier(folder)).flaw or ""
