"""What a reply may not sound like: medical advice, cheer in a crisis. Pure.

A desk gives no medical advice (it may say "ask your doctor", never "stop",
"take" or "that is harmless"), and whoever is in danger is not cheered at.
"""

import re
from collections.abc import Mapping
from typing import Final

_FLAGS: Final = re.IGNORECASE
_MEDICINE: Final = {
    "nl": r"(?:medicijn\w*|middel|dosis|dosering|behandeling|tablet\w*|pil\w*|pen|prik|spuit|kuur|ermee)",
    "en": r"(?:medicines?|medication|meds|dose|treatment|tablets?|pills?|pen|injection|jab|it)",
}
#: An order about the medicine itself. "Never stop" and "ask your doctor whether" are no such orders.
_ORDER: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        rf"\b(?:stop|begin|ga door|verhoog|verlaag|halveer|verdubbel|sla)\b(?=[^.!?\n]*\b{_MEDICINE['nl']}\b)"
        r"|\b(?:neem|slik|gebruik|spuit|prik)\b[^.!?\n]{0,40}"
        r"\b(?:paracetamol|ibuprofen|aspirine|tablet\w*|pil(?:len)?|dosis|druppels)\b",
        _FLAGS,
    ),
    "en": re.compile(
        rf"\b(?:stop|start|continue|increase|reduce|halve|double|skip)\b(?=[^.!?\n]*\b{_MEDICINE['en']}\b)"
        r"|\b(?:take|swallow|use|inject)\b[^.!?\n]{0,40}"
        r"\b(?:paracetamol|ibuprofen|aspirin|tablets?|pills?|dose|drops)\b",
        _FLAGS,
    ),
}
_NO_ORDER: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:nooit|niets?|geen|voordat|arts|huisarts|apotheker)\b", _FLAGS),
    "en": re.compile(r"\b(?:never|not|don't|nothing|before|doctor|pharmacist)\b", _FLAGS),
}
#: A judgement on somebody's health, or a dose: nothing around it makes that right.
_JUDGEMENT: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:is|zijn) (?:heel |volkomen |helemaal )?(?:onschuldig|normaal|ongevaarlijk|veilig)\b"
        r"|\bhoort erbij\b|\bgaat vanzelf (?:weer )?over\b|\bkan geen kwaad\b|\bgeen zorgen\b"
        r"|\bniets om je zorgen over te maken\b|\bkomt (?:niet |vast |zeker )?door (?:het|je|dit) medicijn\b"
        r"|\bje (?:kunt|mag) (?:gerust|gewoon|best)\b"
        r"|\b\d+(?:[.,]\d+)? ?(?:mg|ml|microgram|eenheden|tabletten|pillen)\b|\b\d+ ?(?:x|keer) per dag\b",
        _FLAGS,
    ),
    "en": re.compile(
        r"\b(?:is|are) (?:quite |completely |perfectly )?(?:harmless|normal|safe)\b"
        r"|\bgoes away by itself\b|\bnothing to worry about\b|\bno need to worry\b|\bdon't worry\b"
        r"|\bis(?: not)? (?:surely )?caused by (?:the|your|this) medicine\b|\byou can (?:safely|just|simply)\b"
        r"|\b\d+(?:[.,]\d+)? ?(?:mg|ml|micrograms?|units|tablets|pills)\b|\b\d+ ?(?:x|times) (?:a|per) day\b",
        _FLAGS,
    ),
}
_MARKS: Final = r"[!\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]|(?<!\w)[:;]-?[)DP]"
_CHEER: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        _MARKS
        + r"|\b(?:leuke?|gezellige?|geweldige?|superblij|haha|hihi|groetjes|fijne dag|veel plezier"
        r"|wat fijn|hartstikke|top|toppie|kop op|komt goed|even lachen)\b",
        _FLAGS,
    ),
    "en": re.compile(
        _MARKS
        + r"|\b(?:awesome|great|lovely|fantastic|haha|lol|cheers|have a nice day|have fun|enjoy"
        r"|cheer up|chin up|good luck|no worries|happy to)\b",
        _FLAGS,
    ),
}


def advice_in(text: str, language: str) -> str | None:
    """Return the first words of `text` that are medical advice, or None."""
    if found := _JUDGEMENT[language].search(text):
        return found[0]
    for sentence in re.split(r"(?<=[.!?])\s|\n", text):
        found = _ORDER[language].search(sentence)
        if found and not _NO_ORDER[language].search(sentence):
            return found[0]
    return None


def cheer_in(text: str, language: str) -> str | None:
    """Return the first cheerful words or marks of `text`, or None."""
    found = _CHEER[language].search(text)
    return found and found[0]
