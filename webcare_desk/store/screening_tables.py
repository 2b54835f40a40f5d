"""The tables of screening: what the model says of each wording."""

from webcare_desk.store.table import Table

#: Kept beside a wording, by its revision: `score` in millionths, `adds` the tier it asks for by
#: itself. Its words stand as places in the text, so that nothing personal is in it.
ASSESSMENT = Table(
    "assessment", ("model", "tier", "score", "adds", "categories", "spans"), key="revision"
)
