"""The one style sheet of the window, filled with the colours of a theme."""

from dataclasses import asdict
from string import Template

from webcare_desk.ui.theme import BODY, LARGE, SMALL, TARGET, TITLE, Colours

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QWidget#pane, QTableView, QPlainTextEdit, QTextEdit, QListView { background: $surface; color: $text; }
QWidget#lock, QWidget#calm { background: $window; }
QLabel#lock-title { font-size: ${large}pt; font-weight: 600; }
QLabel#lock-about { color: $faint; }
QWidget#top { background: $window; border-bottom: 1px solid $line; }
QListView#queues { background: $window; padding-top: 6px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QLabel { background: transparent; color: $text; }
QLabel#title { font-size: ${title}pt; font-weight: 600; }
QLabel#faint { color: $faint; font-size: ${small}pt; }
QLabel#empty { color: $faint; padding: 24px 12px; }
QWidget#pane QLabel#empty { background: $surface; }
QLabel#error { color: $danger; }
QLabel#good { color: $good; }

QPushButton, QToolButton {
  min-height: ${target}px; padding: 0 12px; border: 1px solid $edge; border-radius: 6px;
  background: $raised; color: $text;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton#primary {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton#primary:hover { border-color: $text; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton:disabled, QToolButton:disabled { color: $edge; border-color: $line; background: $window; font-weight: 400; }
QPushButton#arrivals {
  border: none; border-radius: 0; background: $selection; color: $accent; font-weight: 600;
}
QPushButton#answer { text-align: left; min-height: 44px; padding: 0 16px; font-size: ${body}pt; }
QProgressBar { border: none; border-radius: 2px; background: $line; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QPushButton#flat, QToolButton#flat { border: 1px solid transparent; background: transparent; }
QPushButton#flat:hover, QToolButton#flat:hover { background: $hover; }
QPushButton#flat:focus, QToolButton#flat:focus { border: 2px solid $accent; }
QPushButton::menu-indicator, QToolButton::menu-indicator { width: 0; }

QLineEdit, QComboBox, QSpinBox { min-height: ${target}px; }
QLineEdit, QComboBox, QSpinBox, QPlainTextEdit#field {
  padding: 0 8px; border: 1px solid $edge; border-radius: 6px;
  background: $raised; color: $text; selection-background-color: $accent;
  selection-color: $on_accent;
}
QPlainTextEdit#field { padding: 4px 6px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $faint; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit#field:focus { border: 2px solid $accent; }
QSpinBox QLineEdit { border: none; padding: 0 0 0 6px; min-height: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge;
  selection-background-color: $selection; selection-color: $text; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }
QCheckBox:disabled, QRadioButton:disabled { color: $edge; }

QMenuBar { background: $window; color: $text; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { padding: 7px 14px; color: $faint; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QListWidget#accounts { border: 1px solid $line; border-radius: 6px; padding: 4px; }
QListWidget#palette { border: none; background: transparent; }
QListWidget#palette::item, QListWidget#accounts::item { padding: 6px 8px; border-radius: 4px; color: $text; }
QListWidget#palette::item:hover, QListWidget#accounts::item:hover { background: $hover; }
QListWidget#palette::item:selected, QListWidget#accounts::item:selected { background: $selection; color: $text; }
QTableView { border: none; gridline-color: $line; selection-background-color: $selection;
  selection-color: $text; }
QTableView#entries, QTableWidget#standing { border: 1px solid transparent; }
QTableView#entries:focus, QTableWidget#standing:focus { border: 1px solid $accent; }
QTableWidget#standing::item { padding-left: 5px; }
QHeaderView::section { background: $window; color: $faint; border: none; padding: 6px 8px;
  border-bottom: 1px solid $line; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

QStatusBar { background: $window; color: $faint; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $faint; font-size: ${small}pt; padding: 2px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QFrame#banner { background: $note; border-bottom: 1px solid $line; }
QFrame#banner QLabel { color: $text; font-size: ${small}pt; }
QFrame#toast { background: $text; border-radius: 8px; }
QFrame#toast QLabel { color: $surface; }
QFrame#toast QPushButton { background: transparent; color: $surface; border: 1px solid $surface; }
QFrame#toast QPushButton:hover, QFrame#toast QPushButton:focus { background: $surface; color: $text; }
""")


def sheet(chosen: Colours, scale: float = 1.0) -> str:
    """Return the style sheet; `scale` is how much larger the person's letters are."""
    sizes = {
        "title": TITLE * scale,
        "large": LARGE * scale,
        "body": BODY * scale,
        "small": SMALL * scale,
        "target": TARGET,
    }
    return _SHEET.substitute(asdict(chosen) | sizes)
