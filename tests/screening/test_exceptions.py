"""What is named as the exception to what is denied or praised is told, and looked at."""

import pytest

from webcare_desk.domain.finding import Context, Language, Mark, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon, prepare
from webcare_desk.screening.features import of_scene
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import load_reader

READER = load_reader(resources_dir(), [])
SCREENER = prepare(load_lexicon(resources_dir() / "lexicons"), {}, Language.NL)
EXCEPTED = [
    "geen bijwerkingen behalve hoofdpijn",
    "Nergens last van, alleen wat jeuk op de plek van de prik",
    "Op een droge mond na geen klachten van de pillen",
    "Los van de misselijkheid bevalt het prima",
    "Nul bijwerkingen, hooguit een beetje duizelig",
    "Helemaal top spul, enige nadeel is dat ik er niet van kan slapen",
    "Nooit iets gehad van de spuit, tot gisteren: knalrode bult",
    "no side effects except a headache",
    "Nothing to report apart from an itchy injection spot",
    "Barring a dry mouth I've had no problems with these tablets",
    "Brilliant stuff, only downside is I can't sleep on it",
    "Nothing wrong really, just some muscle ache after the infusion",
    "Ich habe keine Nebenwirkungen außer den Kopfschmerzen",
]


@pytest.mark.parametrize("text", EXCEPTED)
def test_an_exception_is_looked_at(text: str) -> None:
    assert READER(Line("1", text, None, None, None, {})).tier >= Tier.CHECK


@pytest.mark.parametrize("text", [EXCEPTED[0], EXCEPTED[7], EXCEPTED[12]])
def test_an_exception_is_neither_denied_nor_a_benefit(text: str) -> None:
    events = [one for one in SCREENER(text).findings if one.mark is Mark.EVENT]
    assert {Context.NEGATED, Context.BENEFIT}.isdisjoint(events[-1].contexts)
    assert SCREENER.look(text).excepted


@pytest.mark.parametrize(
    "text",
    [
        *("geen hoofdpijn", "alles goed behalve het weer", "behalve dat ik geen hoofdpijn heb"),
        *("behalve de buren. Hoofdpijn", "no headache, no nausea"),
    ],
)
def test_what_is_denied_behind_or_no_event_is_no_exception(text: str) -> None:
    assert not SCREENER.look(text).excepted


def test_the_model_was_trained_without_this_cue() -> None:
    look = SCREENER.look(EXCEPTED[0])
    assert Cue.EXCEPTION in look.cues
    assert not any(Cue.EXCEPTION in feature for feature in of_scene(look))
