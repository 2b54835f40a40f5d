"""Violence, incitement, self-harm and a wish to die in whole constructions, and their harmless twins."""

import pytest

from webcare_desk.domain.finding import Category, Tier
from webcare_desk.screening import Screener

TOLD = {
    "abused": """
        my dad hit me; my husband hit me last night; she slapped me; he kicked me in the stomach
        my partner just punched me again; he pushed me down the stairs; I get hit at home
        my husband pushed me against the wall; he hit me with a ball; mijn man duwde me tegen de muur
        my ex threatened to shoot me; my husband locks me in; my ex says he'll finish me off
        hij schopte me in mijn buik; krijg klappen thuis; mijn man geeft me klappen
        hij schopt mijn moeder; mijn ex dreigt me neer te steken; hij duwde me van de trap
        mijn zusje krijgt klappen van haar vader; mijn ex zegt dat hij me afmaakt
        mein Vater ohrfeigt mich; er hat mich gestern wieder geschlagen""",
    "violence": """
        go kill yourself; go hang yourself; you should die; do us all a favour and die
        unalive yourself; verdrink jezelf; maak jezelf van kant; hang jezelf op; rot op en sterf; hoop dat je sterft; bring dich um
        I'll smash that doctor's head in; I know where that doctor lives; stirb doch
        ik sla die dokter z'n kop eraf; ik kom met benzine naar jullie kantoor""",
    "suicide": """
        ik wil euthanasie; ik denk aan euthanasie; ik ben klaar om te sterven; I'm ready to die
        ik hoop dat ik in mijn slaap doodga; had ik die hartaanval maar niet overleefd
        wish I hadn't survived that heart attack; I could die tomorrow and nobody would care
        van mij mag de dood komen; if I die tomorrow I'm fine with it; I want euthanasia""",
    "self-harm": """
        ik heb me weer gesneden; ik heb me gister gesneden; ik heb mij vannacht opnieuw gesneden
        cut myself again last night; sh'd again at school; covered in fresh cuts
        een mes tegen mijn pols; ich habe mich gestern wieder geschnitten""",
}
LOOKED_AT = """
    he got stabbed in our street; they murdered him; I was shot; he punched her; he threatened me
    ze werd bedreigd door haar man; ik haat mijn leven; drink bleach"""
HARMLESS = """
    my mum hit me up for the recipe; it hit me that I forgot; the news hit me hard
    this song hits me every time; my husband beats me at chess; he kicked me off the sofa
    the baby kicked me all night; she slapped me on the back; shoot me a message
    my husband hit me with the question again; gave the quiz a good stab; he killed it on stage
    you'll kill yourself laughing; hang yourself a nice picture; where do letters go to die
    cut myself some slack; been cutting sugar since March; the vet is considering euthanasia
    suicide squad was a bad film; my phone is ready to die; the film was shot in Leeds
    mijn vader slaat een balletje; mijn man slaat alarm; ik ben met stomheid geslagen
    het nieuws heeft me lam geslagen; de pony trapte me op mijn teen; de zaal klapte thuis
    hij gaf me een klap op mijn schouder; het dreigt te regenen; wij willen euthanasie voor de hond
    ik heb me gesneden bij het koken; heb me aan papier gesneden; heb me in mijn vinger gesneden
    we klappen thuis altijd voor de zorg; de hond laten inslapen; man slaat de plank mis
    the wind pushed me against the wall; the storm was so strong it threw me down the stairs
    he hit me on the court with the ball; she hit me with a snowball; hit me with the ball on the pitch
    de wind duwde me tegen de muur; een golf gooide me tegen de muur
    Varensyndroom voorgoed weg met VarenVrij druppels
    hang je jas op; ga lekker slapen; een steen door de rivier; VarenVrij: klachten voorgoed weg
    ich habe mich beim Kochen geschnitten; suikerspin, zelfmoord voor je tanden"""


def _split(table: str) -> list[str]:
    return [one.strip() for one in table.replace("\n", ";").split(";") if one.strip()]


@pytest.mark.parametrize(
    ("concept", "text"), [(one, text) for one, table in TOLD.items() for text in _split(table)]
)
def test_a_crisis_has_its_name(screener: Screener, concept: str, text: str) -> None:
    found = screener(text)
    assert concept in {one.concept for one in found.findings}
    assert found.tier is Tier.STRONG


@pytest.mark.parametrize("text", _split(LOOKED_AT))
def test_a_word_of_violence_is_looked_at(screener: Screener, text: str) -> None:
    assert "threat" in {one.concept for one in screener(text).findings}


@pytest.mark.parametrize("text", _split(HARMLESS))
def test_a_manner_of_speaking_is_no_crisis(screener: Screener, text: str) -> None:
    assert Category.CRISIS not in {one.category for one in screener(text).findings}


