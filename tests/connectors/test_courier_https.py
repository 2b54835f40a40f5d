"""The courier by HTTPS shows its secret to a trusted server alone, and a retry is known as a copy."""

import base64
import socket
from pathlib import Path

import pytest

from tests.connectors.https_servers import Intake, serving
from tests.connectors.test_courier import KEY, SENDER, frozen
from tests.support.tls import Authority
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.connectors.courier_https import HttpsAccount, HttpsCourier
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    RateLimitedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
)

SECRET = "een geheim van PV"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Return an authority of this test."""
    return Authority(tmp_path)


def courier_at(url: str, ca_file: Path | None, *, client: str = "") -> HttpsCourier:
    return HttpsCourier(HttpsAccount(url, client, ca_file, deadline=10.0), lambda: SECRET)


def test_a_packet_arrives_byte_for_byte_with_secret_and_key(authority: Authority) -> None:
    intake = Intake()
    with serving(intake, authority.server()) as url:
        receipt = courier_at(url, authority.roots).send(frozen(), key=KEY)
    assert receipt == Receipt(message_id_of(KEY, SENDER), to=url)
    assert intake.bodies == [frozen()]
    (request,) = intake.requests
    assert request["Authorization"] == f"Bearer {SECRET}"
    assert request["Idempotency-Key"] == KEY
    assert request["Content-Type"] == "message/rfc822"


def test_a_client_with_a_name_logs_in_with_both(authority: Authority) -> None:
    intake = Intake()
    with serving(intake, authority.server()) as url:
        courier_at(url, authority.roots, client="webcare").send(frozen(), key=KEY)
    scheme, _, pair = intake.requests[0]["Authorization"].partition(" ")
    assert (scheme, base64.b64decode(pair).decode()) == ("Basic", f"webcare:{SECRET}")


@pytest.mark.requirement("P17")
def test_a_retry_after_a_lost_answer_has_the_same_key_and_bytes(authority: Authority) -> None:
    intake = Intake([0, 202])
    with serving(intake, authority.server()) as url:
        courier = courier_at(url, authority.roots)
        with pytest.raises(UncertainError, match="may have arrived"):
            courier.send(frozen(), key=KEY)
        courier.send(frozen(), key=KEY)
    assert intake.bodies == [frozen(), frozen()]
    assert intake.keys == {KEY}


@pytest.mark.parametrize(
    ("status", "known"),
    [
        (401, UnauthorisedError),
        (403, ForbiddenError),
        (409, UncertainError),
        (422, ForbiddenError),
        (429, RateLimitedError),
        (302, UncertainError),
        (503, UncertainError),
    ],
)
def test_the_status_decides(authority: Authority, status: int, known: type[ConnectorError]) -> None:
    intake = Intake([status], {"Location": "https://elsewhere.example/", "Retry-After": "7"})
    with serving(intake, authority.server()) as url, pytest.raises(known) as raised:
        courier_at(url, authority.roots).send(frozen(), key=KEY)
    assert len(intake.bodies) == 1
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [("stranger", "not trusted"), ("wrong host", "for another name"), ("ended", "has expired")],
)
def test_an_untrusted_server_gets_neither_packet_nor_secret(
    authority: Authority, tmp_path: Path, trouble: str, why: str
) -> None:
    address = "127.0.0.2" if trouble == "wrong host" else "127.0.0.1"
    roots = Authority(tmp_path, "other").roots if trouble == "stranger" else authority.roots
    intake = Intake()
    with serving(intake, authority.server(address, days=-1 if trouble == "ended" else 1)) as url:
        courier = courier_at(url, roots)
        with pytest.raises(UnavailableError, match=rf"{why}.*Nothing was sent"):
            courier.send(frozen(), key=KEY)
        with pytest.raises(UnavailableError, match=why):
            courier.check()
    assert intake.requests == []


def test_nobody_there_and_an_unreadable_authority_are_told(
    authority: Authority, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"https://127.0.0.1:{gone.getsockname()[1]}/"
    with pytest.raises(UnavailableError, match=r"no answer\. Nothing was sent\."):
        courier_at(url, authority.roots).send(frozen(), key=KEY)
    with pytest.raises(UnavailableError, match=r"missing\.pem cannot be read"):
        courier_at(url, tmp_path / "missing.pem").send(frozen(), key=KEY)


def test_a_plain_address_a_strange_secret_and_another_mail_are_refused() -> None:
    with pytest.raises(UsageError, match="must begin with https"):
        courier_at("http://pv.example.org/", None).send(frozen(), key=KEY)
    strange = HttpsCourier(HttpsAccount("https://127.0.0.1:1/"), lambda: "é\r\n")
    with pytest.raises(UnauthorisedError, match="holds a character"):
        strange.send(frozen(), key=KEY)
    with pytest.raises(ValueError, match="not that of this delivery"):
        strange.send(frozen(), key="another")


def test_the_check_sends_no_packet_and_tells_a_refused_login(authority: Authority) -> None:
    intake = Intake([405, 401, 0])
    with serving(intake, authority.server()) as url:
        courier = courier_at(url, authority.roots)
        assert courier.check().endswith("(HTTP 405 to a HEAD)")
        with pytest.raises(UnauthorisedError):
            courier.check()
        with pytest.raises(UnavailableError, match="broke off"):
            courier.check()
    assert (len(intake.requests), intake.bodies) == (3, [])
