"""The safety case that a comment becomes when it is handed to PV.

A moderator records what was said; seriousness, causality and coding are PV's.
The element ids in brackets are those of ICH E2B(R3).
"""

from dataclasses import dataclass

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Criterion, Evidence, Situation
from webcare_desk.domain.filing import ZONE, DayZero


@dataclass(frozen=True, slots=True)
class ThreadPost:
    """One post of the thread as it stood when the case was frozen."""

    author: str
    text: str
    posted_at: int
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The frozen original: a comment with its thread, word for word.

    `posts_in_thread` is how many posts the thread had, where not all of them are here.
    `visibility` is whether the public could see the comment then.
    """

    source: str
    remote_id: str
    link: str
    author: str
    text: str
    language: str
    revision: int
    taken_at: int
    thread_title: str
    thread: tuple[ThreadPost, ...]
    posts_in_thread: int | None = None
    visibility: Visibility = Visibility.VISIBLE

    @property
    def cut_at(self) -> tuple[int, int] | None:
        """How many posts are here and how many there were; None where all of them are here."""
        return None if self.posts_in_thread is None else (len(self.thread), self.posts_in_thread)


@dataclass(frozen=True, slots=True)
class Awareness:
    """The four immutable times of a case, in UTC microseconds (GVP VI.B.7).

    `posted_at` by the author, `ingested_at` by the desk, `first_viewed_at`
    by a person, `recognised_at` as reportable. The sponsor's policy says which is day zero.
    """

    posted_at: int
    ingested_at: int
    first_viewed_at: int
    recognised_at: int


@dataclass(frozen=True, slots=True)
class SafetyCase:
    """Everything PV receives about one comment.

    `reference` is the desk's own case number (C.1.1); `products` and
    `event_words` are verbatim, in the poster's spelling (G.k.2.2, E.i.1.1a);
    `remark` is what the moderator adds. `criteria` has all four keys.
    `serious_words` are the poster's words for what may make it serious, which only PV decides;
    `details` are answers of the form by the names in `domain.intake.Ask`; `linked` are the
    references of cases that the moderator takes for the same one (C.1.10.r). `zone` is the
    desk's: in it the times are told beside UTC.
    """

    reference: str
    snapshot: Snapshot
    awareness: Awareness
    due_at: int
    criteria: tuple[tuple[Criterion, Evidence], ...]
    situations: tuple[Situation, ...]
    products: tuple[str, ...]
    event_words: tuple[str, ...]
    recognised_by: str
    protocol: str
    remark: str = ""
    serious_words: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    linked: tuple[str, ...] = ()
    day_zero: DayZero = DayZero.FIRST_VIEWED
    zone: str = ZONE

    @property
    def day_zero_at(self) -> int:
        """When the regulatory clock of the case began (C.1.4), by the sponsor's policy."""
        times = self.awareness
        return {
            DayZero.POSTED: times.posted_at,
            DayZero.INGESTED: times.ingested_at,
            DayZero.FIRST_VIEWED: times.first_viewed_at,
            DayZero.RECOGNISED: times.recognised_at,
        }[self.day_zero]
