"""Every role against every action: what is not named is denied."""

from contextlib import suppress
from dataclasses import is_dataclass
from typing import Any

import pytest

from tests.actions.allowed import ALLOWED, PROGRAM
from tests.support.desks import MORNING, SOURCE, SYSTEM, Bench, arrival, take_in
from tests.support.signing import unsigned
from tests.support.steps import plan_step
from webcare_desk import actions
from webcare_desk.actions import ACTIONS, Action
from webcare_desk.actions.late import Means
from webcare_desk.domain.anchor import AnchorKind, KeptHead
from webcare_desk.domain.approval import RequestKind, Wanted
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.case_version import PvDecision, Sheet, SpokenAnswer, VersionKind, Way
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.deviation import DeviationKind, MeasureKind
from webcare_desk.domain.erasure import Basis, Hold, HoldBasis, Retention, erasure_of
from webcare_desk.domain.finding import Category
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.likeness import Judgement
from webcare_desk.domain.listed import Agreement, Resolution
from webcare_desk.domain.moderator import Actor, Role, rights_of
from webcare_desk.domain.plan import Phase
from webcare_desk.domain.quality import Decision, DecisionKind
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.errors import DeniedError, LoginError, RefusedError

_HEAD = KeptHead("note", 1, digest(b""))
#: One action of each kind; what it meets is a refusal or a success, never a crash.
_COVERAGE = Coverage(SOURCE, 1, 2, CoverageState.COMPLETE, 0, 0)
_PAGE = (arrival(9),)


def inbox_samples() -> tuple[Action[Any], ...]:
    """Return what comes in, and what a moderator does with it."""
    return (
        actions.MakeDesk("o", "v", is_demo=False),
        actions.RotateKey(7, digest(b"")),
        actions.ContinueAfterFork(Name("o/fork-1"), digest(b""), None, Name("nobody")),
        actions.MakeAnchor(AnchorKind.MAIL, "u", _HEAD),
        actions.RecordAnchor(1, "x"),
        actions.RecordAnchorFailure(1, Name("down"), 0),
        actions.KeepAnchor(AnchorKind.IMPORTED, _HEAD, "x"),
        actions.PutProtocolInForce(Name("base"), digest(b"")),
        actions.RecordSettings((("pv.host", digest(b"")),)),
        actions.Ingest(SOURCE, _PAGE),
        actions.RecordMove(1, "t2", "Anders", None, ""),
        actions.TakeUp(1, _PAGE[0].triage, Role.MODERATOR, None),
        actions.RecordRecheck(1, 0, 0),
        actions.ConfirmHint(1, HintKind.PATIENT),
        actions.SetLearning(is_on=True),
        actions.RefitScreening(1, 9, is_report=True, model=Name("m"), based_on=0, weights="[]"),
        actions.UseCorrection(1, Name("m")),
        actions.RecordCoverage(SOURCE, _COVERAGE, "c"),
        actions.RecordBackup(1, 2, digest(b""), 3),
        actions.ExplainGap(1, Reason.READ_BY_HAND),
        actions.RestoreBackup(1, 2, digest(b""), None),
        actions.ConfirmRestore(),
        actions.RecordLate(Means.PHONE, 1, "gebeld", 1),
        actions.Open(1),
        actions.Claim(1),
        actions.Release(1),
        actions.Assign(1, None),
        actions.Classify(1, Category.QUALITY, Queue.QUALITY, None),
        actions.AddNote(1, "x"),
        actions.RecordStep(1, plan_step("warn"), "gebeld"),
        actions.Close(1, Reason.SPAM),
        actions.Reopen(1, Queue.OTHER, Reason.QUALITY_CHECK),
        actions.QueueReply(1, "x", None, 0),
        actions.ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED),
        actions.DeleteComment(1, 0, Reason.AUTHOR_ASKED),
        actions.ExportLog(actions.ExportForm.CSV, digest(b""), digest(b""), 1, digest(b""), 1),
    )


