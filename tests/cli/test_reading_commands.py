"""What can be read: queues, rows, a comment with all that is known of it, as table or JSON."""

import io
import json
from dataclasses import replace

import pytest

from tests.cli.conftest import PASSWORD, TEXTS, Console, remote
from webcare_desk.__main__ import main
from webcare_desk.actions import Ingest
from webcare_desk.cli.terminal import Terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.store.base import LogFilter


def test_the_counts_name_every_queue_in_order_of_danger(console: Console) -> None:
    lines = console.good("inbox", "counts", user="sanne").splitlines()
    assert [line.split()[0] for line in lines[1:]] == [
        "crisis",
        "safety",
        "quality",
        "question",
        "other",
        "waiting",
        "done",
    ]
    counted = json.loads(console.good("inbox", "counts", "--json", user="sanne"))
    assert sum(each["count"] for each in counted) == 6


def test_a_queue_is_listed_up_to_the_limit_page_after_page(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.store.listing._PAGE", 1)
    rows = json.loads(console.good("inbox", "list", "safety", "--json", user="sanne"))
    assert [row["comment"] for row in rows] == [1, 2]
    rows = json.loads(
        console.good("inbox", "list", "safety", "--limit", "1", "--json", user="sanne")
    )
    assert [row["comment"] for row in rows] == [1]
    assert "Schrijver 1" in console.good("inbox", "list", "safety", user="sanne")


def test_the_search_finds_all_words(console: Console) -> None:
    rows = json.loads(console.good("inbox", "search", "ventora", "dag", "--json", user="sanne"))
    assert [row["comment"] for row in rows] == [1]
    assert console.good("inbox", "search", "nergens", user="sanne").count("\n") == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [(["from:schrijver 1"], [1]), (["van:SCHRIJVER", "ventora"], [1]), (['from:"schr" dag'], [1])],
)
def test_the_search_finds_by_author(console: Console, words: list[str], found: list[int]) -> None:
    rows = json.loads(console.good("inbox", "search", *words, "--json", user="sanne"))
    assert [row["comment"] for row in rows] == found


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["from:"], "No name stands after from: (or van:), such as from:jan."),
        (["from:jan\x07"], "Nobody whose name begins with “jan�” has written here."),
        (
            ["from:schr", "zzz"],
            "No comment of anybody whose name begins with “schr” holds this.",
        ),
    ],
)
def test_a_search_says_why_it_finds_nobody(
    console: Console, words: list[str], sentence: str
) -> None:
    said = console.run("inbox", "search", *words, "--json", user="sanne")
    assert (said.code, said.out, said.err) == (0, "[]\n", f"{sentence}\n")


def test_whoever_may_not_read_comments_does_not_search_them(console: Console) -> None:
    said = console.run("inbox", "search", "from:schrijver", user="ada")
    assert said.code
    assert "Schrijver" not in said.out + said.err


def test_a_comment_is_shown_with_its_evidence_and_its_steps(console: Console) -> None:
    shown = console.good("comment", "show", "1", user="sanne")
    assert "“hoofdpijn”: event headache" in shown
    assert "rule adverse-event: " in shown
    assert "3. Forward the case to PV (moderator, within 24 h)" in shown
    assert " → 1  Schrijver 1" in shown
    assert "to PV in 23 h 59 min" in shown


def test_a_post_of_the_thread_that_was_deleted_is_marked(console: Console) -> None:
    gone = replace(remote(1, TEXTS[0]), visibility=Visibility.DELETED)
    with console.opened() as app:
        arrival = Arrival(gone, app.triage(gone, None))
        app.desk.perform(Ingest(Name("forum"), (arrival,)), system_actor())
    shown = console.good("comment", "show", "2", user="sanne")
    assert "   1  Schrijver 1 (deleted): Sinds ik" in shown
    assert " → 2  Schrijver 2: Ik ook!" in shown


def test_that_somebody_looked_at_a_comment_is_recorded(console: Console) -> None:
    console.good("comment", "show", "1", user="sanne")
    with console.opened() as app:
        entries = app.desk.read.entries_after(0, 100)
        actions = [entry.action for entry in entries if "beside" not in entry.detail]
        assert actions[-4:] == ["log-in", "rotate-key", "open", "log-out"]


def test_the_posts_of_the_thread_that_are_told_in_full_were_looked_at_too(console: Console) -> None:
    long = remote(7, f"{'Mooi weer. ' * 20} Sinds Ventora heb ik elke dag hoofdpijn")
    with console.opened() as app:
        app.desk.perform(Ingest(Name("forum"), (Arrival(long, app.triage(long)),)), system_actor())

    def seen() -> list[int | None]:
        with console.opened() as app:
            looks = app.desk.read.entries(LogFilter(action="open"), None, 99)
            return [each.subject for each in reversed(looks)]

    console.good("comment", "show", "2", user="sanne")
    first = seen()
    assert first == [2, 1, 3, 4, 5, 6]
    console.good("comment", "show", "2", "--json", user="sanne")
    assert seen() == [*first, 2, 7]


