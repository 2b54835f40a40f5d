"""Steps of a crisis at the terminal: recorded, shown, and asked for before it is closed."""

import json

from tests.cli.conftest import Console

#: “Ik wil niet meer leven, het hoeft voor mij niet meer”
CRISIS = "5"
REASON = "not-an-adverse-event"


def test_who_owns_a_step_records_it_and_it_is_shown(console: Console) -> None:
    shown = console.good("comment", "show", CRISIS, user="sanne")
    assert "     warn: not recorded\n" in shown
    said = console.good("comment", "step", CRISIS, "warn", "--did", "Willem gebeld", user="sanne")
    assert said == f"The step warn of comment {CRISIS} is done.\n"
    lines = console.good("comment", "show", CRISIS, user="sanne").splitlines()
    [line] = [line for line in lines if line.startswith("     warn: ")]
    assert line.startswith("     warn: done in time by Sanne")
    assert line.endswith(": Willem gebeld")
    found = json.loads(console.good("comment", "show", CRISIS, "--json", user="sanne"))
    assert [each["done"] is None for each in found["steps"]] == [True, False, True]
    told = console.good("audit", "show", "--action", "record-step", user="willem")
    assert "step warn" in told
    assert "Willem gebeld" not in told


def test_a_step_is_refused_in_a_sentence(console: Console) -> None:
    step = ("comment", "step", CRISIS)
    theirs = "In the role moderator one may not record the step review: it is for pv-officer"
    assert theirs in console.refused(*step, "review", user="sanne")
    gone = f"Comment {CRISIS} has no such step; those that a person records: answer, warn, review."
    assert gone in console.refused(*step, "call", user="sanne")
    assert "has no such step" in console.refused(*step, "warn", "--plan", "threat", user="sanne")
    assert "records: none." in console.refused("comment", "step", "3", "warn", user="sanne")
    console.good(*step, "warn", "--plan", "crisis", user="sanne")
    assert "is done already" in console.refused(*step, "warn", user="willem")


def test_a_crisis_is_closed_once_its_steps_are_recorded(console: Console) -> None:
    close = ("comment", "close", CRISIS, REASON)
    refused = console.refused(*close, user="willem")
    assert "Nobody recorded these steps of its plan: answer, warn, review." in refused
    for name in ("answer", "warn", "review"):
        assert (
            console.run("comment", "step", CRISIS, name, user="willem", role="supervisor").code == 0
        )
    console.good(*close, user="willem")
    told = console.good("audit", "show", "--action", "record-step", user="willem")
    assert [told.count(f"step {name}") for name in ("answer", "warn", "review")] == [1, 1, 1]


def test_a_crisis_is_closed_without_its_steps_for_a_reason_in_words(console: Console) -> None:
    console.good("comment", "close", CRISIS, REASON, "--because", "Een songtekst", user="sanne")
    shown = json.loads(console.good("audit", "show", "--action", "close", "--json", user="willem"))
    assert [sorted(each["detail"]) for each in shown] == [
        ["undone_crisis_answer", "undone_crisis_review", "undone_crisis_warn"]
    ]
