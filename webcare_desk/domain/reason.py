"""Why a person did what needs a reason: a list to choose from, words only for OTHER.

Annex 11 asks for the reason of a change beside who, what and when; which acts
need one, and which reasons fit them, each action says itself (`Action.reasons`).
"""

from dataclasses import dataclass
from enum import StrEnum

#: The longest explanation of a reason, in characters.
LONGEST_WORDS = 1000


class Reason(StrEnum):
    """Every reason there is; “not an adverse event” is a decision too."""

    DONE = "done"
    NO_REPLY_NEEDED = "no-reply-needed"
    NOT_AN_ADVERSE_EVENT = "not-an-adverse-event"
    NO_PRODUCT = "no-product"
    QUOTES_LEAFLET = "quotes-leaflet"
    DUPLICATE = "duplicate"
    SPAM = "spam"
    NEW_INFORMATION = "new-information"
    MADE_IN_ERROR = "made-in-error"
    QUALITY_CHECK = "quality-check"
    PERSONAL_DATA = "personal-data"
    INSULT = "insult"
    MISINFORMATION = "misinformation"
    AUTHOR_ASKED = "author-asked"
    SOURCE_WAS_DOWN = "source-was-down"
    READ_BY_HAND = "read-by-hand"
    NOTHING_WAS_POSTED = "nothing-was-posted"
    OTHER = "other"


#: Why a comment is closed.
CLOSING = (
    Reason.DONE,
    Reason.NO_REPLY_NEEDED,
    Reason.NOT_AN_ADVERSE_EVENT,
    Reason.NO_PRODUCT,
    Reason.QUOTES_LEAFLET,
    Reason.DUPLICATE,
    Reason.SPAM,
    Reason.OTHER,
)
#: Why what may be a report is called something that is none.
LOWERING = (
    Reason.NOT_AN_ADVERSE_EVENT,
    Reason.NO_PRODUCT,
    Reason.QUOTES_LEAFLET,
    Reason.NEW_INFORMATION,
    Reason.MADE_IN_ERROR,
    Reason.OTHER,
)
#: Why the public may not read a comment any more.
HIDING = (
    Reason.SPAM,
    Reason.PERSONAL_DATA,
    Reason.INSULT,
    Reason.MISINFORMATION,
    Reason.AUTHOR_ASKED,
    Reason.OTHER,
)
#: Why it may read one again.
SHOWING = (
    Reason.MADE_IN_ERROR,
    Reason.NEW_INFORMATION,
    Reason.AUTHOR_ASKED,
    Reason.OTHER,
)
#: Why a gap in what a source gave does not worry us any more.
GAP = (
    Reason.SOURCE_WAS_DOWN,
    Reason.READ_BY_HAND,
    Reason.NOTHING_WAS_POSTED,
    Reason.OTHER,
)
#: The reasons to close that say a comment is no report.
NOT_A_REPORT = frozenset(CLOSING) - {Reason.DONE, Reason.NO_REPLY_NEEDED}
#: Why PV takes no report for a case.
NOT_A_CASE = (
    Reason.NOT_AN_ADVERSE_EVENT,
    Reason.NO_PRODUCT,
    Reason.QUOTES_LEAFLET,
    Reason.OTHER,
)
#: Why a request is declined.
DECLINING = (Reason.MADE_IN_ERROR, Reason.NEW_INFORMATION, Reason.OTHER)
#: Why what the program noticed is no deviation.
LEAVING = (Reason.DUPLICATE, Reason.NEW_INFORMATION, Reason.OTHER)
#: Why closed work is taken up again.
REOPENING = (
    Reason.NEW_INFORMATION,
    Reason.MADE_IN_ERROR,
    Reason.QUALITY_CHECK,
    Reason.OTHER,
)


@dataclass(frozen=True, slots=True)
class Why:
    """A reason as a person gave it; `words` explain OTHER and nothing else needs them."""

    reason: Reason
    words: str = ""

    @property
    def is_explained(self) -> bool:
        """Say whether the words suffice: OTHER needs some, and none are endless."""
        words = self.words.strip()
        return len(words) <= LONGEST_WORDS and (bool(words) or self.reason is not Reason.OTHER)
