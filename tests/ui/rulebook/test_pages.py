"""The protocol as a page, and what may be written in its files: no widgets."""

from dataclasses import replace

import pytest

from webcare_desk.app import App
from webcare_desk.domain.sla import Sla
from webcare_desk.protocol.model import ChannelTime
from webcare_desk.ui.rulebook.complete import offers, read_schema
from webcare_desk.ui.rulebook.page import Look, page_of, rule_anchor, step_anchor

SCHEMA = read_schema()
RULE = "rules:\n  - id: x\n"


@pytest.mark.parametrize(
    ("before", "typed", "offered"),
    [
        ("", "", ["rules: "]),
        (f"{RULE}    cat", "cat", ["category: "]),
        (f"{RULE}    category: priv", "priv", ["privacy"]),
        (f"{RULE}    when:\n      any:\n        - find", "find", ["finding: "]),
        (f"{RULE}    when:\n      finding:\n        mark: [ev", "ev", ["event"]),
        (f"{RULE}    examples:\n      no", "no", ["no_match: "]),
        (f"{RULE}    why:\n      nl: Zo\n    pl", "pl", ["plan: "]),
        (f"{RULE}    nix:\n      a", "a", []),
    ],
)
def test_what_is_offered_fits_the_place(before: str, typed: str, offered: list[str]) -> None:
    found, words = offers(SCHEMA, "rules.yaml", before, len(before))
    assert (found, words) == (typed, offered)


def test_another_file_has_other_keys_and_an_unknown_one_none() -> None:
    text = "plans:\n  - id: x\n    steps:\n      - id: y\n        owner: super"
    _, words = offers(SCHEMA, "plans.yaml", text, len(text))
    assert words == ["supervisor"]
    assert offers(SCHEMA, "plans-grave.yaml", text, len(text)) == ("super", words)
    assert offers(SCHEMA, "notes.yaml", "a", 1) == ("a", [])
    _, flags = offers(SCHEMA, "products.yaml", "products:\n  - id: x\n    prescription_only: t", 52)
    assert flags == ["true"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_step_and_template_is_on_the_page(desk_app: App, language: str) -> None:
    protocol = desk_app.protocol
    page = page_of(protocol, language)
    anchors = [paragraph.anchor for paragraph in page if paragraph.anchor]
    assert len(anchors) == len(set(anchors))
    assert {rule_anchor(rule.id) for rule in protocol.rules} <= set(anchors)
    assert {f"template:{name}" for name in protocol.templates} <= set(anchors)
    steps = {
        step_anchor(plan.id, step.id) for plan in protocol.plans.values() for step in plan.steps
    }
    assert steps <= set(anchors)
    late = "When nobody acts: Supervisor, again every "
    assert any(paragraph.text.startswith(late) for paragraph in page)
    assert page[0].look is Look.TITLE
    assert {Look.GOOD, Look.BAD} <= {paragraph.look for paragraph in page}


@pytest.mark.parametrize(
    ("language", "days", "minutes", "open_from"),
    [
        ("nl", "2 dagen, openingstijd", "90 minuten, dag en nacht", "zaterdag: 10:00–14:00"),
        ("en", "2 days, office hours", "90 minutes, day and night", "Saturday: 10:00–14:00"),
    ],
)
def test_times_read_as_in_the_manual_on_every_channel(
    desk_app: App, language: str, days: str, minutes: str, open_from: str
) -> None:
    protocol = desk_app.protocol
    name, channel = "question-reply", "varen-community"
    slas = {**protocol.slas, name: Sla(name, 0, business=True, days=2)}
    times = (ChannelTime(name, channel, Sla(name, 90, business=False)),)
    never = replace(protocol.openings, week=((),) * 7)
    changed = replace(protocol, slas=slas, channel_times=times, channel_openings={channel: never})
    page = page_of(changed, language)
    texts = [paragraph.text for paragraph in page]
    [whole] = [each.text for each in page if each.anchor == f"sla:{name}"]
    assert whole.startswith(f"{days}: Please check; Request for information")
    [own] = [each.text for each in page if each.anchor == f"sla:{name}:{channel}"]
    assert own == whole.replace(days, f"{minutes} ({protocol.channels[0].name})")
    assert open_from in texts
    assert f"Office hours: {protocol.channels[0].name}" in texts
    anchors = [paragraph.anchor for paragraph in page if paragraph.anchor]
    assert len(anchors) == len(set(anchors))


def test_plans_and_rules_are_named_in_words_and_their_ids_stand_beside_the_packs(
    desk_app: App,
) -> None:
    page = page_of(desk_app.protocol, "en")
    heads = [each.text for each in page if each.look is Look.ITEM]
    assert {"To PV", "Crisis (1)", "Crisis (2)"} < set(heads)
    assert not [each for each in heads if "crisis-by-wording" in each or "ae-to-pv" in each]
    rules = [each.text for each in page if each.anchor.startswith("rule:")]
    assert len(rules) == len(set(rules)), "two rules of the contents read alike"
    assert "Spam" in heads, "the only rule of a category is named by it alone"
    assert "In the packs: crisis-by-wording" in [each.text for each in page]
    crisis = next(each for each in desk_app.protocol.rules if each.id == "crisis-by-wording")
    place = [each.anchor for each in page].index(rule_anchor(crisis.id))
    assert page[place + 2].text.startswith("Crisis · ")
    assert "crisis-now" not in page[place + 2].text
    alone = replace(desk_app.protocol, rules=())
    assert "crisis" in [each.text for each in page_of(alone, "en")], "a plan that no rule leads to"