def outbox_samples() -> tuple[Action[Any], ...]:
    """Return what leaves."""
    return (
        actions.CancelDelivery(1),
        actions.SendNow(1),
        actions.ClaimDelivery(1, 1, 1),
        actions.RecordDelivery(1, "x", 1),
        actions.RecordVerified(1, 1),
        actions.MarkUncertain(1, Name("lost"), 0, 1),
        actions.RecordFailure(1, Name("down"), None, 1),
        actions.RetryDelivery(1),
        actions.KeepPicture(1, 1, problem=Name("no-qt")),
        actions.KeepAnswerPlace(Name("imap"), "{}", 1, 1, 0, 0),
        actions.Escalate(1, "u", Name("p"), 1, Role.PV_OFFICER, MORNING, MORNING, "{}", (), ()),
        actions.HandOver(1, Role.SUPERVISOR),
        actions.AlarmComment(1, Name("p"), Role.SUPERVISOR, Phase.DEPUTY, Name("s")),
    )


def case_samples() -> tuple[Action[Any], ...]:
    """Return what happens to a case after it was escalated."""
    cases, sheet = actions.cases, Sheet("{}", digest(b"r"), digest(b"b"))
    told = cases.Told((digest(b"r"),), None, "r", "PV-1", "CA", "[]")
    said = SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld", "PV-1")
    return (
        cases.AddVersion(1, 1, VersionKind.FOLLOW_UP, sheet, MORNING, "x"),
        cases.QueueVersion(1),
        cases.CloseCase(1),
        cases.AlarmCase(1, Role.SUPERVISOR),
        cases.RecordAcknowledgement(told, "<a/>"),
        cases.ReceiveAcknowledgement(told, "<a/>"),
        cases.RecordAnswer(said, 1),
        cases.RecordReconciliation(0, 1, "a,b", 0, 0, Agreement((), ())),
        cases.ResolveDiscrepancy(1, Resolution.NOT_OURS, "x"),
        cases.SignReconciliation(1, 1),
        cases.RecordPvSignature(1, "x", Way.MAIL, "x"),
        cases.AskPoster(1, (Name("age"),)),
        cases.EndInquiry(1, InquiryOutcome.ANSWERED),
        cases.AlarmInquiry(1, Role.SUPERVISOR),
        cases.JudgeLikeness(1, 2, Judgement.ANOTHER),
        cases.TakeUpOldCase(1, None),
        cases.ClockOldCase(1, 1),
    )


def people_samples(uid: str) -> tuple[Action[Any], ...]:
    """Return what is done to the account `uid` and to others."""
    return (
        actions.AddFirstAdministrator("bo", "Bo", "x"),
        actions.AddModerator("bo", "Bo", frozenset({Role.MODERATOR}), "x"),
        actions.SetRoles(uid, frozenset(Role) - {PROGRAM}, active=True),
        actions.SetPassword(uid, "x"),
        actions.LogIn("anna", Role.MODERATOR),
        actions.RecordFailedLogin("nobody"),
        actions.LogOut(),
        actions.EnrolCode(1),
        actions.DropCode(uid),
        actions.SeeAlert(1),
        actions.SeePvWay(1),
        actions.Lock(actions.LockCause.IDLE),
        actions.Unlock(),
        actions.EndSession("s"),
        actions.EndLeftSession("s"),
        actions.Read(Name("inbox")),
        actions.SetEntryRules(10, 0),
        actions.SetTrainingRules(
            training_gate=False, pass_percent=80, questions=12, certificate_days=365
        ),
        actions.BeginTest(digest(b""), 1, 12),
        actions.FinishTest(digest(b""), 1, 12, 12),
        actions.Certify("u", Name("course"), MORNING),
    )


def signing_samples() -> tuple[Action[Any], ...]:
    """Return what is signed, and what waits for a second person."""
    grant = Wanted(RequestKind.ROLE_GRANT, Name("bo"), '{"roles":["senior"]}')
    return (
        actions.RecordSignature(unsigned(), has_both=True),
        actions.LockSigning(),
        actions.Ask(grant, "", 1),
        actions.Approve(1, 1),
        actions.Decline(1, Reason.MADE_IN_ERROR),
        actions.Withdraw(1),
        actions.Erase(erasure_of(Name("comment/1"), [1], Basis.OBJECTION), Retention()),
        actions.RecordScrub(0, 0, 0),
        actions.SetHold(1, HoldBasis.LEGAL_CLAIM, "x"),
        actions.LiftHold(1, HoldBasis.PUBLIC_HEALTH, "over"),
        actions.TakeAgain("nobody", frozenset({Role.MODERATOR}), active=False),
        actions.EndPassword("nobody", None),
        actions.HoldAgain(1, Hold(1, 1, HoldBasis.LEGAL_CLAIM, "x", 1, "nobody", None, None)),
    )


