"""The sections of the report, each a few blocks of lines.

Imported when first needed (`reportlab`).
"""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from webcare_desk.domain.escalation import Criterion, Evidence
from webcare_desk.domain.filing import DayZero
from webcare_desk.domain.icsr import SafetyCase, ThreadPost
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.block import Block, Cell, Line, Look, row
from webcare_desk.pv.edition import Edition, Later
from webcare_desk.pv.labels import (
    answer_label,
    ask_label,
    criterion_label,
    label,
    language_label,
    presence_label,
    situation_label,
)
from webcare_desk.pv.moment import city, local, utc
from webcare_desk.pv.narrative import basis
from webcare_desk.pv.pages import ACCENT, GREY, INNER
from webcare_desk.pv.typeset import BOLD, ITALIC, Face

TEXT = Face()
_STRONG = Face(BOLD)
_NOTE = Face(ITALIC, 8.0, "#5d6f78")
_BOXED = Look(fill="#f1f7f6", bar=ACCENT, pad=10)
_QUIET = Look(fill="#f7f8f9", pad=7)
_SUBJECT = Look(fill="#fdf6e8", bar="#d08a1d", pad=7)
_LABELS = 46 * mm
_LONG = 1000


def sections(
    case: SafetyCase, head: str, language: str, edition: Edition
) -> Iterator[list[Flowable]]:
    """Yield the report's sections in order, the signed head last."""
    yield _heading(case, language, edition)
    if edition.later is not None:
        yield _news(case, edition, edition.later, language)
    yield _clocks(case, language)
    yield _original(case, language)
    yield _criteria(case, language)
    yield _findings(case, language)
    yield _thread(case, language)
    yield _head(head, language)


def _heading(case: SafetyCase, language: str, edition: Edition) -> list[Flowable]:
    title = Face(BOLD, 15, ACCENT)
    lines = [
        *row(Cell(label("title", language), 0, INNER, title)),
        *row(Cell(label("subtitle", language), 0, INNER, Face(size=9.5, colour="#5d6f78"))),
        *row(Cell("", 0, INNER, GREY)),
        *_field("reference", case.reference, language, face=Face(BOLD, 10.5)),
        *_named(*edition.number(language)),
        *_field("by", case.recognised_by, language),
        *_field("protocol", case.protocol, language),
    ]
    return [Block(lines)]


def _news(case: SafetyCase, edition: Edition, later: Later, language: str) -> list[Flowable]:
    """Return what a later version is and says, above the case that it is about."""
    title = row(Cell(later.title(language), 4, INNER - 28, Face(BOLD, 12, ACCENT)))
    told = (
        line
        for name, text in edition.news(later, language, case.zone)
        for line in (*row(Cell(name, 4, INNER - 28, GREY)), *row(Cell(text, 4, INNER - 28, TEXT)))
    )
    why = row(Cell(label("as-frozen", language), 0, INNER, _NOTE))
    return [Block([*title, *told], _SUBJECT), Spacer(1, 2 * mm), Block(why)]


def _clocks(case: SafetyCase, language: str) -> list[Flowable]:
    times = case.awareness
    clocks = (
        ("posted", times.posted_at, DayZero.POSTED),
        ("ingested", times.ingested_at, DayZero.INGESTED),
        ("viewed", times.first_viewed_at, DayZero.FIRST_VIEWED),
        ("recognised", times.recognised_at, DayZero.RECOGNISED),
        ("due", case.due_at, None),
    )
    lines = _columns(("", "UTC", city(case.zone)), _CLOCKS, GREY)
    for key, at, policy in clocks:
        is_zero = policy is case.day_zero
        name = label(key, language) + (f" ({label('day-zero', language)})" if is_zero else "")
        shown = (name, utc(at, language), local(at, language, case.zone))
        lines += _columns(shown, _CLOCKS, _STRONG if is_zero or policy is None else TEXT)
    return [*_title("clocks", language), Block(lines)]


def _original(case: SafetyCase, language: str) -> list[Flowable]:
    snapshot = case.snapshot
    about = (
        ("author", snapshot.author),
        ("language", language_label(snapshot.language, language)),
        ("source", snapshot.source),
        ("post-id", snapshot.remote_id),
        ("link", snapshot.link or "—"),
        ("revision", str(snapshot.revision)),
        ("taken", utc(snapshot.taken_at, language)),
    )
    lines = [line for key, text in about for line in _field(key, text, language)]
    verbatim = row(Cell(snapshot.text, 4, INNER - 28, Face(size=10)))
    return [
        *_title("original", language),
        Block(verbatim, _BOXED),
        Spacer(1, 2 * mm),
        Block(lines),
    ]


