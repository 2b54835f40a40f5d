"""A crisis of a relative, or asked about, is one in whatever else the comment tells."""

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import Assessment
from webcare_desk.screening.lines import Line
from webcare_desk.screening.normalise import fold
from webcare_desk.screening.reader import Reader
from webcare_desk.screening.tokens import tokenise

RELATIVES = (
    "Mijn broer wil zelfmoord plegen",
    "Mijn zoon heeft zich opgehangen",
    "My sister cuts herself",
    "My husband beats me",
)
AROUND = (
    "{}.",
    "Sinds Ventora heb ik haaruitval en ben ik 10 kilo aangekomen. {}.",
    "{}. Since Ventora my hair is falling out too.",
    "Hi all, {}, love Anne",
)


def _assess(reader: Reader, text: str) -> Assessment:
    return reader(Line("1", text, None, None, None, {}))


@pytest.mark.parametrize("text", RELATIVES)
@pytest.mark.parametrize("around", AROUND)
def test_a_crisis_of_a_relative_is_one_beside_anything(
    reader: Reader, around: str, text: str
) -> None:
    found = _assess(reader, around.format(text))
    assert found.crisis
    assert found.tier is Tier.STRONG


@pytest.mark.parametrize(
    "text",
    [
        "Mijn broer lacht zich dood om die film",
        "Mijn man is dood op van het lachen",
        "My sister is killing it on stage",
        "My mum would die for that cake",
        "My brother scored and killed the game in the last minute",
    ],
)
def test_what_is_only_said_of_a_relative_is_none(reader: Reader, text: str) -> None:
    assert not _assess(reader, text).crisis


@pytest.mark.parametrize(
    "text",
    [
        *("hoe pleeg ik zelfmoord?", "hoeveel pillen moet ik slikken om te sterven?"),
        *("hoeveel ventora is dodelijk?", "waarom zou ik nog blijven leven?"),
        *("heeft het leven nog zin?", "ga je dood van 20 tabletten ventora?"),
        *("how many pills do I need to take to die?", "will 20 tablets of ventora kill me?"),
        *("can you die from 30 ventora?", "how can I kill myself?", "how much ventora is lethal?"),
        *("why should I keep living?", "is life still worth it?", "does it hurt to die?"),
        *("my husband hits me what should I do?", "mijn man slaat me wat moet ik doen?"),
    ],
)
def test_a_crisis_that_is_asked_about_is_one(reader: Reader, text: str) -> None:
    found = _assess(reader, text)
    assert found.crisis
    assert found.tier is Tier.STRONG


@pytest.mark.parametrize(
    "text",
    [
        *("Does the jab hurt the baby?", "Can this harm my baby?", "will this traffic kill me?"),
        *("How many people have to die before they fix this?", "20 minutes on that bike kill me"),
        *("how many tablets do you take a day?", "Is this life hack worth it?"),
        *("Does the hero have to die in this film?", "Where do letters go to die?"),
        *("waarom zou ik in de stad leven?", "hoeveel tabletten mag ik nemen?"),
        *("heeft die film zin?", "hoeveel mensen kwamen er naar de wedstrijd?"),
    ],
)
def test_what_is_asked_of_something_else_is_none(reader: Reader, text: str) -> None:
    assert not _assess(reader, text).crisis


@pytest.mark.parametrize(
    "text",
    [
        *("doodsgedachten", "moe van het leven", "vaarwel wereld", "had ik maar nooit bestaan"),
        *("sick of living", "goodbye cruel world", "I should never have been born"),
        *("I get beaten at home", "ready to meet my maker", "ik had nooit geboren moeten worden"),
    ],
)
def test_a_crisis_in_a_few_words_is_one(reader: Reader, text: str) -> None:
    assert _assess(reader, text).crisis


@pytest.mark.parametrize(
    "text",
    ["Arsenal got beaten at home again", "moe van het lange rijden"],
)
def test_a_few_words_of_something_else_are_none(reader: Reader, text: str) -> None:
    assert not _assess(reader, text).crisis


@pytest.mark.parametrize("pause", ["...", "..", "…", "… ", " ... ", "....."])
@pytest.mark.parametrize(
    "said",
    ["I want to{} die", "ik wil{} dood", "ik wil niet{} meer leven", "I want to{} kill myself"],
)
def test_a_pause_breaks_no_phrase(reader: Reader, said: str, pause: str) -> None:
    text = said.format(f"{pause} " if pause.strip() == pause else pause)
    found = _assess(reader, text)
    assert found.crisis
    assert any(text[one.start : one.end].endswith(text.split()[-1]) for one in found.spans)


@pytest.mark.parametrize("end", [".", "!", "?", ";", "?..", "...!"])
def test_a_sentence_that_ends_breaks_one(reader: Reader, end: str) -> None:
    assert not _assess(reader, f"That is what I want to{end} Die Hard is a film").crisis


@pytest.mark.parametrize(
    "text",
    ["I want to dіe", "ik wil dооd", "ik wil νiet meer leven, nіet meer leven", "I wаnt tο diе"],
)
def test_a_letter_of_another_alphabet_hides_no_crisis(reader: Reader, text: str) -> None:
    found = _assess(reader, text)
    assert found.crisis
    told = {text[one.start : one.end] for one in found.spans if one.kind == "event"}
    assert any(text.endswith(words) for words in told)


@pytest.mark.parametrize("text", ["µg", "β-blocker", "Иван и Мария живут в доме", "Ω"])
def test_words_of_another_alphabet_stay_as_they_are(text: str) -> None:
    assert len(fold(text).text) == len(text)
    assert tokenise(text).folded.text == text.casefold().replace("µ", "μ")


@pytest.mark.parametrize(
    ("agreement", "parent"),
    [
        ("ik ook", "Ik heb geen hoofdpijn van Ventora"),
        ("ik ook", "Dankzij Ventora ben ik van mijn pijn af"),
        ("me too", "I have no headache from Ventora"),
        ("same here", "No more headaches since Ventora!"),
    ],
)
def test_who_agrees_with_a_denial_tells_no_strong_sign(
    reader: Reader, agreement: str, parent: str
) -> None:
    assert reader(Line("1", agreement, parent, None, None, {})).tier <= Tier.CHECK


@pytest.mark.parametrize(
    ("agreement", "parent"),
    [
        ("ik ook", "Ik heb geen hoofdpijn van Ventora, maar wel jeuk"),
        ("ik ook", "Ik heb hoofdpijn van Ventora. Anderen hebben geen hoofdpijn"),
        ("me too", "I don't think about suicide"),
    ],
)
def test_who_agrees_with_more_than_a_denial_tells_one(
    reader: Reader, agreement: str, parent: str
) -> None:
    assert reader(Line("1", agreement, parent, None, None, {})).tier is Tier.STRONG
