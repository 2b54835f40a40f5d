"""Conditions on what a platform tells: channel, whose it is, whom it answers, and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Context, Finding, Language, Mark, Screening, Tier
from webcare_desk.domain.occasion import (
    Addressee,
    Audience,
    Circumstances,
    Office,
    Ownership,
    Period,
    addressee,
    audience_of,
)
from webcare_desk.protocol.check import check
from webcare_desk.protocol.evaluate import evaluate, matches, reply_counted, reply_due
from webcare_desk.protocol.explain import explain
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import (
    AllOf,
    Answers,
    CameIn,
    Channel,
    ChannelIs,
    Condition,
    Not,
    PostedIn,
    PostedWhile,
    Protocol,
    WrittenBy,
)
from webcare_desk.protocol.occasion import NOWHERE, Occasion, occasion_of, occasions
from webcare_desk.protocol.wording import condition_words

Screen = Callable[[str], Screening]
Spoil = Callable[..., Path]
PAGE = Channel("page", "The page", owned=True)
BOUGHT = Channel("bought", "An advertisement", owned=True, paid=True)
FORUM = Channel("forum", "A forum", owned=False)
NOTHING = Screening(Language.NL, Tier.NONE, ())
HERE = Occasion(PAGE, Addressee.DESK, Office.CLOSED, Period.DURING)
ASKING = [
    (CameIn(frozenset({"page", "forum"})), True, "on the channel forum or page"),
    (CameIn(frozenset({"forum"})), False, "on the channel forum"),
    (ChannelIs(frozenset({Ownership.OWNED})), True, "on a channel that is owned"),
    (ChannelIs(frozenset({Ownership.PAID, Ownership.OTHER})), False, "on a channel that is paid for or somebody else's"),
    (Answers(frozenset({Addressee.DESK})), True, "it answers the desk"),
    (Answers(frozenset({Addressee.SELF, Addressee.OTHER})), False, "it answers its own author or somebody else"),
    (PostedWhile(Office.CLOSED), True, "posted out of hours"),
    (PostedWhile(Office.OPEN), False, "posted in business hours"),
    (PostedIn(frozenset({Period.DURING})), True, "posted during the days of monitoring"),
    (PostedIn(frozenset({Period.AFTER})), False, "posted after the days of monitoring"),
    (WrittenBy(frozenset({Audience.UNKNOWN})), True, "written by an unknown author"),
    (WrittenBy(frozenset({Audience.PATIENT})), False, "written by a patient"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "holds", "words"), ASKING, ids=[row[2] for row in ASKING])
def test_each_condition_holds_where_it_says(when: Condition, words: str, *, holds: bool) -> None:
    found = matches(when, NOTHING, is_reply=True, occasion=HERE)
    assert (found is not None) is holds
    assert condition_words(when) == words


@pytest.mark.parametrize("when", [row[0] for row in ASKING[:-2]])
def test_what_is_not_known_fits_no_condition(when: Condition) -> None:
    assert matches(when, NOTHING, is_reply=True, occasion=NOWHERE) is None
    assert matches(Not(when), NOTHING, is_reply=True, occasion=NOWHERE) == ()


def person(concept: str) -> Finding:
    return Finding(Mark.PERSON, concept, None, 0, 3)


@pytest.mark.parametrize(
    ("concepts", "audience"),
    [
        ((), Audience.UNKNOWN),
        (("self",), Audience.PATIENT),
        (("somebody",), Audience.PATIENT),
        (("self", "relative"), Audience.CAREGIVER),
        (("self", "relative", "professional"), Audience.PROFESSIONAL),
    ],
)
def test_who_writes_is_told_by_the_findings(concepts: tuple[str, ...], audience: Audience) -> None:
    assert audience_of(replace(NOTHING, findings=tuple(map(person, concepts)))) is audience


def test_who_tells_of_somebody_else_is_a_caregiver() -> None:
    hearsay = replace(person("pain"), contexts=frozenset({Context.SECOND_HAND}))
    assert audience_of(replace(NOTHING, findings=(hearsay,))) is Audience.CAREGIVER


@pytest.mark.parametrize(
    ("author", "answered", "own", "to"),
    [
        ("Bo", "The desk", True, Addressee.DESK),
        ("Bo", "Bo", False, Addressee.SELF),
        ("Bo", "Kim", False, Addressee.OTHER),
        ("", "", False, Addressee.OTHER),
    ],
)
def test_whom_a_comment_answers(author: str, answered: str, to: Addressee, *, own: bool) -> None:
    assert addressee(author, answered, own=own) is to


CHANNELS = """\
channels:
  - {id: page, name: The page, owned: true, sources: [wordpress, mirror]}
  - {id: forum, name: A forum, owned: false}
