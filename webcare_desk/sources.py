"""From a desk's settings to its connectors and the courier to PV."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from webcare_desk.connectors.answer_folder import AnswerFolder
from webcare_desk.connectors.answers import AnswerSource
from webcare_desk.connectors.base import Connector
from webcare_desk.connectors.courier import Channel, Courier
from webcare_desk.connectors.courier_both import CopyingCourier
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.connectors.courier_https import HttpsAccount, HttpsCourier
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.connectors.http import DEADLINE, HttpClient
from webcare_desk.connectors.mailbox import Mailbox, MailboxAccount
from webcare_desk.connectors.network import DIRECT, Network
from webcare_desk.connectors.sandbox import SandboxConnector
from webcare_desk.connectors.smime import Sealer
from webcare_desk.connectors.smime_open import Opener
from webcare_desk.connectors.timestamp import TimeAuthority
from webcare_desk.connectors.wordpress import WordPressConnector
from webcare_desk.domain.comment import IMPORTED
from webcare_desk.errors import WebcareError
from webcare_desk.settings import (
    PACKETS,
    AnswerSettings,
    CourierKind,
    CourierSettings,
    Settings,
    SourceKind,
    SourceSettings,
)
from webcare_desk.vault.secret import Secret


def connector_of(
    source: SourceSettings,
    secret: Callable[[], Secret],
    deadline: float = DEADLINE,
    network: Network = DIRECT,
) -> WordPressConnector | SandboxConnector:
    """Return the connector of a source; `secret` is asked for when it is needed."""
    if source.kind is SourceKind.WORDPRESS:
        return WordPressConnector(
            source.name, source.url, source.user, lambda: secret().reveal(), deadline, network
        )

    def bearer() -> str:
        return f"Bearer {secret().reveal()}"

    client = HttpClient(source.url, bearer, deadline, network=network)
    return SandboxConnector(client, source.name)


def connectors_of(
    settings: Settings, folder: Path, secret: Callable[[str], Callable[[], Secret]]
) -> Mapping[str, Connector]:
    """Return one connector for each source, by name; `secret` says how to get one by its name."""
    network = network_of(settings, folder)
    return {
        each.name: connector_of(each, secret(f"source:{each.name}"), network=network)
        for each in settings.sources
    }


def network_of(settings: Settings, folder: Path) -> Network:
    """Return how the desk in `folder` gets to web servers."""
    network = settings.network
    return Network(network.proxy, folder / network.ca_file if network.ca_file else None)


@dataclass(frozen=True, slots=True)
class AnchorWays:
    """The ways to the supervisor's mailbox and to a time-stamping authority, where they are set."""

    courier: Courier | None = None
    authority: TimeAuthority | None = None


def anchor_ways_of(settings: Settings, folder: Path, secret: Callable[[], Secret]) -> AnchorWays:
    """Return who else can be given heads of the log."""
    anchor = settings.anchor
    mail = replace(settings.courier, recipient=anchor.mail)
    courier = _smtp(mail, folder, secret) if anchor.mail else None
    if not anchor.tsa:
        return AnchorWays(courier)
    network = network_of(settings, folder)
    return AnchorWays(courier, TimeAuthority(anchor.tsa, folder / anchor.tsa_roots, network))


def secret_name(settings: CourierSettings) -> str:
    """Return under which name the keyring has the secret of the way to PV."""
    return "https" if settings.kind is CourierKind.HTTPS else "smtp"


def channels_of(
    settings: CourierSettings,
    folder: Path,
    secret: Callable[[], Secret],
    network: Network = DIRECT,
) -> Mapping[str, Channel]:
    """Return everything whose connection can be tried, by what it is called in a list."""
    channels: dict[str, Channel] = {}
    if settings.kind is CourierKind.SMTP:
        channels["smtp"] = _smtp(settings, folder, secret)
    if settings.kind is CourierKind.HTTPS:
        channels["https"] = _https(settings, folder, secret, network)
    if settings.folder or settings.kind is CourierKind.FOLDER:
        channels["folder"] = _packets(settings, folder)
    sealer = sealer_of(settings, folder)
    return channels if sealer is None else {**channels, "certificate": sealer}


