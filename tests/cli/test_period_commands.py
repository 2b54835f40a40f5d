"""Every command with a period refuses one that says nothing: an empty list would be believed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Console

BACK = ("--since", "2026-02-01", "--until", "2026-01-01")


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "show"),
        ("audit", "export", "--format", "csv", "--out", "log.csv"),
        ("qc", "draw"),
        ("qc", "done"),
        ("qc", "rates"),
        ("review", "begin"),
        ("review", "periodic"),
        ("source", "hours"),
        ("case", "statement"),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(
    console: Console,
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = list(tmp_path.iterdir())
    assert "is not before its end, 2026-01-01" in console.refused(*words, *BACK, user="willem")
    assert list(tmp_path.iterdir()) == before


@pytest.mark.requirement("P28")
def test_nobody_states_or_compares_what_is_still_to_come(console: Console, tmp_path: Path) -> None:
    ahead = ("--until", f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d}")
    theirs = tmp_path / "pv.csv"
    theirs.write_text("our reference,PV number\nX-1,PV-1\n", encoding="utf-8")
    assert "is not over" in console.refused("case", "statement", *ahead, user="noor")
    assert "is not over" in console.refused("case", "reconcile", str(theirs), *ahead, user="noor")


@pytest.mark.requirement("P28")
def test_a_case_of_today_is_in_a_statement_that_begins_today(console: Console) -> None:
    console.good("comment", "escalate", "1", user="sanne")
    today = f"{datetime.now(UTC).astimezone() - timedelta(hours=1):%Y-%m-%dT%H:%M}"
    assert "NIL" not in console.good("case", "statement", "--since", today, user="noor")
