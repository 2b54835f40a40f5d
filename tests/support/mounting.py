"""Disks that a test mounts: where they cannot be, it skips, unless the gate found that they can."""

import os
from typing import NoReturn

import pytest

#: The kinds that could be mounted before the tests began, as `.ci/run` tried them.
REQUIRED = "WEBCARE_DESK_REQUIRE_MOUNT"


def give_up(kind: str) -> NoReturn:
    """Skip the test that needs a disk of a kind; fail where the gate requires it."""
    reason = f"no {kind} may be mounted here"
    if kind in os.environ.get(REQUIRED, "").split():
        pytest.fail(reason)
    pytest.skip(reason)
