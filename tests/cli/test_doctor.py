"""`doctor` names every part that a machine lacks, and the command that mends it."""

import ast
import json
import sys
from functools import partial
from operator import ne
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.support.forging import forge
from webcare_desk import actions
from webcare_desk.__main__ import open_rescue, open_window
from webcare_desk.backups.salvage import salvaged
from webcare_desk.cli import machine
from webcare_desk.cli.machine import QT, QT_ON_WAYLAND, QT_ON_X11, install_command, not_found
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import StoreError, UsageError
from webcare_desk.instance import hold

ROOT = Path(__file__).resolve().parents[2]
LISTING = """\
/x/QtCore.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibglib-2.0.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/x/libqxcb.so:
\tlibglib-2.0.so.0 => not found
\tlibstrange.so.9 => not found
"""


def test_each_library_that_is_taken_away_is_named_with_its_package() -> None:
    everything = {**QT, **QT_ON_X11, **QT_ON_WAYLAND}
    for taken, package in everything.items():
        found = machine.missing_libraries(everything, partial(ne, taken), str)
        assert found == {taken: package}
    assert machine.missing_libraries(everything, lambda _: True, str) == {}


def test_what_only_ldd_knows_is_named_too() -> None:
    assert not_found(LISTING) == ["libglib-2.0.so.0", "libstrange.so.9"]
    found = machine.missing_libraries({}, lambda _: True, lambda: LISTING)
    assert found == {"libglib-2.0.so.0": "libglib2.0-0", "libstrange.so.9": ""}


