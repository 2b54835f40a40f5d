"""Four immutable times; which of them is day zero is the sponsor's policy, and stays with a case."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from webcare_desk.casework import Decision, decided
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.filing import ZONE, DayZero, Filing, Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.sla import local_date
from webcare_desk.domain.spans import HOUR
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.times import moment, stamp, written
from webcare_desk.pv.e2b.version import follow_up
from webcare_desk.pv.narrative import narrative
from webcare_desk.pv.packet import case_from_json, to_json
from webcare_desk.settings import DayZeroPolicy

TIMES = {
    DayZero.POSTED: "posted_at",
    DayZero.INGESTED: "ingested_at",
    DayZero.FIRST_VIEWED: "first_viewed_at",
    DayZero.RECOGNISED: "recognised_at",
}


def test_the_settings_and_the_domain_name_the_same_policies() -> None:
    assert [each.value for each in DayZeroPolicy] == [each.value for each in DayZero]


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("policy", DayZero)
def test_the_report_and_its_narrative_stand_on_the_policy(
    case: SafetyCase, policy: DayZero
) -> None:
    filed = replace(case, day_zero=policy)
    wanted = getattr(case.awareness, TIMES[policy])
    report = report_of(batch_of(filed))
    assert report.text("C.1.4") == report.text("C.1.5") == written(wanted, ZONE)
    assert report.text("C.1.2") >= report.text("C.1.4")
    for language, words in (("nl", "dag nul"), ("en", "day zero")):
        assert words in narrative(filed, language)
    assert ("sponsor's day zero" in narrative(filed, "en")) is (policy is not DayZero.FIRST_VIEWED)


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("policy", DayZero)
def test_the_policy_stays_with_the_packet(case: SafetyCase, policy: DayZero) -> None:
    filed = replace(case, day_zero=policy)
    assert case_from_json(to_json(filed, ""))[0] == filed


def test_a_case_is_filed_with_the_zone_of_the_desk(case: SafetyCase) -> None:
    filed = decided(case, Decision(filing=Filing(Parties(zone="Asia/Tokyo"))))
    assert filed.zone == case_from_json(to_json(filed, ""))[0].zone == "Asia/Tokyo"


def test_the_parties_stand_in_the_report(case: SafetyCase) -> None:
    batch = batch_of(case, Parties("AGENCY", "SPONSOR", "Het Bureau", "BE", "4"))
    report = report_of(batch)
    assert (batch.text("N.1.3"), batch.text("N.1.4")) == ("AGENCY", "SPONSOR")
    assert report.text("C.1.1").startswith("BE-AGENCY-")
    assert (report.text("C.3.1"), report.text("C.3.2")) == ("4", "Het Bureau")


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/London", "Asia/Tokyo"])
def test_the_days_of_a_report_are_those_that_the_desk_counts(case: SafetyCase, zone: str) -> None:
    night = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)  # already the 2nd in Amsterdam
    at = int(night.timestamp()) * 1_000_000
    seen = replace(case, awareness=replace(case.awareness, first_viewed_at=at, recognised_at=at))
    first = batch_of(seen, Parties(zone=zone))
    later = follow_up(first, at + 24 * HOUR, zone)
    for batch, element, since in ((first, "C.1.4", at), (later, "C.1.5", at + 24 * HOUR)):
        told = report_of(batch).text(element)
        assert told[:8] == f"{local_date(since, zone):%Y%m%d}"
        known = stamp(told)
        assert known is not None
        assert known.begins == moment(since)