def courier_of(
    settings: CourierSettings,
    folder: Path,
    secret: Callable[[], Secret],
    network: Network = DIRECT,
) -> Courier:
    """Return the way to PV for the desk in `folder`.

    With a folder in the settings beside SMTP or HTTPS, every packet is also saved there.
    """
    if settings.kind is CourierKind.FOLDER:
        return _packets(settings, folder)
    courier = (
        _smtp(settings, folder, secret)
        if settings.kind is CourierKind.SMTP
        else _https(settings, folder, secret, network)
    )
    if not settings.folder:
        return courier
    return CopyingCourier(_packets(settings, folder), courier)


def quality_channels_of(
    settings: Settings, folder: Path, secret: Callable[[], Secret]
) -> Mapping[str, Channel]:
    """Return the ways to the quality department, by what each is called in a list."""
    channels: dict[str, Channel] = {}
    if settings.quality.mail:
        channels["quality smtp"] = _to_quality(settings, folder, secret)
    if settings.quality.folder:
        channels["quality folder"] = _into(folder, settings.quality.folder)
    return channels


def quality_courier_of(
    settings: Settings, folder: Path, secret: Callable[[], Secret]
) -> Courier | None:
    """Return the way of a quality complaint, or None while none is set."""
    quality = settings.quality
    copies = _into(folder, quality.folder) if quality.folder else None
    if not quality.mail:
        return copies
    way = _to_quality(settings, folder, secret)
    return way if copies is None else CopyingCourier(copies, way)


def _to_quality(settings: Settings, folder: Path, secret: Callable[[], Secret]) -> SmtpCourier:
    return _smtp(replace(settings.courier, recipient=settings.quality.mail), folder, secret)


def sealer_of(settings: CourierSettings, folder: Path) -> Sealer | None:
    """Return what encrypts packets to PV's certificate; None while the settings name none."""
    return Sealer(folder / settings.certificate) if settings.certificate else None


def _https(
    settings: CourierSettings, folder: Path, secret: Callable[[], Secret], network: Network
) -> HttpsCourier:
    ca_file = folder / settings.ca_file if settings.ca_file else None
    account = HttpsAccount(settings.url, settings.user, ca_file, network=network)
    return HttpsCourier(account, lambda: secret().reveal())


def _smtp(settings: CourierSettings, folder: Path, secret: Callable[[], Secret]) -> SmtpCourier:
    account = SmtpAccount(
        host=settings.host,
        port=settings.port,
        security=Security(settings.security.value),
        login=settings.user,
        sender=settings.sender,
        recipient=settings.recipient,
        ca_file=folder / settings.ca_file if settings.ca_file else None,
    )
    return SmtpCourier(account, lambda: secret().reveal())


def _packets(settings: CourierSettings, folder: Path) -> FolderCourier:
    """Return the way into the folder for packets."""
    return _into(folder, settings.folder or PACKETS)


def _into(desk: Path, name: str) -> FolderCourier:
    """Return the way into a folder; a relative one lies in the desk's own, where it is made."""
    place = (desk / name).resolve()
    return FolderCourier(desk / name, makes=place.is_relative_to(desk.resolve()))


def opener_of(
    settings: AnswerSettings, folder: Path, secret: Callable[[], Secret]
) -> Opener | None:
    """Return what opens PV's encrypted answers; None while the settings name no key."""
    if not settings.identity:
        return None
    return Opener(folder / settings.identity, lambda: secret().reveal())


def answer_sources_of(
    settings: AnswerSettings,
    folder: Path,
    secret: Callable[[], Secret],
    opener: Opener | None = None,
) -> Mapping[str, AnswerSource]:
    """Return from where PV's answers are read, by what it is called in the log."""
    found: dict[str, AnswerSource] = {}
    if settings.host:
        account = MailboxAccount(
            host=settings.host,
            port=settings.port,
            security=Security(settings.security.value),
            login=settings.user,
            mailbox=settings.mailbox,
            sender=settings.sender,
            ca_file=folder / settings.ca_file if settings.ca_file else None,
        )
        found["imap"] = Mailbox(account, lambda: secret().reveal(), opener)
    if settings.folder:
        found["answers"] = AnswerFolder(folder / settings.folder, opener)
    return found


def longest_reply(connectors: Mapping[str, Connector], source: str) -> int | None:
    """Return the platform's limit in characters, or None for a source that nobody has set up."""
    try:
        connector = connectors.get(source)
    except WebcareError:
        return None
    return None if connector is None else connector.capabilities.max_length


def is_way(connectors: Mapping[str, Connector], source: str) -> bool:
    """Say whether anything can be sent to a source; a desk without sources is still to be set up."""
    return not source.startswith(IMPORTED) and (not connectors or source in connectors)
