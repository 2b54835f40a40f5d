"""A round of the anchors: a way that is shut holds up no other way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR, SYSTEM, Clock
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.desk import Desk
from webcare_desk.domain.anchor import AnchorKind, AnchorState
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import UnavailableError
from webcare_desk.rounds import anchor_due, unanchored_of
from webcare_desk.settings import AnchorSettings
from webcare_desk.sources import AnchorWays
from webcare_desk.vault.secret import MemorySecrets

ACT = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))


@dataclass
class Ways:
    """A mail server and a time-stamping authority, of which each may be away."""

    is_mail_away: bool = False
    is_authority_away: bool = False

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Take a mail."""
        del mail
        self._need(is_away=self.is_mail_away)
        return Receipt(key)

    def stamp(self, note: str) -> str:
        """Give a time stamp."""
        del note
        self._need(is_away=self.is_authority_away)
        return "dG9rZW4="

    @staticmethod
    def _need(*, is_away: bool) -> None:
        if is_away:
            msg = "It is away."
            raise UnavailableError(msg)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Give a desk with both ways, and a clock of its own."""
    folder, secrets = tmp_path / "desk", MemorySecrets()
    make_desk(folder, secrets)
    opened = open_app(folder, secrets)
    desk = Desk(opened.desk.store, Clock(opened.desk.clock()))
    anchor = AnchorSettings(mail="chief@desk.example", tsa="https://tsa.example")
    courier = replace(opened.settings.courier, sender="desk@desk.example")
    settings = replace(opened.settings, anchor=anchor, courier=courier)
    yield replace(opened, desk=desk, settings=settings)
    opened.close()


def work(app: App, ways: Ways, hours: int) -> None:
    """Do something each hour, and let a round of the anchors follow."""
    clock = app.desk.clock
    assert isinstance(clock, Clock)
    vars(app)["anchor_ways"] = AnchorWays(ways, ways)  # type: ignore[arg-type]
    for _ in range(hours):
        clock.pass_by(HOUR)
        app.desk.perform(ACT, SYSTEM)
        anchor_due(app)


@pytest.mark.parametrize(
    ("ways", "away"),
    [
        (Ways(is_mail_away=True), AnchorKind.MAIL),
        (Ways(is_authority_away=True), AnchorKind.TIMESTAMP),
    ],
)
def test_one_way_that_is_shut_leaves_the_other_open(app: App, ways: Ways, away: AnchorKind) -> None:
    work(app, ways, 30)
    made = app.desk.read.anchors(100)
    waiting = [each for each in made if each.state is AnchorState.WAITING]
    assert [each.kind for each in waiting] == [away], "one at a time"
    assert len(made) == 1 + 30
    assert not unanchored_of(app).is_over


def test_with_both_ways_shut_one_of_each_waits(app: App) -> None:
    ways = Ways(is_mail_away=True, is_authority_away=True)
    work(app, ways, 30)
    assert len(app.desk.read.anchors(100)) == 2
    assert unanchored_of(app).is_over
    ways.is_mail_away = ways.is_authority_away = False
    work(app, ways, 2)
    assert all(each.is_held for each in app.desk.read.anchors(100))
    assert not unanchored_of(app).is_over
