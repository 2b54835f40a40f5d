"""PV's answer in the register: about a report whose follow-up is kept back, and of a number alone."""

import pytest

from tests.ui.caseroom import Desk, desk
from webcare_desk.domain.case_state import CaseState

__all__ = ["desk"]


@pytest.mark.parametrize("state", [CaseState.FOLLOW_UP, CaseState.CORRECTED])
def test_an_answer_is_offered_while_the_latest_version_is_kept_back(
    desk: Desk, state: CaseState
) -> None:
    desk.window.bar.offer(state)
    assert desk.window.bar.buttons["answer"].isEnabled()
    desk.window.bar.offer(CaseState.DRAFTED)
    assert not desk.window.bar.buttons["answer"].isEnabled()
