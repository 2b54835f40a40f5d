"""The history of every case as one static page: no script, nothing from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from tempfile import TemporaryFile
from typing import IO

from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.reports.case_file import CaseFile, Cover
from webcare_desk.reports.frame import definitions, head
from webcare_desk.reports.plain import escaped, marked
from webcare_desk.reports.sentences import Change, Step, moment

#: How much of the cases is read at once, in characters.
_PART = 1_000_000
_LEAD = (
    "What the desk recorded, as sentences. Where something that stood there was replaced, the step "
    "is marked “changed” and shows the value before and after. This page is for reading; the proof "
    "is in the entries, which the verifier beside it checks."
)


def page(
    cover: Cover, cases: Iterable[CaseFile], others: Iterable[Step], style: str
) -> Iterator[str]:
    """Yield the page: a cover, a list of the cases, each case, and all other entries.

    Without a case, each entry says which comment it is about. Only one case is held at a
    time: what is written of them waits in a file for the list that comes before it.
    """
    title = f"Case {cover.comment}" if cover.comment else "The log of the desk"
    yield head(title, style)
    yield f"<header><h1>{escaped(title)}</h1>\n<p class=lead>{_LEAD}</p>\n{_facts(cover)}</header>\n"
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="") as told:
        listed = [_set_down(case, told) for case in cases]
        yield from _contents(listed)
        told.seek(0)
        yield from iter(partial(told.read, _PART), "")
    yield from _others(others, "Entries that belong to no case" if listed else "What was done")
    yield f"<footer>Made by Webcare Desk {escaped(cover.build)}.</footer>\n</body>\n</html>\n"


def _facts(cover: Cover) -> str:
    facts = [
        ("Log", cover.origin),
        ("Entries", f"{cover.shown} of {cover.size} are shown"),
        ("Merkle root", cover.root),
        ("Public key", cover.key),
        ("Exported", f"{moment(cover.made_at)} by {cover.made_by}"),
        *(("Only", chosen) for chosen in cover.filters),
    ]
    return definitions(facts)


def _set_down(case: CaseFile, told: IO[str]) -> str:
    """Write a case, and return its line in the list of the cases."""
    told.writelines(_case(case))
    number, words = case.comment.id, " ".join(case.words(case.wordings[0].text).split())[:90]
    states = ", ".join(each.state.value for _, each in case.escalations) or "–"
    return (
        f'<tr><td><a href="#case-{number}">{number}</a><td>{escaped(words)}'
        f"<td>{len(case.steps)}<td>{case.changes}<td>{escaped(states)}</tr>\n"
    )


def _contents(listed: Sequence[str]) -> Iterator[str]:
    if not listed:
        return
    yield "<nav><table><thead><tr><th>Case<th>First words<th>Steps<th>Changed<th>To PV</tr></thead>\n"
    yield from listed
    yield "</table></nav>\n"


def _case(case: CaseFile) -> Iterator[str]:
    comment = case.comment
    yield f'<article id="case-{comment.id}"><h2>Case {comment.id}</h2>\n'
    yield definitions(
        [
            ("Written by", case.words(comment.author_name)),
            ("Where", f"{comment.source} · {comment.thread_title or comment.thread}"),
            ("Link", comment.link or "–"),
            ("Posted", moment(comment.posted_at)),
            ("Came in", moment(comment.ingested_at)),
            ("Identity", comment.uid),
        ]
    )
    yield "<h3>The comment, in every wording</h3>\n"
    yield from _wordings(case)
    yield from _sayings(case)
    yield from _escalations(case)
    yield from _signatures(case)
    yield "<h3>What was done</h3>\n<ol class=steps>\n"
    yield from map(_step, case.steps)
    yield "</ol></article>\n"


def _wordings(case: CaseFile) -> Iterator[str]:
    before = None
    for wording in case.wordings:
        seen = moment(wording.seen_at)
        text = case.words(wording.text)
        if before is None:
            yield _quote(f"Wording 1, seen {seen}", escaped(text))
        else:
            caption = f"Wording {wording.number}, seen {seen}"
            yield _quote(caption, marked(before, text), is_change=True)
        before = text


def _quote(caption: str, body: str, kind: str = "", *, is_change: bool = False) -> str:
    mark = _MARK if is_change else ""
    return (
        f"<figure><figcaption>{escaped(caption)}{mark}</figcaption>"
        f"<blockquote class={kind or 'text'}>{body}</blockquote></figure>\n"
    )


_MARK = "<span class=changed>changed</span>"


def _sayings(case: CaseFile) -> Iterator[str]:
    replies = [each for each in case.deliveries if each[1].kind is DeliveryKind.REPLY]
    if replies:
        yield "<h3>Replies</h3>\n"
    for who, reply in replies:
        caption = f"{who}, {moment(reply.queued_at)}, {reply.state.value}"
        yield _quote(caption, escaped(case.words(reply.body)), "reply")
    if case.notes:
        yield "<h3>Private notes</h3>\n"
    for who, at, text in case.notes:
        yield _quote(f"{who}, {moment(at)}", escaped(case.words(text)), "note")


def _escalations(case: CaseFile) -> Iterator[str]:
    for reference, each in case.escalations:
        yield "<h3>Escalation to pharmacovigilance</h3>\n"
        yield definitions(
            [
                ("Reference", reference),
                ("State", each.state.value),
                ("First viewed", moment(each.aware_at)),
                ("Recognised", moment(each.recognised_at)),
                ("Due", moment(each.due_at)),
                ("Reference of PV", each.pv_reference or "–"),
            ]
        )


def _signatures(case: CaseFile) -> Iterator[str]:
    if case.signatures:
        yield "<h3>Signatures</h3>\n"
    for lines in case.signatures:
        yield "<blockquote>" + "\n".join(map(escaped, lines)) + "</blockquote>\n"


def _others(steps: Iterable[Step], heading: str) -> Iterator[str]:
    opened = False
    for step in steps:
        if not opened:
            yield f"<article><h2>{heading}</h2>\n<ol class=steps>\n"
            opened = True
        yield _step(step)
    if opened:
        yield "</ol></article>\n"


def _step(step: Step) -> str:
    replaced = "".join(_replaced(change) for change in step.changes if change.is_change)
    mark = _MARK if step.is_change else ""
    reason = f"<div class=by>Reason: {escaped(step.reason)}</div>" if step.reason else ""
    return (
        f"<li><time>{moment(step.at)}</time><div>{escaped(step.sentence)}{mark} "
        f"<span class=seq>{escaped(' · '.join(step.beside))}</span>{reason}"
        f"{f'<ul class=values>{replaced}</ul>' if replaced else ''}{_written(step)}</div></li>\n"
    )


def _replaced(change: Change) -> str:
    return (
        f"<li>{escaped(change.what)}: <del>{escaped(change.old)}</del> → "
        f"<ins>{escaped(change.shown)}</ins></li>"
    )


def _written(step: Step) -> str:
    """Return what was written where nothing stood before, in one paragraph."""
    first = [
        f"{escaped(change.what)} <b>{escaped(change.shown)}</b>"
        for change in step.changes
        if not change.is_change
    ]
    return f"<div class=written>{' · '.join(first)}</div>" if first else ""
