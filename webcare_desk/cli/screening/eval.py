"""`screen --eval`: recall at a review burden, per language, category and way of telling."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webcare_desk.cli.show import plain, say, say_json, say_table
from webcare_desk.errors import UsageError
from webcare_desk.screening.lines import labelled
from webcare_desk.screening.measure import (
    BURDENS,
    Labelled,
    Share,
    area,
    burden_curve,
    category_curves,
    category_shares,
    shares,
)

if TYPE_CHECKING:
    from webcare_desk.cli.complain import Complain
    from webcare_desk.screening.lines import Line
    from webcare_desk.screening.reader import Reader


def measure(
    comments: Iterator["Line"], reader: "Reader", complain: "Complain", *, as_json: bool
) -> None:
    """Print the measures for each language of the labelled lines."""
    met: dict[str, list[Labelled]] = {}
    for line in comments:
        try:
            one = labelled(line, reader(line))
        except ValueError as error:
            complain(str(error))
            continue
        met.setdefault(one.language, []).append(one)
    if not met:
        msg = "There is no labelled comment to measure on."
        raise UsageError(msg)
    if as_json:
        say_json([_measured(language, some) for language, some in sorted(met.items())])
        return
    for language, some in sorted(met.items()):
        _show(language, some)


def _measured(language: str, comments: list[Labelled]) -> dict[str, object]:
    return {
        "language": language,
        "comments": len(comments),
        "reportable": sum(one.reportable for one in comments),
        "area": area(comments),
        "shares": [_as_json(share) for share in (*_shares(comments), *_by_category(comments))],
    }


def _as_json(share: Share) -> dict[str, object]:
    low, high = share.limits
    return {"name": share.name, "found": share.found, "of": share.of, "low": low, "high": high}


def _by_category(comments: list[Labelled]) -> Iterator[Share]:
    return (share for _, curve in category_curves(comments) for share in curve)


def _shares(comments: list[Labelled]) -> list[Share]:
    return [*burden_curve(comments), *shares(comments), *category_shares(comments)]


def _show(language: str, comments: list[Labelled]) -> None:
    reportable = sum(one.reportable for one in comments)
    say(f"{plain(language)}: {len(comments)} comments, {reportable} reportable")
    told = area(comments)
    rows = [("area under the curve", "–" if told is None else f"{told:.3f}")]
    rows += [(share.name, str(share)) for share in _shares(comments)]
    say_table(("what", "share (95 % interval)"), rows)
    curves = [(name, curve[0].of, *map(_short, curve)) for name, curve in category_curves(comments)]
    if curves:
        say("")
        say_table(("recall at", "of", *(f"{burden:.0%}" for burden in BURDENS)), curves)


def _short(share: Share) -> str:
    low, high = share.limits
    return f"{share.found / share.of:.2f} ({low:.2f}–{high:.2f})"
