"""Every way in which a delivery can go wrong has words of its own in the window."""

import pytest

from webcare_desk.connectors.wordpress_answers import REFUSED, TAKEN_AWAY
from webcare_desk.domain.reply import NOT_HIDDEN, OTHER_WORDS, REWORDED
from webcare_desk.errors import ConnectorError, GoneError, MailSizeError, WithheldError
from webcare_desk.jobs.problem import CRASHED, NO_CONNECTOR, NOT_THERE, name_of
from webcare_desk.ui.composer.outbox import problem_words

NAMES = [NO_CONNECTOR, CRASHED, NOT_THERE, NOT_HIDDEN, OTHER_WORDS, REWORDED]
NAMES += [TAKEN_AWAY, *(name for name, _ in REFUSED.values())]
NAMES += [name_of(kind("x")) for kind in (ConnectorError, GoneError, MailSizeError, WithheldError)]


@pytest.mark.parametrize("name", NAMES)
def test_a_problem_of_a_delivery_has_words(name: str) -> None:
    assert " " in problem_words(name)


def test_a_packet_that_is_too_large_says_what_to_do() -> None:
    assert "too large: ask for a larger limit" in problem_words(name_of(MailSizeError("x")))


def test_a_reply_that_is_held_back_says_what_to_do() -> None:
    assert "does not show it to the public: approve it there" in problem_words("withheld")
