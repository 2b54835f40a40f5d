"""What can be asked of safety cases: where each stands, its versions, and PV's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from webcare_desk.store.inquiring import InquiryReads
from webcare_desk.store.likening import LikenessReads
from webcare_desk.store.registering import RegisterReads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.audit import Digest
    from webcare_desk.domain.case_version import CaseAnswer, CaseStanding, CaseVersion
    from webcare_desk.domain.reconciliation import OpenLine, Reconciliation


class CaseReads(RegisterReads, InquiryReads, LikenessReads, Protocol):
    """Reads of cases; a case has the number of its escalation. Times in UTC microseconds."""

    def case_standing(self, case: int) -> CaseStanding | None:
        """Return where a case stands."""

    def case_standings(self, *, only_open: bool = False) -> list[CaseStanding]:
        """Return where the cases stand, the newest first."""

    def cases_to_forward(self) -> list[CaseStanding]:
        """Return where the cases stand of which the latest version is not at PV, but has to be."""

    def cases_clocked_before(self) -> list[CaseStanding]:
        """Return the cases at PV of which the comment still has the clock of the first report."""

    def escalations_without_case(self, limit: int) -> list[int]:
        """Return escalations from before there were cases, the oldest first."""

    def case_named(self, reports: Sequence[Digest]) -> int | None:
        """Return the case that has one of these numbers, by the digest of C.1.1."""

    def case_versions(self, case: int) -> list[CaseVersion]:
        """Return the versions of a case, the first one first."""

    def case_version_of(self, delivery: int) -> CaseVersion | None:
        """Return the version that a packet of the outbox carries."""

    def version_with(self, batch: Digest) -> tuple[int, int] | None:
        """Return case and number of the version with this batch number, by its digest."""

    def case_answers(self, case: int) -> list[CaseAnswer]:
        """Return what PV answered, the oldest first."""

    def case_answer(self, answer: int) -> CaseAnswer | None:
        """Return one answer."""

    def loose_answers(self) -> list[CaseAnswer]:
        """Return the answers to reports that are not ours and not erased, the newest first."""

    def answers_with(self, evidence: Digest) -> list[CaseAnswer]:
        """Return the answers that came with a document, by its digest."""

    def case_document(self, document: int) -> str | None:
        """Return the words of the evidence of an answer."""

    def reconciliations(self, limit: int = 500) -> list[Reconciliation]:
        """Return the comparisons with PV's lists, the newest first."""

    def reconciliation(self, reconciliation: int) -> Reconciliation | None:
        """Return one comparison."""

    def discrepancies(self, *, only_open: bool = True, limit: int | None = None) -> list[OpenLine]:
        """Return what does not agree, the oldest first; also what was settled, or not."""

    def open_discrepancies(self) -> int:
        """Return how much does not agree and is not settled."""

    def discrepancy(self, discrepancy: int) -> OpenLine | None:
        """Return one discrepancy."""

    def oldest_discrepancy(self) -> int | None:
        """Return since when the oldest unmatched line is open, or None."""
