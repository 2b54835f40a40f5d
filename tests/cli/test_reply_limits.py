"""What the window does not let leave, the command refuses too, and in a sentence."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Console, remote
from webcare_desk import actions
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival

FORUM = """\
[[source]]
name = "forum"
kind = "sandbox"
url = "https://forum.example"
"""
LONGEST = 10_000  # what the sandbox says it takes


def refused(console: Console, *words: str, number: str = "1") -> str:
    """Return the sentence, when nothing was queued besides."""
    said = console.refused("comment", "reply", number, *words, user="sanne")
    with console.opened() as app:
        assert app.desk.read.deliveries_of(1) == []
    return said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Neem gewoon twee tabletten Ventora.", "names “ventora”, a prescription-only product"),
        ("Dat is  CALMIRONE, denk ik.", "names “calmirone”, a prescription-only product"),
        ("Beste [naam], dank je wel.", "Fill in “[naam]” first"),
        ("Beste ____, dank je wel.", "Fill in “____” first"),
        ("Beste {{ first_name }, dank je wel.", "Fill in “{{ first_name }” first"),
        (" ", "The reply is empty."),
    ],
)
def test_what_the_window_refuses_is_refused(console: Console, text: str, sentence: str) -> None:
    assert sentence in refused(console, "--text", text)


def test_no_template_is_taken_unasked_in_another_language_than_the_comments(
    console: Console,
) -> None:
    french = remote(50, "Merci beaucoup pour ce bel article !")
    with console.opened() as app:
        arrival = Arrival(french, app.triage(french))
        (comment,) = app.desk.perform(
            actions.Ingest(Name("forum"), (arrival,)), system_actor()
        ).added
    words = ("--template", "privacy-protect", "--preview")
    said = refused(console, *words, number=str(comment))
    assert "no “privacy-protect” in the comment's language; say it in --language nl or en." in said
    chosen = console.run("comment", "reply", str(comment), *words, "--language", "en", user="sanne")
    assert chosen.out.startswith("Dear Schrijver")


def test_a_reply_is_no_longer_than_its_platform_takes(console: Console) -> None:
    (console.folder / "desk.toml").write_text(FORUM, encoding="utf-8")
    long = ("--text", "x" * (LONGEST + 1))
    assert f"The reply has {LONGEST + 1:,} characters" in refused(console, *long)
    console.good("comment", "reply", "1", "--text", "x" * LONGEST, user="sanne")


def test_a_source_that_is_not_set_up_beside_others_takes_no_reply(console: Console) -> None:
    other = FORUM.replace("forum", "another")
    (console.folder / "desk.toml").write_text(other, encoding="utf-8")
    assert "its source is not set up" in refused(console, "--text", "Dank je wel")


def test_a_reply_in_a_file_is_read_without_the_mark_of_its_encoding(
    console: Console, tmp_path: Path
) -> None:
    file = tmp_path / "reply.txt"
    file.write_bytes("\ufeffDank je wel!\r\n".encode())
    console.good("comment", "reply", "1", "--file", str(file), user="sanne")
    with console.opened() as app:
        [delivery] = app.desk.read.deliveries_of(1)
    assert delivery.body.startswith("Dank")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--text", ""), "The reply is empty."),
        (("--text", "x" * (LONGEST + 1)), f"The reply has {LONGEST + 1:,} characters"),
        (("--template", "ae-acknowledge"), "Do first what the reply says was done"),
    ],
)
def test_a_preview_says_what_keeps_the_reply_from_leaving(
    console: Console, words: tuple[str, ...], sentence: str
) -> None:
    (console.folder / "desk.toml").write_text(FORUM, encoding="utf-8")
    done = console.run("comment", "reply", "1", *words, "--preview", user="sanne")
    assert (done.code, sentence in done.err) == (1, True)
    assert words[1] in done.out or "Beste Schrijver" in done.out


def test_a_preview_of_no_comment_or_in_a_language_without_templates_is_refused(
    console: Console,
) -> None:
    preview = ("--text", "Dank je wel", "--preview")
    assert "Comment 99 is not on this desk" in refused(console, *preview, number="99")
    german = ("--template", "ae-acknowledge", "--language", "de", "--preview")
    assert "“de” is none of: nl, en." in refused(console, *german)


@pytest.mark.parametrize("name", ["/dev/zero", "none.txt"])
def test_a_file_that_is_no_reply_is_a_sentence(console: Console, name: str) -> None:
    sentence = {"/dev/zero": "is larger than 1 MiB", "none.txt": "cannot be read"}[name]
    assert sentence in refused(console, "--file", name)


def test_a_comment_that_is_not_there_is_not_answered(console: Console) -> None:
    assert "not on this desk" in refused(console, "--text", "Dank je wel", number="99")


@pytest.mark.parametrize(
    ("fill", "sentence"),
    [
        (("frist_name=Marijke",), "has no blank “frist_name”; it has: first_name, passed_on"),
        (("crisis_line=113",), "has no blank “crisis_line”"),
        (("first_name=Jan", "first_name=Piet"), "each one once"),
        (("first_name=Ventora",), "names “ventora”"),
        (("passed_on=Dank je wel",), "Keep this phrase of the template as it was approved"),
        (("moderator_name=",), "Fill the blank 'moderator_name' first"),
    ],
)
def test_a_blank_is_one_of_the_template_and_its_value_passes_too(
    console: Console, fill: tuple[str, ...], sentence: str
) -> None:
    given = [word for each in fill for word in ("--fill", each)]
    assert sentence in refused(console, "--template", "ae-acknowledge", *given)


def test_a_template_that_is_not_public_is_not_sent(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    with console.opened() as app:
        protocol = app.protocol
    private = replace(protocol.templates["ae-acknowledge"], public=False)
    kept = replace(protocol, templates={**protocol.templates, "ae-acknowledge": private})
    monkeypatch.setattr("webcare_desk.app.App.protocol", kept)
    assert "There is no template" in refused(console, "--template", "ae-acknowledge")
