"""The composition root: where a desk's parts are put together, and nowhere else."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from threading import RLock
from typing import TYPE_CHECKING

from webcare_desk.clock import now
from webcare_desk.configured import record_settings
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import (
    DiskFullError,
    ForeignFileError,
    ReadOnlyError,
    SecretError,
    StoreError,
)
from webcare_desk.paths import BACKUPS, resources_dir
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import CourierKind, Settings, read_settings
from webcare_desk.store.room import Limits, Room
from webcare_desk.store.sqlite.opening import DATABASE, DRAFT, create_store, open_store
from webcare_desk.vault import registered

if TYPE_CHECKING:  # the window shows its list before it needs any of these
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from webcare_desk.connectors.base import Connector
    from webcare_desk.connectors.courier import Courier
    from webcare_desk.domain.escalation import EscalationPlan
    from webcare_desk.protocol.model import Protocol
    from webcare_desk.rulebook import Change, InForce
    from webcare_desk.screening.assess import Assessor
    from webcare_desk.screening.lexicon import Lexicon
    from webcare_desk.sources import AnchorWays
    from webcare_desk.triage import Triager
    from webcare_desk.vault.high_water import HighWater
    from webcare_desk.vault.log_keys import LogKeys
    from webcare_desk.vault.secret import Secret, Secrets
    from webcare_desk.vault.signing import Signer

__all__ = ("SMTP_PASSWORD", "App", "has_desk", "make_desk", "open_anew", "open_app")
SMTP_PASSWORD = "smtp"  # noqa: S105 - the name of a secret, not the secret


@dataclass(frozen=True)
class App:
    """An open desk with everything it needs; close it when done.

    What takes time to load is made when first asked for. `read_only` is the sentence why nothing
    can be changed here, or empty. Whoever changes what the desk works by holds `changing`.
    """

    folder: Path
    desk: Desk
    settings: Settings
    secrets: Secrets
    verifier: str
    keys: LogKeys
    water: HighWater
    read_only: str = ""
    changing: RLock = field(default_factory=RLock, repr=False, compare=False)

    @property
    def is_demo(self) -> bool:
        """Say whether this desk was made for the demo."""
        return self.desk.read.fact("demo") == "yes"

    @cached_property
    def in_force(self) -> InForce:
        """The protocol the desk works by, and the problems of a newer one."""
        from webcare_desk.admission import gate_of
        from webcare_desk.rulebook import load_in_force  # loads YAML, pydantic

        root, pack = self.protocols, self.settings.pack
        gate = gate_of(self.desk, root, pack, lambda: self.screens)
        return load_in_force(root, pack, self.folder, gate)

    @property
    def protocol(self) -> Protocol:
        """The protocol the desk works by."""
        return self.in_force.protocol

    @property
    def protocols(self) -> Path:
        """The folder of the packs."""
        from webcare_desk.protocol.versions import packs_of

        return packs_of(self.folder, self.settings.protocols)

    def reload_protocol(self, settings: Settings | None = None) -> None:
        """Load what is in force anew, by other `settings`; whoever asks meanwhile gets what was."""
        with self.changing:
            fresh = replace(self, settings=settings or self.settings)
            made = {"in_force": fresh.in_force, "screens": fresh.screens, "triage": fresh.triage}
            vars(self).update(made, settings=fresh.settings)

    @cached_property
    def screens(self) -> tuple[Lexicon, Assessor]:
        """The lexicons that ship, and the model beside them with what the desk learnt."""
        from webcare_desk.jobs.learn import with_correction  # loads YAML
        from webcare_desk.screening.lines import load_both

        lexicon, assessor = load_both(resources_dir())
        return lexicon, with_correction(assessor, self.desk.read)

    @cached_property
    def triage(self) -> Triager:
        """Screening and protocol, prepared."""
        from webcare_desk.triage import prepare_triage

        return prepare_triage(self.protocol, *self.screens)

    @cached_property
    def connectors(self) -> Mapping[str, Connector]:
        """One connector for each source of the settings, by name."""
        from webcare_desk.sources import connectors_of  # loads requests

        return connectors_of(self.settings, self.folder, self.secret)

    @cached_property
    def courier(self) -> Courier | None:
        """The way to PV, or None while none is set."""
        from webcare_desk.sources import courier_of, network_of, secret_name  # loads smtplib

        settings = self.settings.courier
        if settings.kind is CourierKind.NONE:
            return None
        network = network_of(self.settings, self.folder)
        return courier_of(settings, self.folder, self.secret(secret_name(settings)), network)

    @cached_property
    def anchor_ways(self) -> AnchorWays:
        """Who else can be given heads of the log, as far as the settings say."""
        from webcare_desk.sources import anchor_ways_of  # loads smtplib

        return anchor_ways_of(self.settings, self.folder, self.secret(SMTP_PASSWORD))

    @property
    def plans(self) -> Mapping[str, EscalationPlan]:
        """The escalation plans of the protocol."""
        return self.protocol.plans

    def put_protocol_in_force(self, change: Change | None = None) -> None:
        """Record a protocol that is new to this desk, or a `change` that a person asks for; keep a copy."""
        from webcare_desk.actions import PutProtocolInForce
        from webcare_desk.protocol.versions import archive, write_contents
        from webcare_desk.rulebook import keep  # loads YAML, pydantic

        write_contents(self.folder)
        change = change or self.in_force.change
        if change is None or self.desk.read.fact("protocol") == change.protocol.digest:
            return
        digest = Digest(change.protocol.digest)
        keep(self.protocols, self.folder)
        self.desk.perform(PutProtocolInForce(change.name, digest, change.rules_off), system_actor())
        archive(self.protocols, self.folder, digest)

    def keep_mark(self) -> None:
        """Remember in the keyring how far the log has come; raises SecretError."""
        if not self.read_only:
            self.water.keep(self.desk.read.mark())

    def keep_log(self) -> None:
        """Do what keeps the log provable: a new key when it is time, and the mark."""
        self.rotate_key_when_due()
        self.keep_mark()

    def rotate_key_when_due(self) -> None:
        """Give the log a new key on another day, or when another person logged in."""
        from webcare_desk.epochs import rotate_when_due

        if not self.read_only:
            rotate_when_due(self.desk, self.keys)

    def close(self) -> None:
        """Close the database, and remember how far its log has come."""
        # A mark that cannot be kept now is the mark of a minute ago.
        with contextlib.suppress(SecretError, StoreError):
            self.keep_mark()
        self.desk.store.close()

    def secret(self, name: str) -> Callable[[], Secret]:
        """Return how to get a secret at the moment it is needed; that raises SecretError."""

        def ask() -> Secret:
            found = self.secrets.get(registered.own_name(self.verifier, name))
            if found is None:
                msg = QT_TRANSLATE_NOOP(
                    "Said",
                    "This desk has no secret “{name}”: set it with `webcare-desk secret set`.",
                )
                raise SecretError(Said.of(msg, name=name))
            return found

        return ask


def make_desk(folder: Path, secrets: Secrets, *, is_demo: bool = False) -> None:
    """Make a new desk in `folder`: its database, its key, its first entry."""
    from webcare_desk.actions import MakeDesk
    from webcare_desk.vault.log_keys import LogKeys  # loads cryptography
    from webcare_desk.vault.signing import Signer

    origin = f"webcare-desk/{new_uid(now())}"
    secrets.get(origin)  # without a keyring no folder is left behind
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(13, "no permission to write")
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The folder {folder} cannot be used for a desk: {reason}.")
        raise ReadOnlyError(Said.of(msg, folder=folder, reason=error.strerror)) from error
    if has_desk(folder):
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is a desk in {folder} already; it was left as it is."
        )
        raise ForeignFileError(Said.of(msg, folder=folder))
    signer = Signer.generate(origin)
    secrets.put(LogKeys(secrets, origin).name_of(Epoch()), signer.to_secret())
    register = partial(registered.write_key, folder, signer.verifier)
    with contextlib.closing(create_store(folder, signer, origin, register)) as store:
        Desk(store).perform(MakeDesk(origin, signer.verifier, is_demo), system_actor())


def has_desk(folder: Path) -> bool:
    """Say whether there is a desk in `folder`."""
    return (folder / DATABASE).exists() or bool(remains(folder))


def remains(folder: Path) -> list[str]:
    """Return what is left of a desk whose database is missing: its key, its writes, its backups."""
    if (folder / DATABASE).exists():
        return []
    # A key beside a draft is of a desk that was never made.
    kept = (f"{DATABASE}-wal", *(() if (folder / DRAFT).exists() else (registered.VERIFIER,)))
    left = [name for name in kept if (folder / name).exists() and (folder / name).stat().st_size]
    newest = sorted(folder.glob(f"{BACKUPS}/*.db"))[-1:]
    return left + [f"{BACKUPS}/{each.name}" for each in newest]


def open_app(folder: Path, secrets: Secrets, settings: Settings | None = None) -> App:
    """Open the desk in `folder`; without its key it can be read but not changed."""
    from webcare_desk.epochs import why_only_read
    from webcare_desk.vault.high_water import HighWater
    from webcare_desk.vault.log_keys import LogKeys  # loads cryptography

    verifier = registered.read_verifier(folder)
    origin = verifier.split("+", 1)[0]
    chosen = settings or read_settings(folder)
    keys = LogKeys(secrets, origin)
    room = Room(folder, limits_of(chosen))
    try:
        store = open_store(folder, keys, origin)
    except DiskFullError:
        if not room.give_up():
            raise
        store = open_store(folder, keys, origin)
    with contextlib.ExitStack() as failed:  # a desk that stays open here cannot be put back
        failed.callback(store.close)
        if registered.finish_registration(folder, secrets, store.fact("verifier")):
            return open_app(folder, secrets, settings)
        water = HighWater(secrets, origin)
        reason = why_only_read(store, keys, water)
        app = App(folder, Desk(store, room=room), chosen, secrets, verifier, keys, water, reason)
        if not reason and store.log_size() == 0:  # making it was cut off before its first entry
            from webcare_desk.actions import MakeDesk

            app.desk.perform(MakeDesk(origin, verifier, is_demo=False), system_actor())
        if settings is None and not reason:  # those of the folder, not of a demo or of a copy
            record_settings(app.desk, chosen)
        failed.pop_all()
    return app


def limits_of(settings: Settings) -> Limits:
    """Return where the disk of a desk is nearly full, as its settings say."""
    disk = settings.disk
    return Limits(*(mb * 1_000_000 for mb in (disk.warn_mb, disk.least_mb, disk.ballast_mb)))


def open_anew(folder: Path, secrets: Secrets, signer: Signer, settings: Settings) -> App:
    """Open a desk whose log goes on under the name and key of `signer`; nothing is signed yet."""
    from webcare_desk.vault.high_water import HighWater
    from webcare_desk.vault.log_keys import LogKeys, NewKey  # loads cryptography

    keys, water = LogKeys(secrets, signer.name), HighWater(secrets, signer.name)
    desk = Desk(open_store(folder, NewKey(signer), signer.name))
    return App(folder, desk, settings, secrets, signer.verifier, keys, water)
