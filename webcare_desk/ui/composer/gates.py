"""What a reply must pass before it may leave, each gate in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.bars import Bar, Limits, stops_of
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Spoken, Tongue
from webcare_desk.domain.moderator import Right
from webcare_desk.ui.composer.choose import is_in_its_language
from webcare_desk.ui.composer.origins import Origins
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.workplace import Workplace

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
    """One gate and why it stands so; a quiet one goes without saying.

    One that `is_to_read` opens when its reader says that the comment was read again.
    """

    light: Light
    words: str
    is_quiet: bool = False
    is_to_read: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as it stands, and what it is held against.

    `written_in` is the language of `text` or None while it is too short to
    tell; `secret_names` what no public reply may call a product; `lost` the
    locked phrases of its template that it no longer has word for word,
    `unkept` those that say what was not done. `is_reworded`: it was begun on other words;
    `is_templated`: there are templates in the language it is asked in.
    """

    text: str
    written_in: Spoken | None
    asked_in: Spoken
    longest: int | None
    secret_names: tuple[str, ...]
    visibility: Visibility
    lost: tuple[str, ...] = ()
    is_way: bool = True
    unkept: tuple[str, ...] = ()
    is_reworded: bool = False
    is_templated: bool = True

    @property
    def limits(self) -> Limits:
        """Return what keeps it from leaving, whoever sends it."""
        names = self.secret_names
        return Limits(self.visibility, self.longest, names, self.lost, self.is_way, self.unkept)


def draft_of(sheet: Sheet, text: str, written_in: Spoken | None, origins: Origins) -> Draft:
    """Return a reply as it stands to the comment of a sheet."""
    return Draft(
        text=text,
        written_in=written_in if is_tellable(text) else None,
        asked_in=sheet.file.comment.screening.spoken,
        longest=sheet.longest,
        secret_names=sheet.secret_names,
        visibility=sheet.file.work.visibility,
        lost=origins.lost(sheet, text),
        is_way=sheet.is_way,
        unkept=sheet.unkept(text),
        is_reworded=origins.is_reworded(sheet, text),
        is_templated=any(map(partial(is_in_its_language, sheet), sheet.protocol.templates)),
    )


def gates_of(draft: Draft) -> tuple[Gate, ...]:
    """Return every gate, those that stop the reply first."""
    order = list(Light)[::-1]
    return tuple(sorted(_gates(draft), key=lambda gate: order.index(gate.light)))


def stop_of(gates: tuple[Gate, ...]) -> str:
    """Return why the reply cannot be sent, or nothing."""
    return next((gate.words for gate in gates if gate.light is Light.STOP), "")


def closed_to(workplace: Workplace, sheet: Sheet) -> str:
    """Return why a person sends no reply at all, or nothing."""
    if sheet.file.comment.is_erased:
        return translate("Gates", "The words of this comment were erased")
    if workplace.read_only:
        return translate("Gates", "This desk can only be read")
    may = workplace.may(Right.REPLY)
    return "" if may else translate("Gates", "Your role does not send replies")


def is_tellable(text: str) -> bool:
    """Say whether a text has enough words to tell its language."""
    return len(text.split()) >= _FEW_WORDS


def _gates(draft: Draft) -> Iterator[Gate]:
    stops = {stop.bar: stop.what for stop in stops_of(draft.text, draft.limits)}
    if Bar.DELETED in stops:
        yield Gate(
            Light.STOP, translate("Gates", "The comment was deleted: it cannot be answered there")
        )
    if Bar.NO_WAY in stops:
        words = translate(
            "Gates",
            "Nothing can be sent there: it came in from a file, or its source is not set up",
        )
        yield Gate(Light.STOP, words)
    if Bar.EMPTY in stops:
        yield Gate(Light.STOP, translate("Gates", "The reply is empty"), is_quiet=True)
        if not draft.is_templated:
            words = translate("Gates", "There is no template in the comment's language")
            yield Gate(Light.WARNING, words)
        return
    if draft.is_reworded:
        words = translate("Gates", "The comment was reworded since you began: read it again")
        yield Gate(Light.STOP, words, is_to_read=True)
    yield from _blanks(stops)
    if draft.longest is not None:
        words = translate("Gates", "{count} of {most} characters")
        words = words.format(count=len(draft.text), most=draft.longest)
        yield Gate(Light.STOP if Bar.LENGTH in stops else Light.FINE, words)
    yield _names(stops)
    if Bar.PHRASE in stops:
        words = translate("Gates", "Keep this phrase as it was approved: “{phrase}”")
        phrase = oneline(stops[Bar.PHRASE][0], _PHRASE)
        yield Gate(Light.STOP, words.format(phrase=phrase))
    if Bar.UNKEPT in stops:
        words = translate("Gates", "Do first what it says was done: “{phrase}”")
        phrase = oneline(stops[Bar.UNKEPT][0], _PHRASE)
        yield Gate(Light.STOP, words.format(phrase=phrase))
    yield from _language(draft)


def _blanks(stops: Mapping[Bar, tuple[str, ...]]) -> Iterator[Gate]:
    if blanks := stops.get(Bar.BLANK):
        words = translate("Gates", "Fill the blank first: {names}").format(names=", ".join(blanks))
        yield Gate(Light.STOP, words)
    if gap := stops.get(Bar.GAP):
        words = translate("Gates", "Write first what belongs here: {gap}").format(gap=gap[0])
        yield Gate(Light.STOP, words)
    if not blanks and not gap:
        yield Gate(Light.FINE, translate("Gates", "No open blanks"))


def _names(stops: Mapping[Bar, tuple[str, ...]]) -> Gate:
    if named := stops.get(Bar.NAME):
        words = translate("Gates", "Names a prescription-only product: {name}")
        return Gate(Light.STOP, words.format(name=named[0]))
    return Gate(Light.FINE, translate("Gates", "No product name"))


def _language(draft: Draft) -> Iterator[Gate]:
    both = {draft.written_in, draft.asked_in}
    if None in both or (Tongue.OTHER in both and both.issubset(Tongue)):  # nobody can tell
        return
    if len(both) == 1:
        yield Gate(Light.FINE, translate("Gates", "Same language"))
    else:
        yield Gate(Light.WARNING, translate("Gates", "Not in the comment's language"))
