"""A condition in words, for `explain`, `diff` and whoever reads a rule. English, as the ids are."""

from collections.abc import Iterable

from webcare_desk.domain.occasion import Addressee, Audience, Office, Ownership
from webcare_desk.protocol.model import (
    AllOf,
    Answers,
    AnyOf,
    CameIn,
    ChannelIs,
    Condition,
    FindingIs,
    IsReply,
    ModelSays,
    Not,
    Plain,
    PostedIn,
    PostedWhile,
    ProductNamed,
    Protocol,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
)

_ANSWERED = {
    Addressee.DESK: "the desk",
    Addressee.SELF: "its own author",
    Addressee.OTHER: "somebody else",
}
_WHOSE = {
    Ownership.OWNED: "owned",
    Ownership.PAID: "paid for",
    Ownership.OTHER: "somebody else's",
}
_OFFICE = {Office.OPEN: "in business hours", Office.CLOSED: "out of hours"}


def condition_words(when: Condition) -> str:
    """Return `when` as words: "a finding of adverse-event, not negated; and urgency check"."""
    match when:
        case FindingIs():
            words = finding_words(when)
        case ModelSays(tier, categories):
            words = f"the model says {tier.name.lower()} or higher"
            words += f", for {listed(categories)}" if categories else ""
        case ProductNamed(products):
            words = f"{listed(products)} is named" if products else "a product is named"
        case AnyOf(parts):
            words = f"one of ({'; or '.join(map(condition_words, parts))})"
        case AllOf(parts):
            words = "; and ".join(map(condition_words, parts))
        case Not(part):
            words = f"not ({condition_words(part)})"
        case _:
            words = _plain_words(when)
    return words


def _plain_words(when: Plain) -> str:
    match when:
        case WrittenIn(languages):
            words = f"written in {listed(languages)}"
        case WrittenBy(audience):
            words = f"written by {_authors(audience)}"
        case TierAtLeast(tier):
            words = f"urgency {tier.name.lower()} or higher"
        case IsReply(reply):
            words = "it answers a comment" if reply else "it opens a thread"
        case Answers(to):
            words = f"it answers {listed(_ANSWERED[each] for each in to)}"
        case CameIn(channels):
            words = f"on the channel {listed(channels)}"
        case ChannelIs(ownership):
            words = f"on a channel that is {listed(_WHOSE[each] for each in ownership)}"
        case PostedWhile(office):
            words = f"posted {_OFFICE[office]}"
        case PostedIn(periods):
            words = f"posted {listed(periods)} the days of monitoring"
    return words


def _authors(audience: Iterable[Audience]) -> str:
    return listed(
        "an unknown author" if each is Audience.UNKNOWN else f"a {each}" for each in audience
    )


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
    return f"{said}, apart" if wanted.apart else said


def listed(values: Iterable[str]) -> str:
    """Return names in order: `a, b or c`."""
    names = sorted(values)
    return ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]


def channel_name(protocol: Protocol, channel: str) -> str:
    """Return what people call the channel of an id."""
    return next(each.name for each in protocol.channels if each.id == channel)
