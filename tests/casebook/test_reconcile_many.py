"""A list with more lines than anybody reads: none is kept twice, and the signature covers all."""

from pathlib import Path

from tests.casebook.test_case_reconcile import a_list, run
from tests.support.crowds import crowd
from tests.support.safety import Safety
from webcare_desk.actions.reconcile import reconciled

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
