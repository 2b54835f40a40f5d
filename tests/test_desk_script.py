"""desk.py sets up a folder for real: a virtual environment, pip, and a small package of our own."""

import ast
import base64
import hashlib
import json
import os
import runpy
import shutil
import signal
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


def test_another_python_can_read_the_script_and_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    for version in ((3, 10, 4), (3, 15, 0)):
        monkeypatch.setattr(sys, "version_info", version)
        with pytest.raises(
            SystemExit, match=r"^Webcare Desk needs Python 3\.11 to 3\.14, and this"
        ):
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


@pytest.mark.parametrize(
    ("system", "typed"),
    [("posix", "python3 'a folder/desk.py'"), ("nt", 'py "a folder/desk.py"')],
)
def test_the_program_hears_how_it_is_typed(
    system: str, typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def become(*words: object, env: dict[str, str] | None = None) -> int:
        given = words[-1] if env is None else env
        assert isinstance(given, dict)
        told.append(given["WEBCARE_DESK_PROGRAM"])
        return 0

    monkeypatch.setattr("sys.argv", ["a folder/desk.py", "audit"])
    monkeypatch.setattr("os.execve", become)
    monkeypatch.setattr("subprocess.call", become)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with monkeypatch.context() as there:
        there.setattr("os.name", system)
        ends = desk.hand_over(["audit"]), desk.main([])
    assert (ends, told[0]) == ((0, 0), typed)
    assert capsys.readouterr().out.startswith(f"{typed.partition(' ')[0]} desk.py demo  ")


@pytest.mark.skipif(sys.platform == "win32", reason="no script is a program there")
def test_where_the_program_runs_beside_it_ctrl_c_is_answered_by_the_program_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Windows both hear it, and the program may need a while to end."""
    program, before = tmp_path / "program", signal.getsignal(signal.SIGINT)
    words = "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\nraise SystemExit(9)\n"
    program.write_text(f"#!{sys.executable}\n{words}", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(desk, "PYTHON", program)
    monkeypatch.setattr(desk, "ensure_environment", lambda _lock: None)
    with monkeypatch.context() as there:
        there.setattr("os.name", "nt")
        end = desk.main(["audit"])
    signal.signal(signal.SIGINT, before)
    assert (end, capsys.readouterr().err) == (9, "")
