"""How a new case is filed, by the settings of a desk."""

from webcare_desk.domain.filing import DayZero, Filing, Parties
from webcare_desk.protocol.model import Protocol
from webcare_desk.settings import Settings


def filing_of(settings: Settings, protocol: Protocol) -> Filing:
    """Return who files with whom from where, day zero, and whether quality is told too.

    The days of a report are those that the desk counts.
    """
    said = settings.safety
    country = said.country or protocol.country
    parties = Parties(
        said.sender,
        said.receiver,
        said.organisation,
        country,
        str(said.sender_type),
        protocol.openings.zone,
    )
    return Filing(parties, DayZero(said.day_zero.value), settings.quality.is_set)
