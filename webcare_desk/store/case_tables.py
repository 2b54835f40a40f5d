"""The tables of safety cases: where each stands, its versions, and PV's answers."""

from webcare_desk.store.table import Table

#: One row a case; `report` is the digest of its number (C.1.1).
SAFETY_CASE = Table(
    "safety_case",
    (
        "escalation",
        "state",
        "since",
        "alarm",
        "alarmed_at",
        "duplicate_of",
        "reason",
        "report",
        "version",
    ),
)
CASE_VERSION = Table(
    "case_version",
    (
        "escalation",
        "number",
        "kind",
        "document",
        "delivery",
        "received_at",
        "made_at",
        "by",
        "batch",
        "answer",
        "answered_at",
        "version",
    ),
    ("reason",),
)
CASE_ANSWER = Table(
    "case_answer",
    (
        "escalation",
        "number",
        "way",
        "meaning",
        "waiting",
        "at",
        "by",
        "proof",
        "document",
        "signature",
        "duplicate_of",
        "reason",
        "version",
    ),
    ("report", "pv_reference", "words", "problems"),
)
#: One comparison with PV's list: both sides sign it.
RECONCILIATION = Table(
    "reconciliation",
    (
        "uid",
        "since",
        "until",
        "made_at",
        "by",
        "document",
        "lines",
        "cases",
        "matched",
        "signature",
        "pv_way",
        "pv_document",
        "pv_at",
        "version",
    ),
    ("pv_name",),
)
DISCREPANCY = Table(
    "discrepancy",
    (
        "reconciliation",
        "kind",
        "mark",
        "escalation",
        "line",
        "opened_at",
        "seen_in",
        "resolution",
        "resolved_at",
        "resolved_by",
        "version",
    ),
    ("ours", "theirs", "words"),
)
#: What a person said of two cases that look alike; `escalation` is the older one.
LIKENESS = Table("likeness", ("escalation", "other", "judgement", "by", "at"))
#: The attempts to hear more from the poster; the questions are names of the approved set.
INQUIRY = Table(
    "inquiry",
    (
        "escalation",
        "attempt",
        "questions",
        "asked_at",
        "by",
        "due_at",
        "ended_at",
        "outcome",
        "delivery",
        "alarm",
        "alarmed_at",
        "version",
    ),
)
