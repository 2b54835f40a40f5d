"""`protocol backtest` from the terminal."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk.backtest import Progress
from webcare_desk.paths import protocols_dir


@pytest.fixture
def calmer(tmp_path: Path) -> Path:
    """Return the shipped packs with another queue for whoever says thank you."""
    root = Path(shutil.copytree(protocols_dir(), tmp_path / "calmer"))
    for rules in root.glob("*/rules.yaml"):
        text = rules.read_text(encoding="utf-8")
        rules.write_text(
            re.sub(r"(category: thanks\n +queue: )other", r"\1question", text), "utf-8"
        )
    return root


def test_the_version_in_force_changes_nothing(console: Console) -> None:
    said = console.good("protocol", "backtest", "varen", user="sanne")
    assert said.endswith(
        "6 comments read, 0 classified differently. Crises: 0 found, 0 lost. "
        "To look at and not before: 0; less grave than before: 0.\n"
    )
    shown = json.loads(console.good("protocol", "backtest", "varen", "--json", user="sanne"))
    assert shown == {"read": 6, "of": 6, "stopped": False, "changed": []}


def test_what_another_version_says_is_listed_with_the_text(console: Console, calmer: Path) -> None:
    outcome = console.run("protocol", "backtest", str(calmer / "varen"), user="sanne")
    assert outcome.code == 1
    first, second, *_, last = outcome.out.splitlines()
    assert first == "  3: thanks, none, other → thanks, none, question"
    assert second == "    Thank you for the lovely recipe"
    assert last.startswith("6 comments read, 1 classified differently")
    shown = json.loads(
        console.run("protocol", "backtest", str(calmer / "varen"), "--json", user="sanne").out
    )
    assert shown["changed"][0]["new"]["queue"] == "question"
    assert shown["changed"][0]["text"] == "Thank you for the lovely recipe"


def test_ctrl_c_says_how_far_it_came(
    console: Console, monkeypatch: pytest.MonkeyPatch, calmer: Path
) -> None:
    def cut(*_: object, **__: object) -> Iterator[Progress]:
        yield Progress(2, 6, ())
        raise KeyboardInterrupt

    monkeypatch.setattr("webcare_desk.backtest.backtest", cut)
    outcome = console.run("protocol", "backtest", str(calmer / "varen"), user="sanne")
    assert outcome.code == 1
    assert "Stopped: 2 of 6 comments were read; nothing was changed." in outcome.out


def test_a_pack_with_problems_is_not_replayed(console: Console, calmer: Path) -> None:
    (calmer / "varen" / "rules.yaml").write_text("rules: []\nx: 1\n", encoding="utf-8")
    assert "has problems" in console.refused("protocol", "backtest", str(calmer / "varen"))
