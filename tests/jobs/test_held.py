"""A desk that was put back from a backup sends, looks and reads nothing until that is confirmed."""

import pytest

from tests.jobs.faulty import Outbox, nothing_due, tick
from tests.jobs.test_forward import Counter, counter
from tests.support.desks import HOUR, SOURCE, SYSTEM, Bench, log_in
from webcare_desk.actions import ConfirmRestore, RecordCoverage, RestoreBackup
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.jobs.forward import forward
from webcare_desk.jobs.poll import note_unread

__all__ = ["counter"]


def put_back(bench: Bench) -> None:
    """Let somebody put the desk back from a backup."""
    admin = log_in(bench.desk, frozenset({Role.ADMINISTRATOR}), "root")[Role.ADMINISTRATOR]
    bench.desk.perform(RestoreBackup(0, 1, Digest("0" * 64), None), admin)


def confirm(bench: Bench) -> None:
    """Let somebody confirm what was put back."""
    admin = log_in(bench.desk, frozenset({Role.ADMINISTRATOR}), "bo")[Role.ADMINISTRATOR]
    bench.desk.perform(ConfirmRestore(), admin)


def test_a_held_desk_does_not_look_for_what_it_sent(outbox: Outbox) -> None:
    outbox.queue()
    assert tick(outbox).state is DeliveryState.SENT
    put_back(outbox.bench)
    before = outbox.desk.read.log_size()
    assert nothing_due(outbox)
    assert outbox.platform.calls == ["reply"]
    assert outbox.desk.read.log_size() == before
    confirm(outbox.bench)
    assert tick(outbox).state is DeliveryState.VERIFIED


@pytest.mark.requirement("B2")
def test_a_held_desk_builds_no_packet_and_tells_of_no_way(counter: Counter) -> None:
    put_back(counter.bench)
    before = counter.bench.desk.read.log_size()
    assert counter.nothing_due()
    assert forward(counter.bench.desk, None, counter.mail_of) == ()
    assert (counter.built, counter.bench.desk.read.log_size()) == ([], before)
    confirm(counter.bench)
    assert counter.tick().state is DeliveryState.SENT


def test_a_held_desk_notes_no_time_in_which_nobody_read(bench: Bench) -> None:
    now = bench.clock()
    read = Coverage(SOURCE, now, now, CoverageState.COMPLETE, 0, 0)
    bench.desk.perform(RecordCoverage(Name(SOURCE), read, None), SYSTEM)
    put_back(bench)
    bench.clock.pass_by(12 * HOUR)
    assert note_unread(bench.desk, SOURCE) is None
    confirm(bench)
    assert note_unread(bench.desk, SOURCE) is not None
