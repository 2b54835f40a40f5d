"""Asking for an erasure in the window: whose data, on which basis, and what has to stay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from webcare_desk import actions, erasing
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, named
from webcare_desk.reports.asked import BASES
from webcare_desk.ui import theme
from webcare_desk.ui.erase_pick import Picks, under_the_name
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import PlainLabel, oneline, tell
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.asked import asked_words
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from webcare_desk.domain.approval import Wanted
    from webcare_desk.domain.comment import Comment
    from webcare_desk.domain.signature import Signature

_WIDTH, _LINES = 520, 6


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the form points at, and what of it may go."""

    target: Name
    choice: erasing.Choice


class EraseDialog(FormDialog):
    """Asks, with a signature, for a second person; nothing is erased here."""

    def __init__(
        self, workplace: Workplace, comment: int, parent: QWidget | None, say: Callable[[str], None]
    ) -> None:
        """Begin with this comment alone; `say` gets what comes next."""
        super().__init__(parent, self.tr("Erase a person's data"), self.tr("Ask and sign…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        waits = self.tr("The request waits for a second person (Supervision, Approvals).")
        self.accepted.connect(lambda: say(waits))
        self.be_wide(_WIDTH)
        self._work, self._comment = workplace, comment
        self._written = workplace.app.desk.read.written_with(comment)
        self._found: _Asked | None = None
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("What"))
        self.scope.addItem(self.tr("Comment {number} alone").format(number=comment), userData=False)
        if (more := self._more()) is not None:
            self.scope.addItem(more, userData=True)
        self.add(self.tr("What"), self.scope)
        self.picks = Picks(comment)
        self.picking = PlainLabel(wraps=True)
        self._offer_picks()
        self.basis = QComboBox()
        self.basis.setAccessibleName(self.tr("Why"))
        for basis, words in BASES.items():
            self.basis.addItem(QCoreApplication.translate("Said", words), basis)
        self.add(self.tr("Why"), self.basis)
        self.words = self.field(self.tr("Your reference"))
        self.remark(self.tr("Give a number, not a name: it stays when the data are gone."))
        self.fate = self._long()
        self.form.addRow(self.fate)
        self.remark(
            self.tr("A second person approves it; then it goes for good, and the log still holds.")
        )
        self.remark(
            self.tr("What reviews and deviations say stays, and so do the lists that PV gave.")
        )
        self._looking: Latest[_Asked] = Latest(workplace.tasks, self, self._take, self.complain)
        self.scope.currentIndexChanged.connect(lambda _: self._look())
        self.picks.picked.connect(self._look)
        self._look()

    def submit(self) -> None:
        """Ask for the signature under exactly these comments."""
        if self._found is None or not self._found.choice.comments:
            return
        basis = Basis(self.basis.currentData())
        wanted = erasing.wanted_for(self._found.target, self._found.choice, basis)
        dialog = SignDialog(
            self._work,
            self,
            self.tr("Ask to erase for good"),
            wanted.record,
            wanted.document,
            (wanted.asking,),
            lambda made: self._ask(wanted, made),
            asked_words(self._work, wanted),
        )
        dialog.accepted.connect(self.accept)
        dialog.open()

    def _ask(self, wanted: "Wanted", made: "Signature") -> int:
        words = self.words.text().strip()
        return self._work.app.desk.perform(actions.Ask(wanted, words, made.id), self._work.actor)

    def _more(self) -> str | None:
        """Return what else of the author's may be meant; None where nobody can say who it is."""
        written = self._written
        if written is None:
            return None
        name = oneline(written.name, 40)
        if written.is_one:
            return self.tr("Everything by {author}").format(author=name or self.tr("(no name)"))
        if not name or not written.comments[1:]:
            return None
        return self.tr("Comments under the name {author}").format(author=name)

    def _offer_picks(self) -> None:
        """Let each comment under a name be ticked, where several people may have that name."""
        self.form.addRow(self.picking)
        self.add(self.tr("Which"), self.picks)
        self._reading: Latest[list[Comment]] = Latest(
            self._work.tasks, self, self.picks.take, self.complain
        )
        written = self._written
        if written is None or written.is_one:
            return
        said = self.tr(
            "The platform told no account: several people may have this name. "
            "Tick what this person wrote; the newest stand first."
        )
        left_out = self.tr("Only the newest {count} are listed.").format(count=erasing.MOST)
        is_cut = len(written.comments) > erasing.MOST
        self.picking.setText(f"{said} {left_out}" if is_cut else said)
        self._reading.ask(lambda: under_the_name(self._work.app.desk.read, written, self._comment))

    def _look(self) -> None:
        self._found = None
        self.main.setEnabled(False)
        is_all, written = bool(self.scope.currentData()), self._written
        is_picked = is_all and written is not None and not written.is_one
        for row in (self.picking, self.picks):
            self.form.setRowVisible(row, is_picked)
        read, comment = self._work.app.desk.read, self._comment
        picked = self.picks.ticked() if is_picked else [comment]
        now = self._work.app.desk.clock()
        years = erasing.retention_of(self._work.app.settings.retention)

        def look() -> _Asked:
            if written is None or not is_all or is_picked:
                target = named(picked or [comment])
                return _Asked(target, erasing.choose(read, sorted(picked), now, years))
            chosen = erasing.choose(read, read.comments_by(written.author), now, years)
            return _Asked(Name(f"author/{written.author}"), chosen)

        self._looking.ask(look)

    def _take(self, found: _Asked) -> None:
        self._found = found
        goes = len(found.choice.comments)
        self.main.setEnabled(bool(goes))
        words = self.tr("%n comments go for good.", "", goes)
        tell(self.fate, "\n".join((words, *map(said_words, found.choice.kept))))

    def _long(self) -> QPlainTextEdit:
        """Return a place for a text of any length: a person may have written thousands of comments."""
        text = QPlainTextEdit()
        text.setObjectName("field")
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("What goes and what is kept"))
        text.setFixedHeight(_LINES * text.fontMetrics().lineSpacing() + theme.L)
        return text
