"""The program as a whole: exit codes, sentences instead of tracebacks, a quick help."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Console
from webcare_desk import __version__
from webcare_desk.cli import show
from webcare_desk.cli.comment.group import comment
from webcare_desk.cli.root import root
from webcare_desk.cli.terminal import Terminal
from webcare_desk.domain.moderator import Right

PROGRAM = (sys.executable, "-P", "-m", "webcare_desk")


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, from another folder."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    checkout = str(Path(__file__).resolve().parents[2])
    return subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *words],
        env={**kept, "PYTHONPATH": checkout, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def piped(where: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does that leads its output or input elsewhere."""
    checkout = str(Path(__file__).resolve().parents[2])
    return subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", f'exec "$@" {where}', "sh", *PROGRAM, *words],
        env={**os.environ, "PYTHONPATH": checkout, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_version_is_that_of_the_package() -> None:
    done = started("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"webcare-desk, version {__version__}"


def test_the_help_names_every_command_and_loads_none() -> None:
    code = (
        "import sys; from webcare_desk.__main__ import main; main(['--help']);"
        "print(sorted({'yaml', 'requests', 'keyring', 'PySide6', 'sqlite_utils'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip().endswith("[]")
    assert all(
        f"\n  {name} " in done.stdout for name in root.list_commands(root.context_class(root))
    )


def test_no_command_is_listed_with_half_a_sentence(nowhere: Console) -> None:
    context = root.context_class(root)
    groups = [
        name
        for name in root.list_commands(context)
        if isinstance(root.get_command(context, name), click.Group)
    ]
    assert groups
    for name in groups:
        assert "..." not in nowhere.good(name, "--help").partition("Commands:")[2]


@pytest.mark.parametrize("group", ["case", "comment"])
def test_the_help_of_a_large_group_loads_none_of_its_commands(group: str) -> None:
    code = (
        f"import sys; from webcare_desk.__main__ import main; main(['{group}', '--help']);"
        f"print([each for each in sys.modules if each.startswith('webcare_desk.cli.{group}.')])"
    )
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == f"['webcare_desk.cli.{group}.group']"


def test_the_help_of_comment_says_of_each_command_what_the_command_says(nowhere: Console) -> None:
    context = click.Context(comment)
    shown = " ".join(nowhere.good("comment", "--help").split())
    for name in comment.list_commands(context):
        command = comment.get_command(context, name)
        assert command is not None
        assert f" {name} {command.get_short_help_str(1000)}" in shown


@pytest.mark.parametrize(
    ("words", "said", "unsaid"),
    [
        (("import", "preview"), "with the date of posting.", "posted at"),
        (("case", "answer"), "no-product", "spam"),
        (("screen",), "or the explanation as JSON.", "microseconds"),
    ],
)
def test_the_help_of_an_option_is_of_this_command(
    nowhere: Console, words: tuple[str, ...], said: str, unsaid: str
) -> None:
    shown = " ".join(nowhere.good(*words, "--help").split())
    assert (said in shown, unsaid in shown) == (True, False)


def test_the_help_is_the_tables_own(nowhere: Console) -> None:
    shown = nowhere.good("--help")
    assert "Try the desk on a made-up community." in shown
    assert "No such command" in nowhere.refused("nonsense")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["inbox", "counts"], "There is no desk in"),
        (["comment", "show", "0"], "0 is not in the range"),
        (["comment", "show", "x"], "'x' is not a valid number"),
        (["comment", "show", str(2**70)], "is not in the range"),
        (["inbox", "list", "nope"], "is none of: crisis, safety"),
        (["audit", "at", "0226-11-22"], "“0226-11-22” is not between 1900 and 2200"),
        (["audit", "at", "0001-01-01"], "“0001-01-01” is"),
        (["demo"], "There is no display here; `demo --screenshot FILE`"),
        (["audit", "verify"], "There is no desk in"),
        (["protocol", "check", "nix"], "There is no pack nix in"),
    ],
)
def test_wrong_use_is_a_sentence_and_code_2(
    words: list[str], sentence: str, tmp_path: Path
) -> None:
    done = started("--desk", str(tmp_path / "none"), *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("init", "--desk", "x"), "init"),
        (("run", "--desk=x"), "run"),
        (("inbox", "counts", "--desk", "x"), "inbox counts"),
    ],
)
def test_the_folder_named_behind_the_command_is_told_where_it_belongs(
    nowhere: Console, words: tuple[str, ...], command: str
) -> None:
    assert f"before the command: `webcare-desk --desk DIR {command}`." in nowhere.refused(*words)
    assert "No such option" in nowhere.refused("init", "--desks", "x")


