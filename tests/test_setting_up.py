"""Setting a source up: tried before it counts; file, keyring, log and the running desk agree."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.passwords import CHEAP
from tests.support.wordpress import PASSWORD, Site, wordpress
from webcare_desk import people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.connectors.base import Trial
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import (
    DeniedError,
    RefusedError,
    SecretError,
    StaleError,
    UnauthorisedError,
    UsageError,
)
from webcare_desk.rounds import poll_source
from webcare_desk.setting_up import (
    add_source,
    change_source,
    checked,
    earlier_address,
    named,
    remove_source,
    sources_of,
    try_source,
    why_fixed,
)
from webcare_desk.settings import FILE, SourceKind, SourceSettings
from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import MemorySecrets, Secret

MINE = '# of the team\n[desk]\nlanguage = "nl"  # all of us\n'
LOGIN = Secret("a short sentence works well")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Return a desk with a settings file of its own."""
    secrets, folder = MemorySecrets(), tmp_path / "desk"
    make_desk(folder, secrets)
    (folder / FILE).write_text(MINE, encoding="utf-8")
    with contextlib.closing(open_app(folder, secrets)) as app:
        people.add_first_administrator(app.desk, "ada", "Ada Smit", LOGIN, CHEAP)
        yield app


@pytest.fixture
def ada(app: App) -> Actor:
    """Return the administrator."""
    return people.log_in(app.desk, "ada", LOGIN, Role.ADMINISTRATOR)


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a WordPress on loopback."""
    with wordpress() as site:
        yield site


def source_at(site: Site, name: str = "blog") -> SourceSettings:
    return SourceSettings(name, SourceKind.WORDPRESS, site.url, "webcare")


def kept(app: App, name: str = "blog") -> str | None:
    found = app.secrets.get(own_name(app.verifier, f"source:{name}"))
    return None if found is None else found.reveal()


def text_of(app: App) -> str:
    return (app.folder / FILE).read_text(encoding="utf-8")


def recorded(app: App) -> list[AuditEntry]:
    entries = app.desk.read.entries_after(-1, 99)
    return [each for each in entries if each.action == "record-settings"]


def said(entry: AuditEntry) -> dict[str, object]:
    return {key: value for key, value in entry.detail.items() if key != "digest"}


def test_a_further_source_is_read_at_once_and_the_log_says_who(
    app: App, ada: Actor, site: Site
) -> None:
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    assert text_of(app).startswith(MINE)
    assert PASSWORD not in text_of(app)
    assert kept(app) == PASSWORD
    assert sources_of(app) == app.settings.sources == (source_at(site),)
    last = recorded(app)[-1]
    assert (last.actor, last.role) == (ada.moderator, Role.ADMINISTRATOR)
    assert said(last) == dict.fromkeys(
        [f"source.blog.{key}" for key in ("kind", "name", "url", "user")], "added"
    )
    poll_source(app, "blog")
    assert app.desk.read.coverage("blog", 1)
    assert any("comments" in path for path in site.asked)


def test_the_next_opening_has_nothing_to_tell(app: App, ada: Actor, site: Site) -> None:
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    count = len(recorded(app))
    with contextlib.closing(open_app(app.folder, app.secrets)) as again:
        assert len(recorded(again)) == count


def test_what_somebody_wrote_by_hand_is_not_put_to_the_persons_name(
    app: App, ada: Actor, site: Site
) -> None:
    (app.folder / FILE).write_text(MINE + "undo_seconds = 7\n", encoding="utf-8")
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    assert "undo_seconds = 7" in text_of(app)
    assert "desk.undo_seconds" not in said(recorded(app)[-1])
    with contextlib.closing(open_app(app.folder, app.secrets)) as again:
        assert said(recorded(again)[-1]) == {"desk.undo_seconds": "added"}


def test_a_changed_source_keeps_its_password_at_its_own_address_alone(
    app: App, ada: Actor, site: Site
) -> None:
    first = source_at(site)
    add_source(app, first, Secret(PASSWORD), ada)
    slashed = replace(first, url=f"{site.url}/")
    change_source(app, first, slashed, None, ada)
    assert kept(app) == PASSWORD
    assert said(recorded(app)[-1]) == {"source.blog.url": "changed"}
    for other in (replace(slashed, url="https://evil.example"), replace(slashed, user="eve")):
        with pytest.raises(UsageError, match="type the password too"):
            change_source(app, slashed, other, None, ada)
    assert sources_of(app) == app.settings.sources == (slashed,)
    change_source(app, slashed, replace(slashed, user="eve"), Secret("another"), ada)
    assert (kept(app), sources_of(app)[0].user) == ("another", "eve")


def test_another_password_alone_changes_neither_file_nor_log(
    app: App, ada: Actor, site: Site
) -> None:
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    text, count = text_of(app), len(recorded(app))
    change_source(app, source_at(site), source_at(site), Secret("another"), ada)
    assert (text_of(app), len(recorded(app)), kept(app)) == (text, count, "another")


def test_a_removed_source_is_gone_with_its_password_and_its_comments_stay(
    app: App, ada: Actor, site: Site
) -> None:
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    poll_source(app, "blog")
    remove_source(app, source_at(site), ada)
    assert text_of(app).rstrip() == MINE.rstrip()
    assert (kept(app), app.settings.sources, dict(app.connectors)) == (None, (), {})
    assert set(said(recorded(app)[-1]).values()) == {"removed"}
    assert app.desk.read.coverage("blog", 1)
    with pytest.raises(UsageError, match="no source “blog” in the settings"):
        named(app, "blog")


DEEDS: dict[str, Callable[[App, SourceSettings, Actor], None]] = {
    "add": lambda app, source, who: add_source(app, source, Secret("another"), who),
    "change": lambda app, source, who: change_source(
        app, source, replace(source, url="https://else.example"), Secret("another"), who
    ),
    "remove": remove_source,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_who_may_not_or_is_gone_changes_nothing(
    app: App, ada: Actor, site: Site, deed: str
) -> None:
    if deed != "add":
        add_source(app, source_at(site), Secret(PASSWORD), ada)
    before = (text_of(app), kept(app), app.settings.sources)
    people.log_out(app.desk, ada)
    for who in (replace(ada, role=Role.MODERATOR), ada):
        with pytest.raises(DeniedError):
            DEEDS[deed](app, source_at(site), who)
        assert (text_of(app), kept(app), app.settings.sources) == before


def test_a_file_that_says_something_else_by_now_is_left(app: App, ada: Actor, site: Site) -> None:
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    theirs = text_of(app).replace(site.url, "https://theirs.example")
    (app.folder / FILE).write_text(theirs, encoding="utf-8")
    with pytest.raises(StaleError, match="something else of “blog”"):
        remove_source(app, source_at(site), ada)
    with pytest.raises(StaleError):
        change_source(app, source_at(site), source_at(site), Secret("another"), ada)
    assert (text_of(app), kept(app)) == (theirs, PASSWORD)


def test_a_keyring_that_keeps_nothing_leaves_the_file(
    app: App, ada: Actor, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        msg = "There is no keyring."
        raise SecretError(msg)

    monkeypatch.setattr(app.secrets, "put", refuse)
    with pytest.raises(SecretError):
        add_source(app, source_at(site), Secret(PASSWORD), ada)
    assert (text_of(app), recorded(app)[1:]) == (MINE, [])


def test_a_demo_and_a_desk_that_only_reads_are_not_set_up(app: App, ada: Actor, site: Site) -> None:
    with pytest.raises(RefusedError, match="for reading"):
        add_source(replace(app, read_only="It is for reading."), source_at(site), LOGIN, ada)
    assert why_fixed(app, ada) == ""
    assert "may not set up sources" in why_fixed(app, replace(ada, role=Role.SENIOR))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (("", "wordpress", "https://a.example", ""), "source.name must be a short name"),
        (("A b", "wordpress", "https://a.example", ""), "source.name must be a short name"),
        (("a", "pigeon", "https://a.example", ""), "source.kind must be one of"),
        (("a", "wordpress", "http://a.example", ""), "must begin with https://"),
        (("a", "wordpress", "a.example", ""), "must begin with https|not the address of a site"),
        (("taken", "wordpress", "https://a.example", ""), "two sources are called “taken”"),
    ],
)
def test_what_is_wrong_is_said_as_of_the_file(
    fields: tuple[str, str, str, str], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        checked(*fields, others=("taken",))
    good = checked(" a ", "wordpress", " https://a.example ", " u ", ())
    assert good == SourceSettings("a", SourceKind.WORDPRESS, "https://a.example", "u")


def test_a_name_that_had_another_address_is_told(app: App, ada: Actor, site: Site) -> None:
    other = SourceSettings("blog", SourceKind.WORDPRESS, "https://else.example")
    assert earlier_address(app, other) == ""
    add_source(app, source_at(site), Secret(PASSWORD), ada)
    assert earlier_address(app, other) == site.url  # as the settings say
    poll_source(app, "blog")
    remove_source(app, source_at(site), ada)
    assert earlier_address(app, other) == site.url  # as it was read
    assert earlier_address(app, source_at(site)) == ""


def test_a_trial_says_what_the_account_is_given_and_keeps_nothing(app: App, site: Site) -> None:
    source = source_at(site)
    assert try_source(app, source, Secret(PASSWORD)) == Trial("Thuis & Co", 7, may_moderate=True)
    site.is_editor, site.name = False, None
    assert try_source(app, source, Secret(PASSWORD)) == Trial("", 7, may_moderate=False)
    with pytest.raises(UnauthorisedError, match="refused the login"):
        try_source(app, source, Secret("wrong"))
    with pytest.raises(SecretError, match="no secret"):
        try_source(app, source, None)
    assert (text_of(app), kept(app), recorded(app)[1:]) == (MINE, None, [])
