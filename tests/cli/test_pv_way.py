"""`pv way`, `doctor` and who escalates: to whom packets go, and that this was changed."""

import json

import pytest

from tests.cli.conftest import Console

SEE = "webcare-desk pv way --seen"


def goes_to(console: Console, name: str, pack: str = "varen") -> str:
    """Let the settings name a folder for packets; return its whole name."""
    folder = console.folder.parent / name
    folder.mkdir(exist_ok=True)
    text = f'[desk]\npack = "{pack}"\n[pv]\nkind = "folder"\nfolder = "{folder.as_posix()}"\n'
    (console.folder / "desk.toml").write_text(text, encoding="utf-8")
    return str(folder)


def doctor(console: Console, name: str) -> dict[str, str]:
    found = json.loads(console.run("doctor", "--json").out)
    return next(each for each in found if each["name"] == name)


@pytest.mark.requirement("E2")
def test_whoever_escalates_reads_to_whom_and_that_it_was_changed(console: Console) -> None:
    first = goes_to(console, "pv-a")
    said = console.good("comment", "escalate", "1", user="sanne")
    assert f"It goes to {first}, as PV of Orvanta" in said
    assert "was changed" not in said
    assert first in console.good("outbox", "send", user="sanne")
    assert first in console.good("comment", "show", "1", user="sanne")
    other = goes_to(console, "pv-b")
    lack = doctor(console, "PV")
    assert "was changed (pv.folder)" in lack["said"]
    assert other in lack["said"]
    assert lack["mend"] == SEE
    said = console.good("comment", "escalate", "2", user="sanne")
    assert f"It goes to {other}, as PV of Orvanta" in said
    assert "The way to PV was changed (pv.folder; " in said
    assert SEE in console.good("outbox", "send", user="sanne")
    assert SEE in console.good("pv", "way", user="sanne")
    assert "“acknowledge”" in console.refused("pv", "way", "--seen", user="sanne")
    assert f"Seen: packets go to {other}" in console.good("pv", "way", "--seen", user="noor")
    assert "was not changed" in console.refused("pv", "way", "--seen", user="noor")
    assert console.good("pv", "way", user="sanne").count("\n") == 1
    assert other in doctor(console, "PV")["said"]
    assert first in console.good("comment", "show", "1", user="sanne")


def test_a_desk_without_a_way_says_so_to_whoever_escalates(console: Console) -> None:
    said = console.good("comment", "escalate", "1", user="sanne")
    assert "It goes to nobody, as no way is set, as PV of Orvanta" in said
