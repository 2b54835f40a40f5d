"""One round of each job, as an open desk does it: with its sources, its courier, its plans."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from webcare_desk.app import SMTP_PASSWORD, App
from webcare_desk.domain.anchor import AnchorKind, Unanchored
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.coverage import Coverage
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.reply import NO_COURIER, NO_QUALITY, Delivery, DeliveryKind
from webcare_desk.errors import DiskFullError, UsageError, WebcareError
from webcare_desk.jobs.turns import in_turn
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import CourierKind, Settings
from webcare_desk.settings.quality import RECIPIENT
from webcare_desk.store.room import Level

if TYPE_CHECKING:
    from webcare_desk.jobs.answers import Heard

#: After every next try that is planned, in UTC microseconds.
_EVER = 2**62


def poll_source(app: App, name: str, by: Actor | None = None) -> Coverage:
    """Read the source called `name` from where the last poll ended, of itself or `by` whose word.

    A gap is recorded first where that poll is too long ago.
    """
    from webcare_desk.jobs.poll import note_unread, poll

    connector = app.connectors.get(name)
    if connector is None:
        known = ", ".join(app.connectors) or Said.of(QT_TRANSLATE_NOOP("Said", "none"))
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "There is no source “{name}” in the settings (there is: {known})."
            ),
            name=name,
            known=known,
        )
        raise UsageError(msg)
    note_unread(app.desk, name)
    return poll(app.desk, connector, app.triage, by=by)


def send_due(app: App) -> tuple[Delivery, ...]:
    """Take what goes to the platforms one step further: send it, or read it back."""
    from webcare_desk.jobs.send import send

    return send(app.desk, app.connectors)


def solved(settings: Settings) -> tuple[Name, ...]:
    """Return the problems of mails that the settings have solved: there is a way now."""
    pv = (NO_COURIER,) if settings.courier.kind is not CourierKind.NONE else ()
    return (*pv, NO_QUALITY) if settings.quality.is_set else pv


def forward_due(app: App) -> tuple[Delivery, ...]:
    """Take the packets that are due to PV."""
    from webcare_desk.casebook.plans import plans_of_cases
    from webcare_desk.connectors.drawing import draw
    from webcare_desk.jobs.forward import forward, packet_mail  # sets a PDF
    from webcare_desk.jobs.originals import draw_escalated
    from webcare_desk.sources import sealer_of  # loads smtplib

    settings = app.settings

    def mail_of(delivery: Delivery, escalation: Escalation) -> bytes:
        draw_escalated(app.desk, draw, escalation)
        return packet_mail(
            app.desk,
            delivery,
            escalation,
            sender=settings.courier.sender,
            recipient=settings.courier.recipient,
            language=settings.language,
        )

    seal = sealer_of(settings.courier, app.folder)
    plan_of = plans_of_cases(app.desk.read, app.folder, app.protocol)
    return forward(app.desk, app.courier, mail_of, seal=seal, plan_of=plan_of)


def complain_due(app: App) -> tuple[Delivery, ...]:
    """Tell the quality department of the complaints that are due; PV's way has no part in it."""
    from webcare_desk.jobs.complain import complaint_mail
    from webcare_desk.jobs.forward import forward
    from webcare_desk.sources import quality_courier_of  # loads smtplib

    settings = app.settings

    def mail_of(delivery: Delivery, escalation: Escalation) -> bytes:
        return complaint_mail(
            app.desk,
            delivery,
            escalation,
            sender=settings.courier.sender,
            recipient=settings.quality.mail or RECIPIENT,
            language=settings.language,
        )

    way = quality_courier_of(settings, app.folder, app.secret(SMTP_PASSWORD))
    return forward(app.desk, way, mail_of, kind=DeliveryKind.COMPLAINT)


def hear_answers(app: App) -> tuple["Heard", ...]:
    """Look once for PV's answers where the settings say; each channel is looked into.

    Raises the first ConnectorError, SecretError or UsageError when all had their turn. A desk
    whose restore nobody has confirmed hears nothing: it may not have the reports that are answered.
    """
    from webcare_desk.actions.backup import is_held
    from webcare_desk.casebook.answers import keep_words, take  # loads lxml
    from webcare_desk.jobs.answers import hear
    from webcare_desk.jobs.problem import TROUBLE
    from webcare_desk.sources import answer_sources_of, opener_of  # loads smtplib

    if is_held(app.desk.read):
        return ()
    said, folder = app.settings.answers, app.folder
    opener = opener_of(said, folder, app.secret("smime"))
    sources = answer_sources_of(said, folder, app.secret("imap"), opener)
    heard: list[Heard] = []
    errors: list[WebcareError] = []
    for name, source in sources.items():
        try:
            taking = partial(take, app.desk, by=system_actor())
            heard.append(hear(app.desk, Name(name), source, taking, partial(keep_words, app.desk)))
        except TROUBLE as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return tuple(heard)


