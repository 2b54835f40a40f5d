"""Tables of examples: what must not be flagged."""

import pytest

from webcare_desk.domain.finding import Category, Tier
from webcare_desk.screening import Screener

# The words of a family in another sense: that category must not be named.
NEAR = {
    "adverse-event": """
        Hartstikke leuk
        Painfully slow website
        Koortsachtig gezocht naar mijn sleutels
        The rather long strike is over
        In het verleden""",
    "pregnancy": """
        De zanger was goed
        A great trial lesson
        De kindertuin is open
        Still waiting for the bus
        Mijn zwager komt ook""",
    "overdose": """
        Te veel regen dit jaar
        Too many cooks
        Twee keer gelezen
        Double trouble, nice film
        Genoeg is genoeg""",
    "medication-error": """
        Verkeerd verbonden
        Wrong number, sorry
        Ik ben mijn sleutels kwijt
        I forgot his birthday
        Vergeten te bellen""",
    "misuse": """
        Een ijsje met slagroom
        Sharing is caring
        Samen delen we het brood
        My own garden
        Mijn zus komt logeren""",
    "abuse": """
        Hoge bomen vangen wind
        High tea at four
        Verslaafd aan chocola
        A school trip to Ghent
        Ik ben dol op koffie""",
    "lack-of-effect": """
        Het werk ligt stil
        Lekker gewerkt vandaag
        The works council meets today
        Good music works wonders
        Wat doet hij voor werk?""",
    "quality": """
        De deur is kapot
        Broken hearts club
        Mooie kleuren in de tuin
        The tap is dripping
        Een leeg strand""",
    "counterfeit": """
        Nepnieuws natuurlijk
        Fake news again
        Echt een mooi cadeau
        A false start
        Een gouden hologram op mijn pasje""",
    "interaction": """
        Samen met mijn zus naar zee
        Together with my sister
        Leuke combinatie van kleuren
        Mixed feelings
        Wij gaan samen""",
    "infection": """
        Steriele kleuren in dat interieur
        An infectious laugh
        Een schone lei
        Clean kitchen at last
        Besmettelijk enthousiast""",
    "off-label": """
        Een nieuw platenlabel
        Label your boxes
        Afgevallen bladeren in de tuin
        Dresses off the rack
        Kinderen voor kinderen""",
    "occupational-exposure": """
        Ik werk in de zorg
        Work was fine today
        Handschoenen kwijt
        New gloves for winter
        Mijn collega trakteert""",
    "crisis": """
        Ik zie het helemaal zitten
        This killer sauce
        Het einde van de film was mooi
        The end of the week
        Doodsimpel recept""",
    "privacy": """
        Dat kost 50 euro
        We meet at 10.30
        Pagina 12 van 2024
        See you @ the market
        Nummer 1 in de hitlijst""",
    "spam": """
        Wij gaan wandelen
        Lovely to see you
        Mijn geld is op
        A link between us
        De winkel is dicht""",
    "thanks": """
        Tot morgen
        See you soon
        De denktank vergadert
        A fish tank
        Topografie was mijn vak""",
    "complaint": """
        De wachtkamer is licht
        The waiter was tall
        Een dure eed
        Service at nine on Sunday
        Prima geregeld""",
    "misinformation": """
        De farmacie studeert
        A chipped mug
        Onderzoek van de universiteit
        Poisonous plants in the garden
        Een goed boek""",
    "medical-question": """
        Ik kan goed koken
        He can sing
        Vandaag regent het
        Monday again
        Mooi weer""",
    "information": """
        Het is warm
        Sunny here
        Mijn tuin bloeit
        Roses everywhere
        Tot zondag""",
}

SILENT = {
    "nl": """
        Goedemorgen allemaal
        Wat een mooi weer vandaag
        Mijn hond is vandaag jarig
        Ik lach me dood om die film
        Hartelijk gefeliciteerd
        Hebben jullie het boek gelezen?
        Het concert was prachtig
        Wie gaat er mee wandelen
        In het verleden woonde ik in Gent
        Mooi zicht op zee daar
        De voorstelling begint om acht uur
        Kunnen we de kosten delen?
        Ik zag een licht in de verte
        Voorts wens ik jullie een fijne dag""",
    "en": """
        Good morning everyone
        What a lovely garden
        I was bored to death by that film
        Never been to Ghent
        My dog turns five today
        I cannot find the spelling list
        Did you see the match?
        The dough was too rough
        Dying to hear your story
        We went dancing, then dinner
        He is a pain in the neck
        Father and mother came over
        The rather long road home
        Cancel my seat please""",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, line.strip()) for key, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("family", "text"), _cases(NEAR))
def test_a_word_in_another_sense_is_not_named(screener: Screener, family: str, text: str) -> None:
    assert Category(family) not in {finding.category for finding in screener(text).findings}


@pytest.mark.parametrize(("language", "text"), _cases(SILENT))
def test_small_talk_raises_no_flag(screener: Screener, language: str, text: str) -> None:
    screening = screener(text)
    assert screening.tier is Tier.NONE, (language, screening.findings)
