"""Accounts and secrets at the terminal; a password never stands in the words."""

import io
import json

import pytest

from tests.cli.conftest import PASSWORD, Console
from webcare_desk import people
from webcare_desk.__main__ import main
from webcare_desk.cli.login import new_secret
from webcare_desk.cli.terminal import Terminal
from webcare_desk.vault.secret import Secret

NEW = "nog een lange zin erbij"
GIVEN = "a sentence that ada gave away"


def test_an_administrator_makes_an_account_that_can_enter(console: Console) -> None:
    words = ("people", "add", "jan", "Jan J.", "--role", "moderator", "--role", "supervisor")
    console.good(*words, user="ada", stdin=f"{PASSWORD}\n{NEW}\n")
    first = f"{NEW}\neen eigen lange zin\n"
    assert "jan" in console.good("people", "list", user="jan", stdin=first)
    taken = console.refused(*words, user="ada", stdin=f"{PASSWORD}\n{NEW}\n")
    assert "'jan' is taken" in taken
    asked = console.refused(*words, "--ask", "nog een", user="ada", stdin=f"{PASSWORD}\n" * 2)
    assert "'jan' is taken" in asked


@pytest.mark.parametrize(
    ("words", "stdin", "sentence"),
    [
        (("jan", "Jan", "--role", "moderator"), "kort", "at least 12 characters"),
        (("jan", "Jan", "--role", "moderator"), "", "on standard input"),
        (("jan", " ", "--role", "moderator"), NEW, "a login and a name"),
        (("jan", "Jan", "--role", "boss"), NEW, "is none of: moderator"),
        (("jan", "Jan", "--role", "system"), NEW, "is none of: moderator"),
        (("jan", "Jan"), NEW, "Missing option '--role'"),
    ],
)
def test_an_account_that_cannot_be_made_is_a_sentence(
    console: Console, words: tuple[str, ...], stdin: str, sentence: str
) -> None:
    given = f"{PASSWORD}\n{stdin}\n"
    assert sentence in console.refused("people", "add", *words, user="ada", stdin=given)
    with console.opened() as app:
        assert app.desk.read.account("jan") is None


def test_only_an_administrator_makes_accounts(console: Console) -> None:
    words = ("people", "add", "jan", "Jan", "--role", "moderator")
    assert "“administer”" in console.refused(*words, user="willem")


def test_roles_change_and_a_closed_account_cannot_enter(console: Console) -> None:
    console.good("people", "roles", "sanne", "--role", "pv-officer", user="ada")
    assert "lacks the right" in console.refused("comment", "claim", "1", user="sanne")
    said = console.good("people", "roles", "sanne", "--closed", user="ada")
    assert "is closed" in said
    assert "Nobody may" not in said  # the supervisor does all of it
    assert "only supervisor may" in console.good(
        "people", "roles", "willem", "--closed", user="ada"
    )
    assert "wrong" in console.refused("inbox", "counts", user="sanne")
    assert "is open: pv-officer" in console.good("people", "roles", "sanne", "--open", user="ada")
    assert "no account “piet”" in console.refused("people", "roles", "piet", "--open", user="ada")
    assert "Say what is to change" in console.refused("people", "roles", "sanne", user="ada")
    accounts = json.loads(console.good("people", "list", "--json", user="ada"))
    assert ["pv-officer"] in [each["roles"] for each in accounts]


def test_a_password_is_set_by_its_owner_or_an_administrator(console: Console) -> None:
    console.good("people", "password", user="sanne", stdin=f"{PASSWORD}\n{NEW}\n")
    console.good("inbox", "counts", user="sanne", stdin=f"{NEW}\n")
    console.good("people", "password", "sanne", user="ada", stdin=f"{PASSWORD}\n{PASSWORD}\n")
    assert "Somebody else set" in console.refused("inbox", "counts", user="sanne")
    for chosen in ("kort", PASSWORD):
        typed = f"{PASSWORD}\n{chosen}\n"
        console.refused("inbox", "counts", user="sanne", stdin=typed)
    console.good("inbox", "counts", user="sanne", stdin=f"{PASSWORD}\n{NEW}\n")
    console.good("inbox", "counts", user="sanne", stdin=f"{NEW}\n")
    words = ("people", "password", "ada")
    assert "“administer”" in console.refused(*words, user="sanne", stdin=f"{NEW}\n{NEW}\n")


def test_a_remembered_password_is_asked_for_no_more(console: Console) -> None:
    assert "is in the keyring" in console.good("people", "remember", user="willem")
    console.good("inbox", "counts", user="willem", stdin="")
    assert "wrong" in console.refused("people", "remember", user="sanne", stdin="wrong\n")
    assert console.secrets.get(console.own("login:sanne")) is None


