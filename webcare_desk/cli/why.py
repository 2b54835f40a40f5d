"""How a command asks why: a reason from the act's list, and words for the other reason."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from webcare_desk.actions.base import Action
from webcare_desk.cli.kinds import Member
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import UsageError

F = TypeVar("F", bound=Callable[..., object])


class Asked(click.Option):
    """An option that is asked for at a keyboard alone: on standard input is the password."""

    def prompt_for_value(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Ask, or refuse where nobody could answer."""
        if not sys.stdin.isatty():
            msg = f"Say {self.opts[0]}: {self.type.get_metavar(self, ctx)}."
            raise UsageError(msg)
        return super().prompt_for_value(ctx)


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
        asked = click.option("--reason", cls=Asked, type=kind, prompt=prompt, help="Why.")
        return asked(with_words)

    return decorated
