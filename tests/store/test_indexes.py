"""What a check puts aside holds the words of patients, and is written nowhere else."""

import contextlib

from tests.support.desks import Bench, arrival, take_in
from webcare_desk.store.sqlite.connection import connect_to_read
from webcare_desk.store.sqlite.indexes import astray
from webcare_desk.store.sqlite.opening import DATABASE


def test_the_copy_of_the_search_index_stays_in_memory(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    with contextlib.closing(connect_to_read(bench.folder / DATABASE)) as connection:
        connection.execute("BEGIN")
        assert astray(connection) is None
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
