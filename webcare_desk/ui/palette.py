"""A choice by a few letters of its name in either language: of every command, or of what a comment is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTranslator
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.menus import Command, keys_text, text_of
from webcare_desk.ui.room import give_room

KEY = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_LONGEST = 12  # digits of a comment's number
_LEAST = 75  # below this likeness (0 to 100) a command is not what was meant


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: its text, the further names by which it is found, what it does, its key."""

    text: str
    names: tuple[str, ...]
    act: Callable[[], object]
    key: str = ""


def choices(
    commands: Sequence[Command], other: QTranslator, run: Callable[[Command], object]
) -> tuple[Choice, ...]:
    """Return the commands that may be run now; `other` gives their names in the other language."""
    return tuple(
        Choice(
            text_of(command),
            (command.text, str(other.translate("Commands", command.text) or "")),
            partial(run, command),
            keys_text(command),
        )
        for command in commands
    )


def found(words: str, among: Sequence[Choice]) -> list[Choice]:
    """Return the choices that fit the words, the best first; all of them without words."""
    from rapidfuzz import fuzz, utils

    process = utils.default_process

    if not words.strip():
        return list(among)

    def likeness(choice: Choice) -> float:
        return max(
            fuzz.partial_ratio(words, name, processor=process)
            + fuzz.ratio(words, name, processor=process) / 10
            for name in (choice.text, *choice.names)
            if name
        )

    rated = sorted(((likeness(choice), choice) for choice in among), key=lambda pair: -pair[0])
    return [choice for rating, choice in rated if rating >= _LEAST]


class Palette(QDialog):
    """A field and the choices that fit what is in it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        among: Sequence[Choice],
        go_to: Callable[[int], object] | None = None,
    ) -> None:
        """Offer `among` under `title`, `hint` in the field; `go_to` gets the number of a comment."""
        super().__init__(parent)
        self._among, self._go_to = among, go_to
        self.setWindowTitle(title)
        give_room(self, 520, 420)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setObjectName("palette")
        self.list.setItemDelegate(KeyDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._look("")

    def _look(self, words: str) -> None:
        self.list.clear()
        number = _number(words)
        if number is not None and self._go_to is not None:
            text = self.tr("Open comment {number}").format(number=number)
            self._add(Choice(text, (), partial(self._go_to, number)))
        for choice in found(words, self._among):
            self._add(choice)
        self.list.setCurrentRow(0)

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, choice)
        item.setData(KEY, choice.key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text} {choice.key}".strip())

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        chosen.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the field move through the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)


class KeyDelegate(QStyledItemDelegate):
    """Paints a choice with its key at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the choice the usual way, and the key over it."""
        super().paint(painter, option, index)
        area = option.rect.adjusted(0, 0, -theme.M, 0)
        painter.save()
        painter.setPen(QColor(theme.colours().faint))
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, where, index.data(KEY))
        painter.restore()


def _number(words: str) -> int | None:
    digits = words.strip().removeprefix("#")
    return (
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else None
    )
