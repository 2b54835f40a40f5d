"""What an action is: a frozen dataclass that says what it needs and does it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Final, Generic, Protocol, TypeVar

from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session

T = TypeVar("T")
NOWHERE: Final = QT_TRANSLATE_NOOP("Said", "Comment {comment} is not on this desk.")


@dataclass(frozen=True, slots=True)
class Moment:
    """When an action happens (UTC microseconds) and who performs it."""

    at: int
    by: Actor


class Action(ABC, Generic[T]):
    """One act on the desk; `apply` runs inside the transaction and returns T.

    `apply` raises RefusedError when the act does not fit the state it finds;
    then nothing at all is written.
    """

    name: ClassVar[Name]
    right: ClassVar[Right]
    opens_session: ClassVar[bool] = False
    #: Whether it cannot wait for room on the disk.
    is_urgent: ClassVar[bool] = False
    #: Whether it can be done while the session is locked.
    while_locked: ClassVar[bool] = False
    #: The act needs one of these as its `reason`; where there are none it needs no reason.
    reasons: ClassVar[tuple[Reason, ...]] = ()
    #: Whether `apply` itself says when the reason is needed.
    is_reason_optional: ClassVar[bool] = False

    @property
    def why(self) -> Why | None:
        """The action's `reason`, with the `explanation` that goes with OTHER."""
        reason = getattr(self, "reason", None)
        return None if reason is None else Why(reason, getattr(self, "explanation", ""))

    @abstractmethod
    def apply(self, session: Session, moment: Moment) -> T:
        """Make the change."""

    def subject_of(self, result: T) -> int | None:
        """Return the comment the act is about, or None; `result` is apply's."""
        del result
        return getattr(self, "comment", None)

    def detail_of(self, result: T) -> Details:
        """Return what the log says beside the changes; never personal text."""
        del result
        return {}


class HasComment(Protocol):
    """What belongs to a comment, or to none that the desk knows."""

    @property
    def comment(self) -> int | None:
        """The comment."""


C = TypeVar("C", bound=HasComment)


class OnComment(Action[C]):
    """An act about the comment of its result."""

    def subject_of(self, result: C) -> int | None:
        """Return the comment of the result."""
        return result.comment


def live_work(session: Session, comment: int) -> Work:
    """Return the work on a comment whose words are still here, or refuse.

    What is said about an erased one would name the person again, and no second erasure reaches it.
    """
    if session.is_erased(comment):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The words of comment {comment} were erased; nothing more is kept or sent about it.",
        )
        raise RefusedError(Said.of(msg, comment=comment))
    return work_of(session, comment)


def work_of(session: Session, comment: int) -> Work:
    """Return the work on a comment, or refuse."""
    work = session.work(comment)
    if work is None:
        raise RefusedError(Said.of(NOWHERE, comment=comment))
    return work
