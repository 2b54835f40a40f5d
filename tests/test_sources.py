"""From the settings to connectors and couriers; a secret is asked for when it is needed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.connectors.test_courier import KEY, frozen
from webcare_desk.connectors import transport
from webcare_desk.connectors.answer_folder import AnswerFolder
from webcare_desk.connectors.courier_both import CopyingCourier
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.connectors.courier_https import HttpsCourier
from webcare_desk.connectors.courier_smtp import SmtpCourier
from webcare_desk.connectors.mailbox import Mailbox
from webcare_desk.connectors.network import Network
from webcare_desk.connectors.sandbox import SandboxConnector
from webcare_desk.connectors.smime import Sealer
from webcare_desk.connectors.wordpress import WordPressConnector
from webcare_desk.demo.certificate import make_certificate
from webcare_desk.demo.community import Community, Planted
from webcare_desk.errors import SecretError, UnavailableError, UsageError
from webcare_desk.settings import (
    PACKETS,
    AnchorSettings,
    AnswerSettings,
    CourierKind,
    CourierSettings,
    NetworkSettings,
    QualitySettings,
    Settings,
    SourceKind,
    SourceSettings,
)
from webcare_desk.sources import (
    anchor_ways_of,
    answer_sources_of,
    channels_of,
    connector_of,
    connectors_of,
    courier_of,
    network_of,
    quality_channels_of,
    quality_courier_of,
    sealer_of,
)
from webcare_desk.vault.secret import Secret

SMTP = CourierSettings(
    CourierKind.SMTP,
    "127.0.0.1",
    1,
    user="webcare",
    sender="a@example.org",
    recipient="b@example.org",
)


def no_secret() -> Secret:
    """Be the keyring that has nothing."""
    msg = "The keyring has no secret."
    raise SecretError(msg)


def test_a_sandbox_is_read_with_its_token() -> None:
    planted = Planted("c1", "t", "Titel", None, "Anne", "hoi", 5)
    with Community([planted], 1_772_528_400_000_000) as community:
        source = SourceSettings("village", SourceKind.SANDBOX, community.base_url)
        connector = connector_of(source, lambda: Secret(community.token))
        assert isinstance(connector, SandboxConnector)
        assert connector.source == "village"
        assert [each.text for each in connector.fetch(None).comments] == ["hoi"]
        with pytest.raises(SecretError):
            connector_of(source, no_secret).fetch(None)


def test_a_blog_is_read_with_its_user_and_password() -> None:
    source = SourceSettings("blog", SourceKind.WORDPRESS, "http://127.0.0.1:1", "webcare")
    connector = connector_of(source, no_secret)
    assert isinstance(connector, WordPressConnector)
    assert connector.source == "blog"
    with pytest.raises(SecretError):
        connector.fetch(None)
    with pytest.raises(UnavailableError):
        connector_of(source, lambda: Secret("x")).fetch(None)


def test_packets_go_to_a_folder_inside_the_desks_own(tmp_path: Path) -> None:
    courier = courier_of(CourierSettings(CourierKind.FOLDER), tmp_path, no_secret)
    courier.send(frozen(), key=KEY)
    assert (tmp_path / PACKETS).is_dir()
    elsewhere = tmp_path / "elsewhere"
    there = CourierSettings(CourierKind.FOLDER, folder=str(elsewhere))
    desk = tmp_path / "desk"
    for _ in range(2):
        with pytest.raises(UsageError, match="is not there"):
            courier_of(there, desk, no_secret).send(frozen(), key=KEY)
        with pytest.raises(UsageError, match="is not there"):
            channels_of(there, desk, no_secret)["folder"].check()
    elsewhere.mkdir()
    courier_of(there, desk, no_secret).send(frozen(), key=KEY)
    assert (elsewhere / f"{KEY}.eml").is_file()


def test_packets_go_by_mail_and_with_a_folder_by_both(tmp_path: Path) -> None:
    assert isinstance(courier_of(SMTP, tmp_path, no_secret), SmtpCourier)
    assert list(tmp_path.iterdir()) == []
    both = CourierSettings(
        CourierKind.SMTP,
        sender="a@example.org",
        recipient="b@example.org",
        ca_file="ca.pem",
        folder="copies",
    )
    assert isinstance(courier_of(both, tmp_path, no_secret), CopyingCourier)


def test_packets_go_by_https_and_each_way_that_is_set_can_be_tried(tmp_path: Path) -> None:
    https = CourierSettings(
        CourierKind.HTTPS, url="https://pv.example/in", ca_file="ca.pem", certificate="pv.pem"
    )
    assert isinstance(courier_of(https, tmp_path, no_secret), HttpsCourier)
    assert sealer_of(https, tmp_path) == Sealer(tmp_path / "pv.pem")
    assert list(channels_of(https, tmp_path, no_secret)) == ["https", "certificate"]
    both = replace(SMTP, folder="copies")
    assert list(channels_of(both, tmp_path, no_secret)) == ["smtp", "folder"]
    assert sealer_of(SMTP, tmp_path) is None
    assert channels_of(CourierSettings(), tmp_path, no_secret) == {}


COMPANY = Settings(
    courier=CourierSettings(CourierKind.HTTPS, url="https://pv.example/in"),
    anchor=AnchorSettings(tsa="https://tsa.example", tsa_roots="tsa.pem"),
    network=NetworkSettings("http://proxy.example:8080", "company.pem"),
    sources=(
        SourceSettings("blog", SourceKind.WORDPRESS, "https://blog.example", "webcare"),
        SourceSettings("village", SourceKind.SANDBOX, "https://village.example"),
    ),
)


def askings(folder: Path) -> Iterator[Callable[[], object]]:
    """Yield what asks a web server, in the network of the company."""
    network, courier = network_of(COMPANY, folder), COMPANY.courier

    def secret() -> Secret:
        return Secret("any")

    for each in connectors_of(COMPANY, folder, lambda _: secret).values():
        yield partial(each.fetch, None)
    yield channels_of(courier, folder, secret, network)["https"].check
    yield partial(courier_of(courier, folder, secret, network).send, frozen(), key=KEY)
    authority = anchor_ways_of(COMPANY, folder, secret).authority
    assert authority is not None
    yield partial(authority.stamp, "a note")


def test_all_that_asks_a_web_server_goes_by_the_companys_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Network]] = []

    def refuse(host: str, _: Path | None, network: Network) -> None:
        asked.append((host, network))
        msg = "no session"
        raise UnavailableError(msg)

    monkeypatch.setattr(transport, "new_session", refuse)
    (tmp_path / "tsa.pem").write_bytes(make_certificate(tmp_path).ca_file.read_bytes())
    for act in askings(tmp_path):
        with pytest.raises(UnavailableError, match="no session"):
            act()
    network = Network("http://proxy.example:8080", tmp_path / "company.pem")
    hosts = ("blog", "village", "pv", "pv", "tsa")
    assert asked == [(f"{host}.example", network) for host in hosts]


def test_answers_come_from_where_the_settings_say(tmp_path: Path) -> None:
    assert answer_sources_of(AnswerSettings(), tmp_path, no_secret) == {}
    both = AnswerSettings(host="h", user="desk", ca_file="ca.pem", folder="answers")
    found = answer_sources_of(both, tmp_path, no_secret)
    assert [type(each) for each in found.values()] == [Mailbox, AnswerFolder]
    assert list(found) == ["imap", "answers"]


def test_no_way_is_refused_before_it_is_used(tmp_path: Path) -> None:
    """A wrong setting is a problem of the mail that it keeps back, and of nothing else."""
    wrong = replace(SMTP, sender="a", folder=PACKETS)
    (tmp_path / PACKETS).write_text("a file in its place", encoding="utf-8")
    with pytest.raises(UsageError, match="not a mail address"):
        courier_of(wrong, tmp_path, no_secret).send(frozen(), key=KEY)
    for channel in channels_of(wrong, tmp_path, no_secret).values():
        with pytest.raises(UsageError):
            channel.check()


def test_the_way_to_quality_is_none_a_mail_a_folder_or_both(tmp_path: Path) -> None:
    def way(mail: str, folder: str) -> tuple[object, list[str]]:
        settings = Settings(courier=SMTP, quality=QualitySettings(mail, folder))
        names = list(quality_channels_of(settings, tmp_path, no_secret))
        return type(quality_courier_of(settings, tmp_path, no_secret)), names

    assert way("", "") == (type(None), [])
    assert way("q@example.org", "") == (SmtpCourier, ["quality smtp"])
    assert way("", "q") == (FolderCourier, ["quality folder"])
    assert way("q@example.org", "q") == (CopyingCourier, ["quality smtp", "quality folder"])
