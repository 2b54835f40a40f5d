"""The periodic review of the window: its dates are asked for, and it is in the person's language."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QTranslator
from PySide6.QtWidgets import QFileDialog

from tests.ui.scene import Scene, scene
from webcare_desk.ui.supervision.periodic import PeriodicDialog, write_periodic

__all__ = ["scene"]


def asked(scene: Scene, target: Path | None, monkeypatch: pytest.MonkeyPatch) -> PeriodicDialog:
    """Press the button, and let the file be `target`, or none."""
    name = "" if target is None else str(target)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    scene.window.report.click()
    scene.waits(lambda: any(each.isVisible() for each in scene.window.findChildren(PeriodicDialog)))
    return next(each for each in scene.window.findChildren(PeriodicDialog) if each.isVisible())


def test_the_periodic_review_is_of_the_days_that_are_asked_for(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "review.html"
    dialog = asked(scene, target, monkeypatch)
    today = QDate.currentDate()
    assert (dialog.since.date(), dialog.until.date()) == (today.addDays(-90), today)
    dialog.until.setDate(today.addDays(-91))
    dialog.main.click()
    assert "before it begins" in dialog.error.text()
    assert not target.exists()
    dialog.until.setDate(today)
    dialog.main.click()
    scene.waits(scene.window.outcome.isVisible)
    page = target.read_text(encoding="utf-8")
    assert "<h2>Failed logins</h2>" in page
    assert "holds" in page


def test_a_day_without_an_entry_and_a_file_that_cannot_be_written_are_told(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked(scene, None, monkeypatch)
    dialog.main.click()
    assert dialog.isVisible()  # no file was chosen: the dates are still there
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "folder.html"), "")
    )
    dialog.main.click()
    scene.waits(lambda: "cannot be written" in scene.window.outcome.text())
    long_ago = QDate(2001, 1, 1)
    dialog = asked(scene, tmp_path / "empty.html", monkeypatch)
    dialog.since.setDate(long_ago)
    dialog.until.setDate(long_ago)
    dialog.main.click()
    scene.waits(lambda: "no entry in this period" in scene.window.outcome.text())


class Marking(QTranslator):
    """Speaks a language in which every text stands beside the place it is from."""

    def translate(
        self, context: str, text: str, comment: str | None = None, count: int = -1
    ) -> str:
        """Return the text marked."""
        del comment, count
        return f"{context}·{text}"


def test_the_page_is_in_the_language_of_the_window(scene: Scene, tmp_path: Path) -> None:
    work = replace(scene.window._work, language="nl")
    page, spoken = tmp_path / "review.html", Marking()
    QCoreApplication.installTranslator(spoken)
    try:
        write_periodic(work, 0, 2**52, str(page))
    finally:
        QCoreApplication.removeTranslator(spoken)
    text = page.read_text(encoding="utf-8")
    assert '<html lang="nl">' in text
    assert "<h1>PeriodicReview·Periodic review, " in text
    assert "<h2>PeriodicReview·Failed logins</h2>" in text
    assert "Words·Administrator" in text  # a term
    assert "Sentences·Ann Chief set a password" in text  # an entry
    assert scene.chief.moderator not in text  # but by name
    assert "Oversight·Drawn at random" in text
