"""Where the program's own files and a desk's files are."""

from pathlib import Path

#: Where the backups of a desk are, below its own folder.
BACKUPS = "backups"
#: How the copy is called that is made before an upgrade; behind it stands what that began with.
UPGRADE = "before-"
#: Where a backup is made ready that is put back; what lies there otherwise was cut off.
RESTORING = "restoring"
_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Return `resources/`: inside the installed wheel, else in the checkout."""
    return _shipped("resources")


def protocols_dir() -> Path:
    """Return `protocols/`: inside the installed wheel, else in the checkout."""
    return _shipped("protocols")


def default_desk_dir() -> Path:
    """Return the folder of a person's desk when none is named."""
    import platformdirs

    return Path(platformdirs.user_data_dir("webcare-desk", appauthor=False))


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def is_folder(path: Path) -> bool:
    """Say whether a folder is there; a name that no system takes, or a closed one, is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
