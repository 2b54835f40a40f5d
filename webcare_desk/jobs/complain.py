"""The mail in which the quality department is told of a complaint."""

from webcare_desk.connectors.courier import Attachment, build_mail, message_id_of
from webcare_desk.desk import Desk
from webcare_desk.domain.case_version import CaseVersion, VersionKind
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import Delivery
from webcare_desk.jobs.originals import frozen_case
from webcare_desk.pv import complaint
from webcare_desk.pv.edition import Later


def complaint_mail(  # noqa: PLR0913 - the desk, what is sent, and the three settings
    desk: Desk,
    delivery: Delivery,
    escalation: Escalation,
    *,
    sender: str,
    recipient: str,
    language: str,
) -> bytes:
    """Return the mail of a complaint: nothing of the thread, the writer's name masked.

    Raises UsageError for a wrong address, MalformedError for an unreadable case.
    """
    notice = complaint.notice_of(frozen_case(escalation), _later(desk, delivery, escalation))
    return build_mail(
        subject=complaint.subject(notice, language),
        body=complaint.body(notice, language),
        attachments=[Attachment("complaint.json", "application/json", complaint.to_json(notice))],
        message_id=message_id_of(delivery.key, sender),
        date=delivery.queued_at,
        sender=sender,
        recipient=recipient,
    )


def _later(desk: Desk, delivery: Delivery, escalation: Escalation) -> Later | None:
    """Return what the version is that a complaint tells of; None for the first one."""
    version = _version(desk.read.case_versions(escalation.id), delivery)
    if version is None or version.kind is VersionKind.INITIAL:
        return None
    return Later(version.kind, version.number, version.reason or "")


def _version(versions: list[CaseVersion], delivery: Delivery) -> CaseVersion | None:
    """Return the version that was queued last before the complaint, in the same act."""
    before = [each for each in versions if 0 < (each.delivery or 0) < delivery.id]
    return before[-1] if before else None
