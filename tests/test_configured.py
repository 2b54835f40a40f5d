"""A change of a desk's settings is an entry at the next opening: which keys, never what they say."""

import contextlib
from pathlib import Path

import pytest

from webcare_desk import oversight
from webcare_desk.actions import RecordSettings
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.audit import AuditEntry, digest
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import RefusedError
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.settings import Settings
from webcare_desk.vault.secret import MemorySecrets

PV = """[pv]
kind = "smtp"
host = "mail.example"
user = "desk"
sender = "desk@orvanta.example"
recipient = "drugsafety@orvanta.example"
[[source]]
name = "blog"
kind = "wordpress"
url = "https://blog.example"
"""


@pytest.fixture
def folder(tmp_path: Path, secrets: MemorySecrets) -> Path:
    """Return the folder of a desk whose settings the log knows."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    (folder / "desk.toml").write_text(PV, encoding="utf-8")
    open_app(folder, secrets).close()
    return folder


def recorded(app: App) -> list[AuditEntry]:
    return [
        each for each in app.desk.read.entries_after(-1, 99) if each.action == "record-settings"
    ]


def set_to(folder: Path, text: str) -> None:
    (folder / "desk.toml").write_text(text, encoding="utf-8")


@pytest.mark.requirement("E2")
def test_what_changed_is_named_and_not_what_it_says(folder: Path, secrets: MemorySecrets) -> None:
    set_to(folder, PV.replace("mail.example", "evil.example").replace("blog.ex", "log.ex"))
    open_app(folder, secrets).close()
    set_to(folder, PV.partition("[[")[0].replace("mail.example", "evil.example"))
    with contextlib.closing(open_app(folder, secrets)) as app:
        first, second, third = (
            {name: said for name, said in each.detail.items() if name != "digest"}
            for each in recorded(app)
        )
        assert first["pv.host"] == first["source.blog.url"] == "added"
        assert second == {"pv.host": "changed", "source.blog.url": "changed"}
        assert third == dict.fromkeys(
            ("source.blog.kind", "source.blog.name", "source.blog.url"), "removed"
        )
        assert not any(b"evil" in each.leaf for each in recorded(app))
        asked = oversight.Asked(0, app.desk.clock() + 1, "")
        found = oversight.periodic(app.desk, asked, "", 1)
        assert "Settings that changed (3)" in oversight.as_text(found)
    assert verify_log(folder).holds
    assert replay_log(folder).is_equal


def test_settings_that_stay_are_recorded_once(folder: Path, secrets: MemorySecrets) -> None:
    set_to(folder, f"# other words, the same settings\n{PV}")
    with contextlib.closing(open_app(folder, secrets)) as app:
        assert len(recorded(app)) == 1
        keys = tuple((key, digest(value.encode())) for key, value in app.settings.keys)
        with pytest.raises(RefusedError, match="that the log knows"):
            app.desk.perform(RecordSettings(keys), system_actor())


def test_nothing_is_recorded_where_there_is_no_key_or_the_settings_are_not_the_desks(
    folder: Path, secrets: MemorySecrets
) -> None:
    set_to(folder, "")
    open_app(folder, secrets, Settings(language="nl")).close()
    open_app(folder, MemorySecrets()).close()
    with contextlib.closing(open_app(folder, secrets, Settings())) as app:
        assert len(recorded(app)) == 1


def test_a_desk_without_settings_has_none_to_record(tmp_path: Path, secrets: MemorySecrets) -> None:
    make_desk(tmp_path / "bare", secrets)
    with contextlib.closing(open_app(tmp_path / "bare", secrets)) as app:
        assert recorded(app) == []
