"""Going on with a log that is not the one the keyring remembers: two persons, a new name and key.

An older copy that was put back, a log that was cut, a keyring that was lost:
what is here is taken as it is, and the entry says what was known before. The
log gets another origin, so that no head of it is mistaken for one of the other.
"""

from dataclasses import dataclass, field, replace

from webcare_desk import people
from webcare_desk.actions import ContinueAfterFork
from webcare_desk.actions.hands import are_apart, given_passwords
from webcare_desk.actions.two_persons import ONE_GAVE, approvers
from webcare_desk.app import App, open_anew
from webcare_desk.codes import is_code_lost
from webcare_desk.domain.audit import Name
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.mark import LogMark
from webcare_desk.domain.moderator import Actor, Moderator, Right, Role, rights_of
from webcare_desk.epochs import why_severed
from webcare_desk.errors import CorruptFileError, DeniedError, LoginError, SecretError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Account
from webcare_desk.vault.registered import FORKED, register
from webcare_desk.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class Person:
    """Who stands for it: an account of this desk, its password, and what it takes besides."""

    login: str
    password: Secret
    more: people.More = field(default_factory=people.More)


def continue_after_fork(app: App, first: Person, second: Person) -> str:
    """Let the log go on under a new name; return the new public key, to be registered again.

    `app` is the desk as it can only be read; it is closed. Takes a second, for
    two passwords. Raises LoginError, CodeNeededError, DeniedError, SecretError and StoreError.
    """
    from webcare_desk.vault.log_keys import LogKeys  # loads cryptography
    from webcare_desk.vault.signing import Signer

    if not app.read_only or app.is_demo:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "Nothing is wrong with the log of this desk: there is nothing to go on after.",
            )
        )
        raise UsageError(msg)
    if severed := why_severed(app.desk.read):
        raise CorruptFileError(severed)
    both = _proven(app, first), _proven(app, second)
    asker, approver = (each.moderator for each in both)
    _require_two(app, asker.id, approver.id)
    lost = [is_code_lost(each, app.secrets) for each in both]
    role, known = _role_of(asker), _known(app)
    before, signer = app.verifier.split("+", 1)[0], Signer.generate(_next_name(app))
    app.secrets.put(LogKeys(app.secrets, signer.name).name_of(Epoch()), signer.to_secret())
    app.close()
    anew = open_anew(app.folder, app.secrets, signer, app.settings)
    try:
        named = Name(signer.name), signer.public, known, Name(approver.id)
        act = ContinueAfterFork(*named, *lost)
        anew.desk.perform(act, Actor(asker.id, role, new_uid(anew.desk.clock())))
        register(app.folder, signer.verifier)
        app.water.forget()
        if known is not None:
            LogKeys(app.secrets, before).erase(known.epoch)
    finally:
        anew.close()
    return signer.verifier


def _proven(app: App, person: Person) -> Account:
    """Return who gave a password that nobody else knows, and a code where its key is here.

    A password that has grown too old counts: it cannot be renewed now, and in
    an old backup all have. One that somebody else gave is no second person's.
    """
    more = replace(person.more, secrets=app.secrets)
    account = people.recognise(app.desk, person.login, person.password, more, despite_loss=True)
    if account.password_at == 0:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "Somebody else gave “{login}” this password, so it stands for nobody here."
            ),
            login=person.login,
        )
        raise LoginError(msg)
    return account


def _require_two(app: App, asker: str, second: str) -> None:
    """Refuse two accounts of which one gave the other the password.

    A desk that can only be read hears of no new password: where no third person
    could stand for it, these two may, and the entry says `alone`.
    """
    others = approvers(app.desk.read) - {asker, second}
    if others and not are_apart(given_passwords(app.desk.read), asker, second):
        raise LoginError(ONE_GAVE)


def _role_of(asker: Moderator) -> Role:
    for role in sorted(asker.roles):
        if Right.RESTORE in rights_of(role):
            return role
    msg = Said.of(
        QT_TRANSLATE_NOOP(
            "Said", "Only a supervisor or an administrator asks to go on after a fork."
        )
    )
    raise DeniedError(msg)


def _known(app: App) -> LogMark | None:
    """Return what the keyring remembers; nothing where that is damaged."""
    try:
        return app.water.kept()
    except SecretError:
        return None


def _next_name(app: App) -> str:
    """Return a name that no log of this desk has had: each one's key is still in the folder."""
    name = app.verifier.split("+", 1)[0].partition(FORKED)[0]
    keys = (key.read_text("ascii", "replace") for key in app.folder.glob("log*.vkey"))
    numbers = [key.split("+", 1)[0].partition(FORKED)[2] for key in keys]
    most = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{name}{FORKED}{most + 1}"
