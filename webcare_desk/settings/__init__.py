"""A desk's settings: a small TOML file in its folder, never with a secret in it."""

from webcare_desk.settings.anchor import AnchorSettings
from webcare_desk.settings.answers import AnswerSettings
from webcare_desk.settings.courier import (
    PACKETS,
    RECIPIENT,
    SENDER,
    CourierKind,
    CourierSettings,
    Security,
)
from webcare_desk.settings.desk import FILE, Settings, read_settings
from webcare_desk.settings.keeping import DiskSettings, RetentionSettings
from webcare_desk.settings.network import NetworkSettings
from webcare_desk.settings.quality import QualitySettings
from webcare_desk.settings.safety import DayZeroPolicy, SafetySettings
from webcare_desk.settings.source import SourceKind, SourceSettings

__all__ = [
    "FILE",
    "PACKETS",
    "RECIPIENT",
    "SENDER",
    "AnchorSettings",
    "AnswerSettings",
    "CourierKind",
    "CourierSettings",
    "DayZeroPolicy",
    "DiskSettings",
    "NetworkSettings",
    "QualitySettings",
    "RetentionSettings",
    "SafetySettings",
    "Security",
    "Settings",
    "SourceKind",
    "SourceSettings",
    "read_settings",
]
