"""Starting and leaving the program: the picture, the banners, a bug, no display."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.walk import opened, waits
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import BusyError, ProtocolError, RefusedError, StoreError, UsageError
from webcare_desk.instance import hold
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import VERSIONS
from webcare_desk.rulebook import KEPT, Change, InForce
from webcare_desk.said import Said
from webcare_desk.ui import hook, start
from webcare_desk.ui.left import Left
from webcare_desk.ui.login import Entry
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import MemorySecrets


def test_the_picture_shows_the_window_with_a_safety_report_open(
    desk_app: App, chief: Actor, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    del qtbot
    seen: list[MainWindow] = []
    file = tmp_path / "window.png"
    code = start.run_window(desk_app, chief, language="nl", screenshot=file, on_ready=seen.append)
    assert code == 0
    picture = QImage(str(file))
    assert picture.size().toTuple() == (1440, 900)
    assert len({picture.pixel(x, y) for x in range(0, 1440, 9) for y in range(0, 900, 9)}) > 20
    assert seen[0].shown == 1
    said = [each.message for each in request.getfixturevalue("qtlog").records]
    assert not any("propagateSizeHints" in words for words in said)
    assert desk_app.desk.read.work(1).aware_at is not None  # type: ignore[union-attr]  # it is there


def test_the_picture_is_also_drawn_where_no_protocol_can_be_loaded(
    desk_app: App, chief: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot
    packs = tmp_path / "packs"
    packs.mkdir()
    settings = replace(desk_app.settings, protocols=str(packs))
    barred = replace(desk_app, settings=settings)
    for name in (KEPT, VERSIONS):
        shutil.rmtree(desk_app.folder / name, ignore_errors=True)
    file = tmp_path / "window.png"
    assert start.run_window(barred, chief, screenshot=file) == 0
    assert QImage(str(file)).size().toTuple() == (1440, 900)
    with pytest.raises(ProtocolError):
        barred.reload_protocol()


def test_a_picture_that_cannot_be_written_is_a_sentence(
    desk_app: App, chief: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot
    with pytest.raises(UsageError, match="cannot be written"):
        start.run_window(desk_app, chief, screenshot=tmp_path / "no" / "window.png")


def test_after_logging_out_the_next_person_is_asked(
    desk_app: App, chief: Actor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    asked: list[str] = []

    def give_up(_: App, __: Left, said: str) -> Entry | None:
        asked.append(said)
        return None

    monkeypatch.setattr(start, "_enter", give_up)
    code = start.run_window(desk_app, chief, on_ready=lambda window: window.acts.log_out())
    assert code == 0
    assert asked == [""]


def test_closing_the_window_ends_the_program(desk_app: App, chief: Actor, qtbot: QtBot) -> None:
    del qtbot
    assert start.run_window(desk_app, chief, on_ready=lambda window: window.acts.quit()) == 0


def test_the_desk_is_let_go_of_only_once_its_last_backup_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    folder, secrets = tmp_path / "own", MemorySecrets()
    make_desk(folder, secrets)
    backed_up: list[App] = []

    def back_up(app: App) -> None:
        with pytest.raises(BusyError):
            hold(folder)
        backed_up.append(app)

    monkeypatch.setattr(start, "_enter", lambda *_: None)
    monkeypatch.setattr("webcare_desk.backups.make.back_up_at_exit", back_up)
    app = open_app(folder, secrets)
    assert start.run_window(app) == 0
    app.close()
    assert backed_up == [app]
    hold(folder).release()


def test_that_the_last_backup_fails_is_said_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    folder, secrets = tmp_path / "own", MemorySecrets()
    make_desk(folder, secrets)
    said: list[str] = []

    def refuse(app: App) -> None:
        msg = Said.of("The database of the desk in {folder} is missing.", folder=app.folder.name)
        raise StoreError(msg)

    def keep(box: QMessageBox) -> int:
        said.extend((box.text(), box.informativeText()))
        return 0

    monkeypatch.setattr(start, "_enter", lambda *_: None)
    monkeypatch.setattr("webcare_desk.backups.make.back_up_at_exit", refuse)
    monkeypatch.setattr(QMessageBox, "exec", keep)
    app = open_app(folder, secrets)
    assert start.run_window(app, language="nl") == 0
    app.close()
    assert "reservekopie" in said[0]
    assert said[1] == "De database van de desk in own ontbreekt."


def test_the_window_is_imported_without_what_only_the_work_needs() -> None:
    heavy = "sqlite_utils requests keyring yaml pydantic reportlab rapidfuzz argon2 holidays"
    code = f"import sys, webcare_desk.ui.start; print(*set({heavy.split()}) & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter
    assert done.stdout.split() == []


def test_without_a_display_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(UsageError, match="--screenshot"):
        start._refuse_without_display()


def test_a_known_error_is_a_sentence_and_a_bug_looks_like_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: printed.append(kind))
    told: list[tuple[str, str]] = []
    errors = (RefusedError("It is closed."), ZeroDivisionError("a bug"), KeyboardInterrupt())
    with hook.showing(lambda title, text: told.append((title, text))):
        for error in errors:
            sys.excepthook(type(error), error, None)
    assert told[0][1] == "It is closed."
    assert "ZeroDivisionError: a bug" in told[1][1]
    assert len(told) == 2
    assert printed == [ZeroDivisionError, KeyboardInterrupt]


def test_the_problems_of_a_protocol_are_shown_as_plain_text(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    problem = Problem("varen/rules.yaml", 12, "rules[2].when", "use a known category, not <b>x</b>")
    app = replace(chief_place.app)
    vars(app).update(vars(chief_place.app))
    vars(app)["in_force"] = InForce(chief_place.app.protocol, (problem,))
    with opened(replace(chief_place, app=app), qtbot) as window:
        said = [label.text() for label in window.banners.findChildren(PlainLabel)]
        assert any("what was approved last stays in force" in text for text in said)
        assert any("Demo" in text for text in said)
        window.banners.findChildren(QPushButton)[0].click()
        waits(qtbot, lambda: QApplication.activeWindow() is not window)
        dialog = QApplication.activeWindow()
        assert dialog is not None
        [body] = dialog.findChildren(QPlainTextEdit)
        assert body.toPlainText() == str(problem)
        dialog.close()


def test_a_protocol_that_waits_for_a_second_person_is_told(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    protocol = chief_place.app.protocol
    app = replace(chief_place.app)
    vars(app).update(vars(chief_place.app))
    vars(app)["in_force"] = InForce(protocol, waiting=Change(protocol, rules_off=("side-effect",)))
    with opened(replace(chief_place, app=app), qtbot) as window:
        said = [label.text() for label in window.banners.findChildren(PlainLabel)]
        assert any("waits for a second person" in text for text in said)
        assert any("It switches off 1 rule" in text for text in said)


def test_what_keeps_a_protocol_out_is_said_until_another_one_is_in_force(
    window: MainWindow, qtbot: QtBot
) -> None:
    app = window._work.app
    problem = Problem("varen/rules.yaml", 12, "rules[2].when", "use a known category")
    before, labels = app.in_force, window.banners.findChildren
    vars(app)["in_force"] = InForce(app.protocol, (problem,), Change(app.protocol))
    waits(qtbot, lambda: sum("stays in force" in x.text() for x in labels(PlainLabel)) == 2)
    vars(app)["in_force"] = before
    waits(qtbot, lambda: not any("stays in force" in each.text() for each in labels(PlainLabel)))
    assert any("Demo" in each.text() for each in labels(PlainLabel))


def test_another_language_of_the_settings_is_spoken_from_the_next_login(
    desk_app: App, chief: Actor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    spoken: list[str] = []
    app = replace(desk_app)

    def on_ready(window: MainWindow) -> None:
        spoken.append(window.status.tr("Not read yet"))
        if len(spoken) == 1:
            vars(app)["settings"] = replace(app.settings, language="nl")
            labels = window.banners.findChildren
            waits(
                qtbot, lambda: any("once somebody logs in" in x.text() for x in labels(PlainLabel))
            )
            vars(app)["settings"] = desk_app.settings
            waits(qtbot, lambda: not any("logs in" in x.text() for x in labels(PlainLabel)))
            vars(app)["settings"] = replace(app.settings, language="nl")
            window.acts.log_out()
        else:
            window.acts.quit()

    monkeypatch.setattr(start, "_enter", lambda *_: Entry(chief))
    monkeypatch.setattr("webcare_desk.actions.LogOut.apply", lambda *_: None)
    assert start.run_window(app, chief, on_ready=on_ready) == 0
    assert spoken == ["Not read yet", "Nog niet gelezen"]


def test_without_any_protocol_the_window_says_why(
    chief_place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: App) -> None:
        msg = "The protocol has problems and no earlier one is kept."
        raise ProtocolError(msg)

    app = replace(chief_place.app)
    monkeypatch.setattr(App, "in_force", property(refuse))
    window = MainWindow(replace(chief_place, app=app))
    qtbot.addWidget(window)
    labels = window.banners.findChildren
    waits(qtbot, lambda: any("no earlier one" in each.text() for each in labels(PlainLabel)))
    window.close()
