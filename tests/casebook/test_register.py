"""The register: what it says of a case is what was frozen when the case was made."""

from dataclasses import replace

import pytest

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from tests.support.desks import arrival, escalate, take_in
from tests.support.safety import Safety
from webcare_desk.casebook.register import Register, listing_of
from webcare_desk.domain.filing import DayZero
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.register import RegisterFilter
from webcare_desk.pv.e2b.times import moment
from webcare_desk.pv.packet import to_json


def filed(safety: Safety, policy: DayZero) -> SafetyCase:
    (number,) = take_in(safety.bench.desk, arrival(7))
    case = replace(case_for(comment(number, TEXT, *FINDINGS)), day_zero=policy)
    escalate(safety.bench.desk, number, safety.sanne.actor, to_json(case, "").decode("ascii"))
    return case


@pytest.mark.requirement("P23")
@pytest.mark.parametrize("policy", DayZero)
def test_day_zero_is_the_one_that_was_frozen_with_the_case(safety: Safety, policy: DayZero) -> None:
    case, desk = filed(safety, policy), safety.bench.desk
    row = desk.read.register_row(2)
    assert row is not None
    assert row.day_zero_at == case.day_zero_at
    made = listing_of(desk.read, Register(lambda _: None), RegisterFilter(), safety.bench.clock())
    zeros = [line[made.header.index("day zero")] for line in made.rows]
    assert zeros[0] == f"{moment(case.day_zero_at):%Y-%m-%d %H:%M UTC}"


def test_where_the_packet_is_gone_the_first_look_is_left(safety: Safety) -> None:
    (number,) = take_in(safety.bench.desk, arrival(7))
    case = escalate(safety.bench.desk, number, safety.sanne.actor, "")
    row, found = (
        safety.bench.desk.read.register_row(case),
        safety.bench.desk.read.escalation(case),
    )
    assert row is not None
    assert found is not None
    assert row.day_zero_at == found.aware_at
