"""What stands around what a comment tells: pictograms, laughter, a greeting, names, a signature.

A model that weighs all words of a text by their number lets a row of hearts hide a report:
so a text is weighed without them as well.
"""

import re
from typing import Final

#: The pictograms that tell of a symptom, a pregnancy, a remedy or an end: these stay.
TELLING: Final = "🤢🤮🤒🤕😵🥴🤧😷🤯🤰🤱🩸💉💊🚑🏥💀⚰"
# "@Anja de Vries": of what stands behind a name, only this is known to belong to it.
_NAMED: Final = r"(?:(?:[ ](?:van|der|den|de|ten|el|von)){1,2}[ ][A-Z][\w-]*)?"
_LAUGHTER: Final = r"(?:a?ha(?:ha)+h?|hi(?:hi)+|he(?:he)+|ho(?:ho)+|lo+l|lmf?ao|rofl|xx+)(?!\w)"
# Each begins with what tells it apart: this is tried at every sign of every text.
_ANYWHERE: Final = re.compile(
    rf"(?<!\w)(?:(?=[ahlrxAHLRX])(?i:{_LAUGHTER})|@\w+{_NAMED}|#\w+"
    r"|(?P<word>\w++)(?:[\s,!.]++(?P=word)\b){2,})"
    r"|(?:https?://|www\.)\S+|(?P<loud>!{2,})"
    rf"|(?![{TELLING}])[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d]*"
)
_OPENING: Final = re.compile(
    r"\s*(?:hi|hey|hello|hoi|hallo|hall[oö]chen|hej|moi|dag|good (?:morning|evening|afternoon)"
    r"|goede(?:morgen|middag|navond|n?avond)|morning|guten (?:tag|morgen|abend)|dear|beste|lieve|liebe"
    r"|thanks|thank you|thx|bedankt|dank|dankjewel|danke|vielen dank)\b"
    r"(?!\s*(?:\d|to\b|zij\b))"  # "Dag 5", "Thanks to", "Dank zij": no greeting
    r"[^,.!?:;\n]{0,40}?(?:[,.!:;\n]|\s{3,})",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"\b(?=[bcghklmvswx])(?:(?:hartelijke |vriendelijke |lieve )?groet(?:en|jes)?|gr|mvg|liefs|kusjes?|knuffels?"
    r"|(?:lots of )?love(?=,)|(?:kind |best |warm )?regards|best wishes|cheers|hugs|xx*o*"
    r"|(?:liebe|viele) gr[uü](?:ss|ß)e|lg|mfg|sent from my|verzonden (?:met|vanaf) mijn)\b"
    r"(?:[\s,.!–-]+\w+){0,6}[\s,.!–-]*$",
    re.IGNORECASE,
)


def _blank(match: re.Match[str]) -> str:
    """Return blanks for what was found, but for what of it still says something."""
    found = match.groupdict()
    kept = "." if found.get("loud") else found.get("word") or ""
    return kept.ljust(len(match[0]))


def untrimmed(text: str) -> str:
    """Return `text` with blanks in place of what stands around, so that every place stays.

    Of a word said again and again the first one stays, of a row of exclamation marks an end.
    """
    core = _SIGNED.sub(_blank, _ANYWHERE.sub(_blank, text))
    opening = _OPENING.match(core)
    return core if opening is None else core[opening.end() :].rjust(len(text))
