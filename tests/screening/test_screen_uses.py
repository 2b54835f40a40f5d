"""Tables of examples: effects, pregnancy, and a drug used otherwise than meant."""

import pytest

from webcare_desk.domain.finding import Category, Tier
from webcare_desk.screening import Screener

HITS = {
    "adverse-event nl": """
        Ik ben kotsmisselijk sinds die prik
        Na de tweede injectie zat ik onder de galbulten
        M'n haar valt met bosjes uit
        Al drie nachten geen oog dicht gedaan
        Heb zo'n knallende koppijn van die pillen
        Mijn moeder kreeg hartkloppingen van Calmira
        Door de Ventora ben ik hondsmoe
        Ik zweet me kapot elke nacht, lakens kletsnat
        k ben mezelf niet meer sinds die pen
        Amai, sebiet op spoed gelegen na mijn spuitje
        Ge krijgt er precies een metaalsmaak van
        Die tabletten maken me doodziek""",
    "adverse-event en": """
        I've been throwing up since the first jab
        My hair is falling out since I started Ventora
        Woke up covered in hives
        Can't sleep at all on these tablets
        My husband says I'm not me since the injections
        Brain fog and tinnitus, thanks Calmira
        Knocked me out for two days
        Ended up in the emergency room last night
        My legs turned to jelly after the second dose
        Blurry vision every evening
        Feels like I was hit by a truck
        Everything tastes like metal""",
    "pregnancy nl": """
        Ik blijk zwanger te zijn en gebruik Ventora
        Mag je borstvoeding geven met Calmira?
        Gisteren een positieve test!
        Na een miskraam weer begonnen met de pen
        We hebben een kinderwens
        Mijn vriendin is zwanger en ik slik Calmira
        Heeft het invloed op mijn sperma?
        Ben acht weken in verwachting""",
    "pregnancy en": """
        I'm pregnant and still on Ventora
        Can I breastfeed on this?
        We are trying to conceive
        Had a miscarriage in June
        Two pink lines this morning!
        Does it affect sperm?
        My wife is pregnant and I take Calmira
        In my second trimester now""",
    "overdose nl": """
        Ik heb per ongeluk twee pennen gezet
        Mijn zoon heeft een overdosis genomen
        Te veel ingenomen gisteren
        Oeps, dubbele dosis gespoten
        Vier tegelijk geslikt
        Heb de tablet 2x ingenomen vandaag
        Drie pillen in plaats van een: te veel genomen
        Ik nam een te hoge dosis""",
    "overdose en": """
        I took too many tablets
        Accidentally took two this morning
        Took a double dose by mistake
        She overdosed on Calmira
        Injected two pens at once
        I doubled my dose yesterday
        Twice the dose, oops
        Took it twice today""",
    "medication-error nl": """
        Apotheek gaf mij de verkeerde sterkte
        Ik ben mijn prik vergeten
        Dozen door elkaar gehaald
        20 mg in plaats van 10 gekregen
        Per ongeluk de pen van mijn man genomen
        Verkeerde pen gebruikt
        Vergeten te spuiten zondag
        Heb de pen omgekeerd vastgehouden""",
    "medication-error en": """
        The pharmacy gave me the wrong strength
        I forgot to take my tablet
        Missed a dose last week
        Mixed up the boxes
        Used the wrong pen
        Took 20 instead of 10 mg
        Swapped them by mistake
        I skipped a dose""",
    "misuse nl": """
        Ik heb zelf de dosis verhoogd
        Neem er altijd eentje extra
        Zonder overleg vaker dan voorgeschreven
        Ik leen een pen van mijn zus
        Op eigen houtje opgehoogd
        Pillen van mijn vrouw geslikt
        Zonder recept gekregen van een buurvrouw
        Deel mijn pennen met een vriendin""",
    "misuse en": """
        I upped my dose myself
        I take an extra tablet on bad days
        Sharing my pills with my sister
        Without telling my doctor I changed it
        I used my husband's pen
        Borrowed a pen from a friend
        Without a prescription
        More often than I should, saving them up""",
    "off-label nl": """
        Ik gebruik het om af te vallen
        Off-label voorgeschreven
        Eigenlijk niet voor bedoeld
        Tegen mijn rimpels
        Buiten de indicatie
        Het is niet voor geregistreerd
        Voor mijn kater
        Aan mijn kind gegeven""",
    "abuse nl": """
        Je wordt er lekker high van
        Hij snuift het
        Ik ben eraan verslaafd
        Een trip van jewelste, trippen
        Feestdrug
        Kick van die pil
        Fijnmalen en gaan
        Doorverkocht op straat""",
    "off-label en": """
        I use it to lose weight
        Prescribed off-label
        It is not approved for that
        For my migraine, actually
        I gave it to my son
        As a diet pill
        For my hangover
        Not licensed for this""",
    "abuse en": """
        You get high on it
        He snorts it
        I am addicted to it
        Gives a nice buzz
        A party drug
        We take it for fun
        They sell them on
        Recreational use""",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, line.strip()) for key, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("family", "text"), _cases(HITS))
def test_an_effect_or_a_wrong_use_is_found(screener: Screener, family: str, text: str) -> None:
    category = Category(family.split(maxsplit=1)[0])
    assert category in {finding.category for finding in screener(text).findings}


@pytest.mark.parametrize(
    "text",
    [
        line
        for family, line in _cases(HITS)
        if family.split(maxsplit=1)[0] in {"adverse-event", "pregnancy", "overdose"}
    ],
)
def test_what_must_reach_pv_is_at_least_looked_at(screener: Screener, text: str) -> None:
    assert screener(text).tier >= Tier.CHECK
