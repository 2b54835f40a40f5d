"""What PV opens of a later version: every form of its packet says the same of it."""

import io
import json
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from typing import Any

import pypdf
import pytest

from tests.support.safety import Safety, add_plain_case
from webcare_desk.casebook.versions import News, amend, correct, follow_up, nullify
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.jobs.forward import packet_mail
from webcare_desk.pv.packet import case_from_json

WORDS = "opgenomen in het ziekenhuis"
NUMBER = "NL-WEBCARE-WD20250001"


def forms(safety: Safety, language: str, case: int = 1) -> dict[str, bytes]:
    """Return the parts of the mail of the latest version by their names; `body` is its text."""
    read = safety.bench.desk.read
    delivery = read.delivery(read.case_versions(case)[-1].delivery or 0)
    escalation = read.escalation(case)
    assert delivery is not None
    assert escalation is not None
    mail = packet_mail(
        safety.bench.desk,
        delivery,
        escalation,
        sender="a@b.example",
        recipient="p@v.example",
        language=language,
    )
    found: dict[str, bytes] = {}
    for part in BytesParser(policy=policy.default).parsebytes(mail).walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            found.setdefault(part.get_filename() or "body", content)
    return found


def packet(found: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(found["packet.json"]))


def shown(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def take_back(safety: Safety) -> CaseStanding:
    return nullify(safety.bench.desk, 1, safety.sanne.actor, WORDS)


def tell(safety: Safety) -> CaseStanding:
    return follow_up(safety.bench.desk, 1, safety.sanne.actor, News(WORDS))


def change(safety: Safety) -> CaseStanding:
    return amend(safety.bench.desk, 1, safety.sanne.actor, News(WORDS))


def mend(safety: Safety) -> CaseStanding:
    return correct(safety.bench.desk, 1, safety.sanne.actor, News(WORDS))


#: 26 October 2025 is day zero; the desk's clock stands in March 2026.
OLD, NEW = ("2025-10-26", "26 okt 2025", "26 Oct 2025"), ("2026-03-03", "3 mrt 2026", "3 Mar 2026")
KINDS = pytest.mark.parametrize(
    ("make", "kind", "titles", "at"),
    [
        (tell, "follow-up", ("Vervolgmelding (versie 2)", "Follow-up report (version 2)"), NEW),
        (
            take_back,
            "nullification",
            ("Intrekking van de melding (versie 2)", "Nullification (version 2)"),
            NEW,
        ),
        (change, "amendment", ("Gewijzigde melding (versie 2)", "Amended report (version 2)"), OLD),
        (
            mend,
            "correction",
            ("Verbeterde melding (versie 2)", "Corrected report (version 2)"),
            OLD,
        ),
    ],
)


@pytest.mark.requirement("P19")
@KINDS
def test_every_form_of_a_later_version_says_what_it_is(
    safety: Safety,
    make: Callable[[Safety], CaseStanding],
    kind: str,
    titles: tuple[str, str],
    at: tuple[str, str, str],
) -> None:
    safety.leave()
    safety.ack(code="CR" if make is mend else "CA")
    safety.later()
    make(safety)
    for language, title, day in zip(("nl", "en"), titles, at[1:], strict=True):
        found = forms(safety, language)
        for text in (found["body"].decode(), shown(found["report.pdf"])):
            assert [each for each in (title, WORDS, NUMBER, day) if each not in text] == []
        version = packet(found)["version"]
        assert version["received_at"].pop("utc").startswith(at[0])
        assert version.pop("received_at")["us"] > 0
        assert version == {"number": 2, "kind": kind, "words": WORDS, "report": NUMBER}


def test_a_reason_is_called_by_its_element_and_news_is_not(safety: Safety) -> None:
    safety.leave()
    safety.ack()
    safety.later()
    tell(safety)
    assert "What is new or mended: opgenomen" in forms(safety, "en")["body"].decode()
    safety.leave()
    safety.later()
    take_back(safety)
    assert "Reden (C.1.11.2): opgenomen" in forms(safety, "nl")["body"].decode()


def test_a_first_version_has_its_number_in_every_form_too(safety: Safety) -> None:
    found = forms(safety, "nl")
    assert packet(found)["version"]["kind"] == "initial"
    assert packet(found)["version"]["report"] == NUMBER
    for text in (found["body"].decode(), shown(found["report.pdf"])):
        assert f"{NUMBER} (het eindigt op ons kenmerk, zonder leestekens geschreven)" in text
        assert "versie" not in text.casefold().replace("versie 1", "")


def test_a_case_of_which_the_packet_alone_was_kept_is_a_first_version(safety: Safety) -> None:
    case = add_plain_case(safety)
    assert packet(forms(safety, "nl", case))["version"]["number"] == 1


def test_a_packet_without_its_version_is_read_as_before(safety: Safety) -> None:
    found = packet(forms(safety, "nl"))
    whole = case_from_json(json.dumps(found).encode())
    del found["version"]
    assert case_from_json(json.dumps(found).encode()) == whole
