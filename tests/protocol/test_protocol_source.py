"""YAML as text with lines, and everything hostile refused at its line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.protocol.source import MOST_BYTES, parse, read

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)


def output(code: str) -> tuple[int, str]:
    """Run `code` in a child process, which may crash."""
    ran = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", code], capture_output=True, check=False, text=True
    )
    return ran.returncode, ran.stdout


def said(data: bytes) -> list[str]:
    return [str(problem) for problem in parse(data, "f").problems]


def test_every_scalar_stays_the_text_that_was_written() -> None:
    source = parse(b"a: no\nb: 17:30\nc: 007\nd: ~\ne:\nf: on\ng: 'x'\nh: 1e3\n<<: {}\n", "f")
    assert source.problems == ()
    assert source.tree == {
        "a": "no",
        "b": "17:30",
        "c": "007",
        "d": "~",
        "e": "",
        "f": "on",
        "g": "x",
        "h": "1e3",
        "<<": {},
    }


def test_every_path_has_its_line_and_a_missing_one_that_of_its_parent() -> None:
    source = parse(b"a:\n  - b: 1\n    c: 2\n  - d\n", "f")
    assert source.lines["a", 0, "c"] == 3
    assert source.lines["a", 1] == 4
    assert str(source.problem(("a", 0, "x"), "add it")) == "f:2: a[0].x: add it"
    assert str(source.problem((), "add it")) == "f:1: file: add it"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: 2\na: 3\n", "f:3: a: remove the repeated key"),
        (b"a:\n  b: 1\n  b: 2\n", "f:3: a.b: remove the repeated key"),
        (b"a: &x 1\n", "f:1: file: remove the anchor &x"),
        (b"a: 1\nb: *x\n", "f:2: file: write the value itself instead of the alias *x"),
        (
            b"a: !!python/object/apply:os.system [x]\n",
            "f:1: file: remove the tag, every value is text",
        ),
        (b"a: ! x\n", "f:1: file: remove the tag, every value is text"),
        (b"a: 1\n---\nb: 2\n", "f:2: file: keep one document in a file"),
        (b"a: 1\nb: \x00\n", "f:2: file: remove the invisible character U+0000"),
        ("a: 1\nb: x\u202ey\n".encode(), "f:2: file: remove the invisible character U+202E"),
        ("# a\u2066b\na: 1\n".encode(), "f:1: file: remove the invisible character U+2066"),
        (b'a: "\\u202e"\n', "f:1: a: remove the invisible character U+202E"),
        (b'a:\n  - "\\0"\n', "f:2: a[0]: remove the invisible character U+0000"),
        (b'"\\u202e": 1\n', "f:1: ?: remove the invisible character U+202E"),
        (
            b'a: "\\ud800"\n',
            "f:1: file: write valid YAML: found invalid Unicode character escape code",
        ),
        (b"a: 1\nb: \xff\n", "f:2: file: save the file as UTF-8"),
        (b"a: [1\nb: 2", "f:2: file: write valid YAML: did not find expected ',' or ']'"),
        (b"", "f:1: file: write something, the file is empty"),
        (b"# nothing\n", "f:1: file: write something, the file is empty"),
        (
            b"{a: 1}: 2\n",
            "f:1: file: write a plain text of at most 64 characters as the key",
        ),
        (
            b"a: 1\n? - b\n: 2\n",
            "f:2: file: write a plain text of at most 64 characters as the key",
        ),
        (b"- " * 25, "f:1: file: nest at most 24 levels deep"),
        (b"- a\n" * 20_000, "f:20000: file: keep a file within 20000 values"),
        (b"a" * (MOST_BYTES + 1), "f:1: file: keep a file within 512 kB"),
    ],
)
def test_what_is_not_plain_yaml_is_a_problem_at_its_line(data: bytes, expected: str) -> None:
    assert expected in said(data)


def test_the_most_that_is_allowed_is_allowed() -> None:
    assert said(b"- " * 24 + b"a") == []
    assert said(b"- a\n" * 19_999) == []
    assert said(b"a: " + b"x" * (MOST_BYTES - 3)) == []


def test_anchors_never_multiply() -> None:
    source = parse(LAUGHS.encode(), "f")
    assert len(source.problems) == 61
    assert source.tree["u"] == ["", ""] if isinstance(source.tree, dict) else False


@pytest.mark.parametrize("bomb", ["b'['", "b'{a: '", "b'- '", "b'? '", "b'[{'"])
def test_a_hundred_thousand_brackets_do_not_crash_the_program(bomb: str) -> None:
    code = (
        "from webcare_desk.protocol.source import parse\n"
        f"print(parse({bomb} * 100_000, 'f').problems[0].message)"
    )
    assert output(code) == (0, "nest at most 24 levels deep\n")


def test_the_same_brackets_crash_or_exhaust_a_composer_that_recurses() -> None:
    code = "import yaml; yaml.compose(b'[' * 100_000, Loader=yaml.CSafeLoader)"
    assert output(code)[0] != 0


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert [str(one) for one in read(tmp_path / "none.yaml", "f").problems] == [
        "f:1: file: make it readable: no such file or directory"
    ]
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read(tmp_path / "a.yaml", "f").tree == {"a": "1", "b": "2"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in a folder")
def test_what_is_not_a_plain_file_is_not_even_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        assert [str(one) for one in read(path, "f").problems] == ["f:1: file: make it a plain file"]


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    source = parse(data, "f")
    assert all(re.match(r"f:\d+: ", str(problem)) for problem in source.problems)


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="ab:-[]{}&*!?|>'\"#%@,\n \t0~<", max_size=120))
def test_no_punctuation_makes_it_raise(text: str) -> None:
    source = parse(text.encode(), "f")
    assert all(problem.line >= 1 for problem in source.problems)
