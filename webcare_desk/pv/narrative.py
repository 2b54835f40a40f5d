"""The narrative: what happened when, in sentences made from the fields alone.

Deterministic: the same case gives the same sentences. Text of others stands
between quotation marks, word for word; nothing is concluded from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Criterion, Evidence
from webcare_desk.domain.filing import DayZero
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import FINDABLE, Ask
from webcare_desk.pv.labels import (
    answer_label,
    ask_label,
    criterion_label,
    label,
    language_label,
    presence_label,
    situation_label,
)
from webcare_desk.pv.moment import both

_SENTENCES = {
    "posted": (
        "Op {posted} plaatste “{author}” een reactie in het gesprek “{title}” op {source} ({link}).",
        "On {posted} “{author}” posted a comment in the thread “{title}” on {source} ({link}).",
    ),
    "says": (
        "De reactie (taal: {language}, versie {revision}) luidt: “{text}”",
        "The comment (language: {language}, revision {revision}) reads: “{text}”",
    ),
    "ingested": ("De desk las haar in op {ingested}.", "The desk took it in on {ingested}."),
    "viewed": (
        "Een medewerker zag haar voor het eerst op {viewed}: dit is dag nul (GVP VI.B.7).",
        "A person at the desk first saw it on {viewed}: this is day zero (GVP VI.B.7).",
    ),
    "recognised": (
        "{by} herkende haar als te melden op {recognised}, volgens protocol {protocol}.",
        "{by} recognised it as reportable on {recognised}, under protocol {protocol}.",
    ),
    "due": ("Zij moet uiterlijk {due} bij PV zijn.", "It is due at PV by {due}."),
    "judged": (
        "De desk beoordeelt ernst, oorzakelijk verband en codering niet; dat doet PV.",
        "The desk judges neither seriousness nor causality nor coding; PV does.",
    ),
}


#: After “seen”, where the sponsor calls another time day zero than the first view.
_DAY_ZERO = {
    DayZero.POSTED: (
        "De opdrachtgever telt vanaf de plaatsing op {posted}: dag nul (GVP VI.B.7).",
        "The sponsor's day zero is when it was posted, {posted} (GVP VI.B.7).",
    ),
    DayZero.INGESTED: (
        "De opdrachtgever telt vanaf het inlezen op {ingested}: dag nul (GVP VI.B.7).",
        "The sponsor's day zero is when the desk took it in, {ingested} (GVP VI.B.7).",
    ),
    DayZero.RECOGNISED: (
        "De opdrachtgever telt vanaf de herkenning op {recognised}: dag nul (GVP VI.B.7).",
        "The sponsor's day zero is when it was recognised, {recognised} (GVP VI.B.7).",
    ),
}
_SEEN = (
    "Een medewerker zag haar voor het eerst op {viewed}.",
    "A person at the desk first saw it on {viewed}.",
)
#: What the link does not show any more.
_UNSEEN = {
    Visibility.DELETED: (
        "Toen zij werd herkend, was zij van haar platform verwijderd.",
        "When it was recognised, it had been deleted from its platform.",
    ),
    Visibility.HIDDEN: (
        "Toen zij werd herkend, was zij op haar platform verborgen.",
        "When it was recognised, it was hidden on its platform.",
    ),
}
#: What a sentence leaves out where its field says nothing: a file has neither title nor link.
_OPTIONAL = {
    "title": (" in het gesprek “{title}”", " in the thread “{title}”"),
    "link": (" ({link})", " ({link})"),
}
#: Which field of the case fills each blank.
_SOURCES = {
    "posted": "awareness.posted_at",
    "ingested": "awareness.ingested_at",
    "viewed": "awareness.first_viewed_at",
    "recognised": "awareness.recognised_at",
    "due": "due_at",
    "author": "snapshot.author",
    "title": "snapshot.thread_title",
    "source": "snapshot.source",
    "link": "snapshot.link",
    "language": "snapshot.language",
    "revision": "snapshot.revision",
    "text": "snapshot.text",
    "by": "recognised_by",
    "protocol": "protocol",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the fields it was made from, and spans of the comment's text it quotes.

    A sentence without a field says only what the desk never does.
    """

    text: str
    fields: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()


def narrative(case: SafetyCase, language: str) -> str:
    """Return the narrative in `language` (nl, else en), one sentence a line."""
    return "\n".join(sentences(case, language))


def sentences(case: SafetyCase, language: str) -> tuple[str, ...]:
    """Return the sentences of the narrative, each from named fields of the case."""
    return tuple(each.text for each in traced(case, language))


