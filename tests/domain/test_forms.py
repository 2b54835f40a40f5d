"""The same words in the form that was typed and in the one that a page shows."""

import pytest

from webcare_desk.domain.comment import RemoteComment, in_known_words


def remote(text: str, rendered: str | None = None, *, is_typed: bool = True) -> RemoteComment:
    return RemoteComment("1", "4", None, "a", "Anna", text, 0, is_typed=is_typed, rendered=rendered)


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ('\'s avonds... en "niks" -- gemerkt', "‘s avonds… en “niks” — gemerkt"),
        ("2x500 mg", "2×500 mg"),
        ("Dank je :)", "Dank je 🙂"),
        ("Dank je :D en :lol: en 8-)", "Dank je 😀 en 😆 en 😎"),
        ("👍", "👍"),
        ("``Nee'' en \"ja\" -", "“Nee” en „ja” –"),
        ("5' of 6\", 1.5x3 keer (tm)....", "5′ of 6″, 1.5×3 keer ™…."),
        ("eerst---dan--nu\n\n8O :???: ;-)", "eerst—dan–nu 😯 😕 😉"),
    ],
)
def test_what_a_page_shows_otherwise_is_no_edit(known: str, shown: str) -> None:
    assert in_known_words(remote(shown, shown, is_typed=False), known).text == known
    assert in_known_words(remote(known, shown), shown).text == shown


@pytest.mark.parametrize(
    ("known", "now"),
    [
        ("Ik heb geen koorts", "Ik heb nu koorts"),
        ("👍", "🎉"),
        ("8 keer", "9 keer"),
        ("Ik nam 1.5 mg", "Ik nam 15 mg"),
        ("1/2 tablet", "12 tablet"),
        ("Fijn spul 😀", "Fijn spul 🤮💀"),
        ("Fijn spul :)", "Fijn spul :("),
        ("Temperatuur -2", "Temperatuur 2"),
        ("3-5 uur", "35 uur"),
        ("No, side effects", "No side effects"),
    ],
)
def test_other_words_are_an_edit(known: str, now: str) -> None:
    assert in_known_words(remote(now, now, is_typed=False), known).text == now
    assert in_known_words(remote(now, now), known).text == now


def test_a_mark_that_was_typed_otherwise_is_an_edit() -> None:
    assert in_known_words(remote("Koorts?", "Koorts?"), "Koorts.").text == "Koorts?"
    assert in_known_words(remote("", None), "Koorts.").text == ""
