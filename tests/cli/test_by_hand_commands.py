"""`escalation by-hand` and `late`, and the rescue that `run` opens."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk.__main__ import main
from webcare_desk.cli.terminal import Terminal
from webcare_desk.errors import UsageError, WebcareError
from webcare_desk.pv.by_hand import FIELDS, ByHand, label_of, text_of, to_pdf


def test_a_report_by_hand_needs_no_desk(nowhere: Console, tmp_path: Path) -> None:
    words = ("--event", "hoofdpijn sinds Ventora", "--into", str(tmp_path))
    said = nowhere.good("escalation", "by-hand", "--language", "nl", *words)
    assert "hoofdpijn sinds Ventora" in said
    (saved,) = tmp_path.glob("report-*.pdf")
    assert saved.read_bytes().startswith(b"%PDF")
    assert "cannot be written" in nowhere.refused(
        "escalation", "by-hand", "--into", str(tmp_path / "nowhere")
    )


def test_whom_to_reach_stands_in_the_settings(console: Console) -> None:
    settings = '[pv]\nkind = "folder"\nfolder = "p"\nrecipient = "pv@orvanta.example"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    (console.folder / "desk.db").unlink()
    assert "pv@orvanta.example" in console.good("escalation", "by-hand")
    (console.folder / "desk.toml").write_text("[desk", encoding="utf-8")
    assert "orvanta" not in console.good("escalation", "by-hand")


def test_what_was_done_by_hand_is_recorded_late(console: Console) -> None:
    words = ("--means", "phone", "--words", "gebeld met PV, zaak 12")
    at = ("--at", "2026-03-03 09:00")
    said = console.good("escalation", "late", *words, *at, "--comment", "1", user="sanne")
    assert said == "Recorded, as late.\n"
    (entry,) = json.loads(
        console.good("audit", "show", "--action", "record-late", "--json", user="willem")
    )
    assert (entry["detail"]["means"], entry["detail"]["late"]) == ("phone", True)
    assert "after now" in console.refused(
        "escalation", "late", *words, "--at", "2199-01-01 09:00", user="sanne"
    )
    empty = ("--means", "mail", "--words", " ")
    assert "Say what" in console.refused("escalation", "late", *empty, *at, user="sanne")


def test_every_field_has_a_place_in_both_languages() -> None:
    full = ByHand(**{name: f"<{name}>" for name in FIELDS})
    for language in ("nl", "en"):
        text = text_of(full, language)
        assert all(f"{label_of(name, language)}:\n<{name}>" in text for name in FIELDS)
        assert text_of(ByHand(), language).count("…") == len(FIELDS)
    assert to_pdf("regel\n" * 200).count(b"/Type /Page\n") == 5


@pytest.mark.parametrize("again", [True, False])
def test_run_shows_what_can_be_done_about_a_damaged_desk(
    console: Console, capsys: pytest.CaptureFixture[str], *, again: bool
) -> None:
    database = console.folder / "desk.db"
    whole = database.read_bytes()
    database.write_bytes(b"")
    told: list[str] = []

    def rescue(
        folder: Path, secrets: object, problem: WebcareError, *, language: str | None
    ) -> bool:
        del folder, secrets, language
        told.append(str(problem))
        if again:
            database.write_bytes(whole)
        return again

    console.patch.setenv("DISPLAY", ":0")
    terminal = Terminal(console.windows, console.secrets, console.folder, rescue)
    assert main(["run"], terminal) == (0 if again else 2)
    assert len(told) == 1
    assert "not the database of a desk" in told[0]
    assert len(console.windows.opened) == int(again)
    assert ("left as it is" in capsys.readouterr().err) is not again


def test_run_shows_a_slip_in_the_settings_where_no_terminal_is_looked_at(console: Console) -> None:
    (console.folder / "desk.toml").write_text("[desk", encoding="utf-8")
    told: list[WebcareError] = []

    def rescue(
        folder: Path, secrets: object, problem: WebcareError, *, language: str | None
    ) -> bool:
        del folder, secrets, language
        told.append(problem)
        return False

    console.patch.setenv("DISPLAY", ":0")
    assert main(["run"], Terminal(console.windows, console.secrets, console.folder, rescue)) == 2
    [problem] = told
    assert isinstance(problem, UsageError)
    assert "desk.toml" in str(problem)
    missing = console.folder / "none"
    assert main(["run"], Terminal(console.windows, console.secrets, missing, rescue)) == 2
    assert len(told) == 1
