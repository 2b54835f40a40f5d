"""The tables of screening: what the model says of each wording, and what the desk learnt."""

from webcare_desk.store.table import Table

#: Kept beside a wording, by its revision: `score` in millionths, `adds` the tier it asks for by
#: itself. Its words stand as places in the text, so that nothing personal is in it.
ASSESSMENT = Table(
    "assessment", ("model", "tier", "score", "adds", "categories", "spans"), key="revision"
)

#: A version of the desk's own correction, made by one decision out of the version `based_on` (0:
#: nothing learnt). Its weights are numbers by bucket: no text can be read from them.
CORRECTION = Table(
    "correction", ("model", "based_on", "comment", "entry", "is_report", "at"), ("weights",)
)

#: A hint that a person confirmed; it never leaves the desk.
HINT = Table("hint", ("comment", "kind", "by", "at"))
