"""That somebody read: a list, a case, or what was made into a file and taken along."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.awareness import READ
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import Said
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class Read(Action[int | None]):
    """Somebody whose reading is followed looked at something, or anybody took a file away.

    `what` is the place of the window or the command, `comment` or `case` whose words they
    were, where they were one person's; the result is the comment. It cannot wait for room on
    the disk: what is not in the log is not shown.
    """

    what: Name
    comment: int | None = None
    case: int | None = None
    name: ClassVar[Name] = READ
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> int | None:
        """Change nothing: the entry is all. A case that is not here is refused."""
        del moment
        if self.case is None:
            return self.comment
        found = session.escalation(self.case)
        if found is None:
            from webcare_desk.actions.case_moves import NO_CASE

            raise RefusedError(Said.of(NO_CASE, case=self.case))
        return found.comment

    def subject_of(self, result: int | None) -> int | None:
        """Return the comment that it was about."""
        return result

    def detail_of(self, result: int | None) -> Details:
        """Name what was read, and the case."""
        del result
        of_case = {} if self.case is None else {"escalation": self.case}
        return {"what": self.what, **of_case}
