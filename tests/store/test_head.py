"""The head that a store keeps between its acts: never after somebody else has written."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import inspector
from tests.support.desks import CALM, ORIGIN, Bench, arrival, take_in
from webcare_desk.actions import Claim, Open
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import StoreError
from webcare_desk.store.sqlite.log import LogHead
from webcare_desk.store.sqlite.opening import open_store
from webcare_desk.store.sqlite.store import SqliteStore


@pytest.fixture
def other(bench: Bench) -> Desk:
    """Open the same desk a second time, as another program does."""
    take_in(bench.desk, arrival(1, said=CALM))
    return Desk(open_store(bench.folder, bench.signer, ORIGIN), bench.clock)


def test_two_programs_take_turns_and_the_log_is_one(bench: Bench, other: Desk, anna: Actor) -> None:
    before = bench.desk.read.log_size()
    for desk in (bench.desk, bench.desk, other, bench.desk, other, other, bench.desk):
        desk.perform(Claim(1), anna)
    assert bench.desk.read.log_size() == before + 7
    assert bench.verify().holds
    other.store.close()


def test_a_head_kept_in_spite_of_another_program_would_be_refused(
    bench: Bench, other: Desk, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: without the look at the version of the data the door is for the wrong entry."""
    bench.desk.perform(Claim(1), anna)
    other.perform(Claim(1), anna)
    store = bench.store
    kept = store._head
    assert kept is not None

    def stale(self: SqliteStore, db: object) -> tuple[LogHead, int]:
        del self, db
        return kept[2], kept[1]

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "_head_now", stale)
        with pytest.raises(StoreError, match="for the next entry only"):
            bench.desk.perform(Open(1), anna)
    bench.desk.perform(Open(1), anna)
    other.store.close()


def test_threads_of_one_program_take_turns_too(bench: Bench, anna: Actor, tmp_path: Path) -> None:
    take_in(bench.desk, arrival(1, said=CALM))
    before = bench.desk.read.log_size()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: bench.desk.perform(Claim(1), anna), range(20)))
    assert bench.desk.read.log_size() == before + 20
    assert bench.folder == tmp_path


@pytest.mark.requirement("A7")
def test_a_time_that_was_put_wrong_beside_the_head_is_found_and_gets_into_no_entry(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1, said=CALM))
    with bench.unguarded() as shell:
        shell.execute("UPDATE head SET at = at + 3600000000")
    edge = "the kept edge of the log is not the edge of its entries"
    assert bench.verify().flaw == edge
    code, said = inspector.judged(inspector.loaded().main, bench.signer.verifier, bench.database)
    assert (code, edge in said) == (inspector.FAILS, True)
    bench.desk.perform(Claim(1), anna)
    assert bench.verify().flaw is None, "an honest act takes no blame for it"
