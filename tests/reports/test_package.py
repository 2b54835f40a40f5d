"""The inspection package: it holds on a clean Python, and with any member changed it does not."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.support import inspector
from tests.support.desks import SYSTEM, Bench, arrival, escalate, log_in, take_in
from tests.support.signing import hire
from webcare_desk.actions import AddNote, Close, MakeAnchor, Open, QueueReply, RecordAnchor, Reopen
from webcare_desk.disclosure import Disclosed, Order, export_package
from webcare_desk.domain.anchor import AnchorKind
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning, signature_block
from webcare_desk.errors import DeniedError
from webcare_desk.jobs.anchor import kept_head

verifier = inspector.loaded().main


def worked(bench: Bench) -> None:
    """Give a desk two cases with everything in them."""
    people, desk = log_in(bench.desk), bench.desk
    anna = people[Role.SUPERVISOR]
    one, two = take_in(desk, arrival(1, "Ik heb hoofdpijn sinds gisteren"), arrival(2, "Mooi weer"))
    escalate(desk, one, anna)
    take_in(desk, arrival(1, "Ik heb zware hoofdpijn sinds maandag <b>\u202e</b>"))
    desk.perform(AddNote(one, "Gebeld met de patiënt"), anna)
    desk.perform(QueueReply(one, "Dank u wel voor uw melding", None, 0), anna)
    desk.perform(Open(two, 1), anna)
    desk.perform(Close(two, Reason.SPAM), anna)
    desk.perform(Reopen(two, Queue.QUESTION, Reason.OTHER, "er kwam een brief"), anna)


def package(
    bench: Bench, folder: Path, comment: int | None = None, by: Actor | None = None
) -> tuple[Disclosed, Path]:
    """Export a package and unpack it; return what was handed over, and the folder."""
    anna = by or log_in(bench.desk, frozenset({Role.AUDITOR}), "inspector")[Role.AUDITOR]
    target = folder / "package.zip"
    done = export_package(
        Order(bench.desk, anna, bench.signer.verifier, target), comment, bench.folder
    )
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder / "unpacked")
    return done, folder / "unpacked"


def judged(bench: Bench, folder: Path, *anchors: Path) -> tuple[int, str]:
    return inspector.judged(verifier, bench.signer.verifier, folder, *anchors)


@pytest.mark.requirement("B1")
@pytest.mark.parametrize("comment", [None, 1])
def test_a_package_holds_on_a_clean_python_without_the_program(
    bench: Bench, tmp_path: Path, comment: int | None
) -> None:
    worked(bench)
    done, folder = package(bench, tmp_path, comment)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    moved = shutil.copytree(folder, tmp_path / "moved")
    code, said = inspector.run(moved / "verify.py", "../moved/log.vkey", "../moved", cwd=elsewhere)
    assert code == inspector.HOLDS, said
    assert f"IT HOLDS: {done.entry + 1} entries" in said
    assert (done.shown < done.size) == (comment is not None)


@pytest.mark.requirement("A7", "B1")
def test_a_package_with_any_member_changed_left_out_or_added_does_not_hold(
    bench: Bench, tmp_path: Path
) -> None:
    worked(bench)
    _, folder = package(bench, tmp_path)
    members = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    assert len(members) > 12
    for member in members:
        whole = member.read_bytes()
        for changed in (whole[:-1], whole + b"\n", bytes([whole[0] ^ 1]) + whole[1:]):
            member.write_bytes(changed)
            assert judged(bench, folder)[0] == inspector.FAILS, member
        member.unlink()
        assert judged(bench, folder)[0] == inspector.FAILS, member
        member.write_bytes(whole)
    (folder / "more.txt").write_text("x", encoding="utf-8")
    assert "more.txt" in judged(bench, folder)[1]
    (folder / "more.txt").unlink()
    assert judged(bench, folder)[0] == inspector.HOLDS


def test_a_package_of_another_desk_or_with_another_key_does_not_hold(
    bench: Bench, lived: Bench, tmp_path: Path
) -> None:
    _, folder = package(bench, tmp_path)
    code, said = inspector.judged(verifier, lived.signer.verifier, folder)
    assert (code, "another key" in said) == (inspector.FAILS, True)


def test_a_package_of_one_case_holds_no_text_of_another(bench: Bench, tmp_path: Path) -> None:
    worked(bench)
    _, folder = package(bench, tmp_path, 2)
    for member in folder.rglob("*"):
        if member.is_file():
            data = member.read_bytes()
            assert b"hoofdpijn" not in data, member
            assert b"argon2-record" not in data, member
    assert b"Mooi weer" in (folder / "history.html").read_bytes()


def test_no_password_record_leaves_the_desk(bench: Bench, tmp_path: Path) -> None:
    worked(bench)
    _, folder = package(bench, tmp_path)
    members = [file for file in folder.rglob("*") if file.is_file()]
    assert [file for file in members if b"argon2-record" in file.read_bytes()] == []


@pytest.mark.requirement("B3")
def test_the_page_marks_every_change_with_the_value_before_and_after(
    bench: Bench, tmp_path: Path
) -> None:
    worked(bench)
    _, folder = package(bench, tmp_path)
    page = (folder / "history.html").read_text(encoding="utf-8")
    assert "work 2 status: <del>open</del> → <ins>closed</ins>" in page
    assert "<del>gisteren</del><ins>maandag" in page
    assert "[U+202E]" in page
    assert "<b>\u202e" not in page
    assert "Anna escalated it to PV" in page
    assert "Reason: spam" in page
    assert "Reason: other: er kwam een brief" in page
    assert "<script" not in page


def test_the_frozen_original_is_in_the_package_as_it_was_frozen(
    bench: Bench, tmp_path: Path
) -> None:
    worked(bench)
    _, folder = package(bench, tmp_path, 1)
    (original,) = (folder / "originals").iterdir()
    assert original.read_text(encoding="utf-8") == bench.desk.read.escalations_of(1)[0].case


def test_an_anchor_that_somebody_kept_is_met_or_refused(bench: Bench, tmp_path: Path) -> None:
    worked(bench)
    anchor = tmp_path / "mail.eml"
    anchor.write_text(f"Dear PV,\n\n{bench.desk.read.head_note()}\nRegards\n", encoding="utf-8")
    older = bench.desk.read.log_size()
    _, folder = package(bench, tmp_path)
    assert f"the anchor of {older} entries is met" in judged(bench, folder, anchor)[1]
    anchor.write_text(bench.signer.seal("webcare-desk/test", older, b"\1" * 32), encoding="utf-8")
    code, said = judged(bench, folder, anchor)
    assert (code, "not that of an anchor" in said) == (inspector.FAILS, True)
    anchor.write_text(bench.signer.seal("webcare-desk/test", 999, b"\1" * 32), encoding="utf-8")
    assert "cut off, or put back" in judged(bench, folder, anchor)[1]


@pytest.mark.requirement("D1")
def test_a_signature_stands_in_the_package_with_name_time_and_meaning(
    bench: Bench, tmp_path: Path
) -> None:
    noor = hire(bench.desk, "noor", Role.SUPERVISOR)
    made = noor.sign(bench.desk, Meaning.QUALITY_CHECKED)
    _, folder = package(bench, tmp_path)
    text = (folder / "signatures.txt").read_text(encoding="utf-8")
    assert "Electronic signatures in this package: 1" in text
    assert all(line in text for line in signature_block(made))
    assert judged(bench, folder)[0] == inspector.HOLDS


@pytest.mark.parametrize("comment", [None, 2])
def test_every_head_that_somebody_holds_is_in_the_package_and_met(
    bench: Bench, tmp_path: Path, comment: int | None
) -> None:
    take_in(bench.desk, arrival(8))
    kept = kept_head(bench.desk.read.head_note())
    made = bench.desk.perform(MakeAnchor(AnchorKind.MAIL, "a1", kept), SYSTEM)
    bench.desk.perform(RecordAnchor(made, "250 OK"), SYSTEM)
    worked(bench)
    _, folder = package(bench, tmp_path, comment)
    (given,) = (folder / "anchors").iterdir()
    assert kept.note in given.read_text(encoding="utf-8")
    code, said = judged(bench, folder)
    assert code == inspector.HOLDS, said
    assert f"the anchor of {kept.size} entries is met" in said


def test_who_reads_no_comments_takes_none_away(bench: Bench, tmp_path: Path) -> None:
    worked(bench)
    roles = frozenset({Role.ADMINISTRATOR})
    keeper = log_in(bench.desk, roles, "keeper")[Role.ADMINISTRATOR]
    with pytest.raises(DeniedError, match="administrator does not read"):
        package(bench, tmp_path, by=keeper)
    assert not (tmp_path / "package.zip").exists()


@pytest.mark.requirement("A7", "B1")
def test_a_head_that_nobody_holds_is_no_anchor_of_a_package(bench: Bench, tmp_path: Path) -> None:
    kept = kept_head(bench.desk.read.head_note())
    bench.desk.perform(MakeAnchor(AnchorKind.MAIL, "a1", kept), SYSTEM)
    _, folder = package(bench, tmp_path)
    assert not (folder / "anchors").exists()
    own = (folder / "own-head.txt").read_text(encoding="utf-8")
    assert "nobody else held it then" in own
    code, said = judged(bench, folder)
    assert (code, "is met" in said) == (inspector.HOLDS, False), said
    code, said = judged(bench, folder, folder / "own-head.txt")
    assert (code, "is met" in said) == (inspector.HOLDS, True), "it can be kept for later"
