"""When a rule holds, in words a moderator reads: no id of a pack."""

import pytest

from webcare_desk.app import App
from webcare_desk.domain.finding import Context, Language, Mark, Tier
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
    Not,
    PostedIn,
    PostedWhile,
    ProductNamed,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
    leaves,
)
from webcare_desk.ui.rulebook.conditions import condition_words

NONE: frozenset[str] = frozenset()
SELF = FindingIs(frozenset(), frozenset({"self"}), frozenset(), frozenset(), frozenset(), apart=True)  # fmt: skip
EVENT = FindingIs(
    frozenset(), NONE, frozenset({Mark.EVENT}), frozenset({Context.PAST, Context.TYPO}), frozenset()
)
OPENS = IsReply(False)  # noqa: FBT003 - the condition's one field
ANY = FindingIs(frozenset(), NONE, frozenset(), frozenset(), frozenset({Context.NEGATED}))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (SELF, "found: the writer, apart from any other person"),
        (EVENT, "found: event, in the past and with a typo"),
        (ANY, "found: anything, but not: negated"),
        (ProductNamed(NONE), "a product is named"),
        (ProductNamed(frozenset({"ventora"})), "Ventora is named"),
        (WrittenIn(frozenset({Language.NL, Language.DE})), "written in Dutch or German"),
        (WrittenBy(frozenset({Audience.CAREGIVER})), "written by somebody close"),
        (TierAtLeast(Tier.CHECK), "the word list says “Please check” or more"),
        (Not(IsReply(True)), "not (it answers a comment)"),  # noqa: FBT003 - the condition's one field
        (OPENS, "it opens a thread"),
        (Answers(frozenset({Addressee.DESK})), "it answers the desk"),
        (
            CameIn(frozenset({"varen-community"})),
            "on the channel Leven met Varen / Living with Varen",
        ),
        (ChannelIs(frozenset({Ownership.OWNED})), "on a channel of the sponsor"),
        (
            AllOf((PostedWhile(Office.OPEN), PostedIn(frozenset({Period.DURING})))),
            "posted in office hours; and posted during the days of monitoring",
        ),
        (
            AnyOf((PostedWhile(Office.CLOSED), PostedIn(frozenset({Period.AFTER})))),
            "one of (posted outside office hours; or posted after the days of monitoring)",
        ),
        (
            AnyOf((OPENS, AllOf((OPENS, ProductNamed(NONE))))),
            "one of (it opens a thread; or (it opens a thread; and a product is named))",
        ),
    ],
)
def test_a_condition_is_said_in_words(desk_app: App, when: Condition, words: str) -> None:
    assert condition_words(when, desk_app.protocol) == words


def test_no_rule_is_said_with_an_id(desk_app: App) -> None:
    protocol = desk_app.protocol
    ids = {
        value
        for rule in protocol.rules
        for leaf in leaves(rule.when)
        if isinstance(leaf, FindingIs)
        for value in (*leaf.concepts, *leaf.categories, *leaf.within, *leaf.without)
        if "-" in value
    }
    said = " ".join(condition_words(rule.when, protocol) for rule in protocol.rules)
    assert ids
    assert not {each for each in ids if each in said} - {"self-harm"}
