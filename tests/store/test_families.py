"""The families of reads are bases of one class: none answers for another by accident."""

from collections import Counter

from webcare_desk.store.sqlite.session import SqliteSession
from webcare_desk.store.sqlite.store import SqliteStore


def shared(families: tuple[type, ...]) -> list[str]:
    """Return the names of what more than one family defines."""
    named = Counter(
        name
        for family in families
        for name, value in vars(family).items()
        if callable(value) and not name.startswith("__")
    )
    return [name for name, count in named.items() if count > 1]


def families_of(made: type) -> tuple[type, ...]:
    """Return the bases of the store or of a transaction, without itself."""
    return tuple(each for each in made.__mro__[1:] if each is not object)


def test_no_two_families_of_reads_define_one_name() -> None:
    assert len(families_of(SqliteStore)) > 20
    assert shared(families_of(SqliteStore)) == []
    assert shared(families_of(SqliteSession)) == []


def test_a_helper_that_a_second_family_defines_is_seen() -> None:
    class One:
        def _rows(self) -> None: ...

    class Other:
        def _rows(self) -> None: ...

    assert shared((One, Other)) == ["_rows"]
