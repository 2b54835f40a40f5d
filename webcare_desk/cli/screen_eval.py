"""`screen --eval`: recall at a review burden, per language, category and way of telling."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webcare_desk.cli.show import say, say_table
from webcare_desk.errors import UsageError
from webcare_desk.screening.lines import labelled, read_lines
from webcare_desk.screening.measure import (
    Labelled,
    area,
    burden_curve,
    category_shares,
    shares,
)

if TYPE_CHECKING:
    from webcare_desk.cli.complain import Complain
    from webcare_desk.screening.lines import Reader


def measure(lines: Iterator[str], reader: "Reader", complain: "Complain") -> None:
    """Print the measures for each language of the labelled lines."""
    met: dict[str, list[Labelled]] = {}
    for line in read_lines(lines, complain):
        try:
            one = labelled(line, reader(line))
        except ValueError as error:
            complain(str(error))
            continue
        met.setdefault(one.language, []).append(one)
    if not met:
        msg = "There is no labelled comment to measure on."
        raise UsageError(msg)
    for language, comments in sorted(met.items()):
        _show(language, comments)


def _show(language: str, comments: list[Labelled]) -> None:
    reportable = sum(one.reportable for one in comments)
    say(f"{language}: {len(comments)} comments, {reportable} reportable")
    told = area(comments)
    rows = [("area under the curve", "–" if told is None else f"{told:.3f}")]
    for part in (burden_curve(comments), shares(comments), category_shares(comments)):
        rows += [(share.name, str(share)) for share in part]
    say_table(("what", "share (95 % interval)"), rows)
