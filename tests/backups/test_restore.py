"""A desk put back from a backup: the same head, nothing deleted, nothing sent twice."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.backups.conftest import PASSWORD, Opened, put_back
from tests.support.desks import SYSTEM, arrival, escalate, take_in
from tests.support.edges import edge_of
from tests.support.passwords import CHEAP
from tests.support.signing import Signer, staff
from webcare_desk import actions, people
from webcare_desk.actions.backup import is_held
from webcare_desk.app import App, open_app
from webcare_desk.backups import restore as restoring
from webcare_desk.backups.confirm import confirm_restore
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.restore import Credentials, lost_by
from webcare_desk.backups.salvage import salvaged
from webcare_desk.backups.shelf import backups_of, shelf_of
from webcare_desk.backups.verify import flaw_of
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import (
    BusyError,
    CorruptFileError,
    DeniedError,
    LoginError,
    RefusedError,
    SecretError,
    StaleError,
    StoreError,
)
from webcare_desk.instance import hold
from webcare_desk.protocol.versions import archive, files_of
from webcare_desk.store.base import LogFilter
from webcare_desk.vault.secret import MemorySecrets, Secret


@pytest.mark.requirement("B2")
def test_a_restored_desk_has_the_head_of_its_backup(
    app: App, opened: Opened, secrets: MemorySecrets, anna: Actor
) -> None:
    take_in(app.desk, arrival(1))
    version = archive(app.protocols, app.folder, "d" * 64)
    made = make_backup(app)
    shutil.rmtree(version)
    take_in(app.desk, arrival(2))
    lost = lost_by(app.folder, made)
    assert lost == {"record-backup": 1, "ingest": 1}
    whole = app.desk.read.log_size()
    aside = put_back(app, secrets, made)
    again = opened()
    leaves = [leaf for _, leaf in again.desk.store.leaves()]
    assert edge_of(leaves[: made.entries]).root().hex() == made.root
    names = [entry.action for entry in again.desk.changes(made.entries - 1)]
    assert names == ["continue-after-fork", "log-in", "restore-backup", "log-out"]
    entry = again.desk.changes(made.entries + 1)[0]
    assert (entry.detail["root"], entry.detail["lost"]) == (made.root, 2)
    assert entry.actor == anna.moderator
    assert again.desk.read.comment(2) is None
    with salvaged(aside) as old:
        assert old.log_size() == whole
    assert not (app.folder / "restoring").exists()
    assert files_of(version), "the version of the protocol came back"


def test_until_it_is_confirmed_nothing_leaves_and_nothing_is_claimed(
    app: App, opened: Opened, secrets: MemorySecrets, anna: Actor
) -> None:
    one, two = take_in(app.desk, arrival(1), arrival(2))
    reply = app.desk.perform(actions.QueueReply(one, "Beterschap", None, 0), anna)
    escalate(app.desk, two, anna)
    made = make_backup(app)
    put_back(app, secrets, made)
    again = opened()
    assert is_held(again.desk.read)
    found = again.desk.read.delivery(reply)
    assert found is not None
    assert (found.state, found.problem, found.attempts) == (DeliveryState.UNCERTAIN, "restored", 1)
    claim = actions.ClaimDelivery(reply, found.version, 1)
    with pytest.raises(StaleError, match="put back from a backup"):
        again.desk.perform(claim, SYSTEM)
    chief = people.log_in(again.desk, "anna", PASSWORD, Role.SUPERVISOR)
    again.desk.perform(actions.ConfirmRestore(), chief)
    assert again.desk.perform(claim, SYSTEM).attempts == 2, "so that it is looked up first"
    with pytest.raises(RefusedError, match="not held"):
        again.desk.perform(actions.ConfirmRestore(), chief)


def test_a_reply_that_was_undone_after_the_backup_can_be_called_back(
    app: App, opened: Opened, secrets: MemorySecrets, anna: Actor
) -> None:
    (one,) = take_in(app.desk, arrival(1))
    reply = app.desk.perform(actions.QueueReply(one, "Beterschap", None, 0), anna)
    made = make_backup(app)
    app.desk.perform(actions.CancelDelivery(reply), anna)
    put_back(app, secrets, made)
    again = opened()
    chief = people.log_in(again.desk, "anna", PASSWORD, Role.SUPERVISOR)
    again.desk.perform(actions.CancelDelivery(reply), chief)
    found = again.desk.read.delivery(reply)
    assert found is not None
    assert (found.state, found.problem) == (DeliveryState.FAILED, "restored")


@pytest.mark.requirement("B2")
@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    "damage", ["missing", "empty", "foreign", "key missing", "key foreign", "key cut"]
)
def test_a_desk_that_is_gone_comes_back(
    app: App, opened: Opened, secrets: MemorySecrets, damage: str
) -> None:
    made = make_backup(app)
    app.close()
    database, key = app.folder / "desk.db", app.folder / "log.vkey"
    whole = key.read_bytes()
    match damage:
        case "missing":
            database.unlink()
        case "empty":
            database.write_bytes(b"")
        case "foreign":
            database.write_bytes(b"Beste Anna,\n")
        case "key missing":
            key.unlink()
        case "key foreign":
            key.write_bytes(b"\xff")
        case _:
            key.write_bytes(whole[:-5])
    put_back(app, secrets, made)
    again = opened()
    assert whole in {path.read_bytes() for path in app.folder.glob("log-*.vkey")}
    assert is_held(again.desk.read)
    (entry,) = again.desk.changes(made.entries + 1, 1)
    assert (entry.detail["lost"] is None) == (damage in {"missing", "empty", "foreign"})
    assert entry.detail["again"] == (None if entry.detail["lost"] is None else 0)


@pytest.mark.usefixtures("anna")
def test_what_may_not_be_restored_leaves_everything_as_it_is(
    app: App, secrets: MemorySecrets
) -> None:
    people.add_moderator(
        app.desk,
        "mo",
        "Mo",
        frozenset({Role.MODERATOR}),
        PASSWORD,
        people.log_in(app.desk, "anna", PASSWORD, Role.ADMINISTRATOR),
        CHEAP,
    )
    made = make_backup(app)
    app.close()
    before = (app.folder / "desk.db").read_bytes()
    with pytest.raises(LoginError):
        put_back(app, secrets, made, Credentials("anna", Secret("wrong"), Role.SUPERVISOR))
    with pytest.raises(DeniedError):
        put_back(app, secrets, made, Credentials("mo", PASSWORD))
    with pytest.raises(RefusedError, match="a second person must stand for it"):
        put_back(app, secrets, made, second=None)
    with pytest.raises(LoginError):  # before anything is said of the backup
        put_back(app, secrets, made, Credentials("anna", Secret("wrong")), second=None)
    held = hold(app.folder)
    with pytest.raises(BusyError, match="open already in another window"):
        put_back(app, secrets, made)
    held.release()
    place = shelf_of(app.folder) / made.name
    whole = place.read_bytes()
    place.write_bytes(whole[:-4096])
    with pytest.raises(CorruptFileError, match="is not put back"):
        put_back(app, secrets, made)
    place.write_bytes(whole)
    assert (app.folder / "desk.db").read_bytes() == before
    assert sorted(path.name for path in app.folder.glob("re*")) == []


@pytest.mark.usefixtures("anna")
def test_a_restore_that_is_cut_off_leaves_the_old_desk_or_both(
    app: App, opened: Opened, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(app)
    take_in(app.desk, arrival(1))
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "_exchange_keys", cut_off)
        with pytest.raises(KeyboardInterrupt):
            put_back(app, secrets, made)
    (aside,) = app.folder.glob("replaced-*")
    assert not (app.folder / "desk.db").exists()
    with pytest.raises(StoreError, match="is missing"):
        open_app(app.folder, secrets)
    with salvaged(aside) as old:
        assert old.comment(1) is not None
    put_back(app, secrets, backups_of(app.folder)[0])
    assert is_held(opened().desk.read)


def cut_off(_folder: Path, _stage: Path, _aside: Path, back: ExitStack) -> None:
    """Stand for a power cut, which brings no file back."""
    back.pop_all()
    raise KeyboardInterrupt


def test_a_desk_without_a_database_has_nothing_to_salvage(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is missing"), salvaged(tmp_path):
        pass


def test_a_salvaged_desk_is_only_read(app: App) -> None:
    with salvaged(app.folder) as found:
        copy = Desk(found)
        with pytest.raises(SecretError, match="only for reading"):
            copy.perform(actions.RecordFailedLogin("nobody"), SYSTEM)


def test_where_two_could_approve_two_confirm(
    app: App, opened: Opened, secrets: MemorySecrets
) -> None:
    both = staff(app.desk, anna=Role.ADMINISTRATOR, bo=Role.SUPERVISOR)
    made = make_backup(app)
    persons = [Credentials(login, who.password) for login, who in both.items()]
    put_back(app, secrets, made, *persons)
    desk = opened().desk
    for login, is_done in (("anna", False), ("bo", True)):
        person = both[login].again(desk)
        assert confirm_restore(desk, person.actor, given(person)) is is_done
        assert is_held(desk.read) is not is_done
        if not is_done:
            with pytest.raises(RefusedError, match="a second person must"):
                confirm_restore(desk, person.actor, given(person))
    (entry,) = desk.read.entries(LogFilter(action=Name("confirm-restore")), None, 1)
    assert entry.detail == {"request": 1, "alone": False}


def test_one_alone_cannot_confirm_where_two_could(
    app: App, opened: Opened, secrets: MemorySecrets
) -> None:
    both = staff(app.desk, anna=Role.ADMINISTRATOR, bo=Role.SUPERVISOR)
    persons = [Credentials(login, who.password) for login, who in both.items()]
    put_back(app, secrets, make_backup(app), *persons)
    desk = opened().desk
    with pytest.raises(RefusedError, match="takes two persons"):
        desk.perform(actions.ConfirmRestore(), both["bo"].again(desk).actor)


def given(person: Signer) -> Callable[[], tuple[str, Secret]]:
    """Return how a person gives login and password to sign."""
    return lambda: (person.login, person.password)


def test_behind_what_the_keyring_remembers_the_log_goes_on_under_a_new_name(
    app: App, opened: Opened, secrets: MemorySecrets
) -> None:
    both = staff(app.desk, anna=Role.ADMINISTRATOR, bo=Role.SUPERVISOR)
    made = make_backup(app)
    take_in(app.desk, arrival(1))
    app.keep_mark()
    persons = [Credentials(login, who.password) for login, who in both.items()]
    for number in (1, 2):  # the second time it is the backup of a log that is over
        with pytest.raises(RefusedError, match="a second person must stand for it"):
            put_back(app, secrets, made, persons[0], None)
        put_back(app, secrets, made, *persons)
        app = opened()
        assert (app.read_only, is_held(app.desk.read)) == ("", True)
        assert f"/fork-{number}+" in app.verifier
        assert flaw_of(app.folder, made) == ""


@pytest.mark.usefixtures("anna")
def test_a_public_key_that_differs_from_the_desks_goes_aside_and_is_not_lost(
    app: App, secrets: MemorySecrets
) -> None:
    made = make_backup(app)
    (app.folder / "log.vkey").write_text("another/log+00000000+key", encoding="ascii")
    aside = put_back(app, secrets, made)
    assert (aside / "log.vkey").read_text(encoding="ascii") == "another/log+00000000+key"
    assert (app.folder / "log.vkey").read_text(encoding="ascii").startswith("webcare-desk/")
