"""Whether somebody judges what he had a part in himself."""

from collections.abc import Collection

from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.store.base import Reads


def may_judge(read: Reads, involved: Collection[str], by: str) -> bool:
    """Say whether `by` may judge what the accounts `involved` did.

    Nobody does who had a part in it, while there is somebody who oversees and had none;
    where everybody who oversees had one, any of them does, and the entry says `alone`.
    """
    return by not in involved or not any(
        person.active
        and person.id not in involved
        and any(Right.OVERSEE in rights_of(role) for role in person.roles)
        for person in read.moderators()
    )
