"""The texts that the model is trained and measured on are well formed, and kept apart."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRAINING = sorted((ROOT / "tools" / "corpus").glob("*.jsonl"))
TEST = sorted((ROOT / "tests" / "corpus").glob("*.jsonl"))
CATEGORIES = {
    "adverse_event", "lack_of_effect", "pregnancy", "overdose", "medication_error", "misuse",
    "off_label", "quality", "occupational", "interaction", "infection",
}  # fmt: skip


def comments(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", [*TRAINING, *TEST], ids=lambda path: path.name)
def test_every_line_is_well_formed(path: Path) -> None:
    for one in comments(path):
        assert one["text"].strip(), one["id"]
        assert one["lang"] in {"nl", "en"}, one["id"]
        assert set(one["categories"]) <= CATEGORIES, one["id"]
        assert isinstance(one["crisis"], bool), one["id"]
        assert one["tier"] in {"none", "check", "strong"}, one["id"]
        reportable = bool(one["categories"]) or one["crisis"]
        assert (one["tier"] != "none") == reportable, one["id"]


def test_ids_are_unique() -> None:
    ids = [one["id"] for path in (*TRAINING, *TEST) for one in comments(path)]
    assert len(ids) == len(set(ids)) > 5000


def test_no_text_of_the_test_part_is_trained_on() -> None:
    trained = {_bare(one["text"]) for path in TRAINING for one in comments(path)}
    long = {_bare(one["text"]) for path in TEST for one in comments(path) if len(one["text"]) > 40}
    assert trained & long == set()


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
