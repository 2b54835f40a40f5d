"""The comments of a desk replayed through another version of the protocol."""

from collections.abc import Callable, Iterator
from itertools import islice

import pytest

from tests.support.desks import arrival, take_in, triage
from webcare_desk.backtest import Met, Progress, Replay, backtest
from webcare_desk.backtest.crew import crew
from webcare_desk.demo.community import load_corpus
from webcare_desk.desk import Desk
from webcare_desk.domain.backtest import Changed, KeptComment, Verdict
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category, Language, Screening, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.occasion import Circumstances
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import UsageError
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening import Lexicon, load_lexicon
from webcare_desk.screening.lines import load_assessor
from webcare_desk.triage import Triager, prepare_triage

NOTHING = Triage(Screening(Language.NL, Tier.NONE, ()), Category.NONE, Queue.OTHER, (), None, None)
HEADACHE = "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn"
REPORT = Verdict(Category.ADVERSE_EVENT, Tier.STRONG, Queue.SAFETY)
CALM = Verdict(Category.NONE, Tier.NONE, Queue.OTHER)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(resources_dir() / "lexicons")


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


@pytest.fixture(scope="module")
def replay_of(protocol: Protocol, lexicon: Lexicon) -> Callable[[], Replay]:
    triager = prepare_triage(protocol, lexicon)
    return lambda: Replay(triager)


def kept(
    key: int, text: str, parent: int | None = None, *, said: Verdict = CALM, own: bool = False
) -> KeptComment:
    answers = parent is not None
    return KeptComment(key, 1, parent, answers, own, text, said, Circumstances())


def found(steps: Iterator[Progress]) -> list[Met]:
    return [each for step in steps for each in step.found]


def test_what_is_classified_alike_is_left_out(replay_of: Callable[[], Replay]) -> None:
    page = [kept(1, HEADACHE, said=REPORT), kept(2, "Wat een mooie wandeling was dat")]
    assert replay_of()(page) == []


def test_a_report_that_was_missed_is_found_and_one_that_goes_is_lost(
    replay_of: Callable[[], Replay],
) -> None:
    page = [kept(1, HEADACHE), kept(2, "Wat een mooie wandeling was dat", said=REPORT)]
    new, lost = replay_of()(page)
    assert (new.old, new.new, new.rules[0]) == (CALM, REPORT, "adverse-event")
    assert (new.is_found, new.is_lost) == (True, False)
    assert (lost.is_found, lost.is_lost) == (False, True)


CRISIS = Verdict(Category.CRISIS, Tier.STRONG, Queue.CRISIS)
MAYBE = Verdict(Category.CHECK, Tier.CHECK, Queue.SAFETY)


@pytest.mark.parametrize(
    ("old", "new", "is_found", "is_lost"),
    [
        (CALM, CRISIS, True, False),
        (REPORT, CRISIS, True, False),
        (CRISIS, REPORT, False, True),
        (CRISIS, CALM, False, True),
        (CALM, MAYBE, True, False),
        (MAYBE, REPORT, False, False),
        (REPORT, MAYBE, False, True),
        (MAYBE, CALM, False, True),
        (CALM, CALM, False, False),
        (CRISIS, CRISIS, False, False),
    ],
)
def test_whatever_is_less_grave_is_lost_and_every_new_crisis_found(
    old: Verdict, new: Verdict, *, is_found: bool, is_lost: bool
) -> None:
    changed = Changed(1, old, new, ())
    assert (changed.is_found, changed.is_lost) == (is_found, is_lost)
    assert changed.is_new_crisis is (new is CRISIS and old is not CRISIS)
    assert changed.is_lost_crisis is (old is CRISIS and new is not CRISIS)


def test_an_answer_agrees_with_what_came_before_it_on_another_page(
    replay_of: Callable[[], Replay],
) -> None:
    replay = replay_of()
    replay([kept(1, HEADACHE, said=REPORT)])
    [agreed] = replay([kept(2, "Ik ook!", 1)])
    assert agreed.is_found
    assert replay_of()([kept(2, "Ik ook!", 1)]) == []


