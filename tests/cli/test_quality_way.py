"""A quality complaint at the command line: escalated, sent on its own way, and shown."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Console

SETTINGS = '[pv]\nkind = "folder"\nfolder = "packets"\n[quality]\nfolder = "quality"\n'


def escalated(console: Console, settings: str, *more: str, code: int = 0) -> None:
    """Escalate comment 1 of a desk with these settings, and run one round that ends with `code`."""
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    console.good("comment", "escalate", "1", *more, user="sanne")
    assert console.run("outbox", "send", user="sanne").code == code


def mails(folder: Path) -> int:
    """Return how many mails a folder has."""
    return len(list(folder.glob("*.eml")))


def test_a_complaint_goes_both_ways_and_the_case_names_it(console: Console) -> None:
    escalated(console, SETTINGS, "--situation", "counterfeit")
    assert (mails(console.folder / "packets"), mails(console.folder / "quality")) == (1, 1)
    assert "to quality: sent, queued " in console.good("case", "show", "1", user="noor")
    told = json.loads(console.good("case", "show", "1", "--json", user="noor"))
    assert [each["state"] for each in told["quality"]] == ["sent"]
    assert "complaint" in console.good("outbox", "list", "--state", "sent", user="sanne")
    console.good("outbox", "send", user="sanne")
    assert mails(console.folder / "quality") == 1
    console.good("audit", "verify", user="sanne")
    console.good("audit", "replay", user="sanne")


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        (SETTINGS, ()),
        (SETTINGS.partition("[quality]")[0], ("--situation", "counterfeit")),
    ],
)
def test_without_a_complaint_or_a_department_pv_alone_is_told(
    console: Console, settings: str, more: tuple[str, ...]
) -> None:
    escalated(console, settings, *more)
    assert mails(console.folder / "packets") == 1
    assert not (console.folder / "quality").exists() or mails(console.folder / "quality") == 0
    assert "to quality" not in console.good("case", "show", "1", user="noor")


def test_a_way_to_quality_that_is_broken_leaves_pvs_whole(console: Console) -> None:
    (console.folder / "quality").write_text("in the way", encoding="utf-8")
    escalated(console, SETTINGS, "--situation", "counterfeit", code=1)
    assert mails(console.folder / "packets") == 1
    assert "to quality: held (misconfigured)" in console.good("case", "show", "1", user="noor")
    (console.folder / "quality").unlink()
