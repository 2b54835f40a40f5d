"""One tick of PV's answers: what is new in a mailbox or a folder is taken in, then passed.

An acknowledgement is taken before the place is kept: after a crash it is taken again, which
changes nothing. No connection is open while the desk is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from webcare_desk.actions.answers import PLACE, KeepAnswerPlace
from webcare_desk.connectors.answers import AnswerSource
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import MessageError, RefusedError


@dataclass(frozen=True, slots=True)
class Heard:
    """What one visit gave: mails or files looked into, acknowledgements among them, and the rest.

    `strange` files are no acknowledgement; `passed` mails or files were not looked into.
    """

    channel: str
    looked: int
    taken: int
    strange: int
    passed: int
    more: bool


def hear(desk: Desk, channel: Name, source: AnswerSource, take: Callable[[bytes], object]) -> Heard:
    """Take in what is new in `source`; `take` records one acknowledgement (MessageError: none).

    Raises ConnectorError where the source cannot be read; its place then stays.
    """
    before = desk.read.fact(f"{PLACE}{channel}")
    found = source.fetch(before)
    taken = sum(_is_taken(take, file) for file in found.files)
    strange = len(found.files) - taken
    heard = Heard(channel, found.looked, taken, strange, found.passed, found.more)
    if found.cursor != before:
        kept = KeepAnswerPlace(channel, found.cursor, found.looked, taken, strange, found.passed)
        desk.perform(kept, system_actor())
    return heard


def _is_taken(take: Callable[[bytes], object], file: bytes) -> bool:
    try:
        take(file)
    except (MessageError, RefusedError):
        return False
    return True
