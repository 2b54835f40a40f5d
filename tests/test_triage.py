"""One comment to its triage: what is found, where it stands, and by when it is answered."""

import pytest

from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import Triager, prepare_triage

HOUR = 3_600_000_000
#: Tuesday 3 March 2026, 09:00 UTC: the office in Amsterdam is open.
MORNING = 1_772_528_400_000_000


@pytest.fixture(scope="module")
def triager() -> Triager:
    """Prepare the triage of the pack that ships."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    return prepare_triage(protocol, load_lexicon(resources_dir() / "lexicons"))


def comment(text: str, parent: str | None = None) -> RemoteComment:
    """Return a comment of that morning."""
    return RemoteComment("c1", "t1", parent, "a1", "Anne", text, MORNING)


def test_a_side_effect_stands_in_safety_with_a_plan_and_a_due_time(triager: Triager) -> None:
    found = triager(comment("Sinds ik Ventora gebruik ben ik misselijk"))
    assert (found.category, found.queue) == (Category.ADVERSE_EVENT, Queue.SAFETY)
    assert (found.plan, found.rules[0]) == ("ae-to-pv", "adverse-event")
    assert found.reply_due == MORNING + HOUR


def test_nothing_found_asks_for_nothing(triager: Triager) -> None:
    found = triager(comment("Wat een mooie wandeling was dat"))
    assert (found.category, found.queue, found.rules) == (Category.NONE, Queue.OTHER, ())
    assert (found.plan, found.reply_due) == (None, None)


def test_who_agrees_says_what_the_other_said(triager: Triager) -> None:
    said = triager(comment("Sinds ik Ventora gebruik ben ik misselijk")).screening
    assert triager(comment("Ik ook!", "c0"), said).category is Category.ADVERSE_EVENT
    assert triager(comment("Ik ook!", "c0")).category is Category.NONE
