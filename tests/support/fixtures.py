"""A desk for each test; afterwards its log must verify and its replay be equal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import Bench, benches, copy_of, log_in, make_bench
from tests.support.life import live
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Make one desk, close it, and let the tests work on copies."""
    made = make_bench(tmp_path_factory.mktemp("pristine"))
    made.desk.store.close()
    return made


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Make one desk on which everything has happened, and close it."""
    made = make_bench(tmp_path_factory.mktemp("lived"))
    live(made)
    made.require_sound()
    made.desk.store.close()
    return made


@pytest.fixture
def victim(lived: Bench, tmp_path: Path) -> Iterator[Bench]:
    """Give a copy of the desk that has lived, to be tampered with."""
    copy = copy_of(lived, tmp_path)
    yield copy
    copy.desk.store.close()


@pytest.fixture
def bench(pristine: Bench, tmp_path: Path) -> Iterator[Bench]:
    """Give a new desk that must be sound when the test is over."""
    yield from benches(pristine, tmp_path)


@pytest.fixture
def desk(bench: Bench) -> Desk:
    """Give the desk alone."""
    return bench.desk


@pytest.fixture
def people(desk: Desk) -> dict[Role, Actor]:
    """Log Anna in once in each role a person can have."""
    return log_in(desk)


@pytest.fixture
def anna(people: dict[Role, Actor]) -> Actor:
    """Give Anna as a supervisor, who may do nearly everything a moderator does."""
    return people[Role.SUPERVISOR]
