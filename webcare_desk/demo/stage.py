"""The demo's stage: a desk, a community and PV's mailbox, all on this machine.

Everything on it is real but the people: the desk fetches over HTTP, mails
over SMTP with TLS, and keeps its log as any desk does. Its secrets are in
memory only, so a kept demo desk can be read and verified, but not changed.
"""

import contextlib
import logging
import secrets
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from webcare_desk import people
from webcare_desk.app import SMTP_PASSWORD, App, make_desk, open_app
from webcare_desk.clock import now
from webcare_desk.demo.community import Community, Planted, load_corpus
from webcare_desk.demo.mailbox import PvMailbox
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.paths import resources_dir
from webcare_desk.rounds import poll_source
from webcare_desk.settings import (
    PACKETS,
    AnchorSettings,
    CourierKind,
    CourierSettings,
    Settings,
    SourceKind,
    SourceSettings,
)
from webcare_desk.vault.passwords import Cost
from webcare_desk.vault.registered import own_name, read_verifier
from webcare_desk.vault.secret import MemorySecrets, Secret

SOURCE = "community"
#: How often a comment arrives while the window is open, in seconds.
PACE = 8.0
#: A demo password is 18 random bytes, so that guessing it is dear without Argon2's help.
DEMO_COST = Cost(memory=1024, passes=1, lanes=1)
#: How long before the start the oldest comment was written, in minutes.
_OLDEST = 66
_BEND = 2.5


@dataclass(frozen=True, slots=True)
class Person:
    """A fictional person on the demo's desk."""

    login: str
    name: str
    roles: frozenset[Role]


ADMINISTRATOR = Person("ada", "Ada Smit", frozenset({Role.ADMINISTRATOR}))
MODERATOR = Person("sanne", "Sanne Vos", frozenset({Role.MODERATOR}))
PV_OFFICER = Person("noor", "Noor Idrissi", frozenset({Role.PV_OFFICER}))
SUPERVISOR = Person("willem", "Willem Aerts", frozenset({Role.SUPERVISOR, Role.MODERATOR}))
SENIOR = Person("fleur", "Fleur Bakker", frozenset({Role.SENIOR}))
DATA_PROTECTION = Person("daan", "Daan Mulder", frozenset({Role.DATA_PROTECTION}))
AUDITOR = Person("vera", "Vera Lund", frozenset({Role.AUDITOR}))
STAFF = (ADMINISTRATOR, MODERATOR, PV_OFFICER, SUPERVISOR, SENIOR, DATA_PROTECTION, AUDITOR)


def compressed(corpus: Iterable[Planted]) -> tuple[Planted, ...]:
    """Return the corpus as if its week had passed within the last hour.

    The order stays. Most comments become a few minutes old, so that the
    response times still run and only some have passed.
    """
    planted = tuple(corpus)
    oldest = max((each.minutes for each in planted), default=0) or 1
    return tuple(
        replace(each, minutes=round(_OLDEST * (each.minutes / oldest) ** _BEND))
        if each.minutes > 0
        else each
        for each in planted
    )


