"""Whether another protocol may come into force: what is wrong with it, and whether it may by itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from webcare_desk.actions import PutProtocolInForce
from webcare_desk.actions.two_persons import has_leave, takes_two
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.sla import local_date
from webcare_desk.protocol.check import Known, check
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem
from webcare_desk.rulebook import Gate, pack_of
from webcare_desk.screening import Lexicon
from webcare_desk.screening.assess import Assessor
from webcare_desk.store.base import Reads
from webcare_desk.triage import concepts_of, prepare_triage, screener_of


def gate_of(
    desk: Desk, root: Path, pack: str, screens: Callable[[], tuple[Lexicon, Assessor]]
) -> Gate:
    """Return what the pack that is set under `root` has to pass; `screens` are loaded when it must.

    Another pack than the log names waits until a person puts it in force, also where one may do
    that alone: whoever only works here is not to bring another sponsor's rules into force.
    """
    read = desk.read

    def may_take(wanted: Wanted) -> bool:
        return has_leave(read, wanted, desk.clock()) and (
            takes_two(read) or pack_of(wanted.target) == pack_in_force(read)
        )

    return Gate(
        read.fact("protocol"), may_take, lambda: problems_in(root, pack, screens(), desk.clock())
    )


def pack_in_force(read: Reads) -> str:
    """Return the pack that came into force last, as the log names it; nothing before the first."""
    last = read.log_size() - 1
    found = list(read.entries_among([PutProtocolInForce.name], 0, last))[-1:]
    return "".join(pack_of(str(entry.detail.get("protocol", ""))) for entry in found)


def problems_in(
    root: Path,
    pack: str,
    screens: tuple[Lexicon, Assessor],
    at: int,
    other: Protocol | None = None,
) -> tuple[Problem, ...]:
    """Return every problem of a pack under `root` at a moment; it takes no desk.

    The examples are screened with the pack's own products and words, or with those of
    `other` while the pack has problems of its own; without either they would all seem to fail.
    """
    loaded = load_pack(root, pack).protocol
    tried = loaded or other
    today = local_date(at, "UTC" if tried is None else tried.openings.zone)
    known = Known(concepts_of(screens[0]), today)
    screen = None if tried is None else prepare_triage(tried, *screens).screen
    words = None if loaded is None else screener_of(replace(loaded, products=()), screens[0])
    return check(root, pack, screen, words, known)
