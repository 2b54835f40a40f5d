"""A desk that has lived: every table has rows, and every personal place its own canary."""

from dataclasses import replace

from tests.support.desks import (
    CRITERIA,
    HOUR,
    MORNING,
    SOURCE,
    SYSTEM,
    Bench,
    take_in,
    triage,
    version_of,
)
from tests.support.erasing import hold_and_erase
from tests.support.passwords import CHEAP
from tests.support.signing import sign_directly
from tests.support.steps import plan_step
from webcare_desk.actions import (
    AddFirstAdministrator,
    AddMeasure,
    AddModerator,
    AddNote,
    Ask,
    ChangeVisibility,
    CheckDecision,
    CheckEffect,
    ClaimDelivery,
    ConcludeReview,
    ConfirmHint,
    DrawChecks,
    Escalate,
    ExplainDeviation,
    FinishMeasure,
    FinishTest,
    JudgeEntry,
    KeepAnchor,
    LockSigning,
    LogIn,
    OpenDeviation,
    OpenReview,
    QueueReply,
    RecordCoverage,
    RecordDelivery,
    RecordFailedLogin,
    RecordMove,
    RecordStep,
    RefitScreening,
    SetEntryRules,
    SetLearning,
    SetPassword,
    cases,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.anchor import AnchorKind, KeptHead
from webcare_desk.domain.approval import RequestKind, wanted
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.case_version import PvDecision, Sheet, SpokenAnswer, VersionKind, Way
from webcare_desk.domain.case_version import record_of as record_of_answer
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.deviation import DeviationKind, MeasureKind
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.likeness import Judgement
from webcare_desk.domain.listed import Agreement, Discrepancy, DiscrepancyKind, Resolution
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.quality import Decision, DecisionKind
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.review import Hit, Verdict, record_of
from webcare_desk.domain.signature import Meaning, SealedKey
from webcare_desk.domain.triage import Arrival
from webcare_desk.vault.personal_key import make_key
from webcare_desk.vault.secret import Secret

_WORDS = (
    "text author-id author-name remote-id parent link thread title note reply login full-name "
    "password second-login new-password wrong-login receipt mail case pv-reference problem "
    "cursor own-text draft request-reason request-payload "
    "review-remark conclusion check-remark deviation cause measure result effect "
    "anchor-note anchor-evidence sheet version-reason ack-evidence ack-report ack-reference "
    "ack-code ack-problems answer-evidence answer-reference answer-words "
    "list-document list-ours list-theirs list-words list-name list-evidence "
    "hold-words step moved-thread moved-title moved-link"
)
#: One word for each place where a person's words come in; none occurs twice.
CANARIES = {word: f"kanarie-{number:02d}-{word}" for number, word in enumerate(_WORDS.split())}


def comment(text: str, remote_id: str, *, own: bool = False) -> Arrival:
    """Return a comment with a canary in every place."""
    remote = RemoteComment(
        remote_id=remote_id,
        # What will be erased stands in no original that is kept.
        thread="t4" if remote_id == "r4" else CANARIES["thread"],
        parent=CANARIES["parent"],
        author_id=CANARIES["author-id"],
        author_name=CANARIES["author-name"],
        text=text,
        posted_at=MORNING,
        link=CANARIES["link"],
        thread_title=CANARIES["title"],
        own=own,
    )
    return Arrival(remote, triage())


def enter(bench: Bench) -> tuple[Actor, SealedKey]:
    """Make two accounts out of canaries and let the first one in."""
    roles = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION})
    first = AddFirstAdministrator(
        CANARIES["login"], CANARIES["full-name"], CANARIES["password"], roles
    )
    uid = bench.desk.perform(first, SYSTEM)
    bench.desk.perform(RecordFailedLogin(CANARIES["login"]), SYSTEM)
    bench.desk.perform(RecordFailedLogin(CANARIES["wrong-login"]), SYSTEM)

    def as_(role: Role) -> Actor:
        actor = Actor(uid, role, new_uid(bench.clock()))
        return bench.desk.perform(LogIn(CANARIES["login"], role), actor)

    keeper = as_(Role.ADMINISTRATOR)
    second = AddModerator(CANARIES["second-login"], CANARIES["full-name"], roles, "x")
    bench.desk.perform(second, keeper)
    password = Secret(CANARIES["new-password"])
    key = make_key(password, CHEAP)
    bench.desk.perform(SetPassword(uid, password.reveal(), key), keeper)
    sign_something(bench, keeper, key, password)
    bench.desk.perform(SetEntryRules(15, 0), keeper)
    chief = as_(Role.SUPERVISOR)
    bench.desk.perform(FinishTest(digest(b"questions"), 7, 12, 12), chief)
    return chief, key


