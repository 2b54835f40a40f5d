"""A version tells when its latest information came, where the report has a moment."""

from dataclasses import replace

import pytest

from tests.pv.conftest import POSTED, first_edition
from webcare_desk.casework import reference
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import section
from webcare_desk.domain.filing import ZONE
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.pv.edition import Edition, Later


@pytest.mark.parametrize(
    ("latest", "at"),
    [
        ("20251026023000+0200", POSTED),
        ("20251026023000.2500+0200", POSTED + 250_000),
        ("20251026", None),
        ("99991231000000+0000", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_only_a_moment_is_told(latest: str, at: int | None) -> None:
    edition = Edition(section("N", {}, section("N.2.r", {"C.1.1": "NL-W-1", "C.1.5": latest})))
    later = Later(VersionKind.FOLLOW_UP, 2, "nieuws")
    assert edition.received_at == at
    shown = edition.news(later, "nl", ZONE)[0][1]
    assert (shown == "—") is (at is None)


def test_the_number_of_the_report_is_our_reference_in_another_spelling(case: SafetyCase) -> None:
    """The mail says so in one line, so that PV finds the case by either of the two."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    ours = reference(replace(protocol, id="varen-nl_2"), "019cb2ec-f680-7f8d-8b32-91fc7562332f")
    assert ours == "NL-VAREN-NL_2-202603037562332F"
    edition = first_edition(replace(case, reference=ours))
    assert edition.report == "NL-WEBCARE-NLVARENNL2202603037562332F"
    assert edition.number("en")[1] == (
        f"{edition.report} (it ends in our reference, written without punctuation)"
    )
