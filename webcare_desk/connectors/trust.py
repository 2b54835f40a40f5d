"""Whose certificates the desk believes; there is no connection that believes any."""

import ssl
from pathlib import Path

from webcare_desk.connectors.small_file import read_small
from webcare_desk.errors import UnavailableError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


def trusting(only: Path | None, also: Path | None = None) -> ssl.SSLContext:
    """Return a context that verifies; UnavailableError when a file cannot be read.

    It believes the authority in `only`, or else those that this system knows and the well-known
    ones, without which python.org's Python for macOS knows none; beside either the one in `also`,
    since a company that opens what is encrypted shows that one in place of any other.
    """
    file = only
    try:
        if only is None:
            context = ssl.create_default_context()
            context.load_verify_locations(_well_known())
        else:
            read_small(only)  # OpenSSL would read a device for ever
            context = ssl.create_default_context(cafile=str(only))
        if also is not None:
            file = also
            read_small(also)
            context.load_verify_locations(str(also))
    except (OSError, ValueError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The certificate file {file} cannot be read.")
        raise UnavailableError(Said.of(msg, file=file)) from error
    return context


def _well_known() -> str:
    from requests.utils import DEFAULT_CA_BUNDLE_PATH

    return str(DEFAULT_CA_BUNDLE_PATH)
