"""From a protocol in force to its manual. Pure."""

from collections.abc import Iterator

from webcare_desk.domain.finding import Language, rank
from webcare_desk.protocol.kind import ExampleKind
from webcare_desk.protocol.locked import LOCKED
from webcare_desk.protocol.model import Example, Protocol, Reference, Rule, Template, words_in
from webcare_desk.protocol.template import BLANK, standing_values
from webcare_desk.reports.manual.content import (
    Block,
    Examples,
    Facts,
    Heading,
    Manual,
    Paragraph,
    Piece,
    Reply,
    Section,
    Table,
)
from webcare_desk.reports.manual.sections import clock, first_sections, length
from webcare_desk.reports.manual.words import said, term

_SHORT_DIGEST = 16


def manual_of(protocol: Protocol, language: str) -> Manual:
    """Return the manual of `protocol` in `language`: nl or en."""
    facts = (
        (said("pack", language), protocol.id),
        (said("version", language), protocol.version),
        (said("digest", language), protocol.digest),
        (said("sponsor", language), words_in(protocol.sponsor, language)),
    )
    title = said("title", language)
    return Manual(
        language=language,
        title=title,
        lead=said("lead", language),
        facts=facts,
        contents=said("contents", language),
        foot=f"{title} · {protocol.id} {protocol.version} · {protocol.digest[:_SHORT_DIGEST]}…",
        sections=tuple(_sections(protocol, language)),
    )


def _sections(protocol: Protocol, language: str) -> Iterator[Section]:
    yield from first_sections(protocol, language)
    yield Section("recognise", said("recognise", language), tuple(_rules(protocol, language)))
    yield Section("replies", said("replies", language), tuple(_replies(protocol, language)))
    yield Section("contacts", said("contacts", language), (_contacts(protocol, language),))
    if protocol.terms:
        yield Section("terms", said("terms", language), (_terms(protocol, language),))
    yield Section("proof", said("proof", language), tuple(_proof(protocol, language)))


def _rules(protocol: Protocol, language: str) -> Iterator[Block]:
    yield Paragraph(said("recognise_lead", language))
    elsewhere = _matched(protocol, language)
    for rule in sorted(protocol.rules, key=lambda one: rank(one.category)):
        yield Heading(f"rule-{rule.id}", _first_upper(term(rule.category.value, language)), rule.id)
        yield Paragraph(words_in(rule.why, language))
        yield _facts(protocol, rule, language)
        own = [one for one in rule.examples if one.language is Language(language)]
        yield Examples(
            (said("is", language), said("is_not", language)),
            tuple((one.text, _kind(one, language)) for one in own if one.matches),
            tuple(
                (one.text, elsewhere.get(one.text) or _kind(one, language))
                for one in own
                if not one.matches
            ),
        )


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(protocol: Protocol, rule: Rule, language: str) -> Facts:
    sla = None if rule.sla is None else protocol.slas[rule.sla]
    titles = [words_in(protocol.templates[name].title, language) for name in rule.templates]
    none = said("no_plan", language)
    answered = none if sla is None else f"{length(sla, language)}, {clock(sla, language)}"
    return Facts(
        (
            (said("queue", language), term(rule.queue.value, language)),
            (said("response", language), answered),
            (said("plan", language), rule.plan or none),
            (said("answer_with", language), "; ".join(titles) or said("no_reply", language)),
        )
    )


def _matched(protocol: Protocol, language: str) -> dict[str, str]:
    """Return where each matching example belongs: what is not this may be something else."""
    return {
        one.text: f"{said('see', language)} {rule.id}"
        for rule in reversed(protocol.rules)
        for one in rule.examples
        if one.matches and one.language is Language(language)
    }


def _kind(example: Example, language: str) -> str:
    return "" if example.kind is ExampleKind.PLAIN else term(example.kind.value, language)


def _replies(protocol: Protocol, language: str) -> Iterator[Block]:
    yield Paragraph(said("replies_lead", language))
    for template in protocol.templates.values():
        note = template.id if template.public else f"{template.id}, {said('in_private', language)}"
        yield Heading(f"reply-{template.id}", words_in(template.title, language), note)
        yield Reply(tuple(_pieces(protocol, template, language)))


def _pieces(protocol: Protocol, template: Template, language: str) -> Iterator[Piece]:
    standing = standing_values(protocol, language, None)
    locked = {name for name, one in protocol.references.items() if one.kind == LOCKED}
    for number, part in enumerate(BLANK.split(words_in(template.texts, language))):
        if number % 2 == 0:
            yield Piece(part)
        elif part in standing:
            yield Piece(standing[part], is_locked=part in locked)
        else:
            yield Piece(f"‹{said(f'blank_{part}', language)}›", is_blank=True)


def _contacts(protocol: Protocol, language: str) -> Table:
    def row(one: Reference) -> tuple[str, str, str]:
        until = one.valid_until.isoformat() if one.valid_until else said("no_end", language)
        return words_in(one.text, language), one.checked.isoformat(), until

    heads = tuple(said(key, language) for key in ("contact", "checked", "valid"))
    contacts = [one for one in protocol.references.values() if one.kind != LOCKED]
    return Table(heads, tuple(map(row, contacts)), (0.6, 0.18, 0.22))


def _terms(protocol: Protocol, language: str) -> Table:
    rows = tuple(
        (
            ", ".join(phrase for _, phrases in one.phrases for phrase in phrases),
            term((one.category or one.mark).value, language),
        )
        for one in protocol.terms
    )
    return Table((said("word", language), said("means", language)), rows, (0.65, 0.35))


def _proof(protocol: Protocol, language: str) -> Iterator[Block]:
    counted = said("counted", language).format(
        rules=len(protocol.rules),
        examples=sum(len(rule.examples) for rule in protocol.rules),
        replies=len(protocol.templates),
        plans=len(protocol.plans),
    )
    yield Facts(
        (
            (said("pack", language), protocol.id),
            (said("version", language), protocol.version),
            (said("digest", language), protocol.digest),
            (said("contents", language), counted),
        )
    )
    yield Paragraph(said("proof_text", language))
