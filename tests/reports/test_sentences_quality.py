"""The printed history says that the quality department was told."""

import pytest

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.reports.sentences import step_of


@pytest.mark.parametrize(
    ("action", "detail", "words"),
    [
        (
            "escalate",
            {"tells_quality": True},
            "Mo escalated it to pharmacovigilance, and the complaint to quality",
        ),
        ("escalate", {}, "Mo escalated it to pharmacovigilance"),
        ("record-delivery", {"kind": "complaint"}, "Mo delivered the complaint to quality"),
        ("record-delivery", {}, "Mo delivered it"),
        ("record-failure", {"kind": "complaint"}, "Mo could not deliver the complaint to quality"),
        ("change-visibility", {"kind": "hide"}, "Mo asked to hide it or to show it again"),
    ],
)
def test_an_act_that_tells_quality_says_so(
    action: str, detail: dict[str, object], words: str
) -> None:
    entry = AuditEntry(1, 1, "u", "moderator", "s", action, 1, detail, (), b"{}")
    assert step_of(entry, {"u": "Mo"}).sentence == words