def sign_something(bench: Bench, by: Actor, key: SealedKey, password: Secret) -> None:
    """Sign a request for a second person, and lock the screen after it."""
    payload = {"login": CANARIES["request-payload"], "roles": [Role.MODERATOR]}
    grant = wanted(RequestKind.ROLE_GRANT, Name("somebody"), payload)
    made = sign_directly(
        bench.desk, by, key, password, (grant.record, grant.document, grant.asking)
    )
    bench.desk.perform(Ask(grant, CANARIES["request-reason"], made), by)
    bench.desk.perform(LockSigning(), by)


def live(bench: Bench) -> None:
    """Let a desk live through everything that takes a person's words."""
    desk, (anna, key) = bench.desk, enter(bench)
    take_in(desk, comment(CANARIES["text"], CANARIES["remote-id"]), comment("rustig", "r2"))
    take_in(desk, comment(CANARIES["text"] + " bewerkt", CANARIES["remote-id"]))
    take_in(desk, comment(CANARIES["own-text"], "r3", own=True))
    take_in(desk, comment("wordt gewist", "r4", own=True))
    write_notes(desk, anna)
    desk.store.keep_draft(1, anna.moderator, CANARIES["draft"], bench.clock())
    reply = desk.perform(QueueReply(1, CANARIES["reply"], Name("thanks"), 0), anna)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, CANARIES["receipt"], version_of(desk, reply)), SYSTEM)
    desk.perform(ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), anna)
    escalate = Escalate(
        comment=2,
        uid=new_uid(bench.clock()),
        plan=Name("ae-to-pv"),
        step=1,
        owner=Role.PV_OFFICER,
        aware_at=MORNING,
        due_at=MORNING + HOUR,
        case=CANARIES["case"],
        criteria=CRITERIA,
        situations=(),
    )
    escalation = desk.perform(escalate, anna)
    packet = desk.read.deliveries_of(2)[0]
    desk.perform(ClaimDelivery(packet.id, 1, HOUR, CANARIES["mail"]), SYSTEM)
    desk.perform(RecordDelivery(packet.id, CANARIES["receipt"], 2), SYSTEM)
    known = (CANARIES["answer-evidence"], CANARIES["pv-reference"])
    enter_answer(desk, SpokenAnswer(escalation, PvDecision.ACCEPTED, Way.MAIL, *known), anna, key)
    answer_pv(bench, escalation, anna, key)
    tell_apart(desk, escalate, escalation, anna)
    poll_in_vain(desk)
    head = KeptHead(CANARIES["anchor-note"], 1, digest(b""))
    desk.perform(KeepAnchor(AnchorKind.IMPORTED, head, CANARIES["anchor-evidence"]), anna)
    learn_something(bench, anna)
    oversee(bench, anna, key)
    logins, own = (CANARIES["login"], CANARIES["second-login"]), Secret(CANARIES["new-password"])
    hold_and_erase(bench, logins, (key, own), CANARIES["hold-words"])


def write_notes(desk: Desk, anna: Actor) -> None:
    """Write a note, and what was done in a step of a plan."""
    desk.perform(AddNote(1, CANARIES["note"]), anna)
    desk.perform(RecordStep(1, plan_step("warn"), CANARIES["step"]), anna)


def poll_in_vain(desk: Desk) -> None:
    """Let a poll find a comment moved, and then fail with words of the platform."""
    moved = (CANARIES["moved-thread"], CANARIES["moved-title"], None, CANARIES["moved-link"])
    desk.perform(RecordMove(3, *moved), SYSTEM)
    poll = Coverage(SOURCE, 0, 1, CoverageState.FAILED, 0, 0, None, CANARIES["problem"])
    desk.perform(RecordCoverage(SOURCE, poll, CANARIES["cursor"]), SYSTEM)


def tell_apart(desk: Desk, escalate: Escalate, case: int, anna: Actor) -> None:
    """Escalate a comment in the same words, and call that another case."""
    (twin,) = take_in(desk, comment("nog eens zo", "r5"))
    again = desk.perform(replace(escalate, comment=twin, uid=new_uid(desk.clock())), anna)
    desk.perform(cases.JudgeLikeness(again, case, Judgement.ANOTHER), anna)


