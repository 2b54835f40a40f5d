"""Turn comments into the numbers that a linear model weighs, as the program sees them."""

import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp

from tools.screening.texts import Comment
from webcare_desk.domain.finding import Language
from webcare_desk.screening import features as seen_as
from webcare_desk.screening import load_lexicon, prepare
from webcare_desk.screening.screener import Look, Screener
from webcare_desk.screening.tokens import words_of


def matrix(comments: list[Comment], lexicons: Path, bits: int) -> Any:
    """Return a row of `2 ** bits` buckets for each comment."""
    first = prepare(load_lexicon(lexicons), {}, Language.NL)
    screeners = {language.value: replace(first, prior=language) for language in Language}
    values: list[float] = []
    places: list[int] = []
    ends = [0]
    for one in comments:
        row: dict[int, float] = {}
        for feature, value in features(one, screeners[one["lang"]]):
            place = zlib.crc32(feature.encode("utf-8", "replace")) & ((1 << bits) - 1)
            row[place] = row.get(place, 0.0) + value
        places += row.keys()
        values += row.values()
        ends.append(len(places))
    told = np.array(values, np.float32), np.array(places, np.int32), np.array(ends)
    rows = sp.csr_matrix(told, shape=(len(comments), 1 << bits))
    # What a single comment shows teaches nothing about the next.
    return rows @ sp.diags((np.bincount(rows.indices, minlength=1 << bits) > 1).astype(np.float32))


def features(one: Comment, screener: Screener) -> list[tuple[str, float]]:
    """Return every feature of a comment and what it counts."""
    parent = screener(one["parent"]) if one.get("parent") else None
    look: Look = screener.look(one["text"], parent)
    words = seen_as.seen(look.tokens.words, tuple(words_of(one.get("page_product") or "")[:1]))
    part = seen_as.share(words)
    told = [(name, value * part) for word in words for name, value in seen_as.of_word(word)]
    told += [(name, seen_as.NEIGHBOURS * part) for name in seen_as.of_neighbours(words)]
    above = None if parent is None else parent.tier
    whole = seen_as.of_whole(one["text"], words, look.screening, above)
    told += [(name, seen_as.WHOLE) for name in whole]
    return told + [(name, seen_as.SCENE) for name in seen_as.of_scene(look)]
