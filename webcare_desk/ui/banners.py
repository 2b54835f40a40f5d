"""Lines below the top bar that stay as long as what they say is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.typed import typeable
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.marks import icon
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.said import error_words
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.whose import receiver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from webcare_desk.app import App
    from webcare_desk.protocol.problem import Problem
    from webcare_desk.rulebook import InForce
    from webcare_desk.ui.overview import Overview


class Banners(QWidget):
    """Holds the banners, the most serious one first."""

    def __init__(self) -> None:
        """Show none."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._held: QFrame | None = None
        self._named: dict[str, QFrame] = {}
        self._app: App | None = None
        self._seen: tuple[object, ...] = ()
        self._spoken = ("", "")
        self._made_up: tuple[str, ...] = ()
        self._see_way: Callable[[], None] | None = None
        self._is_new_way = False

    def say_demo(self) -> None:
        """Say that this desk forgets its secrets."""
        now = theme.colours()
        text = self.tr("Demo: secrets are kept in memory only, and nothing leaves this machine.")
        self._column.addWidget(_banner(text, Shape.DISC, now.accent))

    def say_read_only(self, reason: BaseException | str) -> None:
        """Say that nothing can be changed, and why."""
        now = theme.colours()
        text = self.tr("Read only: {reason}").format(reason=typeable(error_words(reason)))
        self._column.insertWidget(0, _banner(text, Shape.SQUARE, now.danger))

    def take(self, overview: Overview) -> None:
        """Say what is to be said of how the desk is now."""
        self.say_held(is_held=overview.is_held)
        self.say_clock(overview.ahead)

    def say_clock(self, ahead: int | None) -> None:
        """Say that the clock is behind an entry of the log, made at `ahead` (UTC microseconds)."""
        if (ahead is not None) == ("clock" in self._named):
            return
        self._drop("clock")
        if ahead is not None:
            text = self.tr(
                "The clock of this computer is behind the log, which has an entry of {time}: set "
                "it right before you go on. Deadlines and day zero go by it."
            ).format(time=moment(ahead))
            banner = self._named["clock"] = _banner(text, Shape.TRIANGLE, theme.colours().danger)
            self._column.insertWidget(0, banner)

    def say_held(self, *, is_held: bool) -> None:
        """Say that this desk was put back from a backup, as long as nobody has confirmed it."""
        if is_held and self._held is None:
            text = self.tr(
                "This desk was put back from a backup. Nothing is sent or read until two persons "
                "have confirmed it: `webcare-desk backup confirm`."
            )
            self._held = _banner(typeable(text), Shape.TRIANGLE, theme.colours().warning)
            self._column.insertWidget(0, self._held)
        elif not is_held and self._held is not None:
            self._held.deleteLater()
            self._held = None

    def say_followed(self) -> None:
        """Say that what the person reads is logged."""
        text = self.tr("You read only. What you look at is logged.")
        self._column.addWidget(_banner(text, Shape.PERSON, theme.colours().accent))

    def say_untrained(self, take: Callable[[], None], sentence: str) -> None:
        """Say that the person has no valid certificate, with the way to the test."""
        self._drop("untrained")
        if sentence:
            banner = _banner(sentence, Shape.HOURGLASS, theme.colours().warning)
            self._put("untrained", banner, self.tr("Take the test"), take)

    def say_alerts(self, count: int, show: Callable[[], None]) -> None:
        """Say that somebody tried to enter and nobody has looked at it."""
        self._drop("alerts")
        if count:
            text = self.tr(
                "%n alert(s): wrong tries to enter or to sign. Look at this now.", "", count
            )
            banner = _banner(text, Shape.TRIANGLE, theme.colours().danger)
            self._put("alerts", banner, self.tr("Show the alerts"), show)

    def say_approvals(self, count: int, show: Callable[[], None]) -> None:
        """Say that something waits for the signature of whoever works here."""
        self._drop("approvals")
        if count:
            text = self.tr("%n request(s) wait(s) for a second person: you may decide.", "", count)
            banner = _banner(text, Shape.HOURGLASS, theme.colours().warning)
            self._put("approvals", banner, self.tr("Show the requests"), show)

    def _put(self, name: str, banner: QFrame, words: str, act: Callable[[], None] | None) -> None:
        if act is not None:
            more = QPushButton(words)
            more.setObjectName("flat")
            more.clicked.connect(act)
            row = banner.layout()
            assert row is not None  # noqa: S101 - _banner gives it one
            row.addWidget(more)
        self._column.insertWidget(int("alerts" in self._named), banner)
        self._named[name] = banner

    def _drop(self, name: str) -> None:
        banner = self._named.pop(name, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()

    def attend(self, app: App, language: str) -> None:
        """Say from now on what is to be said of a desk's protocol and settings; it speaks `language`."""
        self._app, self._seen, self._spoken = app, (), (language, app.settings.language)
        self.look()

    def look(self) -> None:
        """Say what has come to be true of the protocol and the settings, and no more what is not."""
        app = self._app
        if app is None:
            return
        before, self._seen = self._seen, (app.in_force, app.settings)
        if before != self._seen:
            self.say_protocol(app.in_force, app.settings.courier.goes_to(app.folder))
            self._say_new_way()
            self._say_language(app.settings.language)
            self._say_made_up(app)

    def _say_language(self, language: str) -> None:
        """Say when the window speaks the language that its settings name since it was opened."""
        self._drop("language")
        spoken, named = self._spoken
        if spoken == named != language:
            text = self.tr(
                "The settings name another language by now: the window speaks it once somebody "
                "logs in again."
            )
            banner = self._named["language"] = _banner(text, Shape.DISC, theme.colours().accent)
            self._column.addWidget(banner)

    def say_protocol(self, in_force: InForce, way: str = "") -> None:
        """Say what keeps another protocol than the one that is set in force."""
        for name in ("problems", "waiting"):
            self._drop(name)
        if in_force.problems:
            self._say_problems(in_force.problems)
        waiting = in_force.waiting
        if waiting is None:
            return
        if waiting.protocol.id == in_force.protocol.id:
            self._say_waiting(len(waiting.rules_off))
        else:
            self._say_other_pack(waiting.name, in_force.protocol.id, way)

    def say_new_way(self, see: Callable[[], None] | None, *, is_new: bool) -> None:
        """Say, or no more, that the way to PV was changed; `see` says that somebody has looked."""
        self._is_new_way, self._see_way = is_new, see
        self._say_new_way()

    def _say_new_way(self) -> None:
        self._drop("way")
        if not self._is_new_way or self._app is None:
            return
        text = self.tr("The way to PV was changed and nobody has looked since. {receiver}").format(
            receiver=receiver(self._app, self._spoken[0])
        )
        banner = _banner(text, Shape.TRIANGLE, theme.colours().danger)
        self._put("way", banner, self.tr("I have looked at this"), self._see_way)

    def _say_other_pack(self, name: str, pack: str, way: str) -> None:
        """Say that another pack is set and not in force, and where packets go by the same file."""
        text = self.tr(
            "The settings name another pack, {name}; {pack} stays in force until "
            "`webcare-desk protocol use` puts that in its place. Packets go where these settings "
            "say already: {way}."
        ).format(name=name, pack=pack, way=way)
        banner = _banner(typeable(text), Shape.TRIANGLE, theme.colours().warning)
        self._named["waiting"] = banner
        self._column.insertWidget(0, banner)

    def _say_made_up(self, app: App) -> None:
        """Say as long as it is so that a desk of real work speaks and files in made-up names."""
        from webcare_desk.casebook.made_up import made_up

        names = () if app.is_demo or app.read_only else made_up(app.protocol, app.settings)
        if names == self._made_up:
            return
        self._made_up = names
        self._drop("made-up")
        if names:
            text = self.tr(
                "Made-up names go out from this desk, in replies or in reports to PV: {names}. "
                "Put yours in their place: `webcare-desk doctor` says where."
            ).format(names=", ".join(names))
            banner = _banner(typeable(text), Shape.TRIANGLE, theme.colours().warning)
            self._named["made-up"] = banner
            self._column.addWidget(banner)

    def _say_problems(self, problems: Sequence[Problem]) -> None:
        """Say that the protocol has problems and an earlier one is in force."""
        from webcare_desk.ui.dialogs import text_dialog

        text = self.tr(
            "The protocol has %n problem(s); what was approved last stays in force.",
            "",
            len(problems),
        )
        banner = _banner(text, Shape.TRIANGLE, theme.colours().warning)
        title, details = self.tr("Problems of the protocol"), "\n".join(map(str, problems))
        show = self.tr("Show the problems")
        self._put("problems", banner, show, lambda: text_dialog(self, title, details).open())

    def _say_waiting(self, rules_off: int) -> None:
        """Say that a changed protocol waits for a second person, and what it takes from PV."""
        text = self.tr(
            "A changed protocol waits for a second person; the one before it stays in force."
        )
        if rules_off:
            text += " " + self.tr("It switches off %n rule(s) that send to PV.", "", rules_off)
        banner = self._named["waiting"] = _banner(text, Shape.TRIANGLE, theme.colours().warning)
        self._column.insertWidget(0, banner)


def _banner(text: str, shape: Shape, colour: str) -> QFrame:
    """Return one line with a mark."""
    banner = QFrame()
    banner.setObjectName("banner")
    row = QHBoxLayout(banner)
    row.setContentsMargins(theme.M, theme.XS, theme.M, theme.XS)
    mark = PlainLabel()
    mark.setPixmap(icon(shape, colour, 14).pixmap(14, 14))
    row.addWidget(mark)
    row.addWidget(PlainLabel(text, wraps=True), 1)
    return banner
