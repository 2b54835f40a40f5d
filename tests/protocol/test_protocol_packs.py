"""The packs that ship, and the files generated from the format."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from webcare_desk import paths
from webcare_desk.domain.bars import names_in
from webcare_desk.domain.finding import ANSWERED, Category
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.domain.sla import Sla
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol import document
from webcare_desk.protocol.consistency import SAFETY
from webcare_desk.protocol.document import format_text, schema_text
from webcare_desk.protocol.kind import ExampleKind
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol, product_names
from webcare_desk.protocol.template import compose

PACKS = ("base", "varen", "nl", "be")
TODAY = date(2026, 6, 1)
BLANKS = {"first_name": "Bo", "moderator_name": "Kim"}


@pytest.fixture(params=PACKS, scope="module")
def protocol(request: pytest.FixtureRequest) -> Protocol:
    found = load_pack(protocols_dir(), request.param)
    assert [str(problem) for problem in found.problems] == []
    assert found.protocol is not None
    return found.protocol


def test_every_category_but_none_has_a_rule(protocol: Protocol) -> None:
    assert {rule.category for rule in protocol.rules} == set(Category) - {Category.NONE}


def test_every_rule_has_six_examples_of_both_kinds_with_every_trap(protocol: Protocol) -> None:
    """Slang, typos, negation, hearsay, what-ifs and sarcasm: each at least once per language."""
    for rule in protocol.rules:
        for language in ANSWERED:
            own = [one for one in rule.examples if one.language is language]
            assert len({one.text.casefold() for one in own}) == len(own), rule.id
            assert sum(one.matches for one in own) >= 6, rule.id
            assert sum(not one.matches for one in own) >= 6, rule.id
            assert {one.kind for one in own} == set(ExampleKind), (rule.id, language)


def test_grave_matters_are_answered_before_the_rest(protocol: Protocol) -> None:
    minutes = {rule.id: protocol.slas[rule.sla].minutes for rule in protocol.rules if rule.sla}
    assert minutes["violence"] == minutes["crisis"] < minutes["grave-event"]
    assert minutes["grave-event"] < minutes["adverse-event"]


def test_everything_that_concerns_safety_is_escalated_and_answered_in_time(
    protocol: Protocol,
) -> None:
    for rule in protocol.rules:
        assert (rule.plan is not None) is (rule.category in SAFETY)
    assert protocol.slas["crisis-now"] == Sla("crisis-now", 15, business=False)
    assert protocol.slas["ae-reply"] == Sla("ae-reply", 60, business=True)


def test_every_plan_ends_with_somebody_who_may_acknowledge(protocol: Protocol) -> None:
    forward = next(step for step in protocol.plans["ae-to-pv"].steps if step.id == "forward")
    assert forward.hours <= 24
    for plan in protocol.plans.values():
        assert Right.ACKNOWLEDGE in rights_of(plan.steps[-1].owner)
        assert [step.hours for step in plan.steps] == sorted(step.hours for step in plan.steps)


def test_every_reply_can_be_filled_and_says_for_whom_but_not_which_product(
    protocol: Protocol,
) -> None:
    names = [name for names in product_names(protocol).values() for name in names]
    assert len(protocol.templates) >= 25
    for template in protocol.templates.values():
        assert [language for language, _ in template.texts] == ["nl", "en"]
        for language, said in (("nl", "namens "), ("en", "for ")):
            reply = compose(protocol, template, language, BLANKS, TODAY)
            assert reply.open == ()
            assert said + dict(protocol.sponsor)[language] in reply.text
            assert names_in(reply.text, names) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_crisis_reply_gives_the_numbers_and_an_event_reply_the_route(language: str) -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    by_category = {rule.category: rule.templates for rule in protocol.rules}
    for name in by_category[Category.CRISIS]:
        text = compose(protocol, protocol.templates[name], language, BLANKS, TODAY).text
        assert all(part in text for part in ("call 113" if language == "en" else "bel 113", "112"))
        assert "0800-0113" in text
    for name in by_category[Category.ADVERSE_EVENT]:
        assert (
            "www.lareb.nl"
            in compose(protocol, protocol.templates[name], language, BLANKS, TODAY).text
        )


def test_the_brand_pack_has_its_products_and_its_sponsor() -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    assert [(p.brand, p.prescription_only) for p in protocol.products] == [
        ("Ventora", True),
        ("Calmira", True),
    ]
    assert protocol.sponsor == (("nl", "Orvanta"), ("en", "Orvanta"))
    assert protocol.timetable.hours.zone == "Europe/Amsterdam"


def test_the_committed_schema_and_page_are_what_the_models_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed = resources_dir() / "schemas" / "protocol.schema.json"
    assert committed.read_text(encoding="utf-8") == schema_text()
    page = resources_dir().parent / "docs" / "protocol-format.md"
    assert page.read_text(encoding="utf-8") == format_text()
    monkeypatch.setattr(paths, "resources_dir", lambda: tmp_path / "resources")
    runpy.run_path(document.__file__, run_name="__main__")
    made = tmp_path / "resources" / "schemas" / "protocol.schema.json"
    assert made.read_text(encoding="utf-8") == schema_text()
    assert (tmp_path / "docs" / "protocol-format.md").read_text(encoding="utf-8") == format_text()
