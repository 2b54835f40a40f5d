"""The official E2B material, where it is beside the checkout; tests that need it skip without."""

from pathlib import Path

import pytest
from lxml import etree

_SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "e2b"
_BESIDE_A_WORKTREE = Path(__file__).resolve().parents[2].parent.parent / "shared" / "e2b"


def folder() -> Path | None:
    return next((each for each in (_SHARED, _BESIDE_A_WORKTREE) if each.is_dir()), None)


def files(pattern: str) -> list[Path]:
    found = folder()
    return [] if found is None else sorted(found.glob(pattern))


def require() -> Path:
    found = folder()
    if found is None:
        pytest.skip("the official E2B material (../shared/e2b) is not here")
    return found


def named(path: Path) -> str:
    return path.name


def canonical(data: bytes) -> bytes:
    tree = etree.fromstring(data).getroottree()
    return etree.tostring(tree, method="c14n")