def _criteria(case: SafetyCase, language: str) -> list[Flowable]:
    names = tuple(label(key, language) for key in ("criterion", "answer", "words", "basis"))
    head = _columns(names, _CRITERIA, GREY)
    rows = [
        line
        for criterion, evidence in case.criteria
        for line in _columns(_criterion(case, criterion, evidence, language), _CRITERIA, TEXT)
    ]
    return [*_title("criteria", language), Block([*head, *rows], head=len(head))]


def _criterion(
    case: SafetyCase, criterion: Criterion, evidence: Evidence, language: str
) -> tuple[str, ...]:
    words = (f"“{case.snapshot.text[start:end]}”" for start, end in evidence.spans)
    marked = evidence.defaulted or evidence.spans
    return (
        criterion_label(criterion, language),
        presence_label(evidence.presence, language),
        ", ".join(words) or "—",
        basis(criterion, evidence, language) if marked else "—",
    )


def _findings(case: SafetyCase, language: str) -> list[Flowable]:
    none = label("not-found", language)
    situations = [situation_label(found, language) for found in case.situations]
    lines = [
        *_field("situations", ", ".join(situations) or label("none", language), language),
        *_field("products", ", ".join(f"“{word}”" for word in case.products) or none, language),
        *_field("events", ", ".join(f"“{word}”" for word in case.event_words) or none, language),
        *_added(case, language),
        *_field("remark", case.remark or label("no-remark", language), language),
    ]
    return [Block(lines)]


def _added(case: SafetyCase, language: str) -> list[Line]:
    """Return the answers of the form, and the cases that may be the same one."""
    lists = (("serious", case.serious_words), ("linked", case.linked))
    told = [
        (label(key, language), ", ".join(f"“{word}”" for word in words))
        for key, words in lists
        if words
    ]
    told += [
        (ask_label(Ask(ask), language), answer_label(Ask(ask), answer, language))
        for ask, answer in case.details
        if answer
    ]
    return [line for name, text in told for line in _named(name, text)]


def _named(name: str, text: str) -> list[Line]:
    return row(Cell(name, 0, _LABELS - 8, GREY), Cell(text, _LABELS, INNER - _LABELS, TEXT))


def _thread(case: SafetyCase, language: str) -> list[Flowable]:
    title = case.snapshot.thread_title
    lines = row(Cell(title, 0, INNER, _STRONG))
    if (cut := case.snapshot.cut_at) is not None:
        lines += row(Cell(label("thread-cut", language).format(*cut), 0, INNER, TEXT))
    flowables = [*_title("thread", language), Block(lines)]
    for post in case.snapshot.thread:
        look = _SUBJECT if post.is_subject else _QUIET
        flowables += [Spacer(1, 1.5 * mm), Block(_post(case, post, language), look)]
    return flowables


def _post(case: SafetyCase, post: ThreadPost, language: str) -> list[Line]:
    above = post.is_subject and post.text == case.snapshot.text and len(post.text) > _LONG
    text = label("above", language) if above else post.text
    mark = f"{label('subject', language)} · " if post.is_subject else ""
    about = f"{mark}{post.author} · {utc(post.posted_at, language)}"
    return [*row(Cell(about, 0, INNER - 14, GREY)), *row(Cell(text, 0, INNER - 14, TEXT))]


def _head(head: str, language: str) -> list[Flowable]:
    lines = row(Cell(head.rstrip("\n"), 0, INNER - 20, Face(size=8)))
    why = row(Cell(label("head-why", language), 0, INNER, _NOTE))
    return [*_title("head", language), Block(lines, _BOXED), Spacer(1, 2 * mm), Block(why)]


def _title(key: str, language: str) -> list[Flowable]:
    """Return a section's title, never alone at the foot of a page."""
    lines = row(Cell(label(key, language), 0, INNER, Face(BOLD, 10.5, ACCENT)))
    return [CondPageBreak(24 * mm), Block(lines), Spacer(1, 1.5 * mm)]


def _field(key: str, text: str, language: str, face: Face = TEXT) -> list[Line]:
    name = Cell(label(key, language), 0, _LABELS - 8, GREY)
    return row(name, Cell(text, _LABELS, INNER - _LABELS, face))


_CLOCKS = (46 * mm, 58 * mm, INNER - 104 * mm)
_CRITERIA = (28 * mm, 26 * mm, INNER - 98 * mm, 44 * mm)


def _columns(texts: tuple[str, ...], widths: tuple[float, ...], face: Face) -> list[Line]:
    starts = [sum(widths[:place]) for place in range(len(widths))]
    cells = zip(texts, starts, widths, strict=True)
    return row(*(Cell(text, x, width - 6, face) for text, x, width in cells), ruled=True)
