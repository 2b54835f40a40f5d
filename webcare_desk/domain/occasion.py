"""Where, when, to whom and by whom a comment was written, as far as anybody knows."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.comment import Comment
from webcare_desk.domain.finding import Context, Mark, Screening


class Ownership(StrEnum):
    """Whose a channel is; the sponsor answers for what it owns or pays (GVP VI.B.1.1.4)."""

    OWNED = "owned"
    PAID = "paid"
    OTHER = "other"


class Audience(StrEnum):
    """In which role somebody writes."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


class Addressee(StrEnum):
    """Whom a comment answers: the desk, its own author, or somebody else."""

    DESK = "desk"
    SELF = "self"
    OTHER = "other"


class Office(StrEnum):
    """Whether the desk was staffed."""

    OPEN = "business-hours"
    CLOSED = "out-of-hours"


class Period(StrEnum):
    """How an instant lies to the days of monitoring."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a platform tells beside the text; None is not known, times in UTC microseconds.

    `worded_at` is when other words came in than were posted: a reply to those is owed from then.
    """

    source: str | None = None
    to: Addressee | None = None
    posted_at: int | None = None
    worded_at: int | None = None


def addressee(author: str, answered: str, *, own: bool) -> Addressee:
    """Return whom `author` answers who answers `answered`; `own` when that is a reply of the desk.

    Names are all that is kept of authors: an empty one is nobody's.
    """
    if own:
        return Addressee.DESK
    return Addressee.SELF if author and author == answered else Addressee.OTHER


def circumstances(comment: Comment, answered: Comment | None) -> Circumstances:
    """Return where and when a comment was posted, and whom it answers."""
    to = None
    if answered is not None:
        to = addressee(comment.author_name, answered.author_name, own=answered.own)
    return Circumstances(comment.source, to, comment.posted_at)


#: The concepts of the lexicon that tell who writes, the one that tells most first.
_TELLING = (
    ("professional", Audience.PROFESSIONAL),
    ("relative", Audience.CAREGIVER),
    ("self", Audience.PATIENT),
)


def audience_of(screening: Screening) -> Audience:
    """Return in which role the author writes, as far as the findings tell.

    Who says what they work as is a professional; who tells of somebody else a
    caregiver; who speaks of themselves alone a patient.
    """
    concepts = {finding.concept for finding in screening.findings if finding.category is None}
    for concept, audience in _TELLING:
        if concept in concepts:
            return audience
    if any(Context.SECOND_HAND in finding.contexts for finding in screening.findings):
        return Audience.CAREGIVER
    person = any(finding.mark is Mark.PERSON for finding in screening.findings)
    return Audience.PATIENT if person else Audience.UNKNOWN
