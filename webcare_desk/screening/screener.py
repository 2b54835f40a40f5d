"""The screener: one text to its findings, with the place and the reason of each."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.finding import (
    Category,
    Context,
    Finding,
    Language,
    Mark,
    Screening,
    Tier,
)
from webcare_desk.screening.contact import find_contacts
from webcare_desk.screening.context import EMPTY, Scene, contexts_of, lay_out
from webcare_desk.screening.index import Memory, build_index
from webcare_desk.screening.language import find_language
from webcare_desk.screening.lexicon import Concept, Cue, Lexicon, Phrase
from webcare_desk.screening.matcher import Hit, find_hits
from webcare_desk.screening.product import (
    Disguise,
    disguises,
    find_disguised,
    product_phrases,
)
from webcare_desk.screening.score import REPORTABLE, Evidence, Setting, tier_of
from webcare_desk.screening.select import Meant, concept_hits, covered
from webcare_desk.screening.tokens import LONGEST_WORD, Tokens, tokenise

#: The concepts of Mark.PERSON that tell who the patient is.
SELF: Final = "self"
RELATIVE: Final = "relative"
#: What is too long to be read: a person has to look.
UNREADABLE: Final = "unreadable"
#: The fifty-first mention of a concept adds no highlight (it did count for the tier).
MOST_OF_ONE_CONCEPT: Final = 50
#: A drug right behind words of cause: an effect without a name.
BLAMED: Final = Concept("blamed", Mark.EVENT, Category.ADVERSE_EVENT, faint=True)
# How many words behind the cause the drug may stand: "sinds ik met die nieuwe pen".
_BLAME_REACH: Final = 5
_REMEMBERED: Final = 100_000


@dataclass(frozen=True, slots=True)
class Screener:
    """A prepared lexicon with products: call it with a text, and its parent's screening.

    Pure: the same text gives the same answer; the memory of words only saves
    time, and threads may share it.
    """

    memory: Memory
    names: tuple[Disguise, ...]
    telling: tuple[tuple[Language, frozenset[str]], ...]
    prior: Language
    faint: frozenset[str]

    def __call__(self, text: str, parent: Screening | None = None) -> Screening:
        """Return the screening of `text`; an agreement inherits what `parent` tells."""
        tokens = tokenise(text)
        language, possible = find_language(tokens.words, self.telling, self.prior)
        found, read = find_hits(tokens, self.memory)
        hits = [hit for hit in found if _counts(hit, possible)]
        meant = concept_hits(hits, len(tokens.words))
        cues = _free_cues(hits, meant, len(tokens.words))
        scene = _scene(tokens, cues, meant)
        told = [(concept, _finding(hit, concept, tokens, scene)) for hit, concept in meant]
        told += _blamed(cues, meant, scene, tokens)
        told += self._inherited(cues, scene, tokens, parent)
        others = [
            *self._disguised(text, tokens, meant),
            *_contacts(text),
            *_unreadable(tokens, read),
        ]
        findings = [*(finding for _, finding in told), *others]
        tier = tier_of(
            (_evidence(concept, finding, parent) for concept, finding in told),
            _setting(findings, cues),
        )
        if tier is Tier.NONE and any(other.concept == UNREADABLE for other in others):
            tier = Tier.CHECK
        return Screening(language, tier, _shown(findings))

    def _disguised(self, text: str, tokens: Tokens, meant: list[Meant]) -> Iterator[Finding]:
        plain = {
            place
            for hit, concept in meant
            if concept.mark is Mark.PRODUCT and not hit.typo
            for place in tokens.span(hit.first, hit.last)
        }
        for product, start, end in find_disguised(text, tokens, self.names):
            if start not in plain and end not in plain:
                disguised = frozenset({Context.DEOBFUSCATED})
                yield Finding(Mark.PRODUCT, product, None, start, end, disguised)

    def _inherited(
        self, cues: Iterable[Hit], scene: Scene, tokens: Tokens, parent: Screening | None
    ) -> Iterator[tuple[Concept, Finding]]:
        """Yield what an agreement takes over from the comment it answers, once per concept."""
        agreement = next((hit for hit in cues if hit.phrase.meaning is Cue.AGREEMENT), None)
        if agreement is None or parent is None or parent.tier is Tier.NONE:
            return
        start, end = tokens.span(agreement.first, agreement.last)
        here = contexts_of(agreement, scene)
        for finding in {one.concept: one for one in reversed(parent.findings)}.values():
            reported = finding.category in REPORTABLE or finding.category is Category.CRISIS
            if finding.mark is Mark.EVENT and reported and finding.concept not in self.faint:
                concept = Concept(finding.concept, Mark.EVENT, finding.category)
                contexts = finding.contexts | here | {Context.INHERITED}
                yield (
                    concept,
                    Finding(Mark.EVENT, concept.id, concept.category, start, end, contexts),
                )


def prepare(lexicon: Lexicon, products: Mapping[str, Sequence[str]], prior: Language) -> Screener:
    """Return a screener; `products` maps a product's id to the spellings of its names.

    Building takes some tens of milliseconds: prepare once, screen many times.
    """
    frequent = {word for _, words in lexicon.telling for word in words}
    frequent |= {phrase.words[0].stem for phrase in lexicon.phrases if _is_small(phrase)}
    phrases = (*lexicon.phrases, *product_phrases(products))
    index = build_index(phrases, lexicon.common, frozenset(frequent))
    faint = frozenset(concept.id for concept in lexicon.concepts() if concept.faint) | {BLAMED.id}
    return Screener(Memory(index, _REMEMBERED), disguises(products), lexicon.telling, prior, faint)


def screen(
    text: str,
    *,
    lexicon: Lexicon,
    products: Mapping[str, Sequence[str]],
    prior: Language,
    parent: Screening | None = None,
) -> Screening:
    """Return the screening of a single text; for more than one use `prepare`."""
    return prepare(lexicon, products, prior)(text, parent)


def _is_small(phrase: Phrase) -> bool:
    """Tell whether a phrase is a cue of one word, such as `niet`: bad to search by."""
    return isinstance(phrase.meaning, Cue) and len(phrase.words) == 1


def _counts(hit: Hit, possible: frozenset[Language]) -> bool:
    phrase = hit.phrase
    if phrase.language is None or phrase.language in possible:
        return True
    return isinstance(phrase.meaning, Concept) and phrase.meaning.always_check


def _free_cues(hits: Iterable[Hit], meant: Iterable[Meant], words: int) -> list[Hit]:
    """Return the cues that are not part of an idiom ("geen oog dicht" negates nothing)."""
    found = [hit for hit in hits if isinstance(hit.phrase.meaning, Cue)]
    idioms = [hit for hit, concept in meant if concept.mark is Mark.EVENT]
    idioms += [hit for hit in found if hit.phrase.meaning is Cue.NOT_NEGATION]
    cover = covered(idioms, words)
    telling = {Cue.NEGATION, Cue.BENEFIT}
    return [hit for hit in found if hit.phrase.meaning not in telling or not cover[hit.first]]


def _scene(tokens: Tokens, cues: list[Hit], meant: list[Meant]) -> Scene:
    asking = {Cue.AGREEMENT, Cue.CAUSE}
    if not (
        any(concept.mark is Mark.EVENT for _, concept in meant)
        or any(cue.phrase.meaning in asking for cue in cues)
    ):
        return EMPTY
    return lay_out(
        tokens,
        cues,
        [hit.first for hit, concept in meant if concept.id == RELATIVE],
        [hit.first for hit, concept in meant if concept.id == SELF],
    )


def _finding(hit: Hit, concept: Concept, tokens: Tokens, scene: Scene) -> Finding:
    start, end = tokens.span(hit.first, hit.last)
    if concept.mark is Mark.EVENT:
        contexts = contexts_of(hit, scene)
    else:
        contexts = frozenset({Context.TYPO} if hit.typo else ())
        if concept.id == RELATIVE:
            contexts |= {Context.SECOND_HAND}
    return Finding(concept.mark, concept.id, concept.category, start, end, contexts)


def _evidence(concept: Concept, finding: Finding, parent: Screening | None) -> Evidence:
    """Return the evidence of a finding; what is inherited weighs no more than in the parent."""
    inherited = parent is not None and Context.INHERITED in finding.contexts
    ceiling = parent.tier if parent is not None and inherited else Tier.STRONG
    return Evidence(concept, finding.contexts, ceiling)


def _blamed(
    cues: list[Hit], meant: Iterable[Meant], scene: Scene, tokens: Tokens
) -> Iterator[tuple[Concept, Finding]]:
    """Yield where a drug is named as the cause: whatever it did, a person should read it."""
    drugs = sorted(
        [hit.first for hit in cues if hit.phrase.meaning is Cue.DRUG]
        + [hit.first for hit, concept in meant if concept.mark is Mark.PRODUCT]
    )
    for hit in cues:
        if hit.phrase.meaning is Cue.CAUSE:
            after = bisect_left(drugs, hit.first)
            if after < len(drugs) and drugs[after] - hit.last <= _BLAME_REACH:
                yield BLAMED, _finding(hit, BLAMED, tokens, scene)


def _contacts(text: str) -> Iterator[Finding]:
    for concept, start, end in find_contacts(text):
        yield Finding(Mark.CUE, concept, Category.PRIVACY, start, end)


def _unreadable(tokens: Tokens, read: int) -> Iterator[Finding]:
    """Yield what was not read: words too long to be words, and all after `read` words."""
    if read < len(tokens.words):
        rest = tokens.span(read, len(tokens.words) - 1)
        yield Finding(Mark.CUE, UNREADABLE, None, *rest)
    for index, word in enumerate(tokens.words):
        if len(word) > LONGEST_WORD:
            yield Finding(Mark.CUE, UNREADABLE, None, *tokens.span(index, index))


def _setting(findings: Iterable[Finding], cues: Iterable[Hit]) -> Setting:
    found, said = list(findings), list(cues)
    return Setting(
        person=any(finding.mark is Mark.PERSON for finding in found),
        product=any(finding.mark is Mark.PRODUCT for finding in found)
        or any(cue.phrase.meaning is Cue.DRUG for cue in said),
        cause=any(cue.phrase.meaning is Cue.CAUSE for cue in said),
    )


def _shown(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order: every first mention of oneself, fifty of the rest."""
    # Keyed by text and numbers: hashing an enumeration's member is slow in Python 3.11.
    single = {(found.start, found.end, found.concept): found for found in findings}
    counts: dict[str, int] = {}
    shown = []
    for finding in sorted(single.values(), key=_order):
        count = counts[finding.concept] = counts.get(finding.concept, 0) + 1
        if count <= (1 if finding.concept == SELF else MOST_OF_ONE_CONCEPT):
            shown.append(finding)
    return tuple(shown)


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.concept
