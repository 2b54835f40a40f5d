"""The codes of six digits that an account may ask for beside its password."""

from collections.abc import Iterator
from contextlib import contextmanager

from webcare_desk.errors import CodeNeededError, LoginError, SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Account
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret, Secrets

WRONG_CODE = Said.of(QT_TRANSLATE_NOOP("Said", "The code is wrong; it changes every 30 seconds."))
_NO_CODE_KEY = Said.of(
    QT_TRANSLATE_NOOP(
        "Said",
        "The key of this account's codes is not in this keyring; an administrator drops the codes, "
        "and you enrol again. Where the whole keyring was lost, two persons go on without their "
        "codes: `webcare-desk audit continue`.",
    )
)


def is_code_lost(account: Account, secrets: Secrets | None) -> bool:
    """Say whether an account asks for codes whose key a keyring does not have."""
    name = code_name(account.moderator.id)
    return account.code_step is not None and (secrets is None or secrets.get(name) is None)


def step_of(account: Account, code: str, secrets: Secrets | None, at: int) -> int | None:
    """Return the step of the code that was given, None for a wrong one; raise CodeNeededError."""
    if not code:
        raise CodeNeededError(account.moderator.login)
    return totp.matching_step(_code_key(account, secrets), code, at)


def _code_key(account: Account, secrets: Secrets | None) -> Secret:
    """Return the key of an account's codes; without it nobody enters, not even to read."""
    try:
        kept = None if secrets is None else secrets.get(code_name(account.moderator.id))
    except SecretError as error:
        raise LoginError(_NO_CODE_KEY) from error
    if kept is None:
        raise LoginError(_NO_CODE_KEY)
    return kept


@contextmanager
def new_code_key(secrets: Secrets, moderator: str, key: Secret) -> Iterator[None]:
    """Keep the key of an account's codes for what is done inside.

    Where that fails the one before is back: its telephone still counts.
    """
    name = code_name(moderator)
    before = secrets.get(name)
    secrets.put(name, key)
    try:
        yield
    except BaseException:
        if before is None:
            secrets.forget(name)
        else:
            secrets.put(name, before)
        raise


def code_name(moderator: str) -> str:
    """Return under which name the keyring keeps the key of an account's codes."""
    return f"totp:{moderator}"
