"""Requirement → tests → result → build: gathered in a run, written to build/, judged by the gate.

The hooks are imported by tests/conftest.py. A test says which rows of
docs/traceability.toml it proves by the marker `requirement`.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import webcare_desk
from webcare_desk.qualification.build import digest_of, program_files

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "traceability.toml"
TARGET = ROOT / "build" / "traceability.json"


def rows() -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return every requirement by its name, and the names of those that are awaited."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    awaited: list[str] = table.pop("awaited")
    return table, awaited


def build() -> dict[str, str]:
    """Return what was tested: version, commit, and the digest of every file that is shipped."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        commit = said.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        commit = "no checkout"
    return {
        "version": webcare_desk.__version__,
        "commit": commit,
        "files": digest_of(program_files(ROOT / "webcare_desk")),
        "python": sys.version.split()[0],
    }


def pytest_configure(config: pytest.Config) -> None:
    """Gather the results of this run, once: not in each of the processes that share it."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Proofs())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each report say what its test proves; a name that is no requirement ends the run."""
    known = rows()[0]
    for item in items:
        for marker in item.iter_markers("requirement"):
            for name in marker.args:
                if name not in known:
                    msg = (
                        f"{item.nodeid} names the requirement {name}, which is not in {TABLE.name}"
                    )
                    raise pytest.UsageError(msg)
                item.user_properties.append(("requirement", name))


class Proofs:
    """How each test ended that proves a row, by row and test."""

    def __init__(self) -> None:
        """Begin with none."""
        self.results: dict[str, dict[str, list[str]]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep how a test ended; a failing set-up or teardown counts as well."""
        if report.when == "call" or report.outcome != "passed":
            for kind, name in report.user_properties:
                if kind == "requirement":
                    tests = self.results.setdefault(str(name), {})
                    tests.setdefault(_test_of(report.nodeid), []).append(report.outcome)

    def pytest_sessionfinish(self) -> None:
        """Write the table, unless nothing was run."""
        if not self.results:
            return
        TARGET.parent.mkdir(exist_ok=True)
        kept = {"build": build(), "results": self.results}
        TARGET.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        TARGET.with_suffix(".md").write_text(page(self.results), encoding="utf-8")


def _test_of(nodeid: str) -> str:
    return nodeid.partition("[")[0]


def page(results: dict[str, dict[str, list[str]]]) -> str:
    """Return the table as Markdown."""
    said = build()
    lines = [
        "# What was asked, what proves it, and how it ended",
        "",
        f"Version {said['version']}, commit {said['commit']}, Python {said['python']}.  ",
        f"SHA-256 over all shipped files: `{said['files']}`",
        "",
        "| row | requirement | source | result | tests |",
        "|---|---|---|---|---|",
    ]
    for name, row in rows()[0].items():
        tests = results.get(name, {})
        listed = "<br>".join(f"`{test}` ({len(ends)})" for test, ends in sorted(tests.items()))
        shown = row.get("organisational") or listed or "–"
        result = "organisational" if "organisational" in row else result_of(tests)
        lines.append(f"| {name} | {row['requirement']} | {row['source']} | {result} | {shown} |")
    return "\n".join(lines) + "\n"


def result_of(tests: dict[str, list[str]]) -> str:
    """Return how the tests of one row ended, in a word."""
    ends = {end for outcomes in tests.values() for end in outcomes}
    if "failed" in ends:
        return "FAILED"
    if "passed" in ends:
        return "passed"
    return "not run" if tests else "NO TEST"


def unproven(results: dict[str, dict[str, list[str]]]) -> list[str]:
    """Return what is wrong with the table of a whole run, a sentence each."""
    table, awaited = rows()
    wrong = []
    for name, row in table.items():
        result = result_of(results.get(name, {}))
        if "organisational" not in row and name not in awaited and result != "passed":
            wrong.append(f"{name}: {result}")
    return wrong


def main() -> int:
    """Judge the table of the last run, which must have been a whole one."""
    if not TARGET.exists():
        print(f"{TARGET} is not there: no test that proves a requirement was run.")
        return 1
    kept = json.loads(TARGET.read_text(encoding="utf-8"))
    if kept["build"]["files"] != build()["files"]:
        print("The program is not the one that was tested.")
        return 1
    wrong = unproven(kept["results"])
    print(*wrong, sep="\n")
    print(f"not built yet: {', '.join(rows()[1]) or 'nothing'}")
    print(f"{len(rows()[0])} requirements; the table is {TARGET.with_suffix('.md')}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
