"""What is kept: for how many years, and how much room on the disk."""

from dataclasses import dataclass

from webcare_desk.settings.table import Table

#: No comment is kept longer than this many years.
_LONGEST_YEARS = 100
#: A terabyte.
_MOST_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class DiskSettings:
    """When the disk is nearly full, and what is kept for an escalation then, in MB."""

    warn_mb: int = 500
    least_mb: int = 100
    ballast_mb: int = 32


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """For how many years each class of comments is kept after it came in, or was escalated."""

    safety: int = 25
    complaint: int = 10
    ordinary: int = 1
    spam: int = 1


def read_retention(table: Table) -> RetentionSettings:
    """Return what the table `retention` says."""
    usual = RetentionSettings()
    retention = RetentionSettings(
        safety=table.whole("safety_years", usual.safety, _LONGEST_YEARS),
        complaint=table.whole("complaint_years", usual.complaint, _LONGEST_YEARS),
        ordinary=table.whole("ordinary_years", usual.ordinary, _LONGEST_YEARS),
        spam=table.whole("spam_years", usual.spam, _LONGEST_YEARS),
    )
    table.refuse_rest()
    return retention


def read_disk(table: Table) -> DiskSettings:
    """Return what the table `disk` says."""
    disk = DiskSettings(
        warn_mb=table.whole("warn_mb", 500, _MOST_MB),
        least_mb=table.whole("least_mb", 100, _MOST_MB),
        ballast_mb=table.whole("ballast_mb", 32, _MOST_MB),
    )
    table.refuse_rest()
    return disk
