"""The form of one source: a further one, or other words of one that is there."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QComboBox, QWidget

from webcare_desk.errors import UsageError, WebcareError
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.setting_up import (
    add_source,
    change_source,
    checked,
    earlier_address,
    takes_password,
)
from webcare_desk.settings import SourceKind, SourceSettings
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.sources.trial import TrialBar
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

_KINDS = {
    SourceKind.WORDPRESS: QT_TRANSLATE_NOOP("SourceKinds", "WordPress"),
    SourceKind.SANDBOX: QT_TRANSLATE_NOOP("SourceKinds", "Demo community"),
}
#: What a field says while it is empty, which is not wrong yet.
_ANY_NAME, _ANY_PLACE = "blog", "https://blog.example.org"
_WIDTH = 560


def kind_word(kind: SourceKind) -> str:
    """Return what a kind of source is called."""
    return QCoreApplication.translate("SourceKinds", _KINDS[kind])


class SourceForm(FormDialog):
    """Asks for one source; what is wrong is said as it is typed, by the rules of the file."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        others: tuple[str, ...],
        before: SourceSettings | None = None,
    ) -> None:
        """Ask for a further source beside `others`, or for what shall be said of `before`."""
        super().__init__(parent, "", "")
        self._work, self._others, self._before = workplace, others, before
        self._elsewhere, self._lacks_password, self._is_saving = "", True, False
        self._earlier = Latest(workplace.tasks, self, self._warn)
        title = self.tr("A further source")
        if before is not None:
            title = self.tr("The source “{name}”").format(name=oneline(before.name, 40))
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.be_wide(_WIDTH)
        self.main.setText(self.tr("Save"))
        self._ask()
        if before is not None:
            self._fill(before)
        self._look()

    def _ask(self) -> None:
        """Make the fields."""
        self.name = self.field(self.tr("Name"))
        self.name.setPlaceholderText(_ANY_NAME)
        self.kind = QComboBox()
        for kind in _KINDS:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.add(self.tr("Kind"), self.kind)
        self.url = self.field(self.tr("Address"))
        self.url.setPlaceholderText(_ANY_PLACE)
        self.user = self.field(self.tr("User"))
        self.password = self.field(self.tr("Application password"), is_secret=True)
        self.remark(
            self.tr(
                "On WordPress it is made under Users, Profile, Application Passwords. Let the "
                "account moderate, as an editor does."
            )
        )
        self.warning = self.remark("")
        self.warning.setObjectName("")  # it is to be read
        self.trial = TrialBar(self._work)
        self.trial.setMinimumSize(QSize(0, self.trial.fontMetrics().lineSpacing() * 3))
        self.form.addRow(self.trial)
        self.trial.wanted.connect(self._try)
        for line in (self.name, self.url, self.user, self.password):
            line.textChanged.connect(self._look)
        self.kind.currentIndexChanged.connect(self._look)
        self.setTabOrder(self.password, self.trial.button)
        self.setTabOrder(self.trial.button, self.main)

    def _fill(self, before: SourceSettings) -> None:
        """Show what is there; the name stays, for another one is another source."""
        self.name.setText(before.name)
        self.name.setEnabled(False)
        self.kind.setCurrentIndex(self.kind.findData(before.kind))
        self.url.setText(before.url)
        self.user.setText(before.user)
        self.password.setPlaceholderText(self.tr("leave empty to keep it"))
        self.url.setFocus()

    def _look(self) -> None:
        """Say what is wrong so far; what is still empty is not."""
        self.trial.forget()
        self.error.hide()
        found = self._said()
        self._lacks_password = found is not None and not self._has_password(found)
        is_named = found is not None and bool(self.name.text() and self.url.text())
        for button in (self.main, self.trial.button):
            button.setEnabled(is_named and not self._lacks_password)
        if found is not None and is_named:
            source, app = found, self._work.app
            self._earlier.ask(lambda: earlier_address(app, source))
            self._warn(self._elsewhere)
        else:
            self._earlier.forget()
            self._warn("")

    def _said(self) -> SourceSettings | None:
        name, url = self.name.text(), self.url.text()
        others = self._others if name else ()
        kind = SourceKind(self.kind.currentData()).value
        try:
            return checked(name or _ANY_NAME, kind, url or _ANY_PLACE, self.user.text(), others)
        except UsageError as error:
            self.complain(error)
            return None

    def _has_password(self, source: SourceSettings) -> bool:
        return bool(self.password.text()) or not takes_password(self._before, source)

    def _warn(self, elsewhere: str) -> None:
        """Say that the name was that of another address; it may have moved, or be another site."""
        self._elsewhere, said = elsewhere, list[str]()
        if elsewhere:
            told = self.tr(
                "This name was read at {address}. If the site has moved, it is read anew; a site "
                "with other comments is another source and needs another name."
            )
            said.append(told.format(address=oneline(elsewhere, 100)))
        if self._before is not None and self._lacks_password:
            said.append(self.tr("Type the password for this address and user too."))
        self.warning.setText(" ".join(said))
        self.warning.setVisible(bool(said))

    def _secret(self) -> Secret | None:
        return Secret(self.password.text()) if self.password.text() else None

    def _try(self) -> None:
        found = self._said()
        if found is not None:
            self.trial.begin(found, self._secret())

    def submit(self) -> None:
        """Save off the window's thread."""
        found, secret, before = self._said(), self._secret(), self._before
        if found is None or self._is_saving:
            return
        self._is_saving = True
        source, app, by = found, self._work.app, self._work.actor
        self.busy()

        def save() -> None:
            if before is not None:
                change_source(app, before, source, secret, by)
            elif secret is not None:
                add_source(app, source, secret, by)

        done = alive(self, lambda _: self.accept())
        self._work.tasks.act(save, done, alive(self, self._refused))

    def _refused(self, error: WebcareError) -> None:
        self._is_saving = False
        self.complain(error)
