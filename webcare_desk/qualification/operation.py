"""OQ: the functions that matter are exercised, on a desk of their own; what is sent stays on loopback."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from webcare_desk.demo.journey import journey
from webcare_desk.demo.journey_words import Step
from webcare_desk.demo.stage import Stage
from webcare_desk.qualification import proof, work
from webcare_desk.qualification.check import BROKEN, Asked, Check, judged, tried
from webcare_desk.qualification.ground import Given, Ground
from webcare_desk.qualification.returning import comes_back

#: The way of one comment: what each step is, what is expected of it, and for which requirements.
_WAY: Final[Mapping[Step, tuple[str, str, tuple[str, ...]]]] = {
    Step.MADE: ("A desk is made", "with its accounts, its key and its first entry", ()),
    Step.FETCHED: ("Comments are fetched", "over HTTP, each of them, none missing", ("C3",)),
    Step.SCREENED: ("What came in is screened", "each comment is in a queue", ()),
    Step.OPENED: ("A report is opened", "its words are underlined, PV's clock runs", ("P4",)),
    Step.ESCALATED: (
        "A report is escalated",
        "PV has the packet, by SMTP with TLS, exactly once, with the signed head of the log",
        ("P6", "P18"),
    ),
    Step.ACKNOWLEDGED: (
        "PV's answer is recorded",
        "signed; only then the escalation is acknowledged",
        ("P21",),
    ),
    Step.REPLIED: ("A reply is sent", "from its template, once", ()),
    Step.READ_BACK: ("The reply is read back", "word for word; only then it is verified", ()),
    Step.FOLLOWED: ("Changes are followed", "new, edited and deleted comments are seen", ()),
    Step.VERIFIED: ("The log is verified", "it holds, signed by the desk", ("A7",)),
    Step.REPLAYED: ("The log is replayed", "it gives the state, row for row", ("A2",)),
}
_NOT_REACHED: Final = "Not reached: an earlier step failed."
#: What is tried beside that way, in this order: the last ones look at what all of it left behind.
_FUNCTIONS: Final[tuple[Asked[Ground], ...]] = (
    Asked(
        "OQ-12",
        "Told side effects",
        "in Dutch and English: the safety queue, their words underlined",
        ("P6",),
        work.flags_reports,
    ),
    Asked(
        "OQ-13",
        "People in crisis",
        "in Dutch and English: the first queue; a plain question is elsewhere",
        (),
        work.flags_crises,
    ),
    Asked(
        "OQ-14",
        "The protocol of the given desk",
        "it has no problems, and each of its examples ends as it says",
        (),
        work.protocol_holds,
    ),
    Asked(
        "OQ-15",
        "The report in the packet",
        "an E2B(R3) message that breaks no rule",
        ("P11",),
        work.packet_is_valid,
    ),
    Asked(
        "OQ-16",
        "The original in the packet",
        "the words as they stood, by the digest that the packet names",
        ("P5",),
        work.packet_has_original,
    ),
    Asked(
        "OQ-17", "A right that is missing", "refused, and nothing is written", ("C1",), work.denies
    ),
    Asked(
        "OQ-18",
        "Wrong passwords",
        "each is an entry; after five even the right one waits",
        ("C6", "A8"),
        work.delays,
    ),
    Asked(
        "OQ-19",
        "A signature",
        "it holds under its record, not under another one, not with a byte changed",
        ("D2",),
        work.signs,
    ),
    Asked(
        "OQ-20",
        "SQL past the program",
        "the database refuses to change an entry or a row",
        ("A1", "A4"),
        proof.refuses_sql,
    ),
    Asked(
        "OQ-21",
        "One changed byte in a copy of the log",
        "it is found, and the entry is named",
        ("A7",),
        proof.finds_a_changed_byte,
    ),
    Asked(
        "OQ-22",
        "An inspection package",
        "the verifier that needs no program says that it holds; with a byte changed not",
        ("B1", "A7"),
        proof.package_proves_itself,
    ),
    Asked(
        "OQ-23",
        "Erasing",
        "by two persons; the words are in no file of the desk, and the log holds",
        ("A9",),
        proof.erases,
    ),
    Asked(
        "OQ-24",
        "A backup",
        "made, proven and put back: the same log; nothing leaves before it is confirmed",
        ("B2",),
        comes_back,
    ),
    Asked(
        "OQ-25",
        "The log after all this",
        "it holds, with every text and row of the desk",
        ("A7",),
        proof.log_holds,
    ),
    Asked(
        "OQ-26",
        "The replay after all this",
        "the state, row for row",
        ("A2",),
        proof.replay_is_equal,
    ),
)


def check_operation(given: Given) -> tuple[Check, ...]:
    """Exercise the functions on a temporary desk of their own; nothing is sent but to loopback."""
    with ExitStack() as open_:
        place = Path(open_.enter_context(tempfile.TemporaryDirectory(prefix="webcare-desk-oq-")))
        stage = Stage(place / "desk", undo_seconds=0)
        try:
            open_.enter_context(stage)
        except BROKEN as error:
            why = f"The desk for the checks cannot be made: {error}"
            steps = (judged(asked, why, passed=False) for asked in _steps())
            return (*steps, *(judged(asked, why, passed=False) for asked in _FUNCTIONS))
        return tuple(tried_on(Ground(stage, place, given)))


def tried_on(ground: Ground) -> Iterator[Check]:
    """Make every check on a ground: a comment's whole way first, which brings what the others need."""
    yield from walk(ground.stage)
    yield from (tried(asked, ground) for asked in _FUNCTIONS)


def walk(stage: Stage) -> Iterator[Check]:
    """Go the way of one comment; each step is a check, and none comes after one that failed."""
    lines, problem = journey(stage), ""
    for asked in _steps():
        try:
            said = problem or next(lines).sentence
        except BROKEN as error:
            yield judged(asked, str(error), passed=False)
            problem = _NOT_REACHED
        else:
            yield judged(asked, said, passed=not problem)


def _steps() -> Iterator[Asked[Stage]]:
    for number, (what, expected, requirements) in enumerate(_WAY.values(), 1):
        yield Asked(f"OQ-{number:02}", what, expected, requirements, lambda _: "")
