"""A comment's whole way, in the terminal: each line is said after it has happened.

Every step looks at what really came of it, at both ends where there are two;
what is not as it must be raises `AstrayError` with the sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from webcare_desk import actions, casework, people, signing_off
from webcare_desk.actions.cases import RecordAnswer
from webcare_desk.casebook.filing import filing_of
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.demo.answer import Answer, answer
from webcare_desk.demo.journey_words import Step, criteria_of, name_of, sentence_of
from webcare_desk.demo.stage import MODERATOR, PV_OFFICER, SOURCE, Stage
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.escalation import EscalationState
from webcare_desk.domain.finding import Mark, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.domain.signature import Meaning
from webcare_desk.dossier import dossier
from webcare_desk.errors import WebcareError
from webcare_desk.inspection import check_head, replay_log, verify_log
from webcare_desk.rounds import forward_due, poll_source, send_due

_ARRIVING = 3
_SHOWN = 60
#: The rule of a side effect that is not grave.
_PLAIN = "adverse-event"


class AstrayError(WebcareError):
    """The journey met something else than it must."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step that has happened, as the terminal shows it."""

    step: Step
    name: str
    sentence: str

    def __str__(self) -> str:
        """Return the line, its sentence in the same column as all others."""
        return f"{self.name:<14}{self.sentence}"


def journey(stage: Stage) -> Iterator[Line]:
    """Go the whole way on `stage`, yielding a line for each step that went well."""
    yield from _arrival(stage)
    moderator, officer = stage.enter(MODERATOR), stage.enter(PV_OFFICER)
    comment = _chosen(stage)
    yield _open(stage, comment, moderator)
    yield from _escalation(stage, comment, moderator, officer)
    yield from _reply(stage, comment, moderator)
    yield _followed(stage)
    for actor in (moderator, officer):
        people.log_out(stage.app.desk, actor)
    yield from _inspection(stage)


def _line(stage: Stage, step: Step, **values: object) -> Line:
    language = stage.app.settings.language
    return Line(step, name_of(step, language), sentence_of(step, language, **values))


def _must(holds: bool, sentence: str) -> None:  # noqa: FBT001 - reads as a condition
    if not holds:
        raise AstrayError(sentence)


def _arrival(stage: Stage) -> Iterator[Line]:
    read, folder = stage.app.desk.read, stage.app.folder
    yield _line(stage, Step.MADE, accounts=len(read.moderators()), folder=folder)
    polled, there = read.coverage(SOURCE)[0], len(stage.community.posts())
    whole = polled.state is CoverageState.COMPLETE and polled.added == there
    _must(whole, f"Of {there} comments {polled.added} came: {polled.problem or 'no reason'}")
    yield _line(stage, Step.FETCHED, added=polled.added, expected=there)
    counts = {count.queue.value: count.count for count in read.queue_counts()}
    _must(sum(counts.values()) == there, "The queues do not hold what came in.")
    yield _line(stage, Step.SCREENED, **counts)


def _chosen(stage: Stage) -> int:
    """Return the first plain side effect, not a grave one, that names a person and a product."""
    desk, protocol = stage.app.desk, stage.app.protocol
    for row in desk.read.page(Queue.SAFETY, None, 200, desk.clock()):
        file = dossier(desk, protocol, row.comment)
        marks = {finding.mark for finding in file.comment.screening.findings}
        is_whole = {Mark.PRODUCT, Mark.EVENT, Mark.PERSON} <= marks and row.tier is Tier.STRONG
        if is_whole and file.recommendation.rules[:1] == (_PLAIN,):
            return row.comment
    msg = "No comment of the demo community tells of a side effect of a product."
    raise AstrayError(msg)


def _open(stage: Stage, comment: int, by: Actor) -> Line:
    desk = stage.app.desk
    work = casework.view(desk, stage.app.protocol, comment, by)
    _must(work.aware_due is not None, "The clock of the report does not run.")
    found = dossier(desk, stage.app.protocol, comment).comment
    return _line(
        stage,
        Step.OPENED,
        comment=comment,
        name=MODERATOR.name,
        text=_shortened(found.text),
        findings=len(found.screening.findings),
    )


