"""What is shipped: the wheel holds all that it reads, and the lock files say what it asks for."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import webcare_desk

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+))? \\$")
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")
PLATFORMS = ({"sys_platform": "linux"}, {"sys_platform": "darwin"}, {"sys_platform": "win32"})


def pins(lock: str) -> dict[str, Version]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    found = (PIN.match(line) for line in lines)
    return {match["name"]: Version(match["version"]) for match in found if match}


def asked(lock: str) -> list[Requirement]:
    wanted = list(PROJECT["project"]["dependencies"])
    if lock != "requirements.lock":
        wanted += PROJECT["dependency-groups"]["test"]
    if lock == "requirements-bench.lock":
        wanted += PROJECT["project"]["optional-dependencies"]["bench"]
    return [Requirement(text) for text in wanted]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_satisfies_all_that_the_project_asks_for(lock: str) -> None:
    locked = pins(lock)
    missed = [
        str(wanted)
        for wanted in asked(lock)
        if any(wanted.marker is None or wanted.marker.evaluate(place) for place in PLATFORMS)
        and not wanted.specifier.contains(locked.get(canonicalize_name(wanted.name), "0"))
    ]
    assert missed == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_each_package_by_hash_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n?", "", text).strip())
    assert [block for block in blocks if not PIN.match(block.partition("\n")[0])] == []
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_the_lock_files_agree_where_they_lock_the_same_package() -> None:
    runtime, test, bench = (pins(lock) for lock in LOCKS)
    assert runtime.items() <= test.items() <= bench.items()


def test_every_package_is_accounted_for() -> None:
    decision = (ROOT / "docs" / "decisions" / "0002-packages.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `([\w-]+)` \|", decision, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {canonicalize_name(Requirement(each).name) for each in project["dependencies"]}
    assert set(table) == needed


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own build
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        yield archive


def test_the_wheel_holds_every_resource_and_every_protocol(wheel: zipfile.ZipFile) -> None:
    shipped = {
        f"webcare_desk/{file.relative_to(ROOT).as_posix()}"
        for top in ("resources", "protocols")
        for file in (ROOT / top).rglob("*")
        if file.is_file()
    }
    assert len(shipped) > 1
    assert shipped - set(wheel.namelist()) == set()


def test_the_wheel_holds_every_module_and_no_test(wheel: zipfile.ZipFile) -> None:
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "webcare_desk").rglob("*.py")}
    shipped = {name for name in wheel.namelist() if name.endswith(".py")}
    # The verifier for inspectors is no module: it is handed over, and runs without the program.
    assert shipped == modules | {"webcare_desk/resources/inspection/verify.py"}


def test_the_wheel_names_its_version_its_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    info = f"webcare_desk-{webcare_desk.__version__}.dist-info"
    assert wheel.read(f"{info}/entry_points.txt").decode().splitlines()[1] == (
        "webcare-desk = webcare_desk.__main__:main"
    )
    assert wheel.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    metadata = wheel.read(f"{info}/METADATA").decode()
    assert f"Version: {webcare_desk.__version__}\n" in metadata
    assert metadata.count("Requires-Dist: ") >= len(PROJECT["project"]["dependencies"])


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git here")
def test_git_changes_no_line_end_of_what_is_hashed(tmp_path: Path) -> None:
    """Git for Windows turns each LF into CRLF unless the repository says no."""
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    for name, content in (("words.toml", b"a = 1\nb = 2\n"), ("compiled.bin", b"\r\n\n\0")):
        (there / name).write_bytes(content)
    shutil.copy(ROOT / ".gitattributes", there)
    one = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=true")
    for folder, words in (
        (there, "init -q"),
        (there, "add ."),
        (there, "commit -q -m a"),
        (tmp_path, "clone -q there here"),
    ):
        subprocess.run(["git", *one, *words.split()], cwd=folder, check=True)  # noqa: S603, S607 - our own folder
    for name in ("words.toml", "compiled.bin"):
        assert (here / name).read_bytes() == (there / name).read_bytes()
