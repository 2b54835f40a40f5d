"""From a comment and its findings to the safety case that PV receives.

Pure. Nothing is decided here: a criterion is present where the text shows it
and unclear where it does not, never absent, because the machine reads worse
than PV. The whole wording travels along, so nothing can be left out.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from webcare_desk.domain.comment import Comment
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.finding import Category, Context, Finding, Mark
from webcare_desk.domain.icsr import Awareness, SafetyCase, Snapshot, ThreadPost
from webcare_desk.domain.intake import spelled

_NOT_TOLD = frozenset({Context.NEGATED, Context.HYPOTHETICAL, Context.BENEFIT})
_SITUATIONS = {situation.value: situation for situation in Situation}
_TELLING = frozenset(
    {Category.ADVERSE_EVENT} | {category for category in Category if category.value in _SITUATIONS}
)
#: What names no effect: "since that pen", by which somebody blames a drug, and parts of the body.
FAINT: Final = frozenset({"blamed", "body"})
#: Concepts whose words may point to seriousness (E.i.3.2); the words alone are kept.
_SERIOUS = frozenset({"death", "hospital", "serious"})
_WORTH_A_LOOK = _TELLING | {Category.CRISIS, Category.QUALITY, Category.OTHER_SAFETY}


def case_of(  # noqa: PLR0913 - the fields of a case, each named at the call
    *,
    comment: Comment,
    thread: Sequence[Comment],
    in_thread: int,
    reference: str,
    aware_at: int,
    recognised_at: int,
    due_at: int,
    recognised_by: str,
    protocol: str,
) -> SafetyCase:
    """Return the case of `comment` in its `thread`, frozen at `recognised_at`.

    Times are UTC microseconds; `aware_at` is the first view, day zero.
    `recognised_by` is a printed name, `protocol` is `id@version`. The thread
    may hold the comment itself or not; it is in the case once, and marked. `in_thread`
    is how many posts it has; of a long one not all of them are in `thread`.
    """
    findings = sorted(comment.screening.findings, key=lambda found: (found.start, found.end))
    times = Awareness(comment.posted_at, comment.ingested_at, aware_at, recognised_at)
    return SafetyCase(
        reference=reference,
        snapshot=_snapshot(comment, thread, in_thread, recognised_at),
        awareness=times,
        due_at=due_at,
        criteria=_criteria(findings, comment.author_name),
        situations=_situations(findings),
        products=_words(comment.text, _of(findings, Mark.PRODUCT)),
        event_words=_words(comment.text, _event_words(findings)),
        recognised_by=recognised_by,
        protocol=protocol,
        serious_words=_words(
            comment.text, (found for found in findings if found.concept in _SERIOUS)
        ),
    )


def _snapshot(
    comment: Comment, thread: Sequence[Comment], in_thread: int, taken_at: int
) -> Snapshot:
    others = [post for post in thread if post.id != comment.id]
    posts = sorted([*others, comment], key=lambda post: (post.posted_at, post.id))
    return Snapshot(
        source=comment.source,
        remote_id=comment.remote_id,
        link=comment.link,
        author=comment.author_name,
        text=comment.text,
        language=comment.screening.spoken.value,
        revision=comment.revision,
        taken_at=taken_at,
        thread_title=comment.thread_title,
        thread=tuple(
            ThreadPost(post.author_name, post.text, post.posted_at, post.id == comment.id)
            for post in posts
        ),
        posts_in_thread=in_thread if in_thread > len(posts) else None,
        visibility=comment.visibility,
    )


def _criteria(findings: Sequence[Finding], author: str) -> tuple[tuple[Criterion, Evidence], ...]:
    """Return all four criteria (GVP VI.B.2) with the spans that show them."""
    products = _spans(_of(findings, Mark.PRODUCT))
    persons = _spans(_of(findings, Mark.PERSON))
    # No product named: the page's own. A reporter without a qualification: a consumer.
    product = Evidence(_presence(products), products, defaulted=not products)
    reporter = Evidence(_presence(author.strip()), defaulted=True)
    return (
        (Criterion.PATIENT, Evidence(_presence(persons), persons)),
        (Criterion.REPORTER, reporter),
        (Criterion.PRODUCT, product),
        (Criterion.EVENT, _event(findings)),
    )


def _event(findings: Sequence[Finding]) -> Evidence:
    """Answer from what is said to be so; what is denied, or faint, alone is shown, and leaves it unclear."""
    events = [found for found in findings if _is_event(found)]
    said = _said(events)
    is_named = any(found.category in _TELLING and found.concept not in FAINT for found in said)
    return Evidence(_presence(is_named), _spans(said or events))


def _event_words(findings: Sequence[Finding]) -> list[Finding]:
    """Return the events that are told and named; where there are none, the others that are said.

    What is denied is no reaction (E.i); its words stand with the criterion.
    """
    said = _said(found for found in findings if _is_event(found))
    told = [found for found in said if found.category in _TELLING]
    return [found for found in told if found.concept not in FAINT] or told or said


def _said(events: Iterable[Finding]) -> list[Finding]:
    return [found for found in events if not found.contexts & _NOT_TOLD]


def _situations(findings: Iterable[Finding]) -> tuple[Situation, ...]:
    """Return the special situations told, in the order of the enumeration."""
    told = {_situation_name(found) for found in findings if not found.contexts & _NOT_TOLD}
    return tuple(situation for name, situation in _SITUATIONS.items() if name in told)


def _situation_name(found: Finding) -> str:
    """Return the concept where it is a situation itself, else the category."""
    if found.concept in _SITUATIONS or found.category is None:
        return found.concept
    return found.category.value


def _is_event(found: Finding) -> bool:
    return found.mark is Mark.EVENT and found.category in _WORTH_A_LOOK


def _of(findings: Iterable[Finding], mark: Mark) -> list[Finding]:
    return [found for found in findings if found.mark is mark]


def _presence(shown: object) -> Presence:
    return Presence.PRESENT if shown else Presence.UNCLEAR


def _spans(findings: Iterable[Finding]) -> tuple[tuple[int, int], ...]:
    """Return each span once; two findings may stand on the same words."""
    return tuple(dict.fromkeys((found.start, found.end) for found in findings))


def _words(text: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the words of the findings as first spelled, each once: capitals make no second drug."""
    words = [text[found.start : found.end] for found in findings]
    first = {spelled(word): word for word in reversed(words)}
    return tuple(word for word in dict.fromkeys(words) if word and first[spelled(word)] == word)
