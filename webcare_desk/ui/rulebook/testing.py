"""The backtest in the window: what a version would call differently, with progress."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.read import Read
from webcare_desk.app import App
from webcare_desk.backtest import Met, Progress, backtest
from webcare_desk.domain.audit import Name
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.ui import theme
from webcare_desk.ui.comment.looks import Looks
from webcare_desk.ui.followed import is_watched, recorded
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel, tell
from webcare_desk.ui.rulebook.choices import Choice, protocol_of
from webcare_desk.ui.rulebook.met import rank_of, row_of, verdict_words
from webcare_desk.ui.said import error_words
from webcare_desk.ui.supervision.listing import Listing
from webcare_desk.ui.table import Column
from webcare_desk.ui.workplace import Workplace

_FEW = 2_000
_MOST = 2_000
_SIZES = (640, 360)


class _News(QObject):
    """Carries what a worker finds to the window's thread."""

    #: Event, Progress: the run that found it, and how far it came.
    came = Signal(object, object)


class BacktestPane(QWidget):
    """Runs a backtest of the version that is chosen; it can be ended at any page."""

    def __init__(self, workplace: Workplace) -> None:
        """Offer to begin."""
        super().__init__()
        self._work = workplace
        self._choice: Choice | None = None
        self._stop: Event | None = None
        self._met: list[Met] = []
        self._looks = Looks(workplace, self)
        self.begin, self.cancel = QPushButton(self.tr("Run the backtest")), QPushButton()
        self.cancel.setText(self.tr("Stop"))
        self.bar, self.said = QProgressBar(), PlainLabel(wraps=True)
        self._looks.refused.connect(lambda _, error: self.said.setText(f"⚠ {error_words(error)}"))
        self.listing = Listing(
            self.tr("Classified differently"),
            (
                Column(self.tr("No."), 60), Column(self.tr("Before"), 170),
                Column(self.tr("With this version"), 190), Column(self.tr("Comment")),
            ),
        )  # fmt: skip
        self.detail = QPlainTextEdit()
        self._told: int | None = None
        self._asked: int | None = None
        self._lay_out()
        self.begin.clicked.connect(lambda: self._record(self.run))
        self.cancel.clicked.connect(self.stop)
        self.listing.chosen.connect(self._tell)

    def take(self, choice: Choice | None) -> None:
        """Test another version from now on; what runs is ended, and what it still says is not heard."""
        if self._choice is None or choice is None or choice.root != self._choice.root:
            self.stop()
            self._stop, self._met = None, []
            self.listing.take([])
            self.bar.hide()
            self.said.setText(
                self.tr(
                    "Replays every comment of this desk through the version shown above. Nothing is changed."
                )
            )
        self._choice = choice
        self.begin.setEnabled(choice is not None and self._stop is None)

    def run(self) -> None:
        """Begin, in a worker; what it finds is shown as it comes."""
        if self._choice is None or self._stop is not None:
            return
        self._stop, self._met, news = Event(), [], _News(self)
        news.came.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self.listing.take([])
        self.bar.setRange(0, 0)
        self.bar.show()
        self.begin.setEnabled(False)
        self.cancel.setEnabled(True)
        app, choice, stop = self._work.app, self._choice, self._stop
        self._work.tasks.read_long(
            lambda: replay(app, choice, stop, news),
            alive(self, partial(self._ended, stop)),
            alive(self, partial(self._failed, stop)),
        )

    def stop(self) -> None:
        """End it after the page that is under way."""
        if self._stop is not None:
            self._stop.set()
            self.cancel.setEnabled(False)

    @property
    def is_running(self) -> bool:
        """Say whether one is under way."""
        return self._stop is not None

    def _on_progress(self, run: Event, step: Progress) -> None:
        if run is not self._stop:
            return
        self.bar.setRange(0, max(step.of, 1))
        self.bar.setValue(step.read)
        words = self.tr("{read} of {of} comments; {count} classified differently so far")
        self._met += step.found
        self.said.setText(
            words.format(read=_many(step.read), of=_many(step.of), count=_many(len(self._met)))
        )
        if step.found and len(self._met) <= _MOST:
            self._fill()

    def _ended(self, run: Event, step: Progress) -> None:
        if run is not self._stop:
            return
        self._over()
        self._fill()
        text = self._summed(step.read)
        if run.is_set():
            stopped = self.tr("Stopped: {read} of {of} comments were read. ")
            text = stopped.format(read=_many(step.read), of=_many(step.of)) + text
        self.said.setText(text)

    def _summed(self, read: int) -> str:
        """Return the figures; crises have their own, for no other one may hide them."""
        met = [each.changed for each in self._met]
        words = self.tr(
            "{read} comments read, {count} classified differently. Crises found: {crises}, lost: {gone}. "
            "To look at for PV or as a crisis and not before: {new}; less grave than before: {lost}."
        )
        return words.format(
            read=_many(read),
            count=_many(len(met)),
            crises=sum(one.is_new_crisis for one in met),
            gone=sum(one.is_lost_crisis for one in met),
            new=sum(one.is_found for one in met),
            lost=sum(one.is_lost for one in met),
        )

    def _failed(self, run: Event, error: WebcareError) -> None:
        if run is self._stop:
            self._over()
            self._refused(error)

    def _refused(self, error: WebcareError) -> None:
        self._asked = None
        self.said.setText(f"⚠ {error_words(error)}")

    def _over(self) -> None:
        self._stop = None
        self.bar.hide()
        self.cancel.setEnabled(False)
        self.begin.setEnabled(self._choice is not None)

    def _fill(self) -> None:
        order = sorted(self._met, key=lambda met: rank_of(met.changed))
        self.listing.take([row_of(met) for met in order[:_MOST]])

    def _tell(self, item: object) -> None:
        if not isinstance(item, Met):
            self._told = self._asked = None
            tell(self.detail, "")
        elif item.changed.comment == self._told:
            self._show(item)
        elif item.changed.comment != self._asked:  # else its entry is on its way
            self._asked = item.changed.comment
            tell(self.detail, "")
            self._record(partial(self._show, item), item.changed.comment)

    def _record(self, show: Callable[[], None], comment: int | None = None) -> None:
        recorded(self, self._work, Read(Name("protocol-backtest"), comment), show, self._refused)

    def _show(self, item: Met) -> None:
        if self.listing.item is not item:
            return  # another one was chosen before this was recorded
        changed, self._told = item.changed, item.changed.comment
        if not is_watched(self._work):
            self._looks.see(changed.comment)
        lines = [
            self.tr("Comment {number}").format(number=changed.comment), "",
            ": ".join((self.tr("Before"), verdict_words(changed.old))),
            ": ".join((self.tr("With this version"), verdict_words(changed.new))),
            self.tr("Rules: {names}").format(names=", ".join(changed.rules) or "–"),
        ]  # fmt: skip
        if changed.is_found:
            lines.append(
                self.tr(
                    "It becomes work for the owner of the plan's first step once this version is in force."
                )
            )
        tell(self.detail, "\n".join([*lines, "", item.text]))

    def _lay_out(self) -> None:
        self.begin.setObjectName("primary")
        self.cancel.setEnabled(False)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.hide()
        self.said.setObjectName("faint")
        self.detail.setReadOnly(True)
        self.detail.setObjectName("entry")
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("In full"))
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.said, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.begin)
        top = QVBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        top.setSpacing(theme.S)
        top.addLayout(row)
        top.addWidget(self.bar)
        both = QSplitter()
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(self.listing)
        both.addWidget(self.detail)
        both.setSizes(list(_SIZES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(both, 1)


def replay(app: App, choice: Choice, stop: Event, news: _News) -> Progress:
    """Run a backtest in a worker until its end or until `stop`; return how far it came."""
    protocol = protocol_of(choice)
    if protocol is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "This version has problems: mend them before a backtest.")
        )
        raise RefusedError(msg)
    comments = sum(count.count for count in app.desk.read.queue_counts())
    step = Progress(0, comments, ())
    steps = backtest(app.desk.read, protocol, *app.screens, processes=int(comments > _FEW))
    for step in steps:
        news.came.emit(stop, step)
        if stop.is_set():
            break
    steps.close()
    return step


def _many(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