def work_once(app: App) -> tuple[list[Delivery], WebcareError | None]:
    """Give each job of the outbox its turn; return what moved, and the first error of them all.

    Mails to PV and to quality go first: no platform holds them up. A bug in one is raised when
    the others had their turn: it holds up no reply.
    """
    moved: list[Delivery] = []
    errors: list[WebcareError] = []

    def move(send: Callable[[App], tuple[Delivery, ...]]) -> None:
        moved.extend(send(app))

    sends = (partial(move, each) for each in (forward_due, complain_due, send_due))
    works = (partial(each, app) for each in (draw_due, hand_over_late, anchor_due))

    def work(job: Callable[[], object]) -> None:
        try:
            job()
        except WebcareError as error:
            errors.append(error)

    in_turn(work, [*sends, *works])
    return moved, next(iter(errors), None)


def draw_due(app: App) -> int:
    """Draw the originals that were frozen and have no picture yet; return how many."""
    from webcare_desk.connectors.drawing import draw
    from webcare_desk.jobs.originals import draw_originals

    return 0 if app.read_only else draw_originals(app.desk, draw)


def keep_room(app: App) -> None:
    """Lay the ballast ready; raise DiskFullError with a sentence where the disk runs full."""
    room = app.desk.room
    if room is None:
        return
    room.keep_ballast()
    level, free = room.level(), room.free() // 1_000_000
    if level is Level.LOW:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "Only {free} MB are free: until there is room, nothing but escalating works.",
            ),
            free=free,
        )
        raise DiskFullError(msg)
    if level is Level.SCARCE:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "Only {free} MB are free on the disk of this desk; make room."
            ),
            free=free,
        )
        raise DiskFullError(msg)


def hand_over_late(app: App) -> int:
    """Give every step to whose turn it is, and raise the alarms; return how many there were."""
    from webcare_desk.casebook.plans import plans_of_cases
    from webcare_desk.domain.sla import is_open
    from webcare_desk.dossier import recommended
    from webcare_desk.jobs.case_clock import alarms
    from webcare_desk.jobs.deadlines import deadlines
    from webcare_desk.jobs.old_cases import clock_old, take_up_old
    from webcare_desk.jobs.unanswered import unanswered
    from webcare_desk.protocol.follow import followed

    def is_staffed(at: int) -> bool:
        return is_open(at, app.protocol.timetable)

    def plans_of(comment: Comment) -> tuple[str, ...]:
        return followed(app.protocol, recommended(app.desk, app.protocol, comment))

    take_up_old(app.desk)
    plan_of_case = plans_of_cases(app.desk.read, app.folder, app.protocol)
    clock_old(app.desk, plan_of_case)
    handed = deadlines(app.desk, plan_of_case, is_staffed) + alarms(app.desk, plan_of_case)
    return handed + unanswered(app.desk, app.protocol, plans_of, is_staffed)


def learn_due(app: App) -> int:
    """Learn from new decisions, and follow another version; return how many were learnt from."""
    from webcare_desk.actions.learning import learns
    from webcare_desk.jobs.learn import correction_of, learn

    made = learn(app.desk, app.triage) if learns(app.desk.read) and not app.read_only else 0
    known = vars(app).get("screens")
    if known is not None and known[1].correction != correction_of(app.desk.read, known[1].model):
        vars(app).pop("screens")
        app.reload_protocol()
    return made


def anchor_due(app: App) -> Unanchored:
    """Give heads of the log to somebody else when it is time; return what nobody vouches for."""
    from webcare_desk.jobs.anchor import (
        anchor,
        state_of,
    )

    desk, found = app.desk, state_of(app.desk.read, app.desk.clock())
    try:
        if found.is_over:
            make_anchors(app, _waiting(app))
    finally:  # what cannot be made holds up nothing that was
        if desk.read.anchors_due(desk.clock()):
            anchor(desk, app.anchor_ways.courier, _stamp_of(app))
    return state_of(desk.read, desk.clock())


def make_anchors(app: App, but: frozenset[AnchorKind] = frozenset()) -> int:
    """Put the present head on its way in each way that is set, `but` some; return in how many."""
    from webcare_desk.jobs.anchor import (
        make_mail,
        make_timestamp,
    )

    settings, made = app.settings, 0
    if settings.anchor.tsa and AnchorKind.TIMESTAMP not in but:
        make_timestamp(app.desk)
        made += 1
    # Last: a wrong address ends it.
    if app.anchor_ways.courier is not None and AnchorKind.MAIL not in but:
        make_mail(
            app.desk,
            sender=settings.courier.sender,
            recipient=settings.anchor.mail,
            language=settings.language,
        )
        made += 1
    return made


def end_shift(app: App) -> None:
    """Put the last head of a shift on its way, where none waits; the next round gives it."""
    if not app.read_only and unanchored_of(app).entries:
        make_anchors(app, _waiting(app))


def unanchored_of(app: App) -> Unanchored:
    """Return what nobody else vouches for now."""
    from webcare_desk.jobs.anchor import state_of

    return state_of(app.desk.read, app.desk.clock())


def _stamp_of(app: App) -> Callable[[str], str] | None:
    authority = app.anchor_ways.authority
    return None if authority is None else authority.stamp


def _waiting(app: App) -> frozenset[AnchorKind]:
    """Return the kinds of which one is on its way: one of each at a time, none holds up another."""
    return frozenset(each.kind for each in app.desk.read.anchors_due(_EVER))
