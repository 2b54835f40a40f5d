"""The shape of a packet in JSON, read strictly (pydantic).

Each class mirrors one of `domain.icsr`; what a reader could compute (the ISO
time, a span's words) is written for people and compared when it is read.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.filing import ZONE, DayZero
from webcare_desk.domain.icsr import Awareness, SafetyCase, Snapshot, ThreadPost
from webcare_desk.domain.intake import Ask
from webcare_desk.domain.original import OriginalProof
from webcare_desk.pv.edition import Edition, Later
from webcare_desk.pv.moment import is_moment, iso, known_zone

FORMAT = "webcare-desk/packet/1"
_SHA256 = "^[0-9a-f]{64}$"


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TimeWire(_Wire):
    """A time twice: exact, and readable."""

    us: int
    utc: str

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if not is_moment(self.us) or iso(self.us) != self.utc:
            msg = "the two forms of the time differ"
            raise ValueError(msg)
        return self


class SpanWire(_Wire):
    """A span of the verbatim text with its words."""

    start: int
    end: int
    words: str


class EvidenceWire(_Wire):
    """The answer to one criterion."""

    criterion: Annotated[Criterion, Field(strict=False)]
    presence: Annotated[Presence, Field(strict=False)]
    defaulted: bool
    spans: list[SpanWire]

    def to_evidence(self) -> tuple[Criterion, Evidence]:
        """Return it as the domain has it."""
        spans = tuple((span.start, span.end) for span in self.spans)
        return self.criterion, Evidence(self.presence, spans, self.defaulted)


class PostWire(_Wire):
    """One post of the thread."""

    author: str
    text: str
    posted_at: TimeWire
    is_subject: bool


class SnapshotWire(_Wire):
    """The frozen original."""

    source: str
    remote_id: str
    link: str
    author: str
    text: str
    language: str
    revision: int
    taken_at: TimeWire
    thread_title: str
    thread: list[PostWire]
    posts_in_thread: Annotated[int, Field(ge=1)] | None = None
    visibility: Annotated[Visibility, Field(strict=False)] = Visibility.VISIBLE

    def to_snapshot(self) -> Snapshot:
        """Return it as the domain has it."""
        posts = (
            ThreadPost(post.author, post.text, post.posted_at.us, post.is_subject)
            for post in self.thread
        )
        rest = {name: getattr(self, name) for name in (*_PLAIN, "posts_in_thread", "visibility")}
        return Snapshot(**rest, taken_at=self.taken_at.us, thread=tuple(posts))


class ClocksWire(_Wire):
    """The four immutable times and the due time."""

    posted_at: TimeWire
    ingested_at: TimeWire
    first_viewed_at: TimeWire
    recognised_at: TimeWire
    due_at: TimeWire


class DetailWire(_Wire):
    """One answer of the form."""

    ask: Annotated[Ask, Field(strict=False)]
    answer: str


class OriginalWire(_Wire):
    """The hashes of the frozen original, by which its files are known."""

    taken_at: TimeWire
    json_sha256: Annotated[str, Field(pattern=_SHA256)] | None
    picture_sha256: Annotated[str, Field(pattern=_SHA256)] | None


class VersionWire(_Wire):
    """The version of the report that is sent; `report` is C.1.1, `received_at` C.1.5.

    `original` has the hashes of what the comment said last, where it was reworded since.
    """

    number: Annotated[int, Field(ge=1)]
    kind: Annotated[VersionKind, Field(strict=False)]
    words: str
    report: str
    received_at: TimeWire | None
    original: OriginalWire | None = None


class PacketWire(_Wire):
    """A whole packet."""

    format: Literal["webcare-desk/packet/1"]
    reference: str
    snapshot: SnapshotWire
    clocks: ClocksWire
    criteria: list[EvidenceWire]
    situations: list[Annotated[Situation, Field(strict=False)]]
    products: list[str]
    event_words: list[str]
    recognised_by: str
    protocol: str
    remark: str
    serious_words: list[str] = []
    details: list[DetailWire] = []
    linked: list[str] = []
    day_zero: Annotated[DayZero, Field(strict=False)] = DayZero.FIRST_VIEWED
    zone: Annotated[str, AfterValidator(known_zone)] = ZONE
    original: OriginalWire | None = None
    version: VersionWire | None = None
    head: str

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if sorted(found.criterion for found in self.criteria) != sorted(Criterion):
            msg = "the four criteria must stand here once each"
            raise ValueError(msg)
        text = self.snapshot.text
        for span in (span for found in self.criteria for span in found.spans):
            if not 0 <= span.start <= span.end or text[span.start : span.end] != span.words:
                msg = "the words of a span are not those of the text"
                raise ValueError(msg)
        return self

    def to_case(self) -> SafetyCase:
        """Return it as the domain has it."""
        clocks = self.clocks
        return SafetyCase(
            reference=self.reference,
            snapshot=self.snapshot.to_snapshot(),
            awareness=Awareness(
                clocks.posted_at.us,
                clocks.ingested_at.us,
                clocks.first_viewed_at.us,
                clocks.recognised_at.us,
            ),
            due_at=clocks.due_at.us,
            criteria=tuple(found.to_evidence() for found in self.criteria),
            situations=tuple(self.situations),
            products=tuple(self.products),
            event_words=tuple(self.event_words),
            recognised_by=self.recognised_by,
            protocol=self.protocol,
            remark=self.remark,
            serious_words=tuple(self.serious_words),
            details=tuple((each.ask.value, each.answer) for each in self.details),
            linked=tuple(self.linked),
            day_zero=self.day_zero,
            zone=self.zone,
        )


_PLAIN = (
    "source",
    "remote_id",
    "link",
    "author",
    "text",
    "language",
    "revision",
    "thread_title",
)


def wire_of(
    case: SafetyCase, head: str, original: OriginalProof | None, edition: Edition | None
) -> dict[str, object]:
    """Return `case`, `head`, the original's hashes and the version as a packet's JSON object."""
    clocks = {
        "posted_at": case.awareness.posted_at,
        "ingested_at": case.awareness.ingested_at,
        "first_viewed_at": case.awareness.first_viewed_at,
        "recognised_at": case.awareness.recognised_at,
        "due_at": case.due_at,
    }
    proof = {} if original is None else {"original": _original_wire(original)}
    return {
        "format": FORMAT,
        **proof,
        **({} if edition is None else {"version": _version_wire(edition)}),
        "reference": case.reference,
        "snapshot": _snapshot_wire(case.snapshot),
        "clocks": {name: _time_wire(at) for name, at in clocks.items()},
        "criteria": [_evidence_wire(case, *found) for found in case.criteria],
        "situations": [situation.value for situation in case.situations],
        "products": list(case.products),
        "event_words": list(case.event_words),
        "recognised_by": case.recognised_by,
        "protocol": case.protocol,
        "remark": case.remark,
        "serious_words": list(case.serious_words),
        "details": [{"ask": ask, "answer": answer} for ask, answer in case.details],
        "linked": list(case.linked),
        "day_zero": case.day_zero.value,
        "zone": case.zone,
        "head": head,
    }


def _original_wire(original: OriginalProof) -> dict[str, object]:
    return {
        "taken_at": _time_wire(original.taken_at),
        "json_sha256": original.json_sha256,
        "picture_sha256": original.picture_sha256,
    }


def _version_wire(edition: Edition) -> dict[str, object]:
    later, at = edition.later or Later(VersionKind.INITIAL, 1, ""), edition.received_at
    new = {} if later.reworded is None else {"original": _original_wire(later.reworded.proof)}
    return new | {
        "number": later.number,
        "kind": later.kind.value,
        "words": later.words,
        "report": edition.report,
        "received_at": None if at is None else _time_wire(at),
    }


def _snapshot_wire(snapshot: Snapshot) -> dict[str, object]:
    thread = [
        {
            "author": post.author,
            "text": post.text,
            "posted_at": _time_wire(post.posted_at),
            "is_subject": post.is_subject,
        }
        for post in snapshot.thread
    ]
    plain: dict[str, object] = {name: getattr(snapshot, name) for name in _PLAIN}
    if snapshot.posts_in_thread is not None:
        plain["posts_in_thread"] = snapshot.posts_in_thread
    if snapshot.visibility is not Visibility.VISIBLE:
        plain["visibility"] = snapshot.visibility.value
    return plain | {"taken_at": _time_wire(snapshot.taken_at), "thread": thread}


def _evidence_wire(case: SafetyCase, criterion: Criterion, evidence: Evidence) -> dict[str, object]:
    text = case.snapshot.text
    return {
        "criterion": criterion.value,
        "presence": evidence.presence.value,
        "defaulted": evidence.defaulted,
        "spans": [
            {"start": start, "end": end, "words": text[start:end]} for start, end in evidence.spans
        ],
    }


def _time_wire(at: int) -> dict[str, object]:
    return {"us": at, "utc": iso(at)}
