"""Reviewing the log: opening a review, judging its entries, concluding it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.involved import done_by, may_judge
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
    by_entry,
    record_of,
    said_then,
    words_of,
)
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

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

    `hit` is one of the questions that point to it; the verdict stands for all of them. Nobody's
    words are replaced: a finding is taken back by who made it, with words that stand below it.
    """

    hit: int
    verdict: Verdict
    remark: str = ""
    name: ClassVar[Name] = Name("judge-entry")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the verdict; where everybody who oversees acted, one of them judges, `alone`."""
        hit = session.review_hit(self.hit)
        if hit is None:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no entry {hit} in a review."), hit=self.hit
            )
            raise RefusedError(msg)
        open_review(session, hit.review)
        by, same = moment.by.moderator, _same_entry(session, hit)
        why_not = why_not_judge(session, by_entry(same)[0][0], by) or self._why_not_said(same, by)
        if why_not is not None:
            raise RefusedError(why_not)
        if by in acted_in(session, same):
            session.tell({"alone": True})
        for each in same:
            if not _is_of_another(each, by):
                self._judge(session, moment, each)

    def _why_not_said(self, same: Sequence[ReviewHit], by: str) -> Said | None:
        words, own = self.remark.strip(), [each for each in same if not _is_of_another(each, by)]
        is_found = any(each.verdict is Verdict.FINDING for each in own)
        if self.verdict is Verdict.FINDING and not words:
            return Said.of(QT_TRANSLATE_NOOP("Said", "Say what is wrong with this entry."))
        if all(_is_said(each, self.verdict, words) for each in own):
            return Said.of(QT_TRANSLATE_NOOP("Said", "This entry has been judged so already."))
        if self.verdict is Verdict.IN_ORDER and is_found is not bool(words):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "Words go with a finding, and with taking one back: say then why it is none.",
            )
            return Said.of(msg)
        return None

    def _judge(self, session: Session, moment: Moment, hit: ReviewHit) -> None:
        verdict: Details = {
            "verdict": self.verdict,
            "judged_by": Name(moment.by.moderator),
            "judged_at": moment.at,
        }
        told = {"remark": said_then(hit.remark, self.remark.strip())}
        session.change(tables.REVIEW_HIT, hit.id, verdict, told)

    def detail_of(self, result: None) -> Details:
        """Name the verdict."""
        del result
        return {"hit": self.hit, "verdict": self.verdict}


def why_not_judge(read: Reads, hit: ReviewHit, by: str) -> Said | None:
    """Return why `by` does not judge the entry of a hit; None where he does."""
    if not may_judge(read, acted_in(read, (hit,)), by):
        return OWN_ACT
    return OTHERS_WORDS if _is_of_another(hit, by) else None


def acted_in(read: Reads, hits: Iterable[ReviewHit]) -> frozenset[str]:
    """Return whose acts the entries of a review are, by the log and not by the review's rows."""
    entries = {hit.entry for hit in hits}
    found = (read.entries_after(each - 1, 1)[0] for each in entries)
    return frozenset[str]().union(*(done_by(read, each) for each in found))


def _same_entry(read: Reads, hit: ReviewHit) -> list[ReviewHit]:
    return [each for each in read.review_hits(hit.review) if each.entry == hit.entry]


def _is_of_another(hit: ReviewHit, by: str) -> bool:
    return bool(hit.remark) and hit.judged_by != by


def _is_said(hit: ReviewHit, verdict: Verdict, words: str) -> bool:
    return hit.verdict is verdict and (not words or words_of(hit)[-1] == words)


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
        by, said = moment.by.moderator, self.conclusion.strip()
        review, hits = concludable(session, self.review, self.verdict, said, by)
        if by in acted_in(session, hits):
            session.tell({"alone": True})
        record = record_of(review, hits, self.verdict, said)
        require_signature(session, moment, self.signature, record)
        session.change(
            tables.REVIEW,
            self.review,
            {"concluded_at": moment.at, "verdict": self.verdict, "signature": self.signature},
            {"conclusion": said},
        )

    def detail_of(self, result: None) -> Details:
        """Name the review and its verdict."""
        del result
        return {"review": self.review, "verdict": self.verdict, "signature": self.signature}


#: Why somebody does not judge an entry, or conclude a review.
OWN_ACT = Said.of(
    QT_TRANSLATE_NOOP("Said", "This is an act of your own: somebody else must review it.")
)
OTHERS_WORDS = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "What somebody else said of this entry stays: say what you find in the conclusion."
    )
)
ACTED = Said.of(
    QT_TRANSLATE_NOOP("Said", "This review looks at acts of your own: somebody else concludes it.")
)


def concludable(
    read: Reads, review: int, verdict: Verdict, conclusion: str, by: str
) -> tuple[Review, list[ReviewHit]]:
    """Return a review that `by` may conclude so, with its hits, or refuse: ask before it is signed."""
    found, hits = open_review(read, review), read.review_hits(review)
    if not may_judge(read, acted_in(read, hits), by):
        raise RefusedError(ACTED)
    if any(hit.verdict is None for hit in hits):
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "An entry of this review has not been judged yet."))
        raise RefusedError(msg)
    if not conclusion.strip():
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "Say what the review concludes."))
        raise RefusedError(msg)
    if verdict is Verdict.IN_ORDER and any(hit.verdict is Verdict.FINDING for hit in hits):
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "There are findings: the review cannot conclude that all is in order."
            )
        )
        raise RefusedError(msg)
    return found, hits


def open_review(read: Reads, review: int) -> Review:
    """Return a review that has not been concluded, or refuse."""
    found = read.review(review)
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
