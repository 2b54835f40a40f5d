"""Context: negation, question, somebody else, benefit, past, and the comment above."""

import pytest

from webcare_desk.domain.finding import Category, Context, Finding, Language, Mark, Tier
from webcare_desk.screening import Lexicon, Screener, screen


def _event(screener: Screener, text: str, concept: str) -> Finding:
    found = [f for f in screener(text).findings if f.concept == concept]
    assert found, screener(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "concept", "context"),
    [
        ("Ik heb geen hoofdpijn", "headache", Context.NEGATED),
        ("Hoofdpijn heb ik gelukkig niet", "headache", Context.NEGATED),
        ("I never had a headache", "headache", Context.NEGATED),
        ("No nausea, no vomiting so far", "vomiting", Context.NEGATED),
        ("Heeft iemand ook hoofdpijn?", "headache", Context.QUESTION),
        ("Does anyone get headaches from this?", "headache", Context.QUESTION),
        ("Ik ben bang dat ik hoofdpijn krijg", "headache", Context.HYPOTHETICAL),
        ("What if I get headaches", "headache", Context.HYPOTHETICAL),
        ("In de bijsluiter staat hoofdpijn", "headache", Context.HYPOTHETICAL),
        ("Mijn moeder heeft hoofdpijn", "headache", Context.SECOND_HAND),
        ("My husband gets headaches", "headache", Context.SECOND_HAND),
        ("Mijn zus gebruikt Ventora. Veel hoofdpijn.", "headache", Context.SECOND_HAND),
        ("Geen hoofdpijn meer dankzij Ventora", "headache", Context.BENEFIT),
        ("My headaches are gone", "headache", Context.BENEFIT),
        ("Vroeger had ik hoofdpijn", "headache", Context.PAST),
        ("I used to have headaches", "headache", Context.PAST),
        ("Ik heb hoodpijn en migrane", "headache", Context.TYPO),
        ("Hoofdpijn: nee", "headache", Context.NEGATED),
        ("Hoofdpijn:geen.", "headache", Context.NEGATED),
        ("Headache - no", "headache", Context.NEGATED),
        ("Kopfschmerzen: nein", "headache", Context.NEGATED),
        ("Hoofdpijn - nee!! \nVerder gaat het", "headache", Context.NEGATED),
        ("Headache - no, nausea - yes", "headache", Context.NEGATED),
        ("Hoofdpijn: nee. Misselijk: ja", "headache", Context.NEGATED),
        ("I take it for my migraine", "headache", Context.TREATED),
        ("Ik slik Ventora tegen de hoofdpijn", "headache", Context.TREATED),
        ("Ik gebruik Ventora voor mijn hoge bloeddruk", "pressure-sugar", Context.TREATED),
        ("Ich nehme es gegen die Kopfschmerzen", "headache", Context.TREATED),
    ],
)
def test_the_words_around_a_finding_are_read(
    screener: Screener, text: str, concept: str, context: Context
) -> None:
    assert context in _event(screener, text, concept).contexts


def test_a_wonder_that_is_over_is_a_lack_of_effect_and_no_benefit(screener: Screener) -> None:
    text = "Eerste twee maanden een wonder, nu doet het niks meer"
    assert Context.BENEFIT not in _event(screener, text, "lack-of-effect").contexts


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Nog nooit zo'n hoofdpijn gehad", "headache"),
        ("Ik heb hoofdpijn die niet weggaat", "headache"),
        ("Never felt such a headache before", "headache"),
        ("Geen jeuk, maar wel hoofdpijn", "headache"),
        ("No rash but a headache", "headache"),
        ("Geen oog dicht gedaan door hoofdpijn", "headache"),
    ],
)
def test_what_only_looks_like_a_negation_negates_nothing(
    screener: Screener, text: str, concept: str
) -> None:
    assert Context.NEGATED not in _event(screener, text, concept).contexts


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("Ik kreeg koorts van de prik", "Ik kreeg geen koorts van de prik"),
        ("I had hives from the jab", "I had no hives from the jab"),
        ("Mijn man is opgenomen", "Mijn man is niet opgenomen"),
        ("I am pregnant", "I am not pregnant"),
    ],
)
def test_a_negation_lowers_the_tier_and_never_to_nothing(
    screener: Screener, plain: str, negated: str
) -> None:
    assert screener(plain).tier is Tier.STRONG
    assert screener(negated).tier is Tier.CHECK


def test_a_negated_crisis_stays_strong(screener: Screener) -> None:
    assert screener("Nee hoor, ik heb geen zelfmoordgedachten").tier is Tier.STRONG


def test_an_idiom_is_not_taken_at_its_word(screener: Screener) -> None:
    assert screener("Ik lach me dood om dit filmpje").tier is Tier.NONE
    assert screener("Mijn vader is dood").tier is Tier.STRONG


def test_the_page_counts_as_the_product(screener: Screener) -> None:
    assert screener("Ik ben kotsmisselijk").tier is Tier.STRONG


def test_an_everyday_word_needs_a_person_or_a_product(screener: Screener) -> None:
    assert screener("moe maandag").tier is Tier.NONE
    assert screener("Ik ben zo moe").tier is Tier.CHECK
    assert screener("Ik ben zo moe sinds ik Ventora gebruik").tier is Tier.STRONG


def test_a_drug_blamed_without_an_effect_is_looked_at(screener: Screener) -> None:
    screening = screener("Sinds die tabletten ben ik een garnaal")
    assert screening.tier is Tier.CHECK
    assert "blamed" in {finding.concept for finding in screening.findings}


