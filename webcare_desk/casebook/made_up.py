"""Names that ship with the program: those of a brand that does not exist, and of no sender."""

from webcare_desk.protocol.model import Protocol
from webcare_desk.settings import SafetySettings

#: Of the pack `varen`: in whose name replies speak, and what it sells.
_SPONSOR, _BRANDS = "Orvanta", frozenset({"Ventora", "Calmira"})


def made_up_in_pack(protocol: Protocol) -> tuple[str, ...]:
    """Return what a protocol has kept of the fictional brand: its sponsor, its products."""
    sponsors = dict.fromkeys(words for _, words in protocol.sponsor if words == _SPONSOR)
    brands = (each.brand for each in protocol.products if each.brand in _BRANDS)
    return (*sponsors, *brands)


def made_up_in_reports(said: SafetySettings) -> tuple[str, ...]:
    """Return by which names of the program a report still says who sends it, and to whom."""
    usual = SafetySettings()
    pairs = (
        (said.sender, usual.sender),
        (said.receiver, usual.receiver),
        (said.organisation, usual.organisation),
    )
    return tuple(name for name, shipped in pairs if name == shipped)


def made_up(protocol: Protocol, said: SafetySettings) -> tuple[str, ...]:
    """Return every name that would go out from a desk of real work, and is nobody's."""
    return made_up_in_pack(protocol) + made_up_in_reports(said)
