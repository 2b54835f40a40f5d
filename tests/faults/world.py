"""The world outside of a desk that gets killed: it remembers what reached it, whoever dies.

Each line is one whole write to a file, so it outlives the process that wrote it.
"""

import hashlib
import json
import os
import select
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from webcare_desk.desk import Desk
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import Delivery, OutboundReply, Receipt
from webcare_desk.jobs.forward import forward
from webcare_desk.jobs.send import send

if TYPE_CHECKING:
    from webcare_desk.connectors.base import Connector

SOURCE = "village"
#: Seconds between the effect and its answer: the moment in which a crash is worst.
ANSWER = 0.002


@dataclass(frozen=True, slots=True)
class Record:
    """A file of JSON lines that is only ever added to; `tells` is a pipe to who watches."""

    path: Path
    tells: int | None = None

    def add(self, **fields: object) -> None:
        """Write one line in one call."""
        line = json.dumps(fields).encode() + b"\n"
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            assert os.write(file, line) == len(line)
        finally:
            os.close(file)
        if self.tells is not None:
            os.write(self.tells, b"!")

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield every line."""
        if self.path.exists():
            yield from map(json.loads, self.path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Village:
    """A platform without any idempotency: it publishes whatever it is asked to."""

    wall: Record
    is_blind: bool = False

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish a reply, and answer a moment later."""
        self.wall.add(key=reply.key, text=reply.text)
        select.select((), (), (), ANSWER)
        return Receipt(f"remote-{reply.key}")

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Look for the reply; blind, nothing is ever found: the protection is gone."""
        if self.is_blind or all(line["text"] != reply.text for line in self.wall.lines()):
            return None
        return Receipt(f"remote-{reply.key}")

    def refetch(self, remote_ids: Sequence[str]) -> list[RemoteComment]:
        """Find nothing by a receipt: whoever sees has found it by its words."""
        del remote_ids
        return []


@dataclass(frozen=True, slots=True)
class Pharmacovigilance:
    """PV's mailbox: it takes every mail, copies too."""

    mailbox: Record

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Take a mail, and answer a moment later."""
        message_id = message_from_bytes(mail)["Message-ID"]
        self.mailbox.add(key=key, message_id=message_id, digest=hashlib.sha256(mail).hexdigest())
        select.select((), (), (), ANSWER)
        return Receipt(message_id)


@dataclass(frozen=True, slots=True)
class World:
    """Everything outside of a desk, and the record of what the desk said is done."""

    done: Record
    village: Village
    pv: Pharmacovigilance

    def deliver(self, desk: Desk) -> None:
        """Take what is due one step further; a lease of one microsecond is over at once."""
        send(desk, {SOURCE: cast("Connector", self.village)}, lease=1)

        def mail_of(delivery: Delivery, escalation: Escalation) -> bytes:
            """Build a mail that would be another one a moment later."""
            now = f"{desk.clock()} {desk.read.log_size()} {escalation.case}"
            return f"Message-ID: <{delivery.key}.{desk.clock()}@desk>\n\n{now}\n".encode("ascii")

        forward(desk, self.pv, mail_of, lease=1)

    def settle(self, desk: Desk) -> None:
        """Deliver until nothing is due any more."""
        for _ in range(500):
            if not desk.read.deliveries_due(desk.clock(), 1):
                return
            self.deliver(desk)
        msg = "the outbox never became empty"
        raise AssertionError(msg)


def world_of(folder: Path, *, is_blind: bool = False, tells: int | None = None) -> World:
    """Return the world whose records are in `folder`."""
    done, wall, mailbox = (
        Record(folder / f"{name}.jsonl", tells) for name in ("done", "wall", "mailbox")
    )
    return World(done, Village(wall, is_blind), Pharmacovigilance(mailbox))
