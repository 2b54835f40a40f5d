"""One round of each job, as an open desk does it: with its sources, its courier, its plans."""

from webcare_desk.app import App
from webcare_desk.domain.coverage import Coverage
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.reply import Delivery
from webcare_desk.errors import DiskFullError, UsageError
from webcare_desk.store.room import Level


def poll_source(app: App, name: str) -> Coverage:
    """Read the source called `name` from where the last poll ended."""
    from webcare_desk.jobs.poll import poll  # noqa: PLC0415 - imported when first needed

    connector = app.connectors.get(name)
    if connector is None:
        known = ", ".join(app.connectors) or "none"
        msg = f"There is no source “{name}” in the settings (there is: {known})."
        raise UsageError(msg)
    return poll(app.desk, connector, app.triage)


def send_due(app: App) -> tuple[Delivery, ...]:
    """Take what goes to the platforms one step further: send it, or read it back."""
    from webcare_desk.jobs.send import send  # noqa: PLC0415 - imported when first needed

    return send(app.desk, app.connectors)


def forward_due(app: App) -> tuple[Delivery, ...]:
    """Take the packets that are due to PV."""
    from webcare_desk.jobs.forward import forward, packet_mail  # noqa: PLC0415 - sets a PDF

    settings = app.settings

    def mail_of(delivery: Delivery, escalation: Escalation) -> bytes:
        return packet_mail(
            app.desk,
            delivery,
            escalation,
            sender=settings.courier.sender,
            recipient=settings.courier.recipient,
            language=settings.language,
        )

    return forward(app.desk, app.courier, mail_of)


def keep_room(app: App) -> None:
    """Lay the ballast ready; raise DiskFullError with a sentence where the disk runs full."""
    room = app.desk.room
    if room is None:
        return
    room.keep_ballast()
    level, free = room.level(), room.free() // 1_000_000
    if level is Level.LOW:
        msg = f"Only {free} MB are free: until there is room, nothing but escalating works."
        raise DiskFullError(msg)
    if level is Level.SCARCE:
        msg = f"Only {free} MB are free on the disk of this desk; make room."
        raise DiskFullError(msg)


def hand_over_late(app: App) -> int:
    """Give every step to its owner, or past its time to the deputy; return how many moved."""
    from webcare_desk.jobs.deadlines import deadlines  # noqa: PLC0415 - imported when first needed

    return deadlines(app.desk, app.plans)
