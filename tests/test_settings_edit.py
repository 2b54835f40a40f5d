"""Editing a source in the settings file: what is meant is read back, all else stays as it was."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.errors import ReadOnlyError, StaleError, UsageError
from webcare_desk.settings import FILE, SourceKind, SourceSettings
from webcare_desk.settings.desk import parse_settings, read_text
from webcare_desk.settings.edit import with_other, with_source, without_source
from webcare_desk.settings.file import replacing

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = Path(FILE)
BLOG = SourceSettings("blog", SourceKind.WORDPRESS, "https://blog.example", "webcare")
_HEADS = ("", "# mine\n", '[desk]\nlanguage = "nl"  # of the team\n\n', "[disk]\nwarn_mb = 7\n")
_ENDS = ("", "\n# end", '\n# The way to PV.\n[pv]\nkind = "folder"\n', "\n\n[quality]\n# here\n")
_BETWEEN = ("", "\n", "# about it\n", "\n\n# the next one\n", "  \n")


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file that holds some sources called s0, s1 … in different hands."""
    parts = [draw(st.sampled_from(_HEADS))]
    for number in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from((f'name = "s{number}"', f"'name'='s{number}' # its name")))
        rest = [name, 'kind = "sandbox"', f'url = "http://127.0.0.1:{number + 1}"  # where']
        rest += ['user = "u"'] * draw(st.booleans()) + ["# within"] * draw(st.booleans())
        lines = "".join(f"{line}\n" for line in draw(st.permutations(rest)))
        parts += [f"[[source]]\n{lines}", draw(st.sampled_from(_BETWEEN))]
    text = "".join(parts) + draw(st.sampled_from(_ENDS))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def names(text: str) -> list[str]:
    return [each.name for each in parse_settings(PATH, text).sources]


@given(files(), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20))
def test_a_source_put_in_is_the_only_difference(text: str, user: str) -> None:
    added = SourceSettings("new", SourceKind.WORDPRESS, "https://new.example/ä\"'", user)
    after = with_source(PATH, text, added)
    assert parse_settings(PATH, after).sources == (*parse_settings(PATH, text).sources, added)
    shared = next(
        (at for at, (a, b) in enumerate(zip(text, after, strict=False)) if a != b), len(text)
    )
    tail = text[shared:]
    assert after.startswith(text[:shared])
    assert after.endswith(tail)  # one piece was put in, and nothing was taken away


@given(files(), st.data())
def test_a_change_touches_the_lines_of_its_keys_alone(text: str, data: st.DataObject) -> None:
    known = parse_settings(PATH, text).sources
    if not known:
        return
    number = data.draw(st.integers(0, len(known) - 1))
    other = SourceSettings(known[number].name, SourceKind.WORDPRESS, "https://else.example", "w")
    after = with_other(PATH, text, other)
    assert parse_settings(PATH, after).sources == (*known[:number], other, *known[number + 1 :])
    before_lines, lines = text.splitlines(keepends=True), after.splitlines(keepends=True)
    gone = [line for line in before_lines if line not in lines]
    assert all(line.startswith(("kind", "url", "user")) for line in gone)
    assert len(lines) - len(before_lines) in {0, 1}
    assert [line for line in before_lines if "#" in line and line not in lines] == [
        line for line in gone if "#" in line
    ]
    assert after.count("# where") == text.count("# where")


@given(files(), st.data())
def test_a_source_taken_out_leaves_every_other_line(text: str, data: st.DataObject) -> None:
    known = parse_settings(PATH, text).sources
    if not known:
        return
    name = data.draw(st.sampled_from([each.name for each in known]))
    after = without_source(PATH, text, name)
    assert parse_settings(PATH, after).sources == tuple(e for e in known if e.name != name)
    left = iter(text.splitlines(keepends=True))
    assert all(line in left for line in after.splitlines(keepends=True))  # in order, unchanged
    taken = len(text.splitlines()) - len(after.splitlines())
    assert 4 <= taken <= 6  # the header, its keys, and a comment between them


