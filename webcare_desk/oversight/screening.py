"""How screening does on this desk: what it missed, and what it learnt."""

from collections.abc import Iterable

from webcare_desk.actions.learning import learns, version_in_force
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.learning import Escalated, Missed, ScreeningStatus
from webcare_desk.store.base import Reads

#: So many versions are shown.
VERSIONS = 50


def screening_status(read: Reads, model: str) -> ScreeningStatus:
    """Return what was missed of what people escalated, and the versions of the correction.

    `model` names the model that screens now.
    """
    version = version_in_force(read)
    kept = read.correction(version)
    return ScreeningStatus(
        learns(read),
        version,
        kept is not None and kept.model == model,
        tuple(read.corrections(VERSIONS)),
        missed_of(read.escalated()),
    )


def missed_of(escalated: Iterable[Escalated]) -> tuple[Missed, ...]:
    """Return how many were missed: of all, of each language, of each category.

    Escalating leaves the category as triage gave it, and what screening did not flag never had
    one of a report: PV was told of an adverse event then.
    """
    counts: dict[str, list[int]] = {"all": [0, 0]}
    for one in escalated:
        told = one.category if gravity(one.category) else Category.ADVERSE_EVENT
        for name in ("all", f"{one.language}", f"{told}"):
            of = counts.setdefault(name, [0, 0])
            of[0] += 0 if one.is_flagged else one.count
            of[1] += one.count
    order = sorted(counts.items(), key=lambda found: (found[0] != "all", len(found[0]) > len("nl")))
    return tuple(Missed(name, missed, of) for name, (missed, of) in order)
