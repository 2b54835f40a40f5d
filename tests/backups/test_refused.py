"""A restore that is refused or fails leaves desk and keyring as they were; codes are asked for."""

import base64
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.backups.conftest import ANNA, PASSWORD, Opened, put_back
from tests.support.desks import arrival, take_in
from webcare_desk import people
from webcare_desk.actions.backup import is_held
from webcare_desk.app import App
from webcare_desk.backups import restore as restoring
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.restore import Credentials
from webcare_desk.clock import now
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import CodeNeededError, LoginError, SecretError, StoreError
from webcare_desk.vault import totp
from webcare_desk.vault.log_keys import LOG_KEY
from webcare_desk.vault.secret import MemorySecrets, Secret

Working = tuple[App, Opened, MemorySecrets]


@pytest.fixture
def working(app: App, opened: Opened, secrets: MemorySecrets, anna: Actor) -> Working:
    """Give a desk with people, how to open it again, and its keyring."""
    del anna
    return app, opened, secrets


def code_of(key: Secret, at: int) -> str:
    """Return the six digits that somebody's telephone shows."""
    return totp.code(base64.b32decode(key.reveal()), totp.step_at(at))


def require_usable(opened: Opened) -> None:
    """Fail unless the desk that stood there takes comments in."""
    again = opened()
    assert again.read_only == ""
    take_in(again.desk, arrival(9))
    again.close()


@pytest.mark.requirement("B2")
def test_who_uses_codes_restores_with_one_and_loses_nothing_without(
    app: App, opened: Opened, secrets: MemorySecrets, anna: Actor
) -> None:
    key = totp.new_key()
    people.enrol(app.desk, secrets, key, code_of(key, app.desk.clock()), anna)
    made = make_backup(app)
    with pytest.raises(CodeNeededError):
        put_back(app, secrets, made)
    with pytest.raises(LoginError, match="code is wrong"):
        put_back(app, secrets, made, replace(ANNA, more=people.More("000000")))
    require_usable(opened)
    with_code = replace(ANNA, more=people.More(code_of(key, now())))
    put_back(opened(), secrets, made, with_code)
    assert is_held(opened().desk.read)
    kept = {name for name in secrets._kept if name.startswith("log-")}
    assert kept == {f"log-{what}:{new_name(app)}" for what in ("key", "mark")}


@pytest.mark.parametrize("step", ["_record", "copy_versions", "_exchange"])
@pytest.mark.parametrize("error", [StoreError("the disk failed"), KeyboardInterrupt()])
def test_what_fails_on_the_way_leaves_the_present_desk_its_mark_and_key(
    working: Working, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    app, opened, secrets = working
    made = make_backup(app)
    app.close()
    before = dict(secrets._kept)

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(restoring, step, fail)
        with pytest.raises(type(error)):
            put_back(app, secrets, made)
    assert {name: secrets.get(name) for name in before} == before
    assert set(secrets._kept) - set(before) <= {f"{LOG_KEY}:{new_name(app)}"}
    require_usable(opened)


def as_windows(source: Path, target: Path, rename: Callable[..., None] = os.rename) -> None:
    """Rename as Windows does: never onto a file that is there."""
    if target.exists():
        raise FileExistsError(17, "Cannot create a file when that file already exists")
    rename(source, target)


def test_a_second_restore_finds_the_earlier_keys_there_also_on_windows(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, opened, secrets = working
    made = make_backup(app)
    monkeypatch.setattr(os, "rename", as_windows)
    for _ in range(2):
        put_back(app, secrets, made)
        app = opened()
        assert (app.read_only, is_held(app.desk.read)) == ("", True)


@pytest.mark.parametrize("call", range(1, 5))
def test_a_file_that_cannot_be_moved_leaves_the_present_desk_in_place(
    working: Working, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    """Another program may have a file open, at whichever step."""
    app, opened, secrets = working
    made = make_backup(app)
    put_back(app, secrets, made)
    app = opened()
    whole = app.desk.read.log_size()
    synced: list[Path] = []

    def fail(path: Path) -> None:
        synced.append(path)
        if len(synced) == call:
            raise PermissionError(13, "The file is in use", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "sync", fail)
        with pytest.raises(StoreError):
            put_back(app, secrets, made)
    again = opened()
    assert (again.read_only, again.desk.read.log_size()) == ("", whole)


def new_name(app: App) -> str:
    """Return under which name the log would have gone on."""
    return app.verifier.split("+", 1)[0] + "/fork-1"


@pytest.mark.usefixtures("anna")
def test_a_refused_restore_of_the_same_log_moves_no_mark(
    app: App, opened: Opened, secrets: MemorySecrets
) -> None:
    """Where the keyring remembers nothing the log need not fork, and the stage signs as it does."""
    made = make_backup(app)
    app.desk.store.close()
    app.water.forget()
    before = dict(secrets._kept)
    with pytest.raises(LoginError):
        restoring.restore(
            app.folder, secrets, made, restoring.Standing(wrong(ANNA)), app.desk.clock()
        )
    assert secrets._kept == before
    require_usable(opened)


def wrong(who: Credentials) -> Credentials:
    """Return somebody with another password."""
    return replace(who, password=Secret(PASSWORD.reveal() + "!"))


@pytest.mark.usefixtures("anna")
def test_where_the_old_key_stays_it_is_said_that_the_desk_was_put_back(
    app: App, opened: Opened, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(app)
    with monkeypatch.context() as patch:
        patch.setattr(MemorySecrets, "forget", lambda *_: None)
        with pytest.raises(SecretError, match=r"was put back, but the keyring .* still has"):
            put_back(app, secrets, made)
    again = opened()
    assert (again.read_only, is_held(again.desk.read)) == ("", True)
    old = again.verifier.split("+", 1)[0].removesuffix("/fork-1")
    assert f"{LOG_KEY}:{old}" in secrets._kept
