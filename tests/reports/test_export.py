"""An export of the log: each form says what it should, and JSON Lines prove it."""

import csv
import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.support import inspector
from tests.support.desks import Bench, arrival, escalate, log_in, take_in
from tests.support.signing import hire
from webcare_desk.actions import Close, ExportForm, Open
from webcare_desk.disclosure import Disclosed, Order, export_log
from webcare_desk.disclosure import export as export_module
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning, signature_block
from webcare_desk.errors import DeniedError, ReadOnlyError, UsageError
from webcare_desk.reports.csv_guard import unguarded
from webcare_desk.store.base import LogFilter

EVERYTHING = LogFilter()
verifier = inspector.loaded().main


@pytest.fixture
def auditor(bench: Bench) -> Actor:
    """Give somebody who may review, on a desk where cases were worked on."""
    people = log_in(bench.desk)
    one, two = take_in(bench.desk, arrival(1), arrival(2, "=1+1 'x'"))
    escalate(bench.desk, one, people[Role.SUPERVISOR])
    bench.desk.perform(Open(two, 1), people[Role.MODERATOR])
    bench.desk.perform(Close(two, Reason.SPAM), people[Role.MODERATOR])
    return people[Role.AUDITOR]


def export(
    bench: Bench, by: Actor, form: ExportForm, target: Path, chosen: LogFilter = EVERYTHING
) -> Disclosed:
    return export_log(Order(bench.desk, by, bench.signer.verifier, target), form, chosen)


@pytest.mark.requirement("A5", "B1")
@pytest.mark.parametrize("chosen", [EVERYTHING, LogFilter(subject=1), LogFilter(action="nothing")])
def test_json_lines_hold_by_the_public_key_alone_and_so_does_a_part_of_them(
    bench: Bench, auditor: Actor, tmp_path: Path, chosen: LogFilter
) -> None:
    root = bench.verify().root
    done = export(bench, auditor, ExportForm.JSON_LINES, tmp_path / "log.jsonl", chosen)
    code, said = inspector.judged(verifier, bench.signer.verifier, tmp_path / "log.jsonl")
    assert code == inspector.HOLDS, said
    assert f"{done.size} entries, {done.size - done.shown} of them not shown, root {root}" in said
    kept = dict(bench.store.leaves())
    shown = [
        line for line in (tmp_path / "log.jsonl").read_bytes().splitlines() if b'"seq":' in line
    ]
    assert shown == [kept[json.loads(line)["seq"]] for line in shown]
    found = bench.desk.read.entries(chosen, None, 1000)
    assert len(shown) == done.shown == sum(entry.seq < done.size for entry in found)


@pytest.mark.requirement("D1")
@pytest.mark.parametrize("chosen", [EVERYTHING, LogFilter(action="record-signature")])
def test_json_lines_show_each_signature_with_name_meaning_and_time(
    bench: Bench, auditor: Actor, tmp_path: Path, chosen: LogFilter
) -> None:
    made = hire(bench.desk, "noor", Role.PV_OFFICER).sign(bench.desk, Meaning.QUALITY_CHECKED)
    target = tmp_path / "log.jsonl"
    export(bench, auditor, ExportForm.JSON_LINES, target, chosen)
    ((key, printed, _, texts),) = json.loads(target.read_bytes().splitlines()[-1])["signatures"]
    assert (key, printed) == (made.id, [*signature_block(made)[:3]])
    assert texts[0] == made.name
    code, said = inspector.judged(verifier, bench.signer.verifier, target)
    assert code == inspector.HOLDS, said
    other = tmp_path / "other.jsonl"
    export(bench, auditor, ExportForm.JSON_LINES, other, LogFilter(subject=1))
    assert b"signatures" not in other.read_bytes()


@pytest.mark.requirement("A5")
def test_csv_has_every_entry_in_order_and_no_cell_is_a_formula(
    bench: Bench, auditor: Actor, tmp_path: Path
) -> None:
    done = export(bench, auditor, ExportForm.CSV, tmp_path / "log.csv")
    text = (tmp_path / "log.csv").read_bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header[:2] == ["entry", "time (UTC)"]
    assert [int(row[0]) for row in rows] == list(range(done.size))
    assert not any(cell.startswith(tuple("=+-@|%\t")) for row in rows for cell in row)
    closed = next(dict(zip(header, row, strict=True)) for row in rows if "close" in row)
    assert closed["reason"] == Reason.SPAM
    assert "status: open → closed" in unguarded(closed["changes"])


def test_more_than_anybody_prints_is_refused_before_it_takes_the_memory(
    bench: Bench, auditor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "MOST_PRINTED", 3)
    with pytest.raises(UsageError, match=r"more than a PDF takes \(3\): choose a shorter period"):
        export(bench, auditor, ExportForm.PDF, tmp_path / "log.pdf")
    assert list(tmp_path.glob("log*")) == []
    assert export(bench, auditor, ExportForm.HTML, tmp_path / "log.html").shown > 3
    assert export(bench, auditor, ExportForm.PDF, tmp_path / "a.pdf", LogFilter(subject=2)).shown


@pytest.mark.requirement("A5", "B3")
@pytest.mark.parametrize("form", [ExportForm.HTML, ExportForm.PDF])
def test_the_readable_forms_show_what_was_changed_and_from_what_to_what(
    bench: Bench, auditor: Actor, tmp_path: Path, form: ExportForm
) -> None:
    export(bench, auditor, form, tmp_path / "log", LogFilter(subject=2))
    if form is ExportForm.PDF:
        pages = pypdf.PdfReader(tmp_path / "log").pages
        text = " ".join("\n".join(page.extract_text() for page in pages).split())
        assert "changed: work 2 status: from open to closed" in text
    else:
        text = (tmp_path / "log").read_text(encoding="utf-8")
        assert "work 2 status: <del>open</del> → <ins>closed</ins>" in text
        assert "<script" not in text
    assert "closed it" in text
    assert "reason: spam" in text.lower()


def test_an_export_is_an_entry_that_says_what_was_taken_by_digest(
    bench: Bench, auditor: Actor, tmp_path: Path
) -> None:
    done = export(bench, auditor, ExportForm.CSV, tmp_path / "a.csv", LogFilter(subject=1))
    entry = bench.desk.read.entries(EVERYTHING, None, 1)[0]
    assert (entry.seq, entry.actor, entry.subject) == (done.entry, auditor.moderator, 1)
    assert (entry.detail["form"], entry.detail["size"]) == ("csv", done.size)
    other = export(bench, auditor, ExportForm.CSV, tmp_path / "b.csv", LogFilter(subject=2))
    second = bench.desk.read.entries(EVERYTHING, None, 1)[0]
    assert other.entry == second.seq
    assert second.detail["filter"] != entry.detail["filter"]


def test_without_its_entry_there_is_no_file(bench: Bench, auditor: Actor, tmp_path: Path) -> None:
    officer = log_in(bench.desk, frozenset({Role.PV_OFFICER}), "noor")[Role.PV_OFFICER]
    with pytest.raises(DeniedError):
        export(bench, officer, ExportForm.CSV, tmp_path / "log.csv")
    with pytest.raises(ReadOnlyError, match="cannot be written"):
        export(bench, auditor, ExportForm.CSV, tmp_path / "nowhere" / "log.csv")
    assert [file.name for file in tmp_path.iterdir() if "log" in file.name] == []


def test_no_file_is_written_over(bench: Bench, auditor: Actor, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="exists already"):
        export(bench, auditor, ExportForm.CSV, tmp_path / "log.csv")
    assert (tmp_path / "log.csv").read_text(encoding="utf-8") == "mine"
