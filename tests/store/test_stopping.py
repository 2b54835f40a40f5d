"""A check of the log that somebody watches, and stops."""

import pytest

from tests.support.desks import Bench
from webcare_desk.store.sqlite import verify as checking
from webcare_desk.store.sqlite.verify import STOPPED, verify


def test_a_stopped_check_proves_nothing(bench: Bench) -> None:
    verdict = verify(bench.database, bench.open_note, watch=lambda _: False)
    assert (verdict.holds, verdict.flaw, verdict.at_entry) == (False, STOPPED, 0)


def test_whoever_watches_hears_how_far_it_is(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_LOOKS_UP", 1)
    heard: list[int] = []

    def watch(count: int) -> bool:
        heard.append(count)
        return True

    assert verify(bench.database, bench.open_note, log_only=True, watch=watch).holds
    assert heard == list(range(bench.desk.read.log_size()))
