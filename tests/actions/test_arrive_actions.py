"""What comes in: the desk's first entry, the protocol in force, batches, polls and gaps."""

from dataclasses import replace

import pytest

from tests.support.desks import MORNING, ORIGIN, SOURCE, SYSTEM, Bench, arrival, take_in
from webcare_desk.actions import (
    ExplainGap,
    Ingest,
    MakeDesk,
    PutProtocolInForce,
    RecordCoverage,
)
from webcare_desk.actions.arrive import BATCH
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import DeniedError, RefusedError


def poll(state: CoverageState, seen: int = 3, problem: str | None = None) -> Coverage:
    """Return the record of a poll."""
    return Coverage(SOURCE, MORNING, MORNING + 1, state, seen, seen, None, problem)


def test_a_log_begins_with_whose_it_is_and_is_never_given_another_key(bench: Bench) -> None:
    read = bench.desk.read
    assert (read.fact("origin"), read.fact("verifier")) == (ORIGIN, bench.signer.verifier)
    assert (read.fact("demo"), read.fact("colour")) == ("no", None)
    with pytest.raises(RefusedError, match="made already"):
        bench.desk.perform(MakeDesk("other", "key", is_demo=True), SYSTEM)
    assert read.fact("verifier") == bench.signer.verifier


@pytest.mark.requirement("C5")
def test_the_protocol_in_force_is_in_the_log(desk: Desk) -> None:
    for version in (b"1", b"2"):
        desk.perform(PutProtocolInForce(Name("varen@1.0"), digest(version)), SYSTEM)
        assert desk.read.fact("protocol") == digest(version)
    entry = desk.read.entries_after(0, 9)[-1]
    assert entry.detail == {
        "protocol": "varen@1.0",
        "digest": digest(b"2"),
        "rules_off": 0,
        "alone": True,
    }


@pytest.mark.requirement("C3")
def test_a_batch_says_in_the_log_what_it_did_and_never_whose_words(desk: Desk) -> None:
    take_in(desk, arrival(1), arrival(2))
    take_in(desk, arrival(2, "anders"), arrival(3), arrival(1))
    detail = desk.read.entries_after(0, 9)[-1].detail
    counted = {name: detail[name] for name in ("source", "added", "revised", "unchanged")}
    assert counted == {"source": "village", "added": 1, "revised": 1, "unchanged": 1}


@pytest.mark.requirement("C3")
def test_what_came_in_is_held_by_its_digest_with_its_source_and_its_id_there(
    bench: Bench,
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1), arrival(2))
    detail = desk.read.entries_after(0, 9)[-1].detail
    held = bench.store.batch(detail)
    assert detail["batch"] == digest(held)
    assert b"Ik heb hoofdpijn" not in held, "words are held by their own digest"
    for number, remote in ((1, "r1"), (2, "r2")):
        comment = desk.read.comment(number)
        assert comment is not None
        assert (comment.source, comment.remote_id) == (SOURCE, remote)


@pytest.mark.requirement("C3")
def test_nobody_but_the_program_takes_anything_in(desk: Desk, people: dict[Role, Actor]) -> None:
    for who in people.values():
        with pytest.raises(DeniedError):
            desk.perform(Ingest(SOURCE, (arrival(1),)), who)
    assert desk.read.comment(1) is None


def test_a_batch_is_small_enough_to_hold_nobody_up(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="at most 500 comments; this one has 501"):
        desk.perform(Ingest(SOURCE, tuple(map(arrival, range(BATCH + 1)))), SYSTEM)
    assert len(take_in(desk, *map(arrival, range(BATCH)))) == BATCH


def test_every_poll_leaves_a_record_also_when_it_found_nothing(desk: Desk) -> None:
    desk.perform(RecordCoverage(SOURCE, poll(CoverageState.COMPLETE, 0), "c1"), SYSTEM)
    assert desk.read.coverage() == [poll(CoverageState.COMPLETE, 0)]
    assert desk.read.cursor(SOURCE) == "c1"
    assert desk.read.gaps() == []
    assert desk.read.coverage("elsewhere") == []


def test_the_cursor_moves_only_when_the_poll_got_further(desk: Desk) -> None:
    assert desk.read.cursor(SOURCE) is None
    for cursor, kept in ((None, None), ("c1", "c1"), (None, "c1"), ("c2", "c2")):
        desk.perform(RecordCoverage(SOURCE, poll(CoverageState.COMPLETE), cursor), SYSTEM)
        assert desk.read.cursor(SOURCE) == kept


@pytest.mark.parametrize("state", [CoverageState.PARTIAL, CoverageState.FAILED])
def test_a_gap_is_shown_until_a_person_explains_it(
    desk: Desk, anna: Actor, state: CoverageState
) -> None:
    failed = poll(state, 0, "Het platform antwoordde niet.")
    desk.perform(RecordCoverage(SOURCE, failed, None), SYSTEM)
    ((gap, shown),) = desk.read.gaps()
    assert shown == failed
    desk.perform(ExplainGap(gap, Reason.READ_BY_HAND), anna)
    assert desk.read.gaps() == []
    for nothing in (gap, 99):
        with pytest.raises(RefusedError, match="no such gap"):
            desk.perform(ExplainGap(nothing, Reason.READ_BY_HAND), anna)


@pytest.mark.parametrize(
    ("source", "expected", "told"),
    [
        ("village", (4, 5), [(6, 9)]),
        ("village", (4, None), [(6, None)]),
        ("import:march", (4, 5), [(3, 4), (3, 5)]),
    ],
)
def test_only_what_was_polled_is_added_up_and_each_file_is_a_gap_of_its_own(
    desk: Desk,
    source: str,
    expected: tuple[int | None, int | None],
    told: list[tuple[int, int | None]],
) -> None:
    part = replace(poll(CoverageState.PARTIAL, 3, "Rejected: 1 of 4."), source=source)
    for each in expected:
        read = replace(part, expected=each)
        desk.perform(RecordCoverage(Name(source), read, None), SYSTEM)
    assert [(gap.seen, gap.expected) for _, gap in desk.read.gaps()] == told
