"""Codes by the vectors of RFC 6238 appendix B and RFC 4226 appendix D, and around them."""

import base64

import pytest

from webcare_desk.errors import SecretError
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret

SECOND = 1_000_000
KEYS = {
    "sha1": b"12345678901234567890",
    "sha256": b"12345678901234567890123456789012",
    "sha512": b"1234567890123456789012345678901234567890123456789012345678901234",
}
#: RFC 6238 appendix B: seconds since 1970, and the codes of eight digits.
VECTORS = {
    59: ("94287082", "46119246", "90693936"),
    1111111109: ("07081804", "68084774", "25091201"),
    1111111111: ("14050471", "67062674", "99943326"),
    1234567890: ("89005924", "91819424", "93441116"),
    2000000000: ("69279037", "90698825", "38618901"),
    20000000000: ("65353130", "77737706", "47863826"),
}
#: RFC 4226 appendix D: the codes of six digits of the counters 0 to 9.
HOTP = [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
]
SECRET = Secret(base64.b32encode(KEYS["sha1"]).decode())


@pytest.mark.parametrize("seconds", VECTORS)
@pytest.mark.parametrize("algorithm", KEYS)
def test_the_codes_are_those_of_the_standard(seconds: int, algorithm: str) -> None:
    step = totp.step_at(seconds * SECOND)
    expected = VECTORS[seconds][list(KEYS).index(algorithm)]
    assert totp.code(KEYS[algorithm], step, 8, algorithm) == expected


def test_six_digits_are_those_of_hotp() -> None:
    assert [totp.code(KEYS["sha1"], counter) for counter in range(10)] == HOTP


def test_a_code_matches_its_step_and_the_one_beside_it() -> None:
    at = 1_111_111_111 * SECOND
    now = totp.step_at(at)
    for step in (now - 1, now, now + 1):
        given = totp.code(KEYS["sha1"], step)
        assert totp.matching_step(SECRET, given, at) == step
        assert totp.matching_step(SECRET, f" {given[:3]} {given[3:]} ", at) == step
    for step in (now - 2, now + 2):
        assert totp.matching_step(SECRET, totp.code(KEYS["sha1"], step), at) is None


@pytest.mark.parametrize("given", ["", "12345", "abcdef", "０５０４７１", "\ud800"])
def test_what_is_no_code_matches_nothing(given: str) -> None:
    assert totp.matching_step(SECRET, given, 1_111_111_111 * SECOND) is None


def test_each_key_is_new_and_has_twenty_bytes() -> None:
    keys = {totp.new_key().reveal() for _ in range(20)}
    assert len(keys) == 20
    assert {len(base64.b32decode(key)) for key in keys} == {20}


def test_the_link_names_the_desk_and_the_login_and_nothing_leaks() -> None:
    link = totp.link(SECRET, "sanne & co", "varen")
    assert link.reveal() == (
        f"otpauth://totp/Webcare%20Desk%20varen:sanne%20%26%20co?secret={SECRET.reveal()}"
        "&issuer=Webcare%20Desk%20varen"
    )
    assert SECRET.reveal() not in repr(link)


def test_a_damaged_key_is_a_sentence() -> None:
    with pytest.raises(SecretError, match="damaged"):
        totp.matching_step(Secret("not base32!"), "123456", 0)
