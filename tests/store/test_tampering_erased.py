"""Nobody can put other words in the place of a text that was erased."""

import pytest

from tests.support import inspector
from tests.support.desks import Bench
from webcare_desk.errors import CorruptFileError
from webcare_desk.store import tables
from webcare_desk.store.sqlite.erased import is_blank
from webcare_desk.store.table import Table

#: For each erased row: the columns in which words are put.
WORDS = {
    ("text", "body"): "Dank u, ik heb nergens last van!",
    ("comment", "remote"): "erased:jan",
    ("comment", "parent"): "r1",
    ("revision", "findings"): "[1]",
}


@pytest.mark.requirement("A7", "A9")
@pytest.mark.parametrize("place", WORDS)
def test_words_in_the_place_of_erased_ones_are_found_by_all_three(
    victim: Bench, place: tuple[str, str]
) -> None:
    table, column = place
    with victim.unguarded() as shell:
        (key,) = shell.execute(
            "SELECT number FROM erased WHERE place = ? LIMIT 1", (table,)
        ).fetchone()
        shell.execute(
            f"UPDATE {table} SET {column} = ? WHERE id = ?",  # noqa: S608 - names from above
            (WORDS[place], key),
        )
    told = f"{table} {key} was erased, and has other words since"
    assert victim.verify().flaw == told
    with pytest.raises(CorruptFileError, match="not those that came in"):
        victim.replay()
    code, said = inspector.judged(inspector.loaded().main, victim.signer.verifier, victim.database)
    assert code == inspector.FAILS
    assert "not those that came in" in said or f"{table} {key}: it was erased" in said


HASH = f"erased:{'0a' * 32}"
#: What may stand in a row that was erased, and what may not.
LEFT = [
    (tables.TEXT, ("",), True),
    (tables.TEXT, ("x",), False),
    (tables.TEXT, (None,), False),
    (tables.AUTHOR, ("erased:7", ""), True),
    (tables.AUTHOR, ("erased:8", ""), False),
    (tables.AUTHOR, ("erased:7", "Jan de Vries"), False),
    (tables.THREAD, ("erased:7", ""), True),
    (tables.THREAD, ("erased:7", "Mijn klacht"), False),
    (tables.THREAD, (HASH, ""), False),
    (tables.HOLD, ("",), True),
    (tables.HOLD, ("claim 7",), False),
    (tables.COMMENT, (HASH, None, ""), True),
    (tables.COMMENT, (HASH + "0", None, ""), False),
    (tables.COMMENT, (None, None, ""), False),
    (tables.COMMENT, (HASH, "r1", ""), False),
    (tables.REVISION, ("[]", "[]"), True),
    (tables.REVISION, ("[]", "[1]"), False),
    (tables.DELIVERY, (None,), True),
    (tables.DELIVERY, ("",), False),
]


@pytest.mark.parametrize(("table", "values", "left"), LEFT)
def test_the_program_and_the_verifier_that_stands_alone_have_one_rule(
    table: Table, values: tuple[str | None, ...], *, left: bool
) -> None:
    alone = inspector.loaded().is_blank(table.name, 7, values)
    assert (is_blank(table, 7, values), bool(alone)) == (left, left)


def test_a_salt_that_is_none_at_all_is_no_erasure(victim: Bench) -> None:
    with victim.unguarded() as shell:
        (key,) = shell.execute("SELECT body FROM note").fetchone()
        shell.execute("UPDATE text SET salt = x'' WHERE id = ?", (key,))
    assert any(f"text {key}: digest" in each for each in victim.replay().differences)
