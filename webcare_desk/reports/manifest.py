"""The list of what an inspection package holds, and the package as one file."""

import hashlib
import json
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

from webcare_desk.domain.audit import Digest

#: What the manifest does not name: itself, and the entry that names the manifest.
MANIFEST, RECEIPT = "manifest.json", "receipt.jsonl"
FORMAT = "webcare-desk inspection package 1"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def digests_in(folder: Path) -> dict[str, Digest]:
    """Return the SHA-256 of every file in `folder`, by its name there."""
    found: dict[str, Digest] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            with file.open("rb") as data:
                hashed = hashlib.file_digest(data, "sha256").hexdigest()
            found[file.relative_to(folder).as_posix()] = Digest(hashed)
    return found


def manifest(
    members: Mapping[str, Digest], whole: Collection[str], facts: Mapping[str, object]
) -> bytes:
    """Return the manifest: each member's SHA-256, and the tables of which every text is there."""
    said = {"format": FORMAT, **facts, "members": dict(members), "whole": sorted(whole)}
    return (json.dumps(said, indent=2, ensure_ascii=True) + "\n").encode("ascii")


def pack(folder: Path, target: Path) -> None:
    """Write every file in `folder` into a zip; the same files give the same bytes."""
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                with file.open("rb") as data, archive.open(info, "w") as member:
                    while block := data.read(1 << 20):
                        member.write(block)
