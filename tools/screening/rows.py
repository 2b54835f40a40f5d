"""Turn comments into the numbers that the model weighs, as the program sees them."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse as sp

from tools.screening.texts import Comment
from webcare_desk.domain.finding import Language, Opinion, Screening, Tier
from webcare_desk.screening import features as seen_as
from webcare_desk.screening import load_lexicon, prepare
from webcare_desk.screening.assess import is_sure, names_event, tells_crisis
from webcare_desk.screening.order import around, ends, order_of
from webcare_desk.screening.screener import Look
from webcare_desk.screening.tokens import words_of

#: A feature of fewer comments teaches little about the next, and would take a fifth of the file.
_OFTEN: Final = 8


@dataclass(frozen=True, slots=True)
class Read:
    """Comments as the program reads them: a row each, and what the lexicon alone says.

    `floors` are the comments at which a person looks whatever the model says, `named` those
    in which an adverse event is found.
    """

    rows: Any
    floors: Any
    named: Any


def read(
    comments: list[Comment],
    lexicons: Path,
    bits: int,
    above: Mapping[int, Tier] | None = None,
    often: int = _OFTEN,
) -> Read:
    """Return the comments with a row of `2 ** bits` buckets for each.

    `above` has what the model says of the comment that one answers, by the answer's place; a
    feature of fewer than `often` comments is left out.
    """
    opinions = above or {}
    lexicon = load_lexicon(lexicons)
    mandatory = frozenset(one.id for one in lexicon.concepts() if one.always_check)
    first = prepare(lexicon, {}, Language.NL)
    screeners = {language.value: replace(first, prior=language) for language in Language}
    told: list[tuple[dict[int, float], bool, bool]] = []
    for at, one in enumerate(comments):
        screener = screeners[one["lang"]]
        parent = screener(one["parent"]) if one.get("parent") else None
        if parent is not None and at in opinions:
            parent = replace(parent, opinion=Opinion("", opinions[at], 0.0, (), ()))
        look = screener.look(one["text"], parent)
        found = look.screening
        floor = is_sure(found, len(look.tokens.words)) or tells_crisis(found)
        floor = floor or any(finding.concept in mandatory for finding in found.findings)
        told.append((_row(features(one, look, parent), bits), floor, names_event(found)))
    rows = _matrix([row for row, _, _ in told], bits, often)
    return Read(rows, np.array([one for _, one, _ in told]), np.array([one for *_, one in told]))


def _row(told: list[tuple[str, float]], bits: int) -> dict[int, float]:
    row: dict[int, float] = {}
    for feature, value in told:
        place = zlib.crc32(feature.encode("utf-8", "replace")) & ((1 << bits) - 1)
        row[place] = row.get(place, 0.0) + value
    return row


def _matrix(told: list[dict[int, float]], bits: int, often: int) -> Any:
    values = np.array([value for row in told for value in row.values()], np.float32)
    places = np.array([place for row in told for place in row], np.int32)
    ends = np.cumsum([0, *map(len, told)])
    rows = sp.csr_matrix((values, places, ends), shape=(len(told), 1 << bits))
    enough = np.bincount(rows.indices, minlength=1 << bits) >= often
    kept = rows @ sp.diags(enough.astype(np.float32))
    kept.eliminate_zeros()
    return kept


def features(one: Comment, look: Look, parent: Screening | None) -> list[tuple[str, float]]:
    """Return every feature of a comment and what it counts."""
    words = seen_as.seen(look.tokens.words, tuple(words_of(one.get("page_product") or "")[:1]))
    part = seen_as.share(words)
    told = [(name, value * part) for word in words for name, value in _of_word(word)]
    order = order_of(look, words)
    near = (*seen_as.of_neighbours(words), *around(order))
    told += [(name, seen_as.NEIGHBOURS * part) for name in near]
    whole = (*seen_as.of_whole(one["text"], words, look.screening), *ends(order))
    whole += tuple(seen_as.of_reply(look, words, parent))
    told += [(name, seen_as.WHOLE) for name in whole]
    return told + [(name, seen_as.SCENE) for name in seen_as.of_scene(look)]


def _of_word(word: str) -> Iterator[tuple[str, float]]:
    itself, *pieces = seen_as.of_word(word)
    yield itself, seen_as.WORD
    yield from ((piece, seen_as.PIECE) for piece in pieces)
