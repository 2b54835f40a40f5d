"""A person's work on a comment: what is known, the clock, the case, the category, the reply."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.passwords import CHEAP, WORDS
from tests.support.pv_says import pv_says
from webcare_desk import casework, people
from webcare_desk.actions import CheckDecision, Ingest
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.casework import Decision
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.escalation import Criterion, EscalationPlan, Evidence, Presence, Situation
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.plan import forward_step
from webcare_desk.domain.quality import CheckReason, DecisionKind
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.domain.spans import HOUR
from webcare_desk.domain.triage import Arrival
from webcare_desk.dossier import dossier
from webcare_desk.errors import RefusedError
from webcare_desk.oversight import Draw, draw_checks, offered
from webcare_desk.protocol.evaluate import Recommendation, plan_for
from webcare_desk.pv.packet import case_from_json
from webcare_desk.store.base import LogFilter
from webcare_desk.vault.secret import MemorySecrets, Secret

PASSWORD = Secret(WORDS)
DAY = 24 * HOUR
TEXTS = (
    "Sinds ik Ventora gebruik ben ik misselijk",
    "Wat een mooie wandeling was dat",
    "Ik wil niet meer leven",
)
UID = "019c3c9e-4f6a-7abc-8def-0123456789ab"
MISTAKEN = Why(Reason.MADE_IN_ERROR)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Open a desk with three comments and somebody who may do nearly everything."""
    secrets = MemorySecrets()
    make_desk(tmp_path, secrets)
    with contextlib.closing(open_app(tmp_path, secrets)) as app:
        remotes = [
            RemoteComment(
                f"c{n}", "t1", None, f"a{n}", f"Anne de {n}e", text, 1_772_528_400_000_000
            )
            for n, text in enumerate(TEXTS, 1)
        ]
        arrivals = tuple(Arrival(remote, app.triage(remote)) for remote in remotes)
        app.desk.perform(Ingest(Name("village"), arrivals), system_actor())
        people.add_first_administrator(app.desk, "ada", "Ada Smit", PASSWORD, CHEAP)
        yield app


@pytest.fixture
def sanne(app: App) -> Actor:
    """Let a moderator in."""
    ada = people.log_in(app.desk, "ada", PASSWORD)
    roles = frozenset({Role.MODERATOR})
    people.add_moderator(app.desk, "sanne", "Sanne Vos", roles, PASSWORD, ada, CHEAP)
    return people.log_in(app.desk, "sanne", PASSWORD)


def test_a_dossier_holds_what_is_known_and_reading_it_is_no_view(app: App) -> None:
    size = app.desk.read.log_size()
    file = dossier(app.desk, app.protocol, 1)
    assert (file.comment.text, file.work.comment) == (TEXTS[0], 1)
    assert ([post.id for post in file.thread], file.recommendation.plan) == ([1, 2, 3], "ae-to-pv")
    assert app.desk.read.log_size() == size
    with pytest.raises(RefusedError, match="Comment 9 is not on this desk"):
        dossier(app.desk, app.protocol, 9)


def test_the_first_look_at_a_possible_report_starts_its_clock(app: App, sanne: Actor) -> None:
    work = casework.view(app.desk, app.protocol, 1, sanne)
    assert work.aware_at is not None
    assert work.aware_due == work.aware_at + DAY
    assert casework.view(app.desk, app.protocol, 2, sanne).aware_due is None
    assert casework.view(app.desk, app.protocol, 3, sanne).aware_due is not None
    with pytest.raises(RefusedError, match="not on this desk"):
        casework.view(app.desk, app.protocol, 9, sanne)


def test_a_plan_that_does_not_forward_is_passed_over(app: App) -> None:
    chosen = plan_for(app.protocol, "crisis")
    assert chosen is not None
    assert chosen.id == "ae-to-pv"
    assert forward_step(chosen)[1].id == "forward"
    without = replace(app.protocol, plans={"crisis": app.protocol.plans["crisis"]})
    assert plan_for(without, "crisis") is None
    assert plan_for(replace(app.protocol, plans={}), None) is None


def test_a_protocol_without_a_way_to_pv_says_what_to_do(app: App, sanne: Actor) -> None:
    nowhere = replace(app.protocol, plans={"empty": EscalationPlan("empty", ())})
    with pytest.raises(RefusedError, match="phone or mail them now"):
        casework.escalate(app.desk, nowhere, 1, sanne)
    assert casework.view(app.desk, nowhere, 1, sanne).aware_due is None


def test_the_case_is_filled_from_the_text_and_from_who_is_there(app: App, sanne: Actor) -> None:
    case = casework.case_for(app.desk, app.protocol, 1, sanne, UID)
    assert case.reference == casework.reference(app.protocol, UID)
    assert case.recognised_by == "Sanne Vos"
    assert case.products == ("Ventora",)
    assert case.protocol == f"varen@{app.protocol.version}"
    work = casework.view(app.desk, app.protocol, 1, sanne)
    case = casework.case_for(app.desk, app.protocol, 1, system_actor(), UID)
    assert (case.awareness.first_viewed_at, case.recognised_by) == (work.aware_at, "system")
    assert case.due_at == work.aware_due