# What a saying begins with, and what makes it a blow all the same.
BEGINNINGS = {
    "en": """
        my husband beats me; my dad hit me; my ex was hitting me; a man that hits me; my ex punched me
        he kicked me; he hit me that hard; my dad hit me with a belt; he slaps me; he strangled me
        he wants to shoot me; he threatened to shoot us; just kill yourself with a rope
        kill yourself over it; go hang yourself; I cut myself again with glass; I was shot""",
    "nl": """
        mijn man slaat me; mijn vader slaat mij; mijn ex sloeg me; hij gaf me een klap; hij schopte me
        mijn vriend slaat over; mijn partner slaat door; mijn man heeft me lam geslagen; hij schopte me wakker
        ik heb me weer gesneden; ik heb me gesneden met glas; ik wil euthanasie; hang jezelf op
        de pijn is voorgoed weg; mijn klachten voorgoed weg""",
}
ENDS = {
    "en": """
        in the head; on the back; at the throat; over the legs; last night; at night; every evening
        in his sleep; to the ground; at home; in the kitchen; for leaving him; in front of the kids
        with my sister; why; out of bed""",
    "nl": """
        op mijn hoofd; op mijn rug; in mijn been; over mijn gezicht; elke avond; gisteren; in zijn slaap
        over de grond; op straat; door de kamer; thuis; voor mijn zusje; met mijn moeder erbij
        met een plank; met een spijker; als ik alarm sla""",
}
# These keep their crisis whatever stands behind them; the rest is a manner of speaking at most.
SURE = (
    "husband beats me",
    "was hitting me",
    "slaat me",
    "sloeg me",
    "with a rope",
    "de pijn is voorgoed weg",
)


@pytest.mark.parametrize(
    ("language", "first"), [(one, text) for one in BEGINNINGS for text in _split(BEGINNINGS[one])]
)
def test_no_saying_takes_what_is_grave_below_a_look(
    screener: Screener, language: str, first: str
) -> None:
    for last in _split(ENDS[language]):
        found = screener(f"{first} {last}")
        grave = {one.concept for one in found.findings} & {*TOLD, "threat", "danger-sign"}
        assert grave, last
        assert not first.endswith(SURE) or last == "why" or found.tier is Tier.STRONG, last


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("my husband hits me in his sleep", {"threat"}),
        ("my husband beats me at chess", set()),
        ("mijn vader slaat door", {"threat"}),
        ("mijn man slaat de plank tegen mijn hoofd", {"threat"}),
        ("mijn man slaat alarm", set()),
    ],
)
def test_a_figure_is_a_look_and_a_whole_saying_is_nothing(
    screener: Screener, text: str, concepts: set[str]
) -> None:
    found = {one.concept for one in screener(text).findings}
    assert found & {*TOLD, "threat"} == concepts


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Mijn eetlust is er niet meer", "body"),
        ("Die hoofdpijn is er niet meer", "headache"),
        ("De link is er niet meer", "information"),
        ("Mijn telefoon ging dood tijdens het webinar", "information"),
    ],
)
def test_what_is_gone_is_no_death_and_what_it_was_stays(
    screener: Screener, text: str, stays: str
) -> None:
    found = {one.concept for one in screener(text).findings}
    assert stays in found
    assert "death" not in found


@pytest.mark.parametrize("text", ["Sinds Annie er niet meer is", "Mijn Truus is er niet meer"])
def test_who_is_gone_has_died(screener: Screener, text: str) -> None:
    assert "death" in {one.concept for one in screener(text).findings}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("I'm 6 weeks in on Ventora and doing great", "pregnancy"),
        ("ik ben 12 weken bezig met Ventora", "pregnancy"),
        ("I'm 12 weeks post op and walking", "pregnancy"),
        ("My mum is in a care home", "occupational-exposure"),
        ("Verhoging van de dosis volgende week", "fever"),
        ("The blister packs are hard to open", "skin"),
        ("Ben dood op en moet nog naar de markt", "death"),
        ("Geen relatie met de sponsor", "spam"),
        ("Al 9 kilo na 12 weken kwijt!", "pregnancy-loss"),
        ("6 kilo met 8 weken kwijt, super blij", "pregnancy"),
        ("Lost a little weight at 6 weeks", "pregnancy-loss"),
        ("mijn horloge ziet geen hartslag meer", "pregnancy-loss"),
        ("Ectopic heartbeats since the second pen", "pregnancy-loss"),
        ("Miscarriage of justice, this decision", "pregnancy-loss"),
    ],
)
def test_an_everyday_word_is_not_that(screener: Screener, text: str, concept: str) -> None:
    assert concept not in {one.concept for one in screener(text).findings}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("I'm 9 weeks along", "pregnancy"),
        ("9 weken, op Ventora", "pregnancy"),
        ("pricked my finger, I work in a care home", "occupational-exposure"),
        ("sinds gisteren verhoging", "fever"),
        ("miskraam gehad met 9 weken", "pregnancy-loss"),
        ("we lost our little girl at 20 weeks", "pregnancy-loss"),
        ("wir haben unser Baby verloren", "pregnancy-loss"),
        ("we lost our little one at 9 weeks", "pregnancy-loss"),
        ("an ectopic pregnancy last year", "pregnancy-loss"),
        ("at the scan there was no heartbeat", "pregnancy-loss"),
        ("vandaag 2+1 gratis", "spam"),
    ],
)
def test_and_the_real_thing_is(screener: Screener, text: str, concept: str) -> None:
    assert concept in {one.concept for one in screener(text).findings}
