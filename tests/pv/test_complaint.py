"""A complaint tells quality of the product and names nobody who wrote."""

import json
from dataclasses import replace

import pytest

from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.complaint import body, notice_of, subject, to_json
from webcare_desk.pv.edition import Later

WORDS = "De Ventora-pen lekt, mail me op franka@post.example of bel 06 12345678. Groet, FietsFranka"


@pytest.fixture
def complaint(case: SafetyCase) -> SafetyCase:
    """Give a case of a pen that leaks, with everything in it that could name somebody."""
    snapshot = replace(
        case.snapshot, text=WORDS, link="https://community.example/@FietsFranka/t1?c=@piet#c2"
    )
    return replace(
        case,
        snapshot=snapshot,
        situations=(Situation.COUNTERFEIT,),
        details=(("batch", "AB12/345678901"), ("family-name", "Jansen")),
        remark="mevrouw Jansen belde ook",
    )


def test_the_notice_has_what_quality_needs(complaint: SafetyCase) -> None:
    found = body(notice_of(complaint, None), "nl")
    assert "De klacht, woordelijk: “De Ventora-pen lekt" in found
    assert f"Ons kenmerk: {complaint.reference}" in found
    assert "Batch: AB12/345678901" in found
    assert "Mogelijk vervalst: ja" in found
    assert "Vindplaats: https://community.example/" in found
    assert f"Herkend door: {complaint.recognised_by}" in found
    assert "Voor het eerst gezien: 26 okt 2025" in found
    assert "Wat er nieuw is" not in found


@pytest.mark.requirement("P32")
def test_nobody_is_named_in_the_notice(complaint: SafetyCase) -> None:
    notice = notice_of(complaint, Later(VersionKind.FOLLOW_UP, 2, "Jansen heeft de pen nog"))
    for form in (body(notice, "nl"), body(notice, "en"), to_json(notice).decode()):
        for telling in ("FietsFranka", "franka@", "12345678.", "Jansen", "piet", "Hoe gaat het"):
            assert telling not in form
        assert "[MSK]" in form


def test_the_words_as_they_were_written_would_name_her(complaint: SafetyCase) -> None:
    assert "FietsFranka" in complaint.snapshot.text
    assert "FietsFranka" in complaint.snapshot.link


def test_a_batch_that_is_a_sentence_is_masked_like_one(complaint: SafetyCase) -> None:
    typed = replace(complaint, details=(("batch", "vraag FietsFranka, 06 12345678"),))
    assert notice_of(typed, None).batch == "vraag [MSK], [MSK]"


def test_what_is_not_known_is_said_so(case: SafetyCase) -> None:
    plain = replace(case, products=(), details=(), situations=())
    found = body(notice_of(plain, None), "en")
    assert "Product, in the writer's words: not said" in found
    assert "Batch: not said" in found
    assert "Possibly counterfeit: no" in found


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (VersionKind.FOLLOW_UP, "Follow-up of a quality complaint"),
        (VersionKind.AMENDMENT, "Amended quality complaint"),
        (VersionKind.NULLIFICATION, "Quality complaint taken back"),
        (VersionKind.CORRECTION, "Corrected quality complaint"),
    ],
)
def test_a_later_version_says_what_it_is(case: SafetyCase, kind: VersionKind, title: str) -> None:
    notice = notice_of(case, Later(kind, 3, "het was een andere pen"))
    assert subject(notice, "en") == f"{title} (version 3): {case.reference}"
    assert "What is new: het was een andere pen" in body(notice, "en")


def test_the_subject_is_fixed_words_and_the_reference(case: SafetyCase) -> None:
    assert subject(notice_of(case, None), "nl") == f"Kwaliteitsklacht: {case.reference}"


def test_a_machine_reads_the_same(complaint: SafetyCase) -> None:
    found = json.loads(to_json(notice_of(complaint, None)))
    assert found["format"] == "webcare-desk/complaint/1"
    assert (found["batch"], found["counterfeit"]) == ("AB12/345678901", True)
    assert (found["kind"], found["number"]) == ("", 1)


@pytest.mark.requirement("P32")
def test_who_signs_with_a_first_name_is_not_named_either(complaint: SafetyCase) -> None:
    words = "De Ventora-pen lekt, zie instagram.com/mar. Groet, Marieke"
    snapshot = replace(complaint.snapshot, author="Marieke Ventora", text=words)
    found = notice_of(replace(complaint, snapshot=snapshot), None)
    assert found.text == "De Ventora-pen lekt, zie [MSK] Groet, [MSK]"
