"""A ground on which every function was tried once, and all of it went well."""

from collections.abc import Iterator

import pytest

from webcare_desk.demo.stage import Stage
from webcare_desk.qualification.check import Check
from webcare_desk.qualification.ground import Given, Ground
from webcare_desk.qualification.operation import tried_on


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """Run a stage on which the checks can be made."""
    place = tmp_path_factory.mktemp("ground")
    with Stage(place / "desk", undo_seconds=0) as stage:
        yield Ground(stage, place, Given(lambda: ("varen 1.0", ())))


@pytest.fixture(scope="module")
def checks(ground: Ground) -> dict[str, Check]:
    """Make every check once, by its id."""
    return {check.id: check for check in tried_on(ground)}
