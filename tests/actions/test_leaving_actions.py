"""A session ends once, whoever ends it."""

import pytest

from tests.support.desks import SYSTEM
from webcare_desk.actions import EndLeftSession
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError


def test_a_session_that_was_left_is_ended_once(desk: Desk, anna: Actor) -> None:
    desk.perform(EndLeftSession(anna.session), SYSTEM)
    with pytest.raises(RefusedError, match="has ended already"):
        desk.perform(EndLeftSession(anna.session), SYSTEM)
