"""Whoever has the desk's own key can write any row; a person's signature he cannot make."""

import pytest

from tests.support.desks import Bench
from webcare_desk.signing_off import false_signatures

#: What is done to the rows behind the log's back, and what is then said of how many signatures.
FORGERIES = {
    "UPDATE signature SET name = 'Mo' WHERE document LIKE 'review:%'": ("was changed", 1),
    "UPDATE signing_key SET public = 'ed25519:' || lower(hex(randomblob(32)))": (
        "never this person's",
        0,
    ),
    "UPDATE review SET conclusion = 'All is in order.'": ("belongs to another record", 1),
    "UPDATE review_hit SET remark = 'It is fine.'": ("belongs to another record", 1),
    "UPDATE request SET payload = '{}' WHERE approving IS NOT NULL": (
        "belongs to another record",
        2,
    ),
}


@pytest.mark.requirement("D2", "A2")
@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_was_signed_is_held_against_what_stands_there_now(victim: Bench, forgery: str) -> None:
    count = len(victim.desk.read.signatures())
    assert count > 0
    assert false_signatures(victim.desk.read) == ()
    with victim.unguarded() as shell:
        shell.execute(forgery)
    told = false_signatures(victim.desk.read)
    words, expected = FORGERIES[forgery]
    assert len(told) == (expected or count)
    assert all(words in each for each in told)
