"""What stops a reply, in words; the templates that fit; the outbox in words."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from webcare_desk.app import App
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Language, Spoken, Tongue
from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.ui.composer.blanks import select_next_blank
from webcare_desk.ui.composer.choose import choices, is_still, matching
from webcare_desk.ui.composer.gates import Draft, Light, gates_of, is_tellable, stop_of
from webcare_desk.ui.composer.outbox import can_be_undone, kind_word, state_words

SECOND = 1_000_000
DRAFT = Draft(
    text="Beste Jan, dank voor je bericht.",
    written_in=Language.NL,
    asked_in=Language.NL,
    longest=200,
    secret_names=("ventora", "velamab"),
    visibility=Visibility.VISIBLE,
)
DELIVERY = Delivery(
    id=1,
    key="k",
    kind=DeliveryKind.REPLY,
    comment=1,
    escalation=None,
    state=DeliveryState.HELD,
    body="text",
    template=None,
    author="u",
    queued_at=0,
    not_before=18 * SECOND,
    attempts=0,
    lease_until=0,
    receipt=None,
    problem=None,
    version=1,
)


def test_a_fine_reply_passes_every_gate() -> None:
    assert {gate.light for gate in gates_of(DRAFT)} == {Light.FINE}
    assert len(gates_of(DRAFT)) == 4
    assert stop_of(gates_of(DRAFT)) == ""


@pytest.mark.parametrize(
    ("draft", "word"),
    [
        (replace(DRAFT, text="  \n"), "empty"),
        (replace(DRAFT, text="Bel {{ crisis_line }} nu"), "crisis_line"),
        (replace(DRAFT, text="Beste [naam], bel nu"), "[naam]"),
        (replace(DRAFT, text="x" * 201), "201 of 200"),
        (replace(DRAFT, unkept=("We hebben je bericht doorgegeven",)), "Do first what it says"),
        (replace(DRAFT, text="Neem VENTORA niet meer."), "ventora"),
        (replace(DRAFT, visibility=Visibility.DELETED), "deleted"),
        (replace(DRAFT, lost=("Bel 112.", "Bel 113.")), "“Bel 112.”"),
    ],
)
def test_a_gate_that_stops_says_why_in_words(draft: Draft, word: str) -> None:
    assert word in stop_of(gates_of(draft))


def test_another_language_only_warns() -> None:
    gates = gates_of(replace(DRAFT, written_in=Language.EN))
    assert gates[0].light is Light.WARNING
    assert stop_of(gates) == ""


@pytest.mark.parametrize(
    ("written", "asked", "words"),
    [
        (Language.NL, Tongue.FR, {"Not in the comment's language"}),
        (Language.NL, Tongue.OTHER, {"Not in the comment's language"}),
        (Tongue.FR, Tongue.FR, {"Same language"}),
        (Tongue.OTHER, Tongue.FR, set()),
        (Tongue.OTHER, Tongue.OTHER, set()),
    ],
)
def test_a_comment_that_no_lexicon_reads_is_in_no_language_of_the_desk(
    written: Spoken, asked: Spoken, words: set[str]
) -> None:
    said = {each.words for each in gates_of(replace(DRAFT, written_in=written, asked_in=asked))}
    assert {each for each in said if "language" in each} == words


def test_gates_that_cannot_be_judged_are_not_shown() -> None:
    gates = gates_of(replace(DRAFT, longest=None, written_in=None))
    assert len(gates) == 2
    assert not is_tellable("dank je")
    assert is_tellable("dank je wel hoor")


def test_the_blanks_end_behind_the_last_one(qapp: QApplication) -> None:
    del qapp
    edit = QPlainTextEdit("😊 {{ a }} en {{ b }}")
    seen = []
    while select_next_blank(edit):
        seen.append(edit.textCursor().selectedText())
    assert seen == ["{{ a }}", "{{ b }}"]
    edit.setPlainText("no blank")
    assert not select_next_blank(edit)


def test_recommended_templates_come_first_and_words_find_the_others(desk_app: App) -> None:
    offered = choices(desk_app.protocol, ("thanks-back", "unknown"), "nl", "en")
    assert offered[0].id == "thanks-back"
    assert offered[0].is_recommended
    assert len(offered) == len(desk_app.protocol.templates)
    private = replace(desk_app.protocol.templates["thanks-back"], public=False)
    templates = {**desk_app.protocol.templates, "thanks-back": private}
    kept = choices(replace(desk_app.protocol, templates=templates), ("thanks-back",), "nl", "en")
    assert "thanks-back" not in {choice.id for choice in kept}
    found = matching(offered, "crisis suport")
    assert found[0].id.startswith("crisis")
    assert len(found) < len(offered)
    assert matching(offered, " ") == offered
    assert matching(offered, "qqqq zzzz xxxx") == ()


def test_a_reply_that_was_rewritten_is_not_its_template_any_more() -> None:
    assert is_still("Beste Jan, dank voor je bericht.", "Beste Jan, dank je voor je bericht!")
    assert not is_still("Beste Jan, dank voor je bericht.", "We hebben morgen een bijeenkomst.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "held 18 s"),
        ({"not_before": 0}, "about to leave"),
        ({"not_before": NEVER}, "held"),
        ({"not_before": 200 * SECOND}, "held 3 min"),
        ({"attempts": 2, "problem": "unavailable"}, "tries again in 18 s (no connection)"),
        ({"state": DeliveryState.SENDING}, "being sent"),
        ({"state": DeliveryState.VERIFIED, "problem": "gone"}, "verified ✓"),
        ({"state": DeliveryState.VERIFIED, "problem": "other-words"}, "verified ✓ (in other words"),
        ({"state": DeliveryState.FAILED, "problem": "gone"}, "failed (the comment is not there"),
        ({"state": DeliveryState.FAILED, "problem": "odd"}, "failed (odd)"),
        ({"state": DeliveryState.SENT, "kind": DeliveryKind.PACKET}, "sent, PV must acknowledge"),
        ({"state": DeliveryState.SENT, "kind": DeliveryKind.COMPLAINT}, "sent to quality"),
        (
            {"state": DeliveryState.SENT, "kind": DeliveryKind.COMPLAINT, "problem": "no-copy"},
            "sent to quality (no copy of it was saved)",
        ),
        (
            {
                "state": DeliveryState.UNCERTAIN,
                "kind": DeliveryKind.PACKET,
                "problem": "bounced",
            },
            "uncertain whether it arrived: it is sent again (the mail came back)",
        ),
        (
            {"kind": DeliveryKind.PACKET, "problem": "misconfigured"},
            "tries again in 18 s (its settings are wrong)",
        ),
        (
            {"kind": DeliveryKind.COMPLAINT, "attempts": 1, "problem": "no-quality"},
            "tries again in 18 s (no way to quality is set up)",
        ),
    ],
)
def test_the_state_of_a_delivery_reads_as_words(change: dict[str, object], words: str) -> None:
    assert words in state_words(replace(DELIVERY, **change), 0, behind=False)  # type: ignore[arg-type]


def test_a_packet_that_pv_has_answered_waits_for_nobody() -> None:
    packet = replace(DELIVERY, state=DeliveryState.SENT, kind=DeliveryKind.PACKET)
    assert state_words(packet, 0, waits=False, behind=False) == "sent to PV"


def test_only_what_has_not_left_and_is_no_packet_can_be_undone() -> None:
    assert can_be_undone(DELIVERY, 0, behind=False)
    assert not can_be_undone(DELIVERY, 19 * SECOND, behind=False)
    assert can_be_undone(replace(DELIVERY, attempts=1), 0, behind=False), (
        "surely nothing was done at that try"
    )
    assert not can_be_undone(replace(DELIVERY, kind=DeliveryKind.PACKET), 0, behind=False)
    assert not can_be_undone(replace(DELIVERY, kind=DeliveryKind.COMPLAINT), 0, behind=False)
    assert kind_word(DELIVERY) == "Reply"


def test_what_has_no_way_back_has_a_gate_that_says_so() -> None:
    assert stop_of(gates_of(DRAFT)) == ""
    assert "came in from a file" in stop_of(gates_of(replace(DRAFT, is_way=False)))
