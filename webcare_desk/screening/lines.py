"""Comments as JSON Lines: read one by one, a bad line told by its number, never an end."""

import json
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assess import Assessment, Assessor
from webcare_desk.screening.compiled import load_lexicon
from webcare_desk.screening.lexicon import Lexicon
from webcare_desk.screening.measure import Labelled
from webcare_desk.screening.model import load_model
from webcare_desk.screening.opinion import CATEGORIES
from webcare_desk.screening.tokens import words_of
from webcare_desk.screening.unreadable import UNSCREENED

#: So many texts, the last ones, are kept for replies that name their parent by its id.
_REMEMBERED: Final = 100_000
_SHORTEST_NAME: Final = 3
#: So far up a thread is read for what a comment answers.
_DEEPEST: Final = 8
_TOLD: Final = ("explicit", "implicit", "none")
Complain = Callable[[str], None]
#: The text of each comment by its id, and what it says of its own parent.
Known = Mapping[str, tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Line:
    """One comment to be screened, from which line; `labels` is the whole of it, for what is known.

    `above` is what its parent answers, what that answers, and so on.
    """

    id: str | int
    text: str
    parent: str | None
    language: str | None
    product: str | None
    labels: Mapping[str, object]
    number: int = 0
    above: tuple[str, ...] = ()

    @property
    def spoken(self) -> str | None:
        """The language that the line names: "EN", "en-GB" and "nl_BE" do by their first part."""
        return (self.language or "").replace("_", "-").partition("-")[0].lower() or None


def texts_of_parents(read: Callable[[], Iterable[str | None]]) -> dict[str, tuple[str, object]]:
    """Return each comment that another one may name by its id, wherever it stands, as `Known`.

    What is read twice can be in any order: an export often has the newest comment first.
    """
    named = {hash(_id_of(one.get("parent"))) for one in _objects(read())}
    return {
        name: (text, one.get("parent"))
        for one in _objects(read())
        if hash(name := str(one.get("id"))) in named and isinstance(text := one.get("text"), str)
    }


def _objects(lines: Iterable[str | None]) -> Iterator[dict[str, object]]:
    for line in lines:
        try:
            told = _read((line or "").removeprefix("\ufeff"))
        except ValueError:
            continue  # it is told of when it is its turn to be screened
        if isinstance(told, dict):
            yield told


def _id_of(parent: object) -> str:
    return str(parent.get("id") if isinstance(parent, dict) else parent)


def read_lines(
    lines: Iterable[str | None],
    complain: Complain,
    below: dict[str, tuple[str, object]] | None = None,
) -> Iterator[Line]:
    """Yield the comments; `complain` is given a sentence for each line that is none.

    A parent is a text, or the id of a comment further up, or of one in `below`
    (`texts_of_parents`). What else of a line is wrong costs only itself. Blank lines are
    passed over; None is a line that was too long to be read.
    """
    met: dict[str, tuple[str, object]] = {}
    known = ChainMap(met, below or {})
    for number, written in enumerate(lines, 1):
        say = partial(_say, complain, number)
        if written is None:
            say("is too long to be a comment")
            continue
        # Some programs on Windows begin a file with a mark of its encoding.
        line = written.removeprefix("\ufeff") if number == 1 else written
        if not line.strip():
            continue
        try:
            one = _line(_read(line), known, say)
        except ValueError as error:
            say(str(error))
            continue
        if not _is_text(line):
            say("has bytes that are no UTF-8; it is screened with what can be read")
        one = replace(one, number=number)
        met.pop(str(one.id), None)
        met[str(one.id)] = one.text, one.labels.get("parent")
        if len(met) > _REMEMBERED:
            del met[next(iter(met))]
        yield one


def _say(complain: Complain, number: int, sentence: str) -> None:
    complain(f"line {number}: {sentence}")


def _is_text(line: str) -> bool:
    """Say whether every byte of a line could be read; the others stand for themselves."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        msg = "is no JSON"
        raise ValueError(msg) from error


def _line(told: object, known: Known, say: Complain) -> Line:
    if not isinstance(told, dict):
        msg = "is no object"
        raise ValueError(msg)  # noqa: TRY004 - a bad line, told as any other
    name, text = told.get("id"), told.get("text")
    if not isinstance(name, str | int) or isinstance(name, bool):
        msg = "its id is neither text nor a number"
        raise ValueError(msg)  # noqa: TRY004 - the same
    if not isinstance(text, str):
        msg = "its text is missing"
        raise ValueError(msg)  # noqa: TRY004 - the same
    language, product = (_optional(told, key, say) for key in ("lang", "page_product"))
    given = told.get("parent")
    # Some exports give a comment that answers none itself as its parent.
    parent = None if _id_of(given) == str(name) else _parent(given, known, say)
    above = () if parent is None else tuple(_above(given, known, str(name)))
    return Line(name, text, parent, language, product, told, above=above)


def _above(given: object, known: Known, name: str) -> Iterator[str]:
    """Yield what the parent of the comment `name` answers, the nearest first."""
    met = {name, _id_of(given)}
    for _ in range(_DEEPEST):
        itself = _id_of(given)
        given = given.get("parent") if isinstance(given, dict) else None
        if given is None and itself in known:
            given = known[itself][1]
        if (further := _id_of(given)) in met:
            return  # a thread that bites its tail
        met.add(further)
        text = _parent(given, known, _unheard)
        if text is None:
            return
        yield text


def _unheard(sentence: str) -> None:
    """Say nothing of a parent's parent: its own line does."""


def _parent(given: object, known: Known, say: Complain) -> str | None:
    """Return the text of a parent: given itself, or by the id of its comment."""
    if given is None:
        return None
    if isinstance(given, dict) and isinstance(given.get("text"), str):
        return str(given["text"])
    if (name := _id_of(given)) in known:
        return known[name][0]
    if not isinstance(given, str):
        say("its parent is neither a text nor the id of a line; it is screened without")
        return None
    if len(given.split()) == 1:
        say("its parent is the id of no line that was read, and taken for a text")
    return given


def _optional(told: Mapping[str, object], key: str, say: Complain) -> str | None:
    value = told.get(key)
    if value is None or isinstance(value, str):
        return value
    say(f"its {key} is no text; it is screened without")
    return None


def load_both(resources: Path) -> tuple[Lexicon, Assessor]:
    """Return the lexicons in `resources`, and the model beside them."""
    lexicon = load_lexicon(resources / "lexicons")
    return lexicon, load_assessor(resources, lexicon)


def load_assessor(resources: Path, lexicon: Lexicon) -> Assessor:
    """Return the model in `resources` beside a lexicon."""
    mandatory = {one.id for one in lexicon.concepts() if one.always_check}
    model = load_model(resources / "screening" / "model.bin")
    return Assessor(model, UNSCREENED.union(mandatory))


def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of everyday speech, which tell no product by themselves."""
    return lexicon.common.union(*(words for _, words in lexicon.telling))


def names_of(products: Iterable[str], common: Collection[str]) -> tuple[str, ...]:
    """Return of each product's name the first word that tells it, as the model looks for them.

    Every word that begins so counts as the product: so none of the `common` ones does.
    """
    words = ([one for one in words_of(product) if one not in common] for product in products)
    return tuple(found[0] for found in words if found and len(found[0]) >= _SHORTEST_NAME)


def told(line: Line, found: Assessment) -> dict[str, object]:
    """Return what the command line says about a line; the form is kept stable."""
    return {
        "id": line.id,
        "lang": line.language or found.language.value,
        "tier": found.tier.name.lower(),
        "score": round(found.score, 6),
        "categories": list(found.categories),
        "crisis": found.crisis,
        "spans": [
            {"start": one.start, "end": one.end, "kind": one.kind, "reason": one.reason}
            for one in found.spans
        ],
    }


def labelled(line: Line, found: Assessment) -> Labelled:
    """Return a line whose truth is known, beside what was found; ValueError where it is not."""
    crisis = line.labels.get("crisis", False)
    if not isinstance(crisis, bool):
        msg = f"line {line.number}: its crisis is neither true nor false"
        raise ValueError(msg)  # noqa: TRY004 - a bad line, told as any other
    return Labelled(
        language=line.spoken or found.language.value,
        truth=_truth(line),
        crisis=crisis,
        told=_told(line),
        trap=str(line.labels.get("trap") or ""),
        tier=Tier(found.tier),
        score=found.score,
        found=frozenset(found.categories),
        found_crisis=found.crisis,
    )


def _told(line: Line) -> str:
    """Return how a report is told; a word of one's own would count among neither."""
    told = line.labels.get("told") or ""
    if told not in {"", *_TOLD}:
        msg = f"line {line.number}: its told is none of {', '.join(_TOLD)}"
        raise ValueError(msg)
    return str(told)


def _truth(line: Line) -> frozenset[str]:
    """Return the categories of a line; a misspelt one would lower the recall without a word."""
    categories = line.labels.get("categories")
    if not isinstance(categories, list):
        msg = f"line {line.number}: its categories are missing"
        raise ValueError(msg)  # noqa: TRY004 - the same
    for name in categories:
        if name not in tuple(CATEGORIES):  # a list cannot be looked up
            msg = f"line {line.number}: {json.dumps(name)} is none of {', '.join(CATEGORIES)}"
            raise ValueError(msg)
    return frozenset(categories)
