"""What a stop left open is ended at the next start, and nothing that works."""

from tests.support.desks import HOUR, Bench, log_in
from webcare_desk.actions import Lock, LockCause
from webcare_desk.domain.moderator import Role
from webcare_desk.jobs.left import end_left


def test_what_a_stop_left_open_is_ended_and_what_works_is_not(bench: Bench) -> None:
    """Only the session of a stopped window is known by its name; a stopped command falls silent."""
    people = log_in(bench.desk)
    window, works = people[Role.SUPERVISOR], people[Role.MODERATOR]
    bench.clock.pass_by(HOUR)
    for each in (window, works):
        bench.desk.perform(Lock(LockCause.IDLE), each)
    bench.clock.pass_by(HOUR // 2)
    end_left(bench.desk, window.session)
    assert [each.actor for each in bench.desk.read.open_sessions()] == [works]
    ends = [
        each.actor
        for each in bench.desk.read.entries_after(0, 100)
        if each.action == "end-left-session"
    ]
    assert ends == ["system"] * (len(people) - 1)
