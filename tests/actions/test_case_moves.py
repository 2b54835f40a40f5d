"""An event that does not fit a case is refused in words for each state and each event."""

from itertools import product

import pytest

from webcare_desk.actions.case_moves import next_of
from webcare_desk.domain.case_state import MOVES, CaseEvent, CaseState
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.errors import RefusedError

NEVER_SO = [
    (state, event) for state, event in product(CaseState, CaseEvent) if event not in MOVES[state]
]


@pytest.mark.parametrize(("state", "event"), NEVER_SO)
def test_what_does_not_fit_is_named_by_its_own_words(state: CaseState, event: CaseEvent) -> None:
    standing = CaseStanding(1, 1, 1, "", state, 0, 0, 1, None, None, None, None, None, 1)
    with pytest.raises(RefusedError) as refused:
        next_of(standing, event)
    assert str(refused.value) == f"This case is {state}: “{event}” does not fit that."