def oversight_samples(uid: str) -> tuple[Action[Any], ...]:
    """Return what a supervisor does to see how the desk works."""
    decision = Decision(0, 1, DecisionKind.NOT_A_REPORT, uid, MORNING)
    return (
        actions.OpenReview(
            0, 0, 1, (ReviewQuestion.SAMPLE,), (Hit(ReviewQuestion.SAMPLE, 0, "system"),)
        ),
        actions.JudgeEntry(1, Verdict.IN_ORDER),
        actions.ConcludeReview(1, Verdict.IN_ORDER, "x", 1),
        actions.DrawChecks((decision,), 1),
        actions.CheckDecision(1, agrees=True),
        actions.OpenDeviation(DeviationKind.OTHER, "x"),
        actions.LeaveProposal(Name("coverage-gap:1"), None, Reason.DUPLICATE),
        actions.ExplainDeviation(1, "x"),
        actions.AddMeasure(1, MeasureKind.CORRECTIVE, "x", uid, MORNING),
        actions.FinishMeasure(1, "x"),
        actions.CheckEffect(1, is_effective=True, effect="x"),
        actions.CloseDeviation(1, 1),
    )


def samples(uid: str) -> dict[str, Action[Any]]:
    """Return every sample by its name."""
    made = (
        *inbox_samples(),
        *outbox_samples(),
        *case_samples(),
        *people_samples(uid),
        *signing_samples(),
        *oversight_samples(uid),
    )
    return {action.name: action for action in made}


def actor_as(role: Role, people: dict[Role, Actor]) -> Actor:
    """Return somebody in `role`."""
    return SYSTEM if role is PROGRAM else people[role]


@pytest.mark.requirement("C1", "A4")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: str(action.name))
def test_a_role_may_do_exactly_what_the_table_says(action: type[Action[Any]], role: Role) -> None:
    assert (action.right in rights_of(role)) == (role in ALLOWED[action.name])


@pytest.mark.requirement("C1")
@pytest.mark.parametrize("role", Role)
def test_the_desk_denies_what_the_table_denies(
    role: Role, bench: Bench, people: dict[Role, Actor]
) -> None:
    take_in(bench.desk, arrival(1))
    by = actor_as(role, people)
    for name, action in samples(by.moderator).items():
        before = bench.desk.read.log_size()
        if role in ALLOWED[name] and name not in {"log-in", "log-out"}:  # in a session of its own
            with suppress(RefusedError, LoginError):  # the state may refuse it, the role not
                bench.desk.perform(action, by)
        elif role not in ALLOWED[name]:
            with pytest.raises(DeniedError, match=f"may not do this: {name}"):
                bench.desk.perform(action, by)
            assert bench.desk.read.log_size() == before


def leaves_of(base: type[Any]) -> set[type[Any]]:
    """Return every class below `base` that has none below it."""
    below = {kind for kind in base.__subclasses__() if kind.__module__.startswith("webcare_desk.")}
    return set().union(*(leaves_of(kind) for kind in below)) if below else {base}


def test_the_list_holds_every_action_there_is() -> None:
    names = [action.__name__ for action in ACTIONS]
    assert sorted(names) == sorted({kind.__name__ for kind in leaves_of(Action)})
    assert {*actions.__all__, *actions.cases.__all__} >= set(names)
    assert set(samples("u")) == set(ALLOWED) == {action.name for action in ACTIONS}


def test_every_action_has_a_name_of_its_own_and_is_frozen_data() -> None:
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert isinstance(action.name, Name)
        assert is_dataclass(action)
        assert action.__dataclass_params__.frozen


def test_only_logging_in_and_going_on_after_a_fork_need_no_session() -> None:
    without = [action.name for action in ACTIONS if action.opens_session]
    assert without == ["continue-after-fork", "log-in"]


def test_a_refused_action_leaves_no_entry(bench: Bench, anna: Actor) -> None:
    before = bench.desk.read.log_size()
    with pytest.raises(RefusedError, match="Comment 77 is not on this desk"):
        bench.desk.perform(actions.Claim(77), anna)
    assert bench.desk.read.log_size() == before
