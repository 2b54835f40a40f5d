"""`case ack` with a file that was taken in before: it says what the answer was."""

from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from webcare_desk import actions
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import system_actor

HOUR = 3_600_000_000


@pytest.fixture
def report(console: Console) -> str:
    """Let case 1 leave; return the number of its report."""
    console.good("comment", "escalate", "1", user="sanne")
    return leave(console)


def leave(console: Console) -> str:
    """Let the latest version leave; return the number of its report."""
    with console.opened() as app:
        delivery = app.desk.read.case_versions(1)[-1].delivery
        assert delivery is not None
        found = app.desk.read.delivery(delivery)
        assert found is not None
        claim = actions.ClaimDelivery(delivery, found.version, HOUR, "mail")
        app.desk.perform(claim, system_actor())
        app.desk.perform(
            actions.RecordDelivery(delivery, "250 OK", found.version + 1),
            system_actor(),
        )
        return report_of(batch_of(app.desk.read, 1)).text("C.1.1")


@pytest.mark.parametrize(
    ("code", "is_ours", "first", "again"),
    [
        ("CA", True, (0, "is acknowledged as PV-9"), (0, "was acknowledged before, as PV-9")),
        ("CR", True, (1, "case 1 is refused; correct it"), (1, "case 1 was refused before")),
        ("XX", True, (1, "says neither yes nor no"), (1, "says neither yes nor no")),
        ("CA", False, (1, "NL-X-9 is no report"), (1, "NL-X-9 is no report")),
    ],
)
def test_an_answer_that_comes_again_is_told_as_what_it_is(  # noqa: PLR0913, PLR0917 - one row each
    console: Console,
    report: str,
    tmp_path: Path,
    code: str,
    is_ours: bool,  # noqa: FBT001 - given by name
    first: tuple[int, str],
    again: tuple[int, str],
) -> None:
    place = tmp_path / "ack.xml"
    place.write_bytes(acknowledgement(report=report if is_ours else "NL-X-9", code=code))
    for number, words in (first, again):
        said = console.run("case", "ack", str(place), user="noor")
        assert (said.code, words in said.out) == (number, True), said.out


def test_an_answer_that_may_be_to_either_version_says_so(
    console: Console, report: str, tmp_path: Path
) -> None:
    place = tmp_path / "ack.xml"
    place.write_bytes(acknowledgement(report=report, code="CA"))
    console.good("case", "ack", str(place), user="noor")
    console.good("case", "follow-up", "1", "--words", "44 jaar", user="sanne")
    leave(console)
    assert "was acknowledged before" in console.good("case", "ack", str(place), user="noor")
    place.write_bytes(acknowledgement(report=report, code="CA", text="once more"))
    said = console.run("case", "ack", str(place), user="noor")
    assert (said.code, "does not say which version it is about" in said.out) == (1, True), said.out
