"""A backup from before an upgrade is proven, and put back into the upgraded desk."""

from pathlib import Path

import pytest

from tests.backups.conftest import ANNA, BO, PASSWORD, put_back
from tests.support.earlier import program_of
from tests.support.passwords import CHEAP
from webcare_desk import actions, people
from webcare_desk.actions.backup import is_held
from webcare_desk.app import make_desk, open_app
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.shelf import backups_of
from webcare_desk.backups.verify import flaw_of
from webcare_desk.domain.moderator import Role
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.vault.secret import MemorySecrets


@pytest.mark.requirement("B2")
def test_a_backup_from_before_a_migration_is_put_back(tmp_path: Path) -> None:
    folder, secrets = tmp_path / "desk", MemorySecrets()
    with program_of(16):
        make_desk(folder, secrets)
        app = open_app(folder, secrets)
        people.add_first_administrator(app.desk, "anna", "Anna", PASSWORD, CHEAP)
        chief = people.log_in(app.desk, "anna", PASSWORD, Role.ADMINISTRATOR)
        officer = frozenset({Role.PV_OFFICER})
        people.add_moderator(app.desk, "bo", "Bo", officer, PASSWORD, chief, CHEAP)
        both = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
        app.desk.perform(actions.SetRoles(chief.moderator, both, active=True), chief)
        made = make_backup(app)
        app.close()
    assert verify_log(folder).flaw is None, "before the upgrade"
    app = open_app(folder, secrets)
    assert verify_log(folder).flaw is None, "after it"
    both_of_before = backups_of(folder)
    assert [each.name.partition("-")[0] for each in both_of_before] == ["before", "desk"]
    assert [flaw_of(folder, each) for each in both_of_before] == ["", ""]
    put_back(app, secrets, made, ANNA, BO)
    again = open_app(folder, secrets)
    assert is_held(again.desk.read)
    again.close()
    assert verify_log(folder).holds
    assert replay_log(folder).is_equal
