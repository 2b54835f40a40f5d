"""`backup`: from the terminal."""

import base64
import json

from tests.cli.conftest import PASSWORD, Console
from webcare_desk import people
from webcare_desk.backups.make import make_backup
from webcare_desk.cli.held import NOT_LOOKED_AT
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret


def test_a_backup_is_made_listed_and_verified(console: Console) -> None:
    assert "entries" in console.good("backup", "make", user="ada")
    (listed,) = json.loads(console.good("backup", "list", "--json"))
    assert listed["problem"] == ""
    assert listed["name"] in console.good("backup", "list")
    assert console.good("backup", "verify") == f"{listed['name']}: holds\n"
    again = json.loads(console.good("backup", "make", "--json", user="ada"))
    assert again["entries"] > listed["entries"]
    assert json.loads(console.good("backup", "verify", "latest", "--json")) == [
        {"backup": again["name"], "flaw": None}
    ]
    assert console.good("backup", "verify", "latest") == f"{again['name']}: holds\n"


def test_a_damaged_backup_is_a_finding_also_without_a_desk(console: Console) -> None:
    console.good("backup", "make", user="ada")
    (console.folder / "desk.db").unlink()
    (place,) = (console.folder / "backups").glob("*.db")
    place.write_bytes(place.read_bytes()[:-5000])
    outcome = console.run("backup", "verify")
    assert outcome.code == 1
    assert "damaged" in outcome.out


def test_who_may_not_configure_makes_no_backup(console: Console) -> None:
    assert "may not" in console.refused("backup", "make", user="sanne")


def test_a_folder_without_backups_says_so(nowhere: Console) -> None:
    assert "no backup" in nowhere.refused("backup", "verify")
    assert "no backup x" in nowhere.refused("backup", "verify", "x")


def test_a_desk_is_put_back_held_and_confirmed(console: Console) -> None:
    console.good("backup", "make", user="willem")
    with console.opened() as app:
        size = app.desk.read.log_size()
    console.good("comment", "note", "1", "later", user="willem")
    both = f"{PASSWORD}\n" * 2
    words = ("backup", "restore", "latest", "--yes", "--second", "ada")
    said = console.run(*words, user="willem", stdin=both, role="supervisor")
    assert said.code == 0, said
    assert "later entries are not in it: " in said.out
    assert "1 × note" in said.out
    with console.opened() as app:
        assert app.desk.read.notes(1) == []
        assert app.desk.read.log_size() > size
    assert "may not" in console.refused("backup", "confirm", user="sanne")
    assert "sends and reads again" in console.good("backup", "confirm", user="willem")


def test_who_was_shut_out_after_the_backup_is_named_when_it_is_confirmed(console: Console) -> None:
    console.good("backup", "make", user="ada")
    console.good("people", "roles", "sanne", "--closed", user="ada")
    words = ("backup", "restore", "latest", "--yes", "--second", "ada")
    both = f"{PASSWORD}\n" * 2
    assert console.run(*words, user="willem", stdin=both, role="supervisor").code == 0
    assert "is wrong" in console.refused("comment", "show", "1", user="sanne")
    assert NOT_LOOKED_AT not in console.run("doctor").out
    said = console.good("backup", "confirm", user="willem")
    assert "(sanne): closed after the backup, and closed again\n" in said


def test_until_a_restore_is_confirmed_every_way_to_pv_says_so(console: Console) -> None:
    settings = '[pv]\nkind = "folder"\nfolder = "packets"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    console.good("backup", "make", user="ada")
    both, held = f"{PASSWORD}\n" * 2, "This desk was put back from a backup: nothing is sent"
    console.good(
        "backup", "restore", "latest", "--yes", "--second", "willem", user="ada", stdin=both
    )
    assert held in console.good("comment", "escalate", "1", user="sanne")
    sent = console.run("outbox", "send", "--json", user="sanne")
    assert (sent.code, json.loads(sent.out)) == (1, [])
    assert held in sent.err
    for words in (("pv", "check"), ("doctor",)):
        found = console.run(*words, user="sanne")
        assert found.code == 1
        assert held in found.out
    console.good("backup", "confirm", user="willem")
    assert "packet" in console.good("outbox", "send", user="sanne")
    assert held not in console.run("doctor").out


def test_a_restore_is_asked_about_first(console: Console) -> None:
    console.good("backup", "make", user="ada")
    before = (console.folder / "desk.db").read_bytes()
    assert "say --yes" in console.refused("backup", "restore", "latest", user="ada")
    assert (console.folder / "desk.db").read_bytes() == before


def test_a_desk_that_is_lost_comes_back_without_knowing_what_is_lost(console: Console) -> None:
    console.good("backup", "make", user="ada")
    (console.folder / "desk.db").unlink()
    words = ("backup", "restore", "latest", "--yes", "--second", "willem")
    said = console.good(*words, user="ada", stdin=f"{PASSWORD}\n" * 2)
    assert f"how much is lost is not known. {NOT_LOOKED_AT}" in said
    assert NOT_LOOKED_AT in console.run("doctor").out
    assert "could not be looked at" in console.good("backup", "confirm", user="willem")


def test_who_uses_codes_restores_with_one(console: Console) -> None:
    key = totp.new_key()
    with console.opened() as app:
        ada = people.log_in(app.desk, "ada", Secret(PASSWORD))

        def code(ahead: int) -> str:
            step = totp.step_at(app.desk.clock()) + ahead
            return totp.code(base64.b32decode(key.reveal()), step)

        people.enrol(app.desk, console.secrets, key, code(-1), ada)
        make_backup(app)
    words = ("backup", "restore", "latest", "--yes", "--second", "willem")
    both = f"{PASSWORD}\n{PASSWORD}\n"
    assert "also asks for a code" in console.refused(*words, user="ada", stdin=both)
    with console.opened() as app:
        assert app.read_only == ""
    assert "Restored." in console.good(*words, user="ada", stdin=f"{both}{code(0)}\n")
