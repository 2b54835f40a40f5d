"""What an approved reply may not say, and what it must.

A product that only a doctor prescribes may not be named to the public (CGR
5.5.1), the sponsor must be (EFPIA Code, Annex 2), and an address of a
regulator must be one that is in use.
"""

import re
from collections.abc import Iterable, Iterator

from webcare_desk.domain.finding import Category
from webcare_desk.protocol.build import merged_head
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.schema import Template, Words
from webcare_desk.protocol.template import BLANK, PERSONAL, SPONSOR

_CHEERFUL = re.compile("[!\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]|(?<!\\w)[:;]-?[)DP]")


def lint(stack: Stack) -> Iterator[Problem]:
    """Yield what is wrong with the templates of a stack that was read whole."""
    crisis = set(_offered(stack, {Category.CRISIS}))
    event = set(_offered(stack, {Category.ADVERSE_EVENT}))
    for name, template in stack.templates.items.items():
        needed = {kind for kind, ids in (("crisis", crisis), ("reporting", event)) if name in ids}
        for language, text in _texts(template.item.text):
            for message in _text_problems(template, text, stack):
                yield template.problem(("text", language), message)
            for message in _needs(text, needed, stack):
                yield template.problem(("text", language), message)
            if name in crisis and (found := _CHEERFUL.search(text)):
                message = f"remove `{found[0]}`, it is out of tone in a crisis"
                yield template.problem(("text", language), message)


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that `text` contains as words, whatever their case."""
    folded = text.casefold()
    return tuple(
        name for name in names if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded)
    )


def _offered(stack: Stack, categories: set[Category]) -> Iterator[str]:
    for rule in stack.rules.items.values():
        if rule.item.category in categories:
            yield from rule.item.templates


def _texts(words: Words) -> Iterator[tuple[str, str]]:
    for language, text in words:
        if text is not None:
            yield language, text


def _text_problems(template: Placed[Template], text: str, stack: Stack) -> Iterator[str]:
    blanks = BLANK.findall(text)
    for name in dict.fromkeys(blanks):
        if name not in PERSONAL | {SPONSOR} | stack.references.known:
            yield f"use a blank that the desk can fill, it does not know `{name}`"
    if "{{" in (rest := BLANK.sub("", text)) or "}}" in rest:
        yield "write a blank as {{ first_name }}"
    sponsor = merged_head(stack).sponsor
    if SPONSOR not in blanks and not names_in(text, [n for _, n in _texts(sponsor or Words())]):
        yield "say on whose behalf the desk answers, with {{ sponsor }}"
    if template.item.public:
        for name in names_in(text, _prescription_names(stack)):
            yield f"remove `{name}`, a prescription-only product is not named in public"
    for name in names_in(text, _outdated(stack)):
        yield f"replace `{name}`, it is not valid any more"


def _needs(text: str, kinds: set[str], stack: Stack) -> Iterator[str]:
    blanks = set(BLANK.findall(text))
    for kind in sorted(kinds):
        contacts = {n for n, ref in stack.references.items.items() if ref.item.kind == kind}
        if not blanks & contacts:
            yield f"name a {kind} contact from {stack.references.file} as a blank"


def _prescription_names(stack: Stack) -> Iterator[str]:
    for placed in stack.products.items.values():
        product = placed.item
        if product.prescription_only:
            yield from dict.fromkeys((product.brand, product.substance, *product.spellings))


def _outdated(stack: Stack) -> Iterator[str]:
    for placed in stack.references.items.values():
        yield from placed.item.outdated
