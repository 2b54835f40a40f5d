"""People who can sign, with cheap keys, and signatures that are nobody's."""

from dataclasses import dataclass, replace

from tests.support.desks import SYSTEM, enter
from tests.support.passwords import CHEAP
from webcare_desk import signing_off
from webcare_desk.actions import (
    AddFirstAdministrator,
    AddModerator,
    LogIn,
    RecordSignature,
    SetPassword,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.audit import Digest, Name, digest
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.signature import Meaning, SealedKey, Signature, covered
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.personal_key import make_key, sign_with
from webcare_desk.vault.secret import Secret

#: As cheap as Argon2 goes: what is tested here is who signs what.
RECORD = digest(b"a record")
DOCUMENT = Name("review:1")


def unsigned(meaning: Meaning = Meaning.REVIEWED) -> Signature:
    """Return a signature that nobody made."""
    return Signature(
        id=0,
        signer="nobody",
        name="No Body",
        role=Role.SUPERVISOR,
        session="s",
        at=0,
        zone=Name("utc+00:00"),
        meaning=meaning,
        record=RECORD,
        document=DOCUMENT,
        protocol=None,
        key=Name("ed25519:" + "00" * 32),
        signed=b"\0" * 64,
    )


def sign_directly(
    desk: Desk, by: Actor, key: SealedKey, password: Secret, what: tuple[Digest, Name, Meaning]
) -> int:
    """Keep a signature without asking for the password first; return its row."""
    account = desk.read.moderator(by.moderator)
    assert account is not None
    protocol = desk.read.fact("protocol")
    record, document, meaning = what
    bare = Signature(
        id=0,
        signer=by.moderator,
        name=account.name,
        role=by.role,
        session=by.session,
        at=desk.clock(),
        zone=Name("utc+01:00"),
        meaning=meaning,
        record=record,
        document=document,
        protocol=None if protocol is None else Digest(protocol),
        key=key.public,
        signed=b"",
    )
    signed = sign_with(key, password, covered(bare))
    return desk.perform(RecordSignature(replace(bare, signed=signed), has_both=True), by)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody with an account, a session, a password and a signing key."""

    actor: Actor
    login: str
    password: Secret

    @property
    def uid(self) -> str:
        """The account."""
        return self.actor.moderator

    def sign(self, desk: Desk, meaning: Meaning = Meaning.REVIEWED) -> Signature:
        """Sign the record, giving both components."""
        return signing_off.sign(
            desk, self.actor, self.password, RECORD, DOCUMENT, meaning, login=self.login
        )

    def ask(self, desk: Desk, wanted: Wanted, reason: str = "") -> int:
        """Ask for something, signed."""
        return signing_off.ask(
            desk, self.actor, self.password, wanted, words=reason, login=self.login
        )

    def approve(self, desk: Desk, request: int) -> Signature:
        """Approve a request, signed."""
        return signing_off.approve(desk, self.actor, self.password, request, login=self.login)

    def again(self, desk: Desk, role: Role | None = None) -> "Signer":
        """Begin another session of the same person."""
        actor = enter(desk, self.uid, self.login, role or self.actor.role)
        return Signer(actor, self.login, self.password)


def hire(desk: Desk, login: str, role: Role) -> Signer:
    """Make an account that can sign and log it in; the first one is an administrator too.

    Hire before the desk takes two persons: the accounts first, the keys after.
    """
    uid = account(desk, login, role)
    return give_key(desk, uid, login, role)


def account(desk: Desk, login: str, role: Role) -> str:
    """Make an account without a key of its own."""
    record = hash_password(Secret(f"the password of {login}"), CHEAP)
    name = login.title()
    if not desk.read.moderators():
        return desk.perform(AddFirstAdministrator(login, name, record, frozenset({role})), SYSTEM)
    first = desk.read.moderators()[0]
    by = enter(desk, first.id, first.login, Role.ADMINISTRATOR)
    return desk.perform(AddModerator(login, name, frozenset({role}), record), by)


def give_key(desk: Desk, uid: str, login: str, role: Role) -> Signer:
    """Let an account enter with a password of its own, which makes its key."""
    password = Secret(f"the own password of {login}")
    record, key = hash_password(password, CHEAP), make_key(password, CHEAP)
    by = Actor(uid, role, new_uid(desk.clock()))
    return Signer(desk.perform(LogIn(login, role, None, record, key), by), login, password)


def staff(desk: Desk, **roles: Role) -> dict[str, Signer]:
    """Hire everybody before the first key is made; the desk takes two persons then."""
    uids = {login: account(desk, login, role) for login, role in roles.items()}
    return {login: give_key(desk, uids[login], login, roles[login]) for login in roles}


def new_password(desk: Desk, who: str, by: Actor, text: str) -> None:
    """Let an administrator reset a password, as `people.set_password` does."""
    desk.perform(SetPassword(who, hash_password(Secret(text), CHEAP)), by)


def fresh_session(desk: Desk) -> str:
    """Return a session id that is nobody's."""
    return new_uid(desk.clock())
