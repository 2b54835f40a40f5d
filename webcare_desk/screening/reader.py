"""What screens the lines of a file: each in its language, with what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from webcare_desk.domain.finding import Language, Screening
from webcare_desk.screening.assess import Assessment, Assessor
from webcare_desk.screening.lines import Line, common_words, load_both, names_of
from webcare_desk.screening.opinion import screen_with
from webcare_desk.screening.screener import Screener, prepare

#: So many screenings of what is answered are kept for the next replies to it.
_ANSWERED: Final = 5_000


@dataclass(frozen=True, slots=True)
class Reader:
    """An assessor with a screener for each language that a line may say it is in."""

    assessor: Assessor
    screeners: Mapping[Language, Screener]
    prior: Language
    names: tuple[str, ...]
    common: frozenset[str]
    answered: dict[tuple[object, ...], Screening] = field(default_factory=dict, compare=False)

    def __call__(self, line: Line) -> Assessment:
        """Return the assessment of a line; no text has to name the product of its page."""
        known = {language.value: language for language in self.screeners}
        screener = self.screeners[known.get(line.spoken or "", self.prior)]
        names = self.names
        if line.product is not None:
            names = (*names, *names_of([line.product], self.common))
        answers = () if line.parent is None else (line.parent, *line.above)
        return self.assessor(line.text, screener, self._screened(answers, screener, names), names)

    def _screened(
        self, texts: tuple[str, ...], screener: Screener, names: tuple[str, ...]
    ) -> Screening | None:
        """Return the screening of what a comment answers, which answers the next of `texts`."""
        if not texts:
            return None
        key = (texts, screener.prior, names)
        if key not in self.answered:
            parent = self._screened(texts[1:], screener, names)
            if len(self.answered) >= _ANSWERED:
                self.answered.clear()
            self.answered[key] = screen_with(self.assessor, screener, texts[0], parent, names)
        return self.answered[key]


def load_reader(resources: Path, products: Sequence[str]) -> Reader:
    """Return the reader with the lexicon and the model in `resources`, knowing `products`."""
    lexicon, assessor = load_both(resources)
    named = {product: [product] for product in products}
    first = prepare(lexicon, named, Language.NL)
    screeners = {language: replace(first, prior=language) for language in Language}
    common = common_words(lexicon)
    return Reader(assessor, screeners, Language.NL, names_of(products, common), common)
