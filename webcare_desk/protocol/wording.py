"""A condition in words, for `explain`, `diff` and whoever reads a rule. English, as the ids are."""

from collections.abc import Iterable

from webcare_desk.protocol.model import (
    AllOf,
    AnyOf,
    Condition,
    FindingIs,
    IsReply,
    Not,
    ProductNamed,
    TierAtLeast,
    WrittenIn,
)


def condition_words(when: Condition) -> str:
    """Return `when` as words: "a finding of adverse-event, not negated; and urgency check"."""
    match when:
        case FindingIs():
            words = finding_words(when)
        case ProductNamed(products):
            words = f"{listed(products)} is named" if products else "a product is named"
        case WrittenIn(languages):
            words = f"written in {listed(languages)}"
        case TierAtLeast(tier):
            words = f"urgency {tier.name.lower()} or higher"
        case IsReply(reply):
            words = "it answers a comment" if reply else "it opens a thread"
        case AnyOf(parts):
            words = f"one of ({'; or '.join(map(condition_words, parts))})"
        case AllOf(parts):
            words = "; and ".join(map(condition_words, parts))
        case Not(part):
            words = f"not ({condition_words(part)})"
    return words


def finding_words(wanted: FindingIs) -> str:
    """Return what a finding must be, in words."""
    parts = ["a finding"]
    for word, values in (
        ("of", wanted.categories),
        ("named", wanted.concepts),
        ("for", wanted.marks),
    ):
        if values:
            parts.append(f"{word} {listed(values)}")
    said = " ".join(parts)
    if wanted.within:
        said += f", {' and '.join(sorted(wanted.within))}"
    if wanted.without:
        said += f", not {' nor '.join(sorted(wanted.without))}"
    return said


def listed(values: Iterable[str]) -> str:
    """Return names in order: `a, b or c`."""
    names = sorted(values)
    return ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]
