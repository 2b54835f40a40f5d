"""Putting a backup in place of the desk: nothing is deleted, and nothing leaves.

The backup is copied beside the desk and held there by an entry of the person
who asks; only then do the present files move into a dated folder and the copy
takes their place. Whatever cuts this off, the desk is the old one, the held
one, or missing with both beside it.
"""

import contextlib
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from webcare_desk import people
from webcare_desk.actions import RestoreBackup
from webcare_desk.app import App, open_app
from webcare_desk.backups.alone import require_alone
from webcare_desk.backups.keyring import PendingSecrets
from webcare_desk.backups.salvage import salvaged
from webcare_desk.backups.shelf import shelf_of
from webcare_desk.backups.since import Since, since_backup
from webcare_desk.backups.verify import flaw_of, keys_in, verifier_for
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.backup import Backup, stamp_of
from webcare_desk.domain.moderator import Actor, Right, Role, program_for, rights_of
from webcare_desk.durable import sync
from webcare_desk.errors import CorruptFileError, NeedsTwoError, StoreError, WebcareError
from webcare_desk.forks import Person, continue_after_fork
from webcare_desk.instance import hold
from webcare_desk.paths import RESTORING
from webcare_desk.protocol.versions import copy_versions
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import Settings
from webcare_desk.store.sqlite.connection import translated
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.vault.registered import key_in, write_key
from webcare_desk.vault.secret import Secret, Secrets

#: What belongs to the database and moves with it.
_FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who restores, as an account of the backup knows him or her.

    `more` is what the account asks for besides the password.
    """

    login: str
    password: Secret
    role: Role | None = None
    more: people.More = field(default_factory=people.More)


def lost_by(folder: Path, backup: Backup) -> Counter[str] | None:
    """Count the acts in the present desk that the backup does not have, by name.

    None where the present desk, its accounts and its holds cannot be read that far.
    """
    with contextlib.suppress(WebcareError, ValueError), salvaged(folder) as desk:
        desk.moderators(), desk.holds(is_open=True)
        lost: Counter[str] = Counter()
        after = backup.entries - 1
        while page := desk.entries_after(after, 500):
            lost.update(entry.action for entry in page)
            after = page[-1].seq
        return lost
    return None


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands for a restore; the second person only where the log goes on anew."""

    first: Credentials
    second: Credentials | None = None


def restore(folder: Path, secrets: Secrets, backup: Backup, by: Standing, at: int) -> Path:
    """Put `backup` in place of the desk in `folder`, by somebody who may.

    The restored desk is held: nothing is sent or read until that is confirmed. What was taken
    from people since, and held for the law, is so again, where the desk that was here can be read.
    Versions of the protocol that `folder` has lost come back with it.
    Where the keyring remembers a later log, or has erased the backup's key, it
    goes on under a new name and key, for which a second person stands too.
    `at` (UTC microseconds) names the folder to which the present files go, which is returned.
    Raises CorruptFileError for a backup that does not hold, LoginError and
    DeniedError for who may not, BusyError while a window or a command has the
    desk open; then desk and keyring are as they were.
    """
    flaw = flaw_of(folder, backup)
    if flaw:
        msg = QT_TRANSLATE_NOOP("Said", "The backup {name} is not put back: {flaw}")
        raise CorruptFileError(Said.of(msg, name=backup.name, flaw=flaw))
    held, pending = hold(folder), PendingSecrets(secrets)
    try:
        with _staged(folder, backup) as stage:
            _hold(folder, stage, pending, backup, by)
            copy_versions(shelf_of(folder), folder)
            pending.keep_keys()
            aside = _exchange(folder, stage, at)
        pending.settle()
    finally:
        held.release()
    return aside


@contextlib.contextmanager
def _staged(folder: Path, backup: Backup) -> Iterator[Path]:
    """Give a folder with a copy of the backup, beside the desk on the same disk."""
    stage, place = folder / RESTORING, shelf_of(folder) / backup.name
    shutil.rmtree(stage, ignore_errors=True)
    with translated(stage):
        # On Windows the probe of an earlier try stays while another program has the desk open.
        stage.mkdir(mode=0o700, exist_ok=not stage.is_symlink())
    try:
        with translated(stage):
            shutil.copyfile(place, stage / DATABASE)
            for key in keys_in(folder):
                name = _kept_name(key)
                if name is not None:
                    shutil.copyfile(key, stage / name)
            verifier = verifier_for(folder, place)
            write_key(stage, verifier)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _kept_name(key: Path) -> str | None:
    """Return the name under which an earlier public key stays; None for what is no key."""
    try:
        return f"log-{key_in(key).split('+', 2)[1]}.vkey"
    except StoreError:
        return None


