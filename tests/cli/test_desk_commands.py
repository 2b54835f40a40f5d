"""Making a desk, opening its window, and whether the machine has what it needs."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console, Windows
from webcare_desk.__main__ import main
from webcare_desk.cli import machine
from webcare_desk.cli.login import credentials
from webcare_desk.cli.terminal import SystemKeyring, Terminal, terminal_of
from webcare_desk.errors import SecretError, UsageError
from webcare_desk.paths import protocols_dir
from webcare_desk.settings import Settings, read_settings
from webcare_desk.vault import keyring
from webcare_desk.vault.secret import MemorySecrets, Secret

INIT = ("init", "--login", "ada", "--name", "Ada Smit")


def test_init_makes_a_desk_with_its_administrator_and_its_settings(nowhere: Console) -> None:
    said = nowhere.good(*INIT, "--language", "nl", stdin=f"{PASSWORD}\n")
    assert f"The desk is made in {nowhere.folder}" in said
    assert read_settings(nowhere.folder) == Settings(language="nl")
    assert "administrator" in nowhere.good("people", "list", user="ada")
    assert "holds" in nowhere.good("audit", "verify")
    with nowhere.opened() as app:
        assert app.desk.read.fact("protocol") == app.protocol.digest
        assert not app.is_demo


def test_every_setting_that_init_writes_as_an_example_is_one(nowhere: Console) -> None:
    nowhere.good(*INIT, stdin=f"{PASSWORD}\n")
    file = nowhere.folder / "desk.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    keys = [line.removeprefix("# ") for line in lines if "=" in line or line.startswith("# [")]
    file.write_text("\n".join(["[desk]", *keys]), encoding="utf-8")
    found = read_settings(nowhere.folder)
    assert found.courier.recipient == "drugsafety@example.org"
    assert [source.name for source in found.sources] == ["blog"]


def test_init_leaves_a_desk_and_its_settings_as_they_are(nowhere: Console) -> None:
    nowhere.folder.mkdir()
    (nowhere.folder / "desk.toml").write_text("[desk]\nundo_seconds = 3\n", encoding="utf-8")
    nowhere.good(*INIT, stdin=f"{PASSWORD}\n")
    assert read_settings(nowhere.folder).undo_seconds == 3
    before = (nowhere.folder / "log.vkey").read_bytes()
    assert "There is a desk" in nowhere.refused(*INIT, stdin=f"{PASSWORD}\n")
    assert (nowhere.folder / "log.vkey").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "stdin", "sentence"),
    [
        (("init",), "", "--login is missing"),
        (("init", "--login", "a"), "", "--name is missing"),
        (("init", "--login", " ", "--name", "b"), "", "--login is missing"),
        (INIT, "", "Password: give it on standard input"),
        (INIT, "kort\n", "at least 12 characters"),
        (INIT, "aaaabbbbccccdddd\n", "repeats itself"),
    ],
)
def test_a_desk_is_made_whole_or_not_at_all(
    nowhere: Console, words: tuple[str, ...], stdin: str, sentence: str
) -> None:
    assert sentence in nowhere.refused(*words, stdin=stdin)
    assert not nowhere.folder.exists()


def test_a_folder_that_cannot_be_used_is_a_sentence(nowhere: Console) -> None:
    nowhere.folder.write_text("a file in its place", encoding="utf-8")
    assert "cannot be used for a desk" in nowhere.refused(*INIT, stdin=f"{PASSWORD}\n")


def test_settings_that_cannot_be_written_are_a_sentence(
    nowhere: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.write_text

    def full(path: Path, *words: str, **more: str) -> int:
        if path.name == "desk.toml":
            raise OSError(28, "No space left on device")
        return whole(path, *words, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        assert "No space left" in nowhere.refused(*INIT, stdin=f"{PASSWORD}\n")
    nowhere.good(*INIT, stdin=f"{PASSWORD}\n")
    assert "ada" in nowhere.good("people", "list", user="ada", stdin=f"{PASSWORD}\n")


def test_with_settings_that_cannot_be_read_no_desk_is_made(nowhere: Console) -> None:
    nowhere.folder.mkdir()
    (nowhere.folder / "desk.toml").write_text("[desk", encoding="utf-8")
    nowhere.refused(*INIT, stdin=f"{PASSWORD}\n")
    assert [each.name for each in nowhere.folder.iterdir()] == ["desk.toml"]


def test_what_init_is_not_given_is_typed(nowhere: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.StringIO()
    monkeypatch.setattr(typed, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", typed)
    monkeypatch.setattr("click.prompt", lambda words, **_: f"{words} that was typed")
    assert main(["init"], Terminal(nowhere.windows, nowhere.secrets, nowhere.folder)) == 0
    with nowhere.opened() as app:
        made = app.desk.read.moderators()
        assert [(each.login, each.name) for each in made] == [
            ("Login that was typed", "Name that was typed")
        ]


def test_the_window_asks_for_the_login_itself(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    console.good("run", "--language", "nl")
    [(_, actor, screenshot, language)] = console.windows.opened
    assert (actor, screenshot, language) == (None, None, "nl")


def test_a_screenshot_of_a_real_desk_asks_who_looks(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    console.good("run", "--screenshot", str(file), user="sanne")
    [(_, actor, screenshot, _)] = console.windows.opened
    assert actor is not None
    assert screenshot == file
    assert "set WEBCARE_DESK_USER" in console.refused("run", "--screenshot", str(file))


def test_the_window_of_a_desk_without_its_key_opens_to_read(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    console.secrets = MemorySecrets()
    console.good("run")
    assert "its key is not in this keyring" in console.run("inbox", "counts", user="sanne").err


@pytest.mark.parametrize("command", ["run", "demo"])
def test_without_a_screen_the_sentence_names_what_works(
    console: Console, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    sentence = console.refused(command)
    assert f"`{command} --screenshot FILE`" in sentence
    assert ("--headless" in sentence) is (command == "demo")


def test_the_doctor_names_each_thing_that_is_there(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webcare_desk.cli.machine.loads", lambda _: True)
    monkeypatch.setattr("webcare_desk.cli.machine.qt_listing", str)
    settings = '[pv]\nkind = "folder"\nfolder = "packets"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    lines = console.run("doctor").out.splitlines()
    names = "keyring display libraries font Qt SQLite lock folder files room clock window settings "
    names += "PV protocol desk backups sources"
    assert [line.split()[1] for line in lines if line.startswith("ok ")] == names.split()


class NoKeyring(MemorySecrets):
    """A machine without a keyring."""

    def get(self, name: str) -> Secret | None:
        """Refuse."""
        del name
        msg = "No trustworthy keyring is available."
        raise SecretError(msg)


def test_the_doctor_names_each_thing_that_lacks(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    broken = subprocess.CompletedProcess([], 1, "", "ImportError: libEGL.so.1: no such file\n")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: broken)
    monkeypatch.setattr("os.access", lambda *_: False)
    usage = shutil.disk_usage(console.folder)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=1))
    (console.folder / "desk.toml").write_text("[desk]\ncolour = 1\n", encoding="utf-8")
    console.secrets = NoKeyring()
    outcome = console.run("doctor")
    assert (outcome.code, outcome.err) == (1, "")
    lacks = [line.split()[1] for line in outcome.out.splitlines() if line.startswith("lacks")]
    wanted = {"keyring", "display", "Qt", "folder", "room", "settings", "protocol", "desk"}
    assert set(lacks) >= wanted
    assert "libEGL.so.1" in outcome.out
    assert machine.keyring_mend() in outcome.out
    assert "desk.colour is not a setting" in outcome.out


@pytest.mark.parametrize(
    ("platform", "there", "says"),
    [
        ("linux", True, "it hears the screen lock and suspend and logind's lock"),
        ("linux", False, "there is no D-Bus to tell of more"),
        ("darwin", True, "no screen lock is heard here"),
    ],
)
def test_the_doctor_says_what_locks_a_window(
    monkeypatch: pytest.MonkeyPatch, console: Console, platform: str, there: object, says: str
) -> None:
    from webcare_desk.cli import doctor  # one look of it

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(Path, "exists", lambda _: bool(there))
    terminal = Terminal(console.windows, console.secrets, console.folder)
    assert says in doctor._lock(terminal)


def test_the_doctor_says_when_a_desk_only_reads(console: Console) -> None:
    console.secrets = NoKeyring()
    outcome = console.run("doctor")
    assert outcome.code == 1
    assert "lacks desk      This desk can only be read: No trustworthy keyring" in outcome.out
    assert "audit continue" not in outcome.out  # a log that goes on anew gives back no keyring


def test_without_a_keyring_the_password_is_asked_for_instead(
    monkeypatch: pytest.MonkeyPatch, console: Console
) -> None:
    monkeypatch.setenv("WEBCARE_DESK_USER", "sanne")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError, match="Give the password of sanne on standard input"):
        credentials(Terminal(console.windows, NoKeyring(), console.folder))


def test_without_a_keyring_a_desk_is_read_only(console: Console) -> None:
    console.secrets = NoKeyring()
    assert "can only be read" in console.run("inbox", "counts", user="sanne").err
    assert "holds" in console.good("audit", "verify")


def test_the_system_keyring_is_looked_for_with_the_first_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, services = MemorySecrets(), []

    def found(service: str) -> MemorySecrets:
        services.append(service)
        return kept

    monkeypatch.setattr(keyring, "KeyringSecrets", found)
    secrets = SystemKeyring()
    assert services == []
    secrets.put("smtp", Secret("x"))
    assert secrets.get("smtp") == Secret("x")
    secrets.forget("smtp")
    assert kept.get("smtp") is None
    assert services == ["webcare-desk"]
    assert isinstance(terminal_of(Windows()).secrets, SystemKeyring)


def test_a_text_is_screened_with_its_reasons(nowhere: Console) -> None:
    shown = nowhere.good("screen", "--text", "Sinds die prik Ventora kotsmisselijk")
    assert shown.startswith("adverse-event: queue safety, urgency strong")
    assert "“Ventora”: product ventora" in shown
    assert "rule adverse-event: " in shown
    assert "plan ae-to-pv, templates ae-acknowledge" in shown
    assert "no signal found" in nowhere.good("screen", "--text", "mooi weer")
    found = json.loads(nowhere.good("screen", "--text", "mooi weer\x00", "--json"))
    assert found["recommendation"]["category"] == "none"


def test_the_rules_are_listed_in_the_order_in_which_they_win(nowhere: Console) -> None:
    assert "ae-to-pv" in nowhere.good("protocol", "rules")
    rules = json.loads(nowhere.good("protocol", "rules", "--json"))
    assert {"id", "why"} <= rules[0].keys()


def test_the_packs_that_ship_have_no_problems(nowhere: Console) -> None:
    assert nowhere.good("protocol", "check") == "No problems in base, be, nl, varen.\n"
    assert json.loads(nowhere.good("protocol", "check", "base", "--json")) == []


def test_a_problem_of_a_pack_is_named_with_file_and_line(nowhere: Console, tmp_path: Path) -> None:
    root = shutil.copytree(protocols_dir(), tmp_path / "packs")
    file = root / "varen" / "rules.yaml"
    text = file.read_text(encoding="utf-8").replace("queue: question", "queue: vragen", 1)
    file.write_text(text, encoding="utf-8")
    for words in ((str(root / "varen"),), ("varen", "--root", str(root)), ("--root", str(root))):
        outcome = nowhere.run("protocol", "check", *words)
        assert outcome.code == 1
        assert outcome.out.startswith("varen/rules.yaml:")
        assert outcome.err == ""
    missing = nowhere.refused("protocol", "check", "--root", str(root / "nix"))
    assert "There is no folder" in missing
    assert "(there is: none)" in nowhere.refused("protocol", "check", "--root", str(tmp_path))
