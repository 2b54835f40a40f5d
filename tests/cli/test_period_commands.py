"""Every command with a period refuses one that says nothing: an empty list would be believed."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner

from tests.cli.conftest import Console
from webcare_desk.cli.moments import Until, moment_option
from webcare_desk.domain.spans import HOUR
from webcare_desk.paths import protocols_dir

BACK = ("--since", "2026-02-01T00:00Z", "--until", "2026-01-01T00:00Z")


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "show"),
        ("audit", "export", "--format", "csv", "--out", "log.csv"),
        ("qc", "draw"),
        ("qc", "done"),
        ("qc", "rates"),
        ("review", "begin"),
        ("review", "periodic"),
        ("source", "hours"),
        ("case", "statement"),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(
    console: Console,
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = list(tmp_path.iterdir())
    assert "is not before its end, 2026-01-01" in console.refused(*words, *BACK, user="willem")
    assert list(tmp_path.iterdir()) == before


@pytest.mark.requirement("P28")
def test_nobody_states_or_compares_what_is_still_to_come(console: Console, tmp_path: Path) -> None:
    ahead = ("--until", f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d}")
    theirs = tmp_path / "pv.csv"
    theirs.write_text("our reference,PV number\nX-1,PV-1\n", encoding="utf-8")
    assert "is not over" in console.refused("case", "statement", *ahead, user="noor")
    assert "is not over" in console.refused("case", "reconcile", str(theirs), *ahead, user="noor")


@pytest.mark.requirement("P28")
def test_a_case_of_today_is_in_a_statement_that_begins_today(console: Console) -> None:
    console.good("comment", "escalate", "1", user="sanne")
    today = f"{datetime.now(UTC).astimezone() - timedelta(hours=1):%Y-%m-%dT%H:%M}"
    assert "NIL" not in console.good("case", "statement", "--since", today, user="noor")


@click.command()
@moment_option("--since", "From then.")
@moment_option("--until", "Up to then; a date: all that day.", kind=Until())
def spoken(since: int | None, until: int | None) -> None:
    """Say what was understood."""
    click.echo(f"{since} {until}")


@pytest.mark.requirement("P28")
def test_a_time_without_a_zone_is_of_the_protocol_and_that_is_told(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the computer stands."""
    packs = shutil.copytree(protocols_dir(), console.folder / "packs")
    hours = packs / "base" / "sla.yaml"
    text = hours.read_text(encoding="utf-8").replace("Europe/Amsterdam", "America/New_York")
    hours.write_text(text, encoding="utf-8")
    settings = console.folder / "desk.toml"
    settings.write_text(f'[desk]\nprotocols = "{packs.as_posix()}"\n', encoding="utf-8")
    monkeypatch.setattr("webcare_desk.actions.two_persons.has_leave", lambda *_: True)
    words = ["--since", "2026-03-01", "--until", "2026-03-01"]
    said = CliRunner().invoke(spoken, words, obj=console.terminal)
    midnight = datetime(2026, 3, 1, tzinfo=ZoneInfo("America/New_York"))
    begin = int(midnight.timestamp()) * 1_000_000
    assert said.stdout.split() == [str(begin), str(begin + 24 * HOUR - 1)]
    assert said.stderr == "Times without a zone are of America/New_York, the protocol's.\n"
    own = CliRunner().invoke(spoken, ["--since", "2026-03-01T00:00Z"], obj=console.terminal)
    assert own.stderr == ""


def test_where_no_protocol_names_a_zone_the_time_is_that_of_the_machine(nowhere: Console) -> None:
    (nowhere.folder / "desk.toml").parent.mkdir(exist_ok=True)
    (nowhere.folder / "desk.toml").write_text('[desk]\nprotocols = "/none"\n', encoding="utf-8")
    said = CliRunner().invoke(spoken, ["--since", "2026-03-01"], obj=nowhere.terminal)
    here = int(datetime(2026, 3, 1).astimezone().timestamp()) * 1_000_000
    assert said.stdout.split()[0] == str(here)
    assert "of this machine" in said.stderr


def test_the_help_of_each_time_says_by_which_zone_it_goes(console: Console) -> None:
    for words in (("audit", "show"), ("case", "statement"), ("review", "periodic")):
        told = " ".join(console.good(*words, "--help").split())
        assert told.count("Without a zone: of the protocol's.") == 2
