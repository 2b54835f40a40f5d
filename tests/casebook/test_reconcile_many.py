"""A list with more lines than anybody reads: none is kept twice, and the signature covers all."""

from pathlib import Path

import pytest

from tests.casebook.test_case_reconcile import a_list, run
from tests.support.crowds import crowd
from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk import signing_off
from webcare_desk.actions import reconcile as acts
from webcare_desk.actions.cases import SignReconciliation
from webcare_desk.actions.reconcile import differing, reconciled
from webcare_desk.casebook.reconcile import ours_of, reconcile
from webcare_desk.domain.audit import Name
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.reconciliation import record_of
from webcare_desk.domain.signature import Meaning

MANY = 10_000


def test_what_stands_behind_ten_thousand_lines_is_known_and_signed(
    safety: Safety, tmp_path: Path
) -> None:
    read = safety.bench.desk.read
    earlier = run(safety, a_list(tmp_path, "reference,case number", "NL-X-1,PV-1"))
    first = read.discrepancies()[0]
    settled = run(safety, a_list(tmp_path, "reference,case number", "NL-X-2,PV-2"))
    newest = read.discrepancies()[-1]
    _, record = reconciled(read, settled)
    others = {
        "opened_at": "opened_at - n",
        "mark": "mark || n",
        "seen_in": str(earlier),
        "resolution": "NULL",
    }
    with crowd(safety.bench, "discrepancy", first.id, others, MANY):
        assert newest in read.discrepancies()
        assert read.open_discrepancies() == len(read.discrepancies()) > MANY
        assert reconciled(read, settled)[1] == record


def sign_list(safety: Safety, made: int) -> None:
    desk, noor = safety.bench.desk, safety.noor
    _, record = reconciled(desk.read, made)
    what = (record, Name(f"reconciliation:{made}"), Meaning.REVIEWED)
    signed = signing_off.sign(desk, noor.actor, noor.password, *what, login=noor.login)
    desk.perform(SignReconciliation(made, signed.id), noor.actor)


def test_a_signature_holds_when_a_list_of_a_longer_period_comes(
    sent: Safety, tmp_path: Path
) -> None:
    """What the first list lacked and the second had, the third lacks again."""
    desk, by, day = sent.bench.desk, sent.noor.actor, 24 * HOUR
    at = ours_of(desk.read)[0].recognised_at
    empty = a_list(tmp_path, "reference", "")
    first, _ = reconcile(desk, empty, by, (at - day, at + day))
    second, _ = reconcile(desk, empty, by, (at + day, at + 2 * day))
    sign_list(sent, second)
    sent.later()
    third, _ = reconcile(desk, empty, by, (at - day, at + 2 * day))
    found = [desk.read.reconciliation(each) for each in (first, second, third)]
    assert [len(differing(desk.read, each)) for each in found if each is not None] == [1, 0, 1]
    assert signing_off.false_signatures(desk.read) == ()


def test_what_an_earlier_program_signed_after_a_later_list_holds(
    sent: Safety, tmp_path: Path
) -> None:
    """It signed over the rows: what the first and the third list lacked stood in the second too."""
    desk, by, day = sent.bench.desk, sent.noor, 24 * HOUR
    at = ours_of(desk.read)[0].recognised_at
    empty = a_list(tmp_path, "reference", "")
    periods = ((at - day, at + day), (at + day, at + 2 * day), (at - day, at + 2 * day))
    _, second, _ = [reconcile(desk, empty, by.actor, each)[0] for each in periods]
    found, record = reconciled(desk.read, second)
    listed = digest_of(desk.read.case_document(found.evidence) or "")
    stood = record_of(found, desk.read.discrepancies(), listed)
    assert stood != record
    what = (stood, Name(f"reconciliation:{second}"), Meaning.REVIEWED)
    signed = signing_off.sign(desk, by.actor, by.password, *what, login=by.login)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acts, "reconciled", lambda *_: (found, stood))
        desk.perform(SignReconciliation(second, signed.id), by.actor)
    sent.later()
    reconcile(desk, a_list(tmp_path, "reference", "NL-X-1"), by.actor, periods[2])
    assert signing_off.false_signatures(desk.read) == ()


def test_a_comparison_is_held_against_its_signature(sent: Safety, tmp_path: Path) -> None:
    read = sent.bench.desk.read
    sign_list(sent, run(sent, a_list(tmp_path, "reference", "NL-X-1")))
    assert signing_off.false_signatures(read) == ()
    with sent.bench.unguarded() as shell:
        (before,) = shell.execute("SELECT matched FROM reconciliation").fetchone()
        shell.execute("UPDATE reconciliation SET matched = 1")
        (told,) = signing_off.false_signatures(read)
        shell.execute("UPDATE reconciliation SET matched = ?", (before,))
    assert "belongs to another record" in told


def test_what_a_comparison_settled_did_not_differ_in_it(sent: Safety, tmp_path: Path) -> None:
    read = sent.bench.desk.read
    run(sent, a_list(tmp_path, "reference", ""))
    agreed = read.reconciliation(run(sent, a_list(tmp_path, "reference", sent.number()[0])))
    assert agreed is not None
    assert len(read.discrepancies(only_open=False)) == 1
    assert differing(read, agreed) == []
