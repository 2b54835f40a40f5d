"""Names that ship with the program: those of a brand that does not exist, and of no sender."""

from webcare_desk.protocol.model import Protocol
from webcare_desk.settings import SafetySettings, Settings

#: Of the pack `varen`: in whose name replies speak, and what it sells: each brand, of what.
_SPONSOR, _PRODUCTS = "Orvanta", frozenset({("Ventora", "velamab"), ("Calmira", "calmirone")})


def made_up_in_pack(protocol: Protocol) -> tuple[str, ...]:
    """Return what a protocol has kept of the fictional brand: its sponsor, its products."""
    sponsors = dict.fromkeys(words for _, words in protocol.sponsor if words == _SPONSOR)
    brands = (each.brand for each in protocol.products if (each.brand, each.substance) in _PRODUCTS)
    return (*sponsors, *brands)


def made_up_in_reports(settings: Settings) -> dict[str, str]:
    """Return by which names of the program a report says who sends it, and to whom, by their keys.

    A name that the file sets is somebody's own, also where it is spelled as the program's.
    """
    said, usual, keys = settings.safety, SafetySettings(), dict(settings.keys)
    pairs = {
        "sender": (said.sender, usual.sender),
        "receiver": (said.receiver, usual.receiver),
        "organisation": (said.organisation, usual.organisation),
    }
    return {
        key: name
        for key, (name, shipped) in pairs.items()
        if name == shipped and f"safety.{key}" not in keys
    }


def made_up(protocol: Protocol, settings: Settings) -> tuple[str, ...]:
    """Return every name that would go out from a desk of real work, and is nobody's."""
    return (*made_up_in_pack(protocol), *made_up_in_reports(settings).values())
