"""At the terminal: heads leave for somebody else, come back, and are held against the log."""

import json
import shutil
from base64 import b32decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.authority import Authority, authority_in, needs_openssl
from webcare_desk import people
from webcare_desk.cli.audit import anchor
from webcare_desk.demo.stage import Stage
from webcare_desk.domain.moderator import Role
from webcare_desk.vault import totp
from webcare_desk.vault.cosigning import Cosigner, cosigned_at
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer


@pytest.fixture
def mailing(live: Console) -> Iterator[Console]:
    """Give the stage's desk with a supervisor's mailbox."""
    settings = live.folder / "desk.toml"
    before = settings.read_text(encoding="utf-8")
    anchor = '[anchor]\nmail = "chief@orvanta.example"\n[[source]]'
    settings.write_text(before.replace("[[source]]", anchor, 1), encoding="utf-8")
    yield live
    settings.write_text(before, encoding="utf-8")


def test_an_anchor_really_arrives_and_the_window_begins_again(
    mailing: Console, stage: Stage, tmp_path: Path
) -> None:
    before = len(stage.mailbox.mails())
    (made,) = json.loads(mailing.good("audit", "anchor", "make", "--json", user="willem", stdin=""))
    assert (made["kind"], made["state"]) == ("mail", "taken")
    (mail,) = stage.mailbox.mails()[before:]
    kept = tmp_path / "anchor.eml"
    kept.write_bytes(mail)
    assert "unchanged" in mailing.good("audit", "anchor", "check", str(kept))
    (newest, *_) = json.loads(mailing.good("audit", "anchor", "list", "--json"))
    assert (newest["kind"], newest["state"]) == ("mail", "taken")
    assert "taken" in mailing.good("audit", "anchor", "list")
    told = json.loads(mailing.good("audit", "head", "--json"))
    assert told["unanchored"]["entries"] < 10
    assert told["over"] is False
    said = mailing.good("audit", "anchor", "import", str(kept), user="willem", stdin="")
    assert f"first {newest['head']['size']} entries" in said
    assert mailing.good("audit", "verify").startswith("The log holds")
    assert mailing.good("audit", "replay").startswith("equal")


def test_a_head_that_was_carried_away_is_checked_later(console: Console, tmp_path: Path) -> None:
    head = tmp_path / "head.txt"
    out = console.good("audit", "anchor", "make", "--out", str(head), user="willem")
    assert "keep it where nobody of this desk" in out
    database = str(console.folder / "desk.db")
    words = ("audit", "anchor", "make", "--out", database)
    assert "is there already" in console.refused(*words, user="willem")
    both = ("audit", "anchor", "make", "--json", "--out", str(tmp_path / "new"))
    assert "Choose one" in console.refused(*both, user="willem")
    assert console.good("audit", "anchor", "check", str(head)).startswith("The log continues")
    file = console.folder / "log.vkey"
    key = file.read_text(encoding="ascii").strip()
    for given in (key, f"{key}\n", str(file)):
        console.good("audit", "anchor", "check", str(head), "--key", given)
    typed = ("audit", "anchor", "check", str(head), "--key", key.replace("desk", "desc"))
    assert "neither a public key" in console.refused(*typed)
    other = Signer.generate("webcare-desk/other").verifier
    outcome = console.run("audit", "anchor", "check", str(head), "--key", other)
    assert (outcome.code, "does not continue" in outcome.out) == (1, True)


def test_an_older_copy_that_was_put_back_is_found_by_the_anchor(
    console: Console, tmp_path: Path
) -> None:
    older = shutil.copyfile(console.folder / "desk.db", tmp_path / "older.db")
    head = tmp_path / "head.txt"
    console.good("audit", "anchor", "make", "--out", str(head), user="willem")
    shutil.copyfile(older, console.folder / "desk.db")
    for forgotten in [name for name in console.secrets._kept if "log-mark" in name]:
        console.secrets.forget(forgotten)  # whoever puts it back also cleans the keyring
    outcome = console.run("audit", "anchor", "check", str(head))
    assert outcome.code == 1
    assert "an older copy of it was put back" in outcome.out


def test_what_holds_no_head_is_a_sentence(console: Console, tmp_path: Path) -> None:
    for name, content in {"x.txt": "no head", "x.json": "{}", "x.eml": "Subject: x\n\nx"}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        sentence = console.refused("audit", "anchor", "check", str(tmp_path / name))
        assert "holds no signed head" in sentence
    assert "cannot be read" in console.refused("audit", "anchor", "check", str(tmp_path / "none"))
    words = ("audit", "anchor", "make")
    assert "Nobody is set" in console.refused(*words, user="willem")
    assert "cannot be written" in console.refused(*words, "--out", "/none/x", user="willem")


