"""The clocks of a safety report side by side: the contract's and the regulation's.

The vendor's (24 hours, or the end of one business day of the office's calendar) begin when a
person first saw the comment; the regulatory ones (15 and 90 calendar days) on day zero, by the
sponsor's policy. All in UTC microseconds.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from webcare_desk.domain.sla import Sla, Timetable, deadline, local_date
from webcare_desk.domain.spans import SECOND

#: Calendar days within which the authority hears of a serious case, and of any other
#: (Directive 2001/83/EC, Art. 107(3) and 107a(4); GVP VI.B.7).
SERIOUS_DAYS, OTHER_DAYS = 15, 90
#: The contract's usual times (BHBIA).
_HOURS = Sla("vendor-hours", 24 * 60, business=False)
_BUSINESS_DAY = Sla("vendor-business-day", 0, business=True, days=1)
_SERIOUS = Sla("serious", 0, business=False, days=SERIOUS_DAYS)
_OTHER = Sla("not-serious", 0, business=False, days=OTHER_DAYS)


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """When a report is due at PV, and when PV has to submit it.

    A due time of whole days is the end of the last of them. `burned_days` is how many of PV's days
    had passed when the packet was handed over, or until now; which of the two regulatory clocks
    counts only PV decides.
    """

    vendor_hours: int
    vendor_business_day: int
    serious: int
    not_serious: int
    burned_days: int


def clocks(aware_at: int, day_zero: int, table: Timetable, handed_over: int) -> CaseClocks:
    """Return the clocks of a case first seen at `aware_at`; the days are those of `table`'s zone.

    `handed_over` is when the packet left for PV, or now.
    """
    return CaseClocks(
        vendor_hours=deadline(aware_at, _HOURS, table),
        vendor_business_day=deadline(aware_at, _BUSINESS_DAY, table),
        serious=deadline(day_zero, _SERIOUS, table),
        not_serious=deadline(day_zero, _OTHER, table),
        burned_days=max(0, days_between(day_zero, handed_over, table.hours.zone)),
    )


def days_between(first: int, last: int, zone: str) -> int:
    """Return how many calendar days lie between two moments, as `zone` counts them."""
    return (local_date(last, zone) - local_date(first, zone)).days


def whole_days(first: date, last: date, zone: str) -> tuple[int, int]:
    """Return when the first of some days begins in `zone`, and when the last of them is over."""
    edges = (first, last + timedelta(days=1))
    begins = (datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) for day in edges)
    begin, end = (int(each.timestamp()) * SECOND for each in begins)
    return begin, end
