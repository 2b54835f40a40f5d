"""Reviews: what is opened, judged and concluded, and what the desk refuses."""

from dataclasses import replace

import pytest

from tests.support.desks import SYSTEM, Bench, arrival, take_in
from tests.support.signing import Signer, staff
from webcare_desk import signing_off
from webcare_desk.actions import Claim, ConcludeReview, JudgeEntry, OpenReview
from webcare_desk.actions.review import MOST_HITS
from webcare_desk.domain.audit import Digest, Name, digest
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Hit, ReviewHit, Verdict, by_entry, record_of
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import DeniedError, RefusedError
from webcare_desk.store.base import Session

Q = ReviewQuestion.SAMPLE
FINE, FINDING = Verdict.IN_ORDER, Verdict.FINDING


@pytest.fixture
def crew(bench: Bench) -> dict[str, Signer]:
    """Hire two supervisors and a moderator."""
    return staff(bench.desk, ann=Role.SUPERVISOR, bob=Role.SUPERVISOR, mo=Role.MODERATOR)


def sign(bench: Bench, who: Signer, record: Digest) -> int:
    document = Name("review:of-a-test")
    made = signing_off.sign(
        bench.desk, who.actor, who.password, record, document, Meaning.REVIEWED, login=who.login
    )
    return made.id


def worked(bench: Bench, who: Signer) -> int:
    """Let somebody claim comment 1 and return the entry that tells of it."""
    if bench.desk.read.comment(1) is None:
        take_in(bench.desk, arrival(1))
    bench.desk.perform(Claim(1, take_over=True), who.actor)
    return bench.desk.read.log_size() - 1


def opened(bench: Bench, by: Signer, *entries: int) -> int:
    """Open a review that points to some entries."""
    actors = {entry.seq: entry.actor for entry in bench.desk.read.entries_after(-1, 1000)}
    hits = tuple(Hit(Q, entry, actors[entry]) for entry in entries)
    last = bench.desk.read.log_size() - 1
    return bench.desk.perform(OpenReview(0, last, 7, (Q, ReviewQuestion.AT_NIGHT), hits), by.actor)


def record(bench: Bench, review: int, verdict: Verdict, conclusion: str) -> Digest:
    found = bench.desk.read.review(review)
    assert found is not None
    return record_of(found, bench.desk.read.review_hits(review), verdict, conclusion)


def test_a_review_is_kept_with_what_it_asked_and_found(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    entry = worked(bench, crew["mo"])
    number = opened(bench, crew["ann"], entry)
    found = bench.desk.read.review(number)
    assert found is not None
    assert found == bench.desk.read.reviews()[0]
    assert (found.seed, found.by, found.concluded_at) == (7, crew["ann"].uid, None)
    assert found.questions == ((Q, 1), (ReviewQuestion.AT_NIGHT, 0))
    (hit,) = bench.desk.read.review_hits(number)
    assert (hit.entry, hit.actor, hit.verdict) == (entry, crew["mo"].uid, None)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"questions": ()}, "at least one question"),
        ({"first": 5, "last": 4}, "entries that are in the log"),
        ({"last": 9999}, "entries that are in the log"),
        ({"hits": (Hit(Q, 0, "system"),) * (MOST_HITS + 1)}, "too many for one review"),
    ],
)
def test_a_review_without_sense_is_refused(
    bench: Bench, crew: dict[str, Signer], change: dict[str, object], sentence: str
) -> None:
    plain = OpenReview(0, 0, 1, (Q,), ())
    with pytest.raises(RefusedError, match=sentence):
        bench.desk.perform(replace(plain, **change), crew["ann"].actor)  # type: ignore[arg-type]


@pytest.mark.requirement("A6")
def test_nobody_judges_an_act_of_his_own(bench: Bench, crew: dict[str, Signer]) -> None:
    opened(bench, crew["bob"], worked(bench, crew["ann"]))
    with pytest.raises(RefusedError, match="act of your own"):
        bench.desk.perform(JudgeEntry(1, FINE), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINE), crew["bob"].actor)
    hit = bench.desk.read.review_hit(1)
    assert hit is not None
    assert (hit.verdict, hit.judged_by) == (FINE, crew["bob"].uid)


