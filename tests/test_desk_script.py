"""desk.py sets up a folder for real: a virtual environment, pip, and a small package of our own."""

import ast
import base64
import hashlib
import importlib.util
import json
import os
import runpy
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import desk

SCRIPT = Path(desk.__file__)
PROGRAM = "import json, sys, tiny\nprint(json.dumps([tiny.VERSION, *sys.argv[1:]]))\nsys.exit(7)\n"


def make_wheel(folder: Path, version: str) -> str:
    """Write the wheel of a package `tiny` and return the line that locks it."""
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},{digest(text)},{len(text)}\n" for name, text in files.items())
    wheel = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(name, text)
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def digest(text: str) -> str:
    """Return a file's digest as a wheel's RECORD writes it."""
    raw = hashlib.sha256(text.encode()).digest()
    return f"sha256={base64.urlsafe_b64encode(raw).decode().rstrip('=')}"


def start(root: Path, *words: str, cwd: Path | None = None) -> subprocess.Popen[str]:
    """Start the script with no screen, no package index but its folder, and the barest locale."""
    env = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    env |= {"PIP_RETRIES": "1", "PYTHONPATH": str(root / "elsewhere"), "LC_ALL": "C"}
    command = [sys.executable, str(root / "desk.py"), *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=cwd or root, env=env, stdout=pipe, stderr=pipe, text=True)  # noqa: S603 - our own script


def call(root: Path, *words: str, cwd: Path | None = None) -> tuple[int, str, str]:
    """Run the script to its end; return its exit code, output and errors."""
    process = start(root, *words, cwd=cwd)
    out, err = process.communicate()
    return process.returncode, out, err


def lock(root: Path, version: str) -> None:
    """Write the lock file: one package, from the folder of the script alone."""
    text = f"--no-index\n--find-links .\n{make_wheel(root, version)}"
    (root / "requirements.lock").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("één map's checkout")
    shutil.copy(SCRIPT, root)
    (root / "webcare_desk").mkdir()
    (root / "webcare_desk" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    lock(root, "1.0")
    code, out, err = call(root, "audit", "verify")
    assert (code, json.loads(out)) == (7, ["1.0", "audit", "verify"]), err
    return root


@pytest.fixture
def root(checkout: Path) -> Iterator[Path]:
    kept = (checkout / "requirements.lock").read_bytes()
    yield checkout
    (checkout / "requirements.lock").write_bytes(kept)


def test_a_second_start_finds_everything_done(root: Path) -> None:
    before = (root / ".venv" / "desk.json").stat().st_mtime_ns
    assert call(root, "audit") == (7, '["1.0", "audit"]\n', "")
    assert (root / ".venv" / "desk.json").stat().st_mtime_ns == before


def test_it_works_from_any_folder_and_takes_no_module_from_there(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "tiny.py").write_text("VERSION = 'from elsewhere'\n", encoding="utf-8")
    assert call(root, "--desk", "here", cwd=tmp_path) == (7, '["1.0", "--desk", "here"]\n', "")


def test_a_changed_lock_file_is_installed(root: Path) -> None:
    lock(root, "2.0")
    code, out, err = call(root, "audit")
    assert (code, out) == (7, '["2.0", "audit"]\n')
    assert "Setting up .venv from requirements.lock" in err


def test_a_package_that_is_not_the_locked_one_is_not_installed(root: Path) -> None:
    lock(root, "3.0")
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    forged = f"{text.rpartition('sha256:')[0]}sha256:{'0' * 64}\n"
    (root / "requirements.lock").write_text(forged, encoding="utf-8")
    code, out, err = call(root, "audit")
    assert (code, out) == (1, "")
    assert "a package that came is not the one requirements.lock names" in err
    assert not list((root / ".venv").rglob("tiny-3.0.dist-info"))


def test_no_network_is_one_sentence(root: Path) -> None:
    nowhere = f"--index-url http://127.0.0.1:1/\ntiny==4.0 --hash=sha256:{'0' * 64}\n"
    (root / "requirements.lock").write_text(nowhere, encoding="utf-8")
    code, out, err = call(root, "audit")
    assert (code, out) == (1, "")
    sentence = "desk.py: the packages cannot be fetched without a network; nothing is half done."
    assert err.splitlines()[-1] == sentence


def test_two_starts_make_half_a_set_up_anew_and_do_not_trample(root: Path) -> None:
    call(root, "audit")
    (root / ".venv" / "half-made").touch()
    (root / ".venv" / "desk.json").unlink()
    (root / ".venv" / "left-over").touch()
    both = [start(root, "audit"), start(root, "audit")]
    ends = [(*process.communicate(), process.returncode) for process in both]
    assert [(out, code) for out, _, code in ends] == [('["1.0", "audit"]\n', 7)] * 2
    assert sum(err.count("Setting up") for _, err, _ in ends) == 1
    assert not (root / ".venv" / "left-over").exists()


def test_an_older_python_can_read_the_script_and_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"^Webcare Desk needs Python 3\.11 or newer, and this is"):
        runpy.run_path(str(SCRIPT))


def test_without_words_it_shows_its_usage_and_for_help_every_command_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[list[str]] = []

    def hand_over(words: list[str]) -> int:
        handed.append(words)
        return 0

    monkeypatch.setattr(desk, "hand_over", hand_over)
    for is_made in (False, True):
        monkeypatch.setattr(desk, "is_current", lambda _, made=is_made: made)
        assert desk.main([]) == desk.main(["--help"]) == 0
    assert capsys.readouterr().out.count("python3 desk.py demo  ") == 4
    assert handed == [["--help"]]


def test_the_program_hears_how_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def become(*words: object, env: dict[str, str] | None = None) -> int:
        given = words[-1] if env is None else env
        assert isinstance(given, dict)
        told.append(given["WEBCARE_DESK_PROGRAM"])
        return 0

    monkeypatch.setattr("sys.argv", ["a folder/desk.py", "audit"])
    monkeypatch.setattr("os.execve", become)
    monkeypatch.setattr("subprocess.call", become)
    assert desk.hand_over(["audit"]) == 0
    assert set(told) == {"python3 'a folder/desk.py'"}


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
            desk.require_processor()
    monkeypatch.setattr(desk, "make_venv", lambda: pytest.fail("something was made"))
    monkeypatch.setattr(desk, "is_usable", lambda: False)
    with pytest.raises(desk.SetUpError, match="an Intel Mac is not supported"):
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
