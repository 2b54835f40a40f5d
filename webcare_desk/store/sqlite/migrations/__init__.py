"""The schema, one migration after another; names are for ever.

A migration is a module with one function: it makes its tables, their indexes
and, with `guard`, their triggers. Its name stands here and in
`opening.MIGRATIONS`, its tables in `store.tables`.

sqlite-utils keeps the list of what was applied and makes the search index.
The rest is SQL, because STRICT tables, deferred keys and triggers are the
point of it. The search index has no triggers: with an untrusted schema SQLite
lets none reach a virtual table, so `rows.index_texts` fills it.
"""

from sqlite_utils.migrations import Migrations

from webcare_desk.store.sqlite.connection import SET_NAME
from webcare_desk.store.sqlite.migrations.anchors import anchors
from webcare_desk.store.sqlite.migrations.asking import asking
from webcare_desk.store.sqlite.migrations.authors import authors
from webcare_desk.store.sqlite.migrations.cases import cases
from webcare_desk.store.sqlite.migrations.desk import desk
from webcare_desk.store.sqlite.migrations.deviations import deviations
from webcare_desk.store.sqlite.migrations.entering import entering
from webcare_desk.store.sqlite.migrations.erasure import erasure
from webcare_desk.store.sqlite.migrations.inquiries import inquiries
from webcare_desk.store.sqlite.migrations.moves import moves
from webcare_desk.store.sqlite.migrations.originals import originals
from webcare_desk.store.sqlite.migrations.pairs import pairs
from webcare_desk.store.sqlite.migrations.polls import polls
from webcare_desk.store.sqlite.migrations.reconciling import reconciling
from webcare_desk.store.sqlite.migrations.review import review
from webcare_desk.store.sqlite.migrations.screening import screening
from webcare_desk.store.sqlite.migrations.signatures import signatures
from webcare_desk.store.sqlite.migrations.threads import threads
from webcare_desk.store.sqlite.migrations.tiers import tiers
from webcare_desk.store.sqlite.migrations.training import training
from webcare_desk.store.sqlite.migrations.wordings import wordings


def migrations() -> Migrations:
    """Return the desk's migrations in their order."""
    steps = Migrations(SET_NAME)
    steps(name="0001_desk")(desk)
    steps(name="0002_training")(training)
    steps(name="0003_entering")(entering)
    steps(name="0004_signatures")(signatures)
    steps(name="0005_erasure")(erasure)
    steps(name="0006_review")(review)
    steps(name="0007_deviations")(deviations)
    steps(name="0008_anchors")(anchors)
    steps(name="0009_cases")(cases)
    steps(name="0009_reconciling")(reconciling)
    steps(name="0010_screening")(screening)
    steps(name="0011_post")(originals)
    steps(name="0012_case_window")(inquiries)
    steps(name="0013_pairs")(pairs)
    steps(name="0015_asking")(asking)
    steps(name="0016_tiers")(tiers)
    steps(name="0017_wordings")(wordings)
    steps(name="0018_threads")(threads)
    steps(name="0019_authors")(authors)
    steps(name="0020_moves")(moves)
    steps(name="0021_polls")(polls)
    return steps
