"""Every command of the window as data: its name, key, menu, what it asks, what does it.

Menu bar, shortcuts, palette and the sheet of keys are made from this table.
A key of one letter acts only outside text fields, which Qt sees to; no key
uses Alt, with which Dutch and international layouts type letters.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.moderator import Right
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.keys import key_name

if TYPE_CHECKING:
    from collections.abc import Callable


class Menu(StrEnum):
    """The menus, from left to right."""

    DESK = QT_TRANSLATE_NOOP("Menus", "Desk")
    COMMENT = QT_TRANSLATE_NOOP("Menus", "Comment")
    GO = QT_TRANSLATE_NOOP("Menus", "Go")
    HELP = QT_TRANSLATE_NOOP("Menus", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `method` is its method of `acts.Acts` or `deeds.Deeds`, `argument` what it gets.

    `right` or `or_right` is what the role must have; `needs_comment` that one is shown;
    `only_list` that the key acts while the list has the focus; `begins` that a
    line stands above it in the menu.
    """

    id: str
    text: str
    key: str
    menu: Menu
    method: str
    right: Right | None = None
    needs_comment: bool = False
    only_list: bool = False
    also: tuple[str, ...] = ()
    argument: int | None = None
    begins: bool = False
    or_right: Right | None = None

    def is_for(self, may: Callable[[Right], bool]) -> bool:
        """Say whether the command is for somebody who `may` do this and that."""
        return self.right is None or any(may(r) for r in (self.right, self.or_right) if r)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return every key of the command, the one to show first.

        The key that a Mac calls delete is Backspace; its Del is two keys.
        """
        keys = (self.key, *self.also) if self.key else self.also
        if sys.platform != "darwin":
            return keys
        return (*(f"{key[:-3]}Backspace" for key in keys if key.endswith("+Del")), *keys)


_C, _D, _G, _H = Menu.COMMENT, Menu.DESK, Menu.GO, Menu.HELP

COMMANDS: tuple[Command, ...] = (
    Command("open", QT_TRANSLATE_NOOP("Commands", "Read the comment"), "Enter", _C, "read", Right.READ, needs_comment=True, only_list=True, also=("Return",)),
    Command("reply", QT_TRANSLATE_NOOP("Commands", "Reply"), "r", _C, "reply", Right.REPLY, needs_comment=True),
    Command("note", QT_TRANSLATE_NOOP("Commands", "Private note"), "n", _C, "note", Right.NOTE, needs_comment=True),
    Command("escalate", QT_TRANSLATE_NOOP("Commands", "Escalate to PV…"), "e", _C, "escalate", Right.ESCALATE, needs_comment=True),
    Command("acknowledge", QT_TRANSLATE_NOOP("Commands", "Record PV's answer…"), "p", _C, "acknowledge", Right.ACKNOWLEDGE, needs_comment=True),
    Command("claim", QT_TRANSLATE_NOOP("Commands", "Claim or release"), "c", _C, "claim", Right.CLAIM, needs_comment=True, begins=True),
    Command("assign", QT_TRANSLATE_NOOP("Commands", "Assign…"), "a", _C, "assign", Right.ASSIGN, needs_comment=True),
    Command("classify", QT_TRANSLATE_NOOP("Commands", "Say what it is…"), "t", _C, "classify", Right.CLASSIFY, needs_comment=True),
    Command("confirm-hint", QT_TRANSLATE_NOOP("Commands", "Confirm the next hint"), "b", _C, "confirm_hint", Right.CLASSIFY, needs_comment=True),
    Command("step", QT_TRANSLATE_NOOP("Commands", "A step of the plan was done…"), "g", _C, "step", Right.NOTE, needs_comment=True),
    Command("author", QT_TRANSLATE_NOOP("Commands", "Other comments of this author"), "w", _C, "of_author", Right.READ, needs_comment=True),
    Command("close", QT_TRANSLATE_NOOP("Commands", "Done: close with a reason…"), "d", _C, "close", Right.CLOSE, needs_comment=True, begins=True),
    Command("reopen", QT_TRANSLATE_NOOP("Commands", "Open again"), "o", _C, "reopen", Right.REOPEN, needs_comment=True),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo what was just done, if that is possible"), "Ctrl+Z", _C, "undo", Right.REPLY),
    Command("retry", QT_TRANSLATE_NOOP("Commands", "Try a failed delivery again"), "Shift+R", _C, "retry", Right.REPLY, needs_comment=True),
    Command("hide", QT_TRANSLATE_NOOP("Commands", "Hide or show again…"), "h", _C, "hide", Right.HIDE, needs_comment=True, begins=True),
    Command("delete", QT_TRANSLATE_NOOP("Commands", "Delete on the platform…"), "Ctrl+Del", _C, "delete", Right.DELETE, needs_comment=True),
    Command("erase", QT_TRANSLATE_NOOP("Commands", "Erase a person's data…"), "Ctrl+Shift+Del", _C, "erase", Right.ERASE, needs_comment=True),
    Command("hold", QT_TRANSLATE_NOOP("Commands", "Legal hold…"), "Ctrl+Shift+H", _C, "hold", Right.ERASE, needs_comment=True),
    Command("next", QT_TRANSLATE_NOOP("Commands", "Next comment"), "j", _G, "move", Right.READ, argument=1),
    Command("previous", QT_TRANSLATE_NOOP("Commands", "Previous comment"), "k", _G, "move", Right.READ, argument=-1),
    Command("back", QT_TRANSLATE_NOOP("Commands", "Back to the list"), "Esc", _G, "back", Right.READ),
    Command("load-new", QT_TRANSLATE_NOOP("Commands", "Show what has arrived"), ".", _G, "load_new", Right.READ),
    Command("by-tier", QT_TRANSLATE_NOOP("Commands", "Most suspect first, or nearest deadline"), "v", _G, "turn", Right.READ),
    Command("search", QT_TRANSLATE_NOOP("Commands", "Search"), "/", _G, "search", Right.READ),
    Command("crisis", QT_TRANSLATE_NOOP("Commands", "Go to Crisis"), "1", _G, "go_to", Right.READ, argument=0),
    Command("safety", QT_TRANSLATE_NOOP("Commands", "Go to Safety"), "2", _G, "go_to", Right.READ, argument=1),
    Command("quality", QT_TRANSLATE_NOOP("Commands", "Go to Quality"), "3", _G, "go_to", Right.READ, argument=2),
    Command("questions", QT_TRANSLATE_NOOP("Commands", "Go to Questions"), "4", _G, "go_to", Right.READ, argument=3),
    Command("other", QT_TRANSLATE_NOOP("Commands", "Go to Other"), "5", _G, "go_to", Right.READ, argument=4),
    Command("waiting", QT_TRANSLATE_NOOP("Commands", "Go to Waiting for PV"), "6", _G, "go_to", Right.READ, argument=5),
    Command("done", QT_TRANSLATE_NOOP("Commands", "Go to Done"), "7", _G, "go_to", Right.READ, argument=6),
    Command("mine", QT_TRANSLATE_NOOP("Commands", "Go to Mine"), "8", _G, "go_to", Right.READ, argument=7),
    Command("uncertain", QT_TRANSLATE_NOOP("Commands", "Go to Uncertain"), "9", _G, "go_to", Right.READ, argument=8),
    Command("problems", QT_TRANSLATE_NOOP("Commands", "Go to Problems"), "0", _G, "go_to", Right.READ, argument=9),
    Command("palette", QT_TRANSLATE_NOOP("Commands", "All commands…"), "Ctrl+K", _D, "palette"),
    Command("supervision", QT_TRANSLATE_NOOP("Commands", "Supervision…"), "s", _D, "supervision", Right.REVIEW, or_right=Right.APPROVE),
    Command("protocol", QT_TRANSLATE_NOOP("Commands", "Protocol…"), "Ctrl+B", _D, "protocol", Right.READ),
    Command("register", QT_TRANSLATE_NOOP("Commands", "Register of cases…"), "Ctrl+R", _D, "register", Right.READ),
    Command("audit", QT_TRANSLATE_NOOP("Commands", "Audit log…"), "Ctrl+L", _D, "audit", Right.REVIEW),
    Command("gaps", QT_TRANSLATE_NOOP("Commands", "Sources and gaps…"), "Ctrl+G", _D, "gaps"),
    Command("sources", QT_TRANSLATE_NOOP("Commands", "Sources…"), "Ctrl+Shift+G", _D, "sources", Right.CONFIGURE),
    Command("people", QT_TRANSLATE_NOOP("Commands", "People…"), "Ctrl+P", _D, "people"),
    Command("training", QT_TRANSLATE_NOOP("Commands", "Training test…"), "Ctrl+T", _D, "training"),
    Command("theme", QT_TRANSLATE_NOOP("Commands", "Light or dark"), "Ctrl+Shift+L", _D, "change_theme"),
    Command("lock", QT_TRANSLATE_NOOP("Commands", "Lock the window"), "Ctrl+Shift+K", _D, "lock"),
    Command("log-out", QT_TRANSLATE_NOOP("Commands", "Log out"), "Ctrl+Shift+Q", _D, "log_out"),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", _D, "quit"),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "Keys"), "F1", _H, "keys", also=("?",)),
)  # fmt: skip


def text_of(command: Command) -> str:
    """Return a command's name in the window's language."""
    return QCoreApplication.translate("Commands", command.text)


def keys_text(command: Command) -> str:
    """Return a command's keys as they stand on the keyboard: `F1  ?`."""
    return "  ".join(dict.fromkeys(map(key_name, command.keys)))


def keyed(text: str, command: str) -> str:
    """Return the text of a button with the key of the command that it runs."""
    return f"{text}  {next(keys_text(each) for each in COMMANDS if each.id == command)}"


def menu_text(menu: Menu) -> str:
    """Return a menu's name in the window's language."""
    return QCoreApplication.translate("Menus", menu.value)