@pytest.mark.parametrize("agreement", ["Ik ook!", "Same here", "Zo herkenbaar", "me too"])
def test_an_agreement_inherits_what_it_answers(screener: Screener, agreement: str) -> None:
    parent = screener("Ik ben misselijk van de prik")
    child = screener(agreement, parent)
    [finding] = [f for f in child.findings if Context.INHERITED in f.contexts]
    assert (finding.concept, finding.category) == ("nausea", Category.ADVERSE_EVENT)
    assert finding.mark is Mark.EVENT
    assert agreement.lower().startswith(agreement[finding.start : finding.end].lower()) or (
        agreement[finding.start : finding.end] in agreement
    )
    assert child.tier >= Tier.CHECK


def test_an_agreement_weighs_no_more_than_its_parent(screener: Screener) -> None:
    parent = screener("Kan ik hoofdpijn krijgen?")
    assert parent.tier is Tier.CHECK
    assert screener("Ik ook!", parent).tier is Tier.CHECK


def test_an_agreement_with_a_denial_inherits_nothing(screener: Screener) -> None:
    assert not screener("Ik ook!", screener("Ik heb geen hoofdpijn")).findings[1:]


def test_an_agreement_with_small_talk_or_with_nothing_inherits_nothing(screener: Screener) -> None:
    assert screener("Ik ook!", screener("Ik heb zin in de zomer")).tier is Tier.NONE
    assert screener("Ik ook!").tier is Tier.NONE


def test_the_patient_is_marked(screener: Screener) -> None:
    findings = screener("Mijn moeder slikt Calmira en ik niet").findings
    people = {(f.concept, f.start) for f in findings if f.mark is Mark.PERSON}
    assert ("relative", 0) in people
    assert ("self", 29) in people, "rather than the one of `my mother`"
    assert any(found.concept == "self" for found in screener("Mijn moeder slikt Calmira").findings)


def test_a_single_text_can_be_screened_without_preparing(lexicon: Lexicon) -> None:
    screening = screen(
        "I took two Ventora", lexicon=lexicon, products={"v": ["Ventora"]}, prior=Language.EN
    )
    assert screening.language is Language.EN
    assert [f.concept for f in screening.findings if f.mark is Mark.PRODUCT] == ["v"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik heb er veel last van", Language.NL),
        ("I have been taking it for weeks", Language.EN),
        ("Ventora", Language.NL),
        ("", Language.NL),
    ],
)
def test_small_words_tell_the_language_and_the_community_the_rest(
    screener: Screener, text: str, language: Language
) -> None:
    assert screener(text).language is language


def test_grave_words_are_found_in_either_language(screener: Screener) -> None:
    text = "Ik las gisteren dat hij van de brug is en dat heeft mijn hele week verpest, hospital"
    assert "hospital" in {finding.concept for finding in screener(text).findings}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Hoofdpijn: nee, misselijk: ja", "nausea"),
        ("Hoofdpijn: geen, misselijk: ja", "nausea"),
        ("Headache: no, nausea: yes", "nausea"),
        ("Hoofdpijn weg: nee", "headache"),
        ("Headache: no, terrible nausea", "nausea"),
    ],
)
def test_an_answer_of_a_form_denies_what_stands_right_before_it_alone(
    screener: Screener, text: str, concept: str
) -> None:
    assert Context.NEGATED not in _event(screener, text, concept).contexts


@pytest.mark.parametrize(
    "text",
    [
        *("Headache - nope, still there", "Headache - nope. Still there", "Headache: nope still"),
        *("Door Ventora: hoofdpijn = nee leuk is dat", "Hoofdpijn:\nNee dit is geen leven meer"),
    ],
)
def test_a_sentence_that_goes_on_behind_a_no_is_no_answer_of_a_form(
    screener: Screener, text: str
) -> None:
    assert Context.NEGATED not in _event(screener, text, "headache").contexts


@pytest.mark.parametrize(
    "text",
    [
        "Ik neem paracetamol tegen de hoofdpijn",
        "I take paracetamol for the headache since Ventora",
        "Since I started Ventora I take this for the headache",
        "I take Ventora, and for days now a headache",
        "Ik slik Ventora voor de tweede keer en heb hoofdpijn",
    ],
)
def test_what_another_remedy_or_a_cause_is_named_for_is_told_plainly(
    screener: Screener, text: str
) -> None:
    assert Context.TREATED not in _event(screener, text, "headache").contexts


def test_what_is_treated_is_a_check_and_never_nothing(screener: Screener) -> None:
    assert screener("I use Ventora for migraines").tier is Tier.CHECK
    assert screener("I use Ventora for migraines and feel sick").tier is Tier.STRONG
    assert screener("I use Ventora for migraines, but now I vomit").tier is Tier.STRONG


@pytest.mark.parametrize(
    "text",
    [
        *("Mijn vader gebruikt bloedverdunners", "Ik slik bloeddrukpillen en cholesterolremmers"),
        *("Ik neem plaspillen", "I take blood thinners", "my blood pressure pills"),
        "Ich nehme Blutverdünner",
    ],
)
def test_a_kind_of_medicine_is_no_event(screener: Screener, text: str) -> None:
    assert Mark.EVENT not in {one.mark for one in screener(text).findings}


@pytest.mark.parametrize(
    "text",
    [
        *("Ventora met bloedverdunners, mag dat", "mijn bloedverdunner samen met Ventora"),
        *(
            "Ik prik naast mijn bloedverdunners",
            "blood thinners with Ventora",
            "with my blood thinners",
        ),
    ],
)
def test_a_medicine_beside_the_product_may_interact(screener: Screener, text: str) -> None:
    assert Category.INTERACTION in {one.category for one in screener(text).findings}
