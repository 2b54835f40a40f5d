"""The package of one case has what names no comment and is about it all the same."""

from pathlib import Path

import pytest

from tests.reports.test_package import judged, package
from tests.support import inspector
from tests.support.desks import Bench, arrival, log_in, take_in
from tests.support.erasable import CANARIES, approved, bring, crew_of, erasure
from tests.support.safety import make_safety
from webcare_desk.actions import Erase, QueueReply
from webcare_desk.casebook.reading import frozen
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.signature import Meaning


def page_of(folder: Path, heading: str) -> str:
    """Return the part of the page below a heading."""
    page = (folder / "history.html").read_text(encoding="utf-8")
    return page[page.index(heading) :].partition("</article>")[0]


@pytest.mark.requirement("B1", "D1")
@pytest.mark.parametrize("comment", [1, None])
def test_a_case_has_the_signature_under_pvs_answer_and_no_other(
    bench: Bench, tmp_path: Path, comment: int | None
) -> None:
    auditor = log_in(bench.desk, frozenset({Role.AUDITOR}), "inspector")[Role.AUDITOR]
    safety = make_safety(bench)
    safety.leave()
    safety.says(SpokenAnswer(1, PvDecision.ACCEPTED, Way.PHONE, "gebeld", "PV-1"))
    safety.noor.sign(bench.desk, Meaning.QUALITY_CHECKED)
    (mine,) = (each for each in bench.desk.read.signatures() if each.document == "case:1")
    _, folder = package(bench, tmp_path, comment, auditor)
    case = page_of(folder, "<h2>Case 1</h2>")
    assert case.count("Signed by") == 1
    assert "takes responsibility for this" in case
    assert "signed a record" in case
    said = (folder / "signatures.txt").read_text(encoding="utf-8")
    assert f"signatures in this package: {1 if comment else 2}" in said
    assert mine.record in said
    code, told = judged(bench, folder)
    assert code == inspector.HOLDS, told


@pytest.mark.requirement("B1", "D1")
@pytest.mark.parametrize("wanted", [1, None])
def test_an_erased_case_says_by_which_entry_and_who_signed_that(
    bench: Bench, tmp_path: Path, wanted: int | None
) -> None:
    crew = crew_of(bench.desk)
    comment = bring(bench.desk, crew["noor"])
    take_in(bench.desk, arrival(5))
    what = erasure(comment)
    approved(bench.desk, crew, what)
    bench.desk.perform(Erase(what, Retention()), crew["dee"].actor)
    entry = bench.desk.read.log_size() - 1
    _, folder = package(bench, tmp_path, wanted, crew["noor"].actor)
    case = page_of(folder, f"<h2>Case {comment}</h2>")
    assert case.count(f"erased, entry {entry}") == len(
        ("author", "wording", "edit", "reply", "note")
    )
    assert "<blockquote class=text></blockquote>" not in case
    for act in (
        "asked for a second",
        "approved a request",
        "erased personal data",
        "signed a record",
    ):
        assert act in case
    assert not any(words in case for words in CANARIES.values())
    code, told = judged(bench, folder)
    assert (code, "; 0 were erased" in told) == (inspector.HOLDS, False), told


def test_the_page_names_a_case_as_pv_does_and_who_replied(bench: Bench, tmp_path: Path) -> None:
    auditor = log_in(bench.desk, frozenset({Role.AUDITOR}), "inspector")[Role.AUDITOR]
    safety = make_safety(bench)
    bench.desk.perform(QueueReply(1, "Beste Wulp", None, 0), safety.sanne.actor)
    _, folder = package(bench, tmp_path, None, auditor)
    page = (folder / "history.html").read_text(encoding="utf-8")
    assert "<figcaption>Sanne, 2026-03-03" in page
    assert f"<dt>Reference</dt><dd>{frozen(bench.desk.read, 1).reference}</dd>" in page
