"""The plan by which an escalation goes: that of the version under which it was made, while it is open."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from webcare_desk.actions import Escalate
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.escalation import Escalation, EscalationPlan, OpenStep
from webcare_desk.domain.inquiry import Inquiry
from webcare_desk.protocol.model import Protocol
from webcare_desk.rulebook import kept_version
from webcare_desk.store.base import LogFilter, Reads

#: A comment is escalated again only after PV called it no case: seldom so often.
_MOST = 100


def plan_of(
    read: Reads, folder: Path, protocol: Protocol, escalation: Escalation | OpenStep
) -> EscalationPlan | None:
    """Return the plan of an escalation; its step is a place in this plan and in no other.

    Where the packs of that version are gone it is the plan of the same name in
    `protocol`, the one in force, else the first that forwards.
    """
    return plans_of_cases(read, folder, protocol)(escalation)


def plans_of_cases(
    read: Reads, folder: Path, protocol: Protocol
) -> Callable[[CaseStanding | Inquiry | Escalation | OpenStep], EscalationPlan | None]:
    """Return what gives the plan of a case, or of a question about it, as `plan_of` does.

    It asks the log once a case, and the disk once a version, however often one is shown.
    """

    @cache
    def kept(digest: str) -> Mapping[str, EscalationPlan] | None:
        version = kept_version(folder, digest, protocol.id)
        return None if version is None else version.plans

    @cache
    def known(comment: int, case: int, plan: str) -> EscalationPlan | None:
        digest = _made_under(read, comment, case)
        of_now = digest in {None, protocol.digest}
        plans = None if of_now else kept(str(digest))
        forwarding = (each for each in protocol.plans.values() if each.forwards)
        return (protocol.plans if plans is None else plans).get(plan) or next(forwarding, None)

    def plan(each: CaseStanding | Inquiry | Escalation | OpenStep) -> EscalationPlan | None:
        case = each.id if isinstance(each, Escalation | OpenStep) else each.case
        return known(each.comment, case, each.plan)

    return plan


def _made_under(read: Reads, comment: int, escalation: int) -> str | None:
    """Return the digest of the version by which it was made, as the log names it.

    It is the one in force, unless another program had put that there a moment ago.
    """
    about = LogFilter(subject=comment, action=Escalate.name)
    entries = read.entries(about, None, _MOST)
    of = next((each for each in entries if each.detail.get("escalation") == escalation), None)
    if of is None:
        return None
    made_under = of.detail.get("made_under")
    return of.protocol if made_under is None else str(made_under)
