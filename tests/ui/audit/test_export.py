"""What the audit window writes: the kind of file that its name says, and no more than was chosen."""

from pathlib import Path

import pytest

from tests.support.forging import forge
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.audit.checks import export
from webcare_desk.ui.workplace import Workplace


def last_form(desk_app: App) -> object:
    entry = desk_app.desk.read.entries(LogFilter(), None, 1)[0]
    return entry.detail.get("form")


@pytest.mark.parametrize(("name", "form"), [("log.PDF", "pdf"), ("log.Csv", "csv")])
def test_an_ending_in_capitals_is_that_ending(
    chief_place: Workplace, desk_app: App, tmp_path: Path, name: str, form: str
) -> None:
    export(chief_place, LogFilter(), tmp_path / name)
    assert last_form(desk_app) == form


@pytest.mark.parametrize("name", ["audit", "audit.xlsx"])
def test_another_ending_is_refused(
    chief_place: Workplace, desk_app: App, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UsageError, match=r"what is written: \.csv, \.jsonl, \.html, \.pdf, \.zip"):
        export(chief_place, LogFilter(), tmp_path / name)
    assert (last_form(desk_app), list(tmp_path.glob("audit*"))) == (None, [])


def test_a_package_is_never_more_than_the_filter_leaves(
    chief_place: Workplace, desk_app: App, chief: Actor, tmp_path: Path
) -> None:
    chosen = [
        LogFilter(actor=chief.moderator),
        LogFilter(subject=1, action="open"),
        LogFilter(subject=1, since=1),
        LogFilter(words="hoofdpijn"),
    ]
    for each in chosen:
        with pytest.raises(UsageError, match="of the whole desk or of one comment"):
            export(chief_place, each, tmp_path / "package.zip")
    with pytest.raises(RefusedError, match="Comment 99 is not on this desk"):
        export(chief_place, LogFilter(subject=99), tmp_path / "package.zip")
    assert (last_form(desk_app), list(tmp_path.glob("package*"))) == (None, [])
    export(chief_place, LogFilter(subject=1), tmp_path / "package.ZIP")
    assert last_form(desk_app) == "package"


def test_a_package_that_does_not_hold_is_called_so(
    chief_place: Workplace, desk_app: App, tmp_path: Path
) -> None:
    forge(desk_app.folder, "UPDATE entry SET leaf = CAST(leaf || ' ' AS BLOB) WHERE seq = 2")
    done = export(chief_place, LogFilter(), tmp_path / "package.zip")
    words = "package.zip is written, and its own verify.py says: IT DOES NOT HOLD: entry 2"
    assert (done.is_good, done.words.startswith(words)) == (False, True), done.words
