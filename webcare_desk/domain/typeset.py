"""A text as WordPress shows it, told from the one that was typed.

Its `wptexturize` makes other quotes, dashes and dots, its `convert_smilies` makes emoji. Nothing
else of a text changes on the way, so that any other difference is an edit: of a dose, of a sign.
"""

import re

#: A double quote may have been typed as two single ones or as two backticks.
_QUOTES = str.maketrans(dict.fromkeys("‘’‚′", "'") | dict.fromkeys('"“”„″', "''"))
_DASH = re.compile(r"[-–—]{2,}|[–—]|(?<!\S)-(?!\S)")
_TIMES = re.compile(r"(?<=[\d.,])×(?=\d)")

#: What WordPress makes an emoji of where it stands alone.
_TYPED = {
    "😐": ":neutral: :-| :|",
    "😈": ":twisted:",
    "➡": ":arrow:",
    "😯": ":shock: 8-O 8O",
    "🙂": ":smile: :-) :)",
    "😕": ":???: :-? :?",
    "😎": ":cool: 8-)",
    "👿": ":evil:",
    "😀": ":grin: :-D :D",
    "💡": ":idea:",
    "😳": ":oops:",
    "😛": ":razz: :-P :P",
    "🙄": ":roll:",
    "😉": ":wink: ;-) ;)",
    "😥": ":cry:",
    "😮": ":eek: :-o :o",
    "😆": ":lol:",
    "😡": ":mad: :-x :x",
    "🙁": ":sad: :-( :(",
    "❗": ":!:",
    "❓": ":?:",
}
_EMOJI = {smiley: emoji for emoji, typed in _TYPED.items() for smiley in typed.split()}
_SMILEY = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, _EMOJI))})(?!\S)")


def one_form(text: str) -> str:
    """Return the form that a typed text and what a page makes of it have in common."""
    plain = text.replace("``", '"').translate(_QUOTES)
    plain = plain.replace("…", "...").replace(" ™", " (tm)")
    plain = _TIMES.sub("x", _DASH.sub("–", plain))
    return " ".join(_SMILEY.sub(lambda found: _EMOJI[found[0]], plain).split())
