"""The protocols that the log names, in the very bytes of which it has the digest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.errors import WebcareError
from webcare_desk.protocol.library import content_kept
from webcare_desk.protocol.versions import archived
from webcare_desk.rulebook import KEPT

_ABOUT = """\
The protocols that the entries of this package name (`protocol`, `made_under`), and the one in force.
Each file has the name of its digest: its SHA-256 is what the log says. What the desk
keeps of a version under another digest is no evidence, and is left out.

"""


def write_protocols(desk: Desk, entries: Iterable[AuditEntry], folder: Path, target: Path) -> None:
    """Write what the desk in `folder` keeps of each protocol, where it is the one of the log.

    What is not, or is kept no more, is told in `index.txt` and blocks nothing.
    """
    target.mkdir()
    in_force = desk.read.fact("protocol")
    named = {name for each in entries for name in (each.protocol, each.detail.get("made_under"))}
    told = [_ABOUT]
    for digest in sorted({*named, in_force} - {None}, key=str):
        content = next(_found(folder, str(digest)), None)
        if content is not None:
            (target / f"{digest}.json").write_bytes(content)
        state = "in force" if digest == in_force else "earlier"
        where = "not here: the desk keeps no copy with this digest" if content is None else "here"
        told.append(f"{digest}  {state}, {where}\n")
    (target / "index.txt").write_text("".join(told), encoding="utf-8")


def _found(folder: Path, digest: str) -> Iterator[bytes]:
    for place in (archived(folder, digest), folder / KEPT):
        try:
            content = None if place is None else content_kept(place, digest)
        except (WebcareError, OSError, ValueError):  # whatever cannot be read is not the one
            content = None
        if content is not None:
            yield content