"""
RULE = "        - tier: check\n"


def asking(spoil: Spoil, *conditions: str) -> Protocol:
    """Return the small pack with two channels, its first rule asking for more."""
    root = spoil("rules.yaml", RULE, RULE + "".join(f"        - {each}\n" for each in conditions))
    head = (root / "small" / "pack.yaml").read_text()
    start, end = head.index("channels:"), head.index("monitoring:")
    (root / "small" / "pack.yaml").write_text(head[:start] + CHANNELS + head[end:])
    found = load_pack(root, "small")
    assert found.protocol is not None, found.problems
    return found.protocol


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1_000_000


def test_a_source_is_read_by_the_channel_that_names_it(spoil: Spoil) -> None:
    protocol = asking(spoil)
    named = [protocol.channel_of(source) for source in ("mirror", "forum", "page", None)]
    assert [each.id if each else None for each in named] == ["page", "forum", None, None]
    assert occasion_of(protocol, Circumstances("forum")) == Occasion(protocol.channels[1])


@pytest.mark.parametrize(
    ("moment", "period"),
    [
        ("2025-12-31T22:59", Period.BEFORE),
        ("2025-12-31T23:00", Period.DURING),  # midnight in Amsterdam
        ("2026-12-31T22:59", Period.DURING),
        ("2026-12-31T23:00", Period.AFTER),
    ],
)
def test_monitoring_begins_and_ends_at_midnight_of_the_office(
    spoil: Spoil, moment: str, period: Period
) -> None:
    protocol = asking(spoil)
    found = occasion_of(protocol, Circumstances(posted_at=at(moment)))
    assert (found.period, found.office) == (period, None)


def test_the_office_of_the_channel_counts_and_only_where_a_rule_asks(spoil: Spoil) -> None:
    protocol = asking(spoil, "time: out-of-hours")
    morning = at("2026-01-06T08:00")  # Tuesday, 09:00 in Amsterdam
    told = Circumstances("forum", None, morning)
    assert occasion_of(protocol, told).office is Office.OPEN
    night = replace(protocol.openings, week=(((0, 60),),) * 7)
    changed = replace(protocol, channel_openings={"forum": night})
    assert occasion_of(changed, told).office is Office.CLOSED
    assert occasion_of(changed, replace(told, source="mirror")).office is Office.OPEN


def test_a_rule_asks_for_all_of_it_and_explains_what_it_lacks(spoil: Spoil, screen: Screen) -> None:
    protocol = asking(
        spoil, "channel: [forum]", "ownership: [other]", "answers: [other]", "time: out-of-hours",
        "period: [during]", "audience: [unknown]",
    )  # fmt: skip
    told = Circumstances("forum", Addressee.OTHER, at("2026-01-06T20:00"))
    evening = occasion_of(protocol, told)
    found = evaluate(protocol, screen("veel pijn"), is_reply=True, occasion=evening)
    assert found.rules == ("event",)
    morning = occasion_of(protocol, Circumstances("mirror", Addressee.DESK, at("2027-01-05T08:00")))
    assert evaluate(protocol, screen("veel pijn"), is_reply=True, occasion=morning).rules == ()
    lacking = explain(protocol, screen("veel pijn"), is_reply=True, occasion=morning)[0]
    assert lacking.wants == (
        "on the channel forum",
        "on a channel that is somebody else's",
        "it answers somebody else",
        "posted out of hours",
        "posted during the days of monitoring",
    )


def test_a_channel_has_response_times_and_hours_of_its_own(spoil: Spoil, screen: Screen) -> None:
    root = spoil("sla.yaml", "{id: fast, hours: 1, time: business}", "{id: fast, hours: 1, time: business, channels: [{channel: page, minutes: 30, time: business}]}")  # fmt: skip
    hours = "channel_hours:\n  - {id: page, zone: Europe/Amsterdam, tuesday: [20:00-22:00]}\n"
    place = root / "small" / "sla.yaml"
    place.write_text(hours + place.read_text())
    protocol = load_pack(root, "small").protocol
    assert protocol is not None
    found = evaluate(protocol, screen("veel pijn"), is_reply=False)
    morning = at("2026-01-06T08:00")
    assert reply_due(protocol, found, morning, None) == at("2026-01-06T09:00")
    assert reply_due(protocol, found, morning, "page") == at("2026-01-06T19:30")
    assert reply_counted(protocol, found, morning, "page") == (
        (at("2026-01-06T19:00"), at("2026-01-06T19:30")),
    )


def test_an_example_holds_on_some_occasion_or_on_none(spoil: Spoil, screen: Screen) -> None:
    root = spoil("rules.yaml", RULE, RULE + "        - {channel: [page]}\n        - {time: out-of-hours}\n        - {answers: [desk]}\n")  # fmt: skip
    assert check(root, "small", screen) == ()
    root = spoil("rules.yaml", RULE, RULE + "        - not: {channel: [page]}\n")
    assert check(root, "small", screen) == ()


def test_only_what_is_asked_is_tried() -> None:
    assert len(list(occasions(Not(WrittenBy(frozenset())), (PAGE,)))) == 1
    when = AllOf((CameIn(frozenset({"page"})), PostedWhile(Office.OPEN)))
    assert {occasion.channel for _, occasion in occasions(when, (PAGE, BOUGHT))} == {
        None,
        PAGE,
        BOUGHT,
    }
    answers = list(occasions(Answers(frozenset({Addressee.DESK})), ()))
    assert {occasion.to for reply, occasion in answers if not reply} == {None}
    assert [channel.ownership for channel in (PAGE, BOUGHT, FORUM)] == list(Ownership)


def test_priority_decides_within_a_category_and_explain_says_so(
    spoil: Spoil, screen: Screen
) -> None:
    text = """\
  - id: ID
    category: thanks
    priority: PRIORITY
    queue: other
    templates: [sorry, help]
    when: {finding: {concept: [pain]}}
    why: {nl: Zo., en: So.}
    examples:
      match: {nl: [pijn, veel pijn, geen pijn], en: [pain, no pain, I have pain]}
      no_match: {nl: [weer, mooi], en: [weather, nice]}
"""
    root = spoil()
    place = root / "small" / "rules.yaml"
    more = [
        ("low", "3", "mark: [event]"),
        ("high", "7", "concept: [pain]"),
        ("equal", "7", "category: [adverse-event]"),
    ]
    for name, priority, asked in more:
        own = text.replace("ID", name).replace("PRIORITY", priority)
        own = own.replace("concept: [pain]", asked)
        place.write_text(place.read_text() + own)
    protocol = load_pack(root, "small").protocol
    assert protocol is not None
    said = screen("geen pijn")
    assert evaluate(protocol, said, is_reply=False).rules == ("high", "equal", "low")
    told = {one.rule: one.standing for one in explain(protocol, said, is_reply=False)}
    assert told["high"] == "it wins: thanks is the most dangerous category that holds"
    assert told["equal"] == "high wins over it: it stands before this one, or in a pack above it"
    assert told["low"] == "high wins over it: it has priority 7, this one 3"
    told = {
        one.rule: one.standing for one in explain(protocol, screen("pijn, dood"), is_reply=False)
    }
    assert told["high"] == "danger wins over it: crisis is more dangerous than thanks"
    assert told["event"].endswith("; its plan to-pv counts all the same")
