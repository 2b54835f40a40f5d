"""PV's answers of which only PV can say what holds: about no report of ours, contrary, or unclear."""

from webcare_desk.domain.case_version import CaseAnswer
from webcare_desk.domain.reply import BOUNCED, Delivery, DeliveryState
from webcare_desk.store.base import Reads


def doubts(read: Reads) -> list[CaseAnswer]:
    """Return the answers to ask PV about, the newest first: of each case the last that nobody settled."""
    doubted = (each.doubt for each in read.case_standings())
    of_cases = [read.case_answer(answer) for answer in doubted if answer is not None]
    found = [*read.loose_answers(), *(each for each in of_cases if each is not None)]
    return sorted(found, key=lambda each: -each.id)


def came_back(read: Reads) -> dict[int, Delivery]:
    """Return the mails that came back and have not left again since, by their numbers."""
    in_doubt = read.deliveries_in(DeliveryState.UNCERTAIN)
    return {each.id: each for each in in_doubt if each.problem == BOUNCED}