def test_a_changed_password_is_remembered_no_more(console: Console) -> None:
    for who in ("sanne", "willem"):
        console.good("people", "remember", user=who)
    changed = console.good("people", "password", user="sanne", stdin=f"{PASSWORD}\n{NEW}\n")
    assert "The keyring has forgotten the one before" in changed
    reset = console.good("people", "password", "willem", user="ada", stdin=f"{PASSWORD}\n{NEW}\n")
    assert "The keyring has forgotten the one before" in reset
    for who in ("sanne", "willem"):
        assert console.secrets.get(console.own(f"login:{who}")) is None


def test_a_remembered_password_that_is_wrong_is_tried_once(console: Console) -> None:
    console.good("secret", "set", "login:sanne", stdin="of before it was renewed\n")
    assert "has forgotten it" in console.refused("inbox", "counts", user="sanne", stdin="")
    assert "on standard input" in console.refused("inbox", "counts", user="sanne", stdin="")
    console.good("inbox", "counts", user="sanne")


def test_a_password_is_remembered_for_one_desk(console: Console, nowhere: Console) -> None:
    nowhere.secrets = console.secrets
    nowhere.good("init", "--login", "willem", "--name", "W. V.", stdin=f"{NEW}\n")
    console.good("people", "remember", user="willem")
    assert "on standard input" in nowhere.refused("inbox", "counts", user="willem", stdin="")


def test_a_secret_is_kept_and_forgotten(console: Console) -> None:
    for name in ("smtp", "source:blog", "login:sanne"):
        console.good("secret", "set", name, stdin="geheim\n")
        found = console.secrets.get(console.own(name))
        assert found is not None
        assert found.reveal() == "geheim"
        console.secrets.put(name, Secret("as an earlier version kept it"))
        console.good("secret", "forget", name)
        assert console.secrets.get(name) is None
        assert console.secrets.get(console.own(name)) is None


@pytest.mark.parametrize("name", ["log-key", "log-key:x", "source:", "login:", "stmp", ""])
def test_a_name_that_no_part_of_the_desk_asks_for_is_refused(console: Console, name: str) -> None:
    assert "is no secret of a desk" in console.refused("secret", "set", name, stdin="x\n")


def test_a_new_secret_is_typed_twice_and_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def prompt(words: str, **more: object) -> str:
        asked.append({"words": words, **more})
        return "geheim"

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("webcare_desk.cli.login.sys.stdin.isatty", lambda: True)
    assert new_secret("Secret smtp").reveal() == "geheim"
    assert asked == [
        {"words": "Secret smtp", "hide_input": True, "confirmation_prompt": True, "err": True}
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_piped_in_is_utf8_whatever_the_code_page(
    nowhere: Console, monkeypatch: pytest.MonkeyPatch, mark: bytes
) -> None:
    password = "één lange zin voor nu"
    terminal = Terminal(nowhere.windows, nowhere.secrets, nowhere.folder)

    def init(given: bytes) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="cp1252"))
        return main(["init", "--login", "ada", "--name", "Ada Smit"], terminal)

    assert init(password.encode("cp1252")) == 2
    assert not nowhere.folder.exists()
    assert init(mark + password.encode() + b"\r\n") == 0
    with nowhere.opened() as app:
        assert people.log_in(app.desk, "ada", Secret(password)).moderator


def test_an_account_that_keeps_its_password_is_told_to_sign_nothing(console: Console) -> None:
    words = ("people", "add", "vera", "Vera Audit", "--role", "auditor")
    given = f"{PASSWORD}\n{NEW}\n"
    assert "sign nothing until" in console.good(*words, "--keep", user="ada", stdin=given)
    words = ("people", "add", "vero", "Vero Audit", "--role", "auditor")
    assert "sign nothing" not in console.good(*words, user="ada", stdin=given)
    assert "once more, to sign" in console.good("people", "add", "--help")


def test_a_temporary_password_is_changed_in_one_go(console: Console) -> None:
    console.good("people", "password", "sanne", user="ada", stdin=f"{PASSWORD}\n{GIVEN}\n")
    typed = f"{GIVEN}\n{NEW}\n"
    assert "is set" in console.good("people", "password", user="sanne", stdin=typed)
    assert "wrong" in console.refused("inbox", "counts", user="sanne", stdin=f"{GIVEN}\n")
    console.good("inbox", "counts", user="sanne", stdin=f"{NEW}\n")


def test_what_is_remembered_of_a_temporary_password_is_the_one_in_its_place(
    console: Console,
) -> None:
    console.good("people", "password", "sanne", user="ada", stdin=f"{PASSWORD}\n{GIVEN}\n")
    console.good("people", "remember", user="sanne", stdin=f"{GIVEN}\n{NEW}\n")
    console.good("inbox", "counts", user="sanne", stdin="")
