"""All of one case in words: its versions, PV's answers, and what may be the same case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from webcare_desk.app import App
from webcare_desk.casebook.reading import our_number, still_frozen
from webcare_desk.casebook.refusal import receivers_problems
from webcare_desk.domain.case_version import CaseAnswer, CaseVersion
from webcare_desk.domain.inquiry import Inquiry
from webcare_desk.domain.likeness import Judgement, Likeness
from webcare_desk.domain.register import RegisterRow, submission_from
from webcare_desk.domain.reply import Delivery, waits_for_hide
from webcare_desk.domain.signature import Signature
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.composer.outbox import state_words
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.register.words import (
    kind_word,
    meaning_word,
    outcome_word,
    state_word,
)
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.ui.supervision.ways import way_word
from webcare_desk.ui.words import reason_word, role_word


@dataclass(frozen=True, slots=True)
class Story:
    """What is read of a case, in a worker; `alike` has a line for each possible match.

    `number` is our number of it, `repeats` that of the case it is a duplicate of, if any.
    """

    row: RegisterRow
    number: str
    repeats: str
    versions: tuple[CaseVersion, ...]
    answers: tuple[tuple[CaseAnswer, Signature | None], ...]
    linked: tuple[str, ...]
    alike: tuple[str, ...]
    judged: tuple[tuple[str, Likeness], ...]
    inquiries: tuple[Inquiry, ...]
    replies: Mapping[int, Delivery]
    now: int
    names: Mapping[str, str]


def read_story(app: App, row: RegisterRow) -> Story:
    """Read all of one case."""
    from webcare_desk.casebook.alike import judged, proposed

    read, case = app.desk.read, row.standing.case
    packet = still_frozen(read, case)
    return Story(
        row=row,
        number=row.reference,
        repeats=""
        if row.standing.duplicate_of is None
        else our_number(read, row.standing.duplicate_of),
        versions=tuple(read.case_versions(case)),
        answers=tuple(
            (each, read.signature(each.signature or 0)) for each in read.case_answers(case)
        ),
        linked=() if packet is None else packet.linked,
        alike=tuple(
            f"{each.known.reference} · {oneline(each.known.author, 40)} · {each.likeness} %"
            for each in proposed(read, case)
        ),
        judged=tuple((each.known.reference, said) for each, said in judged(read, case)),
        inquiries=tuple(read.inquiries(case)),
        replies={each.id: each for each in read.deliveries_of(row.standing.comment)},
        now=app.desk.clock(),
        names={each.id: each.name for each in read.moderators()},
    )


def told(story: Story) -> tuple[str, str, str]:
    """Return the versions, PV's answers, and what may be the same case, as lines."""
    versions = (_version(each, story.names) for each in reversed(story.versions))
    return (
        "\n\n".join(
            ("\n".join(_head(story)), *map(partial(_asked, story), story.inquiries), *versions)
        ),
        "\n\n".join(answer_lines(*each) for each in reversed(story.answers))
        or QCoreApplication.translate("RegisterStory", "none yet"),
        "\n".join(_alike(story)) or QCoreApplication.translate("RegisterStory", "none found"),
    )


def _head(story: Story) -> Iterator[str]:
    standing = story.row.standing
    yield f"{story.number} · {state_word(standing.state)}"
    yield QCoreApplication.translate("RegisterStory", "Since {time}").format(
        time=moment(standing.since)
    )
    yield QCoreApplication.translate("RegisterStory", "Day zero: {time}").format(
        time=moment(story.row.day_zero_at)
    )
    if (began := submission_from(story.row)) != story.row.day_zero_at:
        yield QCoreApplication.translate("RegisterStory", "PV's days run from: {time}").format(
            time=moment(began)
        )
    if standing.pv_reference:
        yield QCoreApplication.translate("RegisterStory", "PV's number: {number}").format(
            number=oneline(standing.pv_reference)
        )
    if standing.reason is not None:
        yield QCoreApplication.translate("RegisterStory", "Reason: {reason}").format(
            reason=reason_word(standing.reason)
        )
    if story.repeats:
        yield QCoreApplication.translate("RegisterStory", "Duplicate of case {number}").format(
            number=story.repeats
        )