@pytest.mark.parametrize("command", ["check", "import"])
def test_no_file_is_read_further_than_an_anchor_goes(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(anchor, "_LARGEST", 64)
    long = tmp_path / "long.txt"
    long.write_bytes(b"x" * 65)
    # Such a file says that it has no bytes, as an endless one does.
    for file in (long, *(each for each in (Path("/proc/self/status"),) if each.exists())):
        said = console.refused("audit", "anchor", command, str(file), user="willem")
        assert "is larger than" in said


def test_a_foreign_head_is_not_imported(console: Console, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.txt"
    foreign.write_text(Signer.generate("a/b").seal("a/b", 1, b"\1" * 32), encoding="utf-8")
    outcome = console.run("audit", "anchor", "import", str(foreign), user="willem")
    assert (outcome.code, "does not continue" in outcome.out) == (1, True)


def test_the_supervisor_cosigns_what_grew_and_refuses_a_fork(
    console: Console, tmp_path: Path
) -> None:
    state = tmp_path / "mine" / "seen.json"
    state.parent.mkdir()
    words = ("audit", "cosign", "--state", str(state))
    by_key = (*words, "--key", str(console.folder / "log.vkey"))
    assert "neither a public key" in console.refused(*words, "--key", "typo", user="willem")
    for given in (by_key, words):
        out = console.good(*given, user="willem")
    line = next(line for line in out.splitlines() if line.startswith("—"))
    verifier = out.rsplit("Your public key: ", 1)[1].strip()
    with console.opened() as app:
        (newest, first) = app.desk.read.anchors(9)
    assert newest.evidence == line + "\n"
    assert cosigned_at(newest.head.note, line + "\n", verifier) > 1_700_000_000
    assert newest.head.size > first.head.size
    check = ("audit", "cosigned", "--key", verifier)
    told = console.good(*check, user="willem").splitlines()
    assert [each.split(",")[0] for each in told] == [f"Anchor {newest.id}", f"Anchor {first.id}"]
    assert "neither a public key" in console.refused(*check[:3], "w1+0+AA", user="willem")
    other = Cosigner.generate("mine").verifier
    outcome = console.run("audit", "cosigned", "--key", other, user="willem")
    assert (outcome.code, outcome.out) == (1, "No cosignature by mine is kept here.\n")
    listed = json.loads(console.good(*check, "--json", user="willem"))
    assert [(each["anchor"], each["flaw"]) for each in listed] == [(newest.id, ""), (first.id, "")]
    other = Cosigner.generate("willem").verifier
    outcome = console.run("audit", "cosigned", "--key", other, user="willem")
    assert (outcome.code, outcome.out.count("by another key")) == (1, 2)
    seen = json.loads(state.read_text(encoding="ascii"))
    assert seen["size"] == newest.head.size
    state.write_text(json.dumps(seen | {"root": "0" * 64}), encoding="ascii")
    outcome = console.run(*words, user="willem")
    assert (outcome.code, "this is a fork" in outcome.out) == (1, True)
    state.write_text(json.dumps(seen | {"size": 9999}), encoding="ascii")
    assert "9999 were seen" in console.run(*words, user="willem").out


def test_cosigning_takes_a_usable_name_and_key(console: Console, tmp_path: Path) -> None:
    words = ("audit", "cosign", "--state", str(tmp_path / "seen.json"), "--name")
    assert "without blanks" in console.refused(*words, "a b", user="willem")
    with console.opened() as app:
        (willem,) = (each.id for each in app.desk.read.moderators() if each.login == "willem")
    console.secrets.put(f"cosigner:{willem}:w", Secret("w+!"))
    assert "damaged" in console.refused(*words, "w", user="willem")


def test_no_other_account_cosigns_with_a_supervisors_key(console: Console, tmp_path: Path) -> None:
    def cosigned(user: str) -> str:
        state = str(tmp_path / f"{user}.json")
        words = ("audit", "cosign", "--state", state, "--name", "chief")
        return console.good(*words, user=user).rsplit(": ", 1)[1].strip()

    with console.opened() as app:
        ada = people.log_in(app.desk, "ada", Secret(PASSWORD))
        roles = frozenset({Role.SUPERVISOR})
        people.add_moderator(app.desk, "kees", "Kees", roles, Secret(PASSWORD), ada)
        people.log_out(app.desk, ada)
    assert cosigned("willem") == cosigned("willem")
    assert cosigned("willem") != cosigned("kees")
    words = ("audit", "cosign", "--state", str(tmp_path / "ada.json"))
    assert "lacks the right “oversee”" in console.refused(*words, user="ada")


def test_a_head_is_no_anchor_while_who_took_it_here_brings_it(
    console: Console, tmp_path: Path
) -> None:
    head = tmp_path / "head.txt"
    console.good("audit", "anchor", "make", "--out", str(head), user="willem")
    words = ("audit", "anchor", "import", str(head))
    assert "nobody else holds it" in console.refused(*words, user="willem")
    assert json.loads(console.good("audit", "anchor", "list", "--json", user="willem")) == []
    assert "Ada Smit says that somebody holds" in console.good(*words, user="ada")


@needs_openssl
def test_a_time_stamp_is_asked_for_and_told(console: Console, tmp_path: Path) -> None:
    assert "No time-stamping authority is set" in console.refused(
        "audit", "timestamp", user="willem"
    )
    with authority_in(tmp_path / "tsa") as authority:
        _set(console, authority)
        said = console.good("audit", "timestamp", user="willem")
        assert "(timestamp, " in said
        assert ": taken. The authority saw it at " in said
        assert ": taken." in console.good("audit", "anchor", "make", user="willem")
        authority.status = 503
        said = console.good("audit", "timestamp", user="willem")
        assert ": waiting (unavailable)." in said


def _set(console: Console, authority: Authority) -> None:
    shutil.copy(authority.roots, console.folder / "tsa.pem")
    settings = f'[anchor]\ntsa = "{authority.url}"\ntsa_roots = "tsa.pem"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")


def test_an_authority_without_its_certificates_is_a_setting_that_lacks(console: Console) -> None:
    settings = '[anchor]\ntsa = "https://tsa.example"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    assert "anchor.tsa_roots must be" in console.refused("audit", "head")


def test_two_persons_go_on_after_a_fork_at_the_terminal(console: Console, tmp_path: Path) -> None:
    older = shutil.copyfile(console.folder / "desk.db", tmp_path / "older.db")
    console.good("comment", "show", "1", user="sanne")
    shutil.copyfile(older, console.folder / "desk.db")
    assert "an older copy of the desk was put back" in console.refused(
        "comment", "claim", "1", user="sanne"
    )
    words = ("audit", "continue", "--second", "ada")
    assert "second line" in console.refused(*words, user="willem")
    both = f"{PASSWORD}\n{PASSWORD}\n"
    assert "registered" in console.good(*words, user="willem", stdin=both)
    console.good("comment", "show", "1", user="sanne")
    assert console.good("audit", "verify").startswith("The log holds")
    assert "Nothing is wrong" in console.refused(*words, user="willem", stdin=both)


def test_who_has_codes_gives_one_to_go_on_or_to_restore(console: Console, tmp_path: Path) -> None:
    key = totp.new_key()
    with console.opened() as app:
        ada = people.log_in(app.desk, "ada", Secret(PASSWORD))
        now = totp.step_at(app.desk.clock())
        first, second = (totp.code(b32decode(key.reveal()), now + ahead) for ahead in (0, 1))
        people.enrol(app.desk, console.secrets, key, first, ada)
    older = shutil.copyfile(console.folder / "desk.db", tmp_path / "older.db")
    console.good("backup", "make", user="willem")
    both = f"{PASSWORD}\n{PASSWORD}\n"
    back = ("backup", "restore", "latest", "--yes", "--second", "ada")
    for more, said in (((), "“ada” also asks"), (("--second-code", first), "used before")):
        assert said in console.refused(*back, *more, user="willem", stdin=both, role="supervisor")
    shutil.copyfile(older, console.folder / "desk.db")
    words = ("audit", "continue", "--second", "ada")
    assert "“ada” also asks" in console.refused(*words, user="willem", stdin=both)
    said = console.good(*words, user="willem", stdin=f"{both}{second}\n")
    assert "registered" in said


def test_a_folder_without_a_desk_has_nothing_to_check(nowhere: Console, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")
    assert "There is no desk" in nowhere.refused("audit", "anchor", "check", str(tmp_path / "x"))
