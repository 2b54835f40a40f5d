"""A desk's settings: what is written is what is meant, or a sentence names file and key."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from webcare_desk.domain.comment import IMPORTED
from webcare_desk.errors import UsageError
from webcare_desk.settings import (
    FILE,
    RECIPIENT,
    CourierKind,
    CourierSettings,
    DayZeroPolicy,
    NetworkSettings,
    QualitySettings,
    SafetySettings,
    Security,
    Settings,
    SourceKind,
    SourceSettings,
    read_settings,
)

WHOLE = """
[desk]
language = "nl"
pack = "base"
protocols = "/packs"
undo_seconds = 0
[pv]
kind = "smtp"
host = "mail.example.org"
port = 465
security = "tls"
user = "webcare"
sender = "a@example.org"
recipient = "b@example.org"
ca_file = "ca.pem"
folder = "packets"
[quality]
mail = "q@example.org"
folder = "q"
[network]
proxy = "http://proxy.example.org:8080"
ca_file = "company.pem"
[[source]]
name = "blog"
kind = "wordpress"
url = "https://blog.example.org"
user = "webcare"
[[source]]
name = "other"
kind = "sandbox"
url = "http://127.0.0.1:8000"
"""


_MAIL = '[pv]\nkind = "smtp"\nhost = "h"\nuser = "u"\nsender = "a@firm.example"\n'


def read(folder: Path, text: str) -> Settings:
    """Write the file and read it."""
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_without_a_file_the_defaults_are_meant(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read(tmp_path, "") == Settings()


@pytest.mark.parametrize(
    ("said", "smtp", "imap"),
    [
        ("", 587, 993),
        ('security = "tls"\n', 465, 993),
        ('security = "starttls"\n', 587, 143),
        ('security = "tls"\nport = 25\n', 25, 25),
    ],
)
def test_the_port_follows_how_the_line_is_secured(
    tmp_path: Path, said: str, smtp: int, imap: int
) -> None:
    settings = read(tmp_path, f'{_MAIL}recipient = "pv@firm.example"\n{said}[answers]\n{said}')
    assert (settings.courier.port, settings.answers.port) == (smtp, imap)


def test_packets_into_a_folder_need_no_address(tmp_path: Path) -> None:
    assert read(tmp_path, '[pv]\nkind = "folder"').courier.recipient == RECIPIENT


def test_every_setting_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == Settings(
        language="nl",
        pack="base",
        protocols="/packs",
        undo_seconds=0,
        courier=CourierSettings(
            CourierKind.SMTP,
            "mail.example.org",
            465,
            Security.TLS,
            "webcare",
            "a@example.org",
            "b@example.org",
            "ca.pem",
            "packets",
        ),
        quality=QualitySettings("q@example.org", "q"),
        network=NetworkSettings("http://proxy.example.org:8080", "company.pem"),
        sources=(
            SourceSettings("blog", SourceKind.WORDPRESS, "https://blog.example.org", "webcare"),
            SourceSettings("other", SourceKind.SANDBOX, "http://127.0.0.1:8000"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[desk]\nlanguage = 1", r"desk\.language must be a text"),
        ('[desk]\nlanguage = "Nederlands"', r"desk\.language must be one of en, nl"),
        ("[desk]\nundo_seconds = true", r"desk\.undo_seconds must be a whole number"),
        ("[desk]\nundo_seconds = -5", r"desk\.undo_seconds must be a whole number from 0"),
        ("[desk]\ncolour = 1", r"desk\.colour is not a setting"),
        ("colour = 1", r"colour is not a setting"),
        ("desk = 1", r"desk must be a table"),
        ("source = 1", r"source must be a list of tables"),
        ("source = [1]", r"source must be a list of tables"),
        ('[pv]\nkind = "pigeon"', r"pv\.kind must be one of none, smtp, https, folder"),
        ('[pv]\nkind = "https"', r"pv\.url must be PV's address for packets"),
        ('[pv]\nkind = "https"\nurl = "https://pv.example.invalid/x"', r"pv\.url must be PV's"),
        ('[pv]\nkind = "https"\nurl = "https://pv.example"', r"pv\.sender must be the desk's own"),
        ('[pv]\nkind = "smtp"', r"pv\.host must be the mail server"),
        ('[pv]\nkind = "smtp"\nhost = "h"', r"pv\.user must be the login at the mail server"),
        (_MAIL, r"pv\.recipient must be PV's mail address"),
        (f'{_MAIL}recipient = "pv@firm.INVALID"', r"pv\.recipient must be PV's mail address"),
        ('[answers]\nhost = "h"', r"answers\.user must be the login at the mailbox"),
        ("[answers]\nx = 2", r"answers\.x is not a setting"),
        ('[anchor]\nmail = "s@example.org"', r"anchor\.mail must be left out, unless"),
        ('[quality]\nmail = "q@example.org"', r"quality\.mail must be a folder instead"),
        ("[quality]\nwings = 2", r"quality\.wings is not a setting"),
        ("[pv]\nwings = 2", r"pv\.wings is not a setting"),
        ('[[source]]\nname = "a"', r"source\.kind must be a text"),
        ('[[source]]\nname = "A b"', r"source\.name must be a short name in lower case"),
        (
            f'[[source]]\nname = "{IMPORTED}a"\nkind = "sandbox"\nurl = "u"',
            r'begin with import:.* write name = "a" instead of name = "import:a", .*`webcare-desk secret set source:a`',
        ),
        (
            f'[[source]]\nname = "{IMPORTED}"\nkind = "sandbox"\nurl = "u"',
            r'write name = "sandbox" instead of name = "import:"',
        ),
        (
            '[[source]]\nname = "a"\nkind = "sandbox"\nurl = "u"\nx = 1',
            r"source\.x is not a setting",
        ),
        (
            '[[source]]\nname = "a"\nkind = "sandbox"\nurl = "u"\n' * 2,
            r"two sources are called “a”",
        ),
        *(
            (f'[network]\nproxy = "{address}"', r"network\.proxy must be the address of a proxy")
            for address in (
                "proxy:8080",
                "http://proxy",
                "http://anna:x@proxy:8080",
                "https://proxy:8080",
                "http://proxy:8080/a",
                "http://proxy:x",
            )
        ),
        ("[network]\nwings = 2", r"network\.wings is not a setting"),
        ("[desk", r"desk\.toml: "),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(str(tmp_path / FILE))


NUMBERS = {
    "desk.undo_seconds": (0, 3600),
    "desk.check_share": (0, 100),
    "pv.port": (1, 65_535),
    "answers.port": (1, 65_535),
    "safety.sender_type": (1, 7),
    **{f"retention.{name}_years": (0, 100) for name in ("safety", "complaint", "ordinary", "spam")},
    **{f"disk.{name}_mb": (0, 1_000_000) for name in ("warn", "least", "ballast")},
}


@pytest.mark.parametrize("key", NUMBERS)
def test_every_number_has_an_end(tmp_path: Path, key: str) -> None:
    (table, name), (least, most) = key.split("."), NUMBERS[key]
    for number in (least, most):
        read(tmp_path, f"[{table}]\n{name} = {number}")
    for number in (least - 1, most + 1, 9_999_999_999, 10**23):
        with pytest.raises(UsageError, match=f"{key} must be a whole number from {least} to"):
            read(tmp_path, f"[{table}]\n{name} = {number}")


def test_no_number_of_the_settings_is_left_without_an_end() -> None:
    parts = [getattr(Settings(), each.name) for each in fields(Settings)]
    held = [Settings(), *(part for part in parts if is_dataclass(part))]
    numbers = [
        each.name for part in held for each in fields(part) if type(getattr(part, each.name)) is int
    ]
    assert len(numbers) == len(NUMBERS)


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000])
def test_a_file_that_no_reader_finishes_is_a_sentence(tmp_path: Path, value: str) -> None:
    with pytest.raises(UsageError, match=r"desk\.toml: "):
        read(tmp_path, f"[desk]\nundo_seconds = {value}")


@pytest.mark.parametrize(
    ("encoding", "line"), [("utf-16", 1), ("utf-16-be", 3), ("cp1252", 3), ("cp850", 3)]
)
def test_a_file_that_is_not_utf_8_is_named_with_its_line(
    tmp_path: Path, encoding: str, line: int
) -> None:
    said = '[desk]\r\n# Ours\r\n# Zoë\r\nlanguage = "nl"'
    (tmp_path / FILE).write_bytes(said.encode(encoding))
    with pytest.raises(UsageError, match=rf"desk\.toml: line {line} .* save the file as UTF-8"):
        read_settings(tmp_path)


def test_a_file_may_begin_with_the_mark_of_an_editor(tmp_path: Path) -> None:
    assert read(tmp_path, '\ufeff[desk]\nlanguage = "nl"').language == "nl"


def test_how_cases_are_filed_is_set(tmp_path: Path) -> None:
    told = (
        "[safety]\nsender = 'AGENCY'\nreceiver = 'SPONSOR'\norganisation = 'Het Bureau'\n"
        "country = 'BE'\nsender_type = 4\nday_zero = 'posted'\nschema_pack = 'xsd'\nmeddra = 'm'\n"
    )
    assert read(tmp_path, told).safety == SafetySettings(
        "AGENCY", "SPONSOR", "Het Bureau", "BE", 4, DayZeroPolicy.POSTED, "xsd", "m"
    )
    assert read(tmp_path, "").safety == SafetySettings()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("sender = 'A-B'", "safety.sender must be letters"),
        ("receiver = ''", "safety.receiver must be letters"),
        ("country = 'nl'", "safety.country must be two capital"),
        ("organisation = ' '", "safety.organisation must be at most"),
        ("sender_type = 9", "safety.sender_type must be a whole number from 1 to 7"),
        ("day_zero = 'monday'", "safety.day_zero must be one of posted"),
        ("other = 1", "safety.other is not a setting"),
    ],
)
def test_a_wrong_way_to_file_is_a_sentence(tmp_path: Path, line: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        read(tmp_path, f"[safety]\n{line}\n")


@pytest.mark.parametrize("sign", ["\\u0000", "\\n", "\\u0085"])
def test_a_text_is_one_line_without_control_characters(tmp_path: Path, sign: str) -> None:
    """No path, host or header can hold one."""
    with pytest.raises(UsageError, match=r"pv\.folder must be a text without control characters"):
        read(tmp_path, f'[pv]\nkind = "folder"\nfolder = "a{sign}b"\n')
