"""Loading a pack: a protocol without problems, or the problems and no protocol."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.domain.audit import digest as digest_of
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem

if TYPE_CHECKING:
    from webcare_desk.protocol.layers import Stack


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a pack gave. With problems there is no protocol: keep the last good one."""

    protocol: Protocol | None
    problems: tuple[Problem, ...]


def load_pack(root: Path, pack_id: str) -> Loaded:
    """Return the protocol of the pack `pack_id` under `root`, with the packs it extends.

    The examples of the rules are not run: `check.check` does that.
    """
    stack, problems = read_pack(root, pack_id)
    if problems:
        return Loaded(None, problems)
    from webcare_desk.protocol.build import build

    return Loaded(build(stack), ())


def content_kept(root: Path, digest: str) -> bytes | None:
    """Return what the packs under `root` say where it has this `digest`; None where none has.

    Whether it has problems today is another question: it was in force as it is.
    """
    from webcare_desk.protocol.build import content_of
    from webcare_desk.protocol.layers import read_stack  # pydantic takes 0.2 s

    for place in sorted(root.glob("*/pack.yaml")):
        stack = read_stack(root, place.parent.name)
        if stack.whole and stack.heads and stack.hours is not None:
            content = content_of(stack)
            if digest_of(content) == digest:
                return content
    return None


def read_pack(root: Path, pack_id: str) -> tuple["Stack", tuple[Problem, ...]]:
    """Return the layered pack and every problem that needs no screening, sorted."""
    from webcare_desk.protocol.consistency import (  # pydantic takes 0.2 s
        inconsistencies,
    )
    from webcare_desk.protocol.layers import read_stack  # pydantic takes 0.2 s
    from webcare_desk.protocol.lint import lint  # pydantic takes 0.2 s

    stack = read_stack(root, pack_id)
    found = set(stack.problems)
    if stack.whole and stack.heads:
        found.update(inconsistencies(stack))
        found.update(lint(stack))
    return stack, tuple(sorted(found))
