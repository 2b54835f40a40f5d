"""Reviewing the log: opening a review, judging its entries, concluding it."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.involved import may_judge
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import (
    Hit,
    Review,
    ReviewHit,
    Verdict,
    record_of,
)
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: The most entries of one review: a person must be able to judge each of them.
MOST_HITS = 1_000


@dataclass(frozen=True, slots=True)
class OpenReview(Action[int]):
    """A review of the entries `first` to `last`: what was asked, and what it points to."""

    first: int
    last: int
    seed: int
    questions: tuple[ReviewQuestion, ...]
    hits: tuple[Hit, ...]
    name: ClassVar[Name] = Name("open-review")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the review with its entries and return its id."""
        if not self.questions or not 0 <= self.first <= self.last < session.log_size():
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "A review asks at least one question about entries that are in the log."
                )
            )
            raise RefusedError(msg)
        if len(self.hits) > MOST_HITS:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "{count} entries are too many for one review: choose a shorter period."
                ),
                count=len(self.hits),
            )
            raise RefusedError(msg)
        review = self._add(session, moment)
        for question in self.questions:
            count = sum(hit.question is question for hit in self.hits)
            asked: Details = {"review": review, "question": question, "hits": count}
            session.add(tables.REVIEW_QUESTION, asked)
        for hit in self.hits:
            session.add(
                tables.REVIEW_HIT,
                {
                    "review": review,
                    "question": hit.question,
                    "entry": hit.entry,
                    "actor": Name(hit.actor),
                    "version": 1,
                },
            )
        return review

    def _add(self, session: Session, moment: Moment) -> int:
        return session.add(
            tables.REVIEW,
            {
                "uid": Name(new_uid(moment.at)),
                "first_entry": self.first,
                "last_entry": self.last,
                "seed": self.seed,
                "by": Name(moment.by.moderator),
                "began_at": moment.at,
                "version": 1,
            },
        )

    def detail_of(self, result: int) -> Details:
        """Say which entries, and how many of them are to be judged."""
        return {"review": result, "first": self.first, "last": self.last, "hits": len(self.hits)}


@dataclass(frozen=True, slots=True)
class JudgeEntry(Action[None]):
    """A reviewer says of one entry that it is in order, or what is wrong with it.

    `hit` is one of the questions that point to it; the verdict stands for all of them.
    """

    hit: int
    verdict: Verdict
    remark: str = ""
    name: ClassVar[Name] = Name("judge-entry")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the verdict; nobody judges an act of his own."""
        hit = session.review_hit(self.hit)
        if hit is None:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no entry {hit} in a review."), hit=self.hit
            )
            raise RefusedError(msg)
        open_review(session, hit.review)
        if _actor_of(session, hit) == moment.by.moderator:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This is an act of your own: somebody else must review it."
                )
            )
            raise RefusedError(msg)
        if self.verdict is Verdict.FINDING and not self.remark.strip():
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Say what is wrong with this entry."))
            raise RefusedError(msg)
        same = [each for each in session.review_hits(hit.review) if each.entry == hit.entry]
        said = self.verdict, self.remark.strip()
        if all((each.verdict, each.remark or "") == said for each in same):
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This entry has been judged so already."))
            raise RefusedError(msg)
        for each in same:
            self._judge(session, moment, each.id)

    def _judge(self, session: Session, moment: Moment, hit: int) -> None:
        verdict: Details = {
            "verdict": self.verdict,
            "judged_by": Name(moment.by.moderator),
            "judged_at": moment.at,
        }
        told = {"remark": self.remark.strip() or None}
        session.change(tables.REVIEW_HIT, hit, verdict, told)

    def detail_of(self, result: None) -> Details:
        """Name the verdict."""
        del result
        return {"hit": self.hit, "verdict": self.verdict}


def _actor_of(session: Session, hit: ReviewHit) -> str:
    """Return who did it, as the log itself says and not as the review's row does."""
    return session.entries_after(hit.entry - 1, 1)[0].actor


@dataclass(frozen=True, slots=True)
class ConcludeReview(Action[None]):
    """A review ends: every entry judged, a conclusion, a signature over all of it.

    `signature` is the row of a signature of the same person over `record_of`.
    """

    review: int
    verdict: Verdict
    conclusion: str
    signature: int
    name: ClassVar[Name] = Name("conclude-review")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the conclusion; from now on nothing of the review changes."""
        review = open_review(session, self.review)
        hits = session.review_hits(self.review)
        by, actors = moment.by.moderator, {_actor_of(session, hit) for hit in hits}
        if not may_judge(session, actors, by):
            raise RefusedError(ACTED)
        if by in actors:
            session.tell({"alone": True})
        if any(hit.verdict is None for hit in hits):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "An entry of this review has not been judged yet.")
            )
            raise RefusedError(msg)
        if not self.conclusion.strip():
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Say what the review concludes."))
            raise RefusedError(msg)
        if self.verdict is Verdict.IN_ORDER and any(hit.verdict is Verdict.FINDING for hit in hits):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "There are findings: the review cannot conclude that all is in order."
                )
            )
            raise RefusedError(msg)
        record = record_of(review, hits, self.verdict, self.conclusion.strip())
        require_signature(session, moment, self.signature, record)
        session.change(
            tables.REVIEW,
            self.review,
            {"concluded_at": moment.at, "verdict": self.verdict, "signature": self.signature},
            {"conclusion": self.conclusion.strip()},
        )

    def detail_of(self, result: None) -> Details:
        """Name the review and its verdict."""
        del result
        return {"review": self.review, "verdict": self.verdict, "signature": self.signature}


#: Why somebody does not conclude a review.
ACTED = Said.of(
    QT_TRANSLATE_NOOP("Said", "This review looks at acts of your own: somebody else concludes it.")
)


def open_review(session: Session, review: int) -> Review:
    """Return a review that has not been concluded, or refuse."""
    found = session.review(review)
    if found is None:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "There is no review {review}."), review=review)
        raise RefusedError(msg)
    if found.concluded_at is not None:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "This review is concluded and signed: it does not change any more."
            )
        )
        raise RefusedError(msg)
    return found
