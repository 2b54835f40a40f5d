"""The packet to PV: the case as JSON for machines, and all parts of the mail.

Format `webcare-desk/packet/1`: canonical JSON (`domain.audit.canonical`), each
time as `{"us": microseconds, "utc": ISO 8601}`, each span with its words, and
the signed head of the audit log, which makes PV a witness of the log.
"""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from webcare_desk.domain.audit import canonical
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import Section
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.original import OriginalProof
from webcare_desk.errors import PacketError
from webcare_desk.pv import cioms
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.e2b.write import write
from webcare_desk.pv.narrative import narrative
from webcare_desk.pv.report import to_pdf
from webcare_desk.pv.wire import FORMAT, PacketWire, wire_of

#: A thread of 5 MB in another script than Latin is 30 MB of ASCII escapes.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a packet, as a mail attaches it."""

    name: str
    mime_type: str
    content: bytes


def to_json(case: SafetyCase, head: str, original: OriginalProof | None = None) -> bytes:
    """Return the packet of `case` with the signed head as canonical JSON."""
    return canonical(wire_of(case, head, original))


def case_from_json(data: bytes) -> tuple[SafetyCase, str]:
    """Return case and head of foreign bytes, or raise PacketError.

    The head is not verified here: that takes the desk's public key.
    """
    found = _wire_in(data)
    return found.to_case(), found.head


def original_in(data: bytes) -> OriginalProof | None:
    """Return what a packet says of the frozen original, or raise PacketError."""
    found = _wire_in(data).original
    return None if found is None else found.to_proof()


def _wire_in(data: bytes) -> PacketWire:
    if len(data) > LARGEST:
        msg = f"The packet is larger than {LARGEST // 1024 // 1024} MiB."
        raise PacketError(msg)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        msg = "The packet is not JSON."
        raise PacketError(msg) from error
    return _checked(found)


def _checked(found: object) -> PacketWire:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        msg = f"The file is not a packet in the format {FORMAT}."
        raise PacketError(msg)
    try:
        return PacketWire.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the packet"
        msg = f"The packet has a wrong value at {place[:200]}: {first['msg']}."
        raise PacketError(msg) from error


def parts(
    case: SafetyCase,
    head: str,
    language: str,
    batch: Section | None = None,
    original: OriginalProof | None = None,
) -> tuple[Part, ...]:
    """Return what is attached to the mail: packet, report, E2B, CIOMS, signed head.

    `batch` is the version that is sent; without one it is made from the case. `original` has the
    hashes of the frozen original, whose files are attached beside these.
    """
    batch = batch or case_batch(case, Profile.INTAKE)
    return (
        Part("packet.json", "application/json", to_json(case, head, original)),
        Part("report.pdf", "application/pdf", to_pdf(case, head, language)),
        Part("e2b-r3.xml", "application/xml", write(batch).data),
        Part("cioms.pdf", "application/pdf", cioms.to_pdf(batch, language)),
        Part("checkpoint.txt", "text/plain", head.encode("utf-8", "backslashreplace")),
    )


_TITLES = {
    VersionKind.FOLLOW_UP: {"nl": "Vervolgmelding", "en": "Follow-up report"},
    VersionKind.AMENDMENT: {"nl": "Gewijzigde melding", "en": "Amended report"},
    VersionKind.NULLIFICATION: {"nl": "Intrekking van de melding", "en": "Nullification"},
    VersionKind.CORRECTION: {"nl": "Verbeterde melding", "en": "Corrected report"},
}


@dataclass(frozen=True, slots=True)
class Later:
    """A version after the first one: what it is, its number, and what was said of it."""

    kind: VersionKind
    number: int
    words: str

    def title(self, language: str) -> str:
        """Return what it is called, with its number."""
        titles = _TITLES[self.kind]
        version = {"nl": "versie"}.get(language, "version")
        return f"{titles.get(language, titles['en'])} ({version} {self.number})"


def subject(case: SafetyCase, language: str, later: Later | None = None) -> str:
    """Return the mail's subject: fixed words and our reference, no other text."""
    if later is not None:
        return f"{later.title(language)}: {case.reference}"
    words = {"nl": "Mogelijke bijwerking", "en": "Possible adverse event"}
    return f"{words.get(language, words['en'])}: {case.reference}"


def body(case: SafetyCase, head: str, language: str, later: Later | None = None) -> str:
    """Return the mail's plain text: what is new, the narrative, then the signed head."""
    new = "" if later is None else f"{later.title(language)}\n\n{later.words}\n\n"
    return f"{new}{narrative(case, language)}\n\n--\n{head}"
