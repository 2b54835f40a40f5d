"""How safety cases are filed: sender and receiver, day zero, and files of the user's own."""

import re
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.table import Table

#: What stands in an identifier of E2B(R3), such as C.1.1: no blank, no hyphen.
_PARTY = re.compile(r"[A-Za-z0-9_.]{1,60}")
_COUNTRY = re.compile(r"([A-Z]{2})?")
_CAPITALS = QT_TRANSLATE_NOOP("Said", "two capital letters, such as NL")
_SHORT = QT_TRANSLATE_NOOP("Said", "at most 100 characters")
_LONGEST_NAME, _LAST_TYPE = 100, 7


class DayZeroPolicy(StrEnum):
    """Which time the sponsor calls day zero."""

    POSTED = "posted"
    INGESTED = "ingested"
    FIRST_VIEWED = "first-viewed"
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True)
class SafetySettings:
    """Who files with whom; `sender_type` is C.3.1 (6: another, such as an agency).

    `country` is where a reporter is taken to be who does not tell it; empty: where the protocol is.
    `schema_pack` and `meddra` are folders with the official XML schemas and a MedDRA release,
    which the user brings; empty means none.
    """

    sender: str = "WEBCARE"
    receiver: str = "PV"
    organisation: str = "Webcare Desk"
    country: str = ""
    sender_type: int = 6
    day_zero: DayZeroPolicy = DayZeroPolicy.FIRST_VIEWED
    schema_pack: str = ""
    meddra: str = ""


def read_safety(table: Table) -> SafetySettings:
    """Return what the table `safety` says."""
    usual = SafetySettings()
    safety = SafetySettings(
        sender=table.text("sender", usual.sender),
        receiver=table.text("receiver", usual.receiver),
        organisation=table.text("organisation", usual.organisation).strip(),
        country=table.text("country", usual.country),
        sender_type=table.whole("sender_type", usual.sender_type, _LAST_TYPE, least=1),
        day_zero=table.member("day_zero", DayZeroPolicy, usual.day_zero),
        schema_pack=table.text("schema_pack", ""),
        meddra=table.text("meddra", ""),
    )
    for key in ("sender", "receiver"):
        if not _PARTY.fullmatch(getattr(safety, key)):
            wanted = QT_TRANSLATE_NOOP("Said", "letters, digits, dots and underscores, at most 60")
            raise table.missing(key, Said.of(wanted))
    for key, is_right, wanted in (
        ("country", _COUNTRY.fullmatch(safety.country), _CAPITALS),
        ("organisation", 0 < len(safety.organisation) <= _LONGEST_NAME, _SHORT),
    ):
        if not is_right:
            raise table.missing(key, Said.of(wanted))
    table.refuse_rest()
    return safety
