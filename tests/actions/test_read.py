"""Reading that is followed, and files that leave: whose words they were, also on a full disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import arrival, escalate, take_in
from webcare_desk.actions import Claim, Read
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.awareness import first_act
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import DiskFullError, RefusedError
from webcare_desk.store.room import Limits, Room

HUGE = 2**62


def last(desk: Desk) -> AuditEntry:
    """Return the last entry."""
    return desk.read.entries_after(desk.read.log_size() - 2, 9)[-1]


@pytest.mark.requirement("C1")
def test_what_was_read_of_a_case_or_a_comment_is_an_entry_about_that_comment(
    desk: Desk, anna: Actor, people: dict[Role, Actor]
) -> None:
    take_in(desk, arrival(1), arrival(2))
    case = escalate(desk, 2, anna)
    auditor = people[Role.AUDITOR]
    desk.perform(Read(Name("packet"), case=case), auditor)
    found = last(desk)
    assert (found.subject, dict(found.detail)) == (2, {"what": "packet", "escalation": case})
    assert found.changes == ()
    desk.perform(Read(Name("comment-originals"), comment=1), auditor)
    assert (last(desk).subject, dict(last(desk).detail)) == (1, {"what": "comment-originals"})
    before = desk.read.log_size()
    with pytest.raises(RefusedError, match="no case 9"):
        desk.perform(Read(Name("packet"), case=9), auditor)
    assert desk.read.log_size() == before


def test_reading_is_recorded_on_a_disk_that_is_nearly_full(
    desk: Desk, anna: Actor, tmp_path: Path
) -> None:
    take_in(desk, arrival(1))
    full = replace(desk, room=Room(tmp_path, Limits(HUGE, HUGE, 0)))
    with pytest.raises(DiskFullError):
        full.perform(Claim(1), anna)
    full.perform(Read(Name("inbox")), anna)
    assert last(desk).action == "read"


def test_who_reads_a_case_has_seen_no_words_but_those_that_pv_has(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    since = desk.read.log_size() - 1
    desk.perform(Read(Name("case-export"), case=case), anna)
    assert first_act(desk.read.entries_after(since, 9)) is None
    desk.perform(Read(Name("protocol-explain"), comment=1), anna)
    assert first_act(desk.read.entries_after(since, 9)) == last(desk).at
