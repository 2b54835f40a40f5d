"""A desk is made once, opens with its key, and only reads without it."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import App, has_desk, make_desk, open_app
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import ForeignFileError, ReadOnlyError, SecretError, StoreError
from webcare_desk.paths import protocols_dir
from webcare_desk.settings import (
    CourierKind,
    CourierSettings,
    Settings,
    SourceKind,
    SourceSettings,
)
from webcare_desk.vault.registered import own_name, read_verifier
from webcare_desk.vault.secret import MemorySecrets, Secret


@pytest.fixture
def folder(tmp_path: Path, secrets: MemorySecrets) -> Path:
    """Make a desk."""
    make_desk(tmp_path / "a" / "desk", secrets)
    return tmp_path / "a" / "desk"


@pytest.fixture
def app(folder: Path, secrets: MemorySecrets) -> Iterator[App]:
    """Open that desk."""
    with contextlib.closing(open_app(folder, secrets)) as app:
        yield app


def test_a_new_desk_has_its_key_its_first_entry_and_no_secret_in_its_folder(
    app: App, secrets: MemorySecrets
) -> None:
    assert has_desk(app.folder)
    assert app.desk.read.fact("verifier") == app.verifier == read_verifier(app.folder)
    assert [entry.action for entry in app.desk.read.entries_after(-1, 9)] == ["make-desk"]
    assert (app.is_demo, app.read_only, app.settings) == (False, "", Settings())
    key = secrets.get(f"log-key:{app.desk.read.fact('origin')}")
    assert key is not None
    contents = [file.read_bytes() for file in app.folder.rglob("*") if file.is_file()]
    assert not any(key.reveal().encode() in content for content in contents)


def test_a_desk_is_not_made_over_another(folder: Path, secrets: MemorySecrets) -> None:
    before = read_verifier(folder)
    with pytest.raises(ForeignFileError):
        make_desk(folder, secrets)
    assert read_verifier(folder) == before
    with contextlib.closing(open_app(folder, secrets)) as app:
        assert app.read_only == ""


def test_a_demo_desk_says_so(tmp_path: Path, secrets: MemorySecrets) -> None:
    make_desk(tmp_path, secrets, is_demo=True)
    with contextlib.closing(open_app(tmp_path, secrets)) as app:
        assert app.is_demo


def test_a_folder_that_cannot_be_used_is_a_sentence(
    tmp_path: Path, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in its place", encoding="utf-8")
    with pytest.raises(ReadOnlyError, match="cannot be used for a desk"):
        make_desk(tmp_path / "file", secrets)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnlyError, match="no permission to write"):
        make_desk(tmp_path / "closed", secrets)
    assert not has_desk(tmp_path / "closed")


@pytest.mark.requirement("E3")
def test_without_its_key_a_desk_can_be_read_but_not_changed(folder: Path) -> None:
    class Locked(MemorySecrets):
        """A keyring that does not open."""

        def get(self, name: str) -> Secret | None:
            """Refuse."""
            del name
            msg = "The keyring is locked."
            raise SecretError(msg)

    for keyring, reason in ((MemorySecrets(), "not in this keyring"), (Locked(), "is locked")):
        with contextlib.closing(open_app(folder, keyring)) as app:
            assert reason in app.read_only
            assert ("audit continue" in app.read_only) == (reason == "not in this keyring")
            assert app.desk.read.log_size() == 1
            act = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))
            with pytest.raises(SecretError, match=reason):
                app.desk.perform(act, system_actor())
            assert app.desk.read.log_size() == 1


def test_a_desk_without_its_public_key_is_a_sentence(folder: Path, secrets: MemorySecrets) -> None:
    (folder / "log.vkey").unlink()
    with pytest.raises(StoreError, match=r"log\.vkey cannot be read: .*, or write the key into it"):
        open_app(folder, secrets)


def test_a_public_key_that_is_damaged_is_no_key_that_was_lost(
    folder: Path, secrets: MemorySecrets
) -> None:
    key = (folder / "log.vkey").read_bytes()
    for damaged in (b"", b"\xff\xfe", b"x", b"+" + key, key[:-5], key.replace(b"+", b"+0", 1)):
        (folder / "log.vkey").write_bytes(damaged)
        with pytest.raises(StoreError, match=r"log\.vkey is damaged.*from a copy of this folder"):
            open_app(folder, secrets)
    (folder / "log.vkey").write_bytes(key.strip() + b"\r\n")
    with contextlib.closing(open_app(folder, secrets)) as app:
        assert app.read_only == ""


def test_a_protocol_is_put_in_force_once_and_kept(app: App) -> None:
    app.put_protocol_in_force()
    app.put_protocol_in_force()
    actions = [entry.action for entry in app.desk.read.entries_after(-1, 9)]
    assert actions == ["make-desk", "put-protocol-in-force"]
    assert (app.folder / "protocol-in-force" / "varen").is_dir()
    assert app.plans == app.protocol.plans
    assert app.triage.protocol is app.protocol


def test_a_protocol_with_problems_does_not_come_into_force(
    folder: Path, secrets: MemorySecrets, tmp_path: Path
) -> None:
    packs = shutil.copytree(protocols_dir(), tmp_path / "packs")
    settings = Settings(protocols=str(packs))
    with contextlib.closing(open_app(folder, secrets, settings)) as app:
        app.put_protocol_in_force()
    (packs / "varen" / "rules.yaml").write_text("rules: 1\n", encoding="utf-8")
    with contextlib.closing(open_app(folder, secrets, settings)) as app:
        app.put_protocol_in_force()
        assert app.in_force.problems
        assert app.desk.read.log_size() == 2


def test_the_settings_give_the_connectors_and_the_courier(
    folder: Path, secrets: MemorySecrets
) -> None:
    settings = Settings(
        courier=CourierSettings(CourierKind.FOLDER),
        sources=(SourceSettings("village", SourceKind.SANDBOX, "http://127.0.0.1:1"),),
    )
    with contextlib.closing(open_app(folder, secrets, settings)) as app:
        assert isinstance(app.courier, FolderCourier)
        assert list(app.connectors) == ["village"]
        with pytest.raises(SecretError, match="no secret “source:village”: set it with"):
            app.connectors["village"].fetch(None)
        asked = app.secret("source:village")
        secrets.put("source:village", Secret("of another brand"))
        with pytest.raises(SecretError):
            asked()
        secrets.put(own_name(app.verifier, "source:village"), Secret("token"))
        assert asked() == Secret("token")


def test_without_settings_there_is_no_way_to_pv(app: App) -> None:
    assert app.courier is None
    assert app.connectors == {}


def test_a_desk_whose_making_was_cut_off_is_finished_at_the_next_start(
    tmp_path: Path, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    class CutOffError(Exception):
        pass

    def cut_off(*_: object) -> None:
        raise CutOffError

    with monkeypatch.context() as patch:
        patch.setattr("webcare_desk.app.create_store", cut_off)
        with pytest.raises(CutOffError):
            make_desk(tmp_path, secrets)
    assert not has_desk(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_off)
        with pytest.raises(CutOffError):
            make_desk(tmp_path, secrets)
    assert (tmp_path / "log.vkey").exists()
    assert not has_desk(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("webcare_desk.app.Desk.perform", cut_off)
        with pytest.raises(CutOffError):
            make_desk(tmp_path, secrets)
    for _ in range(2):
        with contextlib.closing(open_app(tmp_path, secrets)) as app:
            assert [entry.action for entry in app.desk.changes(-1)] == ["make-desk"]
            assert app.desk.read.fact("verifier") == app.verifier


@pytest.mark.parametrize(
    "left",
    [
        "desk.db-wal",
        "backups/desk-20260303T090000000000Z.db",
        "backups/before-0002_mood.db",
        "log.vkey",
    ],
)
def test_no_desk_is_made_where_one_is_missing(tmp_path: Path, left: str) -> None:
    """A database that is gone is never replaced silently: what is left of it tells."""
    place = tmp_path / left
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"something")
    assert has_desk(tmp_path)
    with pytest.raises(ForeignFileError, match="There is a desk in"):
        make_desk(tmp_path, MemorySecrets())
    assert not (tmp_path / "desk.db").exists()
    place.unlink()
    assert not has_desk(tmp_path)
    make_desk(tmp_path, MemorySecrets())
