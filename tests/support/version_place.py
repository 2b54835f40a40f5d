"""A desk with two people who can approve a version of its protocol, and a clock to turn."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.desks import CALM, Clock
from tests.support.passwords import CHEAP
from webcare_desk import actions, new_version, people, signing_off
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.inspection import replay_log
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.versions import begin_draft, save_text, text_of
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.secret import MemorySecrets, Secret

OWN = Secret("a sentence that is mine, and no other")
WORD = Secret("a sentence that is mine alone")


@dataclass
class Place:
    """A desk with two people who can approve, and a clock to turn."""

    app: App
    clock: Clock
    ann: Actor
    bob: Actor

    def take_in(self, text: str) -> int:
        """Bring a comment onto the desk in which the version of then found nothing."""
        comment = RemoteComment(text, "t1", None, "a1", "Anna", text, self.clock())
        arrivals = (Arrival(comment, CALM),)
        action = actions.Ingest(Name("village"), arrivals)
        return self.app.desk.perform(action, system_actor()).added[0]

    def ask(self, root: Path, at: int) -> int:
        """Let Ann sign and ask for a version; return the request."""
        change = new_version.lay_down(self.app, root, at)
        return signing_off.ask(self.app.desk, self.ann, OWN, change.wanted, login="ann")

    def approve(self, request: int) -> None:
        """Let Bob sign and approve a request."""
        signing_off.approve(self.app.desk, self.bob, OWN, request, login="bob")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    secrets, clock = MemorySecrets(), Clock()
    make_desk(tmp_path / "desk", secrets)
    opened = open_app(tmp_path / "desk", secrets)
    app = replace(opened, desk=Desk(opened.desk.store, clock))
    app.put_protocol_in_force()
    roles = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
    first = actions.AddFirstAdministrator("ann", "Ann", hash_password(WORD, CHEAP), roles)
    app.desk.perform(first, system_actor())
    admin = people.log_in(app.desk, "ann", WORD, Role.ADMINISTRATOR)
    people.add_moderator(app.desk, "bob", "Bob", roles, WORD, admin, CHEAP)
    for login in ("ann", "bob"):
        actor = people.log_in(app.desk, login, WORD, Role.SUPERVISOR)
        people.set_password(app.desk, actor.moderator, OWN, actor, CHEAP)
    ann = people.log_in(app.desk, "ann", OWN, Role.SUPERVISOR)
    bob = people.log_in(app.desk, "bob", OWN, Role.SUPERVISOR)
    yield Place(app, clock, ann, bob)
    assert replay_log(app.folder).is_equal
    app.close()


@pytest.fixture
def later(place: Place) -> Path:
    """Return a draft that is called otherwise."""
    return another(place.app, "later")


def another(app: App, name: str) -> Path:
    """Begin a draft that has another version and means the same."""
    draft = begin_draft(protocols_dir(), app.folder, name)
    head = text_of(draft.root, "varen/pack.yaml")
    assert 'version: "' in head
    fresh = head.replace('version: "', f'version: "{name.title()} ', 1)
    save_text(draft, "varen/pack.yaml", fresh)
    return draft.root
