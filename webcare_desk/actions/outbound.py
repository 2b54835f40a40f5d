"""What a moderator sends into the world: it is queued here, never sent here."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.actions.freeze import TAKING_AWAY, freeze
from webcare_desk.actions.inbox import refuse_if_claimed
from webcare_desk.actions.training import refuse_untrained
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.bars import Bar, Limits, Stop, stops_of
from webcare_desk.domain.comment import IMPORTED, Visibility, reads_otherwise
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import HIDING, SHOWING, Reason
from webcare_desk.domain.reply import (
    UNDER_WAY,
    DeliveryKind,
    DeliveryState,
    visibility_of,
)
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class QueueReply(Action[int]):
    """A public reply, held for `hold` microseconds in which it can be undone.

    `answers` is a moment at which the words stood there that it was begun on, None for those of now.
    """

    comment: int
    text: str
    template: Name | None
    hold: int
    answers: int | None = None
    name: ClassVar[Name] = Name("queue-reply")
    right: ClassVar[Right] = Right.REPLY

    def apply(self, session: Session, moment: Moment) -> int:
        """Put the reply in the outbox and return the delivery's id."""
        if self.answers is not None:
            _refuse_reworded(session, self.comment, self.answers)
        return queue_reply(session, moment, self.comment, self.text, self.template, self.hold)


def _refuse_reworded(session: Session, comment: int, at: int) -> None:
    """Refuse what answers words that are gone: its author may not have seen the new ones yet."""
    found = session.comment(comment)
    if found is not None and reads_otherwise(found, session.revisions(comment), at):
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "The comment was reworded since this reply was begun: read it again."
            )
        )
        raise RefusedError(msg)


def queue_reply(  # noqa: PLR0913, PLR0917 - what is said where, from which template, held how long
    session: Session, moment: Moment, comment: int, text: str, template: Name | None, hold: int
) -> int:
    """Put a public reply in the outbox, or refuse; return the delivery's id."""
    refuse_reply(session, moment, comment, text)
    said: dict[str, Detail] = {
        "body": session.add_text(text),
        "template": template,
        "not_before": moment.at + hold,
    }
    return queue(session, moment, DeliveryKind.REPLY, comment, said)


def refuse_reply(session: Session, moment: Moment, comment: int, text: str) -> None:
    """Refuse a reply that may not leave, or not by this person."""
    work = live_work(session, comment)
    refuse_if_claimed(work, moment)
    refuse_untrained(session, moment)
    _refuse_imported(session, comment)
    _refuse_unfit(text, work)
    _refuse_twice(session, comment, text)


def _refuse_twice(session: Session, comment: int, text: str) -> None:
    """Refuse the words that wait already: a second key press, or somebody else with the same template."""
    for delivery in session.deliveries_of(comment):
        if delivery.state in UNDER_WAY and delivery.body == text:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "These very words are on their way to this comment already."
                )
            )
            raise RefusedError(msg)


def _refuse_imported(session: Session, comment: int) -> None:
    """Refuse what could never leave: nobody reads a file for replies."""
    found = session.comment(comment)
    if found is not None and found.source.startswith(IMPORTED):
        raise RefusedError(Stop(Bar.NO_WAY).sentence)


def _refuse_unfit(text: str, work: Work) -> None:
    """Refuse what no protocol is needed for; names, length and phrases are refused before it."""
    for stop in stops_of(text, Limits(work.visibility)):
        raise RefusedError(stop.sentence)


def queue(
    session: Session,
    moment: Moment,
    kind: DeliveryKind,
    comment: int,
    more: dict[str, Detail],
) -> int:
    """Put a delivery in the outbox; `more` sets what this kind needs.

    What is to be hidden or deleted is frozen first; the database refuses it otherwise.
    """
    if kind in TAKING_AWAY:
        freeze(session, moment, comment, TAKING_AWAY[kind])
    return session.add(
        tables.DELIVERY,
        {
            "uid": Name(new_uid(moment.at)),
            "kind": kind,
            "comment": comment,
            "state": DeliveryState.HELD,
            "author": Name(moment.by.moderator),
            "queued_at": moment.at,
            "not_before": moment.at,
            "attempts": 0,
            "lease_until": 0,
            "version": 1,
            **more,
        },
    )


@dataclass(frozen=True, slots=True)
class ChangeVisibility(Action[int]):
    """Hide a comment, or show it again, on its platform."""

    comment: int
    kind: DeliveryKind
    hold: int
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("change-visibility")
    right: ClassVar[Right] = Right.HIDE
    reasons: ClassVar[tuple[Reason, ...]] = tuple(dict.fromkeys((*HIDING, *SHOWING)))

    def apply(self, session: Session, moment: Moment) -> int:
        """Put the act in the outbox; the desk keeps every wording it has seen."""
        work = live_work(session, self.comment)
        refuse_if_claimed(work, moment)
        if self.kind not in {DeliveryKind.HIDE, DeliveryKind.UNHIDE}:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "{kind} is not a change of visibility."),
                kind=self.kind.value,
            )
            raise RefusedError(msg)
        _refuse_imported(session, self.comment)
        _refuse_without_effect(work, self.kind)
        return queue(
            session, moment, self.kind, self.comment, {"not_before": moment.at + self.hold}
        )

    def detail_of(self, result: int) -> Details:
        """Name what was asked."""
        del result
        return {"kind": self.kind}


@dataclass(frozen=True, slots=True)
class DeleteComment(Action[int]):
    """Delete a comment on its platform; it cannot be undone there."""

    comment: int
    hold: int
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("delete-comment")
    right: ClassVar[Right] = Right.DELETE
    reasons: ClassVar[tuple[Reason, ...]] = HIDING

    def apply(self, session: Session, moment: Moment) -> int:
        """Put the act in the outbox; the desk keeps every wording it has seen."""
        work = live_work(session, self.comment)
        _refuse_imported(session, self.comment)
        _refuse_without_effect(work, DeliveryKind.DELETE)
        return queue(
            session,
            moment,
            DeliveryKind.DELETE,
            self.comment,
            {"not_before": moment.at + self.hold},
        )


def _refuse_without_effect(work: Work, kind: DeliveryKind) -> None:
    if work.visibility is Visibility.DELETED:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This comment was deleted on its platform."))
        raise RefusedError(msg)
    if work.visibility is visibility_of(kind):
        raise RefusedError(_ALREADY[work.visibility])


_ALREADY: Final = {
    Visibility.VISIBLE: Said.of(QT_TRANSLATE_NOOP("Said", "This comment is visible already.")),
    Visibility.HIDDEN: Said.of(QT_TRANSLATE_NOOP("Said", "This comment is hidden already.")),
}
