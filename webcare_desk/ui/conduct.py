"""What a window says about entering and training, and the test on the whole window."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from webcare_desk.actions import Read, SeePvWay
from webcare_desk.actions.pv_way import NewWay, new_way
from webcare_desk.actions.two_persons import decidable
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.training import Certificate, Standing, standing_of
from webcare_desk.errors import DeniedError, WebcareError
from webcare_desk.training import Asked, asked_of
from webcare_desk.ui.banners import Banners
from webcare_desk.ui.clock import moment
from webcare_desk.ui.followed import is_watched
from webcare_desk.ui.said import error_words
from webcare_desk.ui.training.screen import TestScreen
from webcare_desk.ui.workplace import Workplace

#: The commands by which a guest sees more than comments; supervision records each of its screens.
_SHOWING = frozenset({"gaps", "people", "register", "protocol"})


@dataclass(frozen=True, slots=True)
class _Found:
    """How many alerts and requests wait for somebody, and by which certificate one replies.

    `way` is what changed of the way to PV since somebody looked.
    """

    alerts: int
    requests: int
    asked: Asked | None
    way: NewWay | None


class Conduct(QObject):
    """Looks at what waits for somebody, at one's certificate and session whenever the log grows."""

    #: The session was ended elsewhere, alone or with its account, role or password; a sentence.
    ended = Signal(str)
    #: What waits for a second person is to be shown.
    approvals_wanted = Signal()
    #: Why no reply may leave as long as there is no valid certificate, or nothing.
    barred = Signal(str)

    def __init__(
        self, workplace: Workplace, window: QMainWindow, layers: QStackedWidget, banners: Banners
    ) -> None:
        """Look now, and again at every change."""
        super().__init__(window)
        self._work, self._window, self._layers = workplace, window, layers
        self._banners = banners
        self._alerts = self._requests = 0
        self._way: NewWay | None = None
        self._asked: Asked | None = None
        self._said: tuple[Standing | None, Certificate | None] = (None, None)
        workplace.feed.changed.connect(lambda _: self.look())
        self.look()

    def follow(
        self, lists: SignalInstance, searches: SignalInstance, commands: SignalInstance
    ) -> None:
        """Log what somebody reads whose reading is followed, from the first list on."""
        if not is_watched(self._work):
            return
        self._banners.say_followed()
        self._read("inbox")
        lists.connect(lambda _: self._read("inbox"))
        searches.connect(lambda _: self._read("search"))
        commands.connect(self._on_command)

    def _on_command(self, command: str) -> None:
        if command in _SHOWING:
            self._read(command)

    def _read(self, name: str) -> None:
        self._work.tasks.perform(Read(Name(name)), failed=self._unrecorded)

    def _unrecorded(self, error: WebcareError) -> None:
        """Close what shows it already; a session that is locked or ended shows nothing."""
        if not isinstance(error, DeniedError):
            words = self.tr("What you look at cannot be recorded, so it is not shown: {problem}")
            self.ended.emit(words.format(problem=error_words(error)))

    def look(self) -> None:
        """Look now, in a worker."""
        self._work.tasks.run(partial(_look, self._work), self._say)

    def show_alerts(self) -> None:
        """Show the alerts."""
        from webcare_desk.ui.people.dialog import PeopleDialog

        dialog = PeopleDialog(self._work, self._window)
        dialog.show_alerts()
        dialog.open()

    def take_test(self) -> None:
        """Show the test on the whole window."""
        screen = TestScreen(self._work)
        screen.left.connect(partial(self._leave, screen))
        self._layers.addWidget(screen)
        self._layers.setCurrentWidget(screen)
        screen.setFocus()

    def _leave(self, screen: TestScreen) -> None:
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(screen)
        screen.deleteLater()
        self.look()

    def _say(self, found: _Found | None) -> None:
        if found is None:
            words = self.tr(
                "Your session was ended, or your password was changed elsewhere: log in again."
            )
            self.ended.emit(words)
            return
        if found.alerts != self._alerts:
            self._banners.say_alerts(found.alerts, self.show_alerts)
        if found.alerts > self._alerts:
            QApplication.alert(self._window)
        if found.requests != self._requests:
            self._banners.say_approvals(found.requests, self.approvals_wanted.emit)
        if found.way != self._way:
            self._say_way(found.way)
        self._alerts, self._requests, self._way = found.alerts, found.requests, found.way
        self._asked = found.asked
        self.tick()

    def _say_way(self, way: NewWay | None) -> None:
        def see() -> None:
            if way is not None:
                self._work.tasks.perform(SeePvWay(way.at))

        act = see if self._work.may(Right.ACKNOWLEDGE) else None
        self._banners.say_new_way(act, is_new=way is not None)

    def tick(self) -> None:
        """Say how one's training stands by now: a certificate ends without an entry of the log."""
        certificate = None if self._asked is None else self._asked.certificate
        now = self._work.app.desk.clock()
        standing = None if self._asked is None else standing_of(certificate, now)
        if (standing, certificate) == self._said:
            return
        self._said = (standing, certificate)
        ends = "" if certificate is None else moment(certificate.expires_at)
        sentence = "" if standing is None else self._sentence(standing).format(time=ends)
        self._banners.say_untrained(self.take_test, sentence)
        self.barred.emit(sentence if standing in {Standing.MISSING, Standing.EXPIRED} else "")

    def _sentence(self, standing: Standing) -> str:
        sentences = {
            Standing.MISSING: self.tr(
                "You have no training certificate yet: you can read, note and escalate, "
                "but not reply or close."
            ),
            Standing.EXPIRED: self.tr(
                "Your training certificate expired on {time}: you can read, note and escalate, "
                "but not reply or close."
            ),
            Standing.EXPIRING: self.tr("Your training certificate ends on {time}."),
        }
        return sentences.get(standing, "")


def _look(work: Workplace) -> _Found | None:
    """Return what waits for whoever works here, and how their training stands.

    None when the session was ended meanwhile; one that only reads was never recorded.
    """
    desk, me = work.app.desk, work.actor
    if not work.read_only and desk.read.session_of(me.session) is None:
        return None
    alerts = desk.read.alerts() if work.may(Right.GUARD) else []
    return _Found(
        sum(alert.is_open for alert in alerts),
        _decidable(work),
        asked_of(desk, me),
        new_way(desk.read),
    )


def _decidable(work: Workplace) -> int:
    """Count the requests that somebody may decide; one's own wait for another."""
    desk, me = work.app.desk, work.actor
    if not work.may(Right.APPROVE):
        return 0
    return len(decidable(desk.read, me.moderator, me.session, desk.clock()))