def _hold(folder: Path, stage: Path, secrets: Secrets, backup: Backup, by: Standing) -> None:
    """Write the entry that holds the desk, in the name of who asks, and what follows it."""
    app, proven = _opened(stage, secrets, by)
    try:
        role = by.first.role or _role_of(app, by.first.login)
        more = replace(by.first.more, secrets=secrets)
        actor = people.log_in(app.desk, by.first.login, by.first.password, role, more=more)
        try:
            _record(app, actor, backup, since_backup(folder, app.desk.store, proven))
        finally:
            people.log_out(app.desk, actor)
    finally:
        app.close()


def _opened(stage: Path, secrets: Secrets, by: Standing) -> tuple[App, frozenset[str]]:
    """Open the copy; where its log is not the one the keyring knows, let it go on anew.

    Return the ids of those whose passwords it takes, too.
    """
    app = open_app(stage, secrets, Settings())
    if not app.read_only:
        return app, _ids(app, by.first)
    if by.second is None:
        with contextlib.closing(app):  # who is not who she says learns nothing more
            more = replace(by.first.more, secrets=secrets)
            first = by.first.login, by.first.password, more
            people.recognise(app.desk, *first, despite_loss=True)
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The log of this backup goes on under a new name: a second person must stand for it.",
        )
        raise NeedsTwoError(Said.of(msg))
    try:
        persons = (Person(each.login, each.password, each.more) for each in (by.first, by.second))
        continue_after_fork(app, *persons)
    finally:
        app.close()
    app = open_app(stage, secrets, Settings())
    return app, _ids(app, by.first, by.second)


def _ids(app: App, *persons: Credentials) -> frozenset[str]:
    accounts = (app.desk.read.account(each.login) for each in persons)
    return frozenset(each.moderator.id for each in accounts if each is not None)


def _role_of(app: App, login: str) -> Role | None:
    """Return the account's role that may restore, if it has one."""
    account = app.desk.read.account(login)
    roles = frozenset[Role]() if account is None else account.moderator.roles
    return next((role for role in sorted(roles) if Right.RESTORE in rights_of(role)), None)


def _record(app: App, actor: Actor, backup: Backup, since: Since | None) -> None:
    """Hold the desk; then the program does again what was done since, as far as that is known."""
    lost, again = (None, None) if since is None else (since.lost, len(since.again))
    root = Digest(backup.root)
    app.desk.perform(RestoreBackup(backup.made_at, backup.entries, root, lost, again), actor)
    for act in () if since is None else since.again:
        app.desk.perform(act, program_for(actor))


def _exchange(folder: Path, stage: Path, at: int) -> Path:
    """Move the present files aside and the held copy into their place, or leave all as it was."""
    aside = folder / f"replaced-{stamp_of(at)}"
    with translated(folder), contextlib.ExitStack() as back:
        sync(stage / DATABASE)
        require_alone(folder / DATABASE, stage / "alone.db")
        aside.mkdir(mode=0o700)
        for name in _FILES:
            _move_aside(folder / name, aside, back)
        sync(aside)
        _exchange_keys(folder, stage, aside, back)
        (stage / DATABASE).rename(folder / DATABASE)
        back.pop_all()
        sync(folder)
    return aside


def _exchange_keys(folder: Path, stage: Path, aside: Path, back: contextlib.ExitStack) -> None:
    """Put the public keys in place; one that differs from what stood there goes aside.

    An earlier key lies in both folders, and Windows renames nothing onto what is there.
    """
    for key in keys_in(stage):
        present = folder / key.name
        if present.exists() and present.read_bytes() != key.read_bytes():
            _move_aside(present, aside, back)
        key.replace(present)
        sync(present)


def _move_aside(present: Path, aside: Path, back: contextlib.ExitStack) -> None:
    """Move a file, if it is there; `back` brings it back where a later step fails."""
    if present.exists():
        present.rename(aside / present.name)
        back.callback((aside / present.name).replace, present)
