"""Public holidays, from the `holidays` library."""

from collections.abc import Iterable
from datetime import date


def public_holidays(country: str, years: Iterable[int]) -> frozenset[date]:
    """Return the public holidays of `country`, one of `fields.COUNTRIES`."""
    from holidays import country_holidays  # takes 0.6 s, every country of it

    return frozenset(country_holidays(country, years=years))
