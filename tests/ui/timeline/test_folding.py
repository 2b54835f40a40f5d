"""However long PV's server is away, a comment's timeline and story tell who did what."""

import pytest

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, escalate, take_in
from tests.support.fixtures import anna, bench, desk, people, pristine
from webcare_desk.actions import AddNote, ClaimDelivery, RecordFailure
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.audit.story import read_story
from webcare_desk.ui.timeline.folding import every_entry, folded
from webcare_desk.ui.timeline.pane import history

__all__ = ["anna", "bench", "desk", "people", "pristine"]
TRIES = 260


@pytest.fixture
def comment(bench: Bench, anna: Actor) -> int:
    """Give a comment that was escalated while PV's server was away for a long weekend."""
    (comment,) = take_in(bench.desk, arrival(1))
    escalate(bench.desk, comment, anna)
    (packet,) = bench.desk.read.deliveries_of(comment)
    for each in range(TRIES):
        version = packet.version + 2 * each
        bench.desk.perform(ClaimDelivery(packet.id, version, HOUR, "mail"), SYSTEM)
        bench.clock.pass_by(HOUR // 4)
        failed = RecordFailure(packet.id, Name("unavailable"), bench.clock.at, version + 1)
        bench.desk.perform(failed, SYSTEM)
    return comment


def test_who_escalated_stands_in_the_timeline_and_the_story_after_a_long_outage(
    bench: Bench, anna: Actor, comment: int
) -> None:
    bench.desk.perform(AddNote(comment, "gebeld"), anna)
    names = {anna.moderator: "Anna"}
    found = history(bench.desk.read, comment, bench.clock.at)
    told = [entry.action for entry in found.entries]
    assert told[:3] == ["note", "record-failure", "claim-delivery"]
    assert told[-4:] == ["record-failure", "claim-delivery", "escalate", "open"]
    assert sum(found.told.more.values()) == 2 * TRIES - 4
    assert sum(found.told.more.values()) + len(told) == len(
        [*every_entry(bench.desk.read, comment)]
    )
    lines = read_story(bench.store, comment, names).splitlines()
    assert any("Anna escalated" in line for line in lines)
    [gap] = [line for line in lines if line.startswith("…")]
    assert gap == f"… {2 * TRIES - 4} more by the program"
    assert lines.index(gap) < next(n for n, line in enumerate(lines) if "private note" in line)


def entry(seq: int, action: str, role: str = "system", problem: str = "") -> AuditEntry:
    detail = {"problem": problem} if problem else {}
    changes = (("delivery", 7, {"state": ["held", "sending"]}),)
    return AuditEntry(seq, seq, role, role, "s", action, 1, detail, changes, b"{}")


def test_a_person_and_the_first_entry_are_never_left_out_and_each_problem_is_told() -> None:
    about = [
        entry(9, "record-failure", problem="unavailable"),
        entry(8, "hand-over"),
        entry(7, "record-failure", "moderator", "unavailable"),
        entry(6, "record-failure", problem="unavailable"),
        entry(5, "record-failure", problem="login-failed"),
        entry(4, "hand-over"),
        entry(3, "record-failure", problem="unavailable"),
        entry(2, "open", "moderator"),
        entry(1, "unescalate"),
    ]
    told = folded(about)
    assert [each.seq for each in told.entries] == [9, 8, 7, 5, 4, 3, 2, 1]
    assert told.more == {7: 1}


def test_of_what_the_program_did_the_newest_are_shown_and_the_first() -> None:
    told = folded([entry(seq, "hand-over") for seq in range(300, 0, -1)])
    assert [each.seq for each in told.entries] == [*range(300, 100, -1), 1]
    assert told.more == {101: 99}
