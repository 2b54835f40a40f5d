"""What a reply may not sound like: medical advice, cheer in a crisis. Pure.

A desk gives no medical advice (it may say "ask your doctor", never "stop",
"take" or "that is harmless"), and whoever is in danger is not cheered at.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_FLAGS: Final = re.IGNORECASE
_NEAR: Final = 200  # characters: what is further away belongs to something else, and costs time
_MEDICINE: Final = {
    "nl": r"(?:medicijn\w*|medicatie|middel|dosis|dosering|behandeling|tablet\w*|pil|pillen|pen|prik|spuit"
    r"|kuur|ermee|slikken|spuiten)",
    "en": r"(?:medicines?|medication|meds|dose|treatment|tablets?|pills?|pen|injections?|jab)",
}
_REMEDY: Final = {
    "nl": r"(?:paracetamol|ibuprofen|aspirine|tablet\w*|pil|pillen|dosis|druppels)",
    "en": r"(?:paracetamol|ibuprofen|aspirin|tablets?|pills?|dose|drops)",
}
#: An order about the medicine itself, within a run of words.
_ORDER: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:stop|begin|start|staak|hervat|verhoog|verlaag|halveer|verdubbel"
        rf"|sla(?=.{{0,200}}\bover\b)|blijf(?=.{{0,200}}\b(?:slikken|nemen|gebruiken|spuiten)\b)"
        rf"|ga (?:\w+ ){{0,3}}door)\b(?=.{{0,200}}\b{_MEDICINE['nl']}\b)"
        rf"|\b(?:neem|slik|gebruik|spuit|prik)\b(?:(?!\b(?:welke|formulier)\b).){{0,40}}\b{_REMEDY['nl']}\b"
        r"|\b(?:(?:je|u|jij) (?:kunt|kan|mag|moet)|(?:kunt?|kan|mag|moet) (?:je|u)|beter|adviseren|raden)\b"
        rf"(?=.{{0,200}}\b{_MEDICINE['nl']}\b)(?:(?!\bof\b).){{0,50}}"
        r"\b(?:stoppen|doorgaan|beginnen|verhogen|verlagen|halveren|verdubbelen|overslaan)\b"
        rf"|\bstoppen met\b.{{0,200}}\b{_MEDICINE['nl']} is (?:het )?(?:beste?|beter|verstandig|goed)\b",
        _FLAGS,
    ),
    "en": re.compile(
        r"\b(?:stop|start(?! by\b)|continue(?! to\b)|keep (?:taking|using)|increase|reduce|halve|double|skip)\b"
        rf"(?:(?=.{{0,200}}\b{_MEDICINE['en']}\b)|(?= (?:(?:taking|using|with) )?it\b))"
        rf"|\b(?:take|swallow|use|inject)\b(?:(?!\b(?:which|form)\b).){{0,40}}\b{_REMEDY['en']}\b"
        r"|\b(?:recommend|advise|suggest|try|best|better)\b.{0,20}"
        rf"\b(?:stopping|skipping|taking|doubling|halving|reducing|increasing)\b(?=.{{0,200}}\b{_MEDICINE['en']}\b)",
        _FLAGS,
    ),
}
#: Where one run of words ends: an order on one side is not excused by a word on the other.
_RUN: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(r"[.!?;:\n]|\b(?:en|maar|want|dus)\b", _FLAGS),
    "en": re.compile(r"[.!?;:\n]|\b(?:and|but|so|then)\b", _FLAGS),
}
#: Where what is said of an order ends.
_CLAUSE: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"[,()–—]|\b(?:als|omdat|zodat|wanneer|terwijl|tot|totdat|voordat|tenzij)\b", _FLAGS
    ),
    "en": re.compile(r"[,()–—]|\b(?:if|when|because|unless|until|since|while|before)\b", _FLAGS),
}
#: What asks: what stands after it in its clause is a question to somebody else.
_ASKED: Final = {
    "nl": r"\b(?:vra(?:ag|gen)|overleg\w*|bespre\w+|weten|weet|vertel\w*|bepaalt|beslist|kijk\w*|nagaan)\b"
    r".*\b(?:of|hoe|wanneer|waarom|wat)\b|\b(?:of|hoe|wanneer|waarom|als|voordat) (?:je|u|jij|ik|het|dit|dat) $",
    "en": r"\bwhether\b|\b(?:how|when|why|what) to\b"
    r"|\b(?:ask|asks|asked|discuss|know|knows|tell|tells|check)\b.*\b(?:if|how|when|why)\b",
}
#: The words right before an order that make it none: "never", "do not just", "before you", "if you want to".
_BEFORE: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        rf"{_ASKED['nl']}|\b(?:nooit|niet|niemand|het|een)(?: (?:zomaar|zelf|plotseling))? $",
        _FLAGS,
    ),
    "en": re.compile(
        rf"{_ASKED['en']}|\b(?:the|an?|your|this|any|of) $"
        r"|(?:\b(?:never|not|cannot|nobody|no one)|n['’]t)"
        r"(?: (?:ever|just|simply|suddenly|please|should|must|to|you|anyone|anything|advise|tell|recommend"
        r"|suggest|stop|start|change|reduce|increase|skip|double|take|use|or))* $"
        r"|\b(?:if|when|how|before|after|since|once|unless|while|which|why|who|because)(?: (?:you|they|people))?"
        r"(?: (?:want|plan|wish|need|decide|have|would like|may|ever) to)? $"
        r"|\bthat (?:you|they) $",
        _FLAGS,
    ),
}
#: The words of the clause after it that make it none: "niet", "no", and what is carried along, not swallowed.
_AFTER: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:nooit|niets?|geen|contact|mee)\b", _FLAGS),
    "en": re.compile(
        r"^\w+ (?:nothing|no|none)\b|\bwith you\b|\bto (?:your|the|a) (?:doctor|pharmac\w+|hospital|surgery)\b",
        _FLAGS,
    ),
}
_HARMLESS: Final = {
    "nl": r"(?:onschuldig|normaal|ongevaarlijk|veilig)",
    "en": r"(?:harmless|normal|safe)",
}
#: A judgement on somebody's health: only a question to somebody else makes that right.
_JUDGEMENT: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b(?:is|zijn|lijkt|klinkt|da['’]s) (?:(?!(?:niet|nooit|hier|bij|dat|dit|het|er)\b)\w+ ){0,2}"
        rf"{_HARMLESS['nl']}\b"
        r"|\bhoort erbij\b|\bgaat vanzelf (?:weer )?over\b|\bkan geen kwaad\b|\bgeen zorgen\b"
        r"|\bniets om je zorgen over te maken\b|\bkomt (?:\w+ ){0,2}door (?:het|je|dit) medicijn\b"
        r"|\b(?:je|u|jij) (?:kunt|kan|mag) (?:gerust|gewoon|best|rustig|veilig)\b"
        r"|\b(?:kunt?|kan|mag) (?:je|u) (?:gerust|gewoon|best|rustig|veilig)\b",
        _FLAGS,
    ),
    "en": re.compile(
        r"(?:\b(?:is|are|seems|sounds|looks)|['’](?:s|re))"
        r" (?:(?!never\b)(?:\w+ly|quite|just|very|so|really|always|often|pretty|still|also|rather|all|too|most|more) )*"
        rf"{_HARMLESS['en']}\b"
        r"|\b(?:goes|will go|['’]ll go) away (?:by itself|on its own)\b|\bnothing to worry about\b"
        r"|\bno need to worry\b|\bdon['’]t worry\b|\bdo not worry\b"
        r"|(?:\b(?:is|are)|['’](?:s|re)) (?:(?:not|\w+ly) )*caused by (?:the|your|this) medicine\b"
        r"|\byou can (?:safely|just|simply)\b",
        _FLAGS,
    ),
}
#: How much and how often: nothing around it makes that right.
_DOSE: Final[Mapping[str, re.Pattern[str]]] = {
    "nl": re.compile(
        r"\b\d+(?:[.,]\d+)? ?(?:mg|ml|microgram|eenheden|tabletten|pillen)\b|\b\d+ ?(?:x|keer) per dag\b",
        _FLAGS,
    ),
    "en": re.compile(
        r"\b\d+(?:[.,]\d+)? ?(?:mg|ml|micrograms?|units|tablets|pills)\b|\b\d+ ?(?:x|times) (?:a|per) day\b",
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
    if found := _DOSE[language].search(text):
        return found[0]
    for run in _RUN[language].split(text):
        for found in _JUDGEMENT[language].finditer(run):
            if not re.search(_ASKED[language], _lead(run, found), _FLAGS):
                return found[0]
        for found in _orders(run, language):
            if not _is_excused(run, found, language):
                return found[0]
    return None


def _orders(run: str, language: str) -> Iterator[re.Match[str]]:
    """Yield every order, also one that begins within another: "take nothing, swallow a pill"."""
    found = _ORDER[language].search(run)
    while found is not None:
        yield found
        found = _ORDER[language].search(run, found.start() + 1)


def _is_excused(run: str, order: re.Match[str], language: str) -> bool:
    """Say whether its own clause makes an order none; a doctor elsewhere in the sentence does not."""
    said = _CLAUSE[language].split(run[order.start() : order.start() + _NEAR])[0]
    before, after = _BEFORE[language], _AFTER[language]
    return bool(before.search(_lead(run, order)) or after.search(said))


def _lead(run: str, found: re.Match[str]) -> str:
    """Return what stands before in the same clause."""
    return re.split(r"[,()–—]", run[max(0, found.start() - _NEAR) : found.start()])[-1]


def cheer_in(text: str, language: str) -> str | None:
    """Return the first cheerful words or marks of `text`, or None."""
    found = _CHEER[language].search(text)
    return found and found[0]
