"""spaCy's PhraseMatcher as the peer of the matcher: blank Dutch, without regard to case."""

from collections.abc import Iterable, Sequence
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher

from benchmarks.matching import Found


class SpacyPeer:
    """spaCy's tokeniser and PhraseMatcher over the same phrases."""

    def __init__(self, runs: Iterable[Sequence[str]]) -> None:
        """Prepare the matcher; the time this takes is measured for nobody."""
        self._nlp: Any = spacy.blank("nl")
        self._matcher: Any = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        for run in runs:
            self._matcher.add(" ".join(run), [self._nlp.make_doc(" ".join(run))])

    def match(self, texts: Iterable[str]) -> None:
        """Read each text and find the phrases in it."""
        for text in texts:
            self._matcher(self._nlp.make_doc(text))

    def spans(self, text: str) -> Found:
        """Return what spaCy finds in a text."""
        doc = self._nlp.make_doc(text)
        name = self._nlp.vocab.strings
        return {
            (name[key], doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
            for key, first, last in self._matcher(doc)
        }
