"""Under which numbers PV has the cases that a new one is linked with."""

from collections.abc import Iterable

from webcare_desk.domain.e2b import report_of
from webcare_desk.store.base import Reads

#: With how many digits of its uid our reference ends.
_DIGITS = 8


def filed_as(read: Reads, references: Iterable[str]) -> dict[str, str]:
    """Return C.1.1 of cases by our references, as it was filed; what is not kept is left out.

    It never changes, though the sender and the country of a desk may (ICH E2B(R3), C.1.1).
    """
    from webcare_desk.pv.e2b.cases import batch_from_json

    found = {}
    for reference in references:
        own = "".join(filter(str.isalnum, reference))
        for case, _ in read.cases_ending(own[-_DIGITS:].lower()):
            document = read.case_versions(case)[0].document
            number = report_of(batch_from_json(document)).text("C.1.1") if document else ""
            if number.endswith(f"-{own}"):
                found[reference] = number
    return found
