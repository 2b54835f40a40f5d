"""The screener: one text to its findings, with the place and the reason of each."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from typing import Final

from webcare_desk.domain.finding import (
    Category,
    Context,
    Finding,
    Language,
    Mark,
    Screening,
    Tier,
    is_reportable,
)
from webcare_desk.screening.contact import find_contacts
from webcare_desk.screening.context import (
    EMPTY,
    Scene,
    contexts_of,
    is_denied_before,
    lay_out,
    names_exception,
)
from webcare_desk.screening.foreign import foreign
from webcare_desk.screening.index import Memory, build_index
from webcare_desk.screening.language import Pieces, find_language
from webcare_desk.screening.lexicon import Concept, Cue, Lexicon, Phrase
from webcare_desk.screening.masked import Grave, find_masked, grave_words
from webcare_desk.screening.matcher import Hit, find_hits
from webcare_desk.screening.product import (
    Disguise,
    disguises,
    find_disguised,
    product_phrases,
)
from webcare_desk.screening.score import Evidence, Setting, tier_of
from webcare_desk.screening.select import Meant, Said, free_cues, most_telling, sort_out
from webcare_desk.screening.tokens import Tokens, tokenise
from webcare_desk.screening.uncollected import uncollected
from webcare_desk.screening.unreadable import UNSCREENED, unreadable

#: The concepts of Mark.PERSON that tell who the patient is.
SELF: Final = "self"
RELATIVE: Final = "relative"
#: The fifty-first mention of a concept adds no highlight (it did count for the tier).
MOST_OF_ONE_CONCEPT: Final = 50
#: A drug right behind words of cause: an effect without a name.
BLAMED: Final = Concept("blamed", Mark.EVENT, Category.ADVERSE_EVENT, faint=True)
# How many words behind the cause the drug may stand: "sinds ik met die nieuwe pen".
_BLAME_REACH: Final = 5
_REMEMBERED: Final = 50_000
_PLAIN: Final = frozenset[Context]()
_GONE: Final = frozenset({Context.BENEFIT})
_DENIED: Final = frozenset({Context.NEGATED})
_WELL: Final = _GONE | _DENIED
_MISSPELLED: Final = frozenset({Context.TYPO})


@dataclass(frozen=True, slots=True)
class Look:
    """A screening with the words it was made from, the cues that stand among them, and the hits.

    `excepted` says that an event is named as the exception to what is denied.
    """

    screening: Screening
    tokens: Tokens
    cues: Said
    meant: Sequence[Meant]
    excepted: bool = False


@dataclass(frozen=True, slots=True)
class Screener:
    """A prepared lexicon with products: call it with a text, and its parent's screening.

    Pure: the same text gives the same answer; the memories of words, one for each set of
    languages that a text may be in, only save time, and threads may share them.
    """

    memories: Mapping[frozenset[Language], Memory]
    names: tuple[Disguise, ...]
    telling: tuple[tuple[Language, frozenset[str]], ...]
    prior: Language
    faint: frozenset[str]
    grave: Grave
    pieces: Pieces = field(default_factory=dict)

    def __call__(self, text: str, parent: Screening | None = None) -> Screening:
        """Return the screening of `text`; an agreement inherits what `parent` tells."""
        return self.look(text, parent).screening

    def look(self, text: str, parent: Screening | None = None) -> Look:
        """Return the screening of `text` with what it was read from."""
        tokens = tokenise(text)
        language, possible = find_language(tokens.words, self.telling, self.prior, self.pieces)
        hits, read = find_hits(tokens, self.memories[possible])
        credible, said = sort_out(hits)
        meant = most_telling(credible, said, len(tokens.words))
        cues = free_cues(said, meant, len(tokens.words))
        scene = _scene(tokens, cues, meant)
        told = [(concept, _finding(hit, concept, tokens, scene)) for hit, concept in _once(meant)]
        told += _blamed(cues, meant, scene, tokens)
        told += self._inherited(cues, scene, tokens, parent)
        told += find_masked(text, tokens.folded, self.grave, [finding for _, finding in told])
        others = [
            *self._disguised(text, tokens, meant),
            *find_contacts(text),
            *unreadable(tokens, read),
            *foreign(tokens, self.telling),
        ]
        findings = [*(finding for _, finding in told), *others]
        tier = tier_of(
            [_evidence(*one, parent) for one in told if one[0].category is not None],
            _setting(findings, cues),
        )
        if tier is Tier.NONE and any(other.concept in UNSCREENED for other in others):
            tier = Tier.CHECK
        screening = Screening(language, tier, _shown(findings))
        return Look(screening, tokens, cues, meant, names_exception(meant, scene))

    def _disguised(self, text: str, tokens: Tokens, meant: list[Meant]) -> Iterator[Finding]:
        found = list(find_disguised(text, tokens, self.names))
        if not found:
            return
        plain = {
            place
            for hit, concept in meant
            if concept.mark is Mark.PRODUCT and not hit.typo
            for place in tokens.span(hit.first, hit.last)
        }
        for product, start, end in found:
            if start not in plain and end not in plain:
                disguised = frozenset({Context.DEOBFUSCATED})
                yield Finding(Mark.PRODUCT, product, None, start, end, disguised)

    def _inherited(
        self, cues: Said, scene: Scene, tokens: Tokens, parent: Screening | None
    ) -> Iterator[tuple[Concept, Finding]]:
        """Yield what an agreement takes over from the comment it answers, once per concept."""
        if parent is None or parent.tier is Tier.NONE or Cue.AGREEMENT not in cues:
            return
        agreement = cues[Cue.AGREEMENT][0]
        start, end = tokens.span(agreement.first, agreement.last)
        here = contexts_of(agreement, scene)
        told = [one for one in reversed(parent.findings) if not _is_well(one)]
        for finding in {one.concept: one for one in told}.values():
            if (
                finding.mark is Mark.EVENT
                and _alarms(finding)
                and finding.concept not in self.faint
            ):
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
    with uncollected():
        index = build_index(phrases, lexicon.common, frozenset(frequent), lexicon.dictionary)
    faint = frozenset(concept.id for concept in lexicon.concepts() if concept.faint) | {BLAMED.id}
    memories = {
        frozenset(some): Memory(index, some, _REMEMBERED)
        for count in range(1, len(Language) + 1)
        for some in combinations(Language, count)
    }
    names, grave = disguises(products), grave_words(lexicon.phrases)
    return Screener(memories, names, lexicon.telling, prior, faint, grave, lexicon.pieces)


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


def _alarms(finding: Finding) -> bool:
    """Tell whether an agreement with `finding` is as alarming as the finding."""
    category = finding.category
    return category is Category.CRISIS or (category is not None and is_reportable(category))


def _is_well(finding: Finding) -> bool:
    """Tell whether a finding says that somebody is well: who agrees is well too. No crisis does."""
    return finding.category is not Category.CRISIS and not finding.contexts.isdisjoint(_WELL)


def _once(meant: list[Meant]) -> Iterator[Meant]:
    """Leave out all but one mention of oneself, rather that of "my mother" too: all say "I"."""
    near = [range(hit.first, hit.last + 1) for hit, concept in meant if concept.id == RELATIVE]
    close = set(chain.from_iterable(near))
    selves = [hit for hit, concept in meant if concept.id == SELF]
    kept = min(selves, key=lambda hit: hit.first in close, default=None)
    for hit, concept in meant:
        if concept.id != SELF or hit is kept:
            yield hit, concept


def _scene(tokens: Tokens, cues: Said, meant: list[Meant]) -> Scene:
    asking = Cue.AGREEMENT in cues or Cue.CAUSE in cues
    if not asking and Mark.EVENT not in [concept.mark for _, concept in meant]:
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
        if concept.category is not Category.ADVERSE_EVENT:
            # A benefit is a complaint that is gone; a lack of effect is no complaint.
            contexts -= _GONE
    else:
        contexts = _MISSPELLED if hit.typo else _PLAIN
        if concept.id == RELATIVE:
            contexts |= {Context.SECOND_HAND}
    return Finding(concept.mark, concept.id, concept.category, start, end, contexts)


def _evidence(concept: Concept, finding: Finding, parent: Screening | None) -> Evidence:
    """Return the evidence of a finding; what is inherited weighs no more than in the parent."""
    inherited = parent is not None and Context.INHERITED in finding.contexts
    ceiling = parent.tier if parent is not None and inherited else Tier.STRONG
    return Evidence(concept, finding.contexts, ceiling)


def _blamed(
    cues: Said, meant: Iterable[Meant], scene: Scene, tokens: Tokens
) -> Iterator[tuple[Concept, Finding]]:
    """Yield where a drug is named as the cause: whatever it did, a person should read it."""
    if Cue.CAUSE not in cues:
        return
    drugs = [hit.first for hit in cues.get(Cue.DRUG, ())]
    drugs += [hit.first for hit, concept in meant if concept.mark is Mark.PRODUCT]
    drugs.sort()
    for hit in cues[Cue.CAUSE]:
        after = bisect_left(drugs, hit.first)
        if after < len(drugs) and drugs[after] - hit.last <= _BLAME_REACH:
            found = _finding(hit, BLAMED, tokens, scene)
            if not is_denied_before(hit, scene):
                # "Since the tablets I can't": what is denied behind is what they did.
                found = replace(found, contexts=found.contexts - _DENIED)
            yield BLAMED, found


def _setting(findings: Iterable[Finding], cues: Said) -> Setting:
    marks = [finding.mark for finding in findings]
    return Setting(
        person=Mark.PERSON in marks,
        product=Mark.PRODUCT in marks or Cue.DRUG in cues,
        cause=Cue.CAUSE in cues,
    )


def _shown(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order, the longest from each place, at most fifty of a concept."""
    # Keyed by number and text: hashing an enumeration's member is slow in Python 3.11.
    single: dict[tuple[int, str], Finding] = {}
    for found in findings:
        place = found.start, found.concept
        before = single.get(place)
        if before is None or before.end <= found.end:
            single[place] = found
    counts: dict[str, int] = {}
    shown = []
    for found in sorted(single.values(), key=lambda one: (one.start, one.end, one.concept)):
        count = counts[found.concept] = counts.get(found.concept, 0) + 1
        if count <= MOST_OF_ONE_CONCEPT:
            shown.append(found)
    return tuple(shown)
