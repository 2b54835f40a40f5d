"""Every problem of a pack at once, its own examples included."""

from collections.abc import Callable, Iterator
from pathlib import Path

from webcare_desk.domain.finding import Language, Screening
from webcare_desk.protocol.build import condition_of
from webcare_desk.protocol.evaluate import matches
from webcare_desk.protocol.layers import Placed, Stack
from webcare_desk.protocol.library import read_pack
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.schema import Rule

Screen = Callable[[str], Screening]


def check(root: Path, pack_id: str, screen: Screen) -> tuple[Problem, ...]:
    """Return all problems of the pack `pack_id` under `root`, sorted; none when it is fine.

    `screen` is the screening that the rules' examples run through.
    """
    stack, problems = read_pack(root, pack_id)
    return tuple(sorted({*problems, *_failing(stack, screen)}))


def _failing(stack: Stack, screen: Screen) -> Iterator[Problem]:
    for rule in stack.rules.items.values():
        for language in Language:
            for wanted in ("match", "no_match"):
                yield from _failing_texts(rule, wanted, language, screen)


def _failing_texts(
    rule: Placed[Rule], wanted: str, language: Language, screen: Screen
) -> Iterator[Problem]:
    texts = getattr(getattr(rule.item.examples, wanted), language) or ()
    when = condition_of(rule.item.when)
    for number, example in enumerate(texts):
        screening = screen(example.text)
        held = [matches(when, screening, is_reply=reply) is not None for reply in (False, True)]
        if any(held) is not (wanted == "match"):
            message = f"change the rule or this example, it {_saw(screening, held=any(held))}"
            yield rule.problem(("examples", wanted, language.value, number), message)


def _saw(screening: Screening, *, held: bool) -> str:
    """Say whether the rule matched and what was found, so that the reason is plain."""
    seen = ", ".join(
        " ".join((finding.concept, *sorted(finding.contexts))) for finding in screening.findings
    )
    return f"{'matches' if held else 'does not match'} on: {seen or 'nothing'}"
