"""Every requirement has a test, or a reason why no program can prove it."""

import ast
from pathlib import Path

import pytest

from tests import traceability

ROOT = Path(__file__).resolve().parent.parent


def marked() -> set[str]:
    """Return every requirement that some test names."""
    return {
        argument.value
        for file in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.requirement"
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


@pytest.mark.requirement("E1")
def test_every_requirement_has_a_test_or_is_organisational() -> None:
    rows, awaited = traceability.rows()
    organisational = {name for name, row in rows.items() if "organisational" in row}
    assert marked() | organisational | set(awaited) == set(rows)
    assert not organisational & (marked() | set(awaited))


def test_nothing_is_awaited_that_has_its_tests() -> None:
    assert marked() & set(traceability.rows()[1]) == set()


def test_a_row_says_what_is_asked_and_by_whom() -> None:
    rows, _ = traceability.rows()
    allowed = {"requirement", "source", "organisational"}
    assert [name for name, row in rows.items() if not {"requirement", "source"} <= {*row}] == []
    assert [name for name, row in rows.items() if {*row} - allowed] == []


@pytest.mark.parametrize(
    ("ends", "result"),
    [
        ({}, "NO TEST"),
        ({"t": []}, "not run"),
        ({"t": ["skipped"]}, "not run"),
        ({"t": ["passed"], "u": ["skipped"]}, "passed"),
        ({"t": ["passed", "failed"]}, "FAILED"),
    ],
)
def test_a_row_is_proven_only_by_a_test_that_passed(
    ends: dict[str, list[str]], result: str
) -> None:
    assert traceability.result_of(ends) == result
    wrong = traceability.unproven({"A1": ends})
    assert (f"A1: {result}" in wrong) == (result != "passed")
    assert f"| {result} |" in traceability.page({"A1": ends}).split("| A1 |")[1].split("\n")[0]


@pytest.mark.requirement("E1")
def test_the_build_is_named_by_what_is_shipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = traceability.build()
    (tmp_path / "webcare_desk").mkdir()
    (tmp_path / "webcare_desk" / "x.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(traceability, "ROOT", tmp_path)
    one = traceability.build()
    (tmp_path / "webcare_desk" / "x.py").write_text("x = 2\n", encoding="utf-8")
    assert len({before["files"], one["files"], traceability.build()["files"]}) == 3


def test_a_run_with_another_program_does_not_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "traceability.json"
    monkeypatch.setattr(traceability, "TARGET", target)
    assert traceability.main() == 1
    target.write_text('{"build": {"files": "another"}, "results": {}}', encoding="utf-8")
    assert traceability.main() == 1
    assert "not the one that was tested" in capsys.readouterr().out
