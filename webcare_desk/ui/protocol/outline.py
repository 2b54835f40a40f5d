"""What the protocol asks for one comment: why, by when, in which steps. No widgets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from webcare_desk.actions import begins
from webcare_desk.app import App
from webcare_desk.casebook.awaiting import awaits_pv
from webcare_desk.casebook.plans import plan_of
from webcare_desk.domain.escalation import (
    Done,
    Escalation,
    EscalationPlan,
    EscalationState,
    PlanStep,
)
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.sla import Interval, Sla
from webcare_desk.domain.spans import HOUR, MINUTE
from webcare_desk.dossier import Dossier, channel_of, dossier
from webcare_desk.jobs.unanswered import last_alarm
from webcare_desk.protocol.evaluate import Recommendation, reasons, reply_counted
from webcare_desk.protocol.model import Protocol, words_in
from webcare_desk.protocol.nearest import Nearest, nearest
from webcare_desk.ui.protocol.done import done_steps
from webcare_desk.ui.rulebook.page import rule_anchor, step_anchor
from webcare_desk.ui.timeline.folding import every_entry

#: Examples of each kind: the templates below them must stay in sight.
_NEAR = 1


class Progress(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the pane shows it; `due` in UTC microseconds, None before day zero.

    `asks` is what must be there when it is done, `place` where it stands on the
    protocol's page. A person records a step of a plan without a way to PV: the one that is `to_record`.
    Escalating does the one that `escalates`.
    """

    title: str
    owner: Role
    deputy: Role
    due: int | None
    hours: int
    progress: Progress
    place: str = ""
    asks: tuple[str, ...] = ()
    done: Done | None = None
    to_record: PlanStep | None = None
    escalates: bool = False


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule that matched: its reason, and the words on which it stands."""

    reason: str
    words: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything the protocol pane shows of one comment.

    `counted` are the intervals that the reply's due time was counted over by `sla`,
    `templates` pairs of id and title, `at` the moment of reading. `near` are the
    examples that read alike, as long as somebody has to decide; `awaits_pv`: a word of PV is to come.
    """

    file: Dossier
    why: tuple[RuleLine, ...]
    steps: tuple[StepLine, ...]
    templates: tuple[tuple[str, str], ...]
    counted: tuple[Interval, ...]
    sla: Sla | None
    escalation: Escalation | None
    awaits_pv: bool
    names: Mapping[str, str]
    at: int
    near: Nearest


def read_outline(app: App, comment: int, language: str) -> Outline:
    """Return the outline of a comment; the first one loads protocol and holidays."""
    protocol, file = app.protocol, dossier(app.desk, app.protocol, comment)
    found = file.recommendation
    counted, sla = _counted(protocol, file)
    escalation = file.escalations[-1] if file.escalations else None
    begun = _with_plan(app, escalation)
    return Outline(
        file=file,
        why=_why(protocol, file, language),
        steps=_alarmed(
            app,
            file,
            _steps(begun, file, escalation, _done(app, begun, escalation), language),
        ),
        templates=() if file.comment.is_erased else _templates(found, protocol, language),
        counted=counted,
        sla=sla,
        escalation=escalation,
        awaits_pv=escalation is not None and awaits_pv(app.desk.read, escalation),
        names={person.id: person.name for person in app.desk.read.moderators()},
        at=app.desk.clock(),
        near=_near(protocol, file),
    )


def _templates(
    found: Recommendation, protocol: Protocol, language: str
) -> tuple[tuple[str, str], ...]:
    titles = {name: words_in(each.title, language) for name, each in protocol.templates.items()}
    return tuple((name, titles[name]) for name in found.templates if name in titles)


def _near(protocol: Protocol, file: Dossier) -> Nearest:
    if not file.work.queue.is_open or file.comment.own:
        return Nearest((), ())
    rules, comment = file.recommendation.rules, file.comment
    return nearest(protocol, comment.text, comment.language, rules=rules or None, count=_NEAR)


def _why(protocol: Protocol, file: Dossier, language: str) -> tuple[RuleLine, ...]:
    spans, text = dict(file.recommendation.why), file.comment.text
    return tuple(
        RuleLine(
            reason,
            tuple(dict.fromkeys(text[start:end] for start, end in spans.get(rule, ()))),
            rule_anchor(rule),
        )
        for rule, reason in reasons(protocol, file.recommendation, language)
    )


