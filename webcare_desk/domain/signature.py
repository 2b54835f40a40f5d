"""Electronic signatures: who signed which record, when, and what that means.

A signature covers the digest of the very record it is under, together with
its document, meaning, name, time and protocol (21 CFR 11.50, 11.70): moved to
another record, or with one byte changed, it no longer verifies.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from webcare_desk.domain.audit import Digest, Name, canonical
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.spans import SECOND


class Meaning(StrEnum):
    """What a signature stands for (21 CFR 11.50(a)(3))."""

    AUTHORED = "authored"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    QUALITY_CHECKED = "quality-checked"
    RESPONSIBLE = "responsible"
    ERASURE_ASKED = "erasure-asked"
    ERASURE_APPROVED = "erasure-approved"
    RESTORE_APPROVED = "restore-approved"
    FORK_APPROVED = "fork-approved"


#: The meanings in English, as a printed signature shows them.
MEANINGS = {
    Meaning.AUTHORED: "authored this",
    Meaning.REVIEWED: "reviewed this",
    Meaning.APPROVED: "approved this",
    Meaning.QUALITY_CHECKED: "checked the quality of this",
    Meaning.RESPONSIBLE: "takes responsibility for this",
    Meaning.ERASURE_ASKED: "asked for this erasure",
    Meaning.ERASURE_APPROVED: "approved this erasure",
    Meaning.RESTORE_APPROVED: "approved this restore",
    Meaning.FORK_APPROVED: "approved going on with another log",
}


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A person's new signing key: public half, and private half under the password."""

    public: Name
    sealed: str


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A signing key of an account as the desk keeps it.

    `sealed` is empty once the key has ended; `ended_by` is who set another
    password: the owner, or an administrator.
    """

    id: int
    public: Name
    sealed: str
    ended_by: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as it is kept; `at` in UTC microseconds, `zone` as `utc+01:00`.

    `name` is the printed name at that moment. `protocol` is the digest of the
    protocol in force then, or None before the first one.
    """

    id: int
    signer: str
    name: str
    role: Role
    session: str
    at: int
    zone: Name
    meaning: Meaning
    record: Digest
    document: Name
    protocol: Digest | None
    key: Name
    signed: bytes


def covered(signature: Signature) -> bytes:
    """Return the bytes a signature is made over: everything but itself and its row."""
    return canonical(
        {
            "v": "webcare-desk signature v1",
            "signer": signature.signer,
            "name": signature.name,
            "role": signature.role,
            "session": signature.session,
            "at": signature.at,
            "zone": signature.zone,
            "meaning": signature.meaning,
            "record": signature.record,
            "document": signature.document,
            "protocol": signature.protocol,
        }
    )


def zone_name(minutes: int) -> Name:
    """Return a zone by its minutes ahead of UTC, as `utc+01:00`."""
    sign = "-" if minutes < 0 else "+"
    return Name(f"utc{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}")


def printed_time(at: int, zone: str) -> str:
    """Return a moment (UTC microseconds) as its signer's clock showed it, with the zone."""
    sign = -1 if zone[3:4] == "-" else 1
    hours, minutes = int(zone[4:6]), int(zone[7:9])
    offset = timezone(sign * timedelta(hours=hours, minutes=minutes))
    moment = datetime.fromtimestamp(at // SECOND, UTC).astimezone(offset)
    return f"{moment:%Y-%m-%d %H:%M:%S} {zone.upper()}"


def signature_line(signature: Signature) -> str:
    """Return the same in one line: name, role, meaning and time with its zone."""
    meaning, time = MEANINGS[signature.meaning], printed_time(signature.at, signature.zone)
    return f"{signature.name} ({signature.role.value}) {meaning}, {time}"


def signature_block(signature: Signature) -> tuple[str, ...]:
    """Return the lines a signed record shows (21 CFR 11.50): name, meaning, time, what."""
    return (
        f"Signed by {signature.name} ({signature.role.value})",
        f"Meaning: {signature.name} {MEANINGS[signature.meaning]} [{signature.meaning.value}]",
        f"Time: {printed_time(signature.at, signature.zone)}",
        f"Document: {signature.document}",
        f"Record SHA-256: {signature.record}",
        f"Protocol SHA-256: {signature.protocol or 'none in force'}",
        f"Key: {signature.key}",
    )
