"""Loading a pack: a protocol without problems, or the problems and no protocol.

A version that was approved once is another matter: it stays readable whatever
later programs ask of a pack. Beside its packs stands what they said, in the
bytes of which the log has the digest, and no check of today refuses it.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.domain.audit import digest as digest_of
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem

if TYPE_CHECKING:
    from webcare_desk.protocol.layers import Stack

#: What a kept version says, beside its packs.
CONTENT = "content.json"


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


@dataclass(frozen=True, slots=True)
class Kept:
    """A version that was approved, and what the checks of today find wrong with it."""

    protocol: Protocol
    problems: tuple[Problem, ...]


def load_kept(root: Path, digest: str, first: str = "") -> Kept | None:
    """Return the version of `digest` that is kept under `root`; None where it is not that one.

    The pack `first` is tried before the others.
    """
    from webcare_desk.protocol.build import as_written, build
    from webcare_desk.protocol.layers import stack_of  # pydantic takes 0.2 s

    content = _content_beside(root, digest)
    try:
        if content is None:
            stack = next((each for each, said in _said(root, first) if said == digest), None)
        else:
            stack = stack_of(as_written(content), CONTENT)
        return None if stack is None else Kept(build(stack, digest), _problems_of(stack))
    except ValueError:  # this program has no word for something in it
        return None


def content_kept(root: Path, digest: str) -> bytes | None:
    """Return what the packs under `root` say where it has this `digest`; None where none has.

    Whether it has problems today is another question: it was in force as it is.
    """
    return _content_beside(root, digest) or content_of_packs(root, digest)


def content_of_packs(root: Path, digest: str) -> bytes | None:
    """Return the same from the files of the packs alone."""
    from webcare_desk.protocol.build import content_of

    return next((content_of(stack) for stack, said in _said(root) if said == digest), None)


def _content_beside(root: Path, digest: str) -> bytes | None:
    try:
        content = (root / CONTENT).read_bytes()
    except OSError:
        return None
    return content if digest_of(content) == digest else None


def _said(root: Path, first: str = "") -> Iterator[tuple["Stack", str]]:
    """Yield each pack under `root` that can be read whole, with the digest of what it says."""
    from webcare_desk.protocol.build import content_of
    from webcare_desk.protocol.layers import read_stack  # pydantic takes 0.2 s

    names = sorted(head.parent.name for head in root.glob("*/pack.yaml"))
    for name in sorted(names, key=lambda name: name != first):
        with suppress(ValueError):  # this program has no word for something in it
            stack = read_stack(root, name, was_approved=True)
            if stack.whole and stack.heads and stack.hours is not None:
                yield stack, digest_of(content_of(stack))


def read_pack(root: Path, pack_id: str) -> tuple["Stack", tuple[Problem, ...]]:
    """Return the layered pack and every problem that needs no screening, sorted."""
    from webcare_desk.protocol.layers import read_stack  # pydantic takes 0.2 s

    stack = read_stack(root, pack_id)
    return stack, _problems_of(stack)


def _problems_of(stack: "Stack") -> tuple[Problem, ...]:
    from webcare_desk.protocol.consistency import (  # pydantic takes 0.2 s
        inconsistencies,
    )
    from webcare_desk.protocol.lint import lint  # pydantic takes 0.2 s

    found = set(stack.problems)
    # What was read loosely may not be what the other checks count on.
    if stack.whole and stack.heads and not (stack.was_approved and found):
        found.update(inconsistencies(stack))
        found.update(lint(stack))
    return tuple(sorted(found))
