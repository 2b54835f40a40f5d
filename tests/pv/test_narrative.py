"""The narrative says who saw what when, from the fields alone."""

from dataclasses import replace
from operator import attrgetter

import pytest
from hypothesis import given, settings

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment, first_edition
from tests.pv.test_packet import cases
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.complaint import body as complaint_body
from webcare_desk.pv.complaint import notice_of
from webcare_desk.pv.edition import Later
from webcare_desk.pv.narrative import narrative, sentences, traced


@pytest.mark.requirement("P8")
def test_the_english_narrative_tells_the_whole_way(case: SafetyCase) -> None:
    told = sentences(replace(case, situations=(Situation.OVERDOSE,)), "en")
    assert told == (
        "Reference: WD-2025-0001.",
        (
            "On 26 Oct 2025 00:32:00 UTC (Amsterdam: 26 Oct 2025 02:32:00 +02:00) “FietsFranka” "
            "posted a comment in the thread “Hoe gaat het met de pen?” on varen "
            "(https://community.example/t1#c2)."
        ),
        f"The comment (language: nl, revision 1) reads: “{TEXT}”",
        "The desk took it in on 26 Oct 2025 00:40:00 UTC (Amsterdam: 26 Oct 2025 02:40:00 +02:00).",
        (
            "A person at the desk first saw it on 26 Oct 2025 00:50:00 UTC "
            "(Amsterdam: 26 Oct 2025 02:50:00 +02:00): this is day zero (GVP VI.B.7)."
        ),
        (
            "Noor de Wit recognised it as reportable on 26 Oct 2025 00:55:00 UTC "
            "(Amsterdam: 26 Oct 2025 02:55:00 +02:00), under protocol brand@3."
        ),
        "It is due at PV by 27 Oct 2025 00:30:00 UTC (Amsterdam: 27 Oct 2025 01:30:00 +01:00).",
        "Patient: present (“moeder”).",
        "Reporter: present (defaulted: consumer).",
        "Product: present (“Ventora-pen”).",
        "Event: present (“hoofdpijn”).",
        "Products, as spelled: “Ventora-pen”.",
        "Words for the event: “hoofdpijn”.",
        "Special situations: overdose.",
        "The desk judges neither seriousness nor causality nor coding; PV does.",
        "Remark of the moderator: “Gevraagd: leeftijd.”",
    )


@pytest.mark.requirement("P16")
def test_the_dutch_narrative_is_dutch(case: SafetyCase) -> None:
    told = narrative(replace(case, remark=""), "nl")
    assert "dit is dag nul (GVP VI.B.7)" in told
    assert "26 okt 2025 02:50:00 +02:00" in told
    assert "Melder: aanwezig (aangenomen: consument)." in told
    assert told.endswith(
        "De desk beoordeelt ernst, oorzakelijk verband en codering niet; dat doet PV."
    )


def test_the_two_hours_called_half_past_two_are_told_apart(case: SafetyCase) -> None:
    later = replace(case, due_at=case.awareness.posted_at + 3_600_000_000)
    told = narrative(later, "en")
    assert "Amsterdam: 26 Oct 2025 02:32:00 +02:00" in told
    assert "Amsterdam: 26 Oct 2025 02:32:00 +01:00" in told


@pytest.mark.requirement("P8")
def test_the_time_beside_utc_is_that_of_the_desk(case: SafetyCase) -> None:
    there = replace(case, zone="America/New_York")
    assert "00:32:00 UTC (New York: 25 Oct 2025 20:32:00 -04:00)" in narrative(there, "en")
    assert "Amsterdam" not in narrative(there, "nl")
    notice = notice_of(there, None)
    assert "(New York: 25 okt 2025 20:32:00 -04:00)" in complaint_body(notice, "nl")
    later = Later(VersionKind.FOLLOW_UP, 2, "news")
    news = first_edition(there).news(later, "en", there.zone)
    assert "(New York: 25 Oct 2025 " in news[0][1]


@pytest.mark.parametrize(
    ("language", "says"),
    [("nl", "een reactie op import:wk.\n"), ("en", "a comment on import:wk.\n")],
)
def test_a_thread_without_a_title_and_a_link_that_is_not_there_are_left_out(
    case: SafetyCase, language: str, says: str
) -> None:
    bare = replace(case.snapshot, thread_title="", link="", source="import:wk")
    assert says in narrative(replace(case, snapshot=bare), language)
    told = traced(replace(case, snapshot=bare), language)[1].fields
    assert told == ("awareness.posted_at", "snapshot.author", "snapshot.source")


@pytest.mark.requirement("P16")
@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=50, deadline=None)
@given(cases())
def test_the_narrative_holds_every_text_and_is_the_same_each_time(
    language: str, case: SafetyCase
) -> None:
    told = narrative(case, language)
    assert told == narrative(case, language)
    snapshot = case.snapshot
    texts = [snapshot.text, snapshot.author, snapshot.thread_title, snapshot.link, case.remark]
    texts += [*case.products, *case.event_words, case.recognised_by, case.protocol]
    assert [text for text in texts if text not in told] == []


@pytest.mark.requirement("P16")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_sentence_can_be_traced_to_a_field_or_a_span(case: SafetyCase, language: str) -> None:
    found = traced(case, language)
    assert "\n".join(each.text for each in found) == narrative(case, language)
    assert [each.text for each in found if not each.fields] == [sentences(case, language)[-2]]
    for each in found:
        for path in each.fields:
            if not path.startswith("criteria."):
                assert attrgetter(path)(case) is not None
        assert all(case.snapshot.text[start:end] in each.text for start, end in each.spans)
    assert any(each.spans for each in found)


@pytest.mark.parametrize(
    ("visibility", "words"),
    [(Visibility.DELETED, "deleted from its platform"), (Visibility.HIDDEN, "hidden on its")],
)
def test_pv_hears_that_the_link_shows_the_comment_no_more(
    case: SafetyCase, visibility: Visibility, words: str
) -> None:
    gone = case_for(comment(2, TEXT, *FINDINGS, visibility=visibility))
    (added,) = {*sentences(gone, "en")} - {*sentences(case, "en")}
    assert words in added
    assert narrative(gone, "nl").count("Toen zij werd herkend, was zij ") == 1
