"""A crisis by verb, person and tense; what is only said so is looked at, and is none."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import Assessment
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import Reader

TOLD = {
    "nl": """
        doe mezelf iets aan; deed zichzelf iets aan; heeft zichzelf iets aangedaan; zichzelf wat aandoet
        zich iets aandoet; dreigt zichzelf iets aan te doen; wil m'n eigen wat aandoen
        sneed zichzelf; begint zichzelf te snijden; zit in haar arm te snijden; kerft in haar armen
        heeft zich gekerfd; krast zichzelf open; verwondt zichzelf; beschadigt zichzelf
        heeft zichzelf beschadigd; verminkt zichzelf; zelfverminking; brandt zichzelf met sigaretten
        verdrinkt zichzelf; heeft zichzelf verdronken; dreigt zich te verdrinken
        schiet mezelf dood; heeft zich doodgeschoten; schoot zich dood; een kogel door mijn kop
        heeft zich van kant gemaakt; verhing zichzelf; beneemt zich het leven
        heeft zich het leven benomen; maakte er een eind aan; heeft er een eind aan gemaakt
        heeft een doodswens; een TS gedaan; een pijnloze manier; sprong van een flat
        blaas de boel op; gooi een bom; kom met een geweer; schiet hem dood; rij hem dood
        snij hem de keel door; moet een kogel krijgen; heeft mij bij de keel gegrepen""",
    "en": """
        do something to herself; did something to himself; harms herself; harmed himself; cuts herself
        hits herself; punches himself; self-injury; self-mutilation; hangs herself; found him hanging
        took his life; takes her life; tried to take my life; survived my attempt; a death wish
        a painless way to go; sewer slide; offed himself; topped himself; neck myself; did himself in
        blew his brains out; slits her wrists; threw herself under a train; drowned herself
        downed thirty pills with vodka; put a bullet in my head; fed up with life
        beat him to death; i'll shoot him; i'll stab her; blow the place up; set fire to the place
        burn it to the ground; plant a bomb; coming with a gun; put a bullet in him
        threatens me with a knife; grabbed me by the throat""",
    "de": """
        hat sich etwas angetan; droht sich etwas anzutun; verletzt sich selbst; nahm sich das Leben
        ist vom Dach gesprungen; ich sprenge euch in die Luft; bedroht mich""",
}
SAID_ONLY = [
    ("nl", "Ik maak hem kapot met schaken"),
    ("nl", "Die baas in dat spel vermoordt alles"),
    ("en", "I'll kill him, he ate my lunch"),
    ("en", "I could murder him for leaving the milk out"),
]
NONE = [
    ("nl", "Doekje in de koelkast, op de polsen"),
    ("nl", "De kat keek uit het raam"),
    ("en", "My sister is going to kill me, I broke her mug"),
]


def _cases() -> list[tuple[str, str]]:
    return [
        (language, told.strip())
        for language, table in TOLD.items()
        for told in table.replace("\n", ";").split(";")
        if told.strip()
    ]


def _read(reader: Reader, language: str, text: str) -> Assessment:
    return reader(Line("1", text, None, language, None, {}))


@pytest.mark.parametrize(("language", "text"), _cases())
def test_a_crisis_is_named_in_every_form(reader: Reader, language: str, text: str) -> None:
    assert _read(reader, language, text).crisis


@pytest.mark.parametrize(("language", "text"), SAID_ONLY)
def test_a_threat_that_is_a_manner_of_speaking_is_looked_at(
    reader: Reader, language: str, text: str
) -> None:
    found = _read(reader, language, text)
    assert found.tier is Tier.CHECK
    assert not found.crisis


@pytest.mark.parametrize(("language", "text"), NONE)
def test_everyday_words_are_no_crisis(reader: Reader, language: str, text: str) -> None:
    assert not _read(reader, language, text).crisis
