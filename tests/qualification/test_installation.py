"""IQ: a file that was changed, is missing or was added is found, whatever it belongs to."""

import base64
import hashlib
import importlib.util
import json
import marshal
import os
import py_compile
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path

import pytest

from webcare_desk.qualification.build import PACKAGE, digest_of, program_files
from webcare_desk.qualification.check import Check
from webcare_desk.qualification.compiled import is_of_source
from webcare_desk.qualification.installation import Installed, check_installation
from webcare_desk.qualification.locked import pins

ROOT = Path(__file__).resolve().parents[2]
TABLE = """
awaited = []
[A1]
requirement = "It is tested."
[D5]
organisational = "No program can."
"""
PROGRAM = {
    "webcare_desk/__init__.py": "one = 1\n",
    "webcare_desk/resources/words.txt": "words\n",
    "webcare_desk/protocols/rules.yaml": "rules: []\n",
    "webcare_desk/traceability.toml": TABLE,
    "webcare_desk/requirements.lock": "other-lib==1.5 \\\n    --hash=sha256:00\n",
}
LIBRARY = {"other_lib/__init__.py": "two = 2\n", "other_lib/data/table.csv": "a,b\n"}


def put(site: Path, name: str, version: str, files: Mapping[str, str]) -> None:
    """Install a distribution, as an installer does it."""
    info = f"{name}-{version}.dist-info"
    told = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    rows = [f"{info}/RECORD,,"]
    for path, text in {**files, f"{info}/METADATA": told}.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        value = base64.urlsafe_b64encode(hashlib.sha256(place.read_bytes()).digest())
        rows.append(f"{path},sha256={value.decode().rstrip('=')},{len(text)}")
    (site / info / "RECORD").write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder of packages with the program and what it needs."""
    put(tmp_path / "site", "webcare_desk", "9.9", PROGRAM)
    put(tmp_path / "site", "other_lib", "1.5", LIBRARY)
    return tmp_path / "site"


def looked(site: Path, told: str = "") -> dict[str, Check]:
    found = Installed(site / "webcare_desk", tuple(distributions(path=[str(site)])), told)
    return {check.id: check for check in check_installation(found)}


def failed(checks: Mapping[str, Check]) -> dict[str, str]:
    return {name: check.found for name, check in checks.items() if not check.passed}


@pytest.mark.requirement("E1")
def test_what_was_installed_passes_and_names_its_build(site: Path) -> None:
    checks = looked(site)
    assert failed(checks) == {}
    build = digest_of(program_files(site / "webcare_desk"))
    assert build in checks["IQ-01"].found
    assert set(checks) == {"IQ-01", "IQ-03", "IQ-04", "IQ-05", "IQ-06"}


@pytest.mark.requirement("E1")
@pytest.mark.parametrize("file", [*PROGRAM, *LIBRARY])
@pytest.mark.parametrize("how", ["changed", "missing", "no digest"])
def test_each_file_that_is_changed_or_missing_fails(site: Path, file: str, how: str) -> None:
    place, check = site / file, "IQ-01" if file in PROGRAM else "IQ-05"
    if how == "changed":
        place.write_bytes(place.read_bytes() + b"#")
    elif how == "missing":
        place.unlink()
    else:
        record = next(site.glob(f"{file.partition('/')[0]}-*")) / "RECORD"
        rows = record.read_text().splitlines()
        record.write_text("\n".join(f"{file},," if row.startswith(file) else row for row in rows))
    assert f"{how}: {file}" in failed(looked(site))[check]


@pytest.mark.requirement("E1")
@pytest.mark.parametrize(
    ("file", "check"),
    [
        ("webcare_desk/more.py", "IQ-01"),
        ("webcare_desk/resources/more.txt", "IQ-01"),
        ("webcare_desk/more.pyc", "IQ-01"),
        ("other_lib/data/more.so", "IQ-05"),
    ],
)
def test_a_file_that_was_added_fails(site: Path, file: str, check: str) -> None:
    (site / file).write_text("added")
    assert failed(looked(site)) == {check: f"added: {file}"}


def test_what_another_package_put_into_a_shared_folder_was_not_added(site: Path) -> None:
    put(site, "third", "1", {"other_lib/third.py": ""})
    assert failed(looked(site)) == {}


def test_a_digest_of_an_unknown_kind_and_no_record_at_all_fail(site: Path) -> None:
    record = site / "other_lib-1.5.dist-info" / "RECORD"
    record.write_text(record.read_text().replace("table.csv,sha256=", "table.csv,md5="))
    assert "changed: other_lib/data/table.csv" in failed(looked(site))["IQ-05"]
    record.unlink()
    assert "other-lib has no RECORD" in failed(looked(site))["IQ-05"]


def test_many_deviations_are_counted_and_not_all_listed(site: Path) -> None:
    for number in range(12):
        (site / "webcare_desk" / f"m{number}.py").touch()
    assert failed(looked(site))["IQ-01"].endswith("; and 2 more")


def test_another_version_and_a_missing_package_fail(site: Path) -> None:
    lock = site / "webcare_desk" / "requirements.lock"
    lock.write_text(
        "other-lib==1.6 \\\nnot-here==2.0 \\\nof-windows==1 ; sys_platform == 'none' \\\n"
    )
    said = "other-lib 1.5 in place of 1.6; missing: not-here 2.0"
    assert failed(looked(site))["IQ-04"] == said
    lock.unlink()
    assert "requirements.lock is missing" in failed(looked(site))["IQ-04"]


def test_a_build_one_was_told_is_held_against_this_one(site: Path) -> None:
    build = digest_of(program_files(site / "webcare_desk"))
    assert looked(site, build)["IQ-02"].passed
    assert failed(looked(site, "0" * 64)) == {"IQ-02": f"{build}: this is another build"}


def checkout(site: Path, run: object = None) -> dict[str, Check]:
    """Look at the same files without the installer's word for them."""
    for file in site.glob("webcare_desk-*/*"):
        file.unlink()
    if run is not None:
        (site / "build").mkdir()
        (site / "build" / "traceability.json").write_text(json.dumps(run))
    return looked(site)