def test_the_reference_tells_country_company_and_day(app: App) -> None:
    assert casework.reference(app.protocol, UID) == "NL-VAREN-20260208456789AB"


def test_an_escalation_freezes_what_the_text_shows_or_what_the_person_says(
    app: App, sanne: Actor
) -> None:
    first = app.desk.read.escalation(casework.escalate(app.desk, app.protocol, 1, sanne))
    criteria = tuple((each, Evidence(Presence.UNCLEAR)) for each in Criterion)
    said = Decision(criteria, (Situation.OVERDOSE,), "belt terug")
    second = app.desk.read.escalation(casework.escalate(app.desk, app.protocol, 2, sanne, said))
    assert first is not None
    assert second is not None
    case, head = case_from_json(first.case.encode("ascii"))
    assert (case.remark, head, dict(case.criteria)[Criterion.EVENT].presence) == (
        "",
        "",
        Presence.PRESENT,
    )
    case, _ = case_from_json(second.case.encode("ascii"))
    assert (case.criteria, case.situations, case.remark) == (
        criteria,
        (Situation.OVERDOSE,),
        "belt terug",
    )
    assert json.loads(second.case)["reference"].startswith("NL-VAREN-")
    work = app.desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue) == (Status.ESCALATED, Queue.SAFETY), "a reply is due still"


def test_a_category_gives_the_queue_and_the_clock_of_its_rule(app: App, sanne: Actor) -> None:
    casework.classify(app.desk, app.protocol, 2, Category.COMPLAINT, sanne)
    work = app.desk.read.work(2)
    assert work is not None
    assert (work.category, work.queue) == (Category.COMPLAINT, Queue.OTHER)
    assert work.reply_due is not None
    casework.classify(app.desk, app.protocol, 2, Category.NONE, sanne)
    work = app.desk.read.work(2)
    assert work is not None
    assert (work.queue, work.reply_due) == (Queue.OTHER, None)
    with pytest.raises(RefusedError, match="Comment 9 is not on this desk"):
        casework.classify(app.desk, app.protocol, 9, Category.SPAM, sanne)


def asked(app: App, comment: int) -> Recommendation:
    return dossier(app.desk, app.protocol, comment).recommendation


def test_what_a_person_calls_a_crisis_is_asked_for_as_one(app: App, sanne: Actor) -> None:
    before = asked(app, 1)
    assert (before.category, before.plans) == (Category.ADVERSE_EVENT, ("ae-to-pv",))
    casework.classify(app.desk, app.protocol, 1, Category.CRISIS, sanne)
    after = asked(app, 1)
    assert (after.category, after.queue, after.sla) == (Category.CRISIS, Queue.CRISIS, "crisis-now")
    assert after.plans == ("crisis", "threat", "ae-to-pv"), "it does not hide the side effect"
    assert after.templates[0] == "crisis-support", "before what answers violence alone"
    assert (after.rules, after.why, after.is_called) == (before.rules, before.why, True)


def test_what_a_person_ruled_out_is_asked_for_no_more(app: App, sanne: Actor) -> None:
    casework.classify(app.desk, app.protocol, 1, Category.CRISIS, sanne)
    casework.classify(app.desk, app.protocol, 1, Category.ADVERSE_EVENT, sanne, MISTAKEN)
    assert not asked(app, 1).is_called, "as its words say"
    why = Why(Reason.NO_PRODUCT)
    casework.classify(app.desk, app.protocol, 1, Category.NONE, sanne, why)
    after = asked(app, 1)
    assert (after.category, after.queue) == (Category.NONE, Queue.OTHER)
    assert (after.plan, after.plans, after.templates, after.sla) == (None, (), (), None)


def test_a_category_takes_its_clock_from_the_rule_that_matched(app: App, sanne: Actor) -> None:
    before = app.desk.read.work(1)
    casework.classify(app.desk, app.protocol, 1, Category.CRISIS, sanne)
    casework.classify(app.desk, app.protocol, 1, Category.ADVERSE_EVENT, sanne, MISTAKEN)
    after = app.desk.read.work(1)
    assert before is not None
    assert after is not None
    assert asked(app, 1).sla == "ae-reply"
    assert after.reply_due == before.reply_due


def test_a_possible_report_is_called_something_else_for_a_reason(app: App, sanne: Actor) -> None:
    with pytest.raises(RefusedError, match="give the reason"):
        casework.classify(app.desk, app.protocol, 1, Category.THANKS, sanne)
    why = Why(Reason.OTHER, "Gaat over een hond.")
    casework.classify(app.desk, app.protocol, 1, Category.THANKS, sanne, why)
    [entry] = app.desk.read.entries(LogFilter(action="classify"), None, 9)
    assert (entry.reason, entry.explanation is None) == ("other", False)


