"""When the log gets a new key, and in which order: kept, named, then the old one erased.

And whether the log is still the one that the keyring remembers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.domain.epoch import ROTATE, Epoch, key_turn
from webcare_desk.domain.mark import LogMark, departure, severed
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import DamagedSecretError, SecretError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.store.base import LogFilter, Reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.desk import Desk
    from webcare_desk.domain.audit import AuditEntry
    from webcare_desk.vault.high_water import HighWater
    from webcare_desk.vault.log_keys import LogKeys

_PAGE = 500


def is_due(desk: Desk) -> bool:
    """Say whether the key is to change: another day (UTC), or another person logged in."""
    from webcare_desk.actions.entering import LogIn

    began = _last(desk, ROTATE, 1)
    first = began[0] if began else _first(desk)
    if first is None:
        return False
    if desk.clock() // DAY != first.at // DAY:  # earlier too: a clock once ahead was set right
        return True
    logins = _last(desk, LogIn.name, 2)
    is_new = len(logins) == 2 and logins[0].actor != logins[1].actor  # noqa: PLR2004 - the last two
    return is_new and logins[0].seq > first.seq


def rotate_when_due(desk: Desk, keys: LogKeys) -> bool:
    """Give the log a new key if it is time; say whether it has one now.

    Raises SecretError when the keyring keeps no new key (nothing has changed
    then) or does not let go of the old one (the new one counts already).
    """
    if not is_due(desk):
        return False
    rotate(desk, keys)
    return True


def rotate(desk: Desk, keys: LogKeys) -> None:
    """Give the log a new key and erase the ones before it.

    A crash at any step leaves a desk that opens: the key that the log names
    is in the keyring before it is named, and until the next one is named.
    """
    from webcare_desk.actions import RotateKey

    old = desk.read.epoch()
    key = keys.make_next()
    try:
        desk.perform(RotateKey(old.number, key), system_actor())
    except StaleError:  # another program on this desk was first
        keys.forget_made()
        return
    keys.is_named()
    erase_old(desk, keys)


def erase_old(desk: Desk, keys: LogKeys) -> None:
    """Erase the keys of the last two epochs that are over: a crash may have left one."""
    number = desk.read.epoch().number
    named = [_epoch_of(entry) for entry in _last(desk, ROTATE, 3)]
    for epoch in [*named, Epoch()]:
        if number - 2 <= epoch.number < number:
            keys.erase(epoch)


def departed(read: Reads, mark: LogMark | None) -> str | None:
    """Return how the log departs from the mark that was kept of it; None when it does not."""
    return None if mark is None else departure(mark, read.mark().edge, _after(read, mark))


def why_only_read(read: Reads, keys: LogKeys, water: HighWater) -> str:
    """Return the sentence why nothing can be changed on a desk, or nothing.

    The end of its log was cut, it is not the one that the keyring remembers, or its key is
    not there. From then on `keys` gives none, and asks the keyring no more.
    """
    reason = why_severed(read) or _why_departed(read, water) or _why_no_key(read, keys)
    if reason:
        keys.refuse(reason)
    return reason


_ONLY_READ = QT_TRANSLATE_NOOP("Said", "This desk can only be read: {reason}")
_DEPARTED = QT_TRANSLATE_NOOP(
    "Said",
    "This desk can only be read: {reason}. "
    "Two persons may go on with it under a new name: `webcare-desk audit continue`.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Said",
    "This desk can only be read: {reason} "
    "Two persons may go on with it under a new name: `webcare-desk audit continue`.",
)

_SEVERED = QT_TRANSLATE_NOOP(
    "Said",
    "This desk can only be read: {reason}. Nothing can go on after that; "
    "put back a backup: `webcare-desk backup list`.",
)


def why_severed(read: Reads) -> str:
    """Return the sentence why no entry can follow the last one of the log, or nothing."""
    found = severed(read.log_end())
    return Said.of(_SEVERED, reason=found) if found else ""


def _why_departed(read: Reads, water: HighWater) -> str:
    """Say that the log is another one; a keyring that does not open says nothing of the log."""
    try:
        found = departed(read, water.kept())
    except DamagedSecretError as error:
        return Said.of(_DAMAGED, reason=reason_of(error))
    except SecretError as error:
        return Said.of(_ONLY_READ, reason=reason_of(error))
    return Said.of(_DEPARTED, reason=found) if found else ""


def _why_no_key(read: Reads, keys: LogKeys) -> str:
    try:
        keys.signer_of(read.epoch())
    except SecretError as error:
        return Said.of(_ONLY_READ, reason=reason_of(error))
    return ""


def _after(read: Reads, mark: LogMark) -> Iterator[bytes]:
    """Yield the bytes of the entries that follow the mark's."""
    seq = mark.edge.size - 1
    while page := read.entries_after(seq, _PAGE):
        yield from (entry.leaf for entry in page)
        seq = page[-1].seq


def _epoch_of(entry: AuditEntry) -> Epoch:
    turn = key_turn(entry.seq, b"", entry.action, entry.detail)
    return getattr(turn, "epoch", Epoch())


def _last(desk: Desk, action: str, count: int) -> list[AuditEntry]:
    return desk.read.entries(LogFilter(action=action), None, count)


def _first(desk: Desk) -> AuditEntry | None:
    found = desk.read.entries_after(-1, 1)
    return found[0] if found else None
