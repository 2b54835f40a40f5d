"""A platform whose every call a test can let fail, before or after it did what was asked."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from tests.support.desks import SOURCE, Bench, take_in
from tests.support.desks import arrival as arrived
from webcare_desk.actions import ChangeVisibility, DeleteComment, QueueReply
from webcare_desk.connectors.base import Capabilities, Connector, Page, Shown
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import Delivery, DeliveryKind, OutboundReply, Receipt
from webcare_desk.jobs.send import send

MINUTE = 60_000_000
ALL = Capabilities(max_length=1000, detects_edits=True, detects_deletes=True)


class PowerCut(BaseException):
    """The process ends here: nothing after it runs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong in one call; `done` says that the effect happened all the same.

    `late` is how many microseconds after the call the effect happens.
    """

    error: BaseException | None = None
    done: bool = False
    late: int = 0
    during: Callable[[], object] | None = None


FINE = Fault()


@dataclass(slots=True)
class Platform:
    """A platform without idempotency: whoever posts twice is published twice."""

    clock: Callable[[], int]
    source: str = SOURCE
    capabilities: Capabilities = ALL
    shown: dict[str, Visibility] = field(default_factory=dict)
    published: list[OutboundReply] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    calls: list[str] = field(default_factory=list)
    coming: list[tuple[int, Callable[[], object]]] = field(default_factory=list)
    pages: deque[Page | Exception] = field(default_factory=deque)
    now: dict[str, RemoteComment] = field(default_factory=dict)
    cursors: list[str | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def fetch(self, cursor: str | None) -> Page:
        """Give the next page that the test laid ready."""
        self.cursors.append(cursor)
        page = self.pages.popleft()
        if isinstance(page, Exception):
            raise page
        return page

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Give what is there now."""
        with self._call("refetch"):
            self.asked += remote_ids
        return tuple(self.now[each] for each in remote_ids if each in self.now)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish, however often it is asked to."""
        with self._call("reply", lambda: self.published.append(reply)):
            pass
        return Receipt(f"reply-{len(self.published)}")

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Look for the reply's key among what is published."""
        with self._call("find"):
            pass
        keys = [each.key for each in self.published]
        return Receipt(f"reply-{keys.index(reply.key) + 1}") if reply.key in keys else None

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Hide or show."""
        with self._call("set_visibility", lambda: self.shown.update({remote_id: visibility})):
            pass

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Delete."""
        assert confirmed is True
        gone = {remote_id: Visibility.DELETED}
        with self._call("delete", lambda: self.shown.update(gone)):
            pass

    def visibility_of(self, remote_id: str) -> Visibility:
        """Read back; once its pages were read, what is not there now is gone."""
        with self._call("visibility_of"):
            pass
        is_gone = self.cursors and remote_id not in self.now
        return self.shown.get(remote_id, Visibility.DELETED if is_gone else Visibility.VISIBLE)

    @contextmanager
    def _call(self, name: str, effect: Callable[[], object] = bool) -> Iterator[None]:
        self._arrive()
        self.calls.append(name)
        fault = self.faults.popleft() if self.faults else FINE
        if fault.during is not None:
            fault.during()
        if fault.late:
            self.coming.append((self.clock() + fault.late, effect))
        elif fault.done or fault.error is None:
            effect()
        if fault.error is not None:
            raise fault.error
        yield

    def _arrive(self) -> None:
        """Let effects happen that were on their way for a while."""
        due = [effect for at, effect in self.coming if at <= self.clock()]
        self.coming = [(at, effect) for at, effect in self.coming if at > self.clock()]
        for effect in due:
            effect()


@dataclass(slots=True)
class Outbox:
    """A desk with one comment on a platform, and somebody who works on it."""

    bench: Bench
    platform: Platform
    anna: Actor
    comment: int

    @property
    def desk(self) -> Desk:
        """The desk."""
        return self.bench.desk

    @property
    def connectors(self) -> Mapping[str, Connector]:
        """The platform as the one source of the desk."""
        return {SOURCE: self.platform}

    def queue(self, kind: DeliveryKind = DeliveryKind.REPLY, hold: int = 0) -> int:
        """Put something in the outbox and return the delivery's id."""
        if kind is DeliveryKind.REPLY:
            # The same words would be refused while the first ones are on their way.
            again = " Nogmaals." * len(self.desk.read.deliveries_of(self.comment))
            action = QueueReply(self.comment, f"Dank je wel, Anna.{again}", None, hold)
            return self.desk.perform(action, self.anna)
        if kind is DeliveryKind.DELETE:
            return self.desk.perform(
                DeleteComment(self.comment, hold, Reason.AUTHOR_ASKED), self.anna
            )
        return self.desk.perform(
            ChangeVisibility(self.comment, kind, hold, Reason.AUTHOR_ASKED), self.anna
        )

    def delivery(self, delivery: int) -> Delivery:
        """Return a delivery as it is now."""
        found = self.desk.read.delivery(delivery)
        assert found is not None
        return found


def outbox_of(bench: Bench, anna: Actor) -> Outbox:
    """Give a desk with a comment `r1` on a platform."""
    (comment,) = take_in(bench.desk, arrived(1))
    return Outbox(bench, Platform(bench.clock), anna, comment)


def tick(outbox: Outbox, *faults: Fault, later: int = 0) -> Delivery:
    """Let time pass, send once while the calls fail like this, and return the delivery."""
    outbox.bench.clock.pass_by(later)
    outbox.platform.faults.extend(faults)
    (moved,) = send(outbox.desk, outbox.connectors)
    assert not outbox.platform.faults
    assert outbox.delivery(moved.id) == moved
    return moved


def nothing_due(outbox: Outbox) -> bool:
    """Say whether there is nothing to do now."""
    return send(outbox.desk, outbox.connectors) == ()
