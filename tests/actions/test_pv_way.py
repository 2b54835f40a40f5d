"""The way to PV: that it is another one is kept until somebody who answers for reports has looked."""

import pytest

from tests.support.desks import SYSTEM
from webcare_desk.actions import RecordSettings, SeePvWay
from webcare_desk.actions.pv_way import new_way, unseen_keys
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError


def record(desk: Desk, **said: str) -> None:
    """Let the log know these settings; `pv_folder` stands for `pv.folder`."""
    keys = {name.replace("_", "."): digest(value.encode()) for name, value in said.items()}
    desk.perform(RecordSettings(tuple(keys.items())), SYSTEM)


def unseen(desk: Desk) -> tuple[str, ...]:
    found = new_way(desk.read)
    return () if found is None else found.keys


@pytest.mark.requirement("E2")
def test_another_way_is_told_until_somebody_has_looked(desk: Desk, anna: Actor) -> None:
    record(desk, pv_kind='"folder"', pv_folder="A")
    assert unseen(desk) == ()
    record(desk, pv_kind='"folder"', pv_folder="B")
    record(desk, pv_kind='"folder"', pv_folder="B", desk_language="nl")
    record(desk, pv_kind='"smtp"', pv_folder="B", desk_language="nl")
    found = new_way(desk.read)
    assert found is not None
    assert found.keys == ("pv.folder", "pv.kind")
    with pytest.raises(RefusedError, match="changed again"):
        desk.perform(SeePvWay(found.at - 1), anna)
    desk.perform(SeePvWay(found.at), anna)
    assert unseen(desk) == ()
    with pytest.raises(RefusedError, match="already"):
        desk.perform(SeePvWay(found.at), anna)


def test_a_first_way_is_none_that_changed_and_one_after_it_is(desk: Desk, anna: Actor) -> None:
    record(desk, pv_kind='"none"')
    record(desk, pv_kind='"folder"', pv_folder="A")
    assert unseen(desk) == ()
    assert unseen_keys(desk.read, ["pv.folder", "desk.pack"]) == ("pv.folder",)
    record(desk, desk_language="nl")
    found = new_way(desk.read)
    assert found is not None
    desk.perform(SeePvWay(found.at), anna)
    record(desk, pv_kind='"folder"', pv_folder="B")
    assert unseen(desk) == ("pv.folder", "pv.kind")