def test_an_answer_that_came_in_before_what_it_answers_agrees_with_it(
    desk: Desk, protocol: Protocol, lexicon: Lexicon
) -> None:
    newest_first = [
        arrival(3, "Ik ook!", said=NOTHING, parent="r2"),
        arrival(5, "Ik ook!", said=NOTHING, parent="r4", thread="t2"),
        arrival(4, "Mooi weer", said=NOTHING, thread="t2"),
        arrival(2, "Ik ook!", said=NOTHING, parent="r1"),
        arrival(1, HEADACHE, said=NOTHING),
    ]
    third, _, _, second, first = (take_in(desk, each)[0] for each in newest_first)
    for page, processes in ((10, 0), (1, 0), (2, 2)):
        steps = list(backtest(desk.read, protocol, lexicon, processes=processes, page=page))
        met = found(iter(steps))
        assert [one.changed.comment for one in met] == [third, second, first]
        assert all(one.changed.is_found for one in met)
        assert steps[-1].read == 5


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_an_answer_in_another_thread_agrees_with_what_it_answers(
    desk: Desk, protocol: Protocol, lexicon: Lexicon, processes: int
) -> None:
    """A file with a column of threads may say so."""
    come = [
        arrival(1, HEADACHE, said=NOTHING, thread="t1"),
        arrival(2, "Ik ook!", said=NOTHING, parent="r1", thread="t2"),
        arrival(3, "Mooi weer", said=NOTHING, thread="t2"),
        arrival(4, "Ik ook!", said=NOTHING, parent="r5", thread="t1"),
        arrival(5, "Ik ook!", said=NOTHING, parent="r2", thread="t4"),
        arrival(6, "Ik ook!", said=NOTHING, parent="r0", thread="t1"),
    ]
    ids = take_in(desk, *come)
    met = found(backtest(desk.read, protocol, lexicon, processes=processes, page=2))
    assert [one.changed.comment for one in met] == [ids[each] for each in (0, 1, 3, 4)]


def test_the_protocol_in_force_changes_nothing_of_a_whole_community(
    protocol: Protocol, lexicon: Lexicon
) -> None:
    triager = prepare_triage(protocol, lexicon, load_assessor(resources_dir(), lexicon))
    page: dict[str, KeptComment] = {}
    met: dict[str, Triage] = {}
    for at, one in enumerate(load_corpus(resources_dir() / "demo" / "community.jsonl")):
        above = None if one.parent is None else met[one.parent].screening
        remote = RemoteComment(
            one.id, one.thread, one.parent, "", "", one.text, 0, thread_title=one.thread_title
        )
        triaged = met[one.id] = triager(remote, above)
        said = Verdict(triaged.category, triaged.screening.urgency, triaged.queue)
        parent = None if one.parent is None else page[one.parent].id
        page[one.id] = kept(at, one.text, parent, said=said)
    assert Replay(triager)(list(page.values())) == []


class Loner(Triager):
    """Takes every text that answers none for a report, as the model takes some for a review."""

    def screen(self, text: str, parent: Screening | None = None) -> Screening:
        """Return the screening of a report for a text that answers none."""
        return self.screener(HEADACHE if text and parent is None else text, parent)


def test_an_answer_to_what_has_no_signal_is_still_an_answer(
    protocol: Protocol, lexicon: Lexicon
) -> None:
    one = prepare_triage(protocol, lexicon)
    replay = Replay(Loner(one.protocol, one.screener))
    assert replay([kept(2, "Zeg dat wel", 1)]) == []
    [alone] = replay([kept(3, "Zeg dat wel")])
    assert alone.is_found


def test_a_reply_of_the_desk_is_no_finding(replay_of: Callable[[], Replay]) -> None:
    assert replay_of()([kept(1, HEADACHE, own=True)]) == []


def test_a_desk_is_read_in_pages_with_progress(
    desk: Desk, protocol: Protocol, lexicon: Lexicon
) -> None:
    take_in(desk, *(arrival(n, f"Mooi weer {n}", said=NOTHING) for n in range(5)))
    missed, *_ = take_in(desk, arrival(9, HEADACHE, said=NOTHING))
    steps = list(backtest(desk.read, protocol, lexicon, processes=0, page=2))
    assert [(step.read, step.of) for step in steps] == [(2, 6), (4, 6), (6, 6)]
    [one] = found(iter(steps))
    assert (one.changed, one.text) == (
        Changed(missed, CALM, REPORT, one.changed.rules),
        HEADACHE,
    )


def test_processes_find_the_same_and_can_be_stopped(
    desk: Desk, protocol: Protocol, lexicon: Lexicon
) -> None:
    take_in(desk, arrival(1, HEADACHE, said=triage()), arrival(2, "Ik ook!", said=NOTHING))
    answers = [arrival(n, "Ik ook!", said=NOTHING, parent="r1") for n in range(3, 30)]
    others = [arrival(n, HEADACHE, said=NOTHING, thread="t2") for n in range(30, 40)]
    take_in(desk, *answers, *others)
    alone = found(backtest(desk.read, protocol, lexicon, processes=0, page=7))
    assert len(alone) >= 38
    assert found(backtest(desk.read, protocol, lexicon, processes=2, page=7)) == alone
    stopped = backtest(desk.read, protocol, lexicon, processes=1, page=7)
    assert [step.read for step in islice(stopped, 1)] == [7]
    stopped.close()


def test_a_process_that_dies_is_a_sentence(protocol: Protocol, lexicon: Lexicon) -> None:
    with crew((protocol, lexicon, None), 1) as hands:
        hands.hands[0].pipe.close()
        [answer] = hands.ask([kept(1, HEADACHE)])
        with pytest.raises(UsageError, match="has ended"):
            answer.result()
