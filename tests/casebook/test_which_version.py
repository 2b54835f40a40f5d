"""Of which version PV speaks is said as soon as there are several; news that bounced is not lost."""

from dataclasses import dataclass, replace

import pytest

from tests.support.desks import HOUR, SYSTEM, version_of
from tests.support.safety import Safety
from webcare_desk.actions import ClaimDelivery, RecordDelivery
from webcare_desk.actions.case_said import require_whole
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.connectors.answers import Found
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import MessageError, RefusedError
from webcare_desk.jobs.answers import hear

YES = SpokenAnswer(1, PvDecision.ACCEPTED, Way.MAIL, "the mail of yesterday", "PV-7")


@dataclass(frozen=True)
class Bounced:
    """A mailbox in which one mail came back."""

    message_id: str

    def check(self) -> str:
        """Say what there is."""
        return "1 mail"

    def fetch(self, cursor: str | None) -> Found:
        """Return what came back."""
        del cursor
        return Found((), "1", more=False, looked=1, passed=0, bounced=(self.message_id,))


@pytest.fixture
def news(safety: Safety) -> tuple[Safety, str]:
    """Return a case whose report has left, and then a follow-up by mail; and that mail's id."""
    desk = safety.bench.desk
    safety.leave()
    safety.later()
    follow_up(desk, 1, safety.sanne.actor, News("De patiënt is overleden."))
    delivery = desk.read.case_versions(1)[-1].delivery
    found = desk.read.delivery(delivery or 0)
    assert found is not None
    mail_id = message_id_of(found.key, "a@b.example")
    mail = f"Message-ID: {mail_id}\r\n\r\n"
    desk.perform(ClaimDelivery(found.id, found.version, HOUR, mail), SYSTEM)
    desk.perform(RecordDelivery(found.id, "250 OK", version_of(desk, found.id)), SYSTEM)
    return safety, mail_id


def take(data: bytes) -> object:
    """Find no acknowledgement."""
    raise MessageError(str(len(data)))


def test_a_word_about_the_first_report_lets_news_that_bounced_leave_again(
    news: tuple[Safety, str],
) -> None:
    safety, mail_id = news
    safety.says(replace(YES, version=1))
    assert [each.answer for each in safety.versions] == [AnswerMeaning.ACCEPTED, None]
    assert safety.state() is CaseState.SENT
    hear(safety.bench.desk, Name("mailbox"), Bounced(mail_id), take)
    packet = safety.bench.desk.read.delivery(safety.versions[-1].delivery or 0)
    assert packet is not None
    assert (packet.state, packet.problem) == (DeliveryState.UNCERTAIN, "bounced")


@pytest.mark.parametrize("version", [None, 3])
def test_nobody_is_taken_to_speak_of_the_last_one(
    news: tuple[Safety, str], version: int | None
) -> None:
    safety, _ = news
    with pytest.raises(RefusedError, match="version of case 1 PV speaks: 1, 2"):
        require_whole(safety.bench.desk.read, replace(YES, version=version), None)


def test_the_version_that_is_named_is_signed_for() -> None:
    first, second = (record_of(replace(YES, version=each), None) for each in (1, 2))
    assert len({first, second, record_of(YES, None)}) == 3


@pytest.mark.parametrize("batch", ["", "B-of-somebody-else"])
@pytest.mark.parametrize(
    ("code", "answers", "state"),
    [
        ("CA", [AnswerMeaning.ACCEPTED, None], CaseState.SENT),
        ("CR", [None, AnswerMeaning.REJECTED], CaseState.REJECTED),
    ],
)
def test_an_answer_of_no_known_batch_never_passes_for_pvs_having_the_news(
    news: tuple[Safety, str],
    batch: str,
    code: str,
    answers: list[AnswerMeaning | None],
    state: CaseState,
) -> None:
    safety, _ = news
    safety.ack(batch=batch, code=code)
    assert ([each.answer for each in safety.versions], safety.state()) == (answers, state)


def test_a_yes_that_may_be_the_first_one_again_waits_for_a_person(
    news: tuple[Safety, str],
) -> None:
    safety, _ = news
    first, second = (safety.ack(batch="", text=text).meaning for text in ("first", "second"))
    assert (first, second) == (AnswerMeaning.ACCEPTED, AnswerMeaning.UNREADABLE)
    assert [each.answer for each in safety.versions] == [AnswerMeaning.ACCEPTED, None]
    kept = safety.bench.desk.read.case_answers(1)[-1]
    assert (kept.meaning, kept.words, safety.state()) == (second, "CA", CaseState.SENT)
    safety.says(replace(YES, version=2))
    assert {each.answer for each in safety.versions} == {AnswerMeaning.ACCEPTED}
    assert safety.ack(batch="", text="third").meaning is not AnswerMeaning.UNREADABLE


def test_a_yes_after_a_no_is_for_what_was_corrected(news: tuple[Safety, str]) -> None:
    safety, _ = news
    safety.ack(batch=safety.number(1)[1], code="CR")
    assert safety.ack(batch="", text="yes").meaning is AnswerMeaning.ACCEPTED
    assert [each.answer for each in safety.versions] == [
        AnswerMeaning.REJECTED,
        AnswerMeaning.ACCEPTED,
    ]
