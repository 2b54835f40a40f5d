"""PV's answers are taken in before their place is kept: a crash loses none of them."""

from collections import deque
from dataclasses import dataclass, field

import pytest

from tests.jobs.faulty import PowerCut
from tests.support.desks import Bench
from webcare_desk.connectors.answers import Found
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.evidence import bytes_of
from webcare_desk.errors import DiskFullError, MessageError, RefusedError, UnavailableError
from webcare_desk.jobs.answers import Heard, hear
from webcare_desk.reports.acts import filled, words_of

IMAP = Name("imap")


@dataclass(slots=True)
class Box:
    """A mailbox of files in which a place is a number."""

    files: list[bytes] = field(default_factory=list)
    is_down: bool = False

    def fetch(self, cursor: str | None) -> Found:
        """Give everything after the place."""
        if self.is_down:
            msg = "down"
            raise UnavailableError(msg)
        new = tuple(self.files[int(cursor or 0) :])
        return Found(new, str(len(self.files)), more=False, looked=len(new), passed=0)

    def check(self) -> str:
        """Say nothing."""
        return ""


@dataclass(slots=True)
class Cases:
    """Takes in what it is given, and fails as a test says."""

    faults: deque[BaseException | None] = field(default_factory=deque)
    taken: list[bytes] = field(default_factory=list)

    def __call__(self, data: bytes) -> None:
        """Take one acknowledgement."""
        error = self.faults.popleft() if self.faults else None
        if error is not None:
            raise error
        self.taken.append(data)


def test_each_answer_is_taken_once_and_a_visit_without_news_leaves_no_entry(bench: Bench) -> None:
    box, cases = Box([b"a", b"b"]), Cases()
    assert hear(bench.desk, IMAP, box, cases) == Heard("imap", 2, 2, 0, 0, more=False)
    size = bench.desk.read.log_size()
    assert hear(bench.desk, IMAP, box, cases) == Heard("imap", 0, 0, 0, 0, more=False)
    assert bench.desk.read.log_size() == size
    assert cases.taken == [b"a", b"b"]


def test_what_is_no_acknowledgement_is_counted_and_stops_nothing(bench: Bench) -> None:
    faults: deque[BaseException | None] = deque(
        [MessageError("no ack"), None, RefusedError("not now")]
    )
    heard = hear(bench.desk, IMAP, Box([b"a", b"b", b"c"]), Cases(faults))
    assert (heard.taken, heard.strange) == (1, 2)
    (entry,) = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)
    detail = {"channel": "imap", "looked": 3, "taken": 1, "strange": 2, "passed": 0}
    assert (entry.action, entry.detail) == ("keep-answer-place", detail)
    said = filled(words_of(entry), entry, "The program")
    assert said == "The program looked for answers of PV; cannot be read: 2"


def test_what_cannot_be_read_is_kept_once_as_it_came(bench: Bench) -> None:
    files = [b"<cut", b"\x30\x80\0", b"<cut"]
    faults: deque[BaseException | None] = deque([MessageError("no ack")] * 3)
    hear(bench.desk, IMAP, Box(files), Cases(faults))
    loose = bench.desk.read.loose_answers()
    assert [(each.meaning, each.is_unread) for each in loose] == [
        (AnswerMeaning.UNREADABLE, True)
    ] * 2
    kept = [bench.desk.read.case_document(each.evidence) or "" for each in loose]
    assert [bytes_of(each) for each in kept] == [b"\x30\x80\0", b"<cut"]
    first = bench.desk.read.entries_after(bench.desk.read.log_size() - 4, 1)[0]
    said = filled(words_of(first), first, "The program")
    assert said == "The program found an answer of PV that cannot be read"


@pytest.mark.parametrize("error", [PowerCut(), DiskFullError("full")])
def test_after_a_crash_an_answer_is_taken_again_and_none_is_lost(
    bench: Bench, error: BaseException
) -> None:
    box, cases = Box([b"a", b"b"]), Cases(deque([None, error]))
    with pytest.raises(type(error)):
        hear(bench.desk, IMAP, box, cases)
    bench.reopen()
    hear(bench.desk, IMAP, box, cases)
    assert cases.taken == [b"a", b"a", b"b"]


def test_a_place_kept_before_the_answers_were_taken_would_lose_one(bench: Bench) -> None:
    """The twin: the place first, then the answers."""
    box, cases = Box([b"a", b"b"]), Cases(deque([None, PowerCut()]))
    hear(bench.desk, IMAP, box, lambda _: None)
    cases(box.files[0])
    with pytest.raises(PowerCut):
        cases(box.files[1])
    bench.reopen()
    hear(bench.desk, IMAP, box, cases)
    assert cases.taken == [b"a"]


def test_a_mailbox_that_is_down_keeps_its_place_and_each_channel_has_its_own(bench: Bench) -> None:
    box, cases = Box([b"a"]), Cases()
    hear(bench.desk, IMAP, box, cases)
    box.is_down = True
    with pytest.raises(UnavailableError):
        hear(bench.desk, IMAP, box, cases)
    box.is_down = False
    hear(bench.desk, IMAP, box, cases)
    hear(bench.desk, Name("answers"), box, cases)
    assert cases.taken == [b"a", b"a"]