def test_a_review_that_names_another_actor_deceives_nobody(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    entry = worked(bench, crew["ann"])
    forged = (Hit(Q, entry, crew["mo"].uid),)
    bench.desk.perform(OpenReview(0, entry, 7, (Q,), forged), crew["ann"].actor)
    with pytest.raises(RefusedError, match="act of your own"):
        bench.desk.perform(JudgeEntry(1, FINE), crew["ann"].actor)


def test_without_the_look_into_the_log_the_forged_row_would_pass(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: it is the log's own word that refuses, not the row of the review."""

    def as_the_row_says(session: Session, entry: object) -> frozenset[str]:
        del session, entry
        return frozenset({crew["mo"].uid})

    monkeypatch.setattr("webcare_desk.actions.review.done_by", as_the_row_says)
    entry = worked(bench, crew["ann"])
    forged = (Hit(Q, entry, crew["mo"].uid),)
    bench.desk.perform(OpenReview(0, entry, 7, (Q,), forged), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINE), crew["ann"].actor)


def test_a_finding_needs_its_words(bench: Bench, crew: dict[str, Signer]) -> None:
    opened(bench, crew["ann"], worked(bench, crew["mo"]))
    with pytest.raises(RefusedError, match="what is wrong"):
        bench.desk.perform(JudgeEntry(1, FINDING, " "), crew["ann"].actor)
    with pytest.raises(RefusedError, match="no entry 99"):
        bench.desk.perform(JudgeEntry(99, FINE), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINDING, " te laat "), crew["ann"].actor)
    hit = bench.desk.read.review_hit(1)
    assert hit is not None
    assert hit.remark == "te laat"


