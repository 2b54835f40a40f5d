"""The panes beside the list: their places are there at once, they themselves when first needed.

Nothing is lost by that. What asks for a pane gets it, made at that moment; else the
window makes one after another once its list is painted. What they need is imported here.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from webcare_desk.domain.reply import Delivery
    from webcare_desk.ui.comment.pane import CommentPane
    from webcare_desk.ui.protocol.pane import ProtocolPane
    from webcare_desk.ui.timeline.pane import TimelinePane
    from webcare_desk.ui.toast import Toast
    from webcare_desk.ui.workplace import Workplace


MIDDLE = 400  # pixels that the comment needs at least
_NAMES = ("comment", "protocol", "timeline", "toast")
Pane = TypeVar("Pane", bound=QWidget)


class Panes:
    """What shows the comment that was picked, and what can be undone."""

    def __init__(self, workplace: Workplace, window: QWidget, lacks: SignalInstance) -> None:
        """Make the places, empty; `window` is where the toast floats, `lacks` tells of an empty list."""
        self._work, self._window, self._lacks = workplace, window, True
        lacks.connect(self._say_list)
        #: The protocol is loaded, so that a comment can be shown.
        self.are_ready = False
        #: What shows a paragraph of the protocol.
        self.show_place: Callable[[str], object] = lambda _: None
        #: What asks for PV's answer to a comment's escalation.
        self.answer_pv: Callable[[int], object] = lambda _: None
        #: What asks what was done in a step of a plan.
        self.record_step: Callable[[str, str], object] = lambda *_: None
        #: What runs a command, given by its id.
        self.run: Callable[[str], object] = lambda _: None
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.middle = _place()
        self._upper, self._lower = _place(), _place()
        self.right.addWidget(self._upper)
        self.right.addWidget(self._lower)

    @cached_property
    def comment(self) -> CommentPane:
        """The comment with its thread and the composer."""
        from webcare_desk.ui.comment.pane import CommentPane

        made = _put(CommentPane(self._work), self.middle)
        made.header.wanted.connect(self._run)
        made.say_list(is_empty=self._lacks)
        return made

    @cached_property
    def protocol(self) -> ProtocolPane:
        """What the protocol asks; a template that is chosen there goes into the reply."""
        from webcare_desk.ui.protocol.pane import ProtocolPane

        made = _put(ProtocolPane(self._work), self._upper)
        made.template_chosen.connect(self._reply_with)
        made.place_wanted.connect(self._show_place)
        made.answer_wanted.connect(self._answer_pv)
        made.step_wanted.connect(self._record_step)
        made.wanted.connect(self._run)
        return made

    @cached_property
    def timeline(self) -> TimelinePane:
        """What happened to the comment."""
        from webcare_desk.ui.timeline.pane import TimelinePane

        return _put(TimelinePane(self._work), self._lower)

    @cached_property
    def toast(self) -> Toast:
        """What is held and can still be undone, also what was held before this was made."""
        from webcare_desk.ui.toast import Toast

        made = Toast(self._work, self._window)
        made.undone.connect(self._bring_back)
        made.refresh()
        return made

    @property
    def steps(self) -> tuple[Callable[[], object], ...]:
        """Return what makes each pane, in the order in which they are looked at, and what they need."""
        return (*(partial(getattr, self, name) for name in _NAMES), _import_reader)

    def keep_drafts(self) -> None:
        """Keep what is being typed, now."""
        self.comment.composer.keep()

    def _say_list(self, is_empty: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._lacks = is_empty
        if "comment" in vars(self):
            self.comment.say_list(is_empty=is_empty)

    def _bring_back(self, delivery: Delivery) -> None:
        self.comment.composer.bring_back(delivery)

    def _show_place(self, place: str) -> None:
        self.show_place(place)

    def _answer_pv(self, comment: int) -> None:
        self.answer_pv(comment)

    def _record_step(self, plan: str, step: str) -> None:
        self.record_step(plan, step)

    def _run(self, command: str) -> None:
        self.run(command)

    def _reply_with(self, template: str) -> None:
        self.comment.focus_reply(template)

    def show_comment(self, comment: int | None) -> None:
        """Show a comment in every pane."""
        self.comment.show_comment(comment)
        self.protocol.show_comment(comment)
        self.timeline.show_comment(comment)


def _place() -> QWidget:
    """Return an empty pane."""
    place = QWidget()
    place.setObjectName("pane")
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return place


def _put(pane: Pane, place: QWidget) -> Pane:
    """Put a pane where its place is, as wide and as high; return it."""
    splitter = place.parentWidget()
    assert isinstance(splitter, QSplitter)  # noqa: S101 - the window has laid the places out
    # The state, not the sizes: before the window is shown those are all nought.
    at, state = splitter.indexOf(place), splitter.saveState()
    pane.setMinimumWidth(place.minimumWidth())
    stretch = place.sizePolicy()
    splitter.replaceWidget(at, pane)
    splitter.setStretchFactor(at, stretch.horizontalStretch())
    splitter.restoreState(state)
    place.deleteLater()
    return pane


def _import_reader() -> None:
    """Import what reads a protocol, on this thread; a worker reads with it.

    PySide looks into every module that is imported. Where two threads import at
    once it may look into half of pydantic, and that import fails.
    """
    import webcare_desk.protocol.consistency
    import webcare_desk.rulebook  # noqa: F401 - both are wanted for what they load
