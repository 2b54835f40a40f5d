"""The words that ICH's first test files use where the final standard has numbers.

A message in those words is read as if it had the numbers. Imported when first needed (`lxml`).
"""

from collections.abc import Iterator

from lxml import etree

from webcare_desk.pv.e2b.outline import Node

_ICH = "2.16.840.1.113883.3.989.2.1."
_SYSTEMS = {
    "ich-type-of-message-in-batch-oid": "1.1",
    "ich-type-of-report-oid": "1.2",
    "ich-first-sender-of-this-case-oid": "1.3",
    "ich-report-nullification-amendment-oid": "1.5",
    "ich-qualification-oid": "1.6",
    "ich-sender-type-oid": "1.7",
    "ich-study-type-oid": "1.8",
    "ich-patient-age-group-oid": "1.9",
    "ich-term-highlighted-oid": "1.10",
    "ich-outcome-of-reaction-event-oid": "1.11",
    "ich-test-result-code-oid": "1.12",
    "ich-characterisation-of-drug-role-oid": "1.13",
    "ich-action-taken-with-drug-oid": "1.15",
    "ich-additional-info-on-drug-code-oid": "1.17",
    "ich-observation-code-oid": "1.19",
    "ich-date-of-creation-oid": "1.24",
    "ich-attentionLine-code-oid": "1.24",
    "ich-senders-safety-report-identifier-oid": "3.1",
    "ich-worldwide-case-identifier-oid": "3.2",
    "caseIdentifierOid": "3.3",
    "oidAuthorisationNumber": "3.4",
    "oidSponsorStudyNumber": "3.5",
    "oidStudyRegistrationNumber": "3.6",
    "ich-gp-medical-record-number-oid": "3.7",
    "ich-specialist-record-number-oid": "3.8",
    "ich-hospital-record-number-oid": "3.9",
    "ich-investigation-number-oid": "3.10",
    "ich-message-sender-identifier-oid": "3.11",
    "ich-message-receiver-identifier-oid": "3.12",
    "ich-batch-sender-identifier-oid": "3.13",
    "ich-batch-receiver-identifier-oid": "3.14",
    "ich-ack-sender-identifier-oid": "3.15",
    "ich-ack-receiver-identifier-oid": "3.16",
    "ich-ack-batch-sender-identifier-oid": "3.17",
    "ich-ack-batch-receiver-identifier-oid": "3.18",
    "ich-local-report-number-oid": "3.19",
    "ich-ack-batch-number-oid": "3.20",
    "ich-ack-local-message-number-oid": "3.21",
    "sender-identifier-value": "3.22",
    "sendersReportNamespaceOid": "3.1",
    "worldWideCaseIdOid": "3.2",
    "oidMessageNumber": "3.1",
}
#: One system for what the standard later gave a system each.
_ONE_FOR_ALL = "ich-observation-code-oid"
#: Words that do not stand as such in the outline: their system and their code.
_WORDS = {
    "recurrenceofreaction": ("1.19", "31"),
    "hospitalmrn": ("1.4", "3"),
    "gpmrn": ("1.4", "1"),
    "specialistmrn": ("1.4", "2"),
    "investigation": ("1.4", "4"),
    "reporter": ("1.21", "2"),
    "concommitanttherapy": ("1.19", "11"),
    "nullificationamendmentcode": ("1.23", "3"),
    "nullificationamendmentreason": ("1.23", "4"),
    "acknowledgementlocalmessagenumber": ("1.24", "2"),
    "dateoficsrbatchtransmission": ("1.24", "3"),
}
_INTERNAL = "oidInternalReferencesTo"


def unalias(root: etree._Element, outline: Node) -> None:
    """Replace the words of the test files by the numbers, in place; other messages stay."""
    words: dict[str, tuple[str, str]] | None = None
    for found in root.iter():
        if found.get("root", "").startswith(_INTERNAL) and found.get("extension"):
            found.set("root", f"{found.get('root')}-{found.get('extension')}")
            del found.attrib["extension"]
        for name in ("codeSystem", "root"):
            given = found.get(name, "")
            if given in _SYSTEMS:
                words = words or {**dict(_labels(outline)), **_WORDS}
                _number(found, name, given, words)


def _number(
    found: etree._Element, name: str, given: str, words: dict[str, tuple[str, str]]
) -> None:
    found.set(name, _ICH + _SYSTEMS[given])
    known = words.get(found.get("code", "").lower()) if name == "codeSystem" else None
    if known is None:
        return
    system, code = known
    found.set("code", code)
    if given == _ONE_FOR_ALL:
        found.set(name, _ICH + system)


def _labels(node: Node) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give what the outline calls its codes, in small letters, with system and code."""
    fixed = dict(node.fixed)
    if "displayName" in fixed and "code" in fixed:
        system = fixed["codeSystem"].removeprefix(_ICH)
        yield fixed["displayName"].lower(), (system, fixed["code"])
    for kid in node.kids:
        yield from _labels(kid)
