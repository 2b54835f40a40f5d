"""The window says of an act that it told the quality department, in both languages."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.composer.test_gates import DELIVERY
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.reports.readings import READINGS
from webcare_desk.ui.composer.deliveries import DeliveriesList
from webcare_desk.ui.composer.outbox import kind_word
from webcare_desk.ui.conduct import _SHOWING
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.timeline.sentences import sentence
from webcare_desk.ui.workplace import Workplace


@pytest.mark.parametrize(
    ("action", "detail", "words"),
    [
        (
            "escalate",
            {"tells_quality": True},
            "Mo escalated it to PV, and the complaint to quality",
        ),
        ("escalate", {}, "Mo escalated it to PV"),
        ("record-delivery", {"kind": "complaint"}, "Mo delivered the complaint to quality"),
        (
            "record-failure",
            {"kind": "complaint", "problem": "unavailable"},
            "Mo could not deliver the complaint to quality: no connection",
        ),
        ("change-visibility", {"kind": "hide"}, "Mo asked to hide it"),
        ("change-visibility", {"kind": "unhide"}, "Mo asked to show it again"),
        ("change-visibility", {}, "Mo asked to hide it or show it again"),
        ("read", {"what": "gaps"}, "Mo looked at: sources and gaps"),
        ("read", {"what": "case-show"}, "Mo looked at: case-show"),
    ],
)
def test_the_timeline_says_that_quality_was_told(
    action: str, detail: dict[str, object], words: str
) -> None:
    entry = AuditEntry(1, 1, "u", "moderator", "s", action, 1, detail, (), b"{}")
    assert sentence(entry, {"u": "Mo"}) == words


def test_everything_whose_reading_is_logged_has_a_word() -> None:
    screens = {f"supervision-{area.name.lower()}" for area in Area}
    shown = {"inbox", "search", "case", "packet", "answers", "protocol-backtest"}
    taken = {"case-export", "case-evidence", "comment-originals", "review-periodic"}
    lists = {"register-export", "list-export"}
    assert {*shown, *taken, *lists, *screens, *_SHOWING} <= READINGS.keys()


def test_the_comment_shows_the_complaint_and_what_is_wrong_with_its_way(
    workplace: Workplace, qtbot: QtBot
) -> None:
    shown = DeliveriesList(workplace)
    qtbot.addWidget(shown)
    far = workplace.app.desk.clock() + 60_000_000
    packet = replace(DELIVERY, id=1, kind=DeliveryKind.PACKET)
    complaint = replace(
        DELIVERY,
        id=2,
        kind=DeliveryKind.COMPLAINT,
        attempts=1,
        problem="no-quality",
        not_before=far,
    )
    shown.show_deliveries((packet, complaint), ())
    labels = [each.text() for each in shown.findChildren(PlainLabel)]
    assert kind_word(complaint) in labels
    assert "Packet to PV" in labels
    assert any("no way to quality is set up" in each for each in labels)
