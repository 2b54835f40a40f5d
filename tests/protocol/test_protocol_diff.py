"""Two versions of a pack: what changed in meaning, and what of it weakens."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.protocol.conftest import FILES
from webcare_desk.protocol.diff import Difference, differences
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.show import show


def loaded(root: Path, pack: str = "small") -> Protocol:
    found = load_pack(root, pack)
    assert found.protocol is not None, found.problems
    return found.protocol


Changed = Callable[[str, str, str], tuple[Difference, ...]]


@pytest.fixture
def changed(spoil: Callable[..., Path]) -> Changed:
    """Return what changes when one passage of a file does."""

    def compare(file: str, old: str, new: str) -> tuple[Difference, ...]:
        before = loaded(spoil())
        return differences(before, loaded(spoil(file, old, new)))

    return compare


@pytest.mark.parametrize(
    ("file", "old", "new", "item", "what", "weakens"),
    [
        ("plans.yaml", "hours: 24", "hours: 36", "plan to-pv, step forward", "due after: 24 hours → 36 hours", True),
        ("plans.yaml", "hours: 24", "hours: 12", "plan to-pv, step forward", "due after: 24 hours → 12 hours", False),
        ("plans.yaml", "owner: moderator", "owner: pv-officer", "plan to-pv, step forward", "owner: moderator → pv-officer", False),
        ("sla.yaml", "hours: 1,", "hours: 2,", "response time fast", "within: 60 minutes → 120 minutes", True),
        ("sla.yaml", "time: wall-clock", "time: business", "response time now", "in: wall-clock time → business time", False),
        ("rules.yaml", "category: adverse-event", "category: pregnancy", "rule event", "category: adverse-event → pregnancy", True),
        ("rules.yaml", "queue: safety", "queue: quality", "rule event", "queue: safety → quality", False),
        ("rules.yaml", "without: [negated]", "without: [past]", "rule event", "condition: a finding of adverse-event, not negated; and urgency check or higher → a finding of adverse-event, not past; and urgency check or higher", False),
        ("reference.yaml", "2027-01-01", "2027-02-01", "reference route", "valid until: 2027-01-01 → 2027-02-01", False),
        ("products.yaml", "[ventora, vantora]", "[ventora]", "product ventora", "names: Ventora, velamab, ventora, vantora → Ventora, velamab, ventora", False),
        ("pack.yaml", "name: The page, owned: true", "name: The page, owned: false", "pack", "channel page: The page, owned, from page → The page, not owned, from page", False),
        ("sla.yaml", "monday: [08:30-12:30, 13:00-17:30]", "monday: []", "hours", "Monday: 08:30-12:30, 13:00-17:30 → closed", False),
        ("pack.yaml", "owned: true", "owned: true, paid: true", "pack", "channel page: The page, owned, from page → The page, owned and paid for, from page", False),
        ("pack.yaml", "duty: {nl: leest, en: reads}", "duty: {nl: leest, en: reads}, person: Kim", "pack", "moderator by name: nobody → Kim", False),
        ("pack.yaml", "country: NL", "country: NL\ncountries: [NL, BE]", "pack", "countries: NL → NL, BE", False),
        ("rules.yaml", "queue: safety", "queue: safety\n    priority: 4", "rule event", "priority: 5 → 4", True),
        ("sla.yaml", "time: business}", "time: business, channels: [{channel: page, days: 2, time: calendar}]}", "response time fast on page", "added", False),
        ("sla.yaml", "slas:", "channel_hours:\n  - {id: page, zone: Europe/Brussels, monday: [09:00-17:00]}\nslas:", "hours on page", "added", False),
        ("plans.yaml", "steps:", "nobody_acts: {owner: supervisor, hours: 30}\n    steps:", "plan to-pv", "when nobody acts, again after: 24 hours → 30 hours", True),
        ("plans.yaml", "steps:", "out_of_hours: supervisor\n    steps:", "plan to-pv", "out of hours: the owner → supervisor", False),
        ("plans.yaml", "hours: 24", "hours: 24\n        deputy_after: 20", "plan to-pv, step forward", "deputy after: its hours → 20 hours", False),
        ("plans.yaml", "hours: 24", "hours: 24\n        reasons: [no-product]", "plan to-pv, step forward", "may end with: nothing → no-product", True),
        ("plans.yaml", "hours: 24", "hours: 24\n        evidence: [{nl: De tekst, en: The text}]", "plan to-pv, step forward", "evidence: none → De tekst / The text", False),
        ("reference.yaml", "    outdated: [Postbus 97]\n", "", "reference route", "outdated: Postbus 97 → none", True),
        ("pack.yaml", "en: reads", "en: reads some", "pack", "duty of moderator: leest / reads → leest / reads some", False),
        ("products.yaml", "en: pen", "en: tablet", "product ventora", "form: pen / pen → pen / tablet", False),
        ("products.yaml", "only: true", "only: false", "product ventora", "sold: on prescription → freely sold", True),
        ("sla.yaml", "  holidays: NL\n", "", "hours", "holidays: NL → none", False),
    ],
)  # fmt: skip
def test_a_change_is_said_in_words(  # noqa: PLR0913, PLR0917 - the columns of the table
    changed: Changed, file: str, old: str, new: str, item: str, what: str, *, weakens: bool
) -> None:
    assert changed(file, old, new) == (Difference(item, what, weakens),)


def test_a_template_that_reads_otherwise_is_named_without_its_text(changed: Changed) -> None:
    [found] = changed("templates.yaml", "Dear {{ first_name }}", "Hello {{ first_name }}")
    assert found.item == "template sorry"
    assert found.what.startswith("text: text ")


def test_words_of_the_community_are_told_apart(spoil: Callable[..., Path]) -> None:
    old, root = loaded(spoil()), spoil()
    term = (
        "terms:\n  - {id: fog, mark: event, phrases: {nl: [mist* in m'n hoofd], en: [brain fog]}}\n"
    )
    (root / "small" / "lexicon.yaml").write_text(term, encoding="utf-8")
    assert differences(old, loaded(root)) == (Difference("term fog", "added"),)


def test_business_and_calendar_days_are_told_apart(spoil: Callable[..., Path]) -> None:
    days = [
        loaded(spoil("sla.yaml", "hours: 1, time: business", f"days: 2, time: {kind}"))
        for kind in ("business", "calendar")
    ]
    [found] = differences(*days)
    assert found.what == "in: business days → calendar days"


def test_which_rule_wins_among_equals_is_part_of_the_meaning(spoil: Callable[..., Path]) -> None:
    old = loaded(spoil())
    alike = [replace(old.rules[0], id=name) for name in ("one", "two", "three")]
    before, after = (
        replace(old, rules=tuple(alike[i] for i in order)) for order in ((0, 1, 2), (2, 0, 1))
    )
    assert [each.what for each in differences(before, after)] == [
        "first among equals: one, two, three → three, one, two"
    ]
    assert [
        each.what for each in differences(before, replace(old, rules=(alike[2], alike[0])))
    ] == [
        "removed",
        "first among equals: one, three → three, one",
    ]


def test_what_has_no_words_of_its_own_is_not_called_the_same(changed: Changed) -> None:
    fast, now = (
        "  - {id: fast, hours: 1, time: business}\n",
        "  - {id: now, minutes: 15, time: wall-clock}\n",
    )
    [found] = changed("sla.yaml", fast + now, now + fast)
    assert found == Difference("pack", "something else changed, such as the order of items")


def test_a_new_layout_of_a_file_changes_nothing(changed: Changed) -> None:
    assert changed("plans.yaml", "owner: moderator\n", "owner:   moderator  # as before\n") == ()


@pytest.mark.requirement("E2")
def test_what_is_gone_weakens_and_stands_first(spoil: Callable[..., Path]) -> None:
    old = loaded(spoil())
    new = replace(old, rules=tuple(rule for rule in old.rules if rule.id != "event"), version="2")
    assert differences(old, new) == (
        Difference("rule event", "removed", weakens=True),
        Difference("pack", "version: 1 → 2"),
    )
    assert Difference("rule event", "added") in differences(new, old)


def test_an_item_is_shown_with_every_place_it_was_written_in(layer: Callable[..., Path]) -> None:
    sooner = FILES["sla.yaml"].replace("hours: 1, time", "minutes: 30, time")
    root = layer(sla=sooner)
    [item] = show(root, "upper", "fast")
    assert item.kind == "slas"
    assert item.places == ("upper/sla.yaml:7", "small/sla.yaml:7")
    assert item.text == "id: fast\nminutes: 30\ntime: business\n"
    assert show(root, "upper", "nowhere") == ()
    assert [one.kind for one in show(root, "small", "event")] == ["rules"]


@pytest.mark.requirement("E2")
def test_a_plan_that_sends_nothing_to_pv_in_its_place_weakens(spoil: Callable[..., Path]) -> None:
    loud = loaded(spoil())
    forwarding = loud.plans["to-pv"]
    steps = tuple(step for step in forwarding.steps if step.id != "forward")
    other = replace(forwarding, id="other", steps=steps)
    loud = replace(loud, plans={**loud.plans, "other": other})
    quiet, none = (
        replace(loud, rules=tuple(replace(rule, plan=plan) for rule in loud.rules))
        for plan in ("other", None)
    )
    for before, after, what, weakens in (
        (loud, quiet, "plan: to-pv → other", True),
        (quiet, none, "plan: other → none", True),
        (quiet, loud, "plan: other → to-pv", False),
    ):
        assert Difference("rule event", what, weakens) in differences(before, after)
