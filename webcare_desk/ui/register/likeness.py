"""Saying of cases that look alike whether they are the chosen one; the last word counts."""

from dataclasses import dataclass

from PySide6.QtWidgets import QScrollArea, QWidget

from webcare_desk.actions.cases import JudgeLikeness
from webcare_desk.app import App
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.likeness import Judgement
from webcare_desk.pv.duplicates import Alike
from webcare_desk.ui.escalation.alike import Alikes
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.workplace import Workplace

_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class Compared:
    """A case, those that look like it or were called alike, and what was said of them."""

    case: int
    packet: SafetyCase
    alike: tuple[Alike, ...]
    said: dict[int, Judgement]


def read_compared(app: App, case: int) -> Compared:
    """Read what a case is compared with; runs in a worker."""
    from webcare_desk.casebook.alike import judged, proposed
    from webcare_desk.casebook.reading import frozen

    read = app.desk.read
    known = judged(read, case)
    said = {each.known.escalation: likeness.judgement for each, likeness in known}
    fresh = (each for each in proposed(read, case) if each.known.escalation not in said)
    alike = (*fresh, *(each for each, _ in known))
    return Compared(case, frozen(read, case), alike, said)


class LikenessDialog(FormDialog):
    """One card for each case; what is chosen anew is recorded."""

    def __init__(
        self, workplace: Workplace, compared: Compared, number: str, parent: QWidget
    ) -> None:
        """Show what the case is compared with."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("The same case, or another one?"))
        self.setWindowTitle(self.heading.text())
        self.be_wide(860)
        self.main.setText(self.tr("Record"))
        self._work, self._compared = workplace, compared
        self.remark(number)
        self.cards = Alikes(compared.packet, compared.alike)
        for card in self.cards.cards:
            said = compared.said.get(card.alike.known.escalation)
            card.same.setChecked(said is Judgement.SAME)
            card.other.setChecked(said is Judgement.ANOTHER)
        if compared.alike:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setFixedHeight(_HEIGHT)
            area.setAccessibleName(self.heading.text())
            area.setWidget(self.cards)
            self.form.addRow(area)
            self.remark(
                self.tr("What is another one is not shown again; who said so stays in the log.")
            )
        else:
            self.remark(self.tr("No case looks like this one."))
            self.main.setEnabled(False)

    def submit(self) -> None:
        """Record what was chosen anew."""
        self.busy()
        desk, actor, case = self._work.app.desk, self._work.actor, self._compared.case
        chosen = self.chosen()

        def work() -> None:
            for other, judgement in chosen:
                desk.perform(JudgeLikeness(case, other, judgement), actor)

        self._work.tasks.act(work, alive(self, lambda _: self.accept()), alive(self, self.complain))

    def chosen(self) -> list[tuple[int, Judgement]]:
        """Return the cases of which something else is said than before."""
        found = []
        for card in self.cards.cards:
            other = card.alike.known.escalation
            said = None
            if card.same.isChecked() or card.other.isChecked():
                said = Judgement.SAME if card.same.isChecked() else Judgement.ANOTHER
            if said is not None and said is not self._compared.said.get(other):
                found.append((other, said))
        return found
