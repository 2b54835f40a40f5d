"""The supervisor's window: audit, review, approvals, checks, deviations, people, coverage."""
