"""The demo at the terminal: the journey, the desk it keeps, and the window it opens."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk.cli.demo import spoken
from webcare_desk.demo import journey as journeys
from webcare_desk.demo.journey import AstrayError
from webcare_desk.domain.moderator import Role

README = Path(__file__).resolve().parents[2] / "README.md"
STEPS = [
    "made",
    "fetched",
    "screened",
    "opened",
    "escalated",
    "acknowledged",
    "replied",
    "read-back",
    "followed",
    "verified",
    "replayed",
]


def test_the_journey_is_printed_and_its_desk_kept(nowhere: Console, tmp_path: Path) -> None:
    nowhere.folder = tmp_path / "kept"
    lines = nowhere.good(
        "demo", "--headless", "--keep", str(nowhere.folder), "--language", "en"
    ).splitlines()
    assert [line[:14].strip().replace(" ", "-") for line in lines] == STEPS
    assert "crisis" in nowhere.good("inbox", "counts")
    assert "holds" in nowhere.good("audit", "verify")
    assert "equal: " in nowhere.good("audit", "replay")
    for words in promised():
        assert nowhere.good(*words)
    _compare_lists(nowhere, tmp_path)
    again = nowhere.refused("demo", "--headless", "--keep", str(nowhere.folder))
    assert "was left as it is" in again


def promised() -> list[list[str]]:
    """Return what the README's first steps let somebody type at the desk that they keep."""
    text = README.read_text(encoding="utf-8")
    steps = text.partition("## The first five minutes")[2].partition("\n## ")[0]
    found = [line.split() for line in re.findall(r"\baudit [a-z][^`\n]*", steps)]
    assert len(found) > 1
    return found


def _compare_lists(kept: Console, folder: Path) -> None:
    """Hold two lists of PV against a desk that cannot be changed any more."""
    foreign, own = folder / "foreign.csv", folder / "own.csv"
    foreign.write_text("our reference,PV number\nX-1,PV-1\ntoo short\n", encoding="utf-8")
    told = kept.run("case", "reconcile", str(foreign))
    assert told.code == 1
    assert "0 matched, 3 discrepancies; nothing is kept." in told.out
    assert "unread: Line 3: " in told.out
    assert "unknown-to-us: PV has X-1" in told.out
    known = json.loads(kept.run("case", "reconcile", str(foreign), "--json").out)
    kinds = [each["kind"] for each in known["discrepancies"]]
    assert kinds == ["unknown-to-us", "missing-at-pv", "unread"]
    span = ("--since", "2020-01-01")
    kept.good("case", "statement", *span, "--out", str(own))
    assert kept.good("case", "reconcile", str(own)).startswith("1 matched, 0 discrepancies")


def test_a_journey_that_goes_astray_is_a_finding(
    nowhere: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def astray(stage: object) -> Iterator[str]:
        del stage
        yield "made"
        msg = "The community shows another reply than the one that was sent."
        raise AstrayError(msg)

    monkeypatch.setattr(journeys, "journey", astray)
    outcome = nowhere.run("demo", "--headless")
    assert (outcome.code, outcome.out) == (1, "made\n")
    assert outcome.err.startswith("webcare-desk: The community shows another reply")


def test_the_window_opens_on_a_stage_that_is_alive(nowhere: Console, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    nowhere.good("demo", "--screenshot", str(file), "--language", "nl")
    [(app, actor, screenshot, language)] = nowhere.windows.opened
    assert (screenshot, language) == (file, "nl")
    assert actor is not None
    assert actor.role is Role.SUPERVISOR
    assert app.settings.undo_seconds == 5
    assert not app.folder.exists()


def test_the_desk_that_is_named_before_the_command_is_where_it_is_left(
    nowhere: Console, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    nowhere.good("--desk", str(kept), "demo", "--screenshot", str(tmp_path / "x.png"))
    [(app, *_)] = nowhere.windows.opened
    assert app.folder == kept
    assert (kept / "desk.db").is_file()


def test_a_picture_and_the_terminal_are_two_things(nowhere: Console) -> None:
    assert "Choose one" in nowhere.refused("demo", "--headless", "--screenshot", "x.png")


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ({"LC_ALL": "nl_BE.UTF-8", "LANG": "en_GB"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "C", "LANG": "nl_NL.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_person(
    names: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("locale.getlocale", lambda: (None, "UTF-8"))
    assert spoken() == language


@pytest.mark.parametrize(
    ("said", "language"),
    [("nl_NL", "nl"), ("Dutch_Netherlands", "nl"), ("de_DE", "en"), (None, "en")],
)
def test_where_nothing_is_named_the_system_tells_the_language(
    said: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (said, "cp1252"))
    assert spoken() == language


def test_a_locale_that_names_no_language_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> None:
        msg = "unknown locale: UTF-8"
        raise ValueError(msg)

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", unknown)
    assert spoken() == "en"


@pytest.mark.parametrize("command", ["demo", "run"])
def test_a_picture_is_never_drawn_over_another_file(
    nowhere: Console, tmp_path: Path, command: str
) -> None:
    note, older = tmp_path / "note.png", tmp_path / "older.png"
    note.write_text("Call her back.", encoding="ascii")
    older.write_bytes(b"\x89PNG\r\n\x1a\n and more")
    assert "is no PNG" in nowhere.refused(command, "--screenshot", str(note))
    assert "name it .png" in nowhere.refused(command, "--screenshot", str(tmp_path / "x.jpg"))
    assert "Is a directory" in nowhere.refused(command, "--screenshot", str(tmp_path))
    assert note.read_text(encoding="ascii") == "Call her back."
    if command == "demo":
        nowhere.good("demo", "--screenshot", str(older))
