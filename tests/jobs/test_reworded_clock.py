"""Words that came in later are owed a reply from then on, and put off none that is due."""

import pytest

from tests.jobs.faulty import Platform
from tests.support.desks import HOUR, MORNING, Bench, arrival, take_in, triage
from webcare_desk import casework
from webcare_desk.actions import Close, Open
from webcare_desk.connectors.base import Page
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.domain.spans import MINUTE
from webcare_desk.jobs.poll import poll
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import Triager, prepare_triage

DAY = 24 * HOUR
CALM = "Wat een mooie wandeling was dat"
CRISIS = "Ik denk aan zelfmoord, ik wil niet meer leven"


@pytest.fixture(scope="module")
def triager() -> Triager:
    """Return the triage of the pack that ships."""
    pack = load_pack(protocols_dir(), "varen").protocol
    assert pack is not None
    return prepare_triage(pack, load_lexicon(resources_dir() / "lexicons"))


def read_in(bench: Bench, triager: Triager, text: str) -> Work:
    """Poll a platform on which comment 1 says `text`; return the work on it."""
    source = Platform(bench.clock)
    source.pages.append(Page((arrival(1, text).comment,), "c", more=False, expected=1))
    poll(bench.desk, source, triager)
    work = bench.desk.read.work(1)
    assert work is not None
    return work


def test_a_crisis_that_was_written_over_other_words_is_not_late_as_it_comes(
    bench: Bench, triager: Triager, anna: Actor
) -> None:
    assert read_in(bench, triager, CALM).reply_due is None
    bench.desk.perform(Open(1), anna)
    bench.desk.perform(Close(1, Reason.DONE), anna)
    came = bench.clock.pass_by(10 * DAY)
    work = read_in(bench, triager, CRISIS)
    assert work.category is Category.CRISIS
    assert work.reply_due is not None
    assert 15 * MINUTE <= work.reply_due - came < 16 * MINUTE


def test_a_person_who_names_what_reworded_words_are_counts_from_them(
    bench: Bench, triager: Triager, anna: Actor
) -> None:
    read_in(bench, triager, CALM)
    bench.desk.perform(Open(1), anna)
    bench.desk.perform(Close(1, Reason.DONE), anna)
    came = bench.clock.pass_by(10 * DAY)
    due = read_in(bench, triager, CRISIS).reply_due
    casework.classify(bench.desk, triager.protocol, 1, Category.CRISIS, anna)
    work = bench.desk.read.work(1)
    assert work is not None
    assert work.reply_due is not None
    assert due is not None
    assert abs(work.reply_due - due) < MINUTE
    assert work.reply_due > came


def test_what_was_due_before_stays_due(bench: Bench) -> None:
    take_in(bench.desk, arrival(1, said=triage(reply_due=MORNING + HOUR)))
    take_in(bench.desk, arrival(1, "En nog iets", said=triage(reply_due=MORNING + DAY)))
    work = bench.desk.read.work(1)
    assert work is not None
    assert work.reply_due == work.due == MORNING + HOUR
    take_in(bench.desk, arrival(1, "Snel", said=triage(reply_due=MORNING + HOUR // 2)))
    work = bench.desk.read.work(1)
    assert work is not None
    assert work.reply_due == MORNING + HOUR // 2


QUESTION = "Waar kan ik de spuit kopen?"
COMPLAINT = f"Dit is echt een schande, ik wil een klacht indienen. {QUESTION}"


def named(bench: Bench, triager: Triager, category: Category, by: Actor) -> int:
    """Let a person say what comment 1 is; return when its reply is due."""
    why = Why(Reason.OTHER, "Nagelezen.")
    casework.classify(bench.desk, triager.protocol, 1, category, by, why)
    work = bench.desk.read.work(1)
    assert work is not None
    assert work.reply_due is not None
    return work.reply_due


@pytest.mark.parametrize("hours", [2, 20])
def test_naming_what_reworded_words_are_puts_off_no_reply_that_was_due(
    bench: Bench, triager: Triager, anna: Actor, hours: int
) -> None:
    due = read_in(bench, triager, QUESTION).reply_due
    assert due is not None
    came = bench.clock.pass_by(hours * HOUR)
    work = read_in(bench, triager, COMPLAINT)
    assert (work.category, work.reply_due) == (Category.COMPLAINT, due)
    bench.desk.perform(Open(1), anna)
    assert named(bench, triager, Category.COMPLAINT, anna) == due
    soon = named(bench, triager, Category.CRISIS, anna)
    assert came < soon < due if came < due else soon == due, "a crisis is due sooner"
    assert named(bench, triager, Category.COMPLAINT, anna) == due, "and what is none, as before"
