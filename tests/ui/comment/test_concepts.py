"""Every concept of the lexicons has a name in the window, in each of its languages."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from webcare_desk.domain.finding import FOREIGN
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.screener import BLAMED
from webcare_desk.screening.unreadable import UNREADABLE
from webcare_desk.ui.comment.concepts import NAMES, concept_word

LEXICONS = Path(__file__).resolve().parents[3] / "resources" / "lexicons"


def test_every_concept_has_a_name() -> None:
    concepts = {each.id for each in load_lexicon(LEXICONS).concepts()}
    assert concepts | {BLAMED.id, UNREADABLE, *FOREIGN} <= set(NAMES)
    pack = load_pack(protocols_dir(), "base").protocol
    assert pack is not None
    assert {each.id for each in pack.terms} <= set(NAMES)


def test_what_a_pack_adds_is_called_as_it_is_there(qtbot: QtBot) -> None:
    del qtbot
    assert concept_word("made-up-word") == "made up word"
    assert concept_word("death") == "death"