def test_the_tables_are_those_of_the_set_up() -> None:
    tree = ast.parse((ROOT / "desk.py").read_text(encoding="utf-8"))
    tables = {
        target.id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert (tables["QT"], tables["QT_ON_X11"]) == (QT, QT_ON_X11)
    assert tables["QT_ON_WAYLAND"] == QT_ON_WAYLAND


def test_what_a_window_needs_depends_on_the_screen() -> None:
    assert machine.wanted({}) == QT
    assert set(machine.wanted({"DISPLAY": ":0"})) == {*QT, *QT_ON_X11}
    assert set(machine.wanted({"WAYLAND_DISPLAY": "w"})) == {*QT, *QT_ON_WAYLAND}


def test_a_command_names_each_package_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert install_command(["b", "a", "b", ""]).endswith("--no-install-recommends a b")
    assert install_command([""]) == ""
    monkeypatch.setattr("shutil.which", lambda name: None if name == "apt-get" else name)
    assert install_command(["a"]) == ""


@pytest.mark.parametrize(
    ("installer", "mend"),
    [("/usr/bin/apt-get", "it with: sudo apt-get install "), (None, "that with this system's pa")],
)
def test_a_library_that_qt_lacks_is_named_and_is_no_bug(
    console: Console, monkeypatch: pytest.MonkeyPatch, installer: str | None, mend: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("webcare_desk.cli.machine.qt_listing", str)
    monkeypatch.setattr("webcare_desk.cli.machine.loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr("shutil.which", lambda _: installer)
    for module in ("webcare_desk.ui.start", "webcare_desk.ui.rescue.start"):
        monkeypatch.setitem(sys.modules, module, None)  # as where a library of Qt is missing
    with console.opened() as app, pytest.raises(UsageError, match=f"libEGL.so.1; install {mend}"):
        open_window(app, None, screenshot=None, language="nl")
    with pytest.raises(UsageError, match=f"^Qt needs libEGL.so.1; install {mend}"):
        open_rescue(console.folder, console.secrets, StoreError("It is damaged."), language="nl")


def test_what_cannot_be_imported_though_no_library_lacks_is_a_bug(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.cli.machine.qt_listing", str)
    monkeypatch.setattr("webcare_desk.cli.machine.loads", lambda _: True)
    monkeypatch.setitem(sys.modules, "webcare_desk.ui.start", None)
    with console.opened() as app, pytest.raises(ImportError):
        open_window(app, None, screenshot=None, language="nl")


@pytest.mark.parametrize(
    ("platform", "mend"),
    [
        ("linux", "sudo apt-get install -y --no-install-recommends gnome-keyring libsecret-1-0, "),
        ("darwin", "security unlock-keychain"),
        ("win32", "control /name Microsoft.CredentialManager"),
    ],
)
def test_what_gives_a_keyring_is_of_this_system(
    monkeypatch: pytest.MonkeyPatch, platform: str, mend: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert machine.keyring_mend().startswith(mend)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert machine.keyring_mend() == ("" if platform == "linux" else mend)


def test_a_font_is_looked_for(tmp_path: Path) -> None:
    assert not machine.has_font([str(tmp_path)])
    (tmp_path / "a.ttf").touch()
    assert machine.has_font([str(tmp_path)])
    assert not machine.has_font([str(tmp_path)], "emoji")
    (tmp_path / "NotoColorEmoji.ttf").touch()
    assert machine.has_font([str(tmp_path)], "emoji")


@pytest.mark.parametrize("is_there", [True, False])
def test_where_no_font_has_pictograms_the_package_that_does_is_named(
    console: Console, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(
        "webcare_desk.cli.machine.has_font", lambda called="": is_there or not called
    )
    told = {each["name"]: each for each in json.loads(console.run("doctor", "--json").out)}["font"]
    assert told["is_fine"]
    assert ("fonts-noto-color-emoji" in told["said"]) is not is_there


def test_no_library_of_that_name_loads() -> None:
    assert not machine.loads("libthereisnone.so.0")


@pytest.fixture
def sick(console: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    """Give a terminal on a machine that lacks nearly everything."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("webcare_desk.cli.machine.loads", lambda name: name != "libxcb-cursor.so.0")
    monkeypatch.setattr("webcare_desk.cli.machine.qt_listing", lambda: LISTING)
    monkeypatch.setattr("webcare_desk.cli.machine.has_font", lambda: False)
    monkeypatch.setenv("DISPLAY", ":0")
    console.folder.chmod(0o755)
    with console.opened() as app:
        year = 365 * 86_400_000_000
        app.desk.perform(actions.RecordFailedLogin("x"), system_actor())
        ahead = app.desk.clock() + year
    monkeypatch.setattr("webcare_desk.clock.now", lambda: ahead - 2 * year)
    return console


def test_each_lack_has_its_name_and_what_mends_it(sick: Console) -> None:
    outcome = sick.run("doctor", "--json")
    assert outcome.code == 1
    lacks = {each["name"]: each for each in json.loads(outcome.out) if not each["is_fine"]}
    assert {"libraries", "font", "files", "clock"} <= set(lacks)
    for name in ("libxcb-cursor.so.0", "libglib-2.0.so.0", "libstrange.so.9"):
        assert name in lacks["libraries"]["said"]
    assert lacks["files"]["mend"] == f"chmod 700 {sick.folder}"
    assert "the log has an entry of" in lacks["clock"]["said"]
    assert "mend: chmod 700" in sick.run("doctor").out


def test_what_was_not_looked_at_is_not_vouched_for(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "on a disk of this machine, closed to others" in console.run("doctor").out
    monkeypatch.setattr("webcare_desk.store.mounts._MOUNTS", console.folder / "none")
    said = console.run("doctor").out
    assert "on which disk is not told here, closed to others" in said


def test_an_open_window_is_told_and_is_no_lack(console: Console) -> None:
    held = hold(console.folder)
    assert "a window is open (process " in console.run("doctor").out
    (console.folder / "desk.lock").write_text("", encoding="ascii")
    assert "a window is open\n" in console.run("doctor").out
    held.release()


def test_before_there_is_a_desk_nothing_breaks(nowhere: Console) -> None:
    outcome = nowhere.run("doctor")
    assert outcome.code == 1
    assert "no window is open" in outcome.out
    assert "Traceback" not in outcome.err


def test_a_sound_desk_is_not_called_damaged_by_an_sqlite_that_cannot_read_it(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert console.run("doctor").out.count(" can read a desk\n") == 1
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 34, 0))
    monkeypatch.setattr("sqlite3.sqlite_version", "3.34.0")
    lacks = "This Python has SQLite 3.34.0; the desk needs 3.37 or newer: take another Python."
    found = {each: told["said"] for each, told in lacks_of(console).items()}
    assert (found["SQLite"], found["desk"]) == (lacks, lacks)
    assert console.run("audit", "verify").err == f"webcare-desk: {lacks}\n"
    assert lacks in console.run("--desk", str(tmp_path / "new"), "demo", "--headless").err


def lacks_of(console: Console) -> dict[str, dict[str, str]]:
    """Return each lack by its name."""
    found = json.loads(console.run("doctor", "--json").out)
    return {each["name"]: each for each in found if not each["is_fine"]}


def test_a_backup_is_named_only_where_the_desk_is_lost(console: Console) -> None:
    settings, database = console.folder / "desk.toml", console.folder / "desk.db"
    settings.write_text("[desk]\ncolour = 1\n", encoding="utf-8")
    lack = lacks_of(console)["desk"]
    assert ("desk.colour is not a setting" in lack["said"], lack["mend"]) == (True, "")
    settings.unlink()
    forge(console.folder, "UPDATE _sqlite_migrations SET name = '9999_newer' WHERE id = 1")
    lack = lacks_of(console)["desk"]
    assert ("was written by a newer Webcare Desk" in lack["said"], lack["mend"]) == (True, "")
    database.write_bytes(b"")
    assert lacks_of(console)["desk"]["mend"] == "webcare-desk backup list"
    (console.folder / "backups").mkdir(exist_ok=True)
    database.unlink()
    for name in ("desk-20260303T090000000000Z.db", "before-0002_mood.db"):
        (console.folder / "backups" / name).touch()
        assert lacks_of(console)["desk"]["mend"] == "webcare-desk backup list"
        (console.folder / "backups" / name).unlink()
    lack = lacks_of(console)["desk"]
    assert ("takes another folder" in lack["said"], lack["mend"]) == (True, "")


@pytest.mark.parametrize("said", ['protocols = "/nowhere"', 'pack = "geen"'])
def test_packs_that_cannot_be_taken_are_a_lack(console: Console, said: str) -> None:
    with console.opened() as app:
        app.put_protocol_in_force()
    (console.folder / "desk.toml").write_text(f"[desk]\n{said}\n", encoding="utf-8")
    lack = lacks_of(console)["protocol"]
    assert "varen 1.0 stays in force" in lack["said"]
    assert "name a pack that has a folder" in lack["said"]
    assert lack["mend"] == "webcare-desk protocol check"


def test_a_file_in_the_place_of_the_desk_is_named_and_nothing_changes_its_rights(
    nowhere: Console,
) -> None:
    nowhere.folder.write_text("a letter", encoding="utf-8")
    nowhere.folder.chmod(0o644)
    lacks = lacks_of(nowhere)
    assert "is a file and no folder: name another place" in lacks["folder"]["said"]
    assert (lacks["folder"]["mend"], lacks["desk"]["mend"]) == ("", "")
    assert "files" not in lacks


def test_a_desk_whose_reports_have_no_way_to_pv_lacks_one(
    console: Console, nowhere: Console
) -> None:
    assert "which is not there" in lacks_of(console)["PV"]["said"]
    settings = console.folder / "desk.toml"
    settings.write_text("[desk]\n", encoding="utf-8")
    assert lacks_of(console)["PV"]["said"] == f"Reports have no way to PV: set [pv] in {settings}."
    settings.write_text('[pv]\nkind = "folder"\nfolder = "packets"\n', encoding="utf-8")
    assert "PV" not in lacks_of(console)
    assert "PV" not in lacks_of(nowhere)


@pytest.mark.parametrize("words", [("doctor",), ("screen", "--text", "hoofdpijn")])
def test_who_only_checks_leaves_no_entry_in_the_log(
    console: Console, words: tuple[str, ...]
) -> None:
    with console.opened() as app:
        before = app.desk.read.log_size()
    (console.folder / "desk.toml").write_text("[desk]\nundo_seconds = 7\n", encoding="utf-8")
    console.run(*words)
    with salvaged(console.folder) as desk:
        assert desk.log_size() == before
    with console.opened() as app:
        assert app.desk.read.log_size() == before + 1
