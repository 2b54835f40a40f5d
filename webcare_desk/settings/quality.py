"""The second way of a quality complaint: to the quality department."""

from dataclasses import dataclass

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.courier import CourierKind, CourierSettings
from webcare_desk.settings.table import Table

#: What a complaint that only goes into a folder says; mail needs a real address.
RECIPIENT = "quality@example.invalid"


@dataclass(frozen=True, slots=True)
class QualitySettings:
    """Where the quality department gets complaints: a mail address, a folder, or both.

    The mail goes by the server and login of the way to PV; a relative folder lies in the desk's.
    """

    mail: str = ""
    folder: str = ""

    @property
    def is_set(self) -> bool:
        """Say whether there is such a department."""
        return bool(self.mail or self.folder)


def read_quality(table: Table, courier: CourierSettings) -> QualitySettings:
    """Return what the table `quality` says; a mail needs the way to PV by SMTP."""
    quality = QualitySettings(mail=table.text("mail", ""), folder=table.text("folder", ""))
    if quality.mail and courier.kind is not CourierKind.SMTP:
        raise table.missing(
            key="mail",
            wanted=Said.of(QT_TRANSLATE_NOOP("Said", 'a folder instead, unless pv.kind is "smtp"')),
        )
    table.refuse_rest()
    return quality
