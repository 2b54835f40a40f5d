"""The structure holds: the import contracts, and the rules of the house in every file."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests import house_rules as rules

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("webcare_desk", "desk.py")
EVERYTHING = (*PROGRAM, "tests", "benchmarks")
TASKS = "webcare_desk/ui/tasks.py"  # delivers what a worker returned or raised
HOOKS = ("webcare_desk/__main__.py", "webcare_desk/ui/hook.py")  # the last resort
OVERRIDES = ("webcare_desk/ui/", "webcare_desk/pv/pages.py")  # of Qt, and of reportlab's canvas
PLAIN = "webcare_desk/ui/plain.py"  # makes every label plain text

# The folders of one machine; written so that this file does not name them itself.
MACHINE_PATHS = re.compile(r"(?<![\w.-])/(?:wor[k]|roo[t])/|[A-Z]:\\Users\\")

Rule = Callable[[rules.Source], Iterator[str]]
Parsed = Callable[[Path], rules.Source]


def parse(path: str, text: str) -> rules.Source:
    return rules.Source(path, text, ast.parse(text))


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    """Return what reads a file's tree, each only once for all the rules."""
    return cache(
        lambda file: parse(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    )


def findings(parsed: Parsed, rule: Rule, tops: tuple[str, ...], *but: str) -> list[str]:
    files = [file for top in tops for file in files_of(top)]
    found = (finding for file in files for finding in rule(parsed(file)))
    return [finding for finding in found if not finding.startswith(but)]


def files_of(top: str) -> list[Path]:
    return [ROOT / top] if top.endswith(".py") else sorted((ROOT / top).rglob("*.py"))


def test_every_import_contract_is_kept() -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program is not None
    command = [program, "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own tool
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("rule", "tops", "but"),
    [
        (rules.long_file, EVERYTHING, ()),
        (rules.long_function, EVERYTHING, ()),
        (rules.vague_class, EVERYTHING, ()),
        (rules.broad_except, EVERYTHING, (TASKS, *HOOKS)),
        (rules.module_state, PROGRAM, ()),
        # What ships with the program and is of one standard: it changes with neither desk nor time.
        (rules.module_cache, PROGRAM, ("webcare_desk/pv/e2b/",)),
        (rules.implicit_commit, PROGRAM, ()),
        (rules.rich_text, PROGRAM, (PLAIN,)),
        (rules.camel_case, PROGRAM, OVERRIDES),
        (rules.third_party, ("webcare_desk/domain", "desk.py"), ()),
        (rules.bare_excuse, EVERYTHING, ()),
        (rules.unfinished, EVERYTHING, ()),
        # A server of somebody else says nothing when it is ready; asking it again must pause.
        (rules.sleeping, ("tests",), ("tests/integration/",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_house_rule_holds(
    parsed: Parsed, rule: Rule, tops: tuple[str, ...], but: tuple[str, ...]
) -> None:
    assert findings(parsed, rule, tops, *but) == []


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (rules.long_file, "x = 1\n" * 301),
        (rules.long_function, "def f():\n" + "    x = 1\n" * 40),
        (rules.vague_class, "class CaseManager: ..."),
        (rules.broad_except, "try: ...\nexcept Exception: pass"),
        (rules.broad_except, "try: ...\nexcept (ValueError, BaseException): pass"),
        (rules.broad_except, "try: ...\nexcept: pass"),
        (rules.broad_except, "with contextlib.suppress(Exception): ..."),
        (rules.module_state, "cache = {}"),
        (rules.module_state, "_seen: list[int] = list()"),
        (rules.module_state, "_SEEN = set()\ndef f(): _SEEN.add(1)"),
        (rules.module_state, "_SEEN = {}\ndef f(): _SEEN[1] = 2"),
        (rules.module_state, "def f():\n    global x\n    x = 1"),
        (rules.module_cache, "@cache\ndef f(path): return path.read_text()"),
        (rules.module_cache, "@functools.lru_cache(maxsize=8)\ndef f(path): ..."),
        (rules.implicit_commit, "with self.db.conn: ..."),
        (rules.rich_text, "label = QtWidgets.QLabel(text)"),
        (rules.rich_text, "view.setToolTip(text)"),
        (rules.camel_case, "def rowCount(): ..."),
        (rules.third_party, "from yaml import compose"),
        (rules.bare_excuse, "x = 1  # no" + "qa"),
        (rules.bare_excuse, "x = 1  # no" + "qa: S603"),
        (rules.unfinished, "raise NotImplementedError"),
        (rules.sleeping, "time.sleep(1)"),
        (rules.sleeping, "qtbot.wait(100)"),
    ],
)
def test_a_house_rule_sees_what_breaks_it(rule: Rule, broken: str) -> None:
    assert len(list(rule(parse("broken.py", broken)))) == 1


@pytest.mark.parametrize(
    ("rule", "sound"),
    [
        (rules.broad_except, "try: ...\nexcept BaseException:\n    roll_back()\n    raise"),
        (rules.module_state, "_LIMITS = {1: 2}\nprint(_LIMITS[1], _LIMITS.get(2))"),
        (rules.module_cache, "def f():\n    @cache\n    def g(): ...\n    return g"),
        (rules.implicit_commit, "with self.connection() as db: ..."),
        (rules.bare_excuse, "x = 1  # no" + "qa: S603, S607 - our own program"),
        (rules.sleeping, "qtbot.waitUntil(done)"),
        (rules.camel_case, "def row_count(): ..."),
    ],
)
def test_a_house_rule_leaves_sound_code_alone(rule: Rule, sound: str) -> None:
    assert list(rule(parse("sound.py", sound))) == []


def test_the_page_about_the_architecture_shows_the_layers_that_the_contract_holds() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0] for line in page.splitlines() if line.startswith("| `")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    assert contract["type"] == "layers"
    held = [re.findall(r"\w+", layer) for layer in contract["layers"]]
    assert [re.findall(r"\w+", row) for row in rows] == held


def test_camel_case_in_the_window_is_an_override_of_qt(parsed: Parsed) -> None:
    from PySide6 import QtCore, QtGui, QtWidgets  # no other test here needs Qt

    theirs = {
        name
        for module in (QtCore, QtGui, QtWidgets)
        for kind in (getattr(module, listed) for listed in dir(module))
        if isinstance(kind, type)
        for name in dir(kind)
    }
    ours = findings(parsed, rules.camel_case, ("webcare_desk/ui",))
    assert [finding for finding in ours if finding.rpartition(" ")[2] not in theirs] == []


def test_a_folder_of_one_machine_is_seen_and_a_web_address_is_not() -> None:
    assert MACHINE_PATHS.search("see /wor" + "k/notes")
    assert not MACHINE_PATHS.search("https://example.org/team/wor" + "k/notes")


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("which files are committed is known in a checkout only")
    command = [git, "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603 - git itself
    files = [ROOT / name for name in listed.split("\0") if name]
    texts = {file: file.read_bytes().decode("utf-8", "replace") for file in files if file.exists()}
    assert [str(file) for file, text in texts.items() if MACHINE_PATHS.search(text)] == []


def test_no_link_is_in_the_repository() -> None:
    """A link leads out of the checkout; one named `.venv` takes the place of the environment."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    command = [git, "ls-files", "-s"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - git itself
    assert [line for line in listed.stdout.splitlines() if line.startswith("120000")] == []


def test_the_domain_s_contract_names_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    named = {each["id"]: set(each.get("forbidden_modules", ())) for each in contracts}
    names = (re.split(r"[^\w.-]", each)[0] for each in project["project"]["dependencies"])
    listed = named["pure-domain"] | named["qt"]
    held = {
        _plain(package)
        for module, packages in packages_distributions().items()
        for package in packages
        if module in listed
    }
    assert {_plain(each) for each in names} - held == {"tzdata"}  # data alone


def _plain(package: str) -> str:
    return package.lower().replace("_", "-")
