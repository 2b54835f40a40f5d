"""A receiver may answer the batch and name no report: the desk sends one report in each."""

from functools import partial

import pytest

from tests.pv.e2b.test_e2b_acknowledgement import ICH, acknowledgement
from tests.support.desks import SYSTEM
from tests.support.safety import Safety
from webcare_desk.casebook import answers
from webcare_desk.casebook.versions import News, correct
from webcare_desk.connectors.answers import Found
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.errors import MessageError, PacketError
from webcare_desk.jobs.answers import hear


def of_batch(batch: str, code: str) -> bytes:
    """Return what a gateway says of a batch that it took no message out of."""
    return f"""<MCCI_IN200101UV01 xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0">
      <id extension="A-1" root="{ICH}.20"/><creationTime value="20260301101112+0100"/>
      <acknowledgement typeCode="{code}"><targetBatch>
        <id extension="{batch}" root="{ICH}.22"/></targetBatch>
        <acknowledgementDetail><text>D.1 cannot be read</text></acknowledgementDetail>
      </acknowledgement>
    </MCCI_IN200101UV01>""".encode()


class Box:
    """A mailbox with one acknowledgement in it."""

    def __init__(self, file: bytes) -> None:
        """Hold a file."""
        self.file = file

    def fetch(self, cursor: str | None) -> Found:
        """Give the file."""
        del cursor
        return Found((self.file,), "1", more=False, looked=1, passed=0)

    def check(self) -> str:
        """Say nothing."""
        return ""


def test_a_batch_refused_as_a_whole_refuses_its_report_which_is_then_corrected(
    safety: Safety,
) -> None:
    safety.leave()
    desk, file = safety.bench.desk, of_batch(safety.number()[1], "AR")
    heard = hear(desk, Name("imap"), Box(file), partial(answers.take, desk, by=SYSTEM))
    assert (heard.taken, heard.strange) == (1, 0)
    assert safety.state() is CaseState.REJECTED
    (answer,) = desk.read.case_answers(1)
    assert (answer.meaning, answer.report) == (AnswerMeaning.REJECTED, safety.number()[0])
    assert '"elements": ["D.1"]' in (answer.problems or "")
    (again,) = answers.take(desk, file, SYSTEM).answers
    assert again.judged.meaning is AnswerMeaning.REPEATED
    safety.later()
    correct(desk, 1, safety.sanne.actor, News("D.1", {"D.1": "X"}))
    assert safety.state() is CaseState.QUEUED


def test_a_refusal_of_an_earlier_batch_does_not_refuse_the_next(safety: Safety) -> None:
    safety.leave()
    first = safety.number()[1]
    safety.ack(code="CR")
    safety.later()
    correct(safety.bench.desk, 1, safety.sanne.actor, News("D.1", {"D.1": "X"}))
    safety.leave()
    (answer,) = answers.take(safety.bench.desk, of_batch(first, "AR"), SYSTEM).answers
    assert answer.judged.meaning is AnswerMeaning.REPEATED
    assert safety.state() is CaseState.SENT


@pytest.mark.parametrize("code", ["AA", "AE"])
def test_a_batch_that_was_read_says_neither_yes_nor_no_of_its_report(
    safety: Safety, code: str
) -> None:
    safety.leave()
    (answer,) = answers.take(safety.bench.desk, of_batch(safety.number()[1], code), SYSTEM).answers
    assert answer.judged.meaning is AnswerMeaning.UNREADABLE
    assert safety.state() is CaseState.SENT


@pytest.mark.parametrize(
    ("code", "meaning"), [("CA", AnswerMeaning.ACCEPTED), ("CR", AnswerMeaning.REJECTED)]
)
def test_a_message_without_a_report_is_about_the_one_of_its_batch(
    safety: Safety, code: str, meaning: AnswerMeaning
) -> None:
    safety.leave()
    assert safety.ack(report="", code=code).meaning is meaning


def test_a_refused_batch_counts_beside_a_message_about_a_report_that_is_not_ours(
    safety: Safety,
) -> None:
    safety.leave()
    batch = safety.number()[1]
    data = acknowledgement(report="NL-X-9", batch=batch, batch_code="AR", code="CR")
    meanings = [
        each.judged.meaning for each in answers.take(safety.bench.desk, data, SYSTEM).answers
    ]
    assert meanings == [AnswerMeaning.UNKNOWN, AnswerMeaning.REJECTED]
    assert safety.state() is CaseState.REJECTED


def test_an_answer_to_a_batch_of_somebody_else_is_strange(safety: Safety) -> None:
    safety.leave()
    desk = safety.bench.desk
    taking = partial(answers.take, desk, by=SYSTEM)
    heard = hear(desk, Name("imap"), Box(of_batch("B-other", "AR")), taking)
    assert (heard.taken, heard.strange) == (0, 1)
    with pytest.raises(MessageError, match="none of this desk"):
        taking(of_batch("", "AR"))
    assert safety.state() is CaseState.SENT


def test_an_answer_about_a_report_that_was_erased_is_kept_loose(
    safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    def erased(*_: object) -> None:
        msg = "The report is not JSON."
        raise PacketError(msg)

    safety.leave()
    batch = safety.number()[1]
    monkeypatch.setattr(answers, "batch_of", erased)
    (answer,) = answers.take(safety.bench.desk, of_batch(batch, "AR"), SYSTEM).answers
    assert answer.judged.meaning is AnswerMeaning.UNKNOWN
