"""Each check of the stand-alone verifier is worth something: without it, an attack passes.

A mutant is the verifier with one `need(…)` taken out. Every case below is
found by the whole verifier; for each mutant at least one of them must pass.
"""

import ast
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.reports.test_package import package, worked
from tests.store.verifier_cases import CASES, Words
from tests.support import inspector
from tests.support.desks import Bench, copy_of, log_in
from tests.support.signing import hire
from webcare_desk.actions import ExportForm
from webcare_desk.disclosure import Order, export_log
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.signature import Meaning
from webcare_desk.store.base import LogFilter

SOURCE = inspector.VERIFIER.read_text(encoding="utf-8")

#: Checks that only say it better: without them the same flaw is found further on.
SAID_BETTER = {
    "found",  # a note that is none has no groups
    "size << height == self.size",  # another tree has another root
    "size == self.size",  # the root of fewer entries is another root
    "not is_packed",  # a zip is no database
    "len(words) > 1",  # these three are wrong use, which Python's own words would tell as well
    "is_file or '+' in key",
    "place.exists()",
    "is_read",  # an older SQLite reads no database
    "is_key",  # what has no three parts cannot be taken apart
}


def checks() -> dict[str, ast.Expr]:
    """Return every check of the verifier by its condition, as it is written."""
    nodes = [node for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.Expr)]
    calls = [node for node in nodes if isinstance(node.value, ast.Call)]
    found: dict[str, ast.Expr] = {}
    for node in calls:
        assert isinstance(node.value, ast.Call)
        if ast.unparse(node.value.func) == "need":
            name = ast.unparse(node.value.args[0])
            sentence = ast.unparse(node.value.args[1])
            found[name if name not in found else f"{name}: {sentence}"] = node
    return found


CHECKS = checks()


def without(check: str) -> Callable[[list[str]], int]:
    """Return the verifier's `main` without one check."""
    node, lines = CHECKS[check], SOURCE.split("\n")
    assert node.end_lineno is not None
    lines[node.lineno - 1 : node.end_lineno] = [" " * node.col_offset + "pass"]
    main: Callable[[list[str]], int] = inspector.loaded("\n".join(lines)).main
    return main


@pytest.fixture(scope="module")
def prepared(pristine: Bench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Words]:
    """Make a desk that has worked, an export and a package of it, and each case from a copy."""
    bench = copy_of(pristine, tmp_path_factory.mktemp("played"))
    worked(bench)
    _, folder = package(bench, tmp_path_factory.mktemp("package"))
    shutil.copytree(folder, bench.folder / "package")
    auditor = log_in(bench.desk, frozenset({Role.AUDITOR}), "reader")[Role.AUDITOR]
    hire(bench.desk, "noor", Role.PV_OFFICER).sign(bench.desk, Meaning.QUALITY_CHECKED)
    order = Order(bench.desk, auditor, bench.signer.verifier, bench.folder / "log.jsonl")
    export_log(order, ExportForm.JSON_LINES, LogFilter())
    bench.desk.store.close()
    made: dict[str, Words] = {}
    for number, (name, case) in enumerate(CASES.items()):
        copy = shutil.copytree(bench.folder, tmp_path_factory.mktemp("case") / str(number))
        made[name] = case(replace(bench, folder=copy))
    return made


def passing(main: Callable[[list[str]], int], cases: dict[str, Words]) -> Iterator[str]:
    """Yield the cases in which nothing is found."""
    for name, words in cases.items():
        if inspector.judged(main, *words)[0] == inspector.HOLDS:
            yield name


def test_the_whole_verifier_finds_every_case(prepared: dict[str, Words]) -> None:
    assert list(passing(inspector.loaded().main, prepared)) == []


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_without_a_check_a_case_passes(prepared: dict[str, Words], check: str) -> None:
    found = next(passing(without(check), prepared), None)
    assert (found is None) == (check in SAID_BETTER), found


def test_what_is_only_said_better_is_a_check_of_the_verifier() -> None:
    assert set(CHECKS) > SAID_BETTER
