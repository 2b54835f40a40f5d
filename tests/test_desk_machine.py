"""desk.py names what a machine lacks, and what helps, before anything is made."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

import desk
from webcare_desk.cli.machine import wanted


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("words", ["demo", "run", "--desk here demo", "--desk=here run"])
def test_without_a_display_a_sentence_names_what_works(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert desk.main(words.split()) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    word = words.rsplit(maxsplit=1)[-1]
    assert f"`{word} --screenshot FILE`" in sentence
    assert ("--headless" in sentence) is (word == "demo")


@pytest.mark.parametrize(
    "words", [["demo", "--headless"], ["run", "--screenshot=a.png"], ["demo", "--help"], ["audit"]]
)
def test_what_opens_no_window_needs_no_display(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    desk.require_display(words)
    assert not desk.opens_window(words)


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Take two libraries and the fonts away; keep the commands that would run."""
    ran: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(desk, "loads", lambda name: name not in {"libGL.so.1", "libxcb-xkb.so.1"})
    monkeypatch.setattr(desk, "has_font", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(subprocess, "run", run)
    return ran


def test_missing_system_packages_are_named_with_the_command(bare_debian: list[list[str]]) -> None:
    with pytest.raises(desk.SetUpError) as caught:
        desk.ensure_system_parts(["demo"])
    assert str(caught.value) == (
        "Qt needs libGL.so.1, libxcb-xkb.so.1, a font; install it with: sudo apt-get install -y "
        "--no-install-recommends fonts-dejavu-core libgl1 libxcb-xkb1"
    )
    assert bare_debian == []


def test_root_installs_them_itself_and_offscreen_needs_nothing_of_x11(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    desk.ensure_system_parts(["test"])
    install = ["apt-get", "install", "-y", "--no-install-recommends", "fonts-dejavu-core", "libgl1"]
    assert bare_debian == [["apt-get", "update"], install]


@pytest.mark.parametrize(
    "screen",
    [
        {},
        {"DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "offscreen"},
    ],
)
def test_the_script_looks_for_what_the_doctor_looks_for(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch, screen: dict[str, str]
) -> None:
    """The script stands alone, so that the tables and the rule stand twice."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screen.items():
        monkeypatch.setenv(name, value)
    asked: list[str] = []

    def loads(name: str) -> bool:
        asked.append(name)
        return True

    monkeypatch.setattr(desk, "loads", loads)
    monkeypatch.setattr(desk, "has_font", lambda: True)
    desk.ensure_system_parts(["run"])
    assert asked == list(wanted(screen))
    both = wanted({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"})
    assert both == {**desk.QT, **desk.QT_ON_X11, **desk.QT_ON_WAYLAND}
    assert bare_debian == []


def test_another_linux_gets_the_names_of_the_libraries(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(desk.SetUpError, match=r"libGL\.so\.1.*this system's package manager"):
        desk.ensure_system_parts(["demo", "--screenshot", "a.png"])
    assert bare_debian == []


@pytest.mark.usefixtures("bare_debian")
def test_a_folder_named_before_the_command_hides_no_lack(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desk, "ensure_environment", lambda _lock: None)
    monkeypatch.setattr(desk, "hand_over", lambda _words: 7)
    for words in (["--desk", "here", "run"], ["--desk=here", "demo", "--screenshot", "a.png"]):
        assert desk.main(words) == 1
        assert "Qt needs libGL.so.1, " in capsys.readouterr().err
    assert desk.main(["--desk", "here"]) == desk.main(["--desk", "here", "audit"]) == 7


def test_the_journey_in_the_terminal_needs_nothing_of_qt(bare_debian: list[list[str]]) -> None:
    desk.ensure_system_parts(["demo", "--headless"])
    desk.ensure_system_parts(["audit", "verify"])
    assert bare_debian == []


@pytest.mark.skipif(sys.platform == "win32", reason="its machine is asked for otherwise")
def test_a_machine_for_which_not_every_package_is_built_is_named_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uname = os.uname()
    monkeypatch.setattr(sys, "platform", "darwin")
    for machine in ("arm64", "x86_64"):
        named = os.uname_result((*uname[:4], machine))
        monkeypatch.setattr(os, "uname", lambda named=named: named)
        if machine == "arm64":
            desk.require_machine()
    monkeypatch.setattr(desk, "make_venv", lambda: pytest.fail("something was made"))
    monkeypatch.setattr(desk, "is_usable", lambda: False)
    with pytest.raises(desk.SetUpError, match="an Intel Mac is not supported"):
        desk.build(desk.ROOT / "requirements.lock")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 34, 0))
    with pytest.raises(desk.SetUpError, match=r"SQLite is older than 3\.37: take another"):
        desk.build(desk.ROOT / "requirements.lock")


def test_a_python_without_its_venv_part_names_the_package(
    bare_debian: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(desk.SetUpError, match=r"sudo apt-get install .* python3-venv$"):
        desk.make_venv()
    assert bare_debian == []


def test_the_system_says_which_library_loads() -> None:
    assert not desk.loads("libno-such-library.so.9")
