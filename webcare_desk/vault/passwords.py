"""Passwords of local accounts: Argon2id records, and the rule for new ones.

Texts are brought to NFKC first, so that a password typed on another keyboard
is the same password (NIST SP 800-63B-4 §3.1.1.2).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from webcare_desk.errors import LoginError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secret

SHORTEST = 12
LONGEST = 1024
_FEWEST = 5
_LARGEST_MEMORY = 1 << 20
_LARGEST_TIME = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear a guess is: memory in KiB, passes, lanes (RFC 9106)."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


STANDARD = Cost()


def check_password(secret: Secret, known: Sequence[str] = ()) -> None:
    """Raise UsageError with a sentence when `secret` is no fit new password.

    `known` are words that everybody knows of the person, the login and the
    name; with them it must also be more than those, and not one letter again and again.
    """
    text = _normal(secret)
    if len(text) < SHORTEST:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The password needs at least {least} characters; a short sentence works well."
        )
        raise UsageError(Said.of(msg, least=SHORTEST))
    if len(text) > LONGEST:
        msg = QT_TRANSLATE_NOOP("Said", "The password has more than {most} characters.")
        raise UsageError(Said.of(msg, most=LONGEST))
    if _bytes(text) is None:
        msg = QT_TRANSLATE_NOOP("Said", "The password has a character that cannot be typed again.")
        raise UsageError(Said.of(msg))
    if known:
        _refuse_known(text, known)


def _refuse_known(text: str, known: Sequence[str]) -> None:
    """Refuse a password that repeats itself, or is what everybody knows of the person."""
    if len(set(text)) < _FEWEST:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The password repeats itself: use at least {least} different characters."
        )
        raise UsageError(Said.of(msg, least=_FEWEST))
    rest = text.casefold()
    for words in known:
        for word in unicodedata.normalize("NFKC", words).casefold().split():
            rest = rest.replace(word, "")
    if len("".join(rest.split())) < SHORTEST // 2:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The password is hardly more than your login and name; choose other words."
        )
        raise UsageError(Said.of(msg))


def hash_password(secret: Secret, cost: Cost = STANDARD) -> str:
    """Return the Argon2id record of a fit password, or raise UsageError."""
    from argon2 import PasswordHasher

    check_password(secret)
    hasher = PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes)
    return hasher.hash(_normal(secret))


def verify_password(record: str, secret: Secret) -> bool:
    """Return whether `secret` is the password of `record`.

    Raise LoginError when the record itself is damaged or asks for more than
    1 GiB of memory, which no record of ours does.
    """
    from argon2 import PasswordHasher, exceptions

    _cost_of(record)
    text = _normal(secret)
    if len(text) > LONGEST or _bytes(text) is None:
        return False
    try:
        return PasswordHasher().verify(record, text)
    except exceptions.VerifyMismatchError:
        return False
    except (exceptions.VerificationError, exceptions.InvalidHashError) as error:
        raise LoginError(Said.of(_DAMAGED)) from error


_DAMAGED = QT_TRANSLATE_NOOP(
    "Said",
    "The stored password record of this account is damaged; "
    "an administrator must set a new password.",
)


def _cost_of(record: str) -> Cost:
    from argon2 import Type, exceptions, extract_parameters

    try:
        found = extract_parameters(record)
    except (exceptions.InvalidHashError, ValueError) as error:
        raise LoginError(Said.of(_DAMAGED)) from error
    dear = found.memory_cost > _LARGEST_MEMORY or found.time_cost > _LARGEST_TIME
    if dear or found.type is not Type.ID:
        raise LoginError(Said.of(_DAMAGED))
    return Cost(found.memory_cost, found.time_cost, found.parallelism)


def _normal(secret: Secret) -> str:
    return unicodedata.normalize("NFKC", secret.reveal())


def _bytes(text: str) -> bytes | None:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return None
