"""The demo's community is the truth that screening is measured against: it must be well formed."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from webcare_desk.domain.finding import Category, Language
from webcare_desk.paths import resources_dir

TYPE_OF_FIELD: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "thread": str,
    "thread_title": str,
    "parent": (str, type(None)),
    "author": str,
    "text": str,
    "lang": str,
    "minutes": int,
    "labels": list,
    "later": bool,
    "edited_text": str,
    "deleted": bool,
    "note": str,
}
OPTIONAL = {"later", "edited_text", "deleted", "note"}
IN_ORDER_OF_DANGER = [category.value for category in Category]
REPORTABLE = set(IN_ORDER_OF_DANGER[: IN_ORDER_OF_DANGER.index(Category.OTHER_SAFETY) + 1])
A_WEEK = 10_080

# What people really do say twice, word for word.
SAID_TWICE = {"ik ook!", "same here!", "koffie."}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    text = (resources_dir() / "demo" / "community.jsonl").read_text(encoding="utf-8")
    # Not splitlines(): it also splits at separators that a comment may contain.
    return [json.loads(line) for line in text.removesuffix("\n").split("\n")]


def test_every_row_has_the_fields_and_no_others(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert set(TYPE_OF_FIELD) - OPTIONAL <= set(row) <= set(TYPE_OF_FIELD)
        assert all(isinstance(value, TYPE_OF_FIELD[name]) for name, value in row.items())


def test_comments_are_numbered_and_sorted_by_arrival(rows: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in rows] == [f"c{n:04d}" for n in range(1, len(rows) + 1)]
    minutes = [row["minutes"] for row in rows]
    assert minutes == sorted(minutes, reverse=True)
    assert 0 <= min(minutes) <= max(minutes) <= A_WEEK


def test_those_that_arrive_later_come_last(rows: list[dict[str, Any]]) -> None:
    later = [row for row in rows if row.get("later")]
    assert len(later) >= 25
    assert rows[-len(later) :] == later
    assert {row["minutes"] for row in later} == {0}


def test_a_reply_is_in_its_parents_thread_and_younger(rows: list[dict[str, Any]]) -> None:
    by_id = {row["id"]: row for row in rows}
    replies = [row for row in rows if row["parent"] is not None]
    assert len(replies) > 100
    for row in replies:
        parent = by_id[row["parent"]]
        assert parent["thread"] == row["thread"]
        assert parent["id"] < row["id"]
        assert parent["minutes"] > row["minutes"] or row.get("later")


def test_a_thread_has_one_title(rows: list[dict[str, Any]]) -> None:
    titles = {(row["thread"], row["thread_title"]) for row in rows}
    assert len(titles) == len({thread for thread, _ in titles}) == 18


def test_labels_are_categories_most_dangerous_first(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        labels = row["labels"]
        assert labels == [value for value in IN_ORDER_OF_DANGER if value in labels] != []
        assert labels == ["none"] or "none" not in labels


def test_every_category_occurs(rows: list[dict[str, Any]]) -> None:
    labels = {label for row in rows for label in row["labels"]}
    assert labels == set(IN_ORDER_OF_DANGER) - {Category.CHECK}  # what only the program says


def test_the_shares_are_those_of_a_real_page(rows: list[dict[str, Any]]) -> None:
    assert 380 <= len(rows) <= 450
    language = Counter(row["lang"] for row in rows)
    assert set(language) == {Language.NL.value, Language.EN.value}
    assert 0.6 <= language["nl"] / len(rows) <= 0.7
    reportable = sum(not REPORTABLE.isdisjoint(row["labels"]) for row in rows)
    assert 0.22 <= reportable / len(rows) <= 0.28
    assert len({row["author"] for row in rows}) >= 140


def test_nobody_says_the_same_but_for_the_natural(rows: list[dict[str, Any]]) -> None:
    said = Counter(row["text"].lower() for row in rows)
    assert {text for text, times in said.items() if times > 1} == SAID_TWICE


def test_me_too_means_what_it_answers(rows: list[dict[str, Any]]) -> None:
    by_id = {row["id"]: row for row in rows}
    echoes = [row for row in rows if row["text"].lower() in {"ik ook!", "same here!"}]
    assert {row["labels"][0] for row in echoes} == {"adverse-event", "none"}
    for row in echoes:
        assert row["labels"] == by_id[row["parent"]]["labels"]


def test_links_addresses_and_numbers_lead_nowhere(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        text = row["text"] + row.get("edited_text", "")
        for host in re.findall(r"(?:https?://|www\.|@)([\w.-]+)", text):
            assert host.endswith("example.invalid")
        assert set(re.findall(r"\b0\d[\d -]{6,}\d", text)) <= {"06-00000000", "00-000-00"}


def test_edits_and_deletions_are_there(rows: list[dict[str, Any]]) -> None:
    edited = [row for row in rows if "edited_text" in row]
    assert len(edited) >= 4
    assert all(row["edited_text"] != row["text"] and "note" in row for row in edited)
    assert sum(row.get("deleted", False) for row in rows) >= 3


@pytest.mark.parametrize(
    "pattern",
    ["\u202e", "Ven\u200btora", '<img src="/dev/zero">', r"\S{2000}", "V\u0435nt", r"^\.\.\.$"],
)
def test_hostile_texts_are_there(rows: list[dict[str, Any]], pattern: str) -> None:
    assert any(re.search(pattern, row["text"]) for row in rows)
