"""The next version of a case: what is new, what was wrong, or why it is taken back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QPlainTextEdit, QWidget

from webcare_desk.casebook import versions
from webcare_desk.casebook.reading import batch_of, version_of
from webcare_desk.casebook.refusal import Refusal, refusal
from webcare_desk.casebook.rewording import Rewording, reworded
from webcare_desk.casebook.versions import News
from webcare_desk.domain.case_parts import Listed
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import Value
from webcare_desk.domain.intake import DATES, Ask
from webcare_desk.errors import StaleError
from webcare_desk.pv.e2b.asked import elements_of
from webcare_desk.pv.e2b.mend import Told, told_in
from webcare_desk.pv.e2b.parts import listed
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.escalation.cells import answer_in
from webcare_desk.ui.escalation.words import ask_word
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.register.mending import MendFields
from webcare_desk.ui.register.parts import PartsFields
from webcare_desk.ui.workplace import Workplace

_TITLES = {
    VersionKind.FOLLOW_UP: QT_TRANSLATE_NOOP("NewsDialog", "Follow-up for PV"),
    VersionKind.AMENDMENT: QT_TRANSLATE_NOOP("NewsDialog", "Change what was told wrongly"),
    VersionKind.CORRECTION: QT_TRANSLATE_NOOP("NewsDialog", "Mend the report and send it again"),
    VersionKind.NULLIFICATION: QT_TRANSLATE_NOOP("NewsDialog", "Take the report back"),
}
_ASKED = {
    VersionKind.FOLLOW_UP: QT_TRANSLATE_NOOP("NewsDialog", "What is new"),
    VersionKind.AMENDMENT: QT_TRANSLATE_NOOP("NewsDialog", "What was wrong"),
    VersionKind.CORRECTION: QT_TRANSLATE_NOOP("NewsDialog", "What was mended"),
    VersionKind.NULLIFICATION: QT_TRANSLATE_NOOP("NewsDialog", "Why, for PV to read"),
}
#: What is told otherwise than it was: every answer of the form stands there to be mended.
_MENDED = frozenset({VersionKind.AMENDMENT, VersionKind.CORRECTION})
#: What of the patient usually comes later.
_LATER = (Ask.INITIALS, Ask.AGE)
_NARROW, _WIDE = 520, 760


@dataclass(frozen=True, slots=True)
class _Held:
    """What the report holds in its version `base`, and what of it was refused."""

    base: int
    parts: tuple[Listed, ...]
    told: tuple[Told, ...]
    refusal: Refusal | None


class NewsDialog(FormDialog):
    """Asks for the words of a version and sends it."""

    def __init__(
        self, workplace: Workplace, case: int, number: str, kind: VersionKind, parent: QWidget
    ) -> None:
        """Ask about case `case`, whose own number is `number`."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr(_TITLES[kind]))
        self.setWindowTitle(self.heading.text())
        self.be_wide(_WIDE if kind in _MENDED else _NARROW)
        self.main.setText(self.tr("Send to PV"))
        self._work, self._case, self._kind = workplace, case, kind
        self._base: int | None = None
        self.remark(number)
        self.words = QPlainTextEdit()
        self.words.setObjectName("field")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(120)
        label = self.tr(_ASKED[kind])
        self.words.setAccessibleName(label)
        self.add(label, self.words)
        self.received = QDateTimeEdit(QDateTime.currentDateTime())
        self._opened = self.received.dateTime()
        self.elements: dict[Ask, QLineEdit] = {}
        if kind is VersionKind.FOLLOW_UP:
            self.received.setMaximumDateTime(self._opened)
            self.received.setCalendarPopup(True)
            self.received.setDisplayFormat("d MMM yyyy HH:mm")
            self.received.setAccessibleName(self.tr("When it reached us"))
            self.add(self.tr("When it reached us"), self.received)
            self._ask_for_rewording()
            self.elements = {ask: self.field(ask_word(ask)) for ask in _LATER}
        self.mend = MendFields(self.words)
        if kind in _MENDED:
            self.form.addRow(self.mend)
        if kind is not VersionKind.NULLIFICATION:
            self.parts = PartsFields(self)
            self._ask_for_parts()

    def _ask_for_parts(self) -> None:
        """Read what the report holds now, in a worker, and let it be chosen and mended."""
        read, case, language = self._work.app.desk.read, self._case, self._work.language

        def held() -> _Held:
            base = version_of(read, case).number
            batch = batch_of(read, case, base)
            return _Held(base, listed(batch), told_in(batch, language), refusal(read, case))

        self._work.tasks.run(held, alive(self, self._show_parts), alive(self, self.complain))

    def _show_parts(self, found: _Held) -> None:
        """Remember of which version the places are: another one may have others."""
        self._base = found.base
        self.parts.show_parts(found.parts)
        if self._kind in _MENDED:
            self.mend.show_told(found.told, found.refusal)
        self.remember()
        self.mend.type_again()

    def _ask_for_rewording(self) -> None:
        """Read what the author reworded since, in a worker: it goes along, and came when first read."""
        read, case = self._work.app.desk.read, self._case
        show = alive(self, self._show_rewording)
        self._work.tasks.run(lambda: reworded(read, case), show, alive(self, self.complain))

    def _show_rewording(self, found: Rewording | None) -> None:
        if found is None:
            return
        self.remark(self.tr("The comment was reworded since: its new words go to PV as well."))
        if found.read_at is not None and self.received.dateTime() == self._opened:
            self._opened = QDateTime.fromSecsSinceEpoch(found.read_at // 1_000_000)
            self.received.setDateTime(self._opened)

    def submit(self) -> None:
        """Make the version in a worker, and send it."""
        if not self.words.toPlainText().strip():
            self.complain(self.tr("Say it in words; PV reads them."))
            self.words.setFocus()
            return
        unread = next(self._unread(), None)
        if unread is not None:
            self._ask_again(*unread)
            return
        self.busy()
        make = self._make()
        self._work.tasks.act(make, alive(self, lambda _: self.accept()), alive(self, self._refused))

    def _refused(self, error: Exception) -> None:
        """Say why; where somebody made another version meanwhile, show what that one holds."""
        self.complain(error)
        if isinstance(error, StaleError) and self._kind is not VersionKind.NULLIFICATION:
            self._ask_for_parts()

    def _make(self) -> Callable[[], object]:
        desk, actor, case = self._work.app.desk, self._work.actor, self._case
        zone = self._work.app.protocol.openings.zone
        words = self.words.toPlainText().strip()
        if self._kind is VersionKind.NULLIFICATION:
            return lambda: versions.nullify(desk, case, actor, words, zone)
        edits, base = self.parts.edits(), self._base
        news = News(words, self._changed(), self._received(), edits=edits, base=base, zone=zone)
        make = {
            VersionKind.FOLLOW_UP: versions.follow_up,
            VersionKind.AMENDMENT: versions.amend,
            VersionKind.CORRECTION: versions.correct,
        }[self._kind]
        return lambda: make(desk, case, actor, news)

    def _changed(self) -> dict[str, Value | None]:
        found = self.mend.changed()
        for ask in self.elements:
            found |= self._read(ask)
        return found

    def _unread(self) -> Iterator[tuple[Ask, QWidget]]:
        """Give the questions whose answers no element can hold."""
        for ask, line in self.elements.items():
            if self._told(ask) and not self._read(ask):
                yield ask, line
        yield from self.mend.unread()

    def _told(self, ask: Ask) -> str:
        return self.elements[ask].text().strip()

    def _read(self, ask: Ask) -> dict[str, Value | None]:
        """Return an answer as elements of the report; there are none where it cannot be read."""
        return elements_of(ask, self._told(ask)) if self._told(ask) else {}

    def _ask_again(self, ask: Ask, widget: QWidget) -> None:
        """Say that an answer would be lost: a version has no narrative that takes its words."""
        words = self.tr(
            "{field}: the report cannot hold “{words}”. Write 52 or 8 months, "
            "or say it in the words above."
        )
        if ask in DATES:
            words = self.tr(
                "{field}: the report cannot hold “{words}”. Write 2026-05-31, 2026-05 or 2026, "
                "or say it in the words above."
            )
        elif ask is Ask.COUNTRY:
            words = self.tr("{field}: “{words}” is no country. Write its two letters, such as NL.")
        told = oneline(answer_in(widget), 40)
        self.complain(words.format(field=ask_word(ask), words=told))
        widget.setFocus()

    def _received(self) -> int | None:
        """Return when it reached us; untouched, the desk's own clock and log say."""
        if self._kind is not VersionKind.FOLLOW_UP or self.received.dateTime() == self._opened:
            return None
        return self.received.dateTime().toSecsSinceEpoch() * 1_000_000


def next_kind(state: CaseState) -> VersionKind:
    """Return what the next version is: a refused report is mended, any other followed up."""
    return VersionKind.CORRECTION if state is CaseState.REJECTED else VersionKind.FOLLOW_UP
