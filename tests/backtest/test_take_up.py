"""What another version newly finds becomes work, in whatever order the comments came in."""

from dataclasses import replace

import pytest

from tests.support.desks import MORNING, arrival, take_in
from webcare_desk.backtest import TakenUp, take_up
from webcare_desk.desk import Desk
from webcare_desk.domain.finding import Category, Language, Screening, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.spans import DAY
from webcare_desk.domain.triage import Triage
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import Lexicon, load_lexicon
from webcare_desk.triage import Triager, prepare_triage

NOTHING = Triage(Screening(Language.NL, Tier.NONE, ()), Category.NONE, Queue.OTHER, (), None, None)
HEADACHE = arrival(1, "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn", said=NOTHING)
AGREES = arrival(2, "Ik ook!", said=NOTHING, parent="r1")
TOO = arrival(3, "Ik ook!", said=NOTHING, parent="r2")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(resources_dir() / "lexicons")


@pytest.fixture(scope="module")
def triager(lexicon: Lexicon) -> Triager:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return prepare_triage(found, lexicon)


@pytest.mark.parametrize("newest_first", [False, True])
def test_whoever_agrees_with_a_report_that_is_found_is_found_too(
    desk: Desk, triager: Triager, lexicon: Lexicon, *, newest_first: bool
) -> None:
    order = (TOO, AGREES, HEADACHE) if newest_first else (HEADACHE, AGREES, TOO)
    keys = [take_in(desk, each)[0] for each in order]
    assert take_up(desk, triager, lexicon, processes=0) == TakenUp(3, 3, 0)
    works = [desk.read.work(key) for key in keys]
    assert {work and (work.category, work.queue) for work in works} == {
        (Category.ADVERSE_EVENT, Queue.SAFETY)
    }
    assert take_up(desk, triager, lexicon, processes=0) == TakenUp(3, 0, 0)


def test_comments_that_answer_each_other_in_a_circle_end(
    desk: Desk, triager: Triager, lexicon: Lexicon
) -> None:
    text = HEADACHE.comment.text
    take_in(desk, arrival(1, text, said=NOTHING, parent="r2"))
    take_in(desk, arrival(2, text, said=NOTHING, parent="r1"))
    assert take_up(desk, triager, lexicon, processes=0) == TakenUp(2, 2, 0)


def test_what_is_taken_up_puts_off_no_reply_that_was_due_before_its_words(
    desk: Desk, triager: Triager, lexicon: Lexicon
) -> None:
    asked = replace(NOTHING, reply_due=MORNING + 1)
    take_in(desk, arrival(1, "Waar kan ik de spuit kopen?", said=asked))
    other = replace(NOTHING, queue=Queue.QUESTION, reply_due=MORNING + DAY)
    take_in(desk, arrival(1, HEADACHE.comment.text, said=other))
    assert take_up(desk, triager, lexicon, processes=0) == TakenUp(1, 1, 0)
    work = desk.read.work(1)
    assert work is not None
    assert (work.queue, work.reply_due) == (Queue.SAFETY, MORNING + 1)
