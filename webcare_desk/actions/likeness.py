"""Saying of two cases that look alike whether they are one: who said it stays known."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.case_moves import standing_of
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.likeness import Judgement, latest
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_SAID: Final = {
    Judgement.SAME: Said.of(QT_TRANSLATE_NOOP("Said", "It was said already: same.")),
    Judgement.ANOTHER: Said.of(QT_TRANSLATE_NOOP("Said", "It was said already: another.")),
}


@dataclass(frozen=True, slots=True)
class JudgeLikeness(OnComment[CaseStanding]):
    """Two cases that look alike are the same one, or not; such a pair is not proposed again.

    It can be said otherwise later: the last word counts, and each of them stays.
    """

    case: int
    other: int
    judgement: Judgement
    name: ClassVar[Name] = Name("judge-likeness")
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Keep who said it, and when."""
        standing = standing_of(session, self.case)
        standing_of(session, self.other)
        if self.case == self.other:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "A case is always the same as itself."))
            raise RefusedError(msg)
        said = latest(session.likenesses(self.case), self.case).get(self.other)
        if said is not None and said.judgement is self.judgement:
            raise RefusedError(_SAID[self.judgement])
        session.add(
            tables.LIKENESS,
            {
                "escalation": min(self.case, self.other),
                "other": max(self.case, self.other),
                "judgement": self.judgement,
                "by": Name(moment.by.moderator),
                "at": moment.at,
            },
        )
        return standing

    def detail_of(self, result: CaseStanding) -> Details:
        """Name both cases and what was said of them."""
        return {"escalation": result.case, "other": self.other, "judgement": self.judgement}
