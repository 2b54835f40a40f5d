"""Certificates: who earned one, who vouched for whom, and the gate that asks for them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import DAY
from webcare_desk.domain.training import COURSE, Standing, standing_of
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

_LONGEST = 1100 * DAY
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class BeginTest(Action[None]):
    """A person sees the first of the `asked` questions of the test, drawn by `seed`.

    Each answer is explained at once: who leaves has learnt it, and the log says so.
    """

    pool: Digest
    seed: int
    asked: int
    name: ClassVar[Name] = Name("begin-test")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Change nothing: that it was begun is what counts."""

    def detail_of(self, result: None) -> Details:
        """Name the draw."""
        del result
        return {"pool": self.pool, "seed": self.seed, "asked": self.asked}


@dataclass(frozen=True, slots=True)
class FinishTest(Action[int | None]):
    """A person has answered the built-in test: `right` of `asked`, drawn by `seed`.

    `pool` is the digest of the questions it was drawn from.
    """

    pool: Digest
    seed: int
    right_answers: int
    asked: int
    name: ClassVar[Name] = Name("finish-test")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> int | None:
        """Keep a certificate and return its id, or None where the test is not passed."""
        rules = session.policy()
        if session.moderator(moment.by.moderator) is None or not (
            0 <= self.right_answers <= self.asked
        ):
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This is not the result of a test."))
            raise RefusedError(msg)
        if not rules.is_passed(self.right_answers, self.asked):
            return None
        me = Name(moment.by.moderator)
        return session.add(
            tables.CERTIFICATE,
            {
                "moderator": me,
                "course": COURSE,
                "issued_at": moment.at,
                "expires_at": moment.at + rules.certificate_days * DAY,
                "score": self.right_answers * _WHOLE // self.asked,
                "seed": self.seed,
                "pool": self.pool,
                "issued_by": me,
            },
        )

    def detail_of(self, result: int | None) -> Details:
        """Say how it went."""
        return {
            "right": self.right_answers,
            "asked": self.asked,
            "seed": self.seed,
            "passed": result is not None,
        }


@dataclass(frozen=True, slots=True)
class Certify(Action[int]):
    """A supervisor vouches that somebody else has followed a course."""

    moderator: str
    course: Name
    expires_at: int
    name: ClassVar[Name] = Name("certify")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the certificate and return its id."""
        if self.moderator == moment.by.moderator:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "Nobody vouches for himself; take the test, or ask another supervisor."
                )
            )
            raise RefusedError(msg)
        if session.moderator(self.moderator) is None:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "There is no such account."))
            raise RefusedError(msg)
        if not moment.at < self.expires_at <= moment.at + _LONGEST:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "A certificate ends in the future, within three years.")
            )
            raise RefusedError(msg)
        return session.add(
            tables.CERTIFICATE,
            {
                "moderator": Name(self.moderator),
                "course": self.course,
                "issued_at": moment.at,
                "expires_at": self.expires_at,
                "score": _WHOLE,
                "issued_by": Name(moment.by.moderator),
            },
        )

    def detail_of(self, result: int) -> Details:
        """Say for whom, for what, and how long."""
        del result
        return {
            "moderator": Name(self.moderator),
            "course": self.course,
            "until": self.expires_at,
        }


def is_gated(read: Reads, moderator: str, at: int) -> bool:
    """Say whether the desk asks for a certificate that an account has not."""
    if not read.policy().training_gate:
        return False
    standing = standing_of(read.certificate(moderator, COURSE), at)
    return standing not in {Standing.VALID, Standing.EXPIRING}


def refuse_untrained(session: Session, moment: Moment) -> None:
    """Refuse who has no valid certificate, where the desk asks for one.

    Escalating never comes here: a report does not wait for a certificate.
    """
    if not is_gated(session, moment.by.moderator, moment.at):
        return
    found = session.certificate(moment.by.moderator, COURSE)
    why = _NONE_YET
    if found is not None:
        day = datetime.fromtimestamp(found.expires_at / 1_000_000, UTC)
        why = Said.of(_EXPIRED, day=f"{day:%Y-%m-%d}")
    raise RefusedError(Said.of(_TAKE_IT, why=why, course=COURSE))


_NONE_YET = Said.of(QT_TRANSLATE_NOOP("Said", "You have no certificate yet"))
_EXPIRED = QT_TRANSLATE_NOOP("Said", "Your certificate expired on {day}")
_TAKE_IT = QT_TRANSLATE_NOOP(
    "Said",
    "{why}: take the test before you reply or close (“Training test” in the menu, or "
    "`webcare-desk people training take`), or let a supervisor vouch for {course}. "
    "Escalating needs none.",
)
