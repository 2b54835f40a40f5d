"""A request ends by who asked, also once it is approved, or with the account that asked."""

from tests.support.passwords import CHEAP
from tests.ui.scene import OWN, Scene, scene
from tests.ui.supervision.test_work import asked, state_of
from webcare_desk import actions, people, signing_off
from webcare_desk.domain.approval import RequestState, Wanted, protocol_change
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Role
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.vault.secret import Secret

__all__ = ["scene"]


def another(scene: Scene) -> Wanted:
    """Return what is asked for when another version is to come into force."""
    before = scene.app.desk.read.fact("protocol") or ""
    return protocol_change(Name("varen@x"), digest(b"x"), before, (), None)


def test_what_was_approved_is_withdrawn_by_who_asked_until_it_is_done(scene: Scene) -> None:
    desk, by = scene.app.desk, scene.chief
    asked(scene, scene.staff["ada"], "ada")
    grant = another(scene)
    own = signing_off.ask(desk, by, Secret(OWN), grant, login="chief")
    signing_off.approve(desk, scene.staff["ada"], Secret(OWN), own, login="ada")
    board = scene.show(Area.APPROVALS)
    (button,) = (button for deed, button in board.buttons if deed.key == "W")
    rows = [row.key for row in board.listing.rows.rows]
    board.listing.selectRow(rows.index(own))
    scene.press(board, "W")
    scene.waits(lambda: state_of(scene, own) is RequestState.WITHDRAWN)
    scene.waits(lambda: not button.isEnabled())


def test_it_stands_beside_the_asker_that_the_account_is_closed(scene: Scene) -> None:
    desk, bob = scene.app.desk, scene.staff["bob"]
    people.set_password(desk, bob.moderator, Secret(OWN), bob, CHEAP)
    asked(scene, scene.staff["ada"], "ada")
    grant = another(scene)
    number = signing_off.ask(desk, bob, Secret(OWN), grant, login="bob")
    signing_off.approve(desk, scene.staff["ada"], Secret(OWN), number, login="ada")
    closed = actions.SetRoles(bob.moderator, frozenset({Role.SUPERVISOR}), active=False)
    desk.perform(closed, scene.staff["ada"])
    board = scene.show(Area.APPROVALS)
    assert "is closed" not in board.detail.toPlainText()
    rows = [row.key for row in board.listing.rows.rows]
    board.listing.selectRow(rows.index(number))
    assert "The account that asked is closed." in board.detail.toPlainText()
    (decline,) = (button for deed, button in board.buttons if deed.key == "F")
    assert decline.isEnabled()


def test_a_version_that_another_one_overtook_does_not_look_alive(scene: Scene) -> None:
    desk = scene.app.desk
    overtaken = protocol_change(Name("varen@x"), digest(b"x"), "another digest", (), None)
    signing_off.ask(desk, scene.chief, Secret(OWN), overtaken, login="chief")
    signing_off.ask(desk, scene.chief, Secret(OWN), another(scene), login="chief")
    board = scene.show(Area.APPROVALS)
    states = {row.key: row.cells[-1].text for row in board.listing.rows.rows}
    assert states == {1: "Overtaken", 2: "Waiting"}
