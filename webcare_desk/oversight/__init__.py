"""Oversight: reviews of the log, checks of decisions, deviations, the periodic review."""

from webcare_desk.domain.sampling import Draw
from webcare_desk.oversight.checks import draw_checks, offered, outcomes
from webcare_desk.oversight.hours import cover_hours, watched
from webcare_desk.oversight.page import Tongue, as_html, as_text, write_page
from webcare_desk.oversight.periodic import Asked, Periodic, periodic
from webcare_desk.oversight.proposals import proposals
from webcare_desk.oversight.review import (
    Scope,
    Uncovered,
    begin,
    hits,
    never_reviewed,
    new_seed,
    period,
    zone_here,
)

__all__ = [
    "Asked",
    "Draw",
    "Periodic",
    "Scope",
    "Tongue",
    "Uncovered",
    "as_html",
    "as_text",
    "begin",
    "cover_hours",
    "draw_checks",
    "hits",
    "never_reviewed",
    "new_seed",
    "offered",
    "outcomes",
    "period",
    "periodic",
    "proposals",
    "watched",
    "write_page",
    "zone_here",
]
