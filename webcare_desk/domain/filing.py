"""How this desk files a report: who sends to whom, and which time the sponsor calls day zero."""

from dataclasses import dataclass, field
from enum import StrEnum

#: In which zone the days of a report are told, where nobody names one.
ZONE = "Europe/Amsterdam"


class DayZero(StrEnum):
    """Which of the four immutable times starts the regulatory clock (GVP VI.B.7)."""

    POSTED = "posted"
    INGESTED = "ingested"
    FIRST_VIEWED = "first-viewed"
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who sends to whom, as the two have agreed (N.1.3, N.1.4, C.1.1, C.3).

    The date in each time of a report (C.1.4) is that of `zone`, from which PV counts its days.
    """

    sender: str = "WEBCARE"
    receiver: str = "PV"
    organisation: str = "Webcare Desk"
    country: str = "NL"
    sender_type: str = "6"
    zone: str = ZONE


@dataclass(frozen=True, slots=True)
class Filing:
    """What a new case is filed under; what was filed stays as it was.

    `tells_quality`: a quality complaint in it also goes to the quality department.
    """

    parties: Parties = field(default_factory=Parties)
    day_zero: DayZero = DayZero.FIRST_VIEWED
    tells_quality: bool = False