def _counted(protocol: Protocol, file: Dossier) -> tuple[tuple[Interval, ...], Sla | None]:
    """Return the intervals behind the reply's due time, where the rules still explain it."""
    found: Recommendation = file.recommendation
    if found.sla is None or file.work.reply_due is None:
        return (), None
    channel = channel_of(protocol, file.comment)
    counted = reply_counted(protocol, found, file.reply_from, channel)
    # Other words were read a moment before they were kept.
    if not counted or abs(counted[-1][1] - file.work.reply_due) > MINUTE:
        return (), None
    return counted, protocol.sla_of(found.sla, channel)


def _with_plan(app: App, escalation: Escalation | None) -> Protocol:
    """Return the protocol in force with the plan by which an escalation goes, under its name."""
    protocol = app.protocol
    plan = None if escalation is None else plan_of(app.desk.read, app.folder, protocol, escalation)
    if escalation is None or plan is None:
        return protocol
    return replace(protocol, plans={**protocol.plans, escalation.plan: plan})


def _done(app: App, protocol: Protocol, escalation: Escalation | None) -> Mapping[int, Done]:
    plan = None if escalation is None else protocol.plans.get(escalation.plan)
    if escalation is None or plan is None:
        return {}
    about = every_entry(app.desk.read, escalation.comment)
    return done_steps(about, escalation.id, len(plan.steps))


def _steps(
    protocol: Protocol,
    file: Dossier,
    escalation: Escalation | None,
    done: Mapping[int, Done],
    language: str,
) -> tuple[StepLine, ...]:
    """Return the steps of every recommended plan, and how far the escalation's has come."""
    plans = [protocol.plans[name] for name in file.recommendation.plans if name in protocol.plans]
    escalated = None if escalation is None else protocol.plans.get(escalation.plan)
    if escalated is not None:
        # PV hears of a comment by one plan: another one that forwards is not begun any more.
        plans = [plan for plan in plans if not plan.forwards or plan is escalated]
        plans += [] if escalated in plans else [escalated]
    lines: list[StepLine] = []
    for plan in plans:
        if escalation is not None and plan is escalated:
            begun = _of_plan(plan, escalation.aware_at, escalation, language)
            lines += (replace(line, done=done.get(index)) for index, line in enumerate(begun))
        elif plan.forwards:
            begun = _of_plan(plan, file.work.aware_at, None, language)
            lines += (replace(line, escalates=line.progress is Progress.NOW) for line in begun)
        else:
            lines += _beside_pv(plan, file, language)
    return tuple(lines)


def _beside_pv(plan: EscalationPlan, file: Dossier, language: str) -> Iterator[StepLine]:
    """Yield the steps of a plan that leads to no packet: a person records each, in any order."""
    steps = [each for each in file.steps if each.plan == plan.id]
    first = next((each for each in steps if each.done is None), None)
    for line, each in zip(_of_plan(plan, None, None, language), steps, strict=True):
        if each.done is not None:
            yield replace(line, due=each.due_at, progress=Progress.DONE, done=each.done)
        else:
            due = None if file.work.aware_at is None else each.due_at
            progress = Progress.NOW if each is first else Progress.NEXT
            yield replace(line, due=due, progress=progress, to_record=each)


def _alarmed(app: App, file: Dossier, steps: tuple[StepLine, ...]) -> tuple[StepLine, ...]:
    """Return the steps with the one that is not done at whom the last alarm about it has reached."""
    since = begins(app.desk.read, file.comment, file.work)
    last = last_alarm(app.desk.read, file.comment.id, since)
    if last is None or not file.steps or file.work.queue is Queue.DONE:
        return steps
    about, to = last[:2], last[2]
    return tuple(
        replace(each, owner=to) if each.to_record and each.to_record.key == about else each
        for each in steps
    )


def _of_plan(
    plan: EscalationPlan, aware_at: int | None, escalation: Escalation | None, language: str
) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(
            title=step.title_in(language),
            owner=step.owner
            if escalation is None or index != escalation.step
            else escalation.owner,
            deputy=step.deputy,
            due=None if aware_at is None else aware_at + step.hours * HOUR,
            hours=step.hours,
            progress=_progress(index, escalation),
            place=step_anchor(plan.id, step.id),
            asks=tuple(words_in(asked, language) for asked in step.evidence),
        )
        for index, step in enumerate(plan.steps)
    )


def _progress(index: int, escalation: Escalation | None) -> Progress:
    now = 0 if escalation is None else escalation.step
    is_over = escalation is not None and escalation.state is not EscalationState.OPEN
    if is_over or index < now:
        return Progress.DONE
    return Progress.NOW if index == now else Progress.NEXT
