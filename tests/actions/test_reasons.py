"""Why: acts that need a reason are not done without, and the entry keeps it; clocks beside it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.actions.test_matrix import samples
from tests.support.desks import CALM, Bench, arrival, take_in
from webcare_desk.actions import ACTIONS, Action, Close
from webcare_desk.domain.moderator import Actor, Role, rights_of
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter


@pytest.mark.requirement("A10")
def test_a_clock_that_went_back_is_told_and_is_no_tampering(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    bench.clock.pass_by(-3_000_001)
    take_in(bench.desk, arrival(2))
    assert [entry.clock_back for entry in bench.desk.read.entries_after(0, 2)] == [0, 3_000_000]
    verdict = bench.verify()
    assert verdict.holds
    assert verdict.remarks == ("entry 2: the clock had gone back 3.000000 s",)


@pytest.mark.requirement("A3", "C2")
@pytest.mark.parametrize("action", [kind for kind in ACTIONS if kind.reasons])
def test_what_needs_a_reason_is_not_done_without_one(
    bench: Bench, people: dict[Role, Actor], action: type[Action[Any]]
) -> None:
    take_in(bench.desk, arrival(1, said=CALM))
    sample = samples(people[Role.ADMINISTRATOR].moderator)[action.name]
    by = next(actor for role, actor in people.items() if action.right in rights_of(role))
    size = bench.desk.read.log_size()
    unfit = next(reason for reason in Reason if reason not in action.reasons)
    for reason in (None, unfit) if not action.is_reason_optional else (unfit,):
        with pytest.raises(
            RefusedError, match=rf"may not do this without a reason \({action.name}\)"
        ):
            bench.desk.perform(replace(sample, reason=reason), by)  # type: ignore[type-var]  # it is one
    for words in (" ", "x" * 1001):
        other = replace(sample, reason=Reason.OTHER, explanation=words)  # type: ignore[type-var]  # it is one
        with pytest.raises(RefusedError, match="Say in words"):
            bench.desk.perform(other, by)
    assert bench.desk.read.log_size() == size


@pytest.mark.requirement("A3")
def test_the_other_reason_is_a_text_that_the_entry_names(bench: Bench, anna: Actor) -> None:
    take_in(bench.desk, arrival(1, said=CALM))
    bench.desk.perform(Close(1, Reason.OTHER, " Staat al in het dossier. "), anna)
    [entry] = bench.desk.read.entries(LogFilter(action="close"), None, 9)
    assert entry.reason == "other"
    assert b"dossier" not in entry.leaf
    with bench.shell() as shell:
        text = shell.execute("SELECT body FROM text WHERE id = ?", (entry.explanation,))
        assert text.fetchone() == ("Staat al in het dossier.",)
