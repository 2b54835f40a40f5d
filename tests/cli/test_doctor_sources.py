"""`doctor` names what the last poll of a source could not read."""

from tests.cli.conftest import Console
from webcare_desk.actions import RecordCoverage
from webcare_desk.domain.audit import Name
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import system_actor

SETTINGS = """
[[source]]
name = "blog"
kind = "wordpress"
url = "https://blog.example"
user = "webcare"
"""
PROBLEM = "The account may not moderate."


def line(console: Console) -> str:
    """Return what doctor says of the sources."""
    lines = console.run("doctor").out.splitlines()
    return next(each for each in lines if each[6:].startswith("sources"))


def test_an_account_that_may_not_moderate_is_a_lack(console: Console) -> None:
    settings = console.folder / "desk.toml"
    settings.write_text((settings.read_text() if settings.exists() else "") + SETTINGS)
    assert (
        line(console)
        == "ok    sources   0 of 1 have been read, and nothing was wrong with the last poll"
    )

    for problem, said in (
        (PROBLEM, "lacks sources   blog: The account"),
        (None, "ok    sources   1 of 1"),
    ):
        state = CoverageState.PARTIAL if problem else CoverageState.COMPLETE
        last = Coverage("blog", 1, 2, state, 1, 1, None, problem)
        with console.opened() as app:
            app.desk.perform(RecordCoverage(Name("blog"), last, None), system_actor())
        assert line(console).startswith(said)
