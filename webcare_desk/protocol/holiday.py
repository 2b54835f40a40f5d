"""Public holidays, from the `holidays` library."""

from collections.abc import Iterable
from datetime import date


def public_holidays(country: str, years: Iterable[int]) -> frozenset[date] | None:
    """Return the public holidays of `country` (ISO 3166-1), or None when it is unknown."""
    from holidays import country_holidays  # noqa: PLC0415 - imported when first needed

    try:
        return frozenset(country_holidays(country, years=years))
    except NotImplementedError:
        return None
