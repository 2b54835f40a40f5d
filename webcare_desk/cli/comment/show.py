"""`comment show`: everything the desk knows of one comment."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.looked import look_at, look_beside
from webcare_desk.cli.show import (
    LINE,
    due,
    gist,
    json_option,
    plain,
    say,
    say_json,
    shortened,
    when,
)
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.comment import Comment, Move, Visibility
from webcare_desk.domain.finding import Finding
from webcare_desk.domain.inbox import Status

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.domain.escalation import PlanStep
    from webcare_desk.dossier import Dossier

#: What stands where nothing does.
_ERASED, _UNKNOWN = "(erased)", "(no name)"


@click.command()
@click.argument("number", type=NUMBER)
@json_option
@pass_terminal
def show(terminal: Terminal, number: int, *, as_json: bool) -> None:
    """Show comment NUMBER: thread, findings, steps, clocks, deliveries.

    That somebody looks is recorded, as in the window, also at the posts beside it that are told
    in full; a demo desk asks nobody.
    """
    from webcare_desk.dossier import dossier

    with terminal.looking() as (app, actor):
        look_at(app, number, actor)
        file = dossier(app.desk, app.protocol, number)
        look_beside(
            app, (post for post in file.thread if as_json or post.is_read_in(LINE)), actor, number
        )
        if as_json:
            say_json(file)
            return
        for part in (_head, _text, _hints, _reasons, _steps, _thread, _deliveries, _cases):
            for line in part(app, file):
                say(line)


def _head(app: "App", file: "Dossier") -> Iterator[str]:
    comment, work, now = file.comment, file.work, app.desk.clock()
    pv = "PV answers" if file.awaits_answer else "to PV"
    yield f"comment {comment.id}, {comment.remote_id} of {comment.source}"
    erased = app.desk.read.erasure_of(comment.id)
    if erased is not None:
        yield f"  erased      {when(erased.at)}, by request {erased.request}"
    yield f"  by          {_author(comment)}, {when(comment.posted_at)}"
    yield f"  in          {shortened(plain(comment.thread_title)) or _UNKNOWN}"
    for move in file.moves:
        yield f"  moved       {_way(move)}, {when(move.at)}"
    yield f"  stands      {work.queue.value}, {work.status.value}, {work.category.value}"
    yield f"  visible     {work.visibility.value}"
    is_running = work.queue.is_open or work.status is Status.ESCALATED
    reply_due, aware_due = (work.reply_due, work.aware_due) if is_running else (None, None)
    yield f"  reply due   {due(reply_due, now)}"
    yield f"  first seen  {when(work.aware_at)}; {pv} {due(aware_due, now)}"
    holder = work.claimed_by if work.claimed_until > now else None
    yield f"  claimed by  {_name(app, holder)}; assigned to {_name(app, work.assigned_to)}"
    if work.reason is not None:
        yield f"  closed for  {work.reason.value}"


def _way(move: Move) -> str:
    if move.ends is None:
        return "to answer another comment"
    was, now = (shortened(plain(end)) or _UNKNOWN for end in move.ends)
    return f"from {was} to {now}"


def _text(app: "App", file: "Dossier") -> Iterator[str]:
    del app
    yield ""
    yield _words(file.comment)
    yield ""
    for revision in file.revisions[:-1]:
        yield f"wording {revision.number}, until it was edited: {plain(revision.text)}"
    for finding in sorted(file.comment.screening.shown, key=lambda found: found.start):
        yield f"  {described(finding, file.comment.text)}"


def described(finding: Finding, text: str) -> str:
    """Return a finding in one line: where, the words, what it is evidence for, and how."""
    words = plain(" ".join(text[finding.start : finding.end].split()))
    place = f"{finding.start}–{finding.end}"
    what = " ".join(filter(None, (finding.mark.value, finding.concept)))
    contexts = ", ".join(sorted(finding.contexts))
    return f"{place:<10}“{words}”: {what}{f' ({contexts})' if contexts else ''}"


def _hints(app: "App", file: "Dossier") -> Iterator[str]:
    from webcare_desk.screening.hints import hints_in

    confirmed = app.desk.read.hints(file.comment.id)
    for hint in hints_in(file.comment.text):
        words = plain(" ".join(file.comment.text[hint.start : hint.end].split()))
        is_sure = "confirmed" if hint.kind in confirmed else "not confirmed"
        yield f"  hint {hint.kind.value}: “{words}”, {is_sure}; never passed on"


def _reasons(app: "App", file: "Dossier") -> Iterator[str]:
    from webcare_desk.protocol.evaluate import reasons

    for name, why in reasons(app.protocol, file.recommendation, app.settings.language):
        yield f"  rule {name}: {why}"
    if file.recommendation.templates:
        yield f"  templates: {', '.join(file.recommendation.templates)}"


def _steps(app: "App", file: "Dossier") -> Iterator[str]:
    for name in file.recommendation.plans:
        yield f"plan {name}"
        for number, step in enumerate(app.plans[name].steps, 1):
            title = step.title_in(app.settings.language)
            yield f"  {number}. {title} ({step.owner.value}, within {step.hours} h)"
            for each in file.steps:
                if each.key == (name, step.id):
                    yield f"     {step.id}: {_done(app, each)}"


def _done(app: "App", step: "PlanStep") -> str:
    """Return who did a step and when, or that nobody recorded it."""
    if step.done is None:
        return "not recorded"
    late = "late" if step.done.at > step.due_at else "in time"
    told = f": {plain(step.done.words)}" if step.done.words else ""
    return f"done {late} by {_name(app, step.done.by)}, {when(step.done.at)}{told}"


def _thread(app: "App", file: "Dossier") -> Iterator[str]:
    del app
    if len(file.thread) > 1:
        yield "thread"
    for post in file.thread if len(file.thread) > 1 else ():
        mark = "→" if post.id == file.comment.id else " "
        is_there = post.visibility is Visibility.VISIBLE
        author = _author(post) + ("" if is_there else f" ({post.visibility.value})")
        yield f" {mark} {post.id}  {author}: {shortened(_words(post))}"


def _deliveries(app: "App", file: "Dossier") -> Iterator[str]:
    for note in file.notes:
        yield f"note by {_name(app, note.author)}, {when(note.at)}: {plain(note.text)}"
    for sent in file.deliveries:
        problem = f" ({sent.problem})" if sent.problem else ""
        yield f"{sent.kind.value} {sent.id}: {sent.state.value}{problem} {gist(sent)}"


def _cases(app: "App", file: "Dossier") -> Iterator[str]:
    now = app.desk.clock()
    for case in file.escalations:
        answer = f", PV's number {plain(case.pv_reference)}" if case.pv_reference else ""
        waits = f", {due(case.due_at, now)}" if case.is_open and not file.awaits_answer else ""
        yield f"escalation {case.id}: {case.state.value}{answer}{waits}"


def _author(comment: Comment) -> str:
    return plain(comment.author_name) or (_ERASED if comment.is_erased else _UNKNOWN)


def _words(comment: Comment) -> str:
    return _ERASED if comment.is_erased else plain(comment.text)


def _name(app: "App", moderator: str | None) -> str:
    found = None if moderator is None else app.desk.read.moderator(moderator)
    return "nobody" if found is None else plain(found.name)
