"""The table of commands is whole: names, keys, methods, rights."""

from collections import Counter

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence

from webcare_desk.ui.acts import Acts
from webcare_desk.ui.deeds import Deeds
from webcare_desk.ui.menus import COMMANDS, Command
from webcare_desk.ui.palette import choices, found
from webcare_desk.ui.places import PLACES

KEYS = [key for command in COMMANDS for key in command.keys]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_name_a_key_and_a_method(command: Command) -> None:
    assert command.text
    assert command.keys
    assert callable(getattr(Acts, command.method, None) or getattr(Deeds, command.method))


def test_no_key_and_no_id_is_given_twice() -> None:
    parsed = [QKeySequence(key).toString() for key in KEYS]
    assert [key for key, count in Counter(parsed).items() if count > 1] == []
    assert "" not in parsed
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_key_uses_alt_or_types_a_letter_with_altgr() -> None:
    assert [key for key in KEYS if "Alt" in key] == []


@pytest.mark.parametrize("key", ["j", "k", "r", "e", "n", "c", "h", "d", "/", "Ctrl+K", "F1", "?"])
def test_the_promised_key_is_there(key: str) -> None:
    assert key in KEYS


def test_every_place_has_its_digit() -> None:
    digits = {command.argument for command in COMMANDS if command.method == "go_to"}
    assert digits == set(range(len(PLACES)))


def test_the_palette_finds_a_command_by_a_mistyped_name() -> None:
    among = choices(COMMANDS, QTranslator())
    assert found("escalte", among)[0].command.id == "escalate"
    assert found("private", among)[0].command.id == "note"
    assert len(found("", among)) == len(COMMANDS)
    assert found("zzzzqqqq", among) == []