def test_a_comment_cannot_steer_the_terminal(console: Console) -> None:
    shown = console.good("comment", "show", "6", user="sanne")
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    found = json.loads(console.good("comment", "show", "6", "--json", user="sanne"))
    assert found["comment"]["text"].startswith("Boze \x1b[31m")


def test_everything_that_happened_to_a_comment_is_shown(console: Console) -> None:
    console.good("comment", "claim", "3", user="willem")
    console.good("comment", "note", "3", "even bellen", user="willem")
    console.good("comment", "reply", "3", "--text", "Graag gedaan", user="willem")
    console.good("comment", "escalate", "3", user="willem")
    console.good("comment", "assign", "3", "sanne", user="willem")
    shown = console.good("comment", "show", "3", user="willem")
    for words in (
        "claimed by  Willem; assigned to Sanne",
        "note by Willem",
        "even bellen",
        "reply 1: held Graag gedaan",
        "packet 2: held",
        "escalation 1: open, in 23 h 59 min",
    ):
        assert words in shown
    console.pv_says("--decision", "accepted", "--reference", "PV-9")
    assert "acknowledged, PV's number PV-9" in console.good("comment", "show", "3", user="willem")


def test_why_a_comment_was_closed_is_shown(console: Console) -> None:
    console.good("comment", "close", "3", "no-reply-needed", user="sanne")
    assert "closed for  no-reply-needed" in console.good("comment", "show", "3", user="sanne")


def test_an_earlier_wording_is_shown(console: Console) -> None:
    with console.opened() as app:
        edited = remote(3, "Thank you for nothing")
        app.desk.perform(
            Ingest(Name("forum"), (Arrival(edited, app.triage(edited)),)), system_actor()
        )
    shown = console.good("comment", "show", "3", user="sanne")
    assert "Thank you for nothing" in shown
    assert "wording 1, until it was edited: Thank you for the lovely recipe" in shown


def test_a_comment_that_is_not_there_is_a_sentence(console: Console) -> None:
    assert "Comment 99 is not on this desk." in console.refused(
        "comment", "show", "99", user="sanne"
    )


@pytest.mark.parametrize(
    ("words", "user", "sentence"),
    [
        (("inbox", "counts"), "ada", "The role administrator may not do this"),
        (("audit", "show"), "sanne", "it lacks the right “review”"),
        (("inbox", "counts"), "nobody", "The login or the password is wrong."),
        (("inbox", "counts"), "", "set WEBCARE_DESK_USER"),
    ],
)
def test_a_real_desk_asks_who_reads(
    console: Console, words: tuple[str, ...], user: str, sentence: str
) -> None:
    assert sentence in console.refused(*words, user=user)


def test_a_wrong_password_is_refused_and_recorded(console: Console) -> None:
    sentence = console.refused("inbox", "counts", user="sanne", stdin="wrong\n")
    assert sentence == "webcare-desk: The login or the password is wrong.\n"
    shown = console.good("audit", "show", "--action", "record-failed-login", user="willem")
    assert "record-failed-login" in shown


def test_without_a_password_the_sentence_names_two_ways(console: Console) -> None:
    sentence = console.refused("inbox", "counts", user="sanne", stdin="")
    assert "on standard input" in sentence
    assert "people remember" in sentence


def test_the_role_is_the_first_that_has_the_right_or_the_one_that_is_named(
    console: Console,
) -> None:
    console.good("inbox", "counts", user="willem")
    assert "lacks the right" in console.refused("audit", "show", user="willem", role="moderator")
    assert "the roles are moderator, senior, pv-officer" in console.refused(
        "audit", "show", user="willem", role="boss"
    )
    entries = json.loads(
        console.good("audit", "show", "--action", "log-in", "--json", user="willem")
    )
    roles = [each["role"] for each in entries]
    assert roles[0] == "supervisor"


def test_every_login_of_a_command_ends_with_it_even_when_it_fails(console: Console) -> None:
    console.refused("comment", "claim", "99", user="sanne")
    with console.opened() as app:
        last = app.desk.read.entries_after(app.desk.read.log_size() - 2, 10)
        assert last[-1].action == "log-out"


class Keyboard(io.StringIO):
    """Standard input with a person behind it."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_who_is_at_a_keyboard_is_asked(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def prompt(words: str, **more: object) -> str:
        asked.append(f"{words}{' unseen' if more.get('hide_input') else ''}")
        return "sanne" if words == "Login" else PASSWORD

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.delenv("WEBCARE_DESK_USER", raising=False)
    terminal = Terminal(console.windows, console.secrets, console.folder)
    assert main(["inbox", "counts"], terminal) == 0
    assert asked == ["Login", "Password unseen"]


def test_input_that_is_no_text_is_a_sentence(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCARE_DESK_USER", "sanne")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), "utf-8"))
    terminal = Terminal(console.windows, console.secrets, console.folder)
    assert main(["inbox", "counts"], terminal) == 2


def test_the_hours_of_a_lifetime_are_not_listed(console: Console) -> None:
    words = ("source", "hours", "--since", "1926-01-01")
    assert "ask for a year at most" in console.refused(*words, user="sanne")
    assert "hour" in console.good("source", "hours", user="sanne")
