"""Random faults, crashes and second workers: never two effects for one reply.

The twin at the end sends again what is in doubt, and is caught by the same machine.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.jobs.faulty import MINUTE, Fault, Outbox, PowerCut, outbox_of
from tests.support.desks import SOURCE, log_in, make_bench
from webcare_desk.actions import ClaimDelivery, RecordDelivery, RecordFailure
from webcare_desk.connectors.base import Connector
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState, OutboundReply
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    MalformedError,
    RateLimitedError,
    StaleError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)
from webcare_desk.jobs.problem import LEASE
from webcare_desk.jobs.send import send

Sending = Callable[[Desk, Mapping[str, Connector]], object]

#: What a platform may raise, and whether its effect may have happened all the same.
REFUSED = (
    UnavailableError("no connection"),
    UnauthorisedError("renew"),
    RateLimitedError("wait", 90.0),
)
LOST = (UncertainError("lost"), MalformedError("half"), PowerCut())
faults = st.one_of(
    st.just(Fault()),
    st.builds(Fault, st.sampled_from(REFUSED)),
    st.builds(Fault, st.sampled_from(LOST), done=st.booleans()),
    st.builds(Fault, st.just(LOST[0]), late=st.integers(1, 50_000_000)),
    st.just(Fault(DuplicateError("there"), done=True)),
)


class OutboxMachine(RuleBasedStateMachine):
    """One desk, one platform without idempotency, and whatever may happen between them."""

    sending: ClassVar[Sending] = staticmethod(send)

    @initialize()
    def begin(self) -> None:
        """Make a desk with a comment."""
        self.folder = Path(tempfile.mkdtemp())
        bench = make_bench(self.folder)
        # Here a process ends, never the machine: waiting for the disk proves nothing.
        bench.store._connection(writer=True).execute("PRAGMA synchronous = OFF")
        anna = log_in(bench.desk)[Role.SUPERVISOR]
        self.outbox: Outbox = outbox_of(bench, anna)

    @rule(kind=st.sampled_from([DeliveryKind.REPLY, DeliveryKind.REPLY, DeliveryKind.HIDE]))
    def queue(self, kind: DeliveryKind) -> None:
        """Answer the comment, or hide it."""
        work = self.outbox.desk.read.work(self.outbox.comment)
        assert work is not None
        if kind is DeliveryKind.REPLY or work.visibility.value == "visible":
            self.outbox.queue(kind)

    @rule(met=st.lists(faults, max_size=4), second=st.booleans())
    def tick(self, met: list[Fault], *, second: bool) -> None:
        """Send, and meet these faults; perhaps a second worker sends meanwhile."""
        self.outbox.platform.faults.extend(met)
        if second:
            self.outbox.platform.faults.appendleft(Fault(during=self._tick))
        self._tick()
        self.outbox.platform.faults.clear()

    @rule(minutes=st.sampled_from([0, 1, 2, 5, 70]))
    def wait(self, minutes: int) -> None:
        """Time passes: undo windows, pauses and leases end."""
        self.outbox.bench.clock.pass_by(minutes * MINUTE)

    @invariant()
    def nothing_is_published_twice(self) -> None:
        """Hold promise 3."""
        if hasattr(self, "outbox"):
            keys = [reply.key for reply in self._published()]
            assert len(keys) == len(set(keys)), "a reply was published twice"

    def teardown(self) -> None:
        """Once the platform is well, every delivery ends where a person can rely on it."""
        if not hasattr(self, "outbox"):
            return
        for _ in range(16):
            self._tick()
            self.wait(70)
        self.nothing_is_published_twice()
        self.each_ends_certain()
        self.outbox.bench.require_sound()
        self.outbox.desk.store.close()
        shutil.rmtree(self.folder)

    def each_ends_certain(self) -> None:
        """Hold that only what the platform shows is verified, and that nothing is forgotten."""
        keys = {reply.key for reply in self._published()}
        for delivery in self.outbox.desk.read.deliveries_of(self.outbox.comment):
            assert delivery.state in {DeliveryState.VERIFIED, DeliveryState.FAILED}
            if delivery.kind is DeliveryKind.REPLY and delivery.state is DeliveryState.VERIFIED:
                assert delivery.key in keys

    def _published(self) -> list[OutboundReply]:
        return self.outbox.platform.published

    def _tick(self) -> None:
        try:
            type(self).sending(self.outbox.desk, {SOURCE: self.outbox.platform})
        except PowerCut:
            self.outbox.platform.faults.clear()


def test_whatever_fails_no_reply_is_published_twice_and_each_ends_certain() -> None:
    run_state_machine_as_test(
        OutboxMachine, settings=settings(max_examples=40, stateful_step_count=14)
    )


def hopeful_send(desk: Desk, connectors: Mapping[str, Connector]) -> None:
    """Send as many programs do: no answer means that it was not sent, so send again."""
    for row in desk.read.deliveries_due(desk.clock(), 20):
        if row.kind is DeliveryKind.REPLY and row.state is DeliveryState.HELD:
            # Stale: a second worker has it, as `send` lets it; the machine looks for doubt alone.
            with suppress(StaleError):
                _hope(desk, connectors, row)


def _hope(desk: Desk, connectors: Mapping[str, Connector], row: Delivery) -> None:
    claimed = desk.perform(ClaimDelivery(row.id, row.version, LEASE), system_actor())
    reply = OutboundReply(claimed.key, "t1", "r1", claimed.body)
    try:
        receipt = connectors[SOURCE].reply(reply)
    except ConnectorError:
        later = desk.clock() + MINUTE
        failure = RecordFailure(claimed.id, Name("unavailable"), later, claimed.version)
        desk.perform(failure, system_actor())
    else:
        desk.perform(RecordDelivery(claimed.id, receipt.remote_id, claimed.version), system_actor())


class HopefulMachine(OutboxMachine):
    """The same machine over the sender that hopes."""

    sending: ClassVar[Sending] = staticmethod(hopeful_send)

    def each_ends_certain(self) -> None:
        """Ask nothing of a sender that never reads back."""


def test_the_machine_catches_a_sender_that_ignores_doubt() -> None:
    with pytest.raises(AssertionError, match="published twice"):
        run_state_machine_as_test(
            HopefulMachine,
            settings=settings(
                max_examples=200,
                stateful_step_count=12,
                phases=[Phase.generate],
                derandomize=True,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
