"""A desk from before the cases: each escalation gets its case, and a version that says so."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, ClassVar, cast

import pytest
from sqlite_utils.migrations import Migrations

from tests.pv.conftest import FINDINGS, TEXT, case_for, comment
from tests.support.desks import ORIGIN, SYSTEM, Bench, Clock, arrival, escalate, log_in, take_in
from tests.support.pv_says import pv_says
from webcare_desk import rounds
from webcare_desk.actions import MakeDesk
from webcare_desk.actions import deliver as delivering
from webcare_desk.actions import escalate as escalating
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.case_old import MARK
from webcare_desk.actions.cases import TakeUpOldCase
from webcare_desk.casebook import answers
from webcare_desk.casebook.reading import batch_of
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, VersionKind
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import Actor, Right, Role
from webcare_desk.domain.register import RegisterFilter
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.old_cases import take_up_old
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import to_json
from webcare_desk.store.base import Session
from webcare_desk.store.sqlite import migrations as migrating
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.opening import MIGRATIONS, create_store
from webcare_desk.vault.signing import Signer

from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement  # isort: skip

if TYPE_CHECKING:
    from webcare_desk.app import App

_CASES = "0009_cases"


@dataclass(frozen=True, slots=True)
class OldAnswer(Action[None]):
    """PV's answer as it was recorded before there were cases."""

    escalation: int
    is_case: bool
    name: ClassVar[Name] = Name("acknowledge")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep it with the escalation alone."""
        found = session.escalation(self.escalation)
        assert found is not None
        escalating.acknowledge(session, moment, found, "PV-OLD", is_case=self.is_case)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Make a desk with the tables and the acts from before the cases, and let it work.

    Escalations 1 to 4: one waits, one PV has, one is no case, one has a packet nobody can read.
    """
    whole = migrating.migrations()

    def without_cases() -> Migrations:
        steps = Migrations(whole.name)
        for each in whole._migrations:
            if each.name != _CASES:
                steps(name=each.name)(each.fn)
        return steps

    signer, clock = Signer.generate(ORIGIN), Clock()
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "migrations", without_cases)
        patch.setattr(opening, "MIGRATIONS", tuple(each for each in MIGRATIONS if each != _CASES))
        for name in ("begin", "queued"):
            patch.setattr(escalating, name, lambda *_: None)
        patch.setattr(delivering, "left", lambda *_: None)
        made = Bench(Desk(create_store(tmp_path, signer, ORIGIN), clock), tmp_path, signer, clock)
        made.desk.perform(MakeDesk(ORIGIN, signer.verifier, is_demo=False), SYSTEM)
        work(made)
        made.desk.store.close()
    made.reopen()
    made.desk.store.close()
    with made.shell() as shell:  # as on a real one: the cases came in their turn
        shell.execute("UPDATE _sqlite_migrations SET id = -id")
        shell.execute(
            "UPDATE _sqlite_migrations SET id = (SELECT count(*) FROM _sqlite_migrations before "
            "WHERE before.name <= _sqlite_migrations.name)"
        )
    made.reopen()
    return made


def work(made: Bench) -> None:
    """Escalate four comments, and let PV answer two."""
    desk, people = made.desk, log_in(made.desk)
    for number in range(1, 5):
        take_in(desk, arrival(number))
        case = case_for(comment(number, TEXT, *FINDINGS))
        packet = "not a packet" if number == 4 else to_json(case, "").decode("ascii")
        escalate(desk, number, people[Role.SUPERVISOR], packet)
    desk.perform(OldAnswer(2, is_case=True), people[Role.PV_OFFICER])
    desk.perform(OldAnswer(3, is_case=False), people[Role.PV_OFFICER])


def officer(bench: Bench) -> Actor:
    return log_in(bench.desk, frozenset({Role.PV_OFFICER}), "noor")[Role.PV_OFFICER]


def test_every_old_case_gets_a_version_that_says_so(old: Bench) -> None:
    read = old.desk.read
    assert read.case_standings() == []
    assert take_up_old(old.desk) == 4
    assert take_up_old(old.desk) == 0
    states = {each.case: each.state for each in read.case_standings()}
    waits, has, none = CaseState.QUEUED, CaseState.ACCEPTED, CaseState.NOT_A_CASE
    assert states == {1: waits, 2: has, 3: none, 4: waits}
    for number in range(1, 5):
        (version,) = read.case_versions(number)
        assert (version.kind, version.reason) == (VersionKind.INITIAL, MARK)
        packet = read.deliveries_of(number)[0]
        assert (version.delivery, version.number) == (packet.id, 1)
    assert [read.case_versions(each)[0].answer for each in (1, 2, 3)] == [
        None,
        AnswerMeaning.ACCEPTED,
        AnswerMeaning.NOT_A_CASE,
    ]
    assert len(read.register_page(RegisterFilter(), None, 9)) >= 2
    deeds = [entry.action for entry in read.entries_after(-1, 999)]
    assert deeds.count("take-up-old-case") == 4
    old.require_sound()
    old.desk.store.close()


def test_pv_answers_an_old_case_as_any_other(old: Bench) -> None:
    take_up_old(old.desk)
    kept = case_batch(case_for(comment(1, TEXT, *FINDINGS)), Profile.INTAKE)
    assert batch_of(old.desk.read, 1) == kept
    (told,) = answers.take(
        old.desk, acknowledgement(report=report_of(kept).text("C.1.1")), SYSTEM
    ).answers
    assert told.judged.case is not None
    noor = officer(old)
    pv_says(old.desk, noor, 4, "PV-4")
    standing = old.desk.read.case_standing(4)
    assert standing is not None
    assert (standing.state, standing.pv_reference) == (CaseState.ACCEPTED, "PV-4")
    assert old.desk.read.case_versions(4)[0].document is None
    old.require_sound()
    old.desk.store.close()


def test_without_it_an_old_case_is_none(old: Bench) -> None:
    """The twin: as the desk was before, PV's answer to it is refused."""
    noor = officer(old)
    with pytest.raises(RefusedError, match="There is no case 1"):
        pv_says(old.desk, noor, 1)
    old.desk.store.close()


def test_what_has_a_case_gets_no_other(old: Bench) -> None:
    take_up_old(old.desk)
    for escalation in (1, 99):
        with pytest.raises(RefusedError, match="no case from before"):
            old.desk.perform(TakeUpOldCase(escalation, None), SYSTEM)
    old.desk.store.close()


def test_each_round_takes_old_cases_up(old: Bench) -> None:
    protocol = SimpleNamespace(timetable=None, plans={}, rules=(), digest="", id="base")
    app = SimpleNamespace(desk=old.desk, plans={}, protocol=protocol, folder=old.folder)
    rounds.hand_over_late(cast("App", app))
    assert len(old.desk.read.case_standings()) == 4
    old.desk.store.close()