def traced(case: SafetyCase, language: str) -> tuple[Sentence, ...]:
    """Return each sentence with the fields of the case, and the spans, that it stands on."""
    fields = _fields(case, language)
    number = 0 if language == "nl" else 1
    left = [phrase[number] for name, phrase in _OPTIONAL.items() if not fields[name]]
    told = [_told(pattern[number], fields, left) for pattern in _patterns(case.day_zero)]
    unseen = _UNSEEN.get(case.snapshot.visibility)
    remark = f"{label('remark', language)}: “{case.remark}”"
    return (
        Sentence(f"{label('reference', language)}: {case.reference}.", ("reference",)),
        *told[:-1],
        *([Sentence(unseen[number], ("snapshot.visibility",))] if unseen else []),
        *(
            Sentence(_criterion(case, *found, language), (f"criteria.{found[0]}",), found[1].spans)
            for found in case.criteria
        ),
        Sentence(_list("products", case.products, language), ("products",)),
        Sentence(_list("events", case.event_words, language), ("event_words",)),
        Sentence(_situations(case, language), ("situations",)),
        *_more(case, language),
        told[-1],
        *([Sentence(remark, ("remark",))] if case.remark else []),
    )


def _patterns(policy: DayZero) -> Iterator[tuple[str, str]]:
    """Give the patterns of the sentences; by another policy day zero has one of its own."""
    for name, pattern in _SENTENCES.items():
        if name == "viewed" and policy in _DAY_ZERO:
            yield from (_SEEN, _DAY_ZERO[policy])
        else:
            yield pattern


def _more(case: SafetyCase, language: str) -> tuple[Sentence, ...]:
    """Tell what the form adds; a question without an answer has no sentence."""
    answers = (
        (f"details.{ask}", ask_label(Ask(ask), language), answer_label(Ask(ask), told, language))
        for ask, told in case.details
        if told and ask not in FINDABLE
    )
    hidden = tuple(f"details.{ask}" for ask, told in case.details if told and ask in FINDABLE)
    return (
        *(
            [Sentence(_list("serious", case.serious_words, language), ("serious_words",))]
            if case.serious_words
            else []
        ),
        *(Sentence(f"{name}: {told}.", (field,)) for field, name, told in answers),
        *([Sentence(label("findable", language), hidden)] if hidden else []),
        *([Sentence(_list("linked", case.linked, language), ("linked",))] if case.linked else []),
    )


def _told(pattern: str, fields: dict[str, object], left: Sequence[str]) -> Sentence:
    """Fill a pattern without what is `left` out; from its blanks is what the sentence stands on."""
    for phrase in left:
        pattern = pattern.replace(phrase, "")
    blanks = (name for _, name, _, _ in Formatter().parse(pattern) if name)
    return Sentence(pattern.format_map(fields), tuple(_SOURCES[name] for name in blanks))


def _fields(case: SafetyCase, language: str) -> dict[str, object]:
    snapshot, times = case.snapshot, case.awareness
    return {
        "posted": both(times.posted_at, language, case.zone),
        "ingested": both(times.ingested_at, language, case.zone),
        "viewed": both(times.first_viewed_at, language, case.zone),
        "recognised": both(times.recognised_at, language, case.zone),
        "due": both(case.due_at, language, case.zone),
        "author": snapshot.author,
        "title": snapshot.thread_title,
        "source": snapshot.source,
        "link": snapshot.link,
        "language": language_label(snapshot.language, language),
        "revision": snapshot.revision,
        "text": snapshot.text,
        "by": case.recognised_by,
        "protocol": case.protocol,
    }


def _criterion(case: SafetyCase, criterion: Criterion, evidence: Evidence, language: str) -> str:
    name = criterion_label(criterion, language)
    words = [f"“{case.snapshot.text[start:end]}”" for start, end in evidence.spans]
    notes = [*words, *([basis(criterion, evidence, language)] if evidence.defaulted else [])]
    shown = f" ({', '.join(notes)})" if notes else ""
    return f"{name}: {presence_label(evidence.presence, language)}{shown}."


def basis(criterion: Criterion, evidence: Evidence, language: str) -> str:
    """Return what an answer stands on: the text, or the rule that supplied it."""
    rules = {Criterion.REPORTER: "reporter-default", Criterion.PRODUCT: "product-default"}
    key = rules.get(criterion, "defaulted") if evidence.defaulted else "from-text"
    return label(key, language)


def _list(key: str, words: tuple[str, ...], language: str) -> str:
    quoted = ", ".join(f"“{word}”" for word in words)
    return f"{label(key, language)}: {quoted or label('not-found', language)}."


def _situations(case: SafetyCase, language: str) -> str:
    names = ", ".join(situation_label(found, language) for found in case.situations)
    return f"{label('situations', language)}: {names or label('none', language)}."
