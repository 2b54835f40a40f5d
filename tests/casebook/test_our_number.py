"""Our number of a case whose packet says none: what it ended in."""

from tests.support.desks import arrival, escalate, take_in
from tests.support.safety import Safety
from webcare_desk.casebook.reading import our_number
from webcare_desk.domain.identity import short_number


def test_of_a_packet_that_is_gone_the_end_of_its_number_is_left(safety: Safety) -> None:
    desk = safety.bench.desk
    (comment,) = take_in(desk, arrival(9))
    case = escalate(desk, comment, safety.sanne.actor)
    found = desk.read.escalation(case)
    assert found is not None
    assert our_number(desk.read, case) == short_number(found.uid)
    assert our_number(desk.read, 1) == "WD-2025-0001"
