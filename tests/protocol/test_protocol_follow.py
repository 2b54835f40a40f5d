"""Which plans without a way to PV are followed: of the rules that matched, else the first as well."""

from dataclasses import replace

import pytest

from webcare_desk.domain.finding import Category, Language, Screening, Tier
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.evaluate import as_called, evaluate
from webcare_desk.protocol.follow import beside_pv, followed
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


def test_every_plan_of_a_rule_that_matched_is_followed(protocol: Protocol) -> None:
    nothing = evaluate(protocol, Screening(Language.NL, Tier.NONE, ()), is_reply=False)
    assert (beside_pv(protocol, nothing), followed(protocol, nothing)) == ((), ())
    rules = {plan: rule.id for rule in protocol.rules if (plan := rule.plan) is not None}
    both = replace(
        nothing,
        rules=(rules["crisis"], rules["threat"], rules["ae-to-pv"]),
        plans=("crisis", "threat", "ae-to-pv", "gone"),
    )
    assert followed(protocol, both) == ("crisis", "threat")


def test_of_what_a_person_calls_a_crisis_the_first_plan_is_followed(protocol: Protocol) -> None:
    nothing = evaluate(protocol, Screening(Language.NL, Tier.NONE, ()), is_reply=False)
    called = as_called(protocol, nothing, Category.CRISIS)
    assert [plan.id for plan in beside_pv(protocol, called)] == ["crisis", "threat"]
    assert followed(protocol, called) == ("crisis",)


def test_a_lesser_rule_that_matched_does_not_hide_the_plan_of_what_is_called_a_crisis(
    protocol: Protocol,
) -> None:
    threat = protocol.plans["threat"]
    press = replace(
        protocol,
        rules=tuple(
            replace(rule, plan="press") if rule.id == "complaint" else rule
            for rule in protocol.rules
        ),
        plans={**protocol.plans, "press": replace(threat, id="press")},
    )
    nothing = evaluate(press, Screening(Language.NL, Tier.NONE, ()), is_reply=False)
    complaint = replace(nothing, category=Category.COMPLAINT, rules=("complaint",))
    called = as_called(press, complaint, Category.CRISIS)
    assert called.plans == ("crisis", "threat", "press")
    assert followed(press, called) == ("crisis", "press")
