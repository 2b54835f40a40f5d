"""`screen` as a program calls it: JSON Lines in and out, and the measures."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk.cli.screening import screen

COMMENT = {"id": "a", "text": "Sinds die prik Ventora kotsmisselijk", "lang": "nl"}


def test_lines_go_in_and_lines_come_out(nowhere: Console, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(COMMENT) + "\n", encoding="utf-8")
    for words in ([str(file)], ["--product", "Ventora", "--product", "Calmira", str(file)]):
        told = json.loads(nowhere.good("screen", *words))
        assert (told["id"], told["lang"]) == ("a", "nl")
        assert told["tier"] in {"check", "strong"}
    assert json.loads(nowhere.good("screen", stdin=json.dumps(COMMENT)))["id"] == "a"
    assert nowhere.good("screen", "-", stdin="") == ""


def test_an_export_with_the_newest_comment_first_loses_no_parent(
    nowhere: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = {"id": "b", "text": "Ik ook!", "lang": "nl", "parent": "a"}
    file, scores = tmp_path / "in.jsonl", []
    for rows in ([COMMENT, reply], [reply, COMMENT]):
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        told = map(json.loads, nowhere.good("screen", str(file)).splitlines())
        scores.append({each["id"]: each["score"] for each in told})
    assert scores[0] == scores[1]
    (tmp_path / "-").touch()
    monkeypatch.chdir(tmp_path)  # a file that is called so is not what - means
    done = nowhere.run("screen", "-", stdin=file.read_text(encoding="utf-8"))
    assert len(done.out.splitlines()) == len(scores)
    assert (done.code, done.err[:46]) == (1, "line 1: its parent is the id of no line that w")


def test_a_bad_line_is_reported_and_the_rest_goes_on(nowhere: Console, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\xff\n" + json.dumps(COMMENT).encode() + b"\n")
    done = nowhere.run("screen", str(file))
    assert done.code == 1
    assert json.loads(done.out)["id"] == "a"
    assert done.err == "line 1: is no JSON\n"
    file.write_text("[" * 100_000, encoding="utf-8")
    assert nowhere.run("screen", str(file)).err == "line 1: is no JSON\n"


def test_a_line_without_an_end_fills_no_memory(
    nowhere: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "_LONGEST", 200)
    file = tmp_path / "in.jsonl"
    long, last = b"x" * 450 + b"\n", json.dumps(COMMENT).encode()
    file.write_bytes(long + last + b"\n" + b"y" * 199 + b"\n" + last)
    done = nowhere.run("screen", str(file))
    assert done.err == "line 1: is too long to be a comment\nline 3: is no JSON\n"
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "a"]
    endless = nowhere.run("screen", "/dev/zero")
    assert (endless.code, "A line does not end" in endless.err) == (2, True)


def test_two_things_at_once_are_refused_rather_than_one_of_them(
    nowhere: Console, tmp_path: Path
) -> None:
    other = str(tmp_path / "other.jsonl")
    for words in (
        ("x.jsonl", "--text", "a"),
        ("x.jsonl", "--eval", other),
        ("--text", "a", "--product", "b"),
    ):
        assert "Name one thing to screen" in nowhere.refused("screen", *words)


def test_a_file_that_is_not_there_is_a_sentence(nowhere: Console, tmp_path: Path) -> None:
    done = nowhere.run("screen", str(tmp_path / "none.jsonl"))
    assert done.code == 2
    assert "cannot be read" in done.err


def test_the_measures_are_printed_for_each_language(nowhere: Console, tmp_path: Path) -> None:
    file = tmp_path / "labelled.jsonl"
    lines = [
        {**COMMENT, "categories": ["adverse_event"], "told": "explicit"},
        {"id": "b", "text": "nice weather", "lang": "en", "categories": [], "trap": "sport"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    shown = nowhere.good("screen", "--eval", str(file))
    assert "nl: 1 comments, 1 reportable" in shown
    assert "recall at 20%" in shown
    assert "flagged, sport" in shown
    english, dutch = json.loads(nowhere.good("screen", "--eval", str(file), "--json"))
    assert (english["language"], dutch["reportable"]) == ("en", 1)
    for name in ("flagged, of all", "adverse_event, recall at 30%"):
        (told,) = [share for share in dutch["shares"] if share["name"] == name]
        assert set(told) == {"name", "found", "of", "low", "high"}
        assert (told["of"], 0 <= told["low"] < told["high"] <= 1) == (1, True)
    assert "adverse_event  1   0.00 (0.00–0.9" in shown
    steering = {**COMMENT, "lang": "nl\x1b[2J", "categories": []}
    file.write_text(json.dumps(steering), encoding="utf-8")
    assert "nl�[2j: 1 comments" in nowhere.good("screen", "--eval", str(file))
    file.write_text(json.dumps(COMMENT), encoding="utf-8")
    done = nowhere.run("screen", "--eval", str(file))
    assert done.code == 2
    assert "its categories are missing" in done.err
