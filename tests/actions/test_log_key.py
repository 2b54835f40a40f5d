"""Going on after a fork: the act itself asks for the role, whoever calls it."""

import pytest

from tests.support.desks import Bench, log_in
from webcare_desk.actions import ContinueAfterFork
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import DeniedError


def test_nobody_goes_on_in_a_role_he_does_not_have(bench: Bench) -> None:
    moderator = log_in(bench.desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    second = log_in(bench.desk, frozenset({Role.SUPERVISOR}), "sam")[Role.SUPERVISOR]
    claimed = Actor(moderator.moderator, Role.SUPERVISOR, moderator.session)
    fork = ContinueAfterFork(Name("o/fork-1"), digest(b""), None, Name(second.moderator))
    before = bench.desk.read.log_size()
    with pytest.raises(DeniedError, match="may not act as supervisor"):
        bench.desk.perform(fork, claimed)
    assert bench.desk.read.log_size() == before
