"""Trying a source: a login in a worker, what came of it in one sentence, and a way to stop it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from webcare_desk.connectors.base import Trial
from webcare_desk.errors import WebcareError
from webcare_desk.setting_up import try_source
from webcare_desk.settings import SourceSettings
from webcare_desk.ui import theme
from webcare_desk.ui.latest import alive
from webcare_desk.ui.marks import icon
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

#: How long an answer is waited for, in milliseconds; a worker ends by itself a little later.
PATIENCE = 20_000
_MARK = 16  # pixels
_LONGEST = 300


class TrialBar(QWidget):
    """A button that asks for a trial, or stops the one under way, and what was found."""

    #: The button was pressed while no trial is under way: whoever owns the bar begins one.
    wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Say nothing yet."""
        super().__init__()
        self._work = workplace
        self._trial = 0
        self.is_running = False
        self.button = QPushButton(self.tr("Test"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_button)
        self._mark, self.said = PlainLabel(), PlainLabel(wraps=True)
        self._late = QTimer(self, interval=PATIENCE, singleShot=True)
        self._late.timeout.connect(self._give_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.button)
        row.addWidget(self._mark)
        row.addWidget(self.said, 1)

    def begin(self, source: SourceSettings, secret: Secret | None) -> None:
        """Try a source; without a `secret` with the one that is kept."""
        self._start()
        mine, app = self._trial, self._work.app
        self._work.tasks.run_long(
            lambda: try_source(app, source, secret),
            alive(self, partial(self._take, mine)),
            alive(self, partial(self._fail, mine)),
        )

    def forget(self) -> None:
        """Say nothing of what was tried before: something else stands there now."""
        self._end()
        self._say("")

    def _on_button(self) -> None:
        if self.is_running:
            self._end()
            self._say(self.tr("The test was stopped."))
        else:
            self.wanted.emit()

    def _start(self) -> None:
        self._end()
        self.is_running = True
        self.button.setText(self.tr("Stop"))
        self._say(self.tr("Logging in…"))
        self._late.start()

    def _end(self) -> None:
        self._trial += 1
        self.is_running = False
        self._late.stop()
        self.button.setText(self.tr("Test"))

    def _give_up(self) -> None:
        self._end()
        late = self.tr("There was no answer within {seconds} seconds.")
        self._say(late.format(seconds=self._late.interval() // 1000), Shape.CROSS)

    def _take(self, trial: int, found: Trial) -> None:
        if trial != self._trial:
            return
        self._end()
        name = oneline(found.site, 60)
        where = self.tr("“{site}”").format(site=name) if name else self.tr("the site")
        read = self.tr("%n comment(s) of {site} can be read", "", found.comments)
        if found.may_moderate:
            text, shape = self.tr("It works: {read}, and the account may moderate."), Shape.TICK
        else:
            text, shape = (
                self.tr(
                    "{read}, but the account may not moderate: what waits for approval is not "
                    "seen. Let it moderate on the site, as an editor does."
                ),
                Shape.TRIANGLE,
            )
        self._say(text.format(read=read.format(site=where)), shape)

    def _fail(self, trial: int, error: WebcareError) -> None:
        if trial == self._trial:
            self._end()
            self._say(oneline(error_words(error), _LONGEST), Shape.CROSS)

    def _say(self, text: str, shape: Shape | None = None) -> None:
        now = theme.colours()
        inks = {Shape.TICK: now.good, Shape.TRIANGLE: now.warning, Shape.CROSS: now.danger}
        if shape is None:
            self._mark.clear()
        else:
            self._mark.setPixmap(icon(shape, inks[shape], _MARK).pixmap(_MARK))
        self._mark.setVisible(shape is not None)
        self.said.setText(text)