class Stage:
    """A context manager: everything runs while the `with` block does.

    The desk is in `folder`, or in a temporary one. With a `pace` in seconds
    further comments arrive by themselves.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        language: str = "en",
        undo_seconds: int = 5,
        pace: float | None = None,
    ) -> None:
        """Know what to set up; nothing runs yet."""
        self.secrets = MemorySecrets()
        self.mailbox = PvMailbox()
        self.community = Community(
            compressed(load_corpus(resources_dir() / "demo" / "community.jsonl")), now()
        )
        self._folder = folder
        self._language = language
        self._undo_seconds = undo_seconds
        self._pace = pace
        self._ended = threading.Event()
        self._open = contextlib.ExitStack()
        self._arrivals: threading.Thread
        self.app: App

    def __enter__(self) -> Self:
        """Set up the desk, start both servers, and fetch what is there."""
        # At each login aiosmtpd warns of an old attribute that it sets itself.
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        with contextlib.ExitStack() as opening:
            folder = self._folder or Path(
                opening.enter_context(tempfile.TemporaryDirectory(prefix="webcare-desk-demo-"))
            )
            make_desk(folder, self.secrets, is_demo=True)
            opening.enter_context(self.community)
            opening.enter_context(self.mailbox)
            self.app = self._opened(folder)
            opening.callback(self.app.close)
            self.app.put_protocol_in_force()
            self._hire()
            poll_source(self.app, SOURCE)
            self._let_comments_arrive(opening)
            self._open = opening.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the servers and close the desk; a temporary folder goes with it."""
        self._open.close()

    def enter(self, person: Person, role: Role | None = None) -> Actor:
        """Log a person in, with the password that only this stage knows."""
        found = self.secrets.get(self._own(f"login:{person.login}")) or Secret("")
        actor = people.log_in(self.app.desk, person.login, found, role, DEMO_COST)
        self.app.rotate_key_when_due()
        return actor

    def own_password(self, person: Person, by: Actor) -> Secret:
        """Give a person who is in a new password of their own, with which they can sign."""
        made = Secret(secrets.token_urlsafe(18))
        people.set_password(self.app.desk, by.moderator, made, by, DEMO_COST)
        self.secrets.put(self._own(f"login:{person.login}"), made)
        return made

    def _own(self, name: str) -> str:
        return own_name(self.app.verifier, name)

    def _opened(self, folder: Path) -> App:
        verifier = read_verifier(folder)
        for name, secret in (
            (f"source:{SOURCE}", self.community.token),
            (SMTP_PASSWORD, self.mailbox.password),
        ):
            self.secrets.put(own_name(verifier, name), Secret(secret))
        settings = Settings(
            language=self._language,
            undo_seconds=self._undo_seconds,
            courier=_courier(self.mailbox),
            anchor=AnchorSettings(mail="supervisor@orvanta.example"),
            sources=(SourceSettings(SOURCE, SourceKind.SANDBOX, self.community.base_url),),
        )
        return open_app(folder, self.secrets, settings)

    def _hire(self) -> None:
        """Make an account for everybody, the administrator's first."""
        passwords = self._passwords()
        desk, first = self.app.desk, ADMINISTRATOR
        people.add_first_administrator(
            desk, first.login, first.name, passwords[first.login], DEMO_COST
        )
        by = self.enter(first)
        for person in STAFF[1:]:
            people.add_moderator(
                desk,
                person.login,
                person.name,
                person.roles,
                passwords[person.login],
                by,
                DEMO_COST,
            )
        people.log_out(desk, by)

    def _passwords(self) -> Mapping[str, Secret]:
        made = {person.login: Secret(secrets.token_urlsafe(18)) for person in STAFF}
        for login, password in made.items():
            self.secrets.put(self._own(f"login:{login}"), password)
        return made

    def _let_comments_arrive(self, opening: contextlib.ExitStack) -> None:
        if self._pace is None:
            return
        self._arrivals = threading.Thread(target=self._arrive, args=(self._pace,), name="arrivals")
        self._arrivals.start()
        opening.callback(self._arrivals.join)
        opening.callback(self._ended.set)

    def _arrive(self, pace: float) -> None:
        """Publish one comment after the other until none is left or the stage ends.

        With them come the edits and deletions that the corpus plans.
        """
        while not self._ended.wait(pace) and self.community.arrive(1):
            self.community.apply_planned_changes()


def _courier(mailbox: PvMailbox) -> CourierSettings:
    return CourierSettings(
        kind=CourierKind.SMTP,
        host=mailbox.host,
        port=mailbox.port,
        user=mailbox.login,
        sender="desk@orvanta.example",
        recipient="drugsafety@orvanta.example",
        ca_file=str(mailbox.ca_file),
        folder=PACKETS,
    )