def _version(version: CaseVersion, names: Mapping[str, str]) -> str:
    who = oneline(names.get(version.by, version.by), 60)
    lines = [
        f"{version.number} · {kind_word(version.kind)}",
        QCoreApplication.translate("RegisterStory", "made {time} by {name}").format(
            time=moment(version.made_at), name=who
        ),
    ]
    if version.reason:
        lines.append(f"“{oneline(version.reason, 300)}”")
    if version.answer is not None:
        lines.append(meaning_word(version.answer))
    return "\n".join(lines)


def _asked(story: Story, inquiry: Inquiry) -> str:
    words = QCoreApplication.translate(
        "RegisterStory", "Questions, attempt {attempt}: asked {time}"
    )
    asked = words.format(attempt=inquiry.attempt, time=moment(inquiry.asked_at))
    reply = story.replies.get(inquiry.delivery or 0)
    if reply is not None:
        said = QCoreApplication.translate("RegisterStory", "the invitation in public: {state}")
        behind = waits_for_hide(reply, story.replies.values())
        asked = f"{asked}\n{said.format(state=state_words(reply, story.now, behind=behind))}"
    if inquiry.outcome is not None and inquiry.ended_at is not None:
        ended = QCoreApplication.translate("RegisterStory", "ended {time}: {outcome}")
        word = outcome_word(inquiry.outcome)
        return f"{asked}\n{ended.format(time=moment(inquiry.ended_at), outcome=word)}"
    mark = "⚠ " if inquiry.is_late(story.now) else ""
    waits = QCoreApplication.translate("RegisterStory", "waiting for an answer: {left}")
    line = f"{asked}\n{mark}{waits.format(left=left(inquiry.due_at, story.now).text)}"
    if inquiry.alarm is None or inquiry.alarmed_at is None:
        return line
    told = QCoreApplication.translate("RegisterStory", "{role} alarmed {time}")
    role = role_word(inquiry.alarm)
    return f"{line}\n⚠ {told.format(role=role, time=moment(inquiry.alarmed_at))}"


def answer_lines(answer: CaseAnswer, signature: Signature | None) -> str:
    """Return one answer of PV as lines, with the signature of who entered it."""
    letter = QCoreApplication.translate("RegisterStory", "a mail of PV, for a person to read")
    meaning = letter if answer.is_letter else meaning_word(answer.meaning)
    lines = [f"{meaning} · {way_word(answer.way)} · {moment(answer.at)}"]
    if answer.pv_reference:
        lines.append(oneline(answer.pv_reference, 100))
    if answer.words:
        lines.append(f"“{oneline(answer.words, 300)}”")
    lines += (f"⚠ {oneline(each, 300)}" for each in receivers_problems(answer))
    lines += signed_lines(signature)
    proof = QCoreApplication.translate("RegisterStory", "evidence: SHA-256 {digest}…")
    lines.append(proof.format(digest=answer.digest[:16]))
    return "\n".join(lines)


def _alike(story: Story) -> Iterator[str]:
    yield from story.alike
    words = {
        Judgement.SAME: QCoreApplication.translate(
            "RegisterStory", "{number}: the same one, said {name}, {time}"
        ),
        Judgement.ANOTHER: QCoreApplication.translate(
            "RegisterStory", "{number}: another one, said {name}, {time}"
        ),
    }
    for number, said in story.judged:
        who = oneline(story.names.get(said.by, said.by), 60)
        yield words[said.judgement].format(number=number, name=who, time=moment(said.at))
    for each in story.linked:
        yield QCoreApplication.translate(
            "RegisterStory", "{number}: the same one, said who sent it"
        ).format(number=each)
