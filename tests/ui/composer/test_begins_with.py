"""Which template fills an empty reply by itself."""

from dataclasses import replace

import pytest

from tests.ui.conftest import ingest, remote
from webcare_desk.app import App
from webcare_desk.domain.finding import Category, Opinion, Tier
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.composer.choose import begins_with
from webcare_desk.ui.sheet import Sheet, read_sheet

LOSS = "Mijn moeder is overleden door Ventora"


def sheet_of(app: App, actor: Actor, text: str) -> Sheet:
    (comment,) = ingest(app, remote(901, "Nel", text))
    sheet = read_sheet(app, comment, actor)
    known = {"death", "pregnancy-loss"}
    assert known & {found.concept for found in sheet.file.comment.screening.findings}
    return sheet


@pytest.mark.parametrize(("tier", "begun"), [(Tier.STRONG, 1), (Tier.CHECK, 0), (Tier.NONE, 0)])
def test_nobody_is_condoled_by_a_weak_word_of_death(
    desk_app: App, moderator: Actor, tier: Tier, begun: int
) -> None:
    sheet = sheet_of(desk_app, moderator, LOSS)
    work = replace(sheet.file.work, tier=tier)
    assert len(begins_with(replace(sheet, file=replace(sheet.file, work=work)))) == begun


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        (LOSS, ["ae-bereaved"]),
        ("Mijn moeder gaat dood van de pijn", ["ae-grave"]),
        ("Ik ga dood van de pijn", []),
    ],
)
def test_only_a_death_that_is_past_and_of_another_is_condoled(
    desk_app: App, moderator: Actor, text: str, begun: list[str]
) -> None:
    assert begins_with(sheet_of(desk_app, moderator, text)) == begun


@pytest.mark.parametrize(("category", "begun"), [(Category.CRISIS, 1), (Category.ADVERSE_EVENT, 0)])
def test_what_the_model_calls_a_crisis_is_no_loss(
    desk_app: App, moderator: Actor, category: Category, begun: int
) -> None:
    sheet = sheet_of(desk_app, moderator, LOSS)
    comment, asked = sheet.file.comment, replace(sheet.file.recommendation, category=category)
    opinion = Opinion("0123456789abcdef", Tier.CHECK, 0.1, (Category.CRISIS,), ((0, 2),))
    comment = replace(comment, screening=replace(comment.screening, opinion=opinion))
    file = replace(sheet.file, comment=comment, recommendation=asked)
    assert len(begins_with(replace(sheet, file=file))) == begun


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Ik heb een miskraam gehad op Ventora", ["pregnancy-loss"]),
        ("Met 10 weken verloren aan het tellen, 7 kilo eraf", []),
        ("Ik had een miskraam in 2009, nu weer zwanger en op Ventora", ["pregnancy-contact"]),
        ("Can Ventora cause a miscarriage?", ["pregnancy-contact"]),
    ],
)
def test_only_a_lost_pregnancy_that_is_told_is_condoled(
    desk_app: App, moderator: Actor, text: str, begun: list[str]
) -> None:
    assert begins_with(sheet_of(desk_app, moderator, text)) == begun
