"""`pv`: each way to PV is tried for real, and what does not hold is a finding."""

import json
from pathlib import Path

from tests.cli.conftest import Console
from tests.connectors import imap_server
from tests.connectors.https_servers import Intake, serving
from tests.connectors.imap_server import Post
from tests.support.tls import Authority, rsa_key
from webcare_desk.vault.secret import Secret

HTTPS = 'kind = "https"\nsender = "desk@agency.example"\nrecipient = "pv@sponsor.example"\n'


def settle(console: Console, text: str) -> None:
    """Write the table `pv` of the settings."""
    (console.folder / "desk.toml").write_text(f"[pv]\n{text}", encoding="utf-8")


def test_the_way_by_mail_and_its_copies_hold(live: Console) -> None:
    found = {each["channel"]: each for each in json.loads(live.good("pv", "check", "--json"))}
    assert {name: each["is_fine"] for name, each in found.items()} == {"smtp": True, "folder": True}
    assert (
        found["smtp"]["said"]
        == "127.0.0.1 takes mail of at most 67.1 MB for drugsafety@orvanta.example"
    )
    assert not list((live.folder / "packets").glob("tmp*"))


def test_a_refused_login_and_an_ending_certificate_are_findings(
    console: Console, tmp_path: Path
) -> None:
    authority, intake = Authority(tmp_path), Intake([401])
    authority.person("pv", rsa_key(), days=3)
    console.keep("https", Secret("geheim"))
    with serving(intake, authority.server()) as url:
        certificate = tmp_path / "pv.crt.pem"
        settle(
            console,
            f'{HTTPS}url = "{url}"\nca_file = "{authority.roots}"\ncertificate = "{certificate}"\n',
        )
        outcome = console.run("pv", "check", user="sanne")
    assert (outcome.code, outcome.err) == (1, "")
    https, ending = outcome.out.splitlines()
    assert https.startswith("lacks https")
    assert "refused the login" in https
    assert ending.startswith("lacks certificate")
    assert "ask PV for a new one" in ending
    assert intake.requests[0]["Authorization"] == "Bearer geheim"


def test_where_answers_are_read_is_tried_too(console: Console, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    console.keep("imap", Secret(Post.password))
    with imap_server.serving(Post({1: b"x"}), authority.server()) as port:
        settle(
            console,
            f'[answers]\nhost = "127.0.0.1"\nport = {port}\nuser = "desk"\n'
            f'ca_file = "{authority.roots}"\nfolder = "answers"\n',
        )
        outcome = console.run("pv", "check", user="sanne")
    imap, folder = outcome.out.splitlines()
    assert imap.split() == ["ok", "imap", "127.0.0.1", "shows", "INBOX:", "1", "mails"]
    assert folder.startswith("lacks answers")
    assert outcome.code == 1


def test_a_missing_secret_and_a_missing_way_are_told(console: Console) -> None:
    assert "No way to PV is set" in console.refused("pv", "check", user="sanne")
    settle(console, f'{HTTPS}url = "https://127.0.0.1:1/"\n')
    outcome = console.run("pv", "check", user="sanne")
    assert outcome.code == 1
    assert "has no secret “https”" in outcome.out


def test_a_secret_of_each_way_can_be_set(console: Console) -> None:
    for name in ("smtp", "https", "imap", "smime"):
        assert "is in the keyring" in console.good("secret", "set", name, stdin="geheim\n")
    assert "is no secret of a desk" in console.refused("secret", "set", "imaps", stdin="x\n")


def test_the_way_to_quality_is_tried_beside_pvs(console: Console) -> None:
    settle(console, 'kind = "folder"\n[quality]\nfolder = "quality"\n')
    tried = console.good("pv", "check", user="sanne").splitlines()
    assert [line.split()[:2] for line in tried] == [["ok", "folder"], ["ok", "quality"]]
    assert tried[1].endswith("quality can be written")


def test_what_is_wrong_with_qualitys_way_is_said_beside_pvs_that_holds(console: Console) -> None:
    settle(console, 'kind = "folder"\n[quality]\nfolder = "quality"\n')
    (console.folder / "quality").write_text("in the way", encoding="utf-8")
    outcome = console.run("pv", "check", "--json", user="sanne")
    found = {each["channel"]: each["is_fine"] for each in json.loads(outcome.out)}
    assert (outcome.code, found) == (1, {"folder": True, "quality folder": False})
