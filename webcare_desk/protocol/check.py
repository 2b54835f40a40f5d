"""Every problem of a pack at once, its own examples included."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from webcare_desk.domain.finding import ANSWERED, Context, Language, Screening
from webcare_desk.protocol.build import channel_of, condition_of, merged_head
from webcare_desk.protocol.consistency import conditions
from webcare_desk.protocol.evaluate import matches
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.library import read_pack
from webcare_desk.protocol.model import Condition
from webcare_desk.protocol.occasion import Occasion, occasions
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.schema import Rule

Screen = Callable[[str], Screening]


@dataclass(frozen=True, slots=True)
class Known:
    """What no pack says: the concepts that are found without its terms, and what day it is."""

    concepts: Collection[str]
    today: date


def check(
    root: Path,
    pack_id: str,
    screen: Screen | None,
    words: Screen | None = None,
    known: Known | None = None,
) -> tuple[Problem, ...]:
    """Return all problems of the pack `pack_id` under `root`, sorted; none when it is fine.

    `screen` is the screening that the rules' examples run through, if they can, `words` the
    same without the names of the products: by it they must mean nothing else,
    and each phrase of the lexicon its term.
    What depends on the program or the day is checked by what is `known` of them.
    """
    stack, problems = read_pack(root, pack_id)
    misread = () if words is None else (*_misread(stack, words), *_unfound(stack, words))
    dated = () if known is None else (*_unknown(stack, known.concepts), *_over(stack, known.today))
    failing = () if screen is None else _failing(stack, screen)
    return tuple(sorted({*problems, *failing, *misread, *dated}))


def _over(stack: Stack, today: date) -> Iterator[Problem]:
    """Yield the contacts that may not be given any more; of a pack in force that is no reason to stop."""
    for placed in stack.references.items.values():
        until = placed.item.valid_until
        if until is not None and until < today:
            message = f"replace the contact or look at it again, it was valid until {until}"
            yield placed.problem(("valid_until",), message)


def _unknown(stack: Stack, concepts: Collection[str]) -> Iterator[Problem]:
    """Yield the concepts that a rule asks for and nothing finds, with the likest that is found."""
    known = {*concepts, *stack.terms.known, *stack.products.known}
    for rule in stack.rules.items.values():
        for path, part in conditions(rule.item.when, ("when",)):
            asked = () if part.finding is None else part.finding.concept or ()
            for number, name in enumerate(asked):
                if name not in known:
                    near = get_close_matches(name, sorted(known), n=1)
                    also = f", the likest is `{near[0]}`" if near else ""
                    message = f"name a concept that can be found, there is no `{name}`{also}"
                    yield rule.problem((*path, "finding", "concept", number), message)


def _misread(stack: Stack, words: Screen) -> Iterator[Problem]:
    """Yield the names of products that a term of the lexicon matches as well."""
    for placed in stack.products.items.values():
        product = placed.item
        for name in dict.fromkeys((product.brand, product.substance, *product.spellings)):
            for finding in words(name).findings:
                if Context.TYPO in finding.contexts:
                    continue  # a name goes before a misspelling
                term = stack.terms.items.get(finding.concept)
                if term is not None:
                    message = f"change the phrases, they match `{name}`, a product's name"
                    yield term.problem(("phrases",), message)
                else:
                    message = (
                        f"change the spelling `{name}`, the lexicon reads it as {finding.concept}"
                    )
                    yield placed.problem((), message)


def _unfound(stack: Stack, words: Screen) -> Iterator[Problem]:
    """Yield the phrases that the program reads as something else, whatever is found of them there."""
    for term in stack.terms.items.values():
        for language, phrases in term.item.phrases:
            for number, phrase in enumerate(phrases or ()):
                for written in _written(phrase):
                    if all(each.concept != term.item.id for each in words(written).findings):
                        message = f"change this phrase, `{written}` is read as something else"
                        yield term.problem(("phrases", language, number), message)


def _written(phrase: str) -> Iterator[str]:
    """Yield how a phrase may be written, each of its alternatives once at least."""
    parts = [part.split("/") for part in phrase.replace("*", "").split() if part != "~"]
    for number in range(max(map(len, parts))):
        yield " ".join(part[min(number, len(part) - 1)] for part in parts)


def _failing(stack: Stack, screen: Screen) -> Iterator[Problem]:
    channels = tuple(map(channel_of, merged_head(stack).channels or ())) if stack.heads else ()
    for rule in stack.rules.items.values():
        when = condition_of(rule.item.when)
        holds = partial(_may_hold, when, tuple(occasions(when, channels)))
        for language in ANSWERED:
            for wanted in ("match", "no_match"):
                yield from _failing_texts(rule, (wanted, language), screen, holds)


def _may_hold(
    when: Condition, places: tuple[tuple[bool, Occasion], ...], screening: Screening
) -> bool:
    """Say whether a rule holds for a text on some occasion: an example says none."""
    return any(
        matches(when, screening, is_reply=reply, occasion=occasion) is not None
        for reply, occasion in places
    )


def _failing_texts(
    rule: Placed[Rule],
    key: tuple[str, Language],
    screen: Screen,
    holds: Callable[[Screening], bool],
) -> Iterator[Problem]:
    wanted, language = key
    texts = getattr(getattr(rule.item.examples, wanted), language) or ()
    for number, example in enumerate(texts):
        screening = screen(example.text)
        held = holds(screening)
        if held is not (wanted == "match"):
            message = f"change the rule or this example, it {_saw(screening, held=held)}"
            yield rule.problem(("examples", wanted, language.value, number), message)


def _saw(screening: Screening, *, held: bool) -> str:
    """Say whether the rule matched and what was found, so that the reason is plain."""
    seen = ", ".join(
        " ".join((finding.concept, *sorted(finding.contexts))) for finding in screening.findings
    )
    return f"{'matches' if held else 'does not match'} on: {seen or 'nothing'}"
