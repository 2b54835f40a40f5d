"""Which template fills an empty reply by itself."""

from dataclasses import replace

import pytest

from tests.ui.conftest import ingest, remote
from webcare_desk.app import App
from webcare_desk.domain.finding import Tier
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.composer.choose import begins_with
from webcare_desk.ui.sheet import read_sheet


@pytest.mark.parametrize(("tier", "begun"), [(Tier.STRONG, 1), (Tier.CHECK, 0), (Tier.NONE, 0)])
def test_nobody_is_condoled_by_a_weak_word_of_death(
    desk_app: App, moderator: Actor, tier: Tier, begun: int
) -> None:
    (comment,) = ingest(desk_app, remote(901, "Nel", "Mijn moeder is overleden door Ventora"))
    sheet = read_sheet(desk_app, comment, moderator)
    assert any(found.concept == "death" for found in sheet.file.comment.screening.findings)
    work = replace(sheet.file.work, tier=tier)
    assert len(begins_with(replace(sheet, file=replace(sheet.file, work=work)))) == begun
