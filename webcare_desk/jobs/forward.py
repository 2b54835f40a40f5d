"""One tick of the packets to PV, or of the complaints to quality: at least once, always the same bytes.

The mail is built once, kept with the claim, and sent word for word on every
try with the same Message-ID, by which PV knows a copy. In doubt it is sent
again, and it is never given up: a packet that nobody got is a report lost.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webcare_desk.actions import ClaimDelivery, MarkUncertain, RecordDelivery, RecordFailure
from webcare_desk.actions.backup import is_held
from webcare_desk.connectors.courier import Attachment, Courier, build_mail, message_id_of
from webcare_desk.connectors.smime import Seal
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_duty import answer_within
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.escalation import Escalation, EscalationPlan
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reply import (
    LONGEST_ASKED,
    NO_COURIER,
    NO_QUALITY,
    PAUSE,
    Delivery,
    DeliveryKind,
    DeliveryState,
)
from webcare_desk.errors import MalformedError, StaleError, UncertainError
from webcare_desk.jobs.anchor import head_in
from webcare_desk.jobs.originals import (
    frozen_case,
    latest_in,
    latest_of,
    original_of,
    picture_in,
    proof_of,
    reworded_in,
    words_in,
)
from webcare_desk.jobs.problem import (
    CRASHED,
    LEASE,
    TROUBLE,
    name_of,
    wait,
)
from webcare_desk.jobs.turns import in_turn
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    from webcare_desk.domain.icsr import SafetyCase
    from webcare_desk.domain.original import Frozen
    from webcare_desk.pv.edition import Edition

#: Packets of one tick.
_MOST = 20
_NO_WAY: Final = {DeliveryKind.PACKET: NO_COURIER, DeliveryKind.COMPLAINT: NO_QUALITY}

_Counts = tuple[tuple[str, int], ...]
MailOf = Callable[[Delivery, Escalation], bytes]
PlanOf = Callable[[Escalation], EscalationPlan | None]


def forward(  # noqa: PLR0913 - the desk, the way, and how a packet is made and tried
    desk: Desk,
    courier: Courier | None,
    mail_of: MailOf,
    *,
    lease: int = LEASE,
    seal: Seal | None = None,
    kind: DeliveryKind = DeliveryKind.PACKET,
    plan_of: PlanOf = lambda _: None,
) -> tuple[Delivery, ...]:
    """Take some due packets, or another `kind`, one step further; return them then.

    `mail_of` builds the mail of a packet that was never tried before (see
    `packet_mail`), `seal` encrypts it; `lease` in microseconds must outlast one try. `plan_of`
    gives the plan that says by when PV answers. A bug over one is raised when the others had their turn.
    """
    if is_held(desk.read):
        return ()
    solved = () if courier is None else (_NO_WAY[kind],)
    due = desk.read.deliveries_due(desk.clock(), _MOST, solved, (kind,))
    errand = None if courier is None else _Errand(desk, courier, mail_of, seal, lease, plan_of)
    return tuple(_moved(desk, errand, due))


def _moved(desk: Desk, errand: "_Errand | None", due: Sequence[Delivery]) -> list[Delivery]:
    moved: list[Delivery] = []

    def move(delivery: Delivery) -> None:
        with suppress(StaleError):  # another process has taken it meanwhile
            moved.append(_step(desk, errand, delivery))

    in_turn(move, due)
    return moved


def _step(desk: Desk, errand: "_Errand | None", delivery: Delivery) -> Delivery:
    if errand is not None:
        return _try(errand, delivery)
    # Once a day: it leaves as soon as there is a way, whatever its time.
    return _failed(desk, delivery, _NO_WAY[delivery.kind], desk.clock() + LONGEST_ASKED)


def packet_mail(  # noqa: PLR0913 - the desk, what is sent, and the three settings
    desk: Desk,
    delivery: Delivery,
    escalation: Escalation,
    *,
    sender: str,
    recipient: str,
    language: str,
) -> bytes:
    """Return the mail of a packet: the frozen case, its version's report, the log's signed head.

    Raises UsageError for a wrong address, MalformedError for an unreadable case.
    """
    from webcare_desk.pv import packet  # loads what sets a PDF

    case = frozen_case(escalation)
    latest = latest_of(desk.read, escalation)
    edition = _edition(desk, delivery, case, latest)
    frozen = original_of(desk.read, escalation)
    files, sentence = picture_in(desk.read, frozen, language)
    news, told = latest_in(desk.read, latest if edition.later else None, language)
    head = desk.read.head_note()
    parts = packet.parts(case, head, language, edition, proof_of(frozen))
    return build_mail(
        subject=packet.subject(case, language, edition),
        body=f"{packet.body(case, head, language, edition)}\n\n{sentence}{told}",
        attachments=[
            *(Attachment(part.name, part.mime_type, part.content) for part in parts),
            *words_in(desk.read, frozen),
            *files,
            *news,
        ],
        message_id=message_id_of(delivery.key, sender),
        date=delivery.queued_at,
        sender=sender,
        recipient=recipient,
    )


def _edition(
    desk: Desk, delivery: Delivery, case: "SafetyCase", latest: "Frozen | None"
) -> "Edition":
    """Return the version that a packet carries; of an old one only the case was kept.

    A later one says how the comment read `latest`.
    """
    from webcare_desk.pv.e2b.cases import batch_from_json, case_batch
    from webcare_desk.pv.e2b.rules import Profile
    from webcare_desk.pv.edition import Edition, Later

    found = desk.read.case_version_of(delivery.id)
    if found is None or found.document is None:
        return Edition(case_batch(case, Profile.INTAKE))
    batch = batch_from_json(found.document)
    if found.kind is VersionKind.INITIAL:
        return Edition(batch)
    since = reworded_in(desk.read, latest)
    return Edition(batch, Later(found.kind, found.number, found.reason or "", since))


@dataclass(frozen=True, slots=True)
class _Errand:
    """What one try needs beside the delivery."""

    desk: Desk
    courier: Courier
    mail_of: MailOf
    seal: Seal | None
    lease: int
    plan_of: PlanOf


def _try(errand: _Errand, delivery: Delivery) -> Delivery:
    desk = errand.desk
    if delivery.state is DeliveryState.SENDING:
        crashed = MarkUncertain(delivery.id, CRASHED, desk.clock(), delivery.version)
        delivery = desk.perform(crashed, system_actor())
    frozen, head, replaced = desk.read.mail_of(delivery.id), None, _Counts()
    if frozen is None:
        try:
            plain = _built(desk, errand.mail_of, delivery)
            head, replaced = head_in(plain), _replaced(desk, delivery)
            # Sealed once, now: every try must send the same bytes.
            frozen = (plain if errand.seal is None else errand.seal(plain)).decode("ascii")
        except TROUBLE as error:
            return _failed(desk, delivery, name_of(error), desk.clock() + PAUSE)
    claim = ClaimDelivery(delivery.id, delivery.version, errand.lease, frozen, head, replaced)
    return _handed_over(errand, desk.perform(claim, system_actor()), frozen)


def _built(desk: Desk, mail_of: MailOf, delivery: Delivery) -> bytes:
    return mail_of(delivery, _escalation_of(desk, delivery))


def _escalation_of(desk: Desk, delivery: Delivery) -> Escalation:
    escalation = None if delivery.escalation is None else desk.read.escalation(delivery.escalation)
    if escalation is None:
        msg = QT_TRANSLATE_NOOP("Said", "This packet belongs to no escalation.")
        raise MalformedError(Said.of(msg))
    return escalation


def _replaced(desk: Desk, delivery: Delivery) -> _Counts:
    """Return how many characters the report of a packet has another one for, by element.

    For such a count no packet is kept back: of a case that nobody can read it is none.
    """
    if delivery.kind is not DeliveryKind.PACKET:
        return ()
    from webcare_desk.pv.e2b.write import lost_in

    with suppress(MalformedError):
        batch = _edition(desk, delivery, frozen_case(_escalation_of(desk, delivery)), None).batch
        return tuple((code, len(points)) for code, points in lost_in(batch).items())
    return ()


def _handed_over(errand: _Errand, delivery: Delivery, mail: str) -> Delivery:
    desk = errand.desk
    try:
        receipt = errand.courier.send(mail.encode("ascii"), key=delivery.key)
    except TROUBLE as error:
        again = desk.clock() + wait(delivery.attempts, error, PAUSE)
        if isinstance(error, UncertainError):
            doubt = MarkUncertain(delivery.id, name_of(error), again, delivery.version)
            return desk.perform(doubt, system_actor())
        return _failed(desk, delivery, name_of(error), again)
    done = RecordDelivery(
        delivery.id,
        receipt.to,
        delivery.version,
        stays_here=receipt.link.startswith("file:"),
        problem=receipt.problem,
        answer_within=_answer_within(errand, delivery),
    )
    return desk.perform(done, system_actor())


def _answer_within(errand: _Errand, delivery: Delivery) -> int | None:
    if delivery.kind is not DeliveryKind.PACKET:
        return None
    return answer_within(errand.plan_of(_escalation_of(errand.desk, delivery)))


def _failed(desk: Desk, delivery: Delivery, problem: Name, again: int) -> Delivery:
    failure = RecordFailure(delivery.id, problem, again, delivery.version)
    return desk.perform(failure, system_actor())
