"""The composer: a public reply in one tab, a private note in another, the outbox above."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from webcare_desk import actions
from webcare_desk.actions.base import Action
from webcare_desk.domain.finding import Spoken
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import Delivery, DeliveryKind
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.composer.answered import ask_to_add
from webcare_desk.ui.composer.choose import Filling, begins_with, filling, offered
from webcare_desk.ui.composer.deliveries import DeliveriesList
from webcare_desk.ui.composer.drafts import Drafts
from webcare_desk.ui.composer.gates import closed_to, draft_of, gates_of, is_tellable
from webcare_desk.ui.composer.note import NoteTab
from webcare_desk.ui.composer.origins import Origins
from webcare_desk.ui.composer.reply import ReplyTab
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.workplace import Workplace

_PAUSE = 300  # milliseconds until the language of what was typed is looked at


class Composer(QWidget):
    """Writes for one comment; what is typed for another is kept and comes back."""

    def __init__(self, workplace: Workplace) -> None:
        """Write for no comment yet."""
        super().__init__()
        self._work = workplace
        self._sheet: Sheet | None = None
        self._origins = Origins()
        self._sending: dict[int, str] = {}
        self._written_in: Spoken | None = None
        self.reply, self.note = ReplyTab(), NoteTab()
        self.deliveries = DeliveriesList(workplace)
        me = workplace.actor.moderator
        self.drafts, self.notes = Drafts(workplace, me, self), Drafts(workplace, f"{me}/note", self)
        self._filling = Latest(workplace.tasks, self, self._put, self._reply_failed)
        self._beginning = Latest(workplace.tasks, self, self._begin_with, self._reply_failed)
        self._telling = Latest(workplace.tasks, self, self._tell_language)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._lay_out()
        self._connect()

    @property
    def text(self) -> str:
        """Return the reply as it stands."""
        return self.reply.edit.toPlainText()

    def leave(self) -> None:
        """Keep what was typed for the comment, and write for none."""
        self._keep()
        if self._sheet is not None:
            self._origins.leave(self._sheet.comment)
        self.drafts.asking()
        self.notes.asking()
        self.keep()
        self._filling.forget()
        self._beginning.forget()
        self._telling.forget()
        self._sheet = self._written_in = None

    def keep(self) -> None:
        """Keep every draft and every half-written note now: the window may be closed."""
        self.drafts.flush()
        self.notes.flush()

    def show_sheet(self, sheet: Sheet) -> None:
        """Write for the comment of a sheet; the same comment again disturbs nothing."""
        is_new = self._sheet is None
        if is_new:  # before it is the comment's sheet: what was kept is not kept again
            kept = self._work.app.desk.read.draft(sheet.comment, self.notes.writer)
            self.note.edit.setPlainText(self.notes.latest(sheet.comment, kept))
        self._sheet = sheet
        if is_new:
            text = self.drafts.latest(sheet.comment, sheet.draft)
            self._origins.come(sheet, self._work.actor.moderator, text)
            self.reply.edit.setPlainText(text)
            self.reply.problem.forget()
            self.note.problem.forget()
            self.tabs.setCurrentIndex(0)
        self.note.show_sheet(sheet)
        notes = sheet.file.notes
        words = self.tr("Private notes ({count})") if notes else self.tr("Private note")
        self.tabs.setTabText(1, words.format(count=len(notes)))
        self.deliveries.show_deliveries(sheet.file.deliveries, sheet.file.escalations)
        self._show_gates()

    def focus_reply(self, template: str | None = None) -> None:
        """Put the caret into the reply; `template` is filled in first."""
        self.tabs.setCurrentIndex(0)
        self.reply.edit.go_on()
        if template is not None:
            self._fill(template)

    def begin_reply(self) -> None:
        """Put the caret into the reply; an empty one begins with the recommended template."""
        self.focus_reply()
        for template in begins_with(self._sheet) if self._sheet and not self.text else ():
            self._fill(template, self._beginning)

    def focus_note(self) -> None:
        """Put the caret into the private note."""
        self.tabs.setCurrentIndex(1)
        self.note.edit.setFocus()

    def open_chooser(self) -> None:
        """Offer the templates, the recommended ones first."""
        if (sheet := self._sheet) is not None:
            me, language = self._work.actor.moderator, self._work.language
            self.reply.chooser.offer(offered(sheet, me, language))
            self.reply.chooser.open_below(self.reply.template)

    def _fill(self, template: str, into: Latest[Filling] | None = None) -> None:
        if (sheet := self._sheet) is not None:
            fill = partial(filling, sheet, template, self._work.actor.moderator)
            (into or self._filling).ask(fill)

    def _begin_with(self, filled: Filling) -> None:
        if not self.text and self.window().focusWidget() is self.reply.edit:  # else it was left
            self._put(filled)

    def _put(self, filled: Filling) -> None:
        self._origins.present = (filled.template, filled.text)
        if self._sheet is not None:
            self._origins.begin(self._sheet.comment, filled.on)
        self.reply.edit.put(filled.text)
        self.focus_reply()

    def _on_text(self) -> None:
        self._keep()
        self._pause.start()
        self._show_gates()

    def _keep(self) -> None:
        if self._sheet is not None:
            on = self._origins.words_of(self._sheet, self.text)
            self.drafts.typed(self._sheet.comment, self.text, on)

    def _keep_note(self) -> None:
        if self._sheet is not None:
            self.notes.typed(self._sheet.comment, self.note.edit.toPlainText())

    def _look_at_language(self) -> None:
        text, app = self.text, self._work.app
        if not self.isVisible():  # a closed window has no workers any more
            return
        if is_tellable(text):
            self._telling.ask(lambda: app.triage.screener(text, None).spoken)
        else:
            self._tell_language(None)

    def _tell_language(self, language: Spoken | None) -> None:
        self._written_in = language
        self._show_gates()

    def _show_gates(self) -> None:
        if self._sheet is None:
            return
        draft = draft_of(self._sheet, self.text, self._written_in, self._origins)
        self.reply.show_gates(gates_of(draft), closed_to(self._work, self._sheet))
        if self._sending.get(self._sheet.comment) == self.text:
            self.reply.send.setEnabled(False)

    def _read_again(self) -> None:
        """Let the reply answer the words that are shown."""
        if self._sheet is not None:
            self._origins.begin(self._sheet.comment, self._sheet.wording)
            self._on_text()
            self.focus_reply()

    def _send(self) -> None:
        if (sheet := self._sheet) is not None:
            seconds = self._work.app.settings.undo_seconds
            reply = self._origins.reply(sheet, self.text, seconds)
            other = self._origins.answered(sheet, self._work.actor.moderator)
            ask_to_add(self, sheet, other, partial(self._queue, reply))

    def _queue(self, reply: actions.QueueReply) -> None:
        comment, text = reply.comment, reply.text
        self.reply.problem.forget()
        self._sending[comment] = text
        self._show_gates()
        self._work.tasks.perform(
            reply,
            alive(self, partial(self._queued, comment, text)),
            alive(self, partial(self._not_queued, comment)),
        )

    def _queued(self, comment: int, text: str, delivery: int) -> None:
        """Empty the field, unless the person has gone on writing meanwhile."""
        del delivery
        self._sending.pop(comment, None)
        if self._sheet is not None and self._sheet.comment == comment:
            if self.text == text:
                self.reply.edit.clear()
                self._origins.present = None
        elif self.drafts.latest(comment, text) == text:
            self.drafts.typed(comment, "")
        self.drafts.flush()

    def _not_queued(self, comment: int, error: WebcareError) -> None:
        self._sending.pop(comment, None)
        self._reply_failed(error)

    def _reply_failed(self, error: WebcareError) -> None:
        self.reply.problem.say(error)
        self._show_gates()

    def _save_note(self, text: str) -> None:
        if self._sheet is not None:
            self._work.tasks.perform(
                actions.AddNote(self._sheet.comment, text),
                alive(self, partial(self._noted, self._sheet.comment, text)),
                alive(self, self.note.failed),
            )

    def _noted(self, comment: int, text: str, note: int) -> None:
        """Forget the half-written note, unless the person has gone on writing meanwhile."""
        del note
        if self._sheet is not None and self._sheet.comment == comment:
            self.note.kept(text)
        elif self.notes.latest(comment, text) == text:
            self.notes.typed(comment, "")
        self.notes.flush()

    def _act(
        self, action: Action[Delivery], done: Callable[[Delivery], None] | None = None
    ) -> None:
        self.reply.problem.forget()
        self._work.tasks.perform(
            action, None if done is None else alive(self, done), alive(self, self._reply_failed)
        )

    def bring_back(self, delivery: Delivery) -> None:
        """Put the words of an undone reply back where they were; what was begun since stays."""
        comment, words = delivery.comment, delivery.body
        if delivery.kind is not DeliveryKind.REPLY:
            return
        if self._sheet is not None and self._sheet.comment == comment:
            if not self.text.strip():
                self._origins.begin(comment, delivery.queued_at)
                self.reply.edit.setPlainText(words)
                name = delivery.template
                self._origins.present = (name, words) if name else None
            return
        stored = self._work.app.desk.read.draft(comment, self.drafts.writer)
        if not self.drafts.latest(comment, stored).strip():
            self._origins.begin(comment, delivery.queued_at)
            self.drafts.typed(comment, words, delivery.queued_at)
            self.drafts.flush()

    def _connect(self) -> None:
        self.reply.edit.textChanged.connect(self._on_text)
        self.reply.sent.connect(self._send)
        self.reply.read_again.connect(self._read_again)
        self.reply.chooser_asked.connect(self.open_chooser)
        self.reply.chooser.chosen.connect(self._fill)
        self.note.saved.connect(self._save_note)
        self.note.edit.textChanged.connect(self._keep_note)
        self._pause.timeout.connect(self._look_at_language)
        self.deliveries.undone.connect(
            lambda number: self._act(actions.CancelDelivery(number), self.bring_back)
        )
        self.deliveries.hurried.connect(lambda number: self._act(actions.SendNow(number)))
        self.deliveries.retried.connect(self.reply.problem.forget)
        self.deliveries.refused.connect(self._reply_failed)

    def _lay_out(self) -> None:
        self.setObjectName("composer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.reply, self.tr("Reply"))
        self.tabs.addTab(self.note, self.tr("Private note"))
        self.deliveries.setContentsMargins(theme.L, theme.S, theme.L, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.deliveries)
        column.addWidget(self.tabs, 1)
        writes = self._work.may(Right.REPLY) or self._work.may(Right.NOTE)
        self.tabs.setVisible(writes or bool(self._work.read_only))
        if self.tabs.isHidden():  # the thread has all the room that the deliveries leave
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def showEvent(self, event: QShowEvent) -> None:
        """Hear when the window closes, to keep the drafts in time."""
        super().showEvent(event)
        self.window().installEventFilter(self.drafts)
        self.window().installEventFilter(self.notes)
