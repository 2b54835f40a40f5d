"""Editing a draft: its files, the text, and every problem at its line while one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.app import App
from webcare_desk.new_version import problems_of
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import Draft, files_of, save_text, text_of
from webcare_desk.ui import theme
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.rulebook.code import CodeEdit
from webcare_desk.ui.rulebook.complete import Schema, offers, read_schema
from webcare_desk.ui.said import error_words
from webcare_desk.ui.workplace import Workplace

_PAUSE = 400  # milliseconds after the last key
_MOST = 200
_ROLE = Qt.ItemDataRole.UserRole
_FILES = 200


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of a draft: its problems, and how many examples were tried."""

    problems: tuple[Problem, ...]


class EditPane(QWidget):
    """Edits the files of one draft; saves and checks in a worker after each pause."""

    #: It is known anew whether the draft has problems.
    checked = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Edit nothing yet."""
        super().__init__()
        self._work = workplace
        self.draft: Draft | None = None
        self.file = ""
        self._is_loading = False
        self.files, self.problems = QListWidget(), QListWidget()
        self.code = CodeEdit(self._offered)
        self.state = PlainLabel()
        self._found: tuple[Problem, ...] = ()
        self._unsaved: dict[tuple[Path, str], str] = {}  # what is on its way into a file
        self._checking: Latest[Looked] = Latest(workplace.tasks, self, self._take, self._complain)
        self._reading: Latest[str] = Latest(workplace.tasks, self, self._show, self._unread)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.keep)
        self._lay_out()
        self._open_to(None)
        self.files.currentItemChanged.connect(self._on_file)
        self.code.textChanged.connect(self._typed)
        self.problems.itemActivated.connect(lambda item: self._go_to(item.data(_ROLE)))
        self.problems.itemClicked.connect(lambda item: self._go_to(item.data(_ROLE)))

    @property
    def has_problems(self) -> bool:
        """Say whether the last look at the draft found problems."""
        return bool(self._found)

    @cached_property
    def _schema(self) -> Schema:
        return read_schema()

    def take(self, draft: Draft | None) -> None:
        """Edit a draft from its first file; what was typed in another is kept.

        The draft that is edited already, though it has changed since, moves nothing.
        """
        if _root(draft) == _root(self.draft):
            self.draft = draft
            return
        self.flush()
        self.draft, self.file, self._found = draft, "", ()
        self.files.clear()
        self.problems.clear()
        self._set("")
        self._open_to(draft)
        if draft is None:
            return
        for name in files_of(draft.root):
            item = QListWidgetItem(oneline(name, 60))
            item.setData(_ROLE, name)
            self.files.addItem(item)
        own = f"{self._work.app.settings.pack}/rules.yaml"
        names = [self.files.item(row).data(_ROLE) for row in range(self.files.count())]
        self.files.setCurrentRow(names.index(own) if own in names else 0)
        self.check()

    def _open_to(self, draft: Draft | None) -> None:
        """Let a draft be edited; without one say how to have one instead of an empty page."""
        self.setEnabled(draft is not None)
        self.code.setVisible(draft is not None)
        if draft is None:
            self.say("faint", self.tr("Only a draft is edited: begin one with “New draft…”."))

    def forget(self) -> None:
        """Edit nothing any more: the draft is gone, and what was typed into it."""
        self._pause.stop()
        self._unsaved.clear()
        self.take(None)

    def open(self, file: str, line: int = 0) -> None:
        """Show a file of the draft, at a line."""
        if self.draft is None:
            return
        if file == self.file:
            if line:
                self.code.go_to(line)
            return
        self.flush()
        self.file, root = file, self.draft.root
        self._line = line
        self._reading.forget()
        unsaved = self._unsaved.get((root, file))
        if unsaved is not None:
            self._show(unsaved)
            return
        self.code.setReadOnly(True)  # what is shown still belongs to another file
        self._reading.ask(lambda: text_of(root, file))

    def flush(self) -> None:
        """Save at once what was typed and not saved yet."""
        if self._pause.isActive():
            self._pause.stop()
            self.keep()

    def keep(self) -> None:
        """Save the file, and look for problems; both in a worker."""
        draft, file, text = self.draft, self.file, self.code.toPlainText()
        if draft is None or not file:
            return
        self._unsaved[draft.root, file] = text
        saved = alive(self, lambda _: self._saved(draft, file, text))
        self._work.tasks.act(
            partial(save_text, draft, file, text), saved, alive(self, self._complain)
        )

    def _saved(self, draft: Draft, file: str, text: str) -> None:
        if self._unsaved.get((draft.root, file)) == text:
            del self._unsaved[draft.root, file]
        self.check()

    def check(self) -> None:
        """Look for problems, trying every example, in a worker."""
        draft, app = self.draft, self._work.app
        if draft is not None:
            self.say("faint", self.tr("Checking…"))
            self._checking.ask(lambda: look(app, draft))

    def say(self, style: str, words: str) -> None:
        """Say how the draft stands."""
        self.state.setObjectName(style)
        self.state.style().polish(self.state)
        self.state.setText(words)

    def _on_file(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(item.data(_ROLE))

    def _set(self, text: str) -> None:
        self._is_loading = True
        self.code.setPlainText(text)
        self._is_loading = False

    def _unread(self, error: Exception) -> None:
        self._set("")
        self._complain(error)

    def _show(self, text: str) -> None:
        self._set(text)
        self.code.setReadOnly(False)
        self._mark()
        if self._line:
            self.code.go_to(self._line)

    def _typed(self) -> None:
        if not self._is_loading and self.draft is not None:
            self._pause.start()

    def _take(self, looked: Looked) -> None:
        self._found = looked.problems
        self.problems.clear()
        for problem in self._found[:_MOST]:
            item = QListWidgetItem(f"  {oneline(str(problem), 300)}")
            item.setData(_ROLE, (problem.file, problem.line))
            self.problems.addItem(item)
        count = len(self._found)
        self.problems.setVisible(bool(count))
        if count:
            self.say(
                "stop", self.tr("%n problem(s): this draft cannot come into force.", "", count)
            )
        else:
            self.say(
                "fine", self.tr("✓ Saved. No problems, and every example does what it should.")
            )
        self._mark()
        self.checked.emit()

    def _mark(self) -> None:
        self.code.mark({p.line: p.message for p in self._found if p.file == self.file})

    def _go_to(self, place: Sequence[object]) -> None:
        file, line = place
        for row in range(self.files.count()):
            if self.files.item(row).data(_ROLE) == file and file != self.file:
                self._jump(row, int(str(line)))
                return
        self.code.go_to(int(str(line)))

    def _jump(self, row: int, line: int) -> None:
        self.files.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.files.setCurrentRow(row)
        self.files.blockSignals(False)  # noqa: FBT003 - the same
        self.open(self.files.item(row).data(_ROLE), line)

    def _complain(self, error: Exception) -> None:
        self.say("stop", f"⚠ {error_words(error)}")

    def _offered(self, text: str, position: int) -> tuple[str, list[str]]:
        return offers(self._schema, self.file.rpartition("/")[2], text, position)

    def _lay_out(self) -> None:
        self._line = 0
        self.files.setObjectName("timeline")
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setFixedWidth(round(_FILES * theme.scale()))
        self.problems.setObjectName("timeline")
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.setMaximumHeight(150)
        self.problems.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.setContentsMargins(theme.S, 0, theme.S, theme.S)
        self.problems.hide()
        line = QWidget()
        below = QVBoxLayout(line)
        below.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        below.addWidget(self.state)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.code, 1)
        column.addWidget(line)
        column.addWidget(self.problems)
        both = QSplitter()
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(self.files)
        both.addWidget(right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.S, 0, 0, 0)
        outer.addWidget(both)
        self.setEnabled(False)


def _root(draft: Draft | None) -> Path | None:
    return None if draft is None else draft.root


def look(app: App, draft: Draft) -> Looked:
    """Return what is wrong with a draft; takes a moment, for every example is tried."""
    return Looked(problems_of(app, draft.root))
