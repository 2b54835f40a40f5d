"""A site's address: https, or this machine."""

import pytest

from webcare_desk.connectors.site import is_loopback, site_of
from webcare_desk.errors import UsageError


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "http://10.0.0.1",
        "http://127.0.0.1.example.org",
        "ftp://example.org",
        "example.org",
        "",
        "https://",
        "https://anna:secret@example.org",
        "https://example.org\\@evil.example",
        "https://example.org?x=1",
        "https://example.org#x",
        "https://example.org:port",
        "https://[::1",
    ],
)
def test_an_unsafe_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        site_of(address)


@pytest.mark.parametrize(
    ("address", "base", "host"),
    [
        ("https://Example.org/", "https://Example.org", "example.org"),
        (" https://example.org/blog ", "https://example.org/blog", "example.org"),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081", "127.0.0.1"),
        ("http://[::1]:8081", "http://[::1]:8081", "::1"),
        ("http://localhost", "http://localhost", "localhost"),
    ],
)
def test_a_safe_address_is_taken_without_its_last_slash(address: str, base: str, host: str) -> None:
    site = site_of(address)

    assert (site.base, site.host) == (base, host)


def test_a_path_and_its_parameters_are_quoted() -> None:
    url = site_of("https://example.org").url("/a b", {"q": "x&y", "n": "1"})

    assert url == "https://example.org/a%20b?q=x%26y&n=1"


def test_only_this_machine_is_loopback() -> None:
    assert is_loopback("127.8.8.8")
    assert not is_loopback("localhost.example.org")
