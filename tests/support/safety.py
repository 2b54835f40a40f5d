"""A desk with a case on it, and PV at the other end: a test lets packets leave and answers come."""

from dataclasses import dataclass, replace

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.support.desks import HOUR, SYSTEM, Bench, arrival, escalate, take_in, version_of
from tests.support.signing import Signer, staff
from webcare_desk import signing_off
from webcare_desk.actions import ClaimDelivery, MarkUncertain, RecordDelivery
from webcare_desk.actions.case_moves import spoken_of
from webcare_desk.actions.cases import Judged, RecordAnswer
from webcare_desk.casebook import answers
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding, CaseVersion, SpokenAnswer, record_of
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning
from webcare_desk.pv.e2b.cases import case_batch, sheet_of
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import to_json

DOUBT = Name("uncertain")


@dataclass(slots=True)
class Safety:
    """Case 1 on a desk, of comment 1; `noor` is PV's officer, `sanne` a moderator."""

    bench: Bench
    noor: Signer
    sanne: Signer

    @property
    def standing(self) -> CaseStanding:
        """Where the case stands."""
        found = self.bench.desk.read.case_standing(1)
        assert found is not None
        return found

    def state(self) -> CaseState:
        """Return the state of the case now."""
        return self.standing.state

    @property
    def versions(self) -> list[CaseVersion]:
        """Its versions."""
        return self.bench.desk.read.case_versions(1)

    def number(self, version: int | None = None) -> tuple[str, str]:
        """Return the report's number and its batch's."""
        batch = batch_of(self.bench.desk.read, 1, version)
        return report_of(batch).text("C.1.1"), batch.text("N.1.2")

    def claim(self) -> int:
        """Let the latest packet be on its way; return the delivery."""
        delivery = self.versions[-1].delivery
        assert delivery is not None
        found = self.bench.desk.read.delivery(delivery)
        assert found is not None
        self.bench.desk.perform(ClaimDelivery(delivery, found.version, HOUR, "mail"), SYSTEM)
        return delivery

    def leave(self) -> None:
        """Let the latest packet leave."""
        packet = self.claim()
        version = version_of(self.bench.desk, packet)
        self.bench.desk.perform(RecordDelivery(packet, "250 OK", version), SYSTEM)

    def is_in_doubt(self, packet: int, problem: Name = DOUBT) -> None:
        """Let it be uncertain whether a packet arrived."""
        version = version_of(self.bench.desk, packet)
        self.bench.desk.perform(MarkUncertain(packet, problem, 0, version), SYSTEM)

    def later(self) -> None:
        """Let a minute pass."""
        self.bench.clock.pass_by(HOUR // 60)

    def ack(self, by: Actor | None = None, **parts: str) -> Judged:
        """Let an acknowledgement come; what is not said is of the latest version."""
        report, batch = self.number()
        data = acknowledgement(**{"report": report, "batch": batch, **parts})
        (answer,) = answers.take(self.bench.desk, data, by or self.noor.actor).answers
        return answer.judged

    def says(
        self, said: SpokenAnswer, reason: Reason | None = None, explanation: str = ""
    ) -> Judged:
        """Let PV's officer enter what PV said, signed; what names no version is of the last that left."""
        for latest in spoken_of(self.bench.desk.read, said.case)[-1:]:
            said = replace(said, version=said.version or latest.number)
        who, record = self.noor, record_of(said, reason)
        made = signing_off.sign(
            self.bench.desk,
            who.actor,
            who.password,
            record,
            Name("case:1"),
            Meaning.RESPONSIBLE,
            login=who.login,
        )
        act = RecordAnswer(said, made.id, reason, explanation)
        return self.bench.desk.perform(act, who.actor)


def make_safety(bench: Bench, comments: int = 1, text: str = TEXT) -> Safety:
    """Escalate comment 1 of some; comments are all the same headache, `text` begins with it."""
    crew = staff(bench.desk, ada=Role.ADMINISTRATOR, noor=Role.PV_OFFICER, sanne=Role.MODERATOR)
    take_in(bench.desk, *(arrival(number + 1) for number in range(comments)))
    safety = Safety(bench, crew["noor"], crew["sanne"])
    add_case(safety, 1, text)
    return safety


def add_case(safety: Safety, number: int, text: str = TEXT) -> int:
    """Escalate another comment; return its case."""
    case = case_for(comment(number, text, *FINDINGS))
    sheet = sheet_of(case_batch(case, Profile.INTAKE))
    packet = to_json(case, "").decode("ascii")
    return escalate(safety.bench.desk, number, safety.sanne.actor, packet, sheet)


def add_plain_case(safety: Safety) -> int:
    """Escalate one more comment with its packet alone, as it was done before versions."""
    (number,) = take_in(safety.bench.desk, arrival(9))
    packet = to_json(case_for(comment(number, TEXT, *FINDINGS)), "").decode("ascii")
    return escalate(safety.bench.desk, number, safety.sanne.actor, packet)
