"""Beginning a draft of the protocol, and throwing one away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from webcare_desk.protocol.versions import Draft, begin_draft, drop_draft
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.workplace import Workplace


class NameDialog(FormDialog):
    """Asks what a draft is to be called, and begins it as a copy of the packs under `root`."""

    def __init__(
        self, workplace: Workplace, window: QWidget, root: Path, begun: Callable[[Draft], None]
    ) -> None:
        """Ask; `begun` gets the draft."""
        title = QCoreApplication.translate("NameDialog", "New draft")
        super().__init__(window, title, QCoreApplication.translate("NameDialog", "Begin"))
        self._work, self._root, self._then = workplace, root, begun
        self.name = self.field(self.tr("Name"))
        self.remark(self.tr("A draft is a copy of the version that is chosen. Nobody works by it."))

    def submit(self) -> None:
        """Begin the draft, in a worker."""
        name, app = self.name.text().strip(), self._work.app
        self.busy()
        self._work.tasks.act(
            lambda: begin_draft(self._root, app.folder, name),
            alive(self, self._begun),
            alive(self, self.complain),
        )

    def _begun(self, draft: Draft) -> None:
        self.accept()
        self._then(draft)


def ask_to_drop(
    workplace: Workplace, window: QWidget, draft: Draft, then: Callable[[], None]
) -> QMessageBox:
    """Ask before a draft goes; Enter keeps it, for it does not come back."""
    translate = QCoreApplication.translate
    folder = workplace.app.folder

    def drop() -> None:
        workplace.tasks.run(lambda: drop_draft(folder, draft.name), lambda _: then())

    return ask(
        window,
        translate("Drafts", "Discard draft"),
        translate("Drafts", "Discard the draft “{name}”?").format(name=draft.name),
        translate("Drafts", "What was changed in it is gone. The version in force stays as it is."),
        translate("Drafts", "Discard"),
        drop,
        is_grave=True,
    )
