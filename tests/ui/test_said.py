"""A refusal is shown in the language of the window, with what it speaks of as it is."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.said import Said, reason_of
from webcare_desk.ui.said import error_words, said_words


class Dutch(QTranslator):
    """Knows the one sentence of these tests."""

    def translate(self, context: str, text: str, *_: object) -> str:
        """Answer in Dutch."""
        known = {"Wait {span}, {who}: {what}": "Wacht {span}, {who}: {what}", "Later.": "Straks."}
        return known.get(text, text) if context == "Said" else text


@pytest.fixture
def dutch(qapp: QApplication) -> object:
    known = Dutch()
    qapp.installTranslator(known)
    yield known
    qapp.removeTranslator(known)


@pytest.mark.usefixtures("dutch")
def test_a_marked_refusal_is_translated_with_its_values() -> None:
    said = Said.of(
        "Wait {span}, {who}: {what}",
        span=timedelta(hours=2), who=Role.PV_OFFICER, what=Said.of("Later."),
    )  # fmt: skip
    assert error_words(RefusedError(said)).startswith("Wacht 2")
    assert error_words(RefusedError(said)).endswith(": Straks.")


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("words", ["Later.", "no {such} value"])
def test_what_was_never_marked_stays_as_it_is(words: str) -> None:
    assert error_words(RefusedError(words)) == words == said_words(words)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Queue.WAITING, "Waiting for PV"),
        (Reason.NO_PRODUCT, "No product of ours"),
        (Name("note"), "Wrote a private note"),
        (Name("no-act"), "no-act"),
        (Said.each(", ", [Role.SENIOR, Role.AUDITOR]), "Senior moderator, Auditor"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_words_of_the_desk_are_said_as_the_window_names_them(value: object, word: str) -> None:
    said = Said.of("Not {this}.", this=value)
    assert str(said) == f"Not {value}."
    assert said_words(said) == f"Not {word}."


def test_an_error_without_a_sentence_is_none() -> None:
    assert error_words(RefusedError()) == ""


def test_foreign_words_in_a_refusal_are_kept_short() -> None:
    said = Said.of("No {name}.", name="x" * 5_000)
    assert len(error_words(RefusedError(said))) < 200


@pytest.mark.usefixtures("dutch")
def test_the_reason_inside_a_refusal_is_translated_too() -> None:
    reason = reason_of(RefusedError(Said.of("Later.")))
    assert error_words(RefusedError(Said.of("No: {reason}", reason=reason))) == "No: Straks."
    assert (reason_of(OSError("full")), reason_of(RefusedError())) == ("full", "")
