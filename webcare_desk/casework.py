"""What happens when a person works on a comment: look, escalate, close, answer.

The window and the commands both go through here; each change is an action of `Desk.perform`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from webcare_desk import actions
from webcare_desk.actions.base import NOWHERE
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.escalation import (
    Criterion,
    EscalationPlan,
    Evidence,
    PlanStep,
    Situation,
)
from webcare_desk.domain.filing import Filing
from webcare_desk.domain.finding import Category
from webcare_desk.domain.given_name import given_name
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.identity import new_uid, short_number
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.intake import implied
from webcare_desk.domain.moderator import Actor, is_followed
from webcare_desk.domain.plan import forward_step
from webcare_desk.domain.quality import Check
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.domain.spans import HOUR
from webcare_desk.dossier import Dossier, channel_of, dossier, recommended
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.evaluate import Recommendation, as_called, plan_for, reply_due
from webcare_desk.protocol.follow import followed
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.template import Filled, compose
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads


def view(
    desk: Desk, protocol: Protocol, comment: int, by: Actor, beside: int | None = None
) -> Work:
    """Record that a person looks at a comment, and start the awareness clock."""
    work = desk.read.work(comment)
    may_be_one = work is not None and actions.needs_decision(work)
    within = _forward_within(desk, protocol, comment) if may_be_one else None
    return desk.perform(actions.Open(comment, within, beside), by)


def see(
    desk: Desk, protocol: Protocol, comments: Iterable[int], by: Actor, beside: int | None = None
) -> None:
    """Record a look at comments that stand in full elsewhere than on their own screen.

    At each that nobody has seen yet, for that is day zero; of a guest at every one. `beside` is
    the comment on whose screen they stand.
    """
    for number in comments:
        work, found = desk.read.work(number), desk.read.comment(number)
        if work is None or found is None or found.own or found.is_erased or number == beside:
            continue
        if is_followed(by.role) or _is_unseen(desk.read, work):
            view(desk, protocol, number, by, beside)


def _is_unseen(read: Reads, work: Work) -> bool:
    """Say whether day zero, or PV's clock for words that came later, begins with the next look."""
    is_told = work.aware_due is None and bool(read.escalations_of(work.comment))
    is_news = is_told and work.queue.is_open and actions.owes_decision(read, work)
    return work.aware_at is None or is_news


def _forward_within(desk: Desk, protocol: Protocol, comment: int | None) -> int | None:
    """Return how long PV may wait for a comment from day zero on, in microseconds."""
    plan = plan_for(protocol, None if comment is None else desk.read.plan_of(comment))
    return None if plan is None else forward_step(plan)[1].hours * HOUR


def case_for(desk: Desk, protocol: Protocol, comment: int, by: Actor, uid: str) -> SafetyCase:
    """Return the case as the form shows it: filled from the findings' spans."""
    from webcare_desk.pv.intake import case_of  # only an escalation needs pv

    file = dossier(desk, protocol, comment)
    _, step = forward_step(_plan(desk, protocol, comment))
    at, known = desk.clock(), actions.day_zero(desk.read, file.work)
    aware_at = at if known is None else known
    person = desk.read.moderator(by.moderator)
    return case_of(
        comment=file.comment,
        thread=file.thread,
        in_thread=desk.read.thread_size(comment),
        reference=reference(protocol, uid),
        aware_at=aware_at,
        recognised_at=at,
        due_at=aware_at + step.hours * HOUR,
        recognised_by=by.moderator if person is None else person.name,
        protocol=f"{protocol.id}@{protocol.version}",
    )


def reference(protocol: Protocol, uid: str) -> str:
    """Return the number of a new case, `CC-PROTOCOL-number`; C.1.1 ends in it, without punctuation.

    A case keeps the one that was frozen with it.
    """
    return f"{protocol.country}-{protocol.id.upper()}-{short_number(uid)}"


def _plan(desk: Desk, protocol: Protocol, comment: int) -> EscalationPlan:
    if (plan := plan_for(protocol, desk.read.plan_of(comment))) is None:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The protocol has no plan that forwards to PV; phone or mail them now."
        )
        raise RefusedError(Said.of(msg))
    return plan


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said on the form of the wording `revision`; None leaves what the text shows."""

    criteria: tuple[tuple[Criterion, Evidence], ...] | None = None
    situations: tuple[Situation, ...] | None = None
    remark: str = ""
    products: tuple[str, ...] | None = None
    event_words: tuple[str, ...] | None = None
    details: tuple[tuple[str, str], ...] = ()
    linked: tuple[str, ...] = ()
    filing: Filing = field(default_factory=Filing)
    revision: int | None = None


def decided(case: SafetyCase, said: Decision) -> SafetyCase:
    """Return a case with what the moderator said of it, of the criteria too or by other answers."""
    made = replace(
        case,
        situations=case.situations if said.situations is None else said.situations,
        products=case.products if said.products is None else said.products,
        event_words=case.event_words if said.event_words is None else said.event_words,
        remark=said.remark,
        details=said.details,
        linked=said.linked,
        day_zero=said.filing.day_zero,
        zone=said.filing.parties.zone,
    )
    return replace(made, criteria=implied(made) if said.criteria is None else said.criteria)


def escalate(
    desk: Desk, protocol: Protocol, comment: int, by: Actor, decision: Decision | None = None
) -> int:
    """Hand a comment to PV with its frozen case; return the escalation's id."""
    from webcare_desk.pv.e2b.cases import case_batch, sheet_of
    from webcare_desk.pv.e2b.rules import Profile
    from webcare_desk.pv.packet import to_json  # only an escalation needs pv

    said = decision or Decision()
    uid = new_uid(desk.clock())
    case = decided(case_for(desk, protocol, comment, by, uid), said)
    filed = actions.filed_as(desk.read, case.linked)
    batch = case_batch(case, Profile.INTAKE, parties=said.filing.parties, filed=filed)
    index, step = forward_step(plan := _plan(desk, protocol, comment))
    action = actions.Escalate(
        comment=comment,
        uid=uid,
        plan=Name(plan.id),
        step=index,
        owner=step.owner,
        aware_at=case.awareness.first_viewed_at,
        due_at=case.due_at,
        case=to_json(case, "").decode("ascii"),
        criteria=case.criteria,
        situations=case.situations,
        sheet=sheet_of(batch),
        tells_quality=actions.tells_quality(said.filing, desk.read, comment, case.situations),
        made_under=Digest(protocol.digest),
        revision=said.revision or case.snapshot.revision,
    )
    return desk.perform(action, by)


