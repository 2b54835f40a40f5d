"""The tables of reviews of the log: what was asked, and each entry that was judged."""

from webcare_desk.store.table import Table

REVIEW = Table(
    "review",
    (
        "uid",
        "first_entry",
        "last_entry",
        "seed",
        "by",
        "began_at",
        "concluded_at",
        "verdict",
        "signature",
        "version",
    ),
    ("conclusion",),
)
REVIEW_QUESTION = Table("review_question", ("review", "question", "hits"))
REVIEW_HIT = Table(
    "review_hit",
    ("review", "question", "entry", "actor", "verdict", "judged_by", "judged_at", "version"),
    ("remark",),
)