def _escalation(stage: Stage, comment: int, by: Actor, officer: Actor) -> Iterator[Line]:
    app, desk = stage.app, stage.app.desk
    number = casework.escalate(
        desk,
        app.protocol,
        comment,
        by,
        casework.Decision(filing=filing_of(app.settings, app.protocol)),
    )
    forward_due(app)
    packet = _delivery(stage, comment, DeliveryKind.PACKET)
    _must(packet.state is DeliveryState.SENT, f"The packet to PV is {packet.state.value}.")
    message_id = message_id_of(packet.key, app.settings.courier.sender)
    said = answer(
        stage.mailbox,
        message_id,
        lambda head: check_head(app.folder, head, verifier=app.verifier).size,
    )
    copies = stage.mailbox.copies(message_id)
    _must(copies == 1, f"PV has {copies} copies of the packet.")
    criteria = criteria_of(said.criteria, app.settings.language)
    yield _line(stage, Step.ESCALATED, case=said.case, criteria=criteria, message_id=message_id)
    _enter_answer(stage, number, said, officer)
    kept = desk.read.escalation(number)
    is_done = kept is not None and kept.state is EscalationState.ACKNOWLEDGED
    _must(is_done, "PV's answer did not close the escalation.")
    values = {"name": PV_OFFICER.name, "reference": said.reference, "size": said.log_size}
    yield _line(stage, Step.ACKNOWLEDGED, **values)


def _enter_answer(stage: Stage, case: int, said: Answer, officer: Actor) -> None:
    """Let the officer record what PV mailed, signed."""
    words = f"{said.case}: {said.reference}"
    told = SpokenAnswer(case, PvDecision.ACCEPTED, Way.MAIL, words, said.reference)
    made = signing_off.sign(
        stage.app.desk,
        officer,
        stage.own_password(PV_OFFICER, officer),
        record_of(told, None),
        Name(f"case:{case}"),
        Meaning.RESPONSIBLE,
        login=PV_OFFICER.login,
    )
    stage.app.desk.perform(RecordAnswer(told, made.id), officer)


def _reply(stage: Stage, comment: int, by: Actor) -> Iterator[Line]:
    app, desk = stage.app, stage.app.desk
    file = dossier(desk, app.protocol, comment)
    template = file.recommendation.templates[0]
    text = casework.filled(app.protocol, template, file, MODERATOR.name).text
    hold = app.settings.undo_seconds * 1_000_000
    desk.perform(actions.QueueReply(comment, text, Name(template), hold), by)
    send_due(app)
    sent = _delivery(stage, comment, DeliveryKind.REPLY)
    _must(sent.state is DeliveryState.SENT, f"The reply is {sent.state.value}.")
    yield _line(stage, Step.REPLIED, template=template, text=_shortened(text))
    send_due(app)
    sent = _delivery(stage, comment, DeliveryKind.REPLY)
    shown = [post.text for post in stage.community.published_as(sent.key)]
    work = desk.read.work(comment)
    _must(sent.state is DeliveryState.VERIFIED, f"The reply is {sent.state.value}, not read back.")
    _must(shown == [text], "The community shows another reply than the one that was sent.")
    _must(work is not None and work.status is Status.ANSWERED, "The comment is not answered.")
    yield _line(stage, Step.READ_BACK, receipt=sent.receipt)


def _followed(stage: Stage) -> Line:
    """Let comments arrive, change and vanish on the community, and see them all."""
    arrived = stage.community.arrive(_ARRIVING)
    changed = stage.community.apply_planned_changes()
    there = {post.id: post.text for post in stage.community.posts()}
    poll_source(stage.app, SOURCE)
    for remote_id in (*arrived, *changed):
        kept = stage.app.desk.read.comment_named(SOURCE, remote_id)
        _must(kept is not None, f"The comment {remote_id} did not come.")
        is_gone = kept is not None and kept.visibility is Visibility.DELETED
        _must(is_gone is (remote_id not in there), f"Whether {remote_id} is there was not seen.")
        is_same = is_gone or (kept is not None and kept.text == there[remote_id])
        _must(is_same, f"The new wording of {remote_id} was not seen.")
    edited = sum(remote_id in there for remote_id in changed)
    counts = {"arrived": len(arrived), "edited": edited, "deleted": len(changed) - edited}
    return _line(stage, Step.FOLLOWED, **counts)


def _inspection(stage: Stage) -> Iterator[Line]:
    verdict = verify_log(stage.app.folder)
    _must(verdict.holds, f"The log does not hold: {verdict.flaw}.")
    yield _line(stage, Step.VERIFIED, size=verdict.size, root=verdict.root[:16])
    replayed = replay_log(stage.app.folder)
    _must(replayed.is_equal, "; ".join(replayed.differences))
    yield _line(stage, Step.REPLAYED, rows=replayed.rows, entries=replayed.entries)


def _delivery(stage: Stage, comment: int, kind: DeliveryKind) -> Delivery:
    found = stage.app.desk.read.deliveries_of(comment)
    return next(delivery for delivery in reversed(found) if delivery.kind is kind)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + " …"
