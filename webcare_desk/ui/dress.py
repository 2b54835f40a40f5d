"""The style of the panes beside the list; it follows the theme by itself."""

from dataclasses import asdict
from string import Template

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from webcare_desk.paths import resources_dir
from webcare_desk.ui import theme
from webcare_desk.ui.theme import SMALL, Colours

_SHEET = Template("""
QWidget#comment-pane, QWidget#page, QWidget#protocol-pane, QWidget#timeline-pane,
QWidget#composer, QWidget#original, QWidget#form, QListWidget#timeline { background: $surface; }
QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport { background: $surface; }
QScrollArea#rows, QScrollArea#rows > QWidget#qt_scrollarea_viewport { background: transparent; }
QScrollArea#rows { border: none; }
QScrollArea, QListWidget#timeline { border: 1px solid transparent; }
QScrollArea:focus, QListWidget#timeline:focus { border: 1px solid $accent; }
QWidget#comment-header { background: $surface; border-bottom: 1px solid $line; }
QPlainTextEdit#body { background: transparent; border: none; padding: 0; }
QPlainTextEdit#body:focus { border-left: 2px solid $accent; }
QFrame#subject { background: $window; border-radius: 10px; border: 1px solid $line; }
QFrame#post { border: none; border-left: 2px solid $line; background: transparent; }
QLabel#post-title { color: $faint; font-weight: 600; }
QLabel#own { color: $accent; font-weight: 600; }
QLabel#strong { color: $danger; font-weight: 600; font-size: ${small}pt; }
QLabel#warning { color: $warning; font-size: ${small}pt; }
QLabel#stop { color: $danger; font-size: ${small}pt; font-weight: 600; }
QLabel#fine { color: $good; font-size: ${small}pt; }
QLabel#problem { color: $danger; }
QLabel#section { color: $faint; font-size: ${small}pt; font-weight: 600; }
QLabel#strongest { font-weight: 600; }
QLabel#gone { background: $note; color: $text; border-radius: 6px; padding: 6px 10px; }
QListWidget#findings { background: transparent; border: none; }
QListWidget#findings::item, QListWidget#timeline::item { border-radius: 4px; padding: 3px 0; color: $text; }
QListWidget#findings::item:selected { background: $selection; color: $text; }
QPushButton:checked { background: $selection; border-color: $accent; color: $accent; }
QPushButton#link { min-height: 24px; border: 1px solid transparent; background: transparent;
  color: $accent; padding: 0 4px; text-align: left; }
QPushButton#link:hover { background: $hover; }
QPushButton#link:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton#category { font-weight: 600; }
QPushButton#primary:disabled { color: $edge; border-color: $line;
  background: $window; font-weight: 400; }
QPushButton#template { text-align: left; padding: 0 10px; color: $text; }
QWidget#composer { border-top: 1px solid $line; }
QPlainTextEdit#reply { border: 1px solid $edge; border-radius: 6px; padding: 4px 6px;
  background: $raised; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit#reply:focus { border: 2px solid $accent; padding: 3px 5px; }
QPlainTextEdit#note { border: 1px dashed $warning; border-radius: 6px; padding: 4px 6px;
  background: $note; color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit#note:focus { border: 2px dashed $warning; padding: 3px 5px; }
QPlainTextEdit#notes { background: transparent; border: none; }
QFrame#chooser { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QFrame#chooser QListWidget { border: none; background: transparent; }
QListWidget::item { padding: 6px 8px; border-radius: 4px; color: $text; }
QListWidget::item:selected { background: $selection; color: $text; }
QFrame#step-now { background: $selection; border-radius: 8px; border: none; }
QFrame#step { background: transparent; border: none; }
QCheckBox::indicator, QListWidget::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  border: 1px solid $edge; background: $raised; }
QCheckBox::indicator, QListWidget::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $edge; }
QRadioButton::indicator:checked:disabled { border-color: $edge; }
QTableView#entries::item { padding-left: 5px; }
QPlainTextEdit#entry { border: 1px solid transparent; border-left-color: $line; padding: 7px 11px 7px 12px; }
QPlainTextEdit#entry:focus { border-color: $accent; }
QPlainTextEdit#code { border: none; border-left: 1px solid $line; background: $surface; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit#code:focus { border-left: 2px solid $accent; }
QTextEdit#paper { background: $surface; color: $text; border: 1px solid transparent; }
QTextEdit#paper:focus { border-color: $accent; }
QDateEdit, QDateTimeEdit { min-height: 26px; padding: 0 8px; border: 1px solid $edge; border-radius: 6px;
  background: $raised; color: $text; }
QDateEdit:focus, QDateTimeEdit:focus { border: 2px solid $accent; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
  image: url("$chevron"); width: 12px; height: 12px; }
""")

#: A new palette reaches a styled widget as a change of its style.
CHANGES = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


def pane_sheet(chosen: Colours, scale: float = 1.0) -> str:
    """Return the style sheet of the panes in the colours of a theme."""
    icons, kind = resources_dir() / "icons", "dark" if chosen.is_dark else "light"
    drawn = {name: (icons / f"{name}-{kind}.svg").as_posix() for name in ("tick", "chevron")}
    return _SHEET.substitute(asdict(chosen) | drawn | {"small": SMALL * scale})


def dress(widget: QWidget) -> None:
    """Give a pane its style, now and whenever the theme changes."""
    widget.installEventFilter(_Dresser(widget))


class _Dresser(QObject):
    """Lives as long as its widget and puts the right style sheet on it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._is_dark = theme.is_dark()
        widget.setStyleSheet(pane_sheet(theme.colours(), theme.scale()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change the style when the theme has changed."""
        if event.type() in CHANGES and theme.is_dark() != self._is_dark:
            self._is_dark = theme.is_dark()
            if isinstance(watched, QWidget):
                watched.setStyleSheet(pane_sheet(theme.colours(), theme.scale()))
        return False
