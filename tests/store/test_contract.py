"""The contract of a store under random work: after any acts the log, the state and the lists agree.

What is checked is a plain Python model beside the desk, not the store against itself.
"""

import contextlib
import hashlib
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    log_in,
    make_bench,
    take_in,
    triage,
)
from tests.support.pv_says import answer_of
from webcare_desk.actions import (
    Action,
    AddNote,
    CancelDelivery,
    ChangeVisibility,
    Claim,
    ClaimDelivery,
    Classify,
    Close,
    MarkUncertain,
    Open,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RecordMove,
    RecordVerified,
    Release,
    Reopen,
    RetryDelivery,
)
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import InboxRow, PageKey, Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.original import as_json
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError

WORDS = ("hoofdpijn", "koorts", "pen", "dank", "vraag")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
SAID = st.sampled_from((CALM, triage(), triage(reply_due=None), triage(reply_due=MORNING + 9)))
COMMENTS, DELIVERIES = st.integers(1, 9), st.integers(1, 6)


class DeskAtWork(RuleBasedStateMachine):
    """Random work on a desk, with a model of what it must know beside it."""

    def __init__(self) -> None:
        """Make a desk in a folder of its own."""
        super().__init__()
        self.place = contextlib.ExitStack()
        folder = self.place.enter_context(tempfile.TemporaryDirectory())
        self.bench: Bench = make_bench(Path(folder))
        self.anna: Actor = log_in(self.bench.desk)[Role.SUPERVISOR]
        #: What a person with a notebook would know: the latest words of each comment.
        self.words: dict[str, str] = {}
        #: And in which thread each stands, by its row.
        self.threads: dict[int, str] = {}
        self.entries = self.bench.desk.read.log_size()

    def teardown(self) -> None:
        """Check the whole desk once more, after a restart; leave no folder."""
        with self.place:
            self.bench.reopen()
            self.place.callback(self.bench.desk.store.close)
            self.bench.require_sound()
            assert self.bench.desk.read.log_size() == self.entries

    def attempt(self, action: Action[Any], by: Actor) -> None:
        """Perform an action; done it is one entry, refused it is none."""
        try:
            self.bench.desk.perform(action, by)
        except RefusedError:
            return
        self.entries += 1

    @initialize(text=TEXTS)
    def begin(self, text: str) -> None:
        """Begin with one comment."""
        self.comes_in(0, text, CALM, Visibility.VISIBLE)

    @rule(n=st.integers(0, 8), text=TEXTS, said=SAID, visibility=st.sampled_from(Visibility))
    def comes_in(self, n: int, text: str, said: Any, visibility: Visibility) -> None:  # noqa: ANN401 - from SAID
        """Take a comment in, new or known."""
        for new in take_in(self.bench.desk, arrival(n, text, said=said, visibility=visibility)):
            self.threads[new] = "t1"
        self.words[f"r{n}"] = text
        self.entries += 1

    @rule(comment=COMMENTS, thread=st.sampled_from(("t1", "t2", "t3")))
    def is_moved(self, comment: int, thread: str) -> None:
        """Let the platform have moved a comment, or have given it another link."""
        self.attempt(RecordMove(comment, thread, thread, None, f"https://x.test/{thread}"), SYSTEM)
        if comment in self.threads:
            self.threads[comment] = thread

    @rule(comment=COMMENTS, within=st.sampled_from((None, HOUR)))
    def is_opened(self, comment: int, within: int | None) -> None:
        """Look at a comment."""
        self.attempt(Open(comment, within), self.anna)

    @rule(comment=COMMENTS, take_over=st.booleans())
    def is_claimed(self, comment: int, *, take_over: bool) -> None:
        """Claim a comment, or let it go."""
        self.attempt(Claim(comment) if take_over else Release(comment), self.anna)

    @rule(comment=COMMENTS, category=st.sampled_from(Category), queue=st.sampled_from(Queue))
    def is_classified(self, comment: int, category: Category, queue: Queue) -> None:
        """Say what a comment is."""
        self.attempt(Classify(comment, category, queue, MORNING), self.anna)

    @rule(comment=COMMENTS, reason=st.sampled_from(Reason))
    def is_closed(self, comment: int, reason: Reason) -> None:
        """Close a comment."""
        self.attempt(Close(comment, reason, "een reden"), self.anna)

    @rule(comment=COMMENTS, queue=st.sampled_from(Queue), reason=st.sampled_from(Reason))
    def is_reopened(self, comment: int, queue: Queue, reason: Reason) -> None:
        """Open a closed comment again."""
        self.attempt(Reopen(comment, queue, reason), self.anna)

    @rule(comment=COMMENTS, text=TEXTS | st.just(""))
    def is_noted(self, comment: int, text: str) -> None:
        """Add a note, which no search may find."""
        self.attempt(AddNote(comment, text), self.anna)

    @rule(comment=COMMENTS, text=TEXTS | st.just("{{ naam }}"))
    def is_answered(self, comment: int, text: str) -> None:
        """Queue a reply, which no search may find either."""
        self.attempt(QueueReply(comment, text, None, 0), self.anna)

    @rule(comment=COMMENTS, kind=st.sampled_from(DeliveryKind))
    def is_hidden(self, comment: int, kind: DeliveryKind) -> None:
        """Hide or show a comment."""
        self.attempt(ChangeVisibility(comment, kind, 0, Reason.AUTHOR_ASKED), self.anna)

    @rule(comment=COMMENTS)
    def is_escalated(self, comment: int) -> None:
        """Hand a comment to PV."""
        before = self.bench.desk.read.log_size()
        try:
            escalate(self.bench.desk, comment, self.anna)
        except RefusedError:
            self.entries += self.bench.desk.read.log_size() - before
            return
        self.entries += 2

    @rule(escalation=st.integers(1, 4), is_case=st.booleans())
    def is_acknowledged(self, escalation: int, *, is_case: bool) -> None:
        """Let PV answer."""
        before = self.bench.desk.read.log_size()
        answer = answer_of(self.bench.desk, self.anna, escalation, is_case=is_case)
        self.entries += self.bench.desk.read.log_size() - before  # a signature is an entry
        self.attempt(answer, self.anna)

    @rule(delivery=DELIVERIES, step=st.integers(0, 5))
    def is_delivered(self, delivery: int, step: int) -> None:
        """Let something become of a delivery."""
        found = self.bench.desk.read.delivery(delivery)
        version = 1 if found is None else found.version
        steps: tuple[Action[Any], ...] = (
            ClaimDelivery(delivery, version, HOUR),
            RecordDelivery(delivery, "receipt", version),
            RecordVerified(delivery, version),
            MarkUncertain(delivery, Name("lost"), 0, version),
            RecordFailure(delivery, Name("down"), None, version),
        )
        self.attempt(steps[step % len(steps)], SYSTEM)

    @rule(delivery=DELIVERIES, retry=st.booleans())
    def is_taken_in_hand(self, delivery: int, *, retry: bool) -> None:
        """Let a person try again, or call it back."""
        self.attempt(RetryDelivery(delivery) if retry else CancelDelivery(delivery), self.anna)

    @precondition(lambda self: self.entries % 5 == 0)
    @rule(back=st.integers(-HOUR, HOUR))
    def the_clock_is_set(self, back: int) -> None:
        """Let the clock of the machine jump."""
        self.bench.clock.pass_by(back)

    @invariant()
    def every_act_has_one_entry(self) -> None:
        """Count."""
        assert self.bench.desk.read.log_size() == self.entries

    @invariant()
    def every_comment_stands_in_one_queue(self) -> None:
        """Put the pages together: each comment once, in order, and as many as are counted."""
        read, met = self.bench.desk.read, set[int]()
        for count in read.queue_counts():
            rows: list[InboxRow] = []
            after: PageKey | None = None
            while page := read.page(count.queue, after, 3, 0):
                rows += page
                after = PageKey(page[-1].due, page[-1].comment)
            keys = [(row.due, row.comment) for row in rows]
            assert keys == sorted(set(keys))
            assert len(rows) == count.count
            met |= {row.comment for row in rows}
        assert len(met) == len(self.words)

    @invariant()
    def every_word_is_found_where_it_stands(self) -> None:
        """Hold the search against a plain filter over the notebook."""
        for word in WORDS:
            found = self.bench.desk.read.search(word, None, 99, 0)
            wanted = [text for text in self.words.values() if word in text.split()]
            assert sorted(row.preview for row in found) == sorted(wanted)

    @invariant()
    def every_comment_stands_in_one_thread(self) -> None:
        """Hold the threads against the notebook."""
        read = self.bench.desk.read
        for comment, thread in self.threads.items():
            with_it = [other for other, its in self.threads.items() if its == thread]
            assert sorted(each.id for each in read.thread(comment)) == sorted(with_it)
            assert read.thread_size(comment) == len(with_it)

    @invariant()
    def every_original_stays_what_was_frozen(self) -> None:
        """Make its text anew, whatever was moved since."""
        read = self.bench.desk.read
        for comment in self.threads:
            for frozen in read.originals(comment):
                text = as_json(read.frozen_as(frozen))
                assert hashlib.sha256(text).hexdigest() == frozen.text_hash

    @invariant()
    def every_wording_is_kept(self) -> None:
        """Count the wordings; the desk's own hiding is none."""
        for remote_id, text in self.words.items():
            comment = self.bench.desk.read.comment_named("village", remote_id)
            assert comment is not None
            assert comment.text == text
            assert len(self.bench.desk.read.revisions(comment.id)) == comment.revision


TestDeskAtWork = DeskAtWork.TestCase
TestDeskAtWork.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
