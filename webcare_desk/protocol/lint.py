"""What an approved reply may not say, and what it must.

A product that only a doctor prescribes may not be named to the public (CGR
5.5.1), the sponsor must be (EFPIA Code, Annex 2), a contact of a regulator
stands in reference.yaml with its validity, and nobody gives medical advice.
"""

import re
from collections.abc import Iterator

from webcare_desk.domain.bars import gap_in, names_in
from webcare_desk.domain.finding import Category
from webcare_desk.protocol.build import merged_head
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.locked import LOCKED, resembled
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.schema import Template, Words
from webcare_desk.protocol.template import BLANK, PERSONAL, SPONSOR
from webcare_desk.protocol.tone import advice_in, cheer_in

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:nl|be|com|org|eu)\b|\d[\d -]+\d"
)


def lint(stack: Stack) -> Iterator[Problem]:
    """Yield what is wrong with the templates of a stack that was read whole."""
    crisis = set(_offered(stack, {Category.CRISIS}))
    event = set(_offered(stack, {Category.ADVERSE_EVENT}))
    for name, template in stack.templates.items.items():
        needed = {kind for kind, ids in (("crisis", crisis), ("reporting", event)) if name in ids}
        for language, text in _texts(template.item.text):
            found = [
                *_text_problems(template, text, stack),
                *_wrong_words(text, language, stack),
                *_needs(text, needed, stack),
            ]
            if name in crisis and (cheer := cheer_in(text, language)):
                found.append(f"remove `{cheer}`, it is out of tone in a crisis")
            for message in found:
                yield template.problem(("text", language), message)
    yield from _values(stack)


def _values(stack: Stack) -> Iterator[Problem]:
    """Yield the gaps in what the blanks are filled with: nothing looks at a filled text again."""
    for reference in stack.references.items.values():
        for language, text in _texts(reference.item.text):
            if message := _unfinished(text):
                yield reference.problem(("text", language), message)
    head = next((each for each in reversed(stack.heads) if each.item.sponsor), stack.heads[-1])
    for language, text in _texts(head.item.sponsor or Words()):
        if message := _unfinished(text):
            yield head.problem(("sponsor", language), message)


def _unfinished(text: str) -> str | None:
    if "{{" in text or "}}" in text:
        return "write this without a blank, it is what a blank is filled with"
    gap = gap_in(text)
    return gap and f"replace `{gap}`, this goes out as it stands"


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
    elif gap := gap_in(rest):
        yield f"write `{gap}` as a named blank, such as {{{{ first_name }}}}"
    sponsor = merged_head(stack).sponsor
    if SPONSOR not in blanks and not names_in(text, [n for _, n in _texts(sponsor or Words())]):
        yield "say on whose behalf the desk answers, with {{ sponsor }}"
    if template.item.public:
        for name in names_in(text, _prescription_names(stack)):
            yield f"remove `{name}`, a prescription-only product is not named in public"
    for name in names_in(text, _outdated(stack)):
        yield f"replace `{name}`, it is not valid any more"


def _wrong_words(text: str, language: str, stack: Stack) -> Iterator[str]:
    """Yield advice, contacts that are typed out, and locked phrases that are not marked."""
    if advice := advice_in(text, language):
        yield f"remove `{advice}`, a desk gives no medical advice"
    for name, contact in _typed_contacts(BLANK.sub(" ", text), stack):
        yield f"write {{{{ {name} }}}} in place of `{contact}`"
    phrases = {
        name: getattr(placed.item.text, language)
        for name, placed in stack.references.items.items()
        if placed.item.kind == LOCKED and getattr(placed.item.text, language)
    }
    if phrase := resembled(text, phrases):
        yield f"write {{{{ {phrase} }}}} here, the phrase is locked and this only resembles it"


def _typed_contacts(text: str, stack: Stack) -> Iterator[tuple[str, str]]:
    """Yield each address or number of a reference that a text has, with the reference's name."""
    seen: set[str] = set()
    for name, placed in stack.references.items.items():
        for _, words in _texts(placed.item.text):
            for contact in names_in(text, _CONTACT.findall(words)):
                if contact not in seen:
                    seen.add(contact)
                    yield name, contact


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
            yield from dict.fromkeys(
                (product.brand, product.substance, *product.brands, *product.spellings)
            )


def _outdated(stack: Stack) -> Iterator[str]:
    for placed in stack.references.items.values():
        yield from placed.item.outdated
