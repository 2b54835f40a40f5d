"""One case in each form in which it leaves: the profiles of E2B, and JSON for machines."""

from typing import Final

from webcare_desk.domain.audit import canonical
from webcare_desk.domain.e2b import Null, Section, Value
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.e2b.build import Parties, batch_of
from webcare_desk.pv.e2b.masking import masked
from webcare_desk.pv.e2b.meddra import Release, coded
from webcare_desk.pv.e2b.rules import Profile

FORMAT: Final = "webcare-desk/e2b/1"


def case_batch(
    case: SafetyCase,
    profile: Profile,
    release: Release | None = None,
    parties: Parties | None = None,
) -> Section:
    """Return the batch of a case under a profile; with a release its reactions are coded."""
    batch = batch_of(case, parties)
    if release is not None and profile is not Profile.INTAKE:
        batch = coded(batch, release)
    if profile is Profile.EV_MASKED:
        posts = (post.author for post in case.snapshot.thread)
        batch = masked(batch, {case.snapshot.author, case.recognised_by, *posts})
    return batch


def batch_json(batch: Section) -> bytes:
    """Return a batch as canonical JSON: sections by their ids, a missing value by its reason."""
    return canonical({"format": FORMAT, **_section(batch)}) + b"\n"


def _section(found: Section) -> dict[str, object]:
    return {
        "section": found.code,
        "elements": {code: _value(value) for code, value in found.values},
        "sections": [_section(inner) for inner in found.sections],
    }


def _value(value: Value) -> object:
    return {"null": value.value} if isinstance(value, Null) else value
