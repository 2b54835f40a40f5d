"""Every check of a pack with its line and its words, and the one style of all words."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Language, Screening, Tier
from webcare_desk.protocol import check as checking
from webcare_desk.protocol.check import check
from webcare_desk.protocol.library import load_pack

Screen = Callable[[str], Screening]
Spoil = Callable[..., Path]

BROKEN = [
    # pack.yaml
    ("pack.yaml", "id: small", "id: other", "pack.yaml:1: id: write `small`, the name of the folder"),
    ("pack.yaml", "id: small", "id: ''", "pack.yaml:1: id: write an id of at most 48 letters a-z, digits and single hyphens"),
    ("pack.yaml", 'version: "1"', "version: ' '", "pack.yaml:2: version: write a text"),
    ("pack.yaml", "country: NL", "country: nl", "pack.yaml:4: country: write the two capital letters of the country"),
    ("pack.yaml", "country: NL", "contry: NL", "pack.yaml:4: contry: remove `contry`, or write `country`"),
    ("pack.yaml", "country: NL\n", "", "pack.yaml:1: file: add `country`"),
    ("pack.yaml", "[nl, en]", "[nl, fr]", "pack.yaml:3: languages[1]: choose one of nl, en"),
    ("pack.yaml", "[nl, en]", "[de]", "pack.yaml:3: languages[0]: choose one of nl, en"),
    ("pack.yaml", "[nl, en]", "[]", "pack.yaml:3: languages: write at least 1 here"),
    ("pack.yaml", "owned: true", "owned: yes", "pack.yaml:7: channels[0].owned: write true or false"),
    ("pack.yaml", "owned: true", "owned: false, paid: true", "pack.yaml:7: channels[0]: write owned: true too, the sponsor answers for what it pays"),
    ("pack.yaml", "  - {id: page, name: The page, owned: true}", "  - {id: page, name: The page, owned: true}\n  - {id: two, name: Two, owned: true, sources: [page]}", "pack.yaml:8: channels[1]: give each channel sources of its own, `page` is taken"),
    ("pack.yaml", "country: NL", "country: NL\ncountries: [NL, Be]", "pack.yaml:5: countries[1]: write the two capital letters of the country"),
    ("pack.yaml", "end: 2026-12-31", "end: 2025-12-31", "pack.yaml:8: monitoring: let monitoring end after it starts"),
    ("pack.yaml", "end: 2026-12-31", "end: 9999-12-31", "pack.yaml:8: monitoring: keep monitoring within the years 1990 to 2199"),
    ("pack.yaml", "start: 2026-01-01", "start: 0001-01-01", "pack.yaml:8: monitoring: keep monitoring within the years 1990 to 2199"),
    ("pack.yaml", "end: 2026-12-31", "end: 2026-13-01", "pack.yaml:8: monitoring.end: write a date as year-month-day, such as 2026-12-31"),
    ("pack.yaml", "end: 2026-12-31", "end: 20261231", "pack.yaml:8: monitoring.end: write a date as year-month-day, such as 2026-12-31"),
    ("pack.yaml", "deputy: supervisor", "deputy: moderator", "pack.yaml:10: roles[0]: name another role than the one it stands in for"),
    ("pack.yaml", "{nl: leest, en: reads}", "{nl: leest}", "pack.yaml:10: roles[0].duty: add `en`, a language of the pack"),
    ("pack.yaml", "sponsor: {nl: Orvanta, en: Orvanta}", "sponsor: Orvanta", "pack.yaml:5: sponsor: write keys with values here"),
    ("pack.yaml", "id: small", "id: small\nextends: none", "pack.yaml:2: extends: name a pack that has a folder"),
    ("pack.yaml", "id: small", "id: small\nextends: ../small", "pack.yaml:2: extends: name a pack that has a folder"),
    ("pack.yaml", "id: small", "id: small\nextends: small", "pack.yaml:2: extends: break the circle of packs"),
    ("pack.yaml", "id: small", "- id: small", "pack.yaml:2: file: write valid YAML: did not find expected '-' indicator"),
    # products.yaml
    ("products.yaml", "[ventora, vantora]", "[]", "products.yaml:6: products[0].spellings: write at least 1 here"),
    ("products.yaml", "[ventora, vantora]", "ventora", "products.yaml:6: products[0].spellings: write a list, each item after a hyphen"),
    ("products.yaml", "brand: Ventora", "brand: [Ventora]", "products.yaml:3: products[0].brand: write a text"),
    ("products.yaml", "products:", "produce:", "products.yaml:1: produce: remove `produce`"),
    # rules.yaml
    ("rules.yaml", "category: adverse-event\n", "category: adverse\n", "rules.yaml:3: rules[0].category: choose one of crisis, adverse-event,"),
    ("rules.yaml", "    queue: safety\n", "", "rules.yaml:2: rules[0].queue: add `queue`"),
    ("rules.yaml", "    plan: to-pv\n", "", "rules.yaml:2: rules[0]: add `plan`, this category is always escalated"),
    ("rules.yaml", "sla: fast", "sla: slow", "rules.yaml:5: rules[0].sla: name one of the slas, there is no `slow`"),
    ("rules.yaml", "plan: to-pv", "plan: to-us", "rules.yaml:6: rules[0].plan: name one of the plans, there is no `to-us`"),
    ("rules.yaml", "[sorry]", "[sorry, gone]", "rules.yaml:7: rules[0].templates[1]: name one of the templates, there is no `gone`"),
    ("rules.yaml", "[sorry]", "[]", "templates.yaml:2: templates[0].id: use `sorry` in a rule, or remove it"),
    ("rules.yaml", "sla: fast", "sla: now", "sla.yaml:7: slas[0].id: use `fast` in a rule, or remove it"),
    ("rules.yaml", "[ventora]", "[calmira]", "rules.yaml:29: rules[1].when.any[1].all[0].product[0]: name one of the products, there is no `calmira`"),
    ("rules.yaml", "{finding: {mark: [event, cue, product, person]}}", "{product: [x]}", "rules.yaml:30: rules[1].when.any[2].not.product[0]: name one of the products, there is no `x`"),
    ("rules.yaml", "tier: check", "tier: high", "rules.yaml:11: rules[0].when.all[1].tier: choose one of none, check, strong"),
    ("rules.yaml", "- tier: check", "- {}", "rules.yaml:11: rules[0].when.all[1]: write exactly one condition here, join several with all or any"),
    ("rules.yaml", "{category: [crisis]}", "{}", "rules.yaml:28: rules[1].when.any[0].finding: add what the finding must be, such as category"),
    ("rules.yaml", "[negated]", "[denied]", "rules.yaml:10: rules[0].when.all[0].finding.without[0]: choose one of negated, hypothetical,"),
    ("rules.yaml", "id: danger", "id: event", "rules.yaml:20: rules[1].id: give the item an id of its own, `event` is taken"),
    ("rules.yaml", "why: {nl: Een klacht., en: A complaint.}", "why: {en: A complaint.}", "rules.yaml:12: rules[0].why: add `nl`, a language of the pack"),
    ("rules.yaml", "why: {nl: Een klacht., en: A complaint.}", "why: {fr: Plainte.}", "rules.yaml:12: rules[0].why.fr: remove `fr`"),
    ("rules.yaml", "[ik heb pijn, pijn van ventora, veel pijn]", "[pijn]", "rules.yaml:15: rules[0].examples.match.nl: write at least 3 here"),
    ("rules.yaml", "        nl: [geen pijn, mooi weer]\n", "", "rules.yaml:17: rules[0].examples.no_match: add `nl`, a language of the pack"),
    ("rules.yaml", "ik heb pijn", "ik heb niets", "rules.yaml:15: rules[0].examples.match.nl[0]: change the rule or this example, it does not match on: nothing"),
    ("rules.yaml", "mooi weer", "erge pijn", "rules.yaml:18: rules[0].examples.no_match.nl[1]: change the rule or this example, it matches on: pain"),
    ("rules.yaml", "veel pijn", "geen pijn", "rules.yaml:15: rules[0].examples.match.nl[2]: change the rule or this example, it does not match on: pain negated"),
    ("rules.yaml", "rules:\n", "rules: none\nx:\n", "rules.yaml:1: rules: write a list, each item after a hyphen"),
    ("rules.yaml", "- id: event\n    category", "- id: [event]\n    category", "rules.yaml:2: rules[0].id: write a text"),
    ("rules.yaml", "veel pijn", "{text: veel pijn, kind: odd}", "rules.yaml:15: rules[0].examples.match.nl[2].kind: choose one of plain, slang,"),
    ("rules.yaml", "veel pijn", "{text: geen pijn, kind: negated}", "rules.yaml:15: rules[0].examples.match.nl[2]: change the rule or this example, it does not match on: pain negated"),
    ("rules.yaml", "veel pijn", "{kind: slang}", "rules.yaml:15: rules[0].examples.match.nl[2].text: add `text`"),
    ("rules.yaml", "veel pijn", "[veel pijn]", "rules.yaml:15: rules[0].examples.match.nl[2]: write keys with values here"),
    ("rules.yaml", "- tier: check", "- channel: [other]", "rules.yaml:11: rules[0].when.all[1].channel[0]: name one of the channels, there is no `other`"),
    ("rules.yaml", "- tier: check", "- time: night", "rules.yaml:11: rules[0].when.all[1].time: choose one of business-hours, out-of-hours"),
    ("rules.yaml", "queue: safety", "queue: safety\n    priority: 10", "rules.yaml:5: rules[0].priority: write a number of at most 9"),
    # templates.yaml
    ("templates.yaml", "{{ first_name }}", "{{ voornaam }}", "templates.yaml:6: templates[0].text.nl: use a blank that the desk can fill, it does not know `voornaam`"),
    ("templates.yaml", "{{ first_name }}", "{{ First Name }}", "templates.yaml:6: templates[0].text.nl: write a blank as {{ first_name }}"),
    ("templates.yaml", "{{ first_name }}", "first_name }}", "templates.yaml:6: templates[0].text.nl: write a blank as {{ first_name }}"),
    ("templates.yaml", ", for Orvanta", "", "templates.yaml:7: templates[0].text.en: say on whose behalf the desk answers, with {{ sponsor }}"),
    ("templates.yaml", "report it", "report VENTORA", "templates.yaml:7: templates[0].text.en: remove `Ventora`, a prescription-only product is not named in public"),
    ("templates.yaml", "report it", "report velamab", "templates.yaml:7: templates[0].text.en: remove `velamab`, a prescription-only product is not named in public"),
    ("templates.yaml", "meld het", "schrijf naar Postbus 97", "templates.yaml:6: templates[0].text.nl: replace `Postbus 97`, it is not valid any more"),
    ("templates.yaml", "bij {{ route }}", "bij ons", "templates.yaml:6: templates[0].text.nl: name a reporting contact from reference.yaml as a blank"),
    ("templates.yaml", "Bel {{ line }}", "Bel iemand", "templates.yaml:12: templates[1].text.nl: name a crisis contact from reference.yaml as a blank"),
    ("templates.yaml", "Call {{ line }}.", "Call {{ line }}!", "templates.yaml:13: templates[1].text.en: remove `!`, it is out of tone in a crisis"),
    ("templates.yaml", "Call {{ line }}.", "Call {{ line }} 🙂", "templates.yaml:13: templates[1].text.en: remove `🙂`, it is out of tone in a crisis"),
    ("templates.yaml", "Call {{ line }}.", "Call {{ line }} :-)", "templates.yaml:13: templates[1].text.en: remove `:-)`, it is out of tone in a crisis"),
    ("templates.yaml", '      nl: "Bel {{ line }}. Namens {{ sponsor }}"\n', "", "templates.yaml:11: templates[1].text: add `nl`, a language of the pack"),
    # sla.yaml
    ("sla.yaml", "Europe/Amsterdam", "Europe/Utrecht", "sla.yaml:2: hours.zone: name a time zone such as Europe/Amsterdam"),
    ("sla.yaml", "Europe/Amsterdam", "../etc", "sla.yaml:2: hours.zone: name a time zone such as Europe/Amsterdam"),
    ("sla.yaml", "holidays: NL", "holidays: QQ", "sla.yaml:3: hours.holidays: choose one of AT, BE,"),
    ("sla.yaml", "[08:30-12:30, 13:00-17:30]", "[8:30-12:30]", "sla.yaml:4: hours.monday[0]: write an opening as 08:30-12:30"),
    ("sla.yaml", "[08:30-12:30, 13:00-17:30]", "[12:30-08:30]", "sla.yaml:4: hours.monday[0]: end an opening after it begins, on the same day"),
    ("sla.yaml", "[08:30-12:30, 13:00-17:30]", "[08:30-24:01]", "sla.yaml:4: hours.monday[0]: end an opening after it begins, on the same day"),
    ("sla.yaml", "[08:30-12:30, 13:00-17:30]", "[13:00-17:30, 08:30-12:30]", "sla.yaml:1: hours: write the openings of a day in order, without overlap"),
    ("sla.yaml", "  monday: [08:30-12:30, 13:00-17:30]\n  tuesday: [08:30-12:30, 13:00-17:30]\n", "", "sla.yaml:1: hours: add an opening on at least one day"),
    ("sla.yaml", "hours: 1,", "hours: 0,", "sla.yaml:7: slas[0].hours: write a number of at least 1"),
    ("sla.yaml", "hours: 1,", "hours: 0x1,", "sla.yaml:7: slas[0].hours: write a whole number in decimal digits"),
    ("sla.yaml", "hours: 1,", "hours: 01,", "sla.yaml:7: slas[0].hours: write the number without leading zeros"),
    ("sla.yaml", "hours: 1,", "hours: 1, minutes: 2,", "sla.yaml:7: slas[0]: give either minutes or hours or days"),
    ("sla.yaml", "time: business", "time: later", "sla.yaml:7: slas[0].time: choose one of business, wall-clock"),
    ("sla.yaml", "hours: 1, time: business", "hours: 1, time: calendar", "sla.yaml:7: slas[0]: give days, calendar time counts nothing shorter"),
    ("sla.yaml", "hours: 1, time: business", "days: 1, time: wall-clock", "sla.yaml:7: slas[0]: write business or calendar, wall-clock time counts hours"),
    ("sla.yaml", "time: business", "time: business, channels: [{channel: other, days: 1, time: calendar}]", "sla.yaml:7: slas[0].channels[0].channel: name one of the channels, there is no `other`"),
    ("sla.yaml", "time: business", "time: business, channels: [{channel: page, days: 1, hours: 1, time: calendar}]", "sla.yaml:7: slas[0].channels[0]: give either minutes or hours or days"),
    ("sla.yaml", "time: business", "time: business, channels: [{channel: page, hours: 1, time: business}, {channel: page, hours: 1, time: business}]", "sla.yaml:7: slas[0].channels[1].channel: name each channel once, `page` has a time already"),
    ("sla.yaml", "slas:", "channel_hours:\n  - {id: other, zone: UTC, monday: [09:00-17:00]}\nslas:", "sla.yaml:7: channel_hours[0].id: name one of the channels, there is no `other`"),
    # plans.yaml
    ("plans.yaml", "hours: 24", "hours: 24\n        deputy_after: 25", "plans.yaml:4: plans[0].steps[0]: let the deputy take over no later than the step is due"),
    ("plans.yaml", "hours: 24", "hours: 24\n        reasons: [made-in-error]", "plans.yaml:8: plans[0].steps[0].reasons[0]: choose one of done, no-reply-needed, not-an-adverse-event, no-product, quotes-leaflet, duplicate, spam, other"),
    ("plans.yaml", "owner: pv-officer", "owner: moderator", "plans.yaml:10: plans[0].steps[1].owner: give the last step to a role that may acknowledge, such as pv-officer"),
    ("plans.yaml", "hours: 48", "hours: 23", "plans.yaml:12: plans[0].steps[1].hours: let a step be due no earlier than the one before"),
    ("plans.yaml", "deputy: supervisor", "deputy: moderator", "plans.yaml:4: plans[0].steps[0]: name another deputy than the owner"),
    ("plans.yaml", "owner: moderator", "owner: administrator", "plans.yaml:5: plans[0].steps[0].owner: name a role of the pack, `administrator` has no duty"),
    ("plans.yaml", "id: acknowledge", "id: forward", "plans.yaml:9: plans[0].steps[1].id: give the step an id of its own, `forward` is taken"),
    ("plans.yaml", "id: forward", "id: onward", "rules.yaml:6: rules[0].plan: name a plan that has a step `forward`"),
    ("plans.yaml", "{nl: Stuur door, en: Forward}", "{nl: Stuur door}", "plans.yaml:8: plans[0].steps[0].title: add `en`, a language of the pack"),
    # reference.yaml
    ("reference.yaml", "valid_until: 2027-01-01", "valid_until: 2026-12-30", "reference.yaml:6: references[0].valid_until: name a contact that is still valid on 2026-12-31"),
    ("reference.yaml", "references:\n", "? [a]\n: b\nreferences:\n", "reference.yaml:1: file: write a plain text of at most 64 characters as the key"),
]  # fmt: skip


@pytest.mark.parametrize("row", BROKEN, ids=[row[3][:60] for row in BROKEN])
def test_each_problem_is_said_with_its_place(
    spoil: Spoil, screen: Screen, row: tuple[str, str, str, str]
) -> None:
    file, old, new, expected = row
    problems = [str(problem) for problem in check(spoil(file, old, new), "small", screen)]
    assert any(problem.startswith(f"small/{expected}") for problem in problems), problems
    assert problems == sorted(problems, key=place)


def place(problem: str) -> tuple[str, int]:
    file, line, _ = problem.split(":", 2)
    return file, int(line)


def test_a_pack_that_is_fine_has_no_problems(spoil: Spoil, screen: Screen) -> None:
    assert check(spoil(), "small", screen) == ()


def test_all_problems_of_a_pack_come_at_once(spoil: Spoil, screen: Screen) -> None:
    root = spoil("rules.yaml", "sla: fast", "sla: slow")
    other = root / "small" / "templates.yaml"
    other.write_text(other.read_text().replace("first_name", "naam"), encoding="utf-8")
    (root / "small" / "rule.yaml").write_text("rules: []", encoding="utf-8")
    assert [str(problem) for problem in check(root, "small", screen)] == [
        (
            "small/rule.yaml:1: file: remove the file, a pack has only pack.yaml, products.yaml, "
            "rules.yaml, templates.yaml, sla.yaml, plans.yaml, reference.yaml, lexicon.yaml"
        ),
        "small/rules.yaml:5: rules[0].sla: name one of the slas, there is no `slow`",
        "small/sla.yaml:7: slas[0].id: use `fast` in a rule, or remove it",
        (
            "small/templates.yaml:6: templates[0].text.nl: use a blank that the desk can fill, "
            "it does not know `naam`"
        ),
        (
            "small/templates.yaml:7: templates[0].text.en: use a blank that the desk can fill, "
            "it does not know `naam`"
        ),
    ]


def test_an_item_with_a_problem_is_not_missed_where_it_is_named(
    spoil: Spoil, screen: Screen
) -> None:
    root = spoil("sla.yaml", "hours: 1,", "hours: 0,")
    assert [str(problem) for problem in check(root, "small", screen)] == [
        "small/sla.yaml:7: slas[0].hours: write a number of at least 1"
    ]


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("~", "write words, with * at an end, / between two of a kind, or ~ between two words"),
        ("a ~", "write words, with * at an end, / between two of a kind, or ~ between two words"),
        ("(a+)+", "write words, with * at an end, / between two of a kind, or ~ between two words"),
        ("ab*", "write words, with * at an end, / between two of a kind, or ~ between two words"),
        ("a b c d e f g h i", "keep a phrase within 8 words and 400 wordings"),
    ],
)
def test_a_phrase_has_words_and_no_pattern_that_may_explode(
    spoil: Spoil, phrase: str, message: str
) -> None:
    root = spoil()
    term = f'terms:\n  - {{id: fog, mark: event, phrases: {{nl: [mist], en: ["{phrase}"]}}}}\n'
    (root / "small" / "lexicon.yaml").write_text(term, encoding="utf-8")
    assert [str(problem) for problem in load_pack(root, "small").problems] == [
        f"small/lexicon.yaml:2: terms[0].phrases.en[0]: {message}"
    ]


def test_a_file_of_a_list_is_refused(spoil: Spoil, screen: Screen) -> None:
    root = spoil()
    (root / "small" / "plans.yaml").write_text("- a\n", encoding="utf-8")
    assert "small/plans.yaml:1: file: write keys with values here" in [
        str(problem) for problem in check(root, "small", screen)
    ]


def test_a_pack_without_hours_or_readable_head_says_so(spoil: Spoil) -> None:
    root = spoil()
    (root / "small" / "sla.yaml").unlink()
    said = [str(problem) for problem in load_pack(root, "small").problems]
    assert "small/pack.yaml:1: file: add `hours` to sla.yaml" in said
    (root / "small" / "pack.yaml").unlink()
    assert "small/pack.yaml:1: file: make it readable: no such file or directory" in [
        str(problem) for problem in load_pack(root, "small").problems
    ]


def test_an_example_that_only_a_reply_matches_is_still_a_match(
    spoil: Spoil, screen: Screen
) -> None:
    root = spoil("rules.yaml", "{tier: strong}", "{tier: check}")
    said = [str(problem) for problem in check(root, "small", screen)]
    assert said == []
    root = spoil("rules.yaml", "[pain in the knee, no pain]", "[pain from ventora, no pain]")
    assert [str(problem) for problem in check(root, "small", screen)] == [
        (
            "small/rules.yaml:38: rules[1].examples.no_match.en[0]: change the rule or this example, "
            "it matches on: pain, ventora"
        ),
    ]


def test_a_screening_that_finds_nothing_fails_every_example(spoil: Spoil) -> None:
    problems = check(spoil(), "small", lambda _: Screening(Language.NL, Tier.NONE, ()))
    assert len(problems) == 6 + 4


STYLE = re.compile(
    r"(add|break|change|choose|correct|end|give|keep|let|make|name|nest|remove|replace|save|say|use"
    r"|write)\b.*[^.\s]"
)


def messages(tree: ast.AST) -> Iterator[str]:
    """Yield every text that becomes a message; what is filled in shows as "x"."""
    for node in ast.walk(tree):
        shown: list[ast.expr | None] = []
        if isinstance(node, ast.Yield) or (
            isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "message"
        ):
            shown = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            shown = [*node.args[-1:]] if node.func.attr in {"problem", "note"} else []
        yield from (text for one in shown for text in words(one))


def words(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values
        )


def test_every_message_in_the_program_is_one_clause_that_says_what_to_do() -> None:
    folder = Path(checking.__file__).parent
    said = [
        message
        for path in sorted(folder.glob("*.py"))
        if path.stem not in {"document", "build", "logic"}
        for message in messages(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert len(said) > 50
    assert [message for message in said if not STYLE.fullmatch(message)] == []


@pytest.mark.parametrize("expected", [row[3] for row in BROKEN])
def test_every_message_in_the_table_has_the_same_style(expected: str) -> None:
    assert STYLE.match(expected.split(": ", 2)[2])
