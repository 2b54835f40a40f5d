"""`case alike` and `judge`, as a moderator and a supervisor type them."""

import json

from tests.cli.conftest import Console


def test_two_cases_are_told_apart_and_a_supervisor_sees_by_whom(console: Console) -> None:
    console.good("comment", "escalate", "1", user="sanne")
    console.good("comment", "escalate", "2", user="sanne")
    listed = json.loads(console.good("case", "alike", "1", "--json", user="willem"))
    assert listed == {"possible": [], "said": []}
    done = console.good("case", "judge", "2", "1", "--as", "another", user="sanne")
    assert done == "Cases 2 and 1: another.\n"
    for words in (("1",), ("2",), ()):
        shown = console.good("case", "alike", *words, user="willem")
        assert "another" in shown
        assert "Sanne" in shown
    (said,) = json.loads(console.good("case", "alike", "--json", user="willem"))["said"]
    assert (said["case"], said["other"], said["judgement"]) == (1, 2, "another")
    again = console.refused("case", "judge", "1", "2", "--as", "another", user="sanne")
    assert "said already" in again
    assert "judge-likeness" in console.good("audit", "show", user="willem")
