"""What a signature covers, and how it is shown."""

from dataclasses import fields, replace

import pytest

from tests.support.signing import unsigned
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.signature import (
    MEANINGS,
    Meaning,
    Signature,
    covered,
    printed_time,
    signature_block,
    signature_line,
    zone_name,
)

_NOT_COVERED = {"id", "key", "signed"}
_OTHER = {
    "signer": "somebody",
    "name": "Some Body",
    "role": Role.ADMINISTRATOR,
    "session": "t",
    "at": 1,
    "zone": Name("utc+01:00"),
    "meaning": Meaning.APPROVED,
    "record": Digest("0" * 64),
    "document": Name("review:2"),
    "protocol": Digest("1" * 64),
}


@pytest.mark.requirement("D2")
def test_a_signature_covers_everything_but_itself() -> None:
    assert {field.name for field in fields(Signature)} == _NOT_COVERED | set(_OTHER)


@pytest.mark.requirement("D2")
@pytest.mark.parametrize("name", sorted(_OTHER))
def test_another_value_of_any_field_is_another_text_to_sign(name: str) -> None:
    other = replace(unsigned(), **{name: _OTHER[name]})  # type: ignore[arg-type]
    assert covered(other) != covered(unsigned())


@pytest.mark.parametrize(
    ("minutes", "name"),
    [(0, "utc+00:00"), (60, "utc+01:00"), (-570, "utc-09:30"), (345, "utc+05:45")],
)
def test_a_time_is_printed_with_its_zone(minutes: int, name: str) -> None:
    assert zone_name(minutes) == name
    assert printed_time(0, name).endswith(name.upper())


def test_a_time_is_printed_as_the_clock_of_the_signer_showed_it() -> None:
    assert printed_time(1_772_528_400_000_000, "utc+01:00") == "2026-03-03 10:00:00 UTC+01:00"
    assert printed_time(1_772_528_400_999_999, "utc-09:30") == "2026-03-02 23:30:00 UTC-09:30"


@pytest.mark.requirement("D1")
def test_the_block_shows_name_time_with_zone_and_meaning() -> None:
    block = signature_block(replace(unsigned(Meaning.APPROVED), name="Noor Smit"))
    assert block[0] == "Signed by Noor Smit (supervisor)"
    assert block[1] == "Meaning: Noor Smit approved this [approved]"
    assert block[2] == "Time: 1970-01-01 00:00:00 UTC+00:00"
    assert any("none in force" in line for line in block)


@pytest.mark.requirement("D1")
def test_in_one_line_it_says_the_same() -> None:
    made = replace(unsigned(Meaning.APPROVED), name="Noor Smit")
    told = "Noor Smit (supervisor) approved this, 1970-01-01 00:00:00 UTC+00:00"
    assert signature_line(made) == told


def test_every_meaning_has_its_words() -> None:
    assert set(MEANINGS) == set(Meaning)