def answer_pv(bench: Bench, case: int, anna: Actor, key: SealedKey) -> None:
    """Tell PV something new, and keep what its system and its people answer."""
    desk, number = bench.desk, digest(b"number")
    sheet = Sheet(CANARIES["sheet"], number, digest(b"batch"))
    now, words = bench.clock(), CANARIES["version-reason"]
    desk.perform(cases.AddVersion(case, 1, VersionKind.FOLLOW_UP, sheet, now, words), anna)
    kinds = ("report", "reference", "code", "problems")
    report, given, code, problems = (CANARIES[f"ack-{each}"] for each in kinds)
    told = cases.Told((number,), None, report, given, code, problems)
    desk.perform(cases.RecordAcknowledgement(told, CANARIES["ack-evidence"]), anna)
    evidence, reference = CANARIES["answer-evidence"], CANARIES["answer-reference"]
    words = CANARIES["answer-words"]
    said = SpokenAnswer(case, PvDecision.REJECTED, Way.PHONE, evidence, reference, words)
    enter_answer(desk, said, anna, key)
    ours, theirs = CANARIES["list-ours"], CANARIES["list-theirs"]
    other = Agreement((), (Discrepancy(DiscrepancyKind.OTHER_NUMBER, case, 2, ours, theirs),))
    desk.perform(cases.RecordReconciliation(0, 1, CANARIES["list-document"], 1, 1, other), anna)
    how = (Resolution.PV_CORRECTS, CANARIES["list-words"])
    desk.perform(cases.ResolveDiscrepancy(1, *how), anna)
    who, seen = CANARIES["list-name"], CANARIES["list-evidence"]
    desk.perform(cases.RecordPvSignature(1, who, Way.MAIL, seen), anna)
    asked = desk.perform(cases.AskPoster(case, (Name("age"), Name("batch"))), anna)
    desk.perform(cases.EndInquiry(asked.id, InquiryOutcome.PARTLY), anna)


def enter_answer(desk: Desk, said: SpokenAnswer, anna: Actor, key: SealedKey) -> None:
    """Enter what PV said, signed."""
    what = (record_of_answer(said, None), Name(f"case:{said.case}"), Meaning.RESPONSIBLE)
    made = sign_directly(desk, anna, key, Secret(CANARIES["new-password"]), what)
    desk.perform(cases.RecordAnswer(said, made), anna)


def learn_something(bench: Bench, anna: Actor) -> None:
    """Learn from the one escalation."""
    bench.desk.perform(SetLearning(is_on=True), anna)
    entry, model = bench.desk.read.log_size(), Name("0123456789abcdef")
    refit = RefitScreening(2, entry, is_report=True, model=model, based_on=0, weights="[[1,7]]")
    bench.desk.perform(refit, SYSTEM)
    bench.desk.perform(ConfirmHint(2, HintKind.SCEPTIC), anna)


def oversee(bench: Bench, anna: Actor, key: SealedKey) -> None:
    """Review what the program did, check what it decided, and keep a deviation."""
    desk = bench.desk
    hit = Hit(ReviewQuestion.SAMPLE, 0, "system")
    desk.perform(OpenReview(0, 5, 7, (ReviewQuestion.SAMPLE,), (hit,)), anna)
    desk.perform(JudgeEntry(1, Verdict.FINDING, CANARIES["review-remark"]), anna)
    conclude(bench, anna, key)
    decision = Decision(0, 2, DecisionKind.NOT_A_REPORT, "system", MORNING)
    desk.perform(DrawChecks((decision,), 7), anna)
    desk.perform(CheckDecision(1, agrees=True, remark=CANARIES["check-remark"]), anna)
    desk.perform(OpenDeviation(DeviationKind.OTHER, CANARIES["deviation"]), anna)
    desk.perform(ExplainDeviation(1, CANARIES["cause"]), anna)
    other = next(each.id for each in desk.read.moderators() if each.id != anna.moderator)
    due = bench.clock() + HOUR
    desk.perform(
        AddMeasure(1, MeasureKind.CORRECTIVE, CANARIES["measure"], anna.moderator, due), anna
    )
    desk.perform(FinishMeasure(1, CANARIES["result"]), anna)
    session = Actor(other, Role.SUPERVISOR, new_uid(bench.clock()))
    bob = desk.perform(LogIn(CANARIES["second-login"], Role.SUPERVISOR), session)
    desk.perform(CheckEffect(1, is_effective=False, effect=CANARIES["effect"]), bob)


def conclude(bench: Bench, anna: Actor, key: SealedKey) -> None:
    """Conclude the review, signed."""
    read, said = bench.desk.read, CANARIES["conclusion"]
    review = read.reviews()[0]
    record = record_of(review, read.review_hits(review.id), Verdict.FINDING, said)
    what = (record, Name(f"review:{review.uid}"), Meaning.REVIEWED)
    made = sign_directly(bench.desk, anna, key, Secret(CANARIES["new-password"]), what)
    bench.desk.perform(ConcludeReview(review.id, Verdict.FINDING, said, made), anna)
