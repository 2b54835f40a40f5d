"""The examples of the packs that ship, through the screening that ships."""

import shutil
from pathlib import Path

import pytest

from webcare_desk.admission import problems_in
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.check import check
from webcare_desk.protocol.evaluate import evaluate
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening import Screener, load_lexicon
from webcare_desk.screening.lines import load_assessor, load_both
from webcare_desk.triage import Triager, prepare_triage, screener_of


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


@pytest.fixture(scope="module")
def screener(protocol: Protocol) -> Screener:
    lexicon = load_lexicon(resources_dir() / "lexicons")
    return screener_of(protocol, lexicon)


@pytest.fixture(scope="module")
def triager(protocol: Protocol) -> Triager:
    lexicon = load_lexicon(resources_dir() / "lexicons")
    return prepare_triage(protocol, lexicon, load_assessor(resources_dir(), lexicon))


@pytest.mark.parametrize("pack", ["base", "varen", "nl", "be"])
def test_every_example_of_every_rule_holds(pack: str, triager: Triager) -> None:
    assert [str(problem) for problem in check(protocols_dir(), pack, triager.screen)] == []


def test_without_the_model_its_rules_hold_for_nothing(screener: Screener) -> None:
    problems = [str(problem) for problem in check(protocols_dir(), "base", screener)]
    assert problems
    assert all("does not match" in problem for problem in problems)


def test_every_pack_that_ships_is_checked() -> None:
    assert {file.parent.name for file in protocols_dir().glob("*/pack.yaml")} == {
        "base",
        "varen",
        "nl",
        "be",
    }


@pytest.mark.parametrize(
    ("text", "category", "queue"),
    [
        ("Ik wil niet meer leven en ik heb hoofdpijn van Ventora", Category.CRISIS, Queue.CRISIS),
        ("My mother got a rash after the second pen", Category.ADVERSE_EVENT, Queue.SAFETY),
        ("De pen lekt aan de onderkant", Category.QUALITY, Queue.QUALITY),
        ("Mag ik alcohol drinken bij Calmira?", Category.MEDICAL_QUESTION, Queue.QUESTION),
        ("Mijn tante is overleden terwijl ze dit gebruikte", Category.ADVERSE_EVENT, Queue.SAFETY),
        ("I know where you live and I am coming", Category.CRISIS, Queue.CRISIS),
        ("Koffie.", Category.NONE, Queue.OTHER),
    ],
)
def test_a_comment_goes_where_the_protocol_says(
    protocol: Protocol, screener: Screener, text: str, category: Category, queue: Queue
) -> None:
    found = evaluate(protocol, screener(text), is_reply=False)
    assert (found.category, found.queue) == (category, queue)


def test_a_question_about_a_product_has_the_shorter_clock_of_the_brand(
    protocol: Protocol, screener: Screener
) -> None:
    named = evaluate(protocol, screener("Mag ik alcohol drinken bij Calmira?"), is_reply=False)
    plain = evaluate(protocol, screener("Mag ik alcohol drinken?"), is_reply=False)
    assert (named.sla, plain.sla) == ("product-question-reply", "question-reply")


@pytest.mark.parametrize(
    ("text", "winner", "also"),
    [
        ("Ik weet waar jullie wonen", "violence", "crisis"),
        ("Ik weet waar jullie wonen en ik wil niet meer leven", "crisis", None),
        ("Ik lag een week in het ziekenhuis door de tabletten", "grave-event", "adverse-event"),
        ("I am breastfeeding and take Calmira", "breastfeeding", "pregnancy"),
        ("I am on Ventora and my wife is pregnant", "father-exposure", "pregnancy"),
        ("Sinds de pen heb ik hoofdpijn", "adverse-event", None),
    ],
)
def test_the_narrower_rule_wins_and_the_wider_one_still_counts(
    protocol: Protocol, screener: Screener, text: str, winner: str, also: str | None
) -> None:
    rules = evaluate(protocol, screener(text), is_reply=False).rules
    assert rules[0] == winner
    assert also is None or also in rules
    if also is None:
        assert not {"violence", "grave-event"} & set(rules)


HIDDEN = """\
terms:
  - id: overuse
    mark: event
    category: misuse
    phrases:
      nl: [medicijnafhankelijke hoofdpijn, terugslag/pijnstillerhoofdpijn, "*overgebruik*", mijn/m'n ~ bonst]
      en: [rebound/overuse headache*, dead tired of it]
"""


def test_a_phrase_that_an_idiom_of_the_program_hides_is_named(tmp_path: Path) -> None:
    root = Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))
    file = root / "varen" / "lexicon.yaml"
    screens = load_both(resources_dir())
    file.write_text(HIDDEN, encoding="utf-8")
    assert [str(problem) for problem in problems_in(root, "nl", screens, 0)] == [
        (
            "varen/lexicon.yaml:6: terms[0].phrases.nl[1]: change this phrase, "
            "`pijnstillerhoofdpijn` is read as something else"
        )
    ]
    file.write_text(HIDDEN.replace("/pijnstillerhoofdpijn", ""), encoding="utf-8")
    assert problems_in(root, "nl", screens, 0) == ()
