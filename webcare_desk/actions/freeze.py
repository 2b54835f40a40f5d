"""Freezing the original: at first view, at every edit, before any hide or delete."""

import hashlib
import json
from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.original import Cause, Frozen, PictureState, as_json
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: What takes an original away, and what it is then frozen for.
TAKING_AWAY: Final = {DeliveryKind.HIDE: Cause.HIDE, DeliveryKind.DELETE: Cause.DELETE}


def freeze(session: Session, moment: Moment, comment: int, cause: Cause) -> int:
    """Freeze a comment and its thread as they stand, and return the record; it is drawn later."""
    original = session.standing(comment, cause, moment.at)
    posts: list[object] = [[post.comment, post.wording] for post in original.posts]
    if original.in_thread > len(posts):
        posts.append(original.in_thread)
    return session.add(
        tables.ORIGINAL,
        {
            "comment": comment,
            "cause": cause,
            "taken_at": moment.at,
            "state": PictureState.WAITING,
            "version": 1,
        },
        {
            "posts": json.dumps(posts, separators=(",", ":")),
            "text_hash": hashlib.sha256(as_json(original)).hexdigest(),
        },
    )


def freeze_edited(session: Session, moment: Moment, comments: tuple[int, ...]) -> None:
    """Freeze what was reworded on its platform after somebody had looked at it."""
    for comment in comments:
        if session.originals(comment):
            freeze(session, moment, comment, Cause.EDIT)


@dataclass(frozen=True, slots=True)
class KeepPicture(Action[None]):
    """An original was drawn: `picture` is the PNG in base64, `sha256` its hash.

    Without a picture `problem` names why there is none.
    """

    original: int
    version: int
    picture: str | None = None
    sha256: str | None = None
    problem: Name | None = None
    name: ClassVar[Name] = Name("keep-picture")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the picture, or that there is none."""
        del moment
        found = session.original(self.original)
        if found is None or (self.picture is None) is (self.problem is None):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "A picture belongs to an original, and has a reason where it is missing.",
                )
            )
            raise RefusedError(msg)
        if found.version != self.version or found.state is PictureState.DRAWN:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Another process has drawn this original meanwhile.")
            )
            raise StaleError(msg)
        drawn = self.picture is not None
        if drawn and as_frozen(session, found) is None:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "A post of this original was erased meanwhile; its picture would still show it.",
                )
            )
            raise StaleError(msg)
        session.change(
            tables.ORIGINAL,
            self.original,
            {
                "state": PictureState.DRAWN if drawn else PictureState.NOT_DRAWN,
                "picture": None if self.picture is None else session.add_document(self.picture),
                "problem": self.problem,
            },
            {"picture_hash": self.sha256},
        )

    def detail_of(self, result: None) -> Details:
        """Say which original it is."""
        del result
        return {"original": self.original, "problem": self.problem}


def as_frozen(read: Reads, found: Frozen) -> bytes | None:
    """Return an original as JSON; None where a post was erased since: the hash is of more."""
    words = as_json(read.frozen_as(found))
    return words if hashlib.sha256(words).hexdigest() == found.text_hash else None
