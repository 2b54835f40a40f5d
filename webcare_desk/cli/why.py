"""How a command asks why: a reason from the act's list, and words for the other reason."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from webcare_desk.actions.base import Action
from webcare_desk.cli.kinds import Member
from webcare_desk.domain.reason import Reason

F = TypeVar("F", bound=Callable[..., object])


def reason_argument(action: type[Action[Any]]) -> Callable[[F], F]:
    """Give a command the argument REASON and `--because WORDS`, as `reason` and `because`."""

    def decorated(command: F) -> F:
        words = "What the other reason is, in a few words."
        with_words = click.option("--because", default="", metavar="WORDS", help=words)(command)
        kind = Member(Reason, only=action.reasons)
        return click.argument("reason", type=kind)(with_words)

    return decorated


def reason_option(action: type[Action[Any]], only: Sequence[Reason] = ()) -> Callable[[F], F]:
    """Give a command `--reason`, asked for where the act needs it, and `--because WORDS`.

    `only` are the reasons of the act that fit this command.
    """

    def decorated(command: F) -> F:
        words = "What the other reason is, in a few words."
        with_words = click.option("--because", default="", metavar="WORDS", help=words)(command)
        fit = only or action.reasons
        kind = Member(Reason, only=fit)
        prompt = None if action.is_reason_optional else f"Why ({', '.join(fit)})"
        return click.option("--reason", type=kind, prompt=prompt, help="Why.")(with_words)

    return decorated
