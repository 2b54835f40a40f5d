"""0016: an index for the lists that go by tier."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run

_INDEX = """
CREATE INDEX work_tier ON work(queue, tier, due, comment);
"""


def tiers(db: Database) -> None:
    """Make the index."""
    run(db, _INDEX)
