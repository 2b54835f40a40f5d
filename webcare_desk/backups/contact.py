"""Whom to call or mail at PV, as far as the desk's settings and protocol can be read."""

from pathlib import Path

from webcare_desk.errors import WebcareError
from webcare_desk.paths import protocols_dir
from webcare_desk.settings import RECIPIENT, SENDER, Settings, read_settings

#: What a reference of the protocol is called that says how to reach PV.
REFERENCE = "pv_contact"


def contact_of(folder: Path, language: str) -> str:
    """Return how PV is reached, one way a line; empty where nothing of it can be read."""
    try:
        settings = read_settings(folder)
    except WebcareError:
        settings = Settings()
    recipient = settings.courier.recipient
    known = [] if recipient in {RECIPIENT, SENDER} else [recipient]
    return "\n".join([*_named_by_protocol(folder, settings, language), *known])


def _named_by_protocol(folder: Path, settings: Settings, language: str) -> list[str]:
    from webcare_desk.rulebook import load_in_force  # loads YAML, pydantic

    packs = Path(settings.protocols or protocols_dir())
    try:
        protocol = load_in_force(packs, settings.pack, folder).protocol
    except WebcareError:
        return []
    found = [each for each in protocol.references.values() if each.id == REFERENCE]
    texts = [dict(each.text) for each in found]
    return [text.get(language) or next(iter(text.values())) for text in texts if text]
