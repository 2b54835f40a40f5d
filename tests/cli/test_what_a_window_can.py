"""What a window can do, a command can do: held against the code, and the cases where it was not so."""

import ast
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.support.desks import HOUR, MORNING, arrival, take_in, triage
from webcare_desk.actions import ACTIONS
from webcare_desk.casework import Decision
from webcare_desk.domain.finding import Tier
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.inbox import Queue
from webcare_desk.pv.packet import case_from_json

PROGRAM = Path(__file__).resolve().parents[2] / "webcare_desk"
#: What a command does by a function below it: asks and approves, and logs out at its end.
BELOW = (PROGRAM / "signing_off.py", PROGRAM / "people.py")
#: A command is over before anybody could walk away from it.
WINDOW_ALONE = {"Lock"}


def calls(*tops: Path) -> Iterator[ast.Call]:
    files = (file for top in tops for file in ([top] if top.is_file() else top.rglob("*.py")))
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def made(*tops: Path) -> set[str]:
    known = {action.__name__ for action in ACTIONS}
    return {called(node) for node in calls(*tops)} & known


def test_every_action_of_the_window_is_one_of_a_command() -> None:
    window = made(PROGRAM / "ui")
    assert len(window) > 30
    assert window - made(PROGRAM / "cli", *BELOW) == WINDOW_ALONE


def test_whatever_the_form_says_of_a_case_the_command_says() -> None:
    known = {each.name for each in fields(Decision)}
    command = PROGRAM / "cli" / "comment" / "escalate.py"
    making = [node for node in calls(command) if called(node) in {"Decision", "replace"}]
    assert {each.arg for node in making for each in node.keywords} >= known


def frozen(console: Console, escalation: int) -> SafetyCase:
    with console.opened() as app:
        kept = app.desk.read.escalation(escalation)
    assert kept is not None
    return case_from_json(kept.case.encode("utf-8"))[0]


def test_a_case_is_told_as_fully_as_on_the_form(console: Console) -> None:
    console.good("comment", "escalate", "2", user="sanne")
    words = ("--product", " Ventora  10 mg", "--product", "paracetamol", "--event", "")
    answers = ("--answer", "sex", "female", "--answer", "age", "52", "--same-as", "1")
    console.good("comment", "escalate", "1", *words, *answers, user="sanne")
    case = frozen(console, 2)
    assert case.products == ("Ventora 10 mg", "paracetamol")
    assert case.event_words == ()
    assert case.details == (("about", "self"), ("age", "52"), ("sex", "female"))
    assert case.linked == (frozen(console, 1).reference,)


def test_what_the_text_tells_is_taken_back_and_a_wrong_answer_is_refused(console: Console) -> None:
    wrong = ("--answer", "sex", "woman")
    escalate = ("comment", "escalate", "1")
    assert "sex is one of: male, female." in console.refused(*escalate, *wrong, user="sanne")
    assert "There is no case 7." in console.refused(*escalate, "--same-as", "7", user="sanne")
    console.good(*escalate, "--answer", "about", "", user="sanne")
    assert frozen(console, 1).details == ()


def test_a_hint_is_shown_and_confirmed(console: Console) -> None:
    shown = console.good("comment", "show", "1", user="sanne")
    assert "  hint patient: “Sinds ik”, not confirmed; never passed on\n" in shown
    confirm = ("comment", "confirm-hint", "1")
    assert "it has: patient." in console.refused(*confirm, "sceptic", user="sanne")
    said = console.good(*confirm, "patient", user="sanne")
    assert said == "The hint patient of comment 1 is confirmed.\n"
    with console.opened() as app:
        assert app.desk.read.hints(1) == {HintKind.PATIENT}
    assert "“Sinds ik”, confirmed" in console.good("comment", "show", "1", user="sanne")
    assert "confirmed already" in console.refused(*confirm, "patient", user="sanne")
    unknown = console.refused("comment", "confirm-hint", "99", "patient", user="sanne")
    assert "Comment 99 is not on this desk." in unknown


def test_the_log_is_searched_by_what_is_said_of_an_act(console: Console) -> None:
    console.good("comment", "claim", "1", user="sanne")
    for words in ("CLAIMED the", " claimed "):
        found = console.good("audit", "show", "--words", words, "--json", user="willem")
        assert [each["action"] for each in json.loads(found)] == ["claim"]


def test_a_queue_is_listed_by_tier(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page after page, each of one row."""
    monkeypatch.setattr("webcare_desk.store.listing._PAGE", 1)
    tiers = ((Tier.CHECK, MORNING), (Tier.STRONG, MORNING + HOUR), (Tier.STRONG, None))
    said = (triage(tier, reply_due=due, queue=Queue.QUALITY) for tier, due in tiers)
    with console.opened() as app:
        added = take_in(app.desk, *(arrival(n, said=one) for n, one in enumerate(said)))
    listed = ("inbox", "list", "quality", "--json")

    def rows(*more: str) -> list[int]:
        found = json.loads(console.good(*listed, *more, user="sanne"))
        return [row["comment"] for row in found if row["comment"] in added]

    first, second, third = added
    assert rows() == [first, second, third]
    assert rows("--by-tier") == [second, third, first]
