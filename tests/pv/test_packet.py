"""The packet comes back as it was written, and foreign bytes are refused in a sentence."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pv.conftest import HEAD, first_edition
from webcare_desk.domain.audit import canonical
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.icsr import Awareness, SafetyCase, Snapshot, ThreadPost
from webcare_desk.domain.original import OriginalProof
from webcare_desk.errors import PacketError
from webcare_desk.pv import packet
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import (
    body,
    case_from_json,
    parts,
    subject,
    to_json,
)

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_TIMES = st.integers(0, 9_000_000_000_000_000 // 2)
_POSTS = st.builds(ThreadPost, _TEXTS, _TEXTS, _TIMES, st.booleans())
_SNAPSHOTS = st.builds(
    Snapshot,
    source=_TEXTS,
    remote_id=_TEXTS,
    link=_TEXTS,
    author=_TEXTS,
    text=_TEXTS,
    language=st.sampled_from(["nl", "en"]),
    revision=st.integers(1, 1000),
    taken_at=_TIMES,
    thread_title=_TEXTS,
    thread=st.lists(_POSTS, max_size=3).map(tuple),
    posts_in_thread=st.none() | st.integers(1, 999),
    visibility=st.sampled_from(Visibility),
)


@st.composite
def cases(draw: st.DrawFn) -> SafetyCase:
    """Draw a case with any texts, any times and spans inside its text."""
    snapshot = draw(_SNAPSHOTS)
    place = st.integers(0, len(snapshot.text))
    span = st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))
    spans = st.lists(span, max_size=3).map(tuple)
    evidence = st.builds(Evidence, st.sampled_from(Presence), spans, st.booleans())
    words = st.lists(_TEXTS, max_size=3).map(tuple)
    return SafetyCase(
        reference=draw(_TEXTS),
        snapshot=snapshot,
        awareness=Awareness(draw(_TIMES), draw(_TIMES), draw(_TIMES), draw(_TIMES)),
        due_at=draw(_TIMES),
        criteria=tuple((criterion, draw(evidence)) for criterion in Criterion),
        situations=tuple(draw(st.lists(st.sampled_from(Situation), max_size=4))),
        products=draw(words),
        event_words=draw(words),
        recognised_by=draw(_TEXTS),
        protocol=draw(_TEXTS),
        remark=draw(_TEXTS),
    )


@settings(max_examples=100, deadline=None)
@given(cases(), _TEXTS)
def test_a_packet_comes_back_as_it_was_written(case: SafetyCase, head: str) -> None:
    written = to_json(case, head)
    assert case_from_json(written) == (case, head)
    assert written == to_json(*case_from_json(written))


def test_a_packet_without_a_zone_is_of_amsterdam_and_one_of_nowhere_is_refused(
    case: SafetyCase,
) -> None:
    told = json.loads(to_json(replace(case, zone="Asia/Tokyo"), HEAD))
    for zone in ("Nowhere/City", "../etc", ""):
        with pytest.raises(PacketError):
            case_from_json(json.dumps(told | {"zone": zone}).encode())
    assert case_from_json(json.dumps(told).encode())[0].zone == "Asia/Tokyo"
    del told["zone"]
    assert case_from_json(json.dumps(told).encode())[0] == case


def test_a_packet_keeps_the_hashes_of_its_original(case: SafetyCase) -> None:
    proof = OriginalProof(1_761_439_800_000_000, "0" * 64, None)
    written = to_json(case, HEAD, proof)
    told = json.loads(written)["original"]
    assert (told["json_sha256"], told["picture_sha256"]) == ("0" * 64, None)
    assert told["taken_at"]["us"] == proof.taken_at
    assert json.loads(to_json(case, HEAD)).get("original") is None
    assert case_from_json(written) == (case, HEAD)


def test_a_packet_says_each_time_twice_and_each_span_with_its_words(case: SafetyCase) -> None:
    found = json.loads(to_json(case, HEAD))
    assert found["format"] == "webcare-desk/packet/1"
    assert found["head"] == HEAD
    assert found["clocks"]["first_viewed_at"] == {
        "us": 1_761_439_800_000_000,
        "utc": "2025-10-26T00:50:00.000000Z",
    }
    patient = found["criteria"][0]
    assert patient["spans"] == [{"start": 5, "end": 11, "words": "moeder"}]


def spoil(found: dict[str, Any], path: str, value: object) -> bytes:
    *way, last = path.split(".")
    place: Any = found
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if value is Ellipsis:
        del place[last]
    else:
        place[last] = value
    return canonical(found)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("format", "webcare-desk/packet/2", "format"),
        ("format", ..., "format"),
        ("head", ..., "head"),
        ("head", 7, "head"),
        ("extra", 1, "extra"),
        ("snapshot.text", "another text", "words of a span"),
        ("snapshot.revision", "1", "snapshot.revision"),
        ("snapshot.thread.0.is_subject", 1, "is_subject"),
        ("clocks.due_at.us", 1, "two forms of the time"),
        ("clocks.due_at.us", 10**15 * 8, "two forms of the time"),
        ("clocks.due_at.us", -1, "two forms of the time"),
        ("clocks.due_at.us", True, "clocks.due_at.us"),
        ("criteria.0.criterion", "event", "once each"),
        ("criteria.0.presence", "maybe", "presence"),
        ("criteria.0.spans.0.start", -60, "words of a span"),
        ("situations", ["fire"], "situations"),
        ("original", {"json_sha256": "x", "picture_sha256": None}, "original"),
    ],
)
def test_a_packet_with_a_wrong_value_is_refused_by_its_place(
    case: SafetyCase, path: str, value: object, said: str
) -> None:
    found = json.loads(to_json(case, HEAD))
    with pytest.raises(PacketError, match=said):
        case_from_json(spoil(found, path, value))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b'"x"', b"NaN", b"{}"]
)
def test_foreign_bytes_are_a_sentence(data: bytes) -> None:
    with pytest.raises(PacketError, match=r"not JSON|not a packet"):
        case_from_json(data)


def test_a_packet_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "LARGEST", 1024 * 1024)
    with pytest.raises(PacketError, match="larger than 1 MiB"):
        case_from_json(b" " * (1024 * 1024 + 1))


def test_the_parts_are_packet_report_and_head(case: SafetyCase) -> None:
    made = parts(case, HEAD, "nl", first_edition(case))
    assert [(part.name, part.mime_type) for part in made] == [
        ("packet.json", "application/json"),
        ("report.pdf", "application/pdf"),
        ("e2b-r3.xml", "application/xml"),
        ("cioms.pdf", "application/pdf"),
        ("checkpoint.txt", "text/plain"),
    ]
    assert case_from_json(made[0].content) == (case, HEAD)
    assert made[1].content.startswith(b"%PDF-")
    assert read(made[2].content).batch == case_batch(case, Profile.INTAKE)
    assert made[3].content.startswith(b"%PDF-")
    assert made[4].content == HEAD.encode()


def test_the_subject_holds_the_reference_and_nothing_of_the_comment(case: SafetyCase) -> None:
    edition = first_edition(case)
    assert subject(case, "nl", edition) == "Mogelijke bijwerking: WD-2025-0001"
    for language in ("en", "fr"):
        assert subject(case, language, edition) == "Possible adverse event: WD-2025-0001"


def test_the_body_is_the_number_the_narrative_and_the_head(case: SafetyCase) -> None:
    first, _, text = body(case, HEAD, "en", first_edition(case)).partition("\n\n")
    assert first == (
        "Report number (C.1.1): NL-WEBCARE-WD20250001 "
        "(it ends in our reference, written without punctuation)"
    )
    assert text.startswith("Reference: WD-2025-0001.")
    assert text.endswith(HEAD)
    assert replace(case, remark="").snapshot.text in text