@given(files())
def test_what_was_put_in_and_taken_out_again_leaves_the_file_as_it_was(text: str) -> None:
    after = without_source(PATH, with_source(PATH, text, BLOG), "blog")
    assert after.split() == text.split()
    assert after.rstrip().startswith(text.rstrip()[:20])


def test_a_further_source_stands_before_what_belongs_to_the_next_table() -> None:
    text = '[[source]]\nname = "a"\nkind = "sandbox"\nurl = "u"\n# of a\n\n# of pv\n[pv]\n'
    after = with_source(PATH, text, BLOG)
    assert after.index("# of a") < after.index('"blog"') < after.index("# of pv\n[pv]")


def test_a_key_put_in_stands_with_the_others() -> None:
    text = '[[source]]\nname = "blog"\nkind = "wordpress"\nurl = "u"\n\n# of pv\n[pv]\n'
    assert 'url = "https://blog.example"\nuser = "webcare"\n\n# of pv' in with_other(
        PATH, text, BLOG
    )


@pytest.mark.parametrize(
    "text",
    [
        'source = [{name = "a", kind = "sandbox", url = "u"}]\n',
        'source = [\n  {name = "a", kind = "sandbox", url = "u"},\n]\n[desk]\nlanguage = "en"\n',
        "[pv]\n".join(
            f'[[source]]\nname = "{name}"\nkind = "sandbox"\nurl = "u"\n' for name in "ab"
        ),
    ],
)
def test_a_layout_that_would_not_stay_is_refused(text: str) -> None:
    assert "a" in names(text)
    other = SourceSettings("a", SourceKind.SANDBOX, "v")
    edits: list[Callable[[], str]] = [
        lambda: with_source(PATH, text, BLOG),
        lambda: with_other(PATH, text, other),
        lambda: without_source(PATH, text, "a"),
    ]
    for edit in edits:
        with pytest.raises(UsageError, match="by hand"):
            edit()


def test_a_name_is_given_once_and_a_source_that_is_not_there_is_not_changed() -> None:
    text = with_source(PATH, "", BLOG)
    with pytest.raises(UsageError, match="two sources are called “blog”"):
        with_source(PATH, text, BLOG)
    with pytest.raises(UsageError, match="by hand"):
        without_source(PATH, text, "other")
    with pytest.raises(UsageError, match="must be a text"):
        with_source(PATH, "[desk]\nlanguage = 1\n", BLOG)


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode_and_link(tmp_path: Path) -> None:
    real, path = tmp_path / "real.toml", tmp_path / FILE
    real.write_bytes(b"# one\r\n")
    real.chmod(0o600)
    path.symlink_to(real)
    with replacing(path, "# one\r\n", "# two\r\n"):
        assert real.read_bytes() == b"# one\r\n"
    assert real.read_bytes() == b"# two\r\n"
    assert (path.is_symlink(), real.stat().st_mode & 0o777) == (True, 0o600)
    assert sorted(each.name for each in tmp_path.iterdir()) == [FILE, "real.toml"]


def test_what_somebody_else_wrote_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text("# theirs", encoding="utf-8")
    with pytest.raises(StaleError, match="changed by somebody else"), replacing(path, "", "# mine"):
        pytest.fail("the block is not begun")
    with pytest.raises(StaleError), replacing(path, "# theirs", "# mine"):
        path.write_text("# later", encoding="utf-8")
    assert read_text(path) == "# later"
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_what_fails_meanwhile_leaves_the_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / FILE, "", "# mine"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ReadOnlyError, match="cannot be written"):  # noqa: SIM117 - one line each
        with replacing(tmp_path / "none" / FILE, "", "# mine"):
            pytest.fail("the block is not begun")


def test_the_mark_of_an_editor_stays(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b'\xef\xbb\xbf[desk]\r\nlanguage = "nl"\r\n')
    before = read_text(path)
    with replacing(path, before, with_source(path, before, BLOG)):
        pass
    assert path.read_bytes().startswith(b"\xef\xbb\xbf[desk]\r\n")
    assert names(read_text(path)) == ["blog"]
