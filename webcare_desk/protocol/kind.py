"""How an example is said: what makes a text easy to misread."""

from enum import StrEnum


class ExampleKind(StrEnum):
    """How a text is said; PLAIN is anything that is none of the others."""

    PLAIN = "plain"
    SLANG = "slang"
    TYPO = "typo"
    NEGATED = "negated"
    SECOND_HAND = "second-hand"
    HYPOTHETICAL = "hypothetical"
    SARCASM = "sarcasm"
