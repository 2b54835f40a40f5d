"""A version tells when its latest information came, where the report has a moment."""

import pytest

from tests.pv.conftest import POSTED
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import section
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
    shown = edition.news(later, "nl")[0][1]
    assert (shown == "—") is (at is None)
