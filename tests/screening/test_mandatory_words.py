"""A word of death, hospital, pregnancy, overdose: whatever its form, a person looks at it."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader

CARRIERS = {"nl": "het woord is {} hier", "en": "the word is {} here", "de": "das Wort ist {} hier"}
WORDS = """
nl death: overleden, overlijdt, bij haar overlijden, kwam te overlijden, overlijdensbericht, stierf
nl death: sterft, stierven, gestorven, sterfte, sterfgevallen, dode, doden, dodelijk, fataal, fatale afloop
nl death: omgekomen, bezweken, ontslapen, doodsoorzaken, doodgebloed, doodgeboren, stilgeboren, uitvaarten
nl death: gecremeerd, rouwkaart, nabestaanden, niet overleefd, hersendood, wiegendood, hebben hem verloren
nl death: ben mijn man verloren, het leven gelaten, rust zacht, RIP papa, euthanasie, in de rouw
en death: died, dies, dying, deaths, fatality, fatalities, fatally, lethal, mortality, killed by it
en death: it killed him, she passed, passed in June, passed last week, his passing, lost her battle
en death: my late husband, demise, perished, succumbed, did not survive, didn't survive, bled to death
en death: choked to death, suffocated, cremated, bereaved, bereavement, widowed, obituary, euthanasia
en death: SUDEP, brain dead, dropped dead, in mourning, we lost her, RIP dad, RIP my friend
de death: gestorben, verstirbt, ist tot, Totgeburt, verblutet, erstickt, hirntot, Todesursache, verwitwet
nl hospital: ziekenhuizen, zkh, in het UZ, naar het UMC, PAAZ, op intensieve, intensieve zorgen
nl hospital: op de IC, op IC gelegen, naar IZ, CCU, hartbewaking, geïntubeerd, beademingsmachine
nl hospital: traumahelikopter, de MUG opgehaald, gehospitaliseerd, hospitalisatie, gesloten afdeling
nl hospital: crisisopname, spoedarts, naar de spoed, gillende sirenes, loeiende sirene, ambulances
en hospital: in the ER, to the ED, in casualty, HDU, ITU, CCU, NICU, resus, CPR, was ventilated, intubated
en hospital: life support, blue lighted, blue-lighted, sectioned, psych ward, psychiatric unit
en hospital: crisis team, kept in overnight, kept him overnight, overnight stay, operated on
de hospital: Krankenhäuser, intubiert, beatmet, geschlossene Abteilung, Psychiatrie
nl pregnancy: abortus, zwangerschapsafbreking, curettage, buitenbaarmoederlijk, vruchtdood, doodgeboorte
nl pregnancy: kraambed, kraamtijd, kraamvrouw, borstvoeden, icsi, iui, vroedvrouw, termijnecho
nl pregnancy: open ruggetje, hazenlip, kolfmelk, kleine op komst
en pregnancy: abortion, abortions, terminated at twelve weeks, ectopic, D&C, preemie, in labour, in labor
en pregnancy: postpartum, lactating, foetal, fetal, ICSI, IUI, bfp, preg, cleft palate, spina bifida
en pregnancy: pre-eclampsia, newborn, in utero, antenatal
de pregnancy: Abtreibung, abgetrieben, Ausschabung, Totgeburt, Wochenbett, Neugeborenes
nl overdose: intoxicatie, vergiftigd, vergiftiging, antigifcentrum, gifcentrum, maag leeggepompt
nl overdose: maagspoeling, een OD, OD genomen, tien keer te veel, 3x te veel, doosje leeggegeten
en overdose: OD, ODed, OD'd, over dose, over-dose, too many tablets, too many pills, too much insulin
en overdose: poisoning, toxic levels, toxicity, stomach pumped, activated charcoal, narcan, naloxone
en overdose: whole bottle of pills, ten times the dose, 10x the dose, over the limit
de overdose: Vergiftung, Intoxikation, zu viele Tabletten, Magen ausgepumpt"""
CALM = [
    ("nl", "We gingen naar de Dode Zee"),
    ("nl", "Hij sterft van verlegenheid"),
    ("nl", "Straks speelt AZ thuis"),
    ("nl", "In het weekend een ic naar Keulen"),
    ("en", "The price is a rip off"),
    ("en", "Teeth like a newborn"),
    ("en", "My brother Ed says hello"),
    ("en", "The room was well ventilated"),
]


def _cases(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        head, words = line.split(": ", 1)
        found += [(head[:2], word.strip()) for word in words.split(", ")]
    return found


@pytest.mark.parametrize(("language", "word"), _cases(WORDS))
def test_a_person_always_looks(reader: Reader, language: str, word: str) -> None:
    text = CARRIERS[language].format(word)
    found = reader(Line("1", text, None, language, None, {}))
    assert found.tier is not Tier.NONE
    assert any(span.reason.split(" ")[0] in reader.assessor.mandatory for span in found.spans)


@pytest.mark.parametrize(("language", "text"), CALM)
def test_a_word_that_only_looks_like_one_is_left_alone(
    reader: Reader, language: str, text: str
) -> None:
    found = reader(Line("1", text, None, language, None, {}))
    assert not any(span.reason.split(" ")[0] in reader.assessor.mandatory for span in found.spans)
