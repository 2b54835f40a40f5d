"""That a comment is held for the law, in words: on which basis, by whom, since when, for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.erasure import HoldBasis
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.clock import moment
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.timeline.sentences import who

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from webcare_desk.domain.erasure import Hold

translate = QCoreApplication.translate
_WORDS = 200
_BASES: Mapping[HoldBasis, str] = {
    HoldBasis.LEGAL_CLAIM: QT_TRANSLATE_NOOP("Holds", "legal claims (GDPR Art. 17(3)(e))"),
    HoldBasis.LEGAL_OBLIGATION: QT_TRANSLATE_NOOP(
        "Holds", "a legal obligation (GDPR Art. 17(3)(b))"
    ),
    HoldBasis.PUBLIC_HEALTH: QT_TRANSLATE_NOOP("Holds", "public health (GDPR Art. 17(3)(c))"),
}


def basis_words(basis: HoldBasis) -> str:
    """Return why something is held, with the article."""
    return translate("Holds", _BASES[basis])


def held_words(holds: Iterable[Hold], names: Mapping[str, str]) -> str:
    """Return a line for each hold; `names` gives the people of the desk by id."""
    return "\n".join(_line(each, names) for each in holds)


def _line(hold: Hold, names: Mapping[str, str]) -> str:
    text = translate("Holds", "Held for {basis} since {time}, by {name}")
    text = text.format(
        basis=basis_words(hold.basis), time=moment(hold.since), name=who(hold.by, names)
    )
    return f"{text}: {oneline(hold.words, _WORDS)}" if hold.words.strip() else f"{text}."
