"""A case's report as it stands, in its latest version or an earlier one."""

from webcare_desk.domain.case_version import CaseVersion
from webcare_desk.domain.e2b import Section
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.errors import UsageError
from webcare_desk.pv.e2b.cases import batch_from_json, case_batch
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import case_from_json
from webcare_desk.store.base import Reads


def frozen(read: Reads, case: int) -> SafetyCase:
    """Return what was frozen when a comment was escalated; UsageError without such a case."""
    found = read.escalation(case)
    if found is None:
        msg = f"There is no case {case}."
        raise UsageError(msg)
    return case_from_json(found.case.encode("utf-8"))[0]


def version_of(read: Reads, case: int, number: int | None = None) -> CaseVersion:
    """Return a version of a case, the latest one without a number; UsageError without it."""
    versions = read.case_versions(case)
    found = [each for each in versions if number in {None, each.number}]
    if not found:
        msg = f"There is no case {case}." if not versions else f"It has no version {number}."
        raise UsageError(msg)
    return found[-1]


def batch_of(read: Reads, case: int, number: int | None = None) -> Section:
    """Return the report of a case in its latest version, or in another one."""
    version = version_of(read, case, number)
    if version.document is None:
        return case_batch(frozen(read, case), Profile.INTAKE)
    return batch_from_json(version.document)