def classify(  # noqa: PLR0913, PLR0917 - what is said, of what, by whom and why
    desk: Desk,
    protocol: Protocol,
    comment: int,
    category: Category,
    by: Actor,
    why: Why | None = None,
) -> None:
    """Say what a comment is; the protocol's rule for it gives queue and clock.

    A crisis or a possible report that is called something less grave needs a reason.
    """
    asked, due = _asked(desk, protocol, comment, category)
    reason, words = (None, "") if why is None else (why.reason, why.words)
    within = _forward_within(desk, protocol, comment)
    desk.perform(actions.Classify(comment, category, asked.queue, due, reason, words, within), by)


def _asked(
    desk: Desk, protocol: Protocol, comment: int, category: Category
) -> tuple[Recommendation, int | None]:
    """Return what is asked of a comment that is called `category`, and when a reply is due."""
    read = desk.read
    if (found := read.comment(comment)) is None or (work := read.work(comment)) is None:
        raise RefusedError(Said.of(NOWHERE, comment=comment))
    asked = as_called(protocol, recommended(desk, protocol, found), category)
    owed = actions.reply_from(read, found)
    due = reply_due(protocol, asked, owed, channel_of(protocol, found))
    return asked, actions.put_off_none(read, work, due)


def endings(desk: Desk, protocol: Protocol, comment: int) -> tuple[Reason, ...]:
    """Return the reasons with which the plans of a comment may end; empty: they name none."""
    plans = (protocol.plans.get(desk.read.plan_of(comment) or ""), plan_for(protocol, None))
    steps = (step for plan in plans if plan for step in plan.steps)
    return tuple(dict.fromkeys(reason for step in steps for reason in step.reasons))


def close(desk: Desk, protocol: Protocol, comment: int, why: Why, by: Actor) -> None:
    """End the work on a comment; a possible report only as its plan allows."""
    ends, steps = endings(desk, protocol, comment), undone(desk, protocol, comment)
    left = tuple(each.key for each in steps)
    desk.perform(actions.Close(comment, why.reason, why.words, ends, left), by)


def undone(desk: Desk, protocol: Protocol, comment: int) -> tuple[PlanStep, ...]:
    """Return the steps that are asked for before a comment is closed, and that nobody did yet."""
    file = dossier(desk, protocol, comment)
    plans = followed(protocol, file.recommendation)
    return tuple(each for each in file.steps if each.plan in plans and each.done is None)


def check_decision(
    desk: Desk,
    protocol: Protocol,
    check: actions.CheckDecision,
    by: Actor,
    filed: Decision | None,
) -> Check:
    """Say what a second person finds: a missed report becomes a case, a missed crisis is answered."""
    of, due = desk.read.check(check.check), None
    within = _forward_within(desk, protocol, None if of is None else of.decision.comment)
    if of is not None and check.category is Category.CRISIS:
        due = _asked(desk, protocol, of.decision.comment, Category.CRISIS)[1]
    said = desk.perform(replace(check, forward_within=within, reply_due=due), by)
    comment, is_else = said.decision.comment, said.category in {Category.QUALITY, Category.CRISIS}
    is_for_pv = said.found_event and within is not None and not is_else
    if is_for_pv and not actions.is_with_pv(desk.read, comment):
        escalate(desk, protocol, comment, by, filed)
    return said


def filled(  # noqa: PLR0913, PLR0917 - whose words, about what, signed by whom, in which language
    protocol: Protocol,
    template: str,
    file: Dossier,
    moderator_name: str,
    language: str | None = None,
    given: tuple[tuple[str, str], ...] = (),
) -> Filled:
    """Return a template, its blanks filled as of today; `given` goes first.

    It is in the comment's language, or in the first that it has.
    """
    author, chosen = file.comment.author_name, language or file.comment.screening.spoken.value
    values = {"first_name": given_name(author), "moderator_name": moderator_name.split(" ", 1)[0]}
    return compose(protocol, protocol.templates[template], chosen, values | dict(given), file.today)
