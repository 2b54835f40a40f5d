"""The printed history has a sentence for every act, and says what was asked and who was told."""

import pytest

from webcare_desk.actions import ACTIONS
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.reports.acts import SENTENCES
from webcare_desk.reports.sentences import step_of


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
        ("record-delivery", {}, "Mo delivered it"),
        ("record-failure", {"kind": "complaint"}, "Mo could not deliver the complaint to quality"),
        ("change-visibility", {"kind": "hide"}, "Mo asked to hide it"),
        ("change-visibility", {"kind": "unhide"}, "Mo asked to show it again"),
        ("change-visibility", {}, "Mo asked to hide it or show it again"),
        ("open", {}, "Mo looked at the comment"),
        ("open", {"beside": 7}, "Mo read the comment beside comment 7"),
        ("read", {"what": "inbox"}, "Mo looked at: the list of comments"),
        ("read", {"what": "audit-log"}, "Mo looked at: audit-log"),
    ],
)
def test_an_act_says_what_was_asked_and_who_was_told(
    action: str, detail: dict[str, object], words: str
) -> None:
    entry = AuditEntry(1, 1, "u", "moderator", "s", action, 1, detail, (), b"{}")
    assert step_of(entry, {"u": "Mo"}).sentence == words


def test_every_action_has_a_sentence_of_its_own() -> None:
    assert set(SENTENCES) == {str(action.name) for action in ACTIONS}
    assert len(set(SENTENCES.values())) == len(SENTENCES)
