"""Another process draws, and whatever becomes of it, there is a picture or a sentence."""

import sys

import pytest

from webcare_desk.connectors import drawing as module
from webcare_desk.connectors.drawing import draw
from webcare_desk.domain.original import Cause, Original, Post, as_json
from webcare_desk.errors import UnavailableError

ORIGINAL = Original(
    2,
    Cause.ESCALATE,
    1_772_528_400_000_000,
    "village",
    "Hoe gaat het?",
    "https://village.example/t1#c2",
    (
        Post(1, 1, "Anna", "Hallo <b>allemaal</b>", 1_772_528_000_000_000, own=False),
        Post(2, 2, "Noor", "hoofdpijn 🤢\x00\u202eomkering\nعربى", 1_772_528_300_000_000, own=True),
    ),
)


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_the_same_original_gives_the_same_bytes_and_nonsense_stops_no_other() -> None:
    text = as_json(ORIGINAL)
    first, broken, again = draw([text, b'{"posts": 1}', text])
    assert first == again
    assert first is not None
    assert first.startswith(b"\x89PNG")
    assert broken is None
    assert draw([text]) == [first]


@pytest.mark.parametrize(
    "command",
    [
        ("/no/such/program",),
        python("raise SystemExit(3)"),
        python("import no_such_qt"),
        python("print('one line')"),
    ],
)
def test_a_drawer_that_fails_is_a_sentence(command: tuple[str, ...]) -> None:
    with pytest.raises(UnavailableError, match="cannot be drawn here"):
        draw([b"{}", b"{}"], command)


def test_a_drawer_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    with pytest.raises(UnavailableError, match="TimeoutExpired"):
        draw([b"{}"], python("import sys, threading; threading.Event().wait()"))


def test_what_is_no_picture_is_not_taken_for_one() -> None:
    assert draw([b"{}", b"{}"], python("print('AAAA'); print('$$')")) == [None, None]
