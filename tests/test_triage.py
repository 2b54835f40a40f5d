"""One comment to its triage: what is found, where it stands, and by when it is answered."""

from dataclasses import replace

import pytest

from tests.support.models import small_assessor
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category, Language, Mark, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.occasion import Audience, Circumstances, audience_of
from webcare_desk.domain.sla import Sla
from webcare_desk.errors import LexiconError
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import ChannelTime, Term
from webcare_desk.screening import Concept, load_lexicon, with_terms
from webcare_desk.screening.lines import load_both
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


def test_a_community_has_words_of_its_own(triager: Triager) -> None:
    text = "Ik heb weer last van watjeshoofd"
    assert triager(comment(text)).category is Category.NONE
    term = Term("fog", Mark.EVENT, Category.ADVERSE_EVENT, ((Language.NL, ("watjeshoofd*",)),))
    lexicon = load_lexicon(resources_dir() / "lexicons")
    theirs = prepare_triage(replace(triager.protocol, terms=(term,)), lexicon)
    found = theirs(comment(text))
    assert found.category is Category.ADVERSE_EVENT
    assert [each.concept for each in found.screening.findings if each.category] == ["fog"]


def test_more_words_for_a_concept_keep_what_it_is() -> None:
    lexicon = load_lexicon(resources_dir() / "lexicons")
    other = Concept("headache", Mark.CUE)
    more = with_terms(lexicon, [(other, Language.NL, ["watjeshoofd"])])
    known = next(concept for concept in lexicon.concepts() if concept.id == "headache")
    assert more.phrases[-1].meaning == known
    with pytest.raises(LexiconError, match="fog: a phrase has 1 to 8 words"):
        with_terms(lexicon, [(Concept("fog", Mark.EVENT), Language.NL, ["~"])])


def test_the_channel_decides_how_long_a_reply_may_take(triager: Triager) -> None:
    quick = ChannelTime("ae-reply", "varen-community", Sla("ae-reply", 10, business=True))
    channels = tuple(replace(each, sources=("here",)) for each in triager.protocol.channels)
    changed = replace(triager.protocol, channel_times=(quick,), channels=channels)
    theirs = replace(triager, protocol=changed)
    text = comment("Sinds ik Ventora gebruik ben ik misselijk")
    assert theirs(text, None, Circumstances("here")).reply_due == MORNING + HOUR // 6
    assert theirs(text, None, Circumstances("there")).reply_due == MORNING + HOUR


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Ik ben verpleegkundige en een patiënte kreeg uitslag", Audience.PROFESSIONAL),
        ("I'm a pharmacist and my patient got a rash", Audience.PROFESSIONAL),
        ("Mijn moeder is misselijk van de prik", Audience.CAREGIVER),
        ("I have a headache since Monday", Audience.PATIENT),
        ("Mooi weer vandaag", Audience.UNKNOWN),
    ],
)
def test_who_writes_shows_in_the_findings(triager: Triager, text: str, audience: Audience) -> None:
    assert audience_of(triager(comment(text)).screening) is audience


@pytest.mark.parametrize(
    ("rest", "categories", "spans"),
    [
        ("de hond", (Category.MISUSE,), ((0, 6),)),
        ("een lepel", (Category.MISUSE, Category.QUALITY), ((69, 74),)),
    ],
)
def test_a_long_agreement_has_what_the_model_says_of_what_it_answers(
    triager: Triager,
    rest: str,
    categories: tuple[Category, ...],
    spans: tuple[tuple[int, int], ...],
) -> None:
    lexicon, _ = load_both(resources_dir())
    both = prepare_triage(triager.protocol, lexicon, small_assessor())
    text = f"ik ook, wij gaan vandaag met de hele familie naar het strand met {rest}"
    quiet = both.screen("mooi weer").opinion
    assert quiet is not None
    assert quiet.tier is Tier.NONE
    flagged = replace(quiet, tier=Tier.CHECK, categories=categories[-1:])
    said = both.screen(text, replace(both.screen("mooi weer"), opinion=flagged)).opinion
    assert said is not None
    assert said.tier is not Tier.NONE
    assert said.categories == categories
    assert said.spans == spans


def test_what_is_shown_without_a_model_is_what_the_lexicon_found(triager: Triager) -> None:
    found = triager.screen("Sinds ik Ventora gebruik ben ik misselijk")
    assert found.opinion is None
    assert found.shown == found.findings != ()
