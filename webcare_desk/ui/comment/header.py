"""Above the thread: whose comment it is, what it may be, who works on it, and what to do with it."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.finding import Category, Language, Spoken, Tier, Tongue, is_reportable
from webcare_desk.domain.inbox import Queue, Status, Work
from webcare_desk.domain.moderator import Right
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.clock import ago, moment
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.held import held_words
from webcare_desk.ui.marks import icon
from webcare_desk.ui.menus import keyed
from webcare_desk.ui.plain import PlainLabel, ampersand, oneline, plain_tip
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.words import (
    COMMON,
    category_word,
    sort_word,
    status_word,
    strength_word,
    visibility_word,
)
from webcare_desk.ui.workplace import Workplace

_NBSP = "\u00a0"
_LANGUAGES: Final[dict[Spoken, str]] = {
    Language.NL: QT_TRANSLATE_NOOP("CommentHeader", "Dutch"),
    Language.EN: QT_TRANSLATE_NOOP("CommentHeader", "English"),
    Language.DE: QT_TRANSLATE_NOOP("CommentHeader", "German"),
    Tongue.FR: QT_TRANSLATE_NOOP("CommentHeader", "French"),
    Tongue.ES: QT_TRANSLATE_NOOP("CommentHeader", "Spanish"),
    Tongue.PT: QT_TRANSLATE_NOOP("CommentHeader", "Portuguese"),
    Tongue.IT: QT_TRANSLATE_NOOP("CommentHeader", "Italian"),
    Tongue.TR: QT_TRANSLATE_NOOP("CommentHeader", "Turkish"),
    Tongue.PL: QT_TRANSLATE_NOOP("CommentHeader", "Polish"),
    Tongue.OTHER: QT_TRANSLATE_NOOP("CommentHeader", "Another language"),
}


class CommentHeader(QWidget):
    """Says all about the comment but its words; claims, classifies, escalates and closes it."""

    claimed = Signal(bool)  # whether it is taken from somebody else
    classified = Signal(object)
    #: The command that a button stands for, by its id.
    wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._work = workplace
        self._link = ""
        self.setObjectName("comment-header")
        self.author = ElidedLabel(limit=120)
        self.number = PlainLabel()
        self.about = PlainLabel(wraps=True)
        self.link = ElidedLabel(limit=300)
        self.copy = QPushButton(self.tr("Copy link"))
        self.category = QPushButton()
        self.tier = PlainLabel()
        self.holder = ElidedLabel()
        self.claim = QPushButton()
        self.escalate, self.done = QPushButton(), QPushButton()
        self._texts: dict[QPushButton, tuple[str, str]] = {}
        self._name(self.escalate, self.tr("Escalate to PV…"), self.tr("Escalate…"), "escalate")
        self._name(self.done, self.tr("Done…"), self.tr("Done…"), "close")
        self.banner = PlainLabel(wraps=True)
        self.banner.setObjectName("gone")
        self._takes_over = self._is_mine = False
        self._lay_out()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._link))
        self.claim.clicked.connect(self._on_claim)
        self.escalate.clicked.connect(lambda: self.wanted.emit("escalate"))
        self.done.clicked.connect(lambda: self.wanted.emit("close"))
        self.category.setMenu(self._menu())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what a sheet says around the words."""
        comment, work = sheet.file.comment, sheet.file.work
        nameless = self.tr("Erased") if comment.is_erased else self.tr("Without a name")
        self.author.show_text(comment.author_name or nameless)
        self.number.setText(self.tr("no. {number}").format(number=comment.id))
        self.about.setText(_about(comment, work, sheet.at))
        self._link = comment.link
        self.link.show_text(comment.link)
        for widget in (self.link, self.copy):
            widget.setVisible(bool(comment.link))
        self._show_category(work)
        self._show_holder(work, sheet)
        self._show_deeds(work)
        self.category.setVisible(not comment.is_erased)
        if comment.is_erased:  # nobody can say any more what it was, or do anything about it
            for each in (self.tier, self.escalate, self.done, self.claim):
                each.hide()
        self._fit()
        gone = "" if comment.is_erased else _gone(work.visibility)
        self.banner.setText("\n".join(filter(None, (gone, held_words(sheet.holds, sheet.names)))))
        self.banner.setVisible(bool(self.banner.text()))

    def _show_category(self, work: Work) -> None:
        shape, colour = theme.category_mark(work.category)
        self.category.setIcon(icon(shape, colour))
        word = sort_word(work.category, work.tier)
        self.category.setText(f"  {ampersand(word)}  ▾")
        self.category.setAccessibleName(self.tr("Category: {word}").format(word=word))
        self.category.setEnabled(self._work.may(Right.CLASSIFY))
        self.tier.setText(strength_word(work.category, work.tier))
        self.tier.setVisible(bool(self.tier.text()))
        self.tier.setObjectName("strong" if work.tier is Tier.STRONG else "faint")
        self.tier.style().polish(self.tier)

    def _show_holder(self, work: Work, sheet: Sheet) -> None:
        is_held = work.claimed_by is not None and work.claimed_until > sheet.at
        self._is_mine = is_held and work.claimed_by == self._work.actor.moderator
        self._takes_over = is_held and not self._is_mine
        name = oneline(sheet.names.get(work.claimed_by or "", ""), 40)
        held = self.tr("{name} works on it").format(name=name)
        self.holder.show_text(self.tr("You work on it") if self._is_mine else held)
        self.holder.setVisible(is_held)
        word = self.tr("Release") if self._is_mine else self.tr("Claim")
        word = self.tr("Take over") if self._takes_over else word
        self._name(self.claim, word, word, "claim")
        self.claim.setVisible(self._work.may(Right.CLAIM))

    def _on_claim(self) -> None:
        if self._is_mine:
            self.wanted.emit("claim")
        else:
            self.claimed.emit(self._takes_over)

    def _show_deeds(self, work: Work) -> None:
        """Show what ends the work on a comment; of what may be a report, escalating stands out.

        What waits for PV is neither escalated again nor closed.
        """
        waits = work.status is Status.ESCALATED
        is_open = work.queue is not Queue.DONE and not waits
        self.done.setVisible(is_open and self._work.may(Right.CLOSE))
        self.escalate.setVisible(not waits and self._work.may(Right.ESCALATE))
        self.escalate.setObjectName("primary" if work.queue is Queue.SAFETY else "")
        self.escalate.style().polish(self.escalate)

    def _name(self, button: QPushButton, words: str, short: str, command: str) -> None:
        """Name a button by words with the key of its command; a screen reader says the words."""
        self._texts[button] = (keyed(words, command), short)
        button.setAccessibleName(words)

    def _fit(self) -> None:
        """Show the buttons of the deeds whole, or short where they do not fit on one line."""
        shown = [each for each in self._texts if not each.isHidden()]
        gaps = theme.S * (len(shown) - 1)
        for number in range(2):
            for button in shown:
                button.setText(self._texts[button][number])
                plain_tip(button, self._texts[button][0] if number else "")
            if sum(each.sizeHint().width() for each in shown) + gaps <= self.width() - 2 * theme.L:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the buttons as their line has room."""
        super().resizeEvent(event)
        self._fit()

    def _menu(self) -> QMenu:
        """Return the categories: a crisis and the common ones at once, the others in groups."""
        menu, first = QMenu(self), (Category.CRISIS, *COMMON)
        self._fill(menu, first)
        menu.addSeparator()
        others = [each for each in Category if each not in first]
        for title, is_report in ((self.tr("Other reports"), True), (self.tr("Other"), False)):
            group = [each for each in others if is_reportable(each) is is_report]
            self._fill(menu.addMenu(title), group)
        return menu

    def _fill(self, menu: QMenu, categories: Iterable[Category]) -> None:
        for category in categories:
            shape, colour = theme.category_mark(category)
            action = menu.addAction(icon(shape, colour), ampersand(category_word(category)))
            action.triggered.connect(_emits(self.classified.emit, category))

    def _lay_out(self) -> None:
        self.author.setFont(theme.font(theme.TITLE, bold=True))
        for label in (self.number, self.about, self.link, self.holder):
            label.setObjectName("faint")
            label.setFont(theme.font(theme.SMALL))
        self.copy.setObjectName("link")
        self.category.setObjectName("category")
        self.claim.setAccessibleDescription(self.tr("Others see that you work on this comment"))
        plain_tip(self.category, self.tr("Say what this comment is"))
        where = QHBoxLayout()
        where.setSpacing(theme.S)
        where.addWidget(self.link)
        where.addWidget(self.copy)
        where.addStretch()
        state = FlowLayout(gap=theme.S)
        deeds, together = (self.escalate, self.done, self.claim), QWidget()
        together.setMinimumWidth(1)  # their names become short where there is less room
        line = QHBoxLayout(together)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        for widget in (self.category, self.tier, *deeds):
            widget.setMinimumHeight(theme.TARGET)
        for button in deeds:
            line.addWidget(button)
        for part in (self.category, self.tier, together):
            state.addWidget(part)
        who = QHBoxLayout()
        who.setSpacing(theme.M)
        who.addWidget(self.author, 1)
        who.addWidget(self.number)
        who.addWidget(self.holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(who)
        column.addWidget(self.about)
        column.addLayout(where)
        column.addLayout(state)
        column.addSpacing(theme.XS)
        column.addWidget(self.banner)


def _emits(emit: Callable[[Category], None], category: Category) -> Callable[[], None]:
    return lambda: emit(category)


def _about(comment: Comment, work: Work, at: int) -> str:
    """Return source, time with its zone, age, language, visibility and status on one line."""
    parts = [
        oneline(comment.source, 40),
        _when(comment.posted_at, at),
        *([] if comment.is_erased else [language_word(comment.screening.spoken)]),
        visibility_word(work.visibility),
        status_word(work.status),
    ]
    # A line breaks behind a dot, never before it and never within a part.
    return f"{_NBSP}{_NBSP}·  ".join(part.replace(" ", _NBSP) for part in parts)


def _when(posted_at: int, at: int) -> str:
    """Return the time with its zone, and for a recent one how long ago it was."""
    exact, relative = moment(posted_at), ago(posted_at, at)
    return exact if exact.startswith(relative) else f"{exact} ({relative})"


def language_word(language: Spoken) -> str:
    """Return the name of a language in the window's language."""
    return QCoreApplication.translate("CommentHeader", _LANGUAGES[language])


def _gone(visibility: Visibility) -> str:
    """Return what the banner says of a comment that the public cannot see."""
    if visibility is Visibility.DELETED:
        return QCoreApplication.translate(
            "CommentHeader", "Deleted on its platform. The desk keeps every wording it has seen."
        )
    if visibility is Visibility.HIDDEN:
        return QCoreApplication.translate(
            "CommentHeader", "Hidden: the public does not see this comment."
        )
    return ""
