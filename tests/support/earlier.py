"""Desks as an earlier version of the program makes them."""

import contextlib
from collections.abc import Iterator

import pytest
from sqlite_utils.migrations import Migrations

from webcare_desk.domain.epoch import Epoch
from webcare_desk.store.sqlite import migrations as migrating
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite import store as storing
from webcare_desk.store.sqlite import verify as verifying
from webcare_desk.store.sqlite.connection import SET_NAME
from webcare_desk.store.sqlite.replay import Replayed


@contextlib.contextmanager
def program_of(version: int) -> Iterator[None]:
    """Let this program know its first `version` migrations only, for a while."""
    steps = Migrations(SET_NAME)
    steps._migrations += migrating.migrations()._migrations[:version]
    names = opening.MIGRATIONS[:version]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "migrations", lambda: steps)
        patch.setattr(opening, "MIGRATIONS", names)
        # Its replay knew its own tables; ours upgrades a copy, which it must not.
        patch.setattr(verifying, "compared", lambda *_, **__: Replayed(0, 0, ()))
        if "0008_anchors" not in names:  # it knew one key alone
            patch.setattr(storing, "read_epoch", lambda _: Epoch())
        yield
