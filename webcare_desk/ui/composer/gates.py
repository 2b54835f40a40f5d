"""What a reply must pass before it may leave, each gate in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Language
from webcare_desk.domain.reply import open_blanks
from webcare_desk.ui.plain import oneline

translate = QCoreApplication.translate

_FEW_WORDS = 4
_PHRASE = 80  # characters of a locked phrase that are enough to know it


class Light(StrEnum):
    """How a gate stands: open, open with a warning, or shut."""

    FINE = "fine"
    WARNING = "warning"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate and why it stands so; a quiet one goes without saying."""

    light: Light
    words: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as it stands, and what it is held against.

    `written_in` is the language of `text` or None while it is too short to
    tell; `secret_names` what no public reply may call a product; `lost` the
    locked phrases of its template that it no longer has word for word.
    """

    text: str
    written_in: Language | None
    asked_in: Language
    longest: int | None
    secret_names: tuple[str, ...]
    visibility: Visibility
    lost: tuple[str, ...] = ()


def gates_of(draft: Draft) -> tuple[Gate, ...]:
    """Return every gate, those that stop the reply first."""
    order = list(Light)[::-1]
    return tuple(sorted(_gates(draft), key=lambda gate: order.index(gate.light)))


def stop_of(gates: tuple[Gate, ...]) -> str:
    """Return why the reply cannot be sent, or nothing."""
    return next((gate.words for gate in gates if gate.light is Light.STOP), "")


def is_tellable(text: str) -> bool:
    """Say whether a text has enough words to tell its language."""
    return len(text.split()) >= _FEW_WORDS


def _gates(draft: Draft) -> Iterator[Gate]:
    if draft.visibility is Visibility.DELETED:
        yield Gate(
            Light.STOP, translate("Gates", "The comment was deleted: it cannot be answered there")
        )
    if not draft.text.strip():
        yield Gate(Light.STOP, translate("Gates", "The reply is empty"), is_quiet=True)
        return
    yield _blanks(draft.text)
    yield from _length(draft)
    yield from _names(draft)
    for phrase in draft.lost[:1]:
        words = translate("Gates", "Keep this phrase as it was approved: “{phrase}”")
        yield Gate(Light.STOP, words.format(phrase=oneline(phrase, _PHRASE)))
    yield from _language(draft)


def _blanks(text: str) -> Gate:
    blanks = open_blanks(text)
    if blanks:
        words = translate("Gates", "Fill the blank first: {names}").format(names=", ".join(blanks))
        return Gate(Light.STOP, words)
    return Gate(Light.FINE, translate("Gates", "No open blanks"))


def _length(draft: Draft) -> Iterator[Gate]:
    if draft.longest is None:
        return
    words = translate("Gates", "{count} of {most} characters")
    is_long = len(draft.text) > draft.longest
    yield Gate(
        Light.STOP if is_long else Light.FINE,
        words.format(count=len(draft.text), most=draft.longest),
    )


def _names(draft: Draft) -> Iterator[Gate]:
    from webcare_desk.protocol.lint import names_in  # noqa: PLC0415 - loaded with the protocol

    named = names_in(draft.text, draft.secret_names)
    if named:
        words = translate("Gates", "Names a prescription-only product: {name}")
        yield Gate(Light.STOP, words.format(name=named[0]))
    else:
        yield Gate(Light.FINE, translate("Gates", "No product name"))


def _language(draft: Draft) -> Iterator[Gate]:
    if draft.written_in is None:
        return
    if draft.written_in is draft.asked_in:
        yield Gate(Light.FINE, translate("Gates", "Same language"))
    else:
        yield Gate(Light.WARNING, translate("Gates", "Not in the comment's language"))
