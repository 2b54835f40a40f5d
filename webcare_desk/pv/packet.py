"""The packet to PV: the case as JSON for machines, and all parts of the mail.

Format `webcare-desk/packet/1`: canonical JSON (`domain.audit.canonical`), each
time as `{"us": microseconds, "utc": ISO 8601}`, each span with its words, the
`version` of the report that is sent (a packet of an earlier program has none), and
the signed head of the audit log, which makes PV a witness of the log.
"""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from webcare_desk.domain.audit import canonical
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.original import OriginalProof
from webcare_desk.errors import PacketError
from webcare_desk.pv import cioms
from webcare_desk.pv.e2b.write import lost_in, write
from webcare_desk.pv.edition import Edition
from webcare_desk.pv.labels import label
from webcare_desk.pv.narrative import narrative
from webcare_desk.pv.report import to_pdf
from webcare_desk.pv.wire import FORMAT, PacketWire, wire_of
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: A thread of 5 MB in another script than Latin is 30 MB of ASCII escapes.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a packet, as a mail attaches it."""

    name: str
    mime_type: str
    content: bytes


def to_json(
    case: SafetyCase,
    head: str,
    original: OriginalProof | None = None,
    edition: Edition | None = None,
) -> bytes:
    """Return the packet of `case` with the signed head as canonical JSON.

    A case that is frozen has no `edition` yet; one that is sent has.
    """
    return canonical(wire_of(case, head, original, edition))


def case_from_json(data: bytes) -> tuple[SafetyCase, str]:
    """Return case and head of foreign bytes, or raise PacketError.

    The head is not verified here: that takes the desk's public key.
    """
    found = _wire_in(data)
    return found.to_case(), found.head


def _wire_in(data: bytes) -> PacketWire:
    if len(data) > LARGEST:
        msg = QT_TRANSLATE_NOOP("Said", "The packet is larger than {most} MiB.")
        raise PacketError(Said.of(msg, most=LARGEST // 1024 // 1024))
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The packet is not JSON.")
        raise PacketError(Said.of(msg)) from error
    return _checked(found)


def _checked(found: object) -> PacketWire:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        msg = QT_TRANSLATE_NOOP("Said", "The file is not a packet in the format {form}.")
        raise PacketError(Said.of(msg, form=FORMAT))
    try:
        return PacketWire.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the packet"
        msg = QT_TRANSLATE_NOOP("Said", "The packet has a wrong value at {place}: {reason}.")
        raise PacketError(Said.of(msg, place=place[:200], reason=first["msg"])) from error


def parts(
    case: SafetyCase,
    head: str,
    language: str,
    edition: Edition,
    original: OriginalProof | None = None,
) -> tuple[Part, ...]:
    """Return what is attached to the mail: packet, report, E2B, CIOMS, signed head.

    `edition` is the version that is sent. `original` has the hashes of the frozen original,
    whose files are attached beside these.
    """
    batch = edition.batch
    return (
        Part("packet.json", "application/json", to_json(case, head, original, edition)),
        Part("report.pdf", "application/pdf", to_pdf(case, head, language, edition)),
        Part("e2b-r3.xml", "application/xml", write(batch).data),
        Part("cioms.pdf", "application/pdf", cioms.to_pdf(batch, language)),
        Part("checkpoint.txt", "text/plain", head.encode("utf-8", "backslashreplace")),
    )


def subject(case: SafetyCase, language: str, edition: Edition) -> str:
    """Return the mail's subject: fixed words and our reference, no other text."""
    if edition.later is not None:
        return f"{edition.later.title(language)}: {case.reference}"
    words = {"nl": "Mogelijke bijwerking", "en": "Possible adverse event"}
    return f"{words.get(language, words['en'])}: {case.reference}"


def body(case: SafetyCase, head: str, language: str, edition: Edition) -> str:
    """Return the mail's plain text: the version, what is new, the narrative, the signed head."""
    return f"{_about(edition, language, case.zone)}\n\n{narrative(case, language)}\n\n--\n{head}"


def _about(edition: Edition, language: str, zone: str) -> str:
    number, later = ": ".join(edition.number(language)), edition.later
    lost = _lost(edition, language)
    if later is None:
        return "\n".join((number, *lost))
    news = (": ".join(each) for each in edition.news(later, language, zone))
    why = label("as-frozen", language)
    return "\n".join((later.title(language), "", number, *news, *lost, "", why))


def _lost(edition: Edition, language: str) -> tuple[str, ...]:
    """Return a line on what the report has another character for; nothing where it has none."""
    told = (
        f"{code} ({', '.join(f'U+{point:04X}' for point in sorted({*points}))})"
        for code, points in lost_in(edition.batch).items()
    )
    where = "; ".join(told)
    return (label("replaced", language).format(where),) if where else ()
