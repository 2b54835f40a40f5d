"""A seeded community: the same comments for the same seed, as many as asked.

60 % Dutch and 40 % English, 237 characters in the mean, about 3 % with a
possible side effect. The words mean nothing; their number and length do.
"""

import random
from collections.abc import Iterator

from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category, Finding, Language, Mark, Screening, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.triage import Arrival, Triage

SEED = 20261121
START = 1_767_225_600_000_000  # 1 January 2026, UTC microseconds
_MINUTE = 60_000_000
_NL = [
    "ik",
    "heb",
    "sinds",
    "vorige",
    "week",
    "weer",
    "de",
    "pen",
    "gebruikt",
    "en",
    "het",
    "gaat",
    "gelukkig",
    "wat",
    "beter",
    "met",
    "mijn",
    "handen",
    "maar",
    "de",
    "moeheid",
    "blijft",
    "en",
    "op",
    "het",
    "werk",
    "snapt",
    "niemand",
    "wat",
    "varen",
    "is",
    "dus",
    "ik",
    "zeg",
    "maar",
    "niets",
    "meer",
    "tegen",
    "mijn",
    "collega",
    "die",
    "altijd",
    "vraagt",
    "of",
    "ik",
    "niet",
    "gewoon",
    "eens",
    "vroeg",
    "naar",
    "bed",
    "kan",
    "gaan",
    "terwijl",
    "wij",
    "hier",
    "allemaal",
    "weten",
    "hoe",
    "dat",
    "werkt",
    "dank",
    "voor",
    "jullie",
    "lieve",
    "woorden",
    "iedereen",
]
_EN = [
    "since",
    "last",
    "week",
    "i",
    "use",
    "the",
    "pen",
    "again",
    "and",
    "my",
    "hands",
    "are",
    "doing",
    "a",
    "little",
    "better",
    "but",
    "being",
    "tired",
    "stays",
    "and",
    "nobody",
    "at",
    "work",
    "knows",
    "what",
    "varen",
    "is",
    "so",
    "i",
    "stopped",
    "telling",
    "my",
    "colleague",
    "who",
    "always",
    "asks",
    "whether",
    "i",
    "could",
    "not",
    "simply",
    "go",
    "to",
    "bed",
    "early",
    "while",
    "all",
    "of",
    "us",
    "here",
    "know",
    "how",
    "that",
    "goes",
    "thank",
    "you",
    "for",
    "your",
    "kind",
    "words",
    "everybody",
    "it",
    "helps",
    "a",
    "lot",
    "to",
    "read",
    "that",
    "others",
    "get",
    "it",
    "too",
]
_EVENTS = {Language.NL: "hoofdpijn", Language.EN: "headache"}
_QUEUES = (Queue.QUESTION, Queue.OTHER, Queue.OTHER, Queue.QUALITY)


def comments(count: int, seed: int = SEED) -> Iterator[RemoteComment]:
    """Yield `count` comments, the oldest first, in threads of about 200."""
    draw = random.Random(seed)
    for number in range(count):
        yield RemoteComment(
            remote_id=f"c{number}",
            thread=f"t{number // 200}",
            parent=None,
            author_id=f"a{draw.randrange(max(1, count // 8))}",
            author_name=f"Lid {draw.randrange(10_000)}",
            text=_text(draw),
            posted_at=START + number * _MINUTE,
            link=f"https://community.example.invalid/c{number}",
        )


def _text(draw: random.Random) -> str:
    dutch = draw.random() < 0.6  # noqa: PLR2004 - the share of Dutch
    words = draw.choices(_NL if dutch else _EN, k=max(3, int(draw.gauss(46, 14))))
    if draw.random() < 0.03:  # noqa: PLR2004 - the share of possible side effects
        words.insert(draw.randrange(len(words)), _EVENTS[Language.NL if dutch else Language.EN])
    return " ".join(words)


def triaged(comment: RemoteComment) -> Arrival:
    """Return the comment with a triage made up from its text, to fill a large desk fast."""
    found = next(
        ((language, word) for language, word in _EVENTS.items() if word in comment.text), None
    )
    number = int(comment.remote_id[1:])
    if found is None:
        screening = Screening(Language.NL, Tier.NONE, ())
        queue = _QUEUES[number % len(_QUEUES)]
        due = comment.posted_at + 240 * _MINUTE if number % 3 else None
        return Arrival(comment, Triage(screening, Category.NONE, queue, (), None, due))
    language, word = found
    start = comment.text.index(word)
    event = Finding(Mark.EVENT, word, Category.ADVERSE_EVENT, start, start + len(word))
    screening = Screening(language, Tier.STRONG, (event,))
    triage = Triage(
        screening,
        Category.ADVERSE_EVENT,
        Queue.SAFETY,
        ("adverse-event",),
        "ae-to-pv",
        comment.posted_at + 60 * _MINUTE,
    )
    return Arrival(comment, triage)
