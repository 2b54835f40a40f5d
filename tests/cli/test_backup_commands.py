"""`backup`: from the terminal."""

import json

from tests.cli.conftest import Console


def test_a_backup_is_made_listed_and_verified(console: Console) -> None:
    assert "entries" in console.good("backup", "make", user="ada")
    (listed,) = json.loads(console.good("backup", "list", "--json"))
    assert listed["problem"] == ""
    assert listed["name"] in console.good("backup", "list")
    assert console.good("backup", "verify") == f"{listed['name']}: holds\n"
    again = json.loads(console.good("backup", "make", "--json", user="ada"))
    assert again["entries"] > listed["entries"]
    assert console.good("backup", "verify", "latest") == f"{again['name']}: holds\n"


def test_a_damaged_backup_is_a_finding_also_without_a_desk(console: Console) -> None:
    console.good("backup", "make", user="ada")
    (console.folder / "desk.db").unlink()
    (place,) = (console.folder / "backups").iterdir()
    place.write_bytes(place.read_bytes()[:-5000])
    outcome = console.run("backup", "verify")
    assert outcome.code == 1
    assert "damaged" in outcome.out


def test_who_may_not_configure_makes_no_backup(console: Console) -> None:
    assert "may not" in console.refused("backup", "make", user="sanne")


def test_a_folder_without_backups_says_so(nowhere: Console) -> None:
    assert "no backup" in nowhere.refused("backup", "verify")
    assert "no backup x" in nowhere.refused("backup", "verify", "x")
