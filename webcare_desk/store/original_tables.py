"""The table of frozen originals."""

from webcare_desk.store.table import Table

#: Which wordings of a comment and its thread stood there, and the picture of them.
ORIGINAL = Table(
    "original",
    ("comment", "cause", "taken_at", "state", "picture", "problem", "version"),
    ("posts", "text_hash", "picture_hash"),
)
