"""When a rule holds, in words of the window's language. No widgets.

`protocol.wording` says the same in English with the ids of the packs, for who writes them.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.occasion import Addressee, Audience, Office, Ownership, Period
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
from webcare_desk.protocol.wording import channel_name
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.comment.concepts import concept_word
from webcare_desk.ui.comment.header import language_word
from webcare_desk.ui.comment.spans import context_word, mark_word
from webcare_desk.ui.words import category_word, tier_word

translate = QCoreApplication.translate
_K = TypeVar("_K")
_ANSWERED: Mapping[Addressee, str] = {
    Addressee.DESK: QT_TRANSLATE_NOOP("Conditions", "the desk"),
    Addressee.SELF: QT_TRANSLATE_NOOP("Conditions", "its own author"),
    Addressee.OTHER: QT_TRANSLATE_NOOP("Conditions", "somebody else"),
}
_WHOSE: Mapping[Ownership, str] = {
    Ownership.OWNED: QT_TRANSLATE_NOOP("Conditions", "on a channel of the sponsor"),
    Ownership.PAID: QT_TRANSLATE_NOOP("Conditions", "on a channel that the sponsor pays for"),
    Ownership.OTHER: QT_TRANSLATE_NOOP("Conditions", "on a channel of somebody else"),
}
_AUTHORS: Mapping[Audience, str] = {
    Audience.PATIENT: QT_TRANSLATE_NOOP("Conditions", "a patient"),
    Audience.CAREGIVER: QT_TRANSLATE_NOOP("Conditions", "somebody close"),
    Audience.PROFESSIONAL: QT_TRANSLATE_NOOP("Conditions", "a professional"),
    Audience.UNKNOWN: QT_TRANSLATE_NOOP("Conditions", "an unknown author"),
}
_OFFICE: Mapping[Office, str] = {
    Office.OPEN: QT_TRANSLATE_NOOP("Conditions", "posted in office hours"),
    Office.CLOSED: QT_TRANSLATE_NOOP("Conditions", "posted outside office hours"),
}
_PERIODS: Mapping[Period, str] = {
    Period.BEFORE: QT_TRANSLATE_NOOP("Conditions", "posted before the days of monitoring"),
    Period.DURING: QT_TRANSLATE_NOOP("Conditions", "posted during the days of monitoring"),
    Period.AFTER: QT_TRANSLATE_NOOP("Conditions", "posted after the days of monitoring"),
}


def condition_words(when: Condition, protocol: Protocol) -> str:
    """Return `when` as words, as: `found: "Adverse event", but not negated; and it is an answer`."""
    match when:
        case AnyOf(parts):
            inner = translate("Conditions", "; or ").join(_each(parts, protocol))
            words = translate("Conditions", "one of ({conditions})").format(conditions=inner)
        case AllOf(parts):
            words = translate("Conditions", "; and ").join(_each(parts, protocol))
        case Not(part):
            inner = condition_words(part, protocol)
            words = translate("Conditions", "not ({condition})").format(condition=inner)
        case FindingIs():
            words = _finding(when)
        case ModelSays(tier, categories):
            said = translate("Conditions", "the model says “{tier}” or more")
            words = said.format(tier=tier_word(tier))
            words += f": {_listed(map(category_word, categories))}" if categories else ""
        case ProductNamed(products):
            words = _named(products, protocol)
        case _:
            words = _plain(when, protocol)
    return words


def _each(parts: Iterable[Condition], protocol: Protocol) -> list[str]:
    """Return the words of each part; what must hold together stands in brackets of its own."""
    return [
        f"({condition_words(part, protocol)})"
        if isinstance(part, AllOf)
        else condition_words(part, protocol)
        for part in parts
    ]


def _plain(when: Plain, protocol: Protocol) -> str:
    match when:
        case WrittenIn(languages):
            said = translate("Conditions", "written in {languages}")
            words = said.format(languages=_listed(map(language_word, languages)))
        case WrittenBy(audience):
            said = translate("Conditions", "written by {authors}")
            words = said.format(authors=_of(_AUTHORS, audience))
        case TierAtLeast(tier):
            said = translate("Conditions", "the word list says “{tier}” or more")
            words = said.format(tier=tier_word(tier))
        case IsReply(reply):
            opens = translate("Conditions", "it opens a thread")
            words = translate("Conditions", "it answers a comment") if reply else opens
        case Answers(to):
            words = translate("Conditions", "it answers {whom}").format(whom=_of(_ANSWERED, to))
        case CameIn(channels):
            said = translate("Conditions", "on the channel {names}")
            words = said.format(names=_listed(channel_name(protocol, each) for each in channels))
        case ChannelIs(ownership):
            words = _of(_WHOSE, ownership)
        case PostedWhile(office):
            words = _of(_OFFICE, (office,))
        case PostedIn(periods):
            words = _of(_PERIODS, periods)
    return words


def _named(products: frozenset[str], protocol: Protocol) -> str:
    if not products:
        return translate("Conditions", "a product is named")
    brands = [each.brand for each in protocol.products if each.id in products]
    return translate("Conditions", "{products} is named").format(products=_listed(brands))


def _finding(wanted: FindingIs) -> str:
    """Return what was found, and how it may and may not be said."""
    parts = [
        _listed(f"“{each}”" for each in map(category_word, wanted.categories)),
        _listed(map(concept_word, wanted.concepts)),
        _listed(map(mark_word, wanted.marks)),
    ]
    what = ": ".join(filter(None, parts)) or translate("Conditions", "anything")
    said = translate("Conditions", "found: {what}").format(what=what)
    if wanted.within:
        together = translate("Conditions", " and ")
        said += f", {_listed(map(context_word, wanted.within), together)}"
    if wanted.without:
        refused = translate("Conditions", ", but not: {contexts}")
        said += refused.format(contexts=_listed(map(context_word, wanted.without)))
    return said + translate("Conditions", ", apart from any other person") * wanted.apart


def _of(words: Mapping[_K, str], keys: Iterable[_K]) -> str:
    return _listed(translate("Conditions", words[key]) for key in keys)


def _listed(values: Iterable[str], last: str = "") -> str:
    """Return names in order: `a, b or c`; of none, nothing."""
    names = sorted(values)
    return (last or translate("Conditions", " or ")).join(
        filter(None, (", ".join(names[:-1]), *names[-1:]))
    )
