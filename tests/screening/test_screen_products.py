"""Tables of examples: what is wrong with a product, and a person in crisis."""

import pytest

from webcare_desk.domain.finding import Category, Tier
from webcare_desk.screening import Screener

HITS = {
    "lack-of-effect nl": """
        Ventora doet niks meer
        Het werkt niet bij mij
        Calmira helpt voor geen meter
        Geen effect na drie maanden
        De klachten zijn terug
        Ik merk totaal geen verschil
        Weggegooid geld, die pen
        Is na een jaar uitgewerkt""",
    "lack-of-effect en": """
        Ventora stopped working
        It does nothing for me
        No effect after three months
        Doesn't work for me
        Might as well drink water
        The effect is wearing off
        Made no difference at all
        Back to square one""",
    "expired nl": """
        Houdbaarheidsdatum was voorbij
        Een verlopen pen gekregen""",
    "expired en": """
        It was expired
        My pen was out of date""",
    "quality nl": """
        Pen kapot bij het openen
        Er ontbreken tabletten in de strip
        De naald was krom: kromme naald
        Beschadigde verpakking gekregen
        De pen lekt
        Vlokken in de vloeistof
        De tabletten waren verkruimeld""",
    "quality en": """
        My pen is broken
        Tablets missing from the blister
        The needle was bent: bent needle
        Damaged packaging again
        The pen leaked everywhere
        Cloudy liquid with particles in it
        The pen jammed""",
    "counterfeit nl": """
        Volgens mij is het namaak
        Nep Ventora op de markt
        Vervalste pen gekregen
        Via Telegram gekocht
        Het hologram ontbreekt
        Besteld uit China
        Op marktplaats gekocht
        Zijn ze nagemaakt?""",
    "counterfeit en": """
        This looks fake
        A counterfeit pen
        Fake tablets in the box
        I bought it on Telegram
        No hologram on the box
        Bought them online cheap
        From a dodgy website
        Is this falsified?""",
    "interaction nl": """
        In combinatie met alcohol ging het mis
        Samen met ibuprofen
        Wisselwerking met mijn bloedverdunners
        Gaat niet samen met grapefruit
        Sint-janskruid en Calmira
        Er is een interactie met mijn hartpil
        Combineren met prednison
        Prednison erbij en toen""",
    "interaction en": """
        It interacts with my blood thinners
        Taken with alcohol
        In combination with prednisone
        Grapefruit and Calmira
        Together with my heart pills
        Interaction with warfarin
        On top of my other meds
        Mixing it with my water tablets""",
    "crisis nl": """
        Ik wil niet meer leven
        Ik denk aan zelfmoord
        Was ik maar dood
        Ik zie geen uitweg meer
        Ik maak er een eind aan
        Ik ga mezelf iets aandoen
        Soms wil ik gewoon niet meer wakker worden
        Iedereen is beter af zonder mij""",
    "crisis en": """
        I want to die
        I'm going to kill myself
        Better off dead
        I don't want to live like this
        There is no way out
        I have been cutting myself
        Thinking about suicide
        No reason to live""",
    "occupational-exposure en": """
        Needlestick injury on the ward
        I pricked myself with a used needle
        Stuck myself with a pen
        Splashed in my eye at the clinic
        Exposed at work
        A colleague got stuck
        I inhaled the powder
        Without gloves""",
    "occupational-exposure nl": """
        Prikaccident op de afdeling
        In mijn vinger geprikt met haar pen
        Ik heb me geprikt aan een gebruikte naald
        Op mijn werk in aanraking gekomen met de stof
        Poeder ingeademd
        Zonder handschoenen geholpen
        Het spatte in mijn oog
        Een collega heeft zich geprikt""",
    "infection nl": """
        Die pen was niet steriel
        Een besmette pen
        Infectie door de prik
        Schimmel in de pen
        Besmet geraakt
        Hepatitis door de naald
        Een vervuilde naald
        Er zat een bacterie in""",
    "infection en": """
        The pen was not sterile
        Contaminated batch
        Infection from the injection
        Mould in the pen
        A dirty needle
        Hepatitis from the pen
        Bacteria in the liquid
        It was tainted: a tainted batch""",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, line.strip()) for key, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("family", "text"), _cases(HITS))
def test_a_fault_or_a_crisis_is_found(screener: Screener, family: str, text: str) -> None:
    category = Category(family.split(maxsplit=1)[0])
    assert category in {finding.category for finding in screener(text).findings}


@pytest.mark.parametrize(
    "text", [line for key, line in _cases(HITS) if key.startswith(("quality", "expired"))]
)
def test_a_quality_defect_is_at_least_looked_at(screener: Screener, text: str) -> None:
    assert screener(text).tier >= Tier.CHECK


@pytest.mark.parametrize("text", [line for key, line in _cases(HITS) if key.startswith("crisis")])
def test_a_crisis_outranks_everything(screener: Screener, text: str) -> None:
    assert screener(text).tier is Tier.STRONG
