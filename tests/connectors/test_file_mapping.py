"""Guessing columns and reading dates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.file_mapping import (
    EPOCH,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    joined,
    moment_of,
)
from webcare_desk.errors import UsageError

#: 2026-10-25 00:30 UTC, in the night that the clocks go back.
MOMENT = 1_792_888_200_000_000
AMSTERDAM = "Europe/Amsterdam"

#: A person who names the zone leaves no doubt about it.
ZONE = {"zone": "UTC"}


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
        ("12", EPOCH),
        ("-1792888200", EPOCH),
        ("٠١٢٣٤٥٦٧٨٩", EPOCH),
        ("25-10-2026", "%d-%m-%Y %H:%M"),
    ],
)
def test_what_is_no_date_gives_none(text: str, date_format: str) -> None:
    assert moment_of(text, ColumnMapping("text", "date", date_format=date_format)) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "1969-12-31T00:00:00Z"])
def test_a_date_of_long_ago_is_a_date(text: str) -> None:
    found = moment_of(text, ColumnMapping("text", "date"))
    assert found is not None
    assert found < 0


@settings(deadline=None, max_examples=100)
@given(st.text(), st.sampled_from(["iso-8601", EPOCH, "%d-%m-%Y", "%Q"]))
def test_any_text_is_a_date_or_none(text: str, date_format: str) -> None:
    moment = moment_of(text, ColumnMapping("text", "date", date_format=date_format))

    assert moment is None or isinstance(moment, int)


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


@pytest.mark.parametrize(
    ("date", "best", "other"),
    [
        ("03/01/2026 14:00", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"),
        ("03-01-2026", "%d-%m-%Y", "%m-%d-%Y"),
        ("03/01/2026 02:00 PM", "%m/%d/%Y %I:%M %p", "%d/%m/%Y %I:%M %p"),
    ],
)
def test_dates_of_which_no_day_is_above_12_are_a_doubt_that_is_said(
    date: str, best: str, other: str
) -> None:
    guessed = guess_mapping(["text", "date"], [{"date": date}], ZONE)

    assert guessed.date_format == best
    assert guessed.doubt == (
        f"The dates were read as {best}, but no day in the file is above 12: {other} fits as well. "
        "Say which with --date-format."
    )


@pytest.mark.parametrize(
    "dates", [["03/01/2026 14:00", "03/18/2026 14:00"], ["2026-03-01"], ["03.01.2026"]]
)
def test_dates_that_can_be_read_in_one_way_are_no_doubt(dates: list[str]) -> None:
    assert not guess_mapping(["text", "date"], [{"date": date} for date in dates], ZONE).doubt


@pytest.mark.parametrize(
    ("dates", "doubt"),
    [
        (["23-10-2026 14:20", "gisteren"], "Dates in the file do not tell their time zone"),
        (["2026-10-23"], "Dates in the file do not tell their time zone"),
        (["2026-10-23T14:20:00Z", "2026-10-23"], "Dates in the file do not tell their time zone"),
        (["2026-10-23T14:20:00Z", "gisteren"], ""),
        (["1792886400"], ""),
        (["gisteren"], ""),
    ],
)
def test_dates_that_tell_no_zone_are_a_doubt_until_it_is_named(
    dates: list[str], doubt: str
) -> None:
    rows = [{"date": date} for date in dates]

    assert guess_mapping(["text", "date"], rows).doubt.partition(";")[0] == doubt
    assert not guess_mapping(["text", "date"], rows, {"zone": "Europe/Amsterdam"}).doubt


@pytest.mark.parametrize(
    ("day", "time", "date_format"),
    [
        ("13-11-2026", "14:05", "%d-%m-%Y %H:%M"),
        ("11/13/2026", "2:05 PM", "%m/%d/%Y %I:%M %p"),
        ("2026-11-13", "14:05:00", "iso-8601"),
    ],
)
def test_a_time_in_a_column_of_its_own_is_read_behind_the_date(
    day: str, time: str, date_format: str
) -> None:
    guessed = guess_mapping(["Date", "Time", "text"], [{"Date": day, "Time": time}], ZONE)

    assert (guessed.posted_at, guessed.time, guessed.date_format) == ("Date", "Time", date_format)
    assert moment_of(joined(day, time), guessed) == 1_794_578_700_000_000


@pytest.mark.parametrize(
    ("date", "time"),
    [("2026-11-13T14:05", "14:05"), ("1794578700", "14:05"), ("2026-11-13", "12")],
)
def test_a_column_of_times_is_left_where_it_is_no_part_of_the_date(date: str, time: str) -> None:
    rows = [{"date": date, "time": time}]

    assert not guess_mapping(["date", "time", "text"], rows).time
    assert not guess_mapping(["time", "text"], rows).time
    assert not guess_mapping(["date", "time", "text"], rows, {"time": ""}).time


@pytest.mark.parametrize(
    ("dates", "date_format"),
    [
        (["13-11-2026 10:00:00", "1-11-2026 9:05"], "%d-%m-%Y %H:%M"),
        (["11-13-2026 10:00:00", "11-1-2026 9:05"], "%m-%d-%Y %H:%M"),
    ],
)
def test_a_day_above_12_settles_the_order_of_dates_written_in_another_length(
    dates: list[str], date_format: str
) -> None:
    guessed = guess_mapping(["text", "date"], [{"date": date} for date in dates], ZONE)

    assert (guessed.date_format, guessed.doubt) == (date_format, "")


def test_what_was_taken_for_the_header_is_told_where_no_column_fits() -> None:
    titles = ["Export of March", *map(str, range(12))]

    with pytest.raises(UsageError, match=r"here: Export of March · 0 · .* · 8 …\.$"):
        guess_mapping(titles)
    with pytest.raises(UsageError, match=r"no such column\. .* here: Export of March · 0\.$"):
        check_mapping(ColumnMapping("tekst", "datum"), titles[:2])


def test_all_rows_are_looked_at_and_most_of_them_count() -> None:
    days = [f"03/{1 + day // 10:02d}/2026 14:{day % 60:02d}" for day in range(250)]

    rows = [{"date": date} for date in [*days, "gisteren"]]
    guessed = guess_mapping(["text", "date"], rows, ZONE)

    assert (guessed.date_format, guessed.doubt) == ("%m/%d/%Y %H:%M", "")


def test_what_a_person_named_is_not_guessed() -> None:
    rows = [{"nr": "1", "toen": "03/01/2026 14:00", "author": "Anne"}]
    named = {
        "text": "wat",
        "posted_at": "toen",
        "date_format": "%m/%d/%Y %H:%M",
        "author": "",
    } | ZONE

    assert guess_mapping(["nr", "wat", "toen", "author", "url"], rows, named) == ColumnMapping(
        "wat", "toen", link="url", date_format="%m/%d/%Y %H:%M"
    )
    assert guess_mapping(["wat", "toen"], rows, {"text": "wat", "posted_at": "toen"}).doubt


def test_a_column_that_is_in_use_is_guessed_before_an_empty_one() -> None:
    rows = [{"text": "", "message": "hoi", "date": "2026-03-01"}]

    assert guess_mapping(["text", "message", "date"], rows).text == "message"


@pytest.mark.parametrize("header", [["id", "text"], ["id", "date"], []])
def test_without_a_text_or_a_date_no_guess_is_made(header: list[str]) -> None:
    with pytest.raises(UsageError, match="No column looks like the"):
        guess_mapping(header)
