"""What the intake form asks beyond the comment itself: every question may stay without an answer.

PV departments want these; none of them ever stops a case from being sent.
"""

from dataclasses import replace
from enum import StrEnum

from webcare_desk.domain.escalation import Criterion, Evidence, Presence
from webcare_desk.domain.finding import Finding, Mark, Screening
from webcare_desk.domain.icsr import SafetyCase


class Ask(StrEnum):
    """A question of the form; the E2B(R3) elements that answer it are in `pv.e2b.asked`."""

    ABOUT = "about"
    INITIALS = "initials"
    AGE = "age"
    AGE_GROUP = "age-group"
    SEX = "sex"
    WHICH_PRODUCT = "which-product"
    BATCH = "batch"
    DOSE_FORM = "dose-form"
    DOSE = "dose"
    ROUTE = "route"
    USE_START = "use-start"
    USE_END = "use-end"
    OTHER_MEDICINES = "other-medicines"
    WHICH_EVENT = "which-event"
    EVENT_START = "event-start"
    EVENT_END = "event-end"
    OUTCOME = "outcome"
    QUALIFICATION = "qualification"
    COUNTRY = "country"
    CONTACT = "contact"
    GIVEN_NAME = "given-name"
    FAMILY_NAME = "family-name"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    PHONE = "phone"
    EMAIL = "email"
    PARENT = "parent"
    PARENT_INITIALS = "parent-initials"
    PARENT_AGE = "parent-age"


class Mandatory(StrEnum):
    """The five things without which PV cannot begin; the desk fills them by itself."""

    VERBATIM = "verbatim"
    LINK = "link"
    PRODUCT = "product"
    WHO = "who"
    SEEN = "seen"


#: What is answered with one of some words; E2B's code for each, empty where it has none.
CHOICES: dict[Ask, dict[str, str]] = {
    Ask.ABOUT: {"self": "", "other": ""},
    Ask.AGE_GROUP: {
        "foetus": "0",
        "newborn": "1",
        "infant": "2",
        "child": "3",
        "adolescent": "4",
        "adult": "5",
        "elderly": "6",
    },
    Ask.SEX: {"male": "1", "female": "2"},
    Ask.OUTCOME: {
        "recovered": "1",
        "recovering": "2",
        "not-recovered": "3",
        "recovered-with-sequelae": "4",
        "fatal": "5",
    },
    Ask.QUALIFICATION: {
        "physician": "1",
        "pharmacist": "2",
        "other-professional": "3",
        "lawyer": "4",
        "consumer": "5",
    },
    Ask.CONTACT: {"agreed": "", "refused": "", "not-asked": ""},
    Ask.PARENT: {"father": "1", "mother": "2"},
}
#: How a person is found: told in elements that can be masked, never in the narrative.
FINDABLE = frozenset(
    {
        *(Ask.GIVEN_NAME, Ask.FAMILY_NAME, Ask.STREET, Ask.POSTCODE, Ask.CITY, Ask.PHONE),
        Ask.PARENT_INITIALS,
    }
)
#: Which answers are dates, as exact as they are known.
DATES = frozenset({Ask.USE_START, Ask.USE_END, Ask.EVENT_START, Ask.EVENT_END})


#: What tells of whom it is; about whom the comment speaks alone does not.
_PATIENT = frozenset({Ask.INITIALS, Ask.AGE, Ask.AGE_GROUP, Ask.SEX})


def lacking(case: SafetyCase) -> tuple[Mandatory, ...]:
    """Return what is mandatory and not there.

    A post that has no link of its own is found by its platform and number; a product that nobody
    named is the page's own. A remark that tells what was seen stands in for words.
    """
    place = case.snapshot.link.strip() or case.snapshot.remote_id.strip()
    there = {
        Mandatory.VERBATIM: case.snapshot.text.strip() or case.remark.strip(),
        Mandatory.LINK: place or case.remark.strip(),
        Mandatory.PRODUCT: any(case.products) or case.protocol,
        Mandatory.WHO: case.recognised_by.strip(),
        Mandatory.SEEN: case.awareness.first_viewed_at > 0,
    }
    return tuple(each for each, found in there.items() if not found)


def meant(case: SafetyCase, which: Ask) -> int | None:
    """Return of which product or event the answers are; None where several are told and nobody chose."""
    words = case.products if which is Ask.WHICH_PRODUCT else case.event_words
    chosen = dict(case.details).get(which)
    places = [place for place, each in enumerate(words) if chosen and is_same(each, chosen)]
    return next(iter(places), None if len(words) > 1 else 0)


def implied(case: SafetyCase) -> tuple[tuple[Criterion, Evidence], ...]:
    """Return the criteria with what the form's answers show; “unclear” beside them would deny them."""
    told = {Ask(ask) for ask, answer in case.details if answer}
    shown = {
        Criterion.PATIENT: not told.isdisjoint(_PATIENT),
        Criterion.REPORTER: Ask.QUALIFICATION in told,
        Criterion.PRODUCT: any(case.products),
    }
    return tuple(
        (each, replace(evidence, presence=Presence.PRESENT, defaulted=False))
        if shown.get(each)
        else (each, evidence)
        for each, evidence in case.criteria
    )


def is_same(one: str, other: str) -> bool:
    """Say whether words are spelled alike but for capitals and spaces."""
    return spelled(one) == spelled(other)


def spelled(words: str) -> str:
    """Return words as they are compared: without capitals, one space between them."""
    return " ".join(words.casefold().split())


def told(screening: Screening) -> tuple[tuple[str, str], ...]:
    """Return about whom it is, where the text says so; nothing else is concluded."""
    persons = [each for each in screening.findings if each.mark is Mark.PERSON]
    concepts = {each.concept for each in persons if not any(_lies_in(each, o) for o in persons)}
    about = {frozenset({"self"}): "self", frozenset({"relative"}): "other"}
    answer = about.get(frozenset(concepts))
    return () if answer is None else ((Ask.ABOUT, answer),)


def _lies_in(one: Finding, other: Finding) -> bool:
    """Say whether words are a part of others: `my` in `my mother`."""
    return one is not other and other.start <= one.start and one.end <= other.end
