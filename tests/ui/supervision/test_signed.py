"""Under what was signed stands who signed, when by which clock, and what it means."""

import pypdf
import pytest

from tests.ui.scene import OWN, Scene, scene
from tests.ui.showing import shows_signature
from tests.ui.supervision.test_window import reviewed
from webcare_desk import actions, signing_off
from webcare_desk.actions import ExportForm
from webcare_desk.disclosure import Order, export_log
from webcare_desk.domain.audit import Name
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Review, Verdict, record_of
from webcare_desk.domain.signature import Meaning, Signature, signature_block
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.vault.secret import Secret

__all__ = ["scene"]


def concluded(scene: Scene) -> tuple[Review, Signature]:
    """Return a review that was concluded, and the signature under it."""
    desk, by = scene.app.desk, scene.chief
    number = reviewed(scene, ReviewQuestion.OWN_CHECK)
    found, hits = desk.read.review(number), desk.read.review_hits(number)
    assert found is not None
    record, document = record_of(found, hits, Verdict.IN_ORDER, "goed"), Name(f"review:{found.uid}")
    made = signing_off.sign(
        desk, by, Secret(OWN), record, document, Meaning.REVIEWED, login="chief"
    )
    desk.perform(actions.ConcludeReview(number, Verdict.IN_ORDER, "goed", made.id), by)
    done = desk.read.review(number)
    assert done is not None
    return done, made


@pytest.mark.requirement("D1")
def test_a_review_shows_who_signed_it_when_and_what_that_means(scene: Scene) -> None:
    review, made = concluded(scene)
    told = scene.show(Area.REVIEW).told(review)
    assert shows_signature(told, "Ann Chief")
    assert "\n".join(signed_lines(made)) in told
    assert "“I reviewed this”" in told


@pytest.mark.requirement("D1")
@pytest.mark.parametrize("form", [ExportForm.PDF, ExportForm.HTML])
def test_the_log_on_paper_shows_it_too(scene: Scene, form: ExportForm) -> None:
    _, made = concluded(scene)
    place = scene.app.folder / f"log.{form.value}"
    order = Order(scene.app.desk, scene.chief, scene.app.verifier, place)
    export_log(order, form, LogFilter(action="record-signature"))
    if form is ExportForm.PDF:
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(place).pages)
    else:
        text = place.read_text(encoding="utf-8")
    for line in signature_block(made)[:3]:
        assert line in " ".join(text.split())
