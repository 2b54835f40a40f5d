"""A person confirms what a text only hints at; it stays on the desk."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class ConfirmHint(Action[None]):
    """A person says that a hint is right."""

    comment: int
    kind: HintKind
    name: ClassVar[Name] = Name("confirm-hint")
    right: ClassVar[Right] = Right.CLASSIFY

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep who confirmed it, once."""
        live_work(session, self.comment)
        if self.kind in session.hints(self.comment):
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This hint was confirmed already."))
            raise RefusedError(msg)
        by = Name(moment.by.moderator)
        session.add(
            tables.HINT, {"comment": self.comment, "kind": self.kind, "by": by, "at": moment.at}
        )

    def detail_of(self, result: None) -> Details:
        """Name the kind."""
        del result
        return {"kind": self.kind}
