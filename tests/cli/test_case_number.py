"""Our number of a case stays the one under which it was filed, whatever the settings become."""

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console
from webcare_desk import casework, people
from webcare_desk.casebook.reading import batch_of, case_called, frozen, our_number
from webcare_desk.casework import Decision
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.filing import Filing, Parties
from webcare_desk.domain.identity import short_number
from webcare_desk.domain.moderator import Role
from webcare_desk.vault.secret import Secret


@pytest.fixture
def moved(console: Console) -> Console:
    """Give a desk with case 1 that has gone over to another protocol and country since."""
    console.good("comment", "escalate", "1", user="sanne")
    (console.folder / "desk.toml").write_text('[desk]\npack = "be"\n', encoding="utf-8")
    console.good("protocol", "use", user="willem")
    return console


def test_the_register_says_the_number_that_was_filed(moved: Console, tmp_path: Path) -> None:
    out = tmp_path / "register.csv"
    moved.good("case", "register", "--out", str(out), user="noor")
    with out.open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    with moved.opened() as app:
        kept, found = frozen(app.desk.read, 1).reference, app.desk.read.escalation(1)
        assert found is not None
        assert kept != casework.reference(app.protocol, found.uid)
        assert row["number"] == kept == our_number(app.desk.read, 1)
        assert our_number(app.desk.read, 9) == ""
        called = (kept, kept.lower(), short_number(found.uid), "1")
        assert {case_called(app.desk.read, each) for each in called} == {1}
        assert case_called(app.desk.read, f"{kept[:-1]}!") is None


def test_a_case_is_linked_by_the_number_that_pv_has(moved: Console) -> None:
    with moved.opened() as app:
        desk, by = app.desk, people.log_in(app.desk, "sanne", Secret(PASSWORD), Role.MODERATOR)
        first = frozen(desk.read, 1).reference
        casework.view(desk, app.protocol, 2, by)
        said = Decision(
            linked=(first, f"NL-X-{first[-16:]}", "ELSEWHERE-1"),
            filing=Filing(Parties("AGENCY", country="BE")),
        )
        made = casework.escalate(desk, app.protocol, 2, by, said)
        told = [
            each.text("C.1.10.r") for each in report_of(batch_of(desk.read, made)).each("C.1.10.r")
        ]
        known = report_of(batch_of(desk.read, 1)).text("C.1.1")
    assert told == [known, f"BE-AGENCY-NLX{first[-16:]}", "BE-AGENCY-ELSEWHERE1"]
    assert known.startswith("NL-WEBCARE-")
