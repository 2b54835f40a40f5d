"""The chosen case in full below the register: read in a worker, recorded first for a guest."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from webcare_desk.actions.read import Read
from webcare_desk.domain.audit import Name
from webcare_desk.domain.register import RegisterRow
from webcare_desk.errors import WebcareError
from webcare_desk.ui.followed import recorded
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.register.grid import Columns
from webcare_desk.ui.register.story import Story, read_story, told
from webcare_desk.ui.workplace import Workplace

_REST = 120  # milliseconds on one row


class CaseDetail(Columns):
    """Tells of the case on which somebody rests; each time anew it is an entry for a guest."""

    #: WebcareError: it could not be recorded, and nothing is shown.
    failed = Signal(object)

    def __init__(self, workplace: Workplace, names: tuple[str, ...]) -> None:
        """Show nothing yet under the headings `names`."""
        super().__init__(names)
        self._work = workplace
        self._row: RegisterRow | None = None
        self._recorded: int | None = None
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._tell)
        self._telling: Latest[Story] = Latest(
            workplace.tasks, self, lambda story: self.show_texts(told(story))
        )

    def tell_of(self, row: RegisterRow | None) -> None:
        """Tell of a case in a moment, as it is now; of none at once."""
        self._telling.forget()
        self._row = row
        if row is None or row.standing.case != self._recorded:
            self._recorded = None
        if row is None:
            self._rest.stop()
            self.show_texts(())
        else:
            self._rest.start()

    def _tell(self) -> None:
        if self._row is None:
            return
        case = self._row.standing.case
        if case == self._recorded:
            self._read()
        else:
            read = Read(Name("case"), case=case)
            recorded(self, self._work, read, partial(self._begin, case), self._refused)

    def _begin(self, case: int) -> None:
        if self._row is not None and self._row.standing.case == case:
            self._recorded = case
            self._read()

    def _read(self) -> None:
        """Read the chosen case in full; comparing it with all others takes a while."""
        if self._row is not None:
            self._telling.ask(partial(read_story, self._work.app, self._row))

    def _refused(self, error: WebcareError) -> None:
        self.show_texts(())
        self.failed.emit(error)
