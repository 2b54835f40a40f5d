"""A comment that stands in full elsewhere than on its own screen: the first look there is day zero."""

import pytest

from tests.support.passwords import CHEAP
from tests.support.pv_says import pv_says
from tests.test_casework import DAY, PASSWORD, TEXTS, app, sanne
from webcare_desk import casework, people
from webcare_desk.actions import ClaimDelivery, Ingest, RecordDelivery
from webcare_desk.app import App
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.store.base import LogFilter

__all__ = ["app", "sanne"]

pytestmark = pytest.mark.requirement("P5")


def test_a_comment_that_stands_elsewhere_is_seen_once(app: App, sanne: Actor) -> None:
    own = RemoteComment(
        "c4", "t1", None, "a4", "Webcare", TEXTS[0], 1_772_528_400_000_000, own=True
    )
    arrival = Arrival(own, app.triage(own))
    app.desk.perform(Ingest(Name("village"), (arrival,)), system_actor())
    for _ in range(2):
        casework.see(app.desk, app.protocol, (1, 2, 3, 4, 9), sanne, 2)
    looks = app.desk.read.entries(LogFilter(action="open"), None, 9)
    assert [(each.subject, each.detail) for each in looks] == [
        (3, {"beside": 2}),
        (1, {"beside": 2}),
    ]
    works = [app.desk.read.work(each) for each in (1, 2, 3, 4)]
    assert [work is not None and work.aware_at is not None for work in works] == [
        True,
        False,
        True,
        False,
    ]


def test_what_is_new_after_an_answer_of_pv_is_seen_elsewhere_too(app: App, sanne: Actor) -> None:
    casework.view(app.desk, app.protocol, 1, sanne)
    case = casework.escalate(app.desk, app.protocol, 1, sanne)
    (packet,) = app.desk.read.deliveries_of(1)
    app.desk.perform(ClaimDelivery(packet.id, 1, 1_000_000, "mail"), system_actor())
    app.desk.perform(RecordDelivery(packet.id, "x", 2), system_actor())
    ada = people.log_in(app.desk, "ada", PASSWORD)
    roles = frozenset({Role.PV_OFFICER})
    people.add_moderator(app.desk, "piet", "Piet PV", roles, PASSWORD, ada, CHEAP)
    pv_says(app.desk, people.log_in(app.desk, "piet", PASSWORD), case, "PV-1")
    casework.see(app.desk, app.protocol, [1], sanne, 2)
    assert len(app.desk.read.entries(LogFilter(subject=1, action="open"), None, 9)) == 1
    news = RemoteComment(
        "c1", "t1", None, "a1", "Anne", TEXTS[0] + ", nu lig ik in het ziekenhuis", 1
    )
    app.desk.perform(Ingest(Name("village"), (Arrival(news, app.triage(news)),)), system_actor())
    for _ in range(2):
        casework.see(app.desk, app.protocol, [1], sanne, 2)
    work = app.desk.read.work(1)
    assert work is not None
    look, _ = app.desk.read.entries(LogFilter(subject=1, action="open"), None, 9)
    assert work.aware_due == look.at + DAY
