"""What would leave a comment unread, unanswered or answered wrongly is a problem of the pack."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Screening
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.check import Known, check
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import concepts_of, screener_of

TODAY = date(2026, 6, 1)
Screen = Callable[[str], Screening]
Spoil = Callable[..., Path]

SECOND = (
    "  - {id: calmira, brand: Calmira, substance: velamab, form: {nl: pil, en: pill},"
    " spellings: [kalmira], prescription_only: true}\n"
)
CONTACT = (
    "references:\n"
    "  - {id: sponsor, kind: other, text: {nl: Iemand, en: Somebody}, checked: 2026-01-05}\n"
)
ROLE = "  - {role: pv-officer, deputy: supervisor"
GRAVE = [
    ("rules.yaml", "    queue: crisis\n", "    queue: done\n", "rules.yaml:22: rules[1].queue: name a queue that somebody works through, `done` is none"),
    ("rules.yaml", "    queue: safety\n", "    queue: waiting\n", "rules.yaml:4: rules[0].queue: name a queue that somebody works through, `waiting` is none"),
    ("rules.yaml", "    sla: now\n", "", "rules.yaml:20: rules[1]: add `sla`, a crisis is never left without a time"),
    ("products.yaml", "products:\n", "products:\n" + SECOND.replace("kalmira", "kalmira, VENTORA"), "products.yaml:4: products[1].brand: give each product spellings of its own, `Ventora` is of `calmira`"),
    ("products.yaml", "products:\n", "products:\n" + SECOND.replace("kalmira]", "kalmira], brands: [Vantora]"), "products.yaml:7: products[1].spellings[1]: give each product spellings of its own, `vantora` is of `calmira`"),
    ("pack.yaml", ROLE, ROLE.replace("pv-officer", "moderator"), "pack.yaml:11: roles[1].role: name each role once, `moderator` has a duty already"),
    ("reference.yaml", 'nl: "113"', 'nl: "[nummer, nog opzoeken]"', "reference.yaml:10: references[1].text.nl: replace `[nummer, nog opzoeken]`, this goes out as it stands"),
    ("reference.yaml", 'nl: "113"', 'nl: "bel XXXX"', "reference.yaml:10: references[1].text.nl: replace `XXXX`, this goes out as it stands"),
    ("reference.yaml", 'nl: "113"', 'nl: "bel {{ route }}"', "reference.yaml:10: references[1].text.nl: write this without a blank, it is what a blank is filled with"),
    ("pack.yaml", "{nl: Orvanta,", '{nl: "[sponsor]",', "pack.yaml:5: sponsor.nl: replace `[sponsor]`, this goes out as it stands"),
    ("pack.yaml", "{nl: Orvanta,", '{nl: "{{ sponsor }}",', "pack.yaml:5: sponsor.nl: write this without a blank, it is what a blank is filled with"),
    ("reference.yaml", "references:\n", CONTACT, "reference.yaml:2: references[0].id: give the contact another id, the desk fills `sponsor` itself"),
    ("reference.yaml", "references:\n", CONTACT.replace("sponsor", "first_name"), "reference.yaml:2: references[0].id: give the contact another id, the desk fills `first_name` itself"),
]  # fmt: skip


@pytest.mark.parametrize("row", GRAVE, ids=[row[3][:60] for row in GRAVE])
def test_a_grave_error_is_said_with_its_place(spoil: Spoil, row: tuple[str, str, str, str]) -> None:
    file, old, new, expected = row
    problems = [str(problem) for problem in load_pack(spoil(file, old, new), "small").problems]
    assert f"small/{expected}" in problems


def test_two_products_may_share_a_substance(spoil: Spoil) -> None:
    root = spoil("products.yaml", "products:\n", "products:\n" + SECOND)
    assert load_pack(root, "small").problems == ()


def test_office_hours_stand_in_one_part_of_a_pack(spoil: Spoil, layer: Callable[..., Path]) -> None:
    hours = "hours:\n  zone: Europe/London\n  monday: [09:00-10:00]\n"
    root = spoil()
    (root / "small" / "sla-more.yaml").write_text(hours, encoding="utf-8")
    assert [str(problem) for problem in load_pack(root, "small").problems] == [
        "small/sla.yaml:1: hours: write `hours` once in a pack, small/sla-more.yaml has them too"
    ]
    (root / "small" / "sla-more.yaml").unlink()
    assert load_pack(layer(sla=hours), "upper").problems == ()


@pytest.mark.parametrize(
    "row",
    [
        ("{category: [crisis]}", "{concept: [suicide, pian]}", "any[0].finding.concept[1]", "pain"),
        (
            "{mark: [event, cue, product, person]}",
            "{concept: [suicde]}",
            "any[2].not.finding.concept[0]",
            "suicide",
        ),
    ],
)
def test_a_concept_that_nothing_finds_is_named_with_the_likest(
    spoil: Spoil, screen: Screen, row: tuple[str, str, str, str]
) -> None:
    old, new, within, likest = row
    found = check(
        spoil("rules.yaml", old, new), "small", screen, known=Known({"suicide", "pain"}, TODAY)
    )
    wrong = new.rstrip("]}").rsplit(" ", 1)[1].lstrip("[")
    told = [str(problem) for problem in found if "concept" in problem.path]
    assert len(told) == 1
    assert told[0].endswith(
        f": rules[1].when.{within}: name a concept that can be found, "
        f"there is no `{wrong}`, the likest is `{likest}`"
    )


def test_a_term_or_a_product_of_the_pack_is_a_concept(spoil: Spoil, screen: Screen) -> None:
    root = spoil("rules.yaml", "{category: [crisis]}", "{concept: [fog, ventora, zzz]}")
    term = "terms:\n  - {id: fog, mark: event, phrases: {nl: [mist], en: [fog]}}\n"
    (root / "small" / "lexicon.yaml").write_text(term, encoding="utf-8")
    found = [str(each) for each in check(root, "small", screen, known=Known({"pain"}, TODAY))]
    assert [each.split(": ", 2)[2] for each in found if "concept" in each] == [
        "name a concept that can be found, there is no `zzz`"
    ]


def test_a_contact_that_is_over_is_a_problem_of_the_check_and_no_reason_to_stop(
    spoil: Spoil, screen: Screen
) -> None:
    root = spoil()
    for day, expected in (
        (date(2027, 1, 1), []),
        (date(2027, 1, 2), ["small/reference.yaml:6: references[0].valid_until"]),
    ):
        found = check(root, "small", screen, known=Known({"pain"}, day))
        assert [str(problem).rsplit(": ", 1)[0] for problem in found] == expected
    assert load_pack(root, "small").problems == ()


@pytest.mark.parametrize("pack", ["base", "varen", "nl", "be"])
def test_the_packs_that_ship_ask_for_concepts_that_are_found(pack: str) -> None:
    lexicon = load_lexicon(resources_dir() / "lexicons")
    protocol = load_pack(protocols_dir(), pack).protocol
    assert protocol is not None
    screener = screener_of(protocol, lexicon)
    found = check(protocols_dir(), pack, screener, known=Known(concepts_of(lexicon), TODAY))
    assert [str(problem) for problem in found if "concept" in problem.path] == []
    seen = {each.concept for each in screener("bel 06-12345678 of mail a@b.nl").findings}
    assert {"telephone-number", "e-mail-address"} <= seen & concepts_of(lexicon)
