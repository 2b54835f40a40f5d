"""Every string of the window is in Dutch, and the files that are shipped are what lrelease makes."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from webcare_desk.paths import resources_dir
from webcare_desk.ui.language import LANGUAGES, translator
from webcare_desk.ui.menus import COMMANDS

PROGRAM = Path(__file__).resolve().parents[2] / "webcare_desk"

FILES = resources_dir() / "translations"


def tool(name: str, *arguments: str | Path) -> None:
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program is not None
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True)  # noqa: S603 - Qt's own tool


def messages(file: Path) -> list[ET.Element]:
    return list(ET.parse(file).getroot().iter("message"))  # noqa: S314 - our own file


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_code_is_translated(language: str, tmp_path: Path) -> None:
    copy = tmp_path / f"{language}.ts"
    shutil.copy(FILES / f"webcare_desk_{language}.ts", copy)
    only = ["-pluralonly"] if language == "en" else []
    code = sorted(PROGRAM.rglob("*.py"))
    tool("pyside6-lupdate", *only, *code, "-ts", copy, "-no-obsolete")
    unfinished = [
        message.findtext("source")
        for message in messages(copy)
        if message.find("translation[@type]") is not None
    ]
    assert unfinished == []


def test_no_other_name_hides_a_string_from_the_translator() -> None:
    """`lupdate` finds what is given to `translate` and `tr`, and to no other name of theirs."""
    alias = re.compile(
        r"(?!translate\b)\b(\w+) = (?:QCoreApplication\.translate|self\.tr)$", re.MULTILINE
    )
    code = PROGRAM.rglob("*.py")
    assert [file for file in code if alias.search(file.read_text(encoding="utf-8"))] == []


def test_no_string_hides_from_the_translator_within_another() -> None:
    """`lupdate` does not look into what stands between the braces of an f-string."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in PROGRAM.rglob("*.py")
        for part in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(part, ast.FormattedValue)
        for call in ast.walk(part)
        if isinstance(call, ast.Call) and _name(call.func) in {"tr", "translate"}
        if all(isinstance(each, ast.Constant) for each in call.args[:2])
    ]
    assert hidden == []


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_file_is_what_lrelease_makes(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    tool("pyside6-lrelease", FILES / f"webcare_desk_{language}.ts", "-qm", made)
    assert made.read_bytes() == (FILES / f"webcare_desk_{language}.qm").read_bytes()


def test_what_counts_has_a_form_for_one_and_for_more() -> None:
    """Qt shows a count in English where its translation has one form alone."""
    counting = [
        each
        for each in messages(FILES / "webcare_desk_nl.ts")
        if "%n" in (each.findtext("source") or "")
    ]
    assert counting
    assert [each.findtext("source") for each in counting if each.get("numerus") != "yes"] == []


def test_a_translation_keeps_the_blanks_of_its_source() -> None:
    blanks = re.compile(r"\{\w*\}|%n")
    for message in messages(FILES / "webcare_desk_nl.ts"):
        source = message.findtext("source") or ""
        forms = [form.text or "" for form in message.iter("numerusform")]
        for text in forms or [message.findtext("translation") or ""]:
            assert sorted(blanks.findall(text)) == sorted(blanks.findall(source)), source
            assert text.strip(), source


def test_dutch_and_plurals_are_spoken(qtbot: QtBot) -> None:
    del qtbot
    dutch, english = translator("nl"), translator("en")
    assert dutch.translate("Words", "Adverse event") == "Bijwerking"
    assert plural(dutch, 1) == "%n reactie"
    assert plural(english, 1) == "%n comment"
    assert plural(english, 2) == "%n comments"
    assert all(dutch.translate("Commands", command.text) for command in COMMANDS)


def plural(made: QTranslator, count: int) -> str:
    return str(made.translate("InboxPane", "%n comment(s)", None, count))
