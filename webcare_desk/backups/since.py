"""What was done after a backup on the desk that its restore puts aside, and is done again.

The log of that desk says which accounts and holds were touched, its rows how it ended.
"""

import contextlib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from secrets import token_urlsafe

from webcare_desk.actions import Action, EndPassword, HoldAgain, TakeAgain
from webcare_desk.backups.salvage import salvaged
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Moderator, Role
from webcare_desk.errors import WebcareError
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Store
from webcare_desk.store.sqlite.rows import PERSONAL
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.secret import Secret

_HOLDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Since:
    """How many entries are lost, and the acts that take the most serious of them along."""

    lost: int
    again: tuple[Action[None], ...]


@dataclass(frozen=True, slots=True)
class _Both:
    """The desk put aside and the backup: the `touched` of table, row and column differ.

    `stand` are the ids of who stands for the restore.
    """

    present: Reads
    back: Reads
    touched: frozenset[tuple[str, object, str]]
    stand: AbstractSet[str]

    def changed(self, *columns: str) -> Iterator[tuple[Moderator, Moderator]]:
        """Yield the accounts of both in which one of `columns` was changed: before, and since."""
        before = {person.id: person for person in self.back.moderators()}
        for person in self.present.moderators():
            key = self.present.moderator_key(person.id)
            is_touched = any((tables.MODERATOR.name, key, each) in self.touched for each in columns)
            if person.id in before and is_touched:
                yield before[person.id], person


def since_backup(folder: Path, back: Store, stand: AbstractSet[str]) -> Since | None:
    """Compare the desk in `folder` with `back`, a copy of its backup; None where it cannot be read.

    `stand` are the ids of who stands for the restore: the passwords of the backup, which they
    have just given, serve them once more, or nobody could confirm it.
    """
    # What a damaged file holds may be no role and no name at all.
    with contextlib.suppress(WebcareError, ValueError), salvaged(folder) as present:
        pairs = zip(present.leaves(), back.leaves(), strict=False)
        first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        both = _Both(present, back, _touched(present, first), stand)
        taken = _taken(both)
        again = (*taken, *_ended(both, taken), *_held(both))
        return Since(present.log_size() - first, again)
    return None


def _touched(present: Reads, first: int) -> frozenset[tuple[str, object, str]]:
    """Return table, row and column of what the entries from number `first` on changed."""
    return frozenset(
        (table, key, column)
        for entry in _entries(present, first)
        for table, key, columns in entry.changes
        if table in {tables.MODERATOR.name, tables.HOLD.name}
        for column in columns
    )


def _entries(present: Reads, first: int) -> Iterator[AuditEntry]:
    while page := present.entries_after(first - 1, 500):
        yield from page
        first = page[-1].seq + 1


def _taken(both: _Both) -> list[TakeAgain]:
    """Return what accounts lost; the last who could give roles keep theirs."""
    before = {person.id: person for person in both.back.moderators()}
    lost = {had.id: _less(had, now) for had, now in both.changed("roles", "active")}
    lost = {uid: left for uid, left in lost.items() if left != before[uid]}
    staying = set[str]()
    if not _givers({**before, **lost}.values()):
        last = _givers(before.values())
        staying = last & both.stand or last  # rather who is here now
    after = {uid: before[uid] if uid in staying else left for uid, left in lost.items()}
    return [
        TakeAgain(uid, each.roles, each.active, stays=uid in staying) for uid, each in after.items()
    ]


def _less(had: Moderator, now: Moderator) -> Moderator:
    """Return an account without what it lost; one that has no role left is closed."""
    roles = had.roles & now.roles
    is_open = had.active and now.active and bool(roles)
    return replace(had, roles=roles or had.roles, active=is_open)


def _givers(accounts: Iterable[Moderator]) -> set[str]:
    """Return the accounts that can give roles and passwords."""
    return {each.id for each in accounts if each.active and Role.ADMINISTRATOR in each.roles}


def _ended(both: _Both, taken: Iterable[TakeAgain]) -> list[EndPassword]:
    """Return whose passwords were replaced; of the last who could give one it serves once more."""
    accounts = {person.id: person for person in both.back.moderators()}
    for act in taken:
        account = accounts[act.moderator]
        accounts[act.moderator] = replace(account, roles=act.roles, active=act.active)
    replaced = {had.id for had, _ in both.changed(PERSONAL)}
    givers = _givers(accounts.values())
    serving = both.stand if givers & both.stand or givers - replaced else givers | both.stand
    record = hash_password(Secret(token_urlsafe())) if replaced - serving else None
    return [EndPassword(uid, None if uid in serving else record) for uid in sorted(replaced)]


def _held(both: _Both) -> Iterator[HoldAgain]:
    """Yield the holds that were set and still stand, each on the same comment of the backup."""
    for hold in reversed(both.present.holds(is_open=True, limit=_HOLDS)):
        there = both.present.comment(hold.comment)
        if there is None or (tables.HOLD.name, hold.id, "since") not in both.touched:
            continue
        here = both.back.comment_named(there.source, there.remote_id)
        if here is None or here.is_erased:
            yield HoldAgain(None, hold)
        elif all(each.basis is not hold.basis for each in both.back.holds_on(here.id)):
            yield HoldAgain(here.id, hold)
