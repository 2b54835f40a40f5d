"""The field's terms as the window says them, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.said import QT_TRANSLATE_NOOP

#: What most comments are: they stand first where one says what a comment is.
COMMON = (
    Category.ADVERSE_EVENT,
    Category.QUALITY,
    Category.MEDICAL_QUESTION,
    Category.INFORMATION,
    Category.COMPLAINT,
    Category.THANKS,
    Category.NONE,
)

_QUEUES: Mapping[Queue, str] = {
    Queue.CRISIS: QT_TRANSLATE_NOOP("Words", "Crisis"),
    Queue.SAFETY: QT_TRANSLATE_NOOP("Words", "Safety"),
    Queue.QUALITY: QT_TRANSLATE_NOOP("Words", "Quality"),
    Queue.QUESTION: QT_TRANSLATE_NOOP("Words", "Questions"),
    Queue.OTHER: QT_TRANSLATE_NOOP("Words", "Other"),
    Queue.WAITING: QT_TRANSLATE_NOOP("Words", "Waiting for PV"),
    Queue.DONE: QT_TRANSLATE_NOOP("Words", "Done"),
}
_CATEGORIES: Mapping[Category, str] = {
    Category.CRISIS: QT_TRANSLATE_NOOP("Words", "Crisis"),
    Category.ADVERSE_EVENT: QT_TRANSLATE_NOOP("Words", "Adverse event"),
    Category.PREGNANCY: QT_TRANSLATE_NOOP("Words", "Pregnancy"),
    Category.OVERDOSE: QT_TRANSLATE_NOOP("Words", "Overdose"),
    Category.MEDICATION_ERROR: QT_TRANSLATE_NOOP("Words", "Medication error"),
    Category.MISUSE: QT_TRANSLATE_NOOP("Words", "Misuse"),
    Category.ABUSE: QT_TRANSLATE_NOOP("Words", "Abuse"),
    Category.OCCUPATIONAL: QT_TRANSLATE_NOOP("Words", "Exposure at work"),
    Category.INTERACTION: QT_TRANSLATE_NOOP("Words", "Interaction"),
    Category.INFECTION: QT_TRANSLATE_NOOP("Words", "Infection"),
    Category.COUNTERFEIT: QT_TRANSLATE_NOOP("Words", "Counterfeit"),
    Category.EXPIRED: QT_TRANSLATE_NOOP("Words", "Past its expiry date"),
    Category.LACK_OF_EFFECT: QT_TRANSLATE_NOOP("Words", "Lack of effect"),
    Category.OFF_LABEL: QT_TRANSLATE_NOOP("Words", "Off-label use"),
    Category.QUALITY: QT_TRANSLATE_NOOP("Words", "Product quality"),
    Category.OTHER_SAFETY: QT_TRANSLATE_NOOP("Words", "Other safety information"),
    Category.CHECK: QT_TRANSLATE_NOOP("Words", "Please check"),
    Category.PRIVACY: QT_TRANSLATE_NOOP("Words", "Personal data"),
    Category.MISINFORMATION: QT_TRANSLATE_NOOP("Words", "Misinformation"),
    Category.COMPLAINT: QT_TRANSLATE_NOOP("Words", "Complaint"),
    Category.MEDICAL_QUESTION: QT_TRANSLATE_NOOP("Words", "Medical question"),
    Category.INFORMATION: QT_TRANSLATE_NOOP("Words", "Request for information"),
    Category.SPAM: QT_TRANSLATE_NOOP("Words", "Spam"),
    Category.THANKS: QT_TRANSLATE_NOOP("Words", "Thanks"),
    Category.NONE: QT_TRANSLATE_NOOP("Words", "No signal found"),
}
_TIERS: Mapping[Tier, str] = {
    Tier.NONE: QT_TRANSLATE_NOOP("Words", "No signal found"),
    Tier.CHECK: QT_TRANSLATE_NOOP("Words", "Please check"),
    Tier.STRONG: QT_TRANSLATE_NOOP("Words", "Strong signal"),
}
_STATUSES: Mapping[Status, str] = {
    Status.NEW: QT_TRANSLATE_NOOP("Words", "New"),
    Status.OPEN: QT_TRANSLATE_NOOP("Words", "Open"),
    Status.ANSWERED: QT_TRANSLATE_NOOP("Words", "Answered"),
    Status.ESCALATED: QT_TRANSLATE_NOOP("Words", "Escalated"),
    Status.CLOSED: QT_TRANSLATE_NOOP("Words", "Closed"),
}
_REASONS: Mapping[Reason, str] = {
    Reason.DONE: QT_TRANSLATE_NOOP("Words", "Done"),
    Reason.NO_REPLY_NEEDED: QT_TRANSLATE_NOOP("Words", "No reply needed"),
    Reason.NOT_AN_ADVERSE_EVENT: QT_TRANSLATE_NOOP("Words", "Not an adverse event"),
    Reason.NO_PRODUCT: QT_TRANSLATE_NOOP("Words", "No product of ours"),
    Reason.QUOTES_LEAFLET: QT_TRANSLATE_NOOP("Words", "Quotes the leaflet"),
    Reason.DUPLICATE: QT_TRANSLATE_NOOP("Words", "Duplicate"),
    Reason.SPAM: QT_TRANSLATE_NOOP("Words", "Spam"),
    Reason.NEW_INFORMATION: QT_TRANSLATE_NOOP("Words", "New information"),
    Reason.MADE_IN_ERROR: QT_TRANSLATE_NOOP("Words", "The act before was a mistake"),
    Reason.QUALITY_CHECK: QT_TRANSLATE_NOOP("Words", "A check of the work asks for it"),
    Reason.PERSONAL_DATA: QT_TRANSLATE_NOOP("Words", "Personal data"),
    Reason.INSULT: QT_TRANSLATE_NOOP("Words", "Insult"),
    Reason.MISINFORMATION: QT_TRANSLATE_NOOP("Words", "Misinformation"),
    Reason.AUTHOR_ASKED: QT_TRANSLATE_NOOP("Words", "The author asked for it"),
    Reason.SOURCE_WAS_DOWN: QT_TRANSLATE_NOOP("Words", "The source was down"),
    Reason.READ_BY_HAND: QT_TRANSLATE_NOOP("Words", "Somebody read it there by hand"),
    Reason.NOTHING_WAS_POSTED: QT_TRANSLATE_NOOP("Words", "Nothing was posted then"),
    Reason.OTHER: QT_TRANSLATE_NOOP("Words", "Other reason"),
}
_ROLES: Mapping[Role, str] = {
    Role.MODERATOR: QT_TRANSLATE_NOOP("Words", "Moderator"),
    Role.SENIOR: QT_TRANSLATE_NOOP("Words", "Senior moderator"),
    Role.PV_OFFICER: QT_TRANSLATE_NOOP("Words", "PV officer"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Words", "Supervisor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Words", "Administrator"),
    Role.DATA_PROTECTION: QT_TRANSLATE_NOOP("Words", "Data protection officer"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Words", "Auditor"),
    Role.SYSTEM: QT_TRANSLATE_NOOP("Words", "The program"),
}
_VISIBILITIES: Mapping[Visibility, str] = {
    Visibility.VISIBLE: QT_TRANSLATE_NOOP("Words", "Visible"),
    Visibility.HIDDEN: QT_TRANSLATE_NOOP("Words", "Hidden"),
    Visibility.DELETED: QT_TRANSLATE_NOOP("Words", "Deleted"),
}
_COVERAGES: Mapping[CoverageState, str] = {
    CoverageState.COMPLETE: QT_TRANSLATE_NOOP("Words", "complete"),
    CoverageState.PARTIAL: QT_TRANSLATE_NOOP("Words", "partial"),
    CoverageState.FAILED: QT_TRANSLATE_NOOP("Words", "failed"),
    CoverageState.UNREAD: QT_TRANSLATE_NOOP("Words", "not read"),
}


def queue_word(queue: Queue) -> str:
    """Return the name of a queue."""
    return _word(_QUEUES[queue])


def category_word(category: Category) -> str:
    """Return the name of a category."""
    return _word(_CATEGORIES[category])


def tier_word(tier: Tier) -> str:
    """Return how urgently to look; nothing found is never called safe."""
    return _word(_TIERS[tier])


def sort_word(category: Category, tier: Tier) -> str:
    """Return what a comment is: of one that no rule knows, how urgently to look."""
    is_unknown = category is Category.NONE and tier is not Tier.NONE
    return tier_word(tier) if is_unknown else category_word(category)


def strength_word(category: Category, tier: Tier) -> str:
    """Return how strong the signal is, or nothing where `sort_word` says as much."""
    return "" if category in {Category.NONE, Category.CHECK} else tier_word(tier)


def status_word(status: Status) -> str:
    """Return the name of a status."""
    return _word(_STATUSES[status])


def reason_word(reason: Reason) -> str:
    """Return the name of a reason."""
    return _word(_REASONS[reason])


def role_word(role: Role) -> str:
    """Return the name of a role."""
    return _word(_ROLES[role])


def visibility_word(visibility: Visibility) -> str:
    """Return the name of a visibility."""
    return _word(_VISIBILITIES[visibility])


def coverage_word(state: CoverageState) -> str:
    """Return how a poll ended."""
    return _word(_COVERAGES[state])


def act_words(action: str) -> str:
    """Return what an action is, as its sentence says it and without who; its name where it has none."""
    from webcare_desk.reports.acts import SENTENCES, bare  # not before the first paint

    if action not in SENTENCES:
        return action
    said = QCoreApplication.translate("Sentences", SENTENCES[action])
    words = " ".join(bare(said).strip(": ").split())
    return words[:1].upper() + words[1:]


def _word(source: str) -> str:
    return QCoreApplication.translate("Words", source)


def erased_word() -> str:
    """Return what stands for erased words where there is room for a word alone."""
    return QCoreApplication.translate("Words", "(erased)")
