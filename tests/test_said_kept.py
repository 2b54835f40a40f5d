"""A sentence that is kept still knows what it was made from, whatever an older desk wrote."""

from datetime import UTC, datetime

import pytest

from webcare_desk.said import Said, heard, kept, together

WAIT = Said.of("{host} asks to wait for {wait:.0f} seconds.", host="blog.example", wait=4.4)
BOTH = together(WAIT, Said.of("It is left alone until then."))


@pytest.mark.parametrize("said", [WAIT, BOTH])
def test_a_kept_sentence_is_the_same_with_its_marks(said: Said) -> None:
    again = heard(kept(said))
    assert isinstance(again, Said)
    assert (again, again.template, again.values) == (said, said.template, said.values)


@pytest.mark.parametrize(
    "words",
    [
        *(None, "", "blog.example refused it.", '{"said": ', '{"said": 1}', '{"said": "{a}"}'),
        *('{"said": "x", "of": []}', '{"said": "{a.b}", "of": {"a": 1}}'),
        pytest.param('{"said": "x", "of": ' + 100_000 * "[", id="deep"),
    ],
)
def test_what_an_older_desk_wrote_is_read_as_it_is(words: str | None) -> None:
    assert heard(words) == words
    assert heard(kept(words)) == words


def test_what_no_text_keeps_is_kept_as_it_reads() -> None:
    said = Said.of("It was left at {at:%H:%M}.", at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC))
    assert kept(said) == "It was left at 08:30."


def test_sentences_stand_one_after_the_other() -> None:
    assert BOTH == "blog.example asks to wait for 4 seconds. It is left alone until then."
    assert together(None, "") is None
