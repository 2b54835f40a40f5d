"""A file that a command is given: read to a limit, because it may be a device or a pipe."""

from pathlib import Path

from webcare_desk.errors import UsageError


def read_file(file: Path, most: int) -> bytes:
    """Return what is in a file of at most `most` bytes; a larger one is refused, never cut."""
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror}."
        raise UsageError(msg) from error
    if len(data) > most:
        msg = f"{file} is larger than {most // 1024 // 1024} MiB."
        raise UsageError(msg)
    return data
