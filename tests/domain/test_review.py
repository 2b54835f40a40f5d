"""The ready questions: each finds what it asks for, and lets the rest be."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.audit import AuditEntry, Stamp, canonical
from webcare_desk.domain.question import (
    MANY,
    READY,
    Frame,
    ReviewQuestion,
    sample,
)
from webcare_desk.domain.review import (
    Review,
    ReviewHit,
    Verdict,
    record_of,
    uncovered,
)

SECOND = 1_000_000
HOUR = 3600 * SECOND
NOON = 1_772_539_200 * SECOND  # 3 March 2026, 12:00 UTC
FRAME = Frame(0, UTC, lambda _: True)


def entry(seq: int, action: str, at: int = NOON, **given: object) -> AuditEntry:
    """Return an entry of the log; `given` are detail, changes, subject and actor."""
    fields = {"detail": {}, "changes": (), "subject": 1, "actor": "mo"} | given
    return AuditEntry(
        seq=seq,
        at=at,
        actor=str(fields["actor"]),
        role="moderator",
        session="s",
        action=action,
        subject=fields["subject"],  # type: ignore[arg-type]
        detail=fields["detail"],  # type: ignore[arg-type]
        changes=fields["changes"],  # type: ignore[arg-type]
        leaf=canonical({"seq": seq}),
    )


def asked(question: ReviewQuestion, *entries: AuditEntry, frame: Frame = FRAME) -> list[int]:
    return [hit.seq for hit in READY[question].ask(entries, frame)]


def escalated(seq: int, due_at: int) -> AuditEntry:
    rows = (
        ("escalation", 4, {"aware_at": [None, NOON], "due_at": [None, due_at]}),
        ("delivery", 9, {"escalation": [None, 4], "kind": [None, "packet"]}),
    )
    return entry(seq, "escalate", changes=rows)


def delivered(seq: int, at: int, key: int = 9) -> AuditEntry:
    row = ("delivery", key, {"state": ["sending", "sent"]})
    return entry(seq, "record-delivery", at, changes=(row,), actor="system")


@pytest.mark.requirement("A6")
def test_a_packet_that_left_after_its_due_time_was_late() -> None:
    late, early = delivered(2, NOON + HOUR + 1), delivered(2, NOON + HOUR)
    start = escalated(1, NOON + HOUR)
    assert asked(ReviewQuestion.LATE_FORWARD, start, late) == [2]
    assert asked(ReviewQuestion.LATE_FORWARD, start, early) == []
    assert asked(ReviewQuestion.LATE_FORWARD, start, delivered(2, NOON + 9 * HOUR, key=7)) == []
    assert asked(ReviewQuestion.LATE_FORWARD, start, late, frame=replace(FRAME, first=3)) == []


@pytest.mark.requirement("A6")
def test_what_should_be_at_pv_by_the_end_and_is_not_is_late_too() -> None:
    start, sent = escalated(1, NOON + HOUR), delivered(2, NOON + HOUR)
    at_end = replace(FRAME, first=2, until=NOON + HOUR + 1)
    assert asked(ReviewQuestion.LATE_FORWARD, start, frame=at_end) == [1]
    in_time = replace(at_end, until=NOON + HOUR)
    assert asked(ReviewQuestion.LATE_FORWARD, start, frame=in_time) == []
    assert asked(ReviewQuestion.LATE_FORWARD, start, sent, frame=at_end) == []
    ends = replace(at_end, until=NOON + 11 * HOUR + 1)
    made, queued = later(3, "amendment")
    assert asked(ReviewQuestion.LATE_FORWARD, start, sent, made, frame=ends) == [3]
    left = delivered(5, NOON + 10 * HOUR, key=8)
    assert asked(ReviewQuestion.LATE_FORWARD, start, sent, made, queued, left, frame=ends) == []
    assert asked(ReviewQuestion.LATE_FORWARD, start, made, replace(sent, seq=4), frame=ends) == [3]


def later(seq: int, kind: str) -> tuple[AuditEntry, AuditEntry]:
    """Return a version that reached us at nine hours and is made at ten, and when it is queued."""
    times = {"received_at": [None, NOON + 9 * HOUR], "made_at": [None, NOON + 10 * HOUR]}
    row = ("case_version", 2, {"escalation": [None, 4], "kind": [None, kind], **times})
    packet = ("delivery", 8, {"escalation": [None, 4], "kind": [None, "packet"]})
    kept = ("case_version", 2, {"delivery": [None, 8]})
    return entry(seq, "add-version", changes=(row,)), entry(
        seq + 1, "queue-version", changes=(packet, kept)
    )


@pytest.mark.parametrize(
    ("kind", "left", "hits"),
    [
        ("follow-up", 10 * HOUR, []),
        ("follow-up", 10 * HOUR + 1, [4]),
        ("amendment", 11 * HOUR, []),
        ("amendment", 11 * HOUR + 1, [4]),
    ],
)
def test_a_later_version_has_as_long_as_the_first(kind: str, left: int, hits: list[int]) -> None:
    log = (escalated(1, NOON + HOUR), *later(2, kind), delivered(4, NOON + left, key=8))
    assert asked(ReviewQuestion.LATE_FORWARD, *log) == hits
    assert READY[ReviewQuestion.LATE_FORWARD].actions >= {each.action for each in log}


@pytest.mark.requirement("A6")
def test_what_was_no_report_and_comes_back_is_seen() -> None:
    again = ("work", 1, {"reason": ["not-an-adverse-event", None], "queue": ["done", "safety"]})
    plain = ("work", 1, {"reason": ["done", None], "queue": ["done", "other"]})
    assert asked(ReviewQuestion.TAKEN_BACK, entry(1, "reopen", changes=(again,))) == [1]
    assert asked(ReviewQuestion.TAKEN_BACK, entry(1, "reopen", changes=(plain,))) == []


@pytest.mark.parametrize(
    ("was", "now", "hits"),
    [
        ("adverse-event", "spam", [5]),
        ("adverse-event", "overdose", []),
        ("crisis", "adverse-event", [5]),
        ("spam", "adverse-event", []),
    ],
)
def test_a_report_that_is_called_another_thing_is_seen(was: str, now: str, hits: list[int]) -> None:
    row = ("work", 1, {"category": [was, now]})
    assert asked(ReviewQuestion.TAKEN_BACK, entry(5, "classify", changes=(row,))) == hits
    later = replace(FRAME, first=6)
    assert asked(ReviewQuestion.TAKEN_BACK, entry(5, "classify", changes=(row,)), frame=later) == []


@pytest.mark.requirement("A6")
def test_a_step_that_was_left_out_or_late_is_seen() -> None:
    closed = entry(1, "close", detail={"undone_crisis_warn": True}), entry(2, "close")
    steps = [entry(n, "record-step", detail={"late": n == 4}) for n in (3, 4)]
    assert asked(ReviewQuestion.STEP_LEFT_OUT, *closed, *steps) == [1, 4]


@pytest.mark.requirement("A6")
def test_the_reason_other_is_seen() -> None:
    other, spam = (entry(n, "close", detail={"reason": (n and "other") or "spam"}) for n in (1, 0))
    assert asked(ReviewQuestion.REASON_OTHER, other, spam) == [1]


@pytest.mark.parametrize(("hour", "is_hit"), [(5, True), (6, False), (21, False), (22, True)])
def test_the_night_is_the_night_of_the_desk(hour: int, *, is_hit: bool) -> None:
    zone = timezone(timedelta(hours=2))
    at = NOON + (hour - 14) * HOUR  # noon in UTC is two in the afternoon there
    found = asked(ReviewQuestion.AT_NIGHT, entry(1, "close", at), frame=replace(FRAME, zone=zone))
    assert found == ([1] if is_hit else [])


@pytest.mark.parametrize(("offset", "hits"), [(0, []), (12 * 60, [1]), (-7 * 60, [1])])
def test_the_hour_is_that_of_the_wall_where_it_was_done(offset: int, hits: list[int]) -> None:
    stamped = replace(entry(1, "close"), stamp=Stamp(NOON, "x", offset, "b", 1))
    assert asked(ReviewQuestion.AT_NIGHT, stamped) == hits


def test_the_program_works_at_night() -> None:
    assert asked(ReviewQuestion.AT_NIGHT, entry(1, "close", NOON - 12 * HOUR, actor="system")) == []


@pytest.mark.requirement("A6")
def test_a_check_of_ones_own_decision_is_seen() -> None:
    mine = entry(1, "check-decision", detail={"decided_by": "mo"})
    assert asked(ReviewQuestion.OWN_CHECK, mine, replace(mine, seq=2, actor="ann")) == [1]


@pytest.mark.requirement("A6")
def test_what_is_hidden_before_it_was_frozen_is_seen() -> None:
    hide = entry(2, "change-visibility")
    assert asked(ReviewQuestion.HIDDEN_FIRST, hide) == [2]
    assert asked(ReviewQuestion.HIDDEN_FIRST, escalated(1, NOON), hide) == []
    assert asked(ReviewQuestion.HIDDEN_FIRST, hide, frame=replace(FRAME, first=3)) == []
    assert asked(ReviewQuestion.HIDDEN_FIRST, replace(hide, subject=None)) == []
    calm = replace(FRAME, may_report=lambda _: False)
    assert asked(ReviewQuestion.HIDDEN_FIRST, hide, frame=calm) == []


@pytest.mark.requirement("A6")
def test_many_decisions_within_a_minute_are_seen_once_each() -> None:
    reason = {"reason": "not-an-adverse-event"}
    close = [
        entry(n, "close", NOON + n * 14 * SECOND, subject=n, detail=reason) for n in range(MANY + 1)
    ]
    assert asked(ReviewQuestion.MANY_AT_ONCE, *close) == list(range(MANY + 1))
    for first in range(MANY):
        later = replace(FRAME, first=first)
        assert asked(ReviewQuestion.MANY_AT_ONCE, *close, frame=later) == list(range(MANY + 1))
    later = replace(FRAME, first=MANY)
    assert asked(ReviewQuestion.MANY_AT_ONCE, *close, frame=later) == [MANY]
    slow = [replace(each, at=NOON + each.seq * 16 * SECOND) for each in close]
    assert asked(ReviewQuestion.MANY_AT_ONCE, *slow) == []
    two = [replace(each, actor=f"mo-{each.seq % 2}") for each in close]
    assert asked(ReviewQuestion.MANY_AT_ONCE, *two) == []
    done = [replace(each, detail={"reason": "done"}) for each in close]
    assert asked(ReviewQuestion.MANY_AT_ONCE, *done) == []


def test_every_wrong_password_is_seen() -> None:
    assert asked(ReviewQuestion.FAILED_LOGINS, entry(1, "record-failed-login")) == [1]


def test_a_log_that_went_on_after_a_fork_is_seen() -> None:
    forked, back = entry(1, "continue-after-fork"), entry(2, "restore-backup")
    assert asked(ReviewQuestion.FORKED, forked, back) == [1, 2]
    assert READY[ReviewQuestion.FORKED].actions == {forked.action, back.action}


def test_every_question_is_ready_or_asked_in_its_own_way() -> None:
    assert set(ReviewQuestion) == {*READY, ReviewQuestion.CLOCK_BACK, ReviewQuestion.SAMPLE}


@pytest.mark.requirement("A6")
@given(st.integers(0, 99), st.integers(0, 30), st.permutations(range(25)))
def test_a_seed_draws_the_same_sample_in_any_order(seed: int, size: int, order: list[int]) -> None:
    entries = [entry(seq, "close") for seq in range(25)]
    drawn = sample([entries[place] for place in order], seed, size)
    assert drawn == sample(entries, seed, size)
    assert len(drawn) == min(size, 25)
    assert drawn == sorted(drawn, key=lambda each: each.seq)


def test_another_seed_draws_another_sample() -> None:
    entries = [entry(seq, "close") for seq in range(200)]
    assert sample(entries, 1, 20) != sample(entries, 2, 20)


@pytest.mark.requirement("A6")
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12))), st.integers(0, 40))
def test_what_no_review_covers_is_named_entry_by_entry(
    given_ranges: list[tuple[int, int]], size: int
) -> None:
    ranges = [(first, first + length) for first, length in given_ranges]
    inside = {n for first, last in ranges for n in range(first, last + 1)}
    named = [n for first, last in uncovered(ranges, size) for n in range(first, last + 1)]
    assert named == [n for n in range(size) if n not in inside]


def test_the_record_of_a_review_is_another_when_anything_in_it_is() -> None:
    review = Review(
        1, "u", 0, 9, 7, "ann", NOON, None, None, None, None, ((ReviewQuestion.SAMPLE, 1),)
    )
    hit = ReviewHit(1, 1, ReviewQuestion.SAMPLE, 4, "mo", Verdict.IN_ORDER, "ann", NOON, None)
    first = record_of(review, [hit], Verdict.IN_ORDER, "fine")
    others = [
        record_of(replace(review, last=8), [hit], Verdict.IN_ORDER, "fine"),
        record_of(replace(review, seed=8), [hit], Verdict.IN_ORDER, "fine"),
        record_of(review, [replace(hit, remark="x")], Verdict.IN_ORDER, "fine"),
        record_of(review, [replace(hit, verdict=Verdict.FINDING)], Verdict.IN_ORDER, "fine"),
        record_of(review, [], Verdict.IN_ORDER, "fine"),
        record_of(review, [hit], Verdict.FINDING, "fine"),
        record_of(review, [hit], Verdict.IN_ORDER, "Fine"),
    ]
    assert len({first, *others}) == len(others) + 1
    assert record_of(review, [hit], Verdict.IN_ORDER, "fine") == first
