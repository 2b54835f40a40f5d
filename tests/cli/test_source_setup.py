"""`source add`, `remove`, `test`: the file, the keyring and the log, and what each code means."""

from collections.abc import Iterator

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.wordpress import PASSWORD as APPLICATION
from tests.support.wordpress import Site, wordpress

MINE = "# of the team\n"


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a WordPress on loopback."""
    with wordpress() as site:
        yield site


@pytest.fixture
def words(console: Console, site: Site) -> tuple[str, ...]:
    """Return the command that adds the site, to a desk with a file of its own."""
    (console.folder / "desk.toml").write_text(MINE, encoding="utf-8")
    return ("source", "add", "blog", "--kind", "wordpress", "--url", site.url, "--user", "webcare")


def test_a_source_is_added_tried_and_removed(
    console: Console, words: tuple[str, ...], site: Site
) -> None:
    given = f"{PASSWORD}\n{APPLICATION}\n"
    out = console.good(*words, user="ada", stdin=given)
    assert "The source blog is in desk.toml." in out
    assert "within a minute" in out
    text = (console.folder / "desk.toml").read_text(encoding="utf-8")
    assert text.startswith(MINE)
    assert APPLICATION not in text + out
    assert site.url in console.good("source", "list", user="ada")
    tried = console.good("source", "test", "blog", user="ada")
    assert tried == "It works: “Thuis & Co” has 7 comments, and the account may moderate.\n"
    with console.opened() as app:
        entry = app.desk.read.entries_after(-1, 999)
        made = [each for each in entry if "source.blog.url" in each.detail]
        ada = app.desk.read.account("ada")
        assert ada is not None
        assert [each.actor for each in made] == [ada.moderator.id]
    assert "its comments stay" in console.good("source", "remove", "blog", user="ada")
    assert console.secrets.get(console.own("source:blog")) is None
    assert (console.folder / "desk.toml").read_text(encoding="utf-8").strip() == MINE.strip()


def test_an_account_that_may_not_moderate_or_is_refused_is_a_finding(
    console: Console, words: tuple[str, ...], site: Site
) -> None:
    console.good(*words, user="ada", stdin=f"{PASSWORD}\n{APPLICATION}\n")
    site.is_editor, site.name = False, None
    found = console.run("source", "test", "blog", user="ada")
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith("It reads 7 comments of the site. The account may not moderate")
    console.secrets.forget(console.own("source:blog"))
    lost = console.run("source", "test", "blog", user="ada")
    assert lost.code == 1
    assert "has no secret" in lost.out


@pytest.mark.parametrize(
    ("place", "word", "sentence"),
    [
        (2, "A b", "source.name must be a short name"),
        (6, "http://blog.example", "must begin with https://"),
        (4, "pigeon", "is none of"),
    ],
)
def test_wrong_use_is_a_sentence_and_changes_nothing(
    console: Console, words: tuple[str, ...], place: int, word: str, sentence: str
) -> None:
    said = [*words[:place], word, *words[place + 1 :]]
    given = f"{PASSWORD}\n{APPLICATION}\n"
    assert sentence in console.refused(*said, user="ada", stdin=given)
    assert (console.folder / "desk.toml").read_text(encoding="utf-8") == MINE


def test_who_may_not_configure_is_refused(console: Console, words: tuple[str, ...]) -> None:
    given = f"{PASSWORD}\n{APPLICATION}\n"
    assert "lacks the right “configure”" in console.refused(*words, user="sanne", stdin=given)
    assert "no source “blog”" in console.refused("source", "test", "blog", user="ada")
    assert "no source “blog”" in console.refused("source", "remove", "blog", user="ada")
    console.good(*words, user="ada", stdin=given)
    assert "two sources are called" in console.refused(*words, user="ada", stdin=given)


def test_a_name_that_was_read_elsewhere_is_told(
    console: Console, words: tuple[str, ...], site: Site
) -> None:
    given = f"{PASSWORD}\n{APPLICATION}\n"
    console.good(*words, user="ada", stdin=given)
    console.run("source", "poll", "blog", user="sanne")
    console.good("source", "remove", "blog", user="ada")
    other = [*words[:6], "https://else.example", *words[7:]]
    told = console.run(*other, user="ada", stdin=given)
    assert (told.code, site.url in told.err) == (0, True)
    assert "another name" in told.err


def test_a_source_is_changed_and_its_password_goes_to_nobody_else(
    console: Console, words: tuple[str, ...], site: Site
) -> None:
    console.good(*words, user="ada", stdin=f"{PASSWORD}\n{APPLICATION}\n")
    console.good("source", "change", "blog", "--url", f"{site.url}/", user="ada")
    assert "It works" in console.good("source", "test", "blog", user="ada")
    elsewhere = ("source", "change", "blog", "--url", "https://else.example")
    assert "Password of blog: give it on standard input" in console.refused(*elsewhere, user="ada")
    assert "https://else" not in (console.folder / "desk.toml").read_text(encoding="utf-8")
    told = console.run(*elsewhere, user="ada", stdin=f"{PASSWORD}\nanother\n")
    assert (told.code, site.url in told.err) == (0, True)
    kept = console.secrets.get(console.own("source:blog"))
    assert kept is not None
    assert kept.reveal() == "another"
    console.good("source", "change", "blog", "--password", user="ada", stdin=f"{PASSWORD}\nthird\n")
    assert "https://else.example" in console.good("source", "list", user="ada")
