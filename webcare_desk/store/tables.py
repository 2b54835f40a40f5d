"""The desk's tables: which columns the log records as they are, which by digest.

Only whole numbers, names and references stand in plain columns. Whatever a
person wrote, or identifies a person, stands in a personal column: the log
records it as one salted digest a row, so that it can be erased and the log
still holds.
"""

from webcare_desk.store import case_tables as of_cases
from webcare_desk.store import original_tables as of_originals
from webcare_desk.store import people_tables as of_people
from webcare_desk.store import place_tables as of_places
from webcare_desk.store import review_tables as of_reviews
from webcare_desk.store import screening_tables as of_screening
from webcare_desk.store.table import Table

TEXT = Table("text", (), ("body",))
#: Frozen originals and mails: kept like a text, but never searched.
DOCUMENT = Table("document", (), ("body",))
#: Facts about the desk itself, such as its log's origin and public key.
FACT = Table("fact", ("name",), ("value",))
AUTHOR = Table("author", ("source",), ("remote", "name"))
THREAD = Table("thread", ("source",), ("remote", "title"))
COMMENT = Table(
    "comment",
    ("uid", "source", "thread", "author", "posted_at", "ingested_at", "own"),
    ("remote", "parent", "link"),
)
REVISION = Table(
    "revision",
    (
        "comment",
        "number",
        "body",
        "seen_at",
        "language",
        "tier",
        "category",
        "queue",
        "plan",
        "reply_due",
        "visibility",
    ),
    ("findings", "rules"),
)
WORK = Table(
    "work",
    (
        "queue",
        "status",
        "category",
        "tier",
        "due",
        "reply_due",
        "aware_at",
        "aware_due",
        "claimed_by",
        "claimed_until",
        "assigned_to",
        "visibility",
        "reason",
        "revision",
        "version",
    ),
    key="comment",
)
NOTE = Table("note", ("comment", "author", "body", "at"))
DELIVERY = Table(
    "delivery",
    (
        "uid",
        "kind",
        "comment",
        "escalation",
        "state",
        "body",
        "mail",
        "template",
        "author",
        "queued_at",
        "not_before",
        "attempts",
        "lease_until",
        "problem",
        "version",
    ),
    ("receipt",),
)
ESCALATION = Table(
    "escalation",
    (
        "uid",
        "comment",
        "state",
        "plan",
        "step",
        "aware_at",
        "recognised_at",
        "due_at",
        "packet",
        "owner",
        "by",
        "version",
    ),
    ("pv_reference",),
)
ASSESSMENT, CORRECTION = of_screening.ASSESSMENT, of_screening.CORRECTION
ORIGINAL, MOVE = of_originals.ORIGINAL, of_places.MOVE
HINT = of_screening.HINT
MODERATOR, SESSION = of_people.MODERATOR, of_people.SESSION
REVIEW, REVIEW_QUESTION = of_reviews.REVIEW, of_reviews.REVIEW_QUESTION
REVIEW_HIT = of_reviews.REVIEW_HIT
SAFETY_CASE, CASE_VERSION = of_cases.SAFETY_CASE, of_cases.CASE_VERSION
CASE_ANSWER, DISCREPANCY = of_cases.CASE_ANSWER, of_cases.DISCREPANCY
RECONCILIATION, INQUIRY = of_cases.RECONCILIATION, of_cases.INQUIRY
LIKENESS = of_cases.LIKENESS
CERTIFICATE, ALERT, POLICY = of_people.CERTIFICATE, of_people.ALERT, of_people.POLICY
SOURCE = Table("source", ("name",), ("cursor",))
COVERAGE = Table(
    "coverage",
    (
        "source",
        "began_at",
        "ended_at",
        "state",
        "seen",
        "added",
        "expected",
        "explained_by",
        "polls",
    ),
    ("problem",),
)
SIGNING_KEY, SIGNATURE = of_people.SIGNING_KEY, of_people.SIGNATURE
SIGNING_LOCK = of_people.SIGNING_LOCK
REQUEST = Table(
    "request",
    (
        "uid",
        "kind",
        "target",
        "record",
        "state",
        "asked_by",
        "asked_in",
        "asked_at",
        "ends_at",
        "asking",
        "decided_by",
        "decided_in",
        "decided_at",
        "approving",
        "used_at",
        "version",
    ),
    ("payload", "reason"),
)
#: What is kept for the law although somebody asks for its erasure.
HOLD = Table(
    "hold", ("comment", "basis", "since", "by", "ended_at", "ended_by", "version"), ("words",)
)
#: Tombstones: the digest of what stood in row `number` of table `place`.
ERASED = Table("erased", ("place", "number", "digest", "request", "at"))

QUALITY_CHECK = Table(
    "quality_check",
    (
        "uid",
        "comment",
        "kind",
        "entry",
        "decided_by",
        "decided_at",
        "seed",
        "drawn_at",
        "due_at",
        "agrees",
        "category",
        "reason",
        "checked_by",
        "checked_at",
        "version",
    ),
    ("remark",),
)
DEVIATION = Table(
    "deviation",
    (
        "uid",
        "kind",
        "origin",
        "comment",
        "state",
        "opened_by",
        "opened_at",
        "due_at",
        "owner",
        "is_effective",
        "effect_by",
        "effect_at",
        "closed_by",
        "closed_at",
        "signature",
        "version",
    ),
    ("title", "cause", "effect"),
)
MEASURE = Table(
    "measure",
    ("deviation", "kind", "owner", "due_at", "done_at", "done_by", "version"),
    ("what", "result"),
)

#: Heads of the log that somebody else holds, or is to hold.
ANCHOR = Table(
    "anchor",
    (
        "uid",
        "kind",
        "state",
        "size",
        "root",
        "made_at",
        "taken_at",
        "delivery",
        "mail",
        "attempts",
        "not_before",
        "problem",
        "version",
    ),
    ("note", "evidence"),
)

#: What one ingested batch adds, in the order in which its digest is taken.
ARRIVALS = (TEXT, AUTHOR, THREAD, COMMENT, REVISION, ASSESSMENT)

#: Every audited table, parents before their children.
TABLES = (
    FACT,
    DOCUMENT,
    *ARRIVALS,
    WORK,
    NOTE,
    ESCALATION,
    DELIVERY,
    MODERATOR,
    SESSION,
    CERTIFICATE,
    ALERT,
    POLICY,
    SOURCE,
    COVERAGE,
    SIGNING_KEY,
    SIGNATURE,
    SIGNING_LOCK,
    REQUEST,
    HOLD,
    ERASED,
    REVIEW,
    REVIEW_QUESTION,
    REVIEW_HIT,
    QUALITY_CHECK,
    DEVIATION,
    MEASURE,
    ANCHOR,
    SAFETY_CASE,
    CASE_VERSION,
    CASE_ANSWER,
    CORRECTION,
    HINT,
    RECONCILIATION,
    DISCREPANCY,
    INQUIRY,
    LIKENESS,
    ORIGINAL,
    MOVE,
)

#: Rows of these are never changed once written: they are evidence.
IMMUTABLE = (
    TEXT,
    DOCUMENT,
    AUTHOR,
    THREAD,
    COMMENT,
    REVISION,
    ASSESSMENT,
    NOTE,
    SIGNATURE,
    CERTIFICATE,
    ERASED,
    CORRECTION,
    HINT,
    LIKENESS,
    MOVE,
)
