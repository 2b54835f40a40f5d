"""The options with which a later version gains and loses reactions and medicines."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from webcare_desk.domain.case_parts import Added, DrugRole, Edit, Part, Removed
from webcare_desk.errors import UsageError

#: How a byte that is no text comes from the terminal.
_HALF = re.compile("[\ud800-\udfff]")
_PLACE = re.compile(r"(E\.i|G\.k)\[([1-9]\d{0,3})\]")


def parts_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options; it gets what they say as `edits`."""

    @wraps(command)
    def collected(
        *args: Any,  # noqa: ANN401 - what the other options give
        add_reaction: tuple[str, ...],
        add_drug: tuple[str, ...],
        remove: tuple[str, ...],
        **more: Any,  # noqa: ANN401 - the same
    ) -> None:
        command(*args, edits=edits_of(add_reaction, add_drug, remove), **more)

    for option in (_REMOVE, _DRUG, _REACTION):
        collected = option(collected)
    return collected


_REACTION = click.option(
    "--add-reaction", multiple=True, metavar="WORDS", help="A reaction that is new."
)
_DRUG = click.option(
    "--add-drug",
    multiple=True,
    metavar="[ROLE:]NAME",
    help="A medicine that is new: suspected, else concomitant:NAME or interacting:NAME.",
)
_REMOVE = click.option(
    "--remove",
    multiple=True,
    metavar="PART",
    help="What is taken away, by its place: E.i[2] is the second reaction, G.k[1] a medicine.",
)


def edits_of(
    reactions: tuple[str, ...], drugs: tuple[str, ...], gone: tuple[str, ...]
) -> tuple[Edit, ...]:
    """Return what comes and goes; UsageError for what is no part, or no text."""
    for words in (*reactions, *drugs):
        if _HALF.search(words):
            msg = "A reaction or a medicine holds half a character, which no file can keep."
            raise UsageError(msg)
    return (
        *(Added(Part.REACTION, words) for words in reactions),
        *map(_drug, drugs),
        *map(_removed, gone),
    )


def _drug(told: str) -> Added:
    role, colon, name = told.partition(":")
    if colon and role.strip() in set(DrugRole):
        return Added(Part.DRUG, name, DrugRole(role.strip()))
    return Added(Part.DRUG, told)


def _removed(told: str) -> Removed:
    found = _PLACE.fullmatch(told.strip())
    if found is None:
        msg = f"“{told}” is no part, such as E.i[2] or G.k[1]."
        raise UsageError(msg)
    return Removed(Part(found[1]), int(found[2]))
