"""Which templates there are for a comment, and which fit some words. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, utils

from webcare_desk import casework
from webcare_desk.domain.finding import Category, Context, Tier
from webcare_desk.dossier import Dossier
from webcare_desk.protocol.model import Protocol, words_in
from webcare_desk.ui.sheet import Sheet

_GOOD_ENOUGH = 60.0
_DEATH, _LOST = "death", "pregnancy-loss"  # as the lexicon calls them
# What has another reply than condolences.
_UNTOLD = frozenset({Context.NEGATED, Context.HYPOTHETICAL, Context.QUESTION, Context.PAST})
_TITLE_COUNTS = 1.15
#: A reply that is less like its template than this was written by a person; and a draft of which
#: nobody knows any more from which template it began.
_STILL_THE_TEMPLATE, _SURELY_A_TEMPLATE = 60.0, 75.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A template as the chooser shows it."""

    id: str
    title: str
    text: str
    is_recommended: bool


def recommended(protocol: Protocol, names: tuple[str, ...]) -> list[str]:
    """Return those of the recommended templates that may stand in public, in their order."""
    known = protocol.templates
    return [name for name in names if name in known and known[name].public]


def begins_with(sheet: Sheet) -> list[str]:
    """Return the template that fills an empty reply by itself, if any.

    One in another language than the comment's does so in a crisis alone. Where a word of death or of a lost pregnancy is no strong signal, or a death is not told of
    somebody else, it may be a figure of speech or a wish: nothing is said unless a person chose to.
    """
    file = sheet.file
    first = recommended(sheet.protocol, file.recommendation.templates)[:1]
    if file.recommendation.category is Category.CRISIS:
        return first
    if _may_be_no_loss(file):
        return []
    return [name for name in first if is_in_its_language(sheet, name)]


def is_in_its_language(sheet: Sheet, template: str) -> bool:
    """Say whether a template has words in the language of the comment."""
    return sheet.file.comment.screening.spoken in dict(sheet.protocol.templates[template].texts)


def _may_be_no_loss(file: Dossier) -> bool:
    """Tell whether a death or a lost pregnancy is spoken of that there may not have been."""
    screening = file.comment.screening
    deaths = [found for found in screening.findings if found.concept == _DEATH]
    told = any(Context.SECOND_HAND in found.contexts for found in deaths)
    is_danger = screening.opinion is not None and screening.opinion.is_crisis
    is_faint = file.work.tier < Tier.STRONG
    lost = any(
        each.concept == _LOST and _UNTOLD.isdisjoint(each.contexts) for each in screening.findings
    )
    return (lost and is_faint) or (bool(deaths) and (not told or is_danger or is_faint))


@dataclass(frozen=True, slots=True)
class Filling:
    """A template filled in, and a moment at which the words stood there that it answers."""

    template: str
    text: str
    on: int


def filling(sheet: Sheet, template: str, author: str) -> Filling:
    """Return a template as an `author`, given by id, takes it for a comment."""
    name = sheet.names.get(author, "")
    filled = casework.filled(sheet.protocol, template, sheet.file, name)
    return Filling(template, filled.text, sheet.wording)


def offered(sheet: Sheet, author: str, window: str) -> tuple[Choice, ...]:
    """Return every template for the open, as `filling` fills it."""
    file, protocol = sheet.file, sheet.protocol
    language = file.comment.screening.spoken.value
    return tuple(
        replace(each, text=filling(sheet, each.id, author).text)
        for each in choices(protocol, file.recommendation.templates, language, window)
    )


def choices(
    protocol: Protocol, wanted: tuple[str, ...], language: str, window: str
) -> tuple[Choice, ...]:
    """Return every template for the open, the recommended ones first, in their order.

    Texts are in the comment's `language` where they have it, titles in that of the `window`.
    """
    public = [name for name, template in protocol.templates.items() if template.public]
    first = recommended(protocol, wanted)
    rest = [name for name in public if name not in first]
    return tuple(
        Choice(
            name,
            words_in(protocol.templates[name].title, window),
            words_in(protocol.templates[name].texts, language),
            name in first,
        )
        for name in (*first, *rest)
    )


def matching(offered: tuple[Choice, ...], words: str) -> tuple[Choice, ...]:
    """Return the templates whose title or text holds something like `words`, best first."""
    if not words.strip():
        return offered

    def score(choice: Choice) -> float:
        said = (utils.default_process(words), utils.default_process(choice.title))
        text = utils.default_process(choice.text)
        title = fuzz.partial_ratio(said[0], said[1]) * _TITLE_COUNTS
        return max(title, fuzz.partial_ratio(said[0], text))

    scored = [(score(choice), choice) for choice in offered]
    scored.sort(key=lambda pair: -pair[0])
    return tuple(choice for points, choice in scored if points >= _GOOD_ENOUGH)


def is_still(template: str, text: str) -> bool:
    """Say whether a text is still its template, a little changed."""
    return fuzz.ratio(template, text) >= _STILL_THE_TEMPLATE


def began_as(filled: Mapping[str, str], text: str) -> tuple[str, str] | None:
    """Return name and words of the template, of those `filled`, that a draft began as; None if of none."""
    likest = max(filled.items(), key=lambda each: fuzz.ratio(each[1], text), default=None)
    if likest is None or fuzz.ratio(likest[1], text) < _SURELY_A_TEMPLATE:
        return None
    return likest
