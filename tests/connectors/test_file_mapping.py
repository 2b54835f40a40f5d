"""Guessing columns and reading dates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.file_mapping import (
    EPOCH,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    moment_of,
)
from webcare_desk.errors import UsageError

#: 2026-10-25 00:30 UTC, in the night that the clocks go back.
MOMENT = 1_792_888_200_000_000
AMSTERDAM = "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("text", "date_format", "zone"),
    [
        ("2026-10-25T00:30:00Z", "iso-8601", AMSTERDAM),
        ("2026-10-25T02:30:00+02:00", "iso-8601", AMSTERDAM),
        ("2026-10-25 02:30", "iso-8601", AMSTERDAM),
        ("2026-10-25 00:30:00", "iso-8601", "UTC"),
        ("1792888200", EPOCH, AMSTERDAM),
        ("1792888200.0", EPOCH, AMSTERDAM),
        ("1792888200000", EPOCH, AMSTERDAM),
        ("1792888200000000", EPOCH, AMSTERDAM),
        (" 25-10-2026 02:30 ", "%d-%m-%Y %H:%M", AMSTERDAM),
        ("10/25/2026 12:30 AM", "%m/%d/%Y %I:%M %p", "UTC"),
    ],
)
def test_a_date_becomes_utc_microseconds(text: str, date_format: str, zone: str) -> None:
    mapping = ColumnMapping("text", "date", date_format=date_format, zone=zone)

    assert moment_of(text, mapping) == MOMENT


def test_a_fraction_of_a_second_is_kept() -> None:
    mapping = ColumnMapping("text", "date", date_format=EPOCH)

    assert moment_of("1792888200.2500001", mapping) == MOMENT + 250_000


@pytest.mark.parametrize(
    ("text", "date_format"),
    [
        ("", "iso-8601"),
        ("20261025", "iso-8601"),
        ("2026-13-01", "iso-8601"),
        ("0001-01-01T00:00:00+14:00", "iso-8601"),
        ("1969-12-31T00:00:00Z", "iso-8601"),
        ("12", EPOCH),
        ("-1792888200", EPOCH),
        ("٠١٢٣٤٥٦٧٨٩", EPOCH),
        ("25-10-2026", "%d-%m-%Y %H:%M"),
    ],
)
def test_what_is_no_date_gives_none(text: str, date_format: str) -> None:
    assert moment_of(text, ColumnMapping("text", "date", date_format=date_format)) is None


@settings(deadline=None, max_examples=100)
@given(st.text(), st.sampled_from(["iso-8601", EPOCH, "%d-%m-%Y", "%Q"]))
def test_any_text_is_a_date_or_none(text: str, date_format: str) -> None:
    moment = moment_of(text, ColumnMapping("text", "date", date_format=date_format))

    assert moment is None or moment >= 0


@pytest.mark.parametrize("zone", ["", "Europe", "../etc/passwd", "Nowhere/Here"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(UsageError, match="no time zone"):
        moment_of("2026-10-25", ColumnMapping("text", "date", zone=zone))


@pytest.mark.parametrize(
    ("date_format", "part"),
    [("%d-%m-%Y %H:%m", "%m"), ("%c %Y", "a part of the date")],
)
def test_a_date_format_that_tells_a_part_twice_is_refused(date_format: str, part: str) -> None:
    with pytest.raises(UsageError, match=f"cannot be: {part} stands twice in it"):
        check_mapping(ColumnMapping("text", "date", date_format=date_format), ["text", "date"])


def test_the_columns_of_a_listening_tool_are_guessed() -> None:
    header = [
        "Comment ID",
        "Author name",
        "Full text",
        "Created at",
        "Thread",
        "In reply to",
        "URL",
    ]

    mapping = guess_mapping(header)

    assert mapping == ColumnMapping(
        text="Full text",
        posted_at="Created at",
        id="Comment ID",
        author="Author name",
        thread="Thread",
        parent="In reply to",
        link="URL",
    )


def test_dutch_columns_are_guessed() -> None:
    mapping = guess_mapping(["Datum", "Auteur", "Bericht"])

    assert (mapping.text, mapping.posted_at, mapping.author) == ("Bericht", "Datum", "Auteur")


@pytest.mark.parametrize(
    ("dates", "date_format"),
    [
        (["2026-10-25T00:30:00Z", ""], "iso-8601"),
        (["1792888200"], EPOCH),
        (["25-10-2026 02:30", "01-02-2026 10:00"], "%d-%m-%Y %H:%M"),
        (["01/02/2026 10:00", "10/25/2026 02:30"], "%m/%d/%Y %H:%M"),
        (["gisteren"], "iso-8601"),
        ([], "iso-8601"),
    ],
)
def test_the_way_of_writing_dates_is_guessed_from_rows(dates: list[str], date_format: str) -> None:
    samples = [{"date": date} for date in dates]

    assert guess_mapping(["text", "date"], samples).date_format == date_format


@pytest.mark.parametrize("header", [["id", "text"], ["id", "date"], []])
def test_without_a_text_or_a_date_no_guess_is_made(header: list[str]) -> None:
    with pytest.raises(UsageError, match="No column looks like the"):
        guess_mapping(header)