def test_a_template_is_filled_in_the_language_of_the_comment(app: App) -> None:
    file = dossier(app.desk, app.protocol, 1)
    dutch = casework.filled(app.protocol, "ae-acknowledge", file, "Sanne Vos")
    english = casework.filled(app.protocol, "ae-acknowledge", file, "Sanne Vos", "en")
    assert dutch.text.startswith("Beste Anne, ")
    assert "Groet, Sanne, namens Orvanta" in dutch.text
    assert english.text.startswith("Dear Anne, ")
    assert dutch.open == english.open == ()


def test_a_contact_that_may_not_be_given_today_leaves_its_blank_open(app: App) -> None:
    file = dossier(app.desk, app.protocol, 1)
    assert (
        file.today
        == datetime.fromtimestamp(
            app.desk.clock() // 1_000_000, ZoneInfo("Europe/Amsterdam")
        ).date()
    )
    route = replace(
        app.protocol.references["reporting_route"], valid_until=file.today - timedelta(days=1)
    )
    over = replace(app.protocol, references={**app.protocol.references, "reporting_route": route})
    filled = casework.filled(over, "ae-acknowledge", file, "Sanne Vos")
    assert filled.open == ("reporting_route",)


def test_an_author_without_a_given_name_is_greeted_without_one(app: App) -> None:
    file = dossier(app.desk, app.protocol, 1)
    nameless = replace(file, comment=replace(file.comment, author_name="anoniem_in_Assen"))
    for language, begins in (("nl", "Hallo, "), ("en", "Hello, ")):
        filled = casework.filled(app.protocol, "crisis-support", nameless, "Sanne Vos", language)
        assert (filled.text.startswith(begins), filled.open) == (True, ())
    told = (("first_name", "Marijke"),)
    named = casework.filled(app.protocol, "crisis-support", nameless, "Sanne Vos", "nl", told)
    assert named.text.startswith("Beste Marijke, ")


def test_a_possible_report_ends_only_with_a_reason_of_its_plan(app: App, sanne: Actor) -> None:
    casework.view(app.desk, app.protocol, 1, sanne)
    assert Reason.OTHER not in casework.endings(app.desk, app.protocol, 1)
    with pytest.raises(RefusedError, match="may only end with not-an-adverse-event, no-product"):
        casework.close(app.desk, app.protocol, 1, Why(Reason.OTHER, "no idea"), sanne)
    casework.close(app.desk, app.protocol, 1, Why(Reason.NOT_AN_ADVERSE_EVENT), sanne)
    work = app.desk.read.work(1)
    assert work is not None
    assert work.status is Status.CLOSED


def test_a_plan_that_names_no_reason_leaves_each_that_says_it_is_none(
    app: App, sanne: Actor
) -> None:
    plans = {
        name: replace(plan, steps=tuple(replace(step, reasons=()) for step in plan.steps))
        for name, plan in app.protocol.plans.items()
    }
    protocol = replace(app.protocol, plans=plans)
    with pytest.raises(RefusedError, match="the reason why it is none"):
        casework.close(app.desk, protocol, 1, Why(Reason.DONE), sanne)
    casework.close(app.desk, protocol, 1, Why(Reason.OTHER, "double"), sanne)
    work = app.desk.read.work(1)
    assert work is not None
    assert work.status is Status.CLOSED


def test_what_is_no_report_ends_with_any_reason(app: App, sanne: Actor) -> None:
    casework.close(app.desk, app.protocol, 2, Why(Reason.DONE), sanne)
    work = app.desk.read.work(2)
    assert work is not None
    assert work.status is Status.CLOSED


def test_a_miss_in_what_pv_has_makes_no_second_case(app: App, sanne: Actor) -> None:
    ada = people.log_in(app.desk, "ada", PASSWORD)
    roles = frozenset({Role.SUPERVISOR})
    people.add_moderator(app.desk, "bob", "Bob Vos", roles, PASSWORD, ada, CHEAP)
    bob = people.log_in(app.desk, "bob", PASSWORD)
    case = casework.escalate(app.desk, app.protocol, 1, sanne)
    pv_says(app.desk, bob, case)
    casework.close(app.desk, app.protocol, 1, Why(Reason.NOT_AN_ADVERSE_EVENT), sanne)
    draw_checks(app.desk, Draw(0, app.desk.clock() + 1, 100, 3), bob)
    found = offered(app.desk.read, bob.moderator)
    (check,) = (each for each in found if each.decision.kind is DecisionKind.NOT_A_REPORT)
    said = CheckDecision(check.id, False, Category.ADVERSE_EVENT, CheckReason.MISSED_EVENT)  # noqa: FBT003 - the act's own order
    assert casework.check_decision(app.desk, app.protocol, said, bob, None).found_event
    assert [each.id for each in app.desk.read.escalations_of(1)] == [case]
