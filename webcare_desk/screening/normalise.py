"""Fold a text so that spelling variants meet, with a way back to every character.

Two views: the *folded* text (case, diacritics, width, invisible characters) that
words are read from, and the *squeezed* text (letters only, lookalikes and leet
replaced) in which disguised product names are looked for. Both take linear time.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

# The blocks whose letters, marks and signs occur in or disguise Latin text.
_BLOCKS = (
    (0x0080, 0x058F),  # Latin, marks, Greek, Cyrillic, Armenian
    (0x0610, 0x061C),
    (0x180B, 0x180E),
    (0x1AB0, 0x1AFF),
    (0x1D00, 0x214F),  # phonetic, additional Latin, punctuation, letterlike
    (0x2460, 0x24FF),  # enclosed
    (0x2C60, 0x2C7F),
    (0x3000, 0x3000),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB06),
    (0xFE00, 0xFE2F),
    (0xFEFF, 0xFF5E),  # full width
    (0x1D400, 0x1D7FF),  # mathematical alphabets
    (0x1F100, 0x1F1FF),  # squared letters and regional indicators
    (0xE0000, 0xE01EF),  # tags and variation selectors
)
_APOSTROPHES = "'`´ʹʼʻ‘’‛′＇"
_PICTURED = re.compile(
    r"(?:NEGATIVE (?:SQUARED|CIRCLED) LATIN CAPITAL LETTER|REGIONAL INDICATOR SYMBOL LETTER"
    r"|LATIN LETTER SMALL CAPITAL|SQUARED LATIN CAPITAL LETTER) ([A-Z])"
)
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
# Letters, digits and signs that are read as a letter (own choice after UTS 39). `i` and
# `l` are one letter here, because 1 and | stand for either.
_LOOKALIKES = {
    "a": "4@аαɑ",
    "b": "8вьßβ",
    "c": "сϲ¢(",
    "d": "ԁđɗ",
    "e": "3€еєεə",
    "g": "9ɡցґ",
    "h": "нһհ",
    "j": "јʝ",
    "k": "кκ",
    "l": "1i!|іıιłӏɩ",
    "m": "мϻ",
    "n": "пηոɲ",
    "o": "0оοσøօө",
    "p": "рρ",
    "r": "гɾʀя",
    "s": "5$ѕʂ",
    "t": "7тτ+†",
    "u": "υսцʋ",
    "v": "ѵνѷ",
    "w": "ԝωшѡ",
    "x": "хχ×",
    "y": "уγүў",
    "z": "2ʐ",
}


def _fold_char(char: str) -> str:
    """Return what `char` is read as: nothing, or one or more small characters."""
    if char in _APOSTROPHES:
        return "'"
    if char in "\x85\u2028\u2029":
        return "\n"
    if char == "…":
        return ".."
    pictured = _PICTURED.fullmatch(unicodedata.name(char, ""))
    if pictured:
        return pictured[1].lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = (part for part in parts if unicodedata.category(part) not in _INVISIBLE)
    return "".join(" " if unicodedata.category(part) in {"Cc", "Zs"} else part for part in kept)


def _fold_table() -> dict[int, str]:
    table = {code: _fold_char(chr(code)) for low, high in _BLOCKS for code in range(low, high + 1)}
    return {code: folded for code, folded in table.items() if folded != chr(code)}


def _squeeze_table() -> dict[int, str]:
    table = {code: "" for code in range(0x250) if not chr(code).isalpha()}
    table |= dict.fromkeys(range(0x2000, 0x2070), "")
    pairs = ((like, letter) for letter, likes in _LOOKALIKES.items() for like in likes)
    return table | {ord(like): letter for like, letter in pairs}


# Built once and only read: Unicode does not change while the program runs.
_FOLD: Final[Mapping[int, str]] = _fold_table()
_SQUEEZE: Final[Mapping[int, str]] = _squeeze_table()
_ASCII: Final = range(128)
_DROPPED: Final = bytes(code for code in _ASCII if _SQUEEZE.get(code) == "")
_SQUEEZE_BYTES: Final = bytes.maketrans(
    bytes(_ASCII), bytes(ord(_SQUEEZE.get(code) or chr(code)) for code in _ASCII)
)
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
# In a word of Latin letters a Greek or a Cyrillic one only looks like one: "dіe", "dооd".
_OTHER_SCRIPT: Final = re.compile("[\u0370-\u058f]")
_LATIN: Final = re.compile("[a-z]")
_WORD: Final = re.compile(r"\w+")
_MIXED: Final[Mapping[int, str]] = {
    ord(like): letter
    for letter, likes in (_LOOKALIKES | {"i": "іι"}).items()
    for like in likes
    if _OTHER_SCRIPT.match(like)
}
_IRREGULAR: Final = frozenset(chr(code) for code, folded in _FOLD.items() if len(folded) != 1)


class Folded(NamedTuple):
    """A folded text; `origins[i]` is where `text[i]` stood, None if in the same place."""

    text: str
    origins: Sequence[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of `text[start:end]`, which is not empty."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    """Return `text` in lower case without diacritics, marks and invisible characters."""
    if text.isascii():
        return Folded(_fold_ascii(text), None)
    folded = _unmixed(_fold_ascii(_FOREIGN.sub(_fold_match, text)))
    if _IRREGULAR.isdisjoint(_FOREIGN.findall(text)):
        return Folded(folded, None)
    places: list[int] = []
    regular = 0
    for match in _FOREIGN.finditer(text):
        if match[0] in _IRREGULAR:
            at = match.start()
            places += range(regular, at)
            places += [at] * len(_FOLD[ord(match[0])])
            regular = at + 1
    places += range(regular, len(text))
    return Folded(folded, places)


def _fold_match(match: re.Match[str]) -> str:
    return _FOLD.get(ord(match[0]), match[0])


def _unmixed(text: str) -> str:
    """Return `text` with the lookalikes in words that mix scripts read as Latin, one for one."""
    if _OTHER_SCRIPT.search(text) is None:
        return text
    return _WORD.sub(_unmixed_word, text)


def _unmixed_word(match: re.Match[str]) -> str:
    word = match[0]
    mixed = _LATIN.search(word) and _OTHER_SCRIPT.search(word)
    return word.translate(_MIXED) if mixed else word


def _fold_ascii(text: str) -> str:
    """Return `text` in lower case; what is left beyond ASCII keeps its length."""
    return text.lower().replace("`", "'").replace("\r", "\n")


def squeeze(folded: str) -> str:
    """Return the letters of a folded text, with lookalikes and leet digits replaced."""
    if folded.isascii():  # as most are: bytes take a quarter of the time
        return folded.encode("ascii").translate(_SQUEEZE_BYTES, _DROPPED).decode("ascii")
    return folded.translate(_SQUEEZE)


def squeezed_places(folded: str) -> list[int]:
    """Return where in `folded` each letter of its squeezed form stands."""
    return [i for i, char in enumerate(folded) if _SQUEEZE.get(ord(char), char)]
