"""`screening status`, `learn` and `use`, as a supervisor types them."""

import json

import pytest

from tests.cli.conftest import Console
from webcare_desk.actions.learning import version_in_force
from webcare_desk.rounds import learn_due
from webcare_desk.screening import opinion


def escalated(console: Console) -> None:
    console.good("comment", "open", "3", user="sanne")
    console.good("comment", "escalate", "3", user="sanne")


def test_what_was_missed_is_told_with_its_interval(console: Console) -> None:
    escalated(console)
    told = json.loads(console.good("screening", "status", "--json", user="willem"))
    assert (told["learns"], told["version"], told["versions"]) == (False, 0, 0)
    assert told["missed"][0]["of"] == 1
    assert 0 <= told["missed"][0]["low"] <= told["missed"][0]["high"] <= 1
    said = console.good("screening", "status", user="willem")
    assert "The desk does not learn." in said
    assert "No correction is in force." in said


def test_a_supervisor_lets_the_desk_learn_and_takes_it_back(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "on" in console.good("screening", "learn", "on", user="willem")
    escalated(console)
    with console.opened() as app:
        before = app.triage.screen("My knees hurt, is that normal?").opinion
        assert learn_due(app) == 1
        assert learn_due(app) == 0
        assert version_in_force(app.desk.read) == 1
        after = app.triage.screen("My knees hurt, is that normal?").opinion
        assert before is not None
        assert after is not None
        assert after.score > before.score
        assert after.model == f"{before.model}+1"
    said = console.good("screening", "status", user="willem")
    assert "version 1" in said
    assert "The desk learns from decisions." in said
    monkeypatch.setattr(opinion, "name_of", lambda _: "another")
    said = console.good("screening", "status", user="willem")
    assert "Version 1 was learnt for another model and is not used." in said
    monkeypatch.undo()
    console.good("screening", "use", "0", user="willem")
    with console.opened() as app:
        assert version_in_force(app.desk.read) == 0
        assert app.triage.screen("Koffie.").opinion is not None
    assert "version 9" in console.refused("screening", "use", "9", user="willem")
    assert "may not" in console.refused("screening", "learn", "off", user="sanne")
