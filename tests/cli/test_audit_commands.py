"""The log at the terminal: it holds, it is shown, and what was done to it is found."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.support.forging import forge
from webcare_desk.actions import RecordBackup
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import system_actor


def test_a_log_that_holds_is_said_so_with_its_size(console: Console) -> None:
    with console.opened() as app:
        size = app.desk.read.log_size()
    log, texts, state, signatures = console.good("audit", "verify").splitlines()
    assert log.startswith(f"The log holds: {size} entries, root ")
    assert texts.endswith(" rows of words have the digests that the log tells.")
    assert state.endswith(" rows are what the log says.")
    assert signatures == "The signatures: no person has signed yet."
    told = json.loads(console.good("audit", "verify", "--json"))
    assert (told["flaw"], told["log_holds"], told["texts"]["differences"]) == (None, True, [])
    assert told["state"]["rows"] > told["texts"]["rows"] > 0


def test_the_log_alone_is_verified_and_that_is_said(console: Console) -> None:
    forge(console.folder, "UPDATE work SET status = 'closed' WHERE comment = 3")
    said = console.good("audit", "verify", "--log-only")
    assert "The texts, the state and the signatures were not checked: --log-only." in said
    told = json.loads(console.good("audit", "verify", "--log-only", "--json"))
    assert (told["texts"], told["state"]) == (None, None)


def test_the_key_may_be_the_one_that_somebody_was_handed(
    console: Console, nowhere: Console
) -> None:
    file = console.folder / "log.vkey"
    key = file.read_text(encoding="ascii").strip()
    assert "holds" in console.good("audit", "verify", "--key", key)
    assert "holds" in console.good("audit", "verify", "--key", str(file))
    nowhere.good("init", "--login", "a", "--name", "b", stdin="een lange zin voor nu\n")
    other = str(nowhere.folder / "log.vkey")
    outcome = console.run("audit", "verify", "--key", other)
    assert outcome.code == 1
    first, rest = outcome.out.splitlines()
    signer = "The audit log's head is signed by another key than this desk's."
    assert first == f"The log does not hold: {signer}"
    assert rest == "The texts and the state were not checked: that takes a log that holds."


def test_a_key_is_a_file_first_and_one_that_cannot_be_read_is_no_finding(
    console: Console, tmp_path: Path
) -> None:
    file = console.folder / "log.vkey"
    odd = tmp_path / "keys-2026+bo"
    odd.write_text(file.read_text(encoding="ascii"), encoding="ascii")
    assert "holds" in console.good("audit", "verify", "--key", str(odd))
    odd.write_text("damaged+key", encoding="ascii")
    for wrong in ("nonsense", "damaged+key", str(odd), str(tmp_path), "x" * 5000):
        assert "neither a public key" in console.refused("audit", "verify", "--key", wrong)


def test_a_damaged_file_of_the_key_is_no_finding_about_the_log(console: Console) -> None:
    file = console.folder / "log.vkey"
    key = file.read_text(encoding="ascii").strip()
    for damaged in ("", key[:-5]):
        file.write_text(damaged, encoding="ascii")
        assert "log.vkey is damaged" in console.refused("audit", "verify")
        assert "holds" in console.good("audit", "verify", "--key", key)


def test_a_changed_entry_is_a_finding(console: Console) -> None:
    edited = "SET leaf = CAST(replace(CAST(leaf AS TEXT), 'ingest', 'INGEST') AS BLOB)"
    forge(console.folder, f"UPDATE entry {edited}")
    outcome = console.run("audit", "verify")
    assert outcome.code == 1
    assert "The log does not hold" in outcome.out
    assert "were not checked: that takes a log that holds" in outcome.out
    assert outcome.err == ""


#: What is done to the tables, and the lines by which `audit verify` says it.
EDITS = {
    "UPDATE text SET body = 'Alles goed!' WHERE id = 1": (
        "The texts: NOT those of the log.",
        "The state: not checked, since the rest does not fit the log.",
    ),
    "UPDATE work SET aware_at = 1 WHERE comment = 3": (
        "The state: NOT those of the log.",
        "  work 3: aware_at changed without an entry.",
    ),
    "UPDATE moderator SET roles = 'administrator' WHERE id = 2": (
        "  moderator 2: roles changed without an entry.",
    ),
}


@pytest.mark.requirement("A2", "A7")
@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_in_the_tables_is_found_by_verify(console: Console, edit: str) -> None:
    forge(console.folder, edit)
    outcome = console.run("audit", "verify")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.startswith("The log holds: ")
    assert set(EDITS[edit]) <= set(outcome.out.splitlines())
    told = json.loads(console.run("audit", "verify", "--json").out)
    assert (told["flaw"] is None, told["log_holds"]) == (False, True)


def test_a_changed_row_is_found_by_the_replay(console: Console) -> None:
    assert "equal: " in console.good("audit", "replay")
    forge(console.folder, "UPDATE work SET status = 'closed' WHERE comment = 3")
    outcome = console.run("audit", "replay")
    assert outcome.code == 1
    assert "changed without an entry" in outcome.out
    assert "NOT equal" in outcome.out


def test_a_log_that_cannot_be_replayed_is_a_finding(console: Console) -> None:
    forge(console.folder, "UPDATE comment SET posted_at = posted_at + 1 WHERE id = 1")
    outcome = console.run("audit", "replay")
    assert (outcome.code, outcome.err) == (1, "")
    told = console.run("audit", "replay", "--json")
    assert (told.code, "cannot be replayed" in json.loads(told.out)["flaw"]) == (1, True)


def test_the_rebuilt_state_may_be_kept_but_never_over_a_file(
    console: Console, tmp_path: Path
) -> None:
    target = tmp_path / "rebuilt.db"
    told = json.loads(console.good("audit", "replay", "--json", "--into", str(target)))
    assert (told["differences"], told["rows"] > 0) == ([], True)
    assert target.stat().st_size > 0
    missing = str(tmp_path / "missing" / "x")
    assert "cannot be written" in console.refused("audit", "replay", "--into", missing)
    assert "exists" in console.refused("audit", "replay", "--into", str(target))


def test_the_entries_are_filtered_by_who_what_which_and_when(console: Console) -> None:
    console.good("comment", "open", "1", user="sanne")
    words = ("audit", "show", "--actor", "sanne", "--action", "open", "--comment", "1")
    assert " sanne  moderator  open    1 " in console.good(*words, user="willem")
    found = json.loads(console.good(*words, "--since", "2026-01-01", "--json", user="willem"))
    assert [each["subject"] for each in found] == [1]
    assert console.good(*words, "--until", "2026-01-01T02:30", user="willem").count("\n") == 1
    assert console.good("audit", "show", "--actor", "system", user="willem").count("\n") > 2
    assert "is no moment" in console.refused("audit", "show", "--since", "gisteren", user="willem")


def test_a_long_list_comes_page_by_page(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webcare_desk.cli.audit.group._PAGE", 2)
    words = ("audit", "show", "--action", "ingest", "--json")
    all_of_it = json.loads(console.good("audit", "show", "--json", user="willem"))
    first = json.loads(console.good("audit", "show", "--limit", "5", "--json", user="willem"))
    seqs = [each["seq"] for each in first]
    assert seqs == list(range(seqs[0], seqs[0] - 5, -1))
    assert "leaf" not in first[0]
    rest = ("audit", "show", "--before", str(seqs[-1]), "--json", "--leaf")
    after = json.loads(console.good(*rest, user="willem"))
    assert [each["seq"] for each in after] == list(range(seqs[-1] - 1, -1, -1))
    assert json.loads(bytes.fromhex(after[-1]["leaf"]))["action"] == "make-desk"
    assert [{**each, "leaf": 0} for each in all_of_it[-2:]] == [
        {**each, "leaf": 0} for each in after[-2:]
    ]
    assert console.good(*words, "--until", "2020-01-01", user="willem") == "[]\n"
    assert console.good(*rest[:4], "--limit", "3", user="willem").count("\n") == 4


def test_words_of_comments_are_sought_by_those_who_may_read_them(
    console: Console, tmp_path: Path
) -> None:
    sought = ("--words", "hoofdpijn")
    assert console.good("audit", "show", *sought, user="willem")
    assert "lacks the right “read”" in console.refused("audit", "show", *sought, user="ada")
    export = ("audit", "export", "--format", "csv", "--out", str(tmp_path / "log.csv"))
    assert "lacks the right “read”" in console.refused(*export, *sought, user="ada")
    assert console.good(*export, user="ada")


def test_the_head_is_a_signed_note(console: Console) -> None:
    with console.opened() as app:
        assert console.good("audit", "head") == app.desk.read.head_note()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 5000, b"no database"])
def test_a_file_that_is_no_desk_is_a_sentence(console: Console, content: bytes) -> None:
    for extra in console.folder.glob("desk.db-*"):
        extra.unlink()
    (console.folder / "desk.db").write_bytes(content)
    console.refused("inbox", "counts", user="sanne")
    console.refused("audit", "head")
    outcome = console.run("audit", "verify")
    assert outcome.code == 1
    assert "cannot be read" in outcome.out


def test_a_folder_without_its_public_key_is_a_sentence(console: Console) -> None:
    (console.folder / "log.vkey").unlink()
    assert "log.vkey cannot be read" in console.refused("audit", "verify")


def test_a_case_is_told_as_it_stood(console: Console) -> None:
    before = datetime.now(UTC).isoformat()
    console.good("comment", "claim", "1", user="sanne")
    console.good("comment", "note", "1", "Bel haar niet.", user="sanne")
    console.good("comment", "reply", "3", "--text", "Graag gedaan!", user="sanne")
    console.good("comment", "escalate", "1", user="sanne")
    now = datetime.now(UTC).isoformat()
    then = console.good("audit", "at", before, "--comment", "1", user="willem")
    assert "Claimed by nobody; assigned to nobody." in then
    assert "Sinds ik Ventora gebruik" in then
    assert "Note of" not in then
    after = console.good("audit", "at", now, "--comment", "1", user="willem")
    assert "Claimed by sanne until" in after
    assert "Note of sanne" in after
    assert "Escalation 1 by sanne, open" in after
    reply = console.good("audit", "at", now, "--comment", "3", user="willem")
    assert "reply by sanne, held after 0 attempts: Graag gedaan!" in reply
    last = json.loads(console.good("audit", "show", "--limit", "4", "--json", user="willem"))
    assert "open" in {entry["action"] for entry in last}  # who reads the words has looked
    rows = json.loads(console.good("audit", "at", now, "--comment", "1", "--json", user="willem"))
    assert {row["table"] for row in rows["rows"]} >= {"comment", "work", "escalation", "note"}


def present() -> str:
    """Return the present moment as it is typed."""
    return datetime.now(UTC).astimezone().isoformat()


def test_the_desk_is_told_as_it_stood(console: Console) -> None:
    refusal = console.refused("audit", "at", "2100-01-01", user="willem")
    assert "is still to come" in refusal
    with console.opened() as app:
        app.put_protocol_in_force()
    told = console.good("audit", "at", present(), user="willem")
    assert "The desk had 6 comments: crisis 1" in told
    assert "0 escalations waited for PV." in told
    assert "Protocol in force: varen@1.0 (" in told
    assert "The desk had 0 comments" in console.good("audit", "at", "2020-01-01", user="willem")
    words = ("audit", "at", "2020-01-01", "--comment", "1")
    assert "was not on this desk" in console.refused(*words, user="willem")


def test_a_log_that_cannot_be_replayed_tells_nothing_of_the_past(console: Console) -> None:
    forge(console.folder, "UPDATE entry SET leaf = x'00' WHERE seq = 2")
    outcome = console.run("audit", "at", present(), user="willem")
    assert outcome.code == 1
    assert "cannot be replayed" in outcome.out


def test_what_was_done_while_the_clock_was_ahead_can_be_told(console: Console) -> None:
    ahead = datetime.now(UTC).astimezone().replace(microsecond=1) + timedelta(days=40)
    at = int(ahead.timestamp() * 1_000_000)
    with console.opened() as app:
        act = RecordBackup(at, 1, digest(b""), 1)
        Desk(app.desk.store, clock=lambda: at).perform(act, system_actor())
        app.desk.perform(act, system_actor())
    until = (ahead.replace(microsecond=0) + timedelta(seconds=1)).isoformat(" ")
    refusal = console.refused("audit", "at", "2100-01-01", user="willem")
    assert f"is still to come: name a moment until {until}" in refusal
    told = json.loads(console.good("audit", "at", until, "--json", user="willem"))
    assert told["entries"] == told["of"]