def test_a_disk_that_takes_no_output_is_no_bug() -> None:
    done = piped("> /dev/full", "--version")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "its output cannot be written: No space left on device." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes no standard input")
def test_a_standard_input_that_is_closed_is_an_empty_one() -> None:
    done = piped("<&-", "screen")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_keyring_a_desk_is_not_made(tmp_path: Path) -> None:
    words = ("--desk", str(tmp_path / "d"), "init", "--login", "a", "--name", "b")
    nothing = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    done = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *words],
        env={**os.environ, **nothing, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        input="een lange zin voor nu\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "No trustworthy keyring" in done.stderr
    assert not (tmp_path / "d").exists()
    assert "Traceback" not in done.stderr


def test_a_bug_looks_like_one_and_is_never_taken_for_a_finding(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(value: object) -> None:
        raise KeyError(value)

    monkeypatch.setattr("webcare_desk.cli.inbox.say_json", broken)
    outcome = console.run("inbox", "counts", "--json", user="sanne")
    assert outcome.code == 70
    assert "Traceback" in outcome.err
    assert outcome.err.rstrip().endswith("please report it with the lines above.")


def test_stopping_a_command_is_no_bug(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(terminal: Terminal, right: Right) -> None:
        del terminal, right
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "reading", stopped)
    outcome = console.run("people", "list")
    assert (outcome.code, "Traceback" in outcome.err) == (130, False)


def test_a_reader_that_goes_away_is_no_finding(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(value: object) -> None:
        del value
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("webcare_desk.cli.inbox.say_json", unread)
    assert console.run("inbox", "counts", "--json", user="sanne").code == 0


def test_the_window_of_the_program_is_given_on(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    from webcare_desk import __main__ as program  # its window is what is tested
    from webcare_desk.ui import start  # loads Qt

    seen: list[object] = []

    def run_window(app: object, actor: object, *, screenshot: object, language: object) -> int:
        seen.extend((app, actor, screenshot, language))
        return 7

    monkeypatch.setattr(start, "run_window", run_window)
    with console.opened() as app:
        assert program.open_window(app, None, screenshot=None, language="nl") == 7
        assert seen == [app, None, None, "nl"]


def test_the_folder_of_the_desk_may_come_from_the_environment(
    console: Console, nowhere: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "There is no desk" in nowhere.refused("audit", "verify")
    monkeypatch.setenv("WEBCARE_DESK_DIR", str(console.folder))
    assert "The log holds" in nowhere.good("audit", "verify")


def test_text_from_outside_cannot_steer_the_terminal() -> None:
    assert show.plain("a\x1b[31mb\x9bc\u202ed\u2066e\ud800f\tg\nh") == "a�[31mb�c�d�e�f\tg\nh"
    assert show.cell("a\nb") == "a b"
    assert show.cell(None) == show.cell("") == "–"
    assert show.cell(0) == "0"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30, "in 0 min"),
        (-90, "1 min late"),
        (3 * 3600 + 12 * 60, "in 3 h 12 min"),
        (-47 * 3600, "47 h 0 min late"),
        (3 * 86_400, "in 3 days"),
    ],
)
def test_a_due_time_reads_as_people_say_it(seconds: int, words: str) -> None:
    now = 1_772_528_400_000_000
    assert show.due(now + seconds * 1_000_000, now) == words


def test_no_due_time_is_a_dash() -> None:
    assert show.due(None, 0) == show.due(2**53 - 1, 0) == show.when(None) == "–"


def test_wide_letters_keep_the_columns_in_line(capsys: pytest.CaptureFixture[str]) -> None:
    show.say_table(("a", "b"), [("漢字", 1), ("é́x", 2), ("abcd", 3)])
    assert capsys.readouterr().out.splitlines() == ["a     b", "漢字  1", "é́x    2", "abcd  3"]


def test_json_shows_bytes_sets_and_dataclasses(capsys: pytest.CaptureFixture[str]) -> None:
    show.say_json({"a": b"\x01", "b": frozenset({"y", "x"}), "c": Path("p"), "d": 3})
    out = capsys.readouterr().out
    assert [line.strip().rstrip(",") for line in out.splitlines() if line.strip() not in "{}[]"]
    assert '"a": "01"' in out
    assert '"c": "p"' in out