@pytest.mark.requirement("A6")
def test_a_review_is_concluded_with_a_signature_over_all_of_it(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann = crew["ann"]
    number = opened(bench, ann, worked(bench, crew["mo"]))
    with pytest.raises(RefusedError, match="not been judged"):
        bench.desk.perform(ConcludeReview(number, FINE, "goed", 1), ann.actor)
    bench.desk.perform(JudgeEntry(1, FINE), ann.actor)
    with pytest.raises(RefusedError, match="what the review concludes"):
        bench.desk.perform(ConcludeReview(number, FINE, " ", 1), ann.actor)
    signature = sign(bench, ann, record(bench, number, FINE, "goed"))
    bench.desk.perform(ConcludeReview(number, FINE, " goed ", signature), ann.actor)
    found = bench.desk.read.review(number)
    assert found is not None
    assert (found.verdict, found.conclusion, found.signature) == (FINE, "goed", signature)
    for late in (JudgeEntry(1, FINE), ConcludeReview(number, FINE, "goed", signature)):
        with pytest.raises(RefusedError, match="does not change any more"):
            bench.desk.perform(late, ann.actor)


@pytest.mark.requirement("A6")
def test_who_acted_does_not_conclude_while_somebody_else_may(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob = crew["ann"], crew["bob"]
    number = opened(bench, ann, worked(bench, ann))
    bench.desk.perform(JudgeEntry(1, FINDING, "te laat"), bob.actor)
    own = sign(bench, ann, record(bench, number, FINDING, "het was niets"))
    with pytest.raises(RefusedError, match="acts of your own"):
        bench.desk.perform(ConcludeReview(number, FINDING, "het was niets", own), ann.actor)
    signature = sign(bench, bob, record(bench, number, FINDING, "te laat"))
    bench.desk.perform(ConcludeReview(number, FINDING, "te laat", signature), bob.actor)
    assert "alone" not in bench.desk.changes(-1)[-1].detail


@pytest.mark.requirement("A6")
def test_where_everybody_acted_one_of_them_concludes_and_the_entry_says_so(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob = crew["ann"], crew["bob"]
    number = opened(bench, ann, worked(bench, ann), worked(bench, bob))
    bench.desk.perform(JudgeEntry(1, FINE), bob.actor)
    bench.desk.perform(JudgeEntry(2, FINE), ann.actor)
    signature = sign(bench, ann, record(bench, number, FINE, "goed"))
    bench.desk.perform(ConcludeReview(number, FINE, "goed", signature), ann.actor)
    assert bench.desk.changes(-1)[-1].detail["alone"] is True


def test_findings_are_not_concluded_to_be_in_order(bench: Bench, crew: dict[str, Signer]) -> None:
    ann = crew["ann"]
    number = opened(bench, ann, worked(bench, crew["mo"]))
    bench.desk.perform(JudgeEntry(1, FINDING, "te laat"), ann.actor)
    with pytest.raises(RefusedError, match="There are findings"):
        bench.desk.perform(ConcludeReview(number, FINE, "goed", 1), ann.actor)
    signature = sign(bench, ann, record(bench, number, FINDING, "één bevinding"))
    bench.desk.perform(ConcludeReview(number, FINDING, "één bevinding", signature), ann.actor)


def test_a_signature_of_another_person_or_record_is_refused(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob = crew["ann"], crew["bob"]
    number = opened(bench, ann)
    of_bob = sign(bench, bob, record(bench, number, FINE, "goed"))
    of_else = sign(bench, ann, digest(b"something else"))
    with pytest.raises(RefusedError, match="Sign it yourself"):
        bench.desk.perform(ConcludeReview(number, FINE, "goed", of_bob), ann.actor)
    with pytest.raises(RefusedError, match="Sign it yourself"):
        bench.desk.perform(ConcludeReview(number, FINE, "goed", 999), ann.actor)
    with pytest.raises(RefusedError, match="not what stands here"):
        bench.desk.perform(ConcludeReview(number, FINE, "goed", of_else), ann.actor)
    with pytest.raises(RefusedError, match="no review 99"):
        bench.desk.perform(ConcludeReview(99, FINE, "goed", of_else), ann.actor)


def test_only_who_oversees_reviews(bench: Bench, crew: dict[str, Signer]) -> None:
    for by in (crew["mo"].actor, SYSTEM):
        with pytest.raises(DeniedError):
            bench.desk.perform(OpenReview(0, 0, 1, (Q,), ()), by)


def test_the_same_is_not_said_of_an_entry_twice(bench: Bench, crew: dict[str, Signer]) -> None:
    ann = crew["ann"]
    opened(bench, ann, worked(bench, crew["mo"]))
    for said in (JudgeEntry(1, FINE), JudgeEntry(1, FINDING, "te laat")):
        bench.desk.perform(said, ann.actor)
        with pytest.raises(RefusedError, match="judged so already"):
            bench.desk.perform(said, ann.actor)
    bench.desk.perform(JudgeEntry(1, FINDING, "veel te laat"), ann.actor)


def test_a_signature_of_another_session_of_the_same_person_is_refused(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann = crew["ann"]
    number = opened(bench, ann)
    earlier = sign(bench, ann, record(bench, number, FINE, "goed"))
    conclusion = ConcludeReview(number, FINE, "goed", earlier)
    with pytest.raises(RefusedError, match="Sign it yourself, in this session"):
        bench.desk.perform(conclusion, ann.again(bench.desk).actor)
    bench.desk.perform(conclusion, ann.actor)


def test_an_entry_that_two_questions_point_to_is_judged_once_for_both(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, night = crew["ann"], ReviewQuestion.AT_NIGHT
    entry = worked(bench, crew["mo"])
    other = worked(bench, crew["bob"])
    found = tuple(
        Hit(question, seq, crew[who].uid)
        for question, seq, who in ((Q, entry, "mo"), (night, entry, "mo"), (Q, other, "bob"))
    )
    number = bench.desk.perform(OpenReview(0, other, 7, (Q, night), found), ann.actor)
    hits = bench.desk.read.review_hits(number)
    assert [(hit.id, asked) for hit, asked in by_entry(hits)] == [(1, (Q, night)), (3, (Q,))]
    size = bench.desk.read.log_size()
    bench.desk.perform(JudgeEntry(2, FINDING, "te laat"), ann.actor)
    assert bench.desk.read.log_size() == size + 1
    hits = bench.desk.read.review_hits(number)
    assert [hit.verdict for hit in hits] == [FINDING, FINDING, None]
    assert [hit.remark for hit in hits] == ["te laat", "te laat", None]
    with pytest.raises(RefusedError, match="judged so already"):
        bench.desk.perform(JudgeEntry(1, FINDING, "te laat"), ann.actor)


def test_of_verdicts_that_differ_the_finding_is_shown() -> None:
    """An earlier version judged each question of an entry apart."""
    one = ReviewHit(1, 1, Q, 5, "mo", FINE, "ann", 1, None)
    two = replace(one, id=2, question=ReviewQuestion.AT_NIGHT, verdict=FINDING, remark="te laat")
    assert by_entry((one, two)) == [(two, (Q, ReviewQuestion.AT_NIGHT))]
    assert by_entry((one, two, replace(two, id=3, verdict=None)))[0][0].id == 3
