"""A form shows all its rows while the screen has the room, and its buttons always."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.register.answer import PvAnswerDialog
from webcare_desk.ui.workplace import Workplace

_LOW = QRect(0, 0, 800, 500)


class Screen:
    """A screen of a size that a test chooses."""

    @staticmethod
    def availableGeometry() -> QRect:  # noqa: N802 - Qt's own name
        """Return a low one."""
        return _LOW


def shown(form: FormDialog, qtbot: QtBot) -> FormDialog:
    qtbot.addWidget(form)
    form.show()
    return form


def is_seen(form: FormDialog, widget: QWidget) -> bool:
    """Say whether all of a row can be seen without scrolling."""
    at = widget.mapTo(form.rows.viewport(), QPoint())
    return form.rows.viewport().rect().contains(QRect(at, widget.size()))


def test_the_field_for_what_matters_keeps_its_lines(chief_place: Workplace, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = PvAnswerDialog(chief_place, 1, "NL-VAREN-1", parent)
    shown(form, qtbot)
    for place in range(form.decision.count()):
        form.decision.setCurrentIndex(place)
        qtbot.waitUntil(lambda: is_seen(form, form.attach) and is_seen(form, form.reference))
        assert form.evidence.height() == 96


def test_a_row_that_comes_or_grows_is_given_its_room(qtbot: QtBot) -> None:
    form = FormDialog(None, "Answer", "Keep")
    told, last = form.remark("short"), form.field("Last")
    late = form.field("Late")
    form.form.setRowVisible(late, False)  # noqa: FBT003 - Qt's own signature
    shown(form, qtbot)
    before = form.height()
    told.setText("A sentence of some length. " * 20)
    qtbot.waitUntil(lambda: is_seen(form, last) and form.height() > before)
    before = form.height()
    form.form.setRowVisible(late, True)  # noqa: FBT003 - the same
    qtbot.waitUntil(lambda: is_seen(form, late) and form.height() > before)


def test_the_widest_row_is_not_cut(qtbot: QtBot) -> None:
    form = FormDialog(None, "Review", "Ask")
    box = QCheckBox("A question that is asked in more words than a narrow form has room for")
    form.add("Questions", box)
    shown(form, qtbot)
    assert box.width() >= box.sizeHint().width()
    assert is_seen(form, box)


def test_where_the_screen_is_low_the_rows_scroll_and_the_buttons_stay(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QWidget, "screen", lambda _: Screen)
    form = FormDialog(None, "Questions", "Post")
    texts = [QPlainTextEdit() for _ in range(6)]
    for text in texts:
        text.setFixedHeight(150)
        form.add("Words", text)
    shown(form, qtbot)
    assert form.height() < _LOW.height()
    assert form.frameGeometry().bottom() <= _LOW.bottom()
    assert form.main.mapTo(form, QPoint(0, form.main.height())).y() <= form.height()
    assert form.rows.verticalScrollBar().maximum() > 0
    assert {text.height() for text in texts} == {150}, "none is squeezed"


@pytest.fixture(autouse=True)
def _dressed(qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    apply_theme(qapp, is_dark=False)