def test_a_checkout_that_nobody_built_and_tested_never_passes(site: Path) -> None:
    assert "nobody built" in failed(checkout(site))["IQ-01"]
    build = digest_of(program_files(site / "webcare_desk"))
    assert "IQ-01" not in looked(site, build)
    assert failed(looked(site, build)) == {}


@pytest.mark.parametrize(
    ("ends", "files", "said"),
    [
        ("passed", "", ""),
        ("failed", "", "did not prove A1"),
        ("skipped", "", "did not prove A1"),
        ("passed", "0" * 64, "a file was changed since"),
    ],
)
def test_a_checkout_is_held_against_its_last_run_of_the_tests(
    site: Path, ends: str, files: str, said: str
) -> None:
    build = files or digest_of(program_files(site / "webcare_desk"))
    run = {"build": {"files": build}, "results": {"A1": {"a test": [ends]}}}
    found = checkout(site, run)["IQ-01"]
    assert found.passed == (not said)
    assert said in found.found


def test_a_record_of_a_run_that_cannot_be_read_fails(site: Path) -> None:
    assert "KeyError" in failed(checkout(site, {"build": {}}))["IQ-01"]


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 15, 0)])
def test_a_python_that_nobody_tested_with_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert failed(looked(site))["IQ-06"].endswith("is too old, or too new")


def test_what_python_would_run_in_place_of_the_source_is_looked_at(site: Path) -> None:
    source = site / "webcare_desk" / "__init__.py"
    cache = Path(py_compile.compile(str(source), doraise=True) or "")
    assert failed(looked(site)) == {}
    header = cache.read_bytes()[:16]
    evil = compile("one = 2\n", str(source), "exec")
    cache.write_bytes(header + marshal.dumps(evil))
    assert failed(looked(site)) == {"IQ-03": "compiled otherwise: webcare_desk/__init__.py"}
    cache.write_bytes(header + b"no code")
    assert not is_of_source(source)
    # Of another time or another Python: Python itself passes it over.
    cache.write_bytes(header[:8] + bytes(8) + marshal.dumps(evil))
    assert is_of_source(source)
    cache.write_bytes(bytes(16) + marshal.dumps(evil))
    assert is_of_source(source)
    # Unchecked: Python runs it whatever the source is.
    flags = (1).to_bytes(4, "little")
    cache.write_bytes(importlib.util.MAGIC_NUMBER + flags + bytes(8) + marshal.dumps(evil))
    assert not is_of_source(source)


def test_every_marker_of_the_lock_file_is_understood() -> None:
    found = pins(ROOT / "requirements.lock")
    assert {"click", "pyside6-essentials"} <= set(found)
    assert ("pywin32-ctypes" in found) == (sys.platform == "win32")
    assert ("zipp" in found) == (sys.version_info < (3, 12))


@pytest.mark.parametrize("marker", ["os_name == 'nt'", "sys_platform in 'x'"])
def test_a_marker_that_is_not_known_is_no_reason_to_leave_a_package_out(
    tmp_path: Path, marker: str
) -> None:
    lock = tmp_path / "lock"
    lock.write_text(f"some-lib==1.0 ; {marker} \\\n")
    with pytest.raises(ValueError, match="not known"):
        pins(lock)


@pytest.mark.requirement("E1")
def test_a_real_wheel_passes_has_the_digest_of_its_checkout_and_fails_once_changed(
    tmp_path: Path,
) -> None:
    wheels, prefix = tmp_path / "wheels", tmp_path / "prefix"
    alone = ("--no-deps", "--no-index", "--ignore-installed", "--find-links", str(wheels))
    for command in (
        ("hatchling", "build", "-t", "wheel", "-d", str(wheels)),
        ("pip", "install", "-q", *alone, "--prefix", str(prefix), "webcare-desk"),
    ):
        program = [sys.executable, "-m", *command]
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own build
        assert done.returncode == 0, done.stdout + done.stderr
    (site,) = {place.parent for place in prefix.rglob("webcare_desk") if place.is_dir()}
    present = (*distributions(path=[str(site)]), *distributions())
    found = Installed(site / "webcare_desk", present)
    checks = {check.id: check for check in check_installation(found)}
    assert checks["IQ-01"].passed, checks["IQ-01"].found
    assert found.build == digest_of(program_files(PACKAGE))
    with (site / "webcare_desk" / "triage.py").open("ab") as file:
        file.write(b"\n" + os.urandom(1).hex().encode())
    [first, *_] = check_installation(Installed(found.package, present))
    assert first.found == "changed: webcare_desk/triage.py"


def test_a_checkout_without_its_table_of_requirements_was_not_tested(site: Path) -> None:
    (site / "webcare_desk" / "traceability.toml").write_text("no table")
    build = digest_of(program_files(site / "webcare_desk"))
    found = checkout(site, {"build": {"files": build}, "results": {}})["IQ-01"]
    assert "nothing says what was to be tested" in found.found
