"""A desk to test on: its folder, its key, a clock that a test turns, and what comes in."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from webcare_desk.actions import (
    AddFirstAdministrator,
    AddModerator,
    Escalate,
    Ingest,
    LogIn,
    MakeDesk,
    Open,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import Sheet
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.epoch import KeyTurn
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.finding import Category, Finding, Language, Mark, Opinion, Screening, Tier
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.triage import Arrival, Triage
from webcare_desk.signing_off import false_signatures
from webcare_desk.store.sqlite.opening import DATABASE, create_store, open_store
from webcare_desk.store.sqlite.replay import Replayed, replay
from webcare_desk.store.sqlite.store import SqliteStore
from webcare_desk.store.sqlite.verify import SignedHead, Verdict, verify
from webcare_desk.vault import signing
from webcare_desk.vault.chain import open_head

SECOND = 1_000_000
HOUR = 3600 * SECOND
#: 3 March 2026, 09:00 UTC.
MORNING = 1_772_528_400 * SECOND
ORIGIN = "webcare-desk/test"
SOURCE = Name("village")
SYSTEM = system_actor()
PEOPLE = frozenset(Role) - {Role.SYSTEM}


@dataclass(slots=True)
class Clock:
    """A clock that moves one microsecond a look, and further when a test says so."""

    at: int = MORNING

    def __call__(self) -> int:
        """Return the time in UTC microseconds."""
        self.at += 1
        return self.at

    def pass_by(self, microseconds: int) -> int:
        """Let time pass, backwards too, and return what it is then."""
        self.at += microseconds
        return self.at


@dataclass(slots=True)
class Bench:
    """A desk with everything around it that a test has to reach."""

    desk: Desk
    folder: Path
    signer: signing.Signer
    clock: Clock
    replays: int = field(default=0)

    @property
    def database(self) -> Path:
        """The desk's database file."""
        return self.folder / DATABASE

    @property
    def store(self) -> SqliteStore:
        """The store, as the class it is."""
        assert isinstance(self.desk.store, SqliteStore)
        return self.desk.store

    def verify(self, *, thorough: bool = True, log_only: bool = False) -> Verdict:
        """Check log, texts and state with the public key alone."""
        return verify(self.database, self.open_note, thorough=thorough, log_only=log_only)

    def open_note(self, note: str, turns: Sequence[KeyTurn] = ()) -> SignedHead:
        """Check the signature of a head, by the key of its epoch."""
        head = open_head(note, self.signer.verifier, turns)
        return SignedHead(head.origin, head.size, head.root)

    def replay(self) -> Replayed:
        """Rebuild the state from the log in a file of its own, and compare."""
        self.replays += 1
        return replay(self.database, self.folder / f"replay-{self.replays}.db")

    @contextlib.contextmanager
    def shell(self) -> Iterator[sqlite3.Connection]:
        """Open the database as a foreign program does, with none of our settings."""
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as shell:
            yield shell

    @contextlib.contextmanager
    def unguarded(self) -> Iterator[sqlite3.Connection]:
        """Open it as a forger does: every trigger is away for a while, and then back."""
        with self.shell() as shell:
            rules = shell.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            triggers = rules.fetchall()
            for name, _ in triggers:
                shell.execute(f"DROP TRIGGER {name}")
            yield shell
            for _, sql in triggers:
                shell.execute(sql)

    def reopen(self) -> None:
        """Close the desk and open it again, as the next start does."""
        self.desk.store.close()
        self.desk = Desk(open_store(self.folder, self.signer, ORIGIN), self.clock)

    def require_sound(self) -> None:
        """Fail unless the log verifies, its replay is the state of the desk, and signatures hold."""
        verdict = self.verify()
        assert verdict.holds, verdict.flaw
        assert self.replay().differences == ()
        assert false_signatures(self.desk.read) == ()


def make_bench(folder: Path) -> Bench:
    """Make a new desk in `folder` with its first entry."""
    signer, clock = signing.Signer.generate(ORIGIN), Clock()
    desk = Desk(create_store(folder, signer, ORIGIN), clock)
    desk.perform(MakeDesk(ORIGIN, signer.verifier, is_demo=False), SYSTEM)
    return Bench(desk, folder, signer, clock)


def make_desk(folder: Path) -> Desk:
    """Make a new desk in `folder` with its first entry, and return it alone."""
    return make_bench(folder).desk


def copy_of(pristine: Bench, folder: Path) -> Bench:
    """Return a desk like `pristine`, which is closed: much quicker than to make one."""
    shutil.copyfile(pristine.database, folder / DATABASE)
    clock = Clock()
    desk = Desk(open_store(folder, pristine.signer, ORIGIN), clock)
    return Bench(desk, folder, pristine.signer, clock)


def benches(pristine: Bench, folder: Path) -> Iterator[Bench]:
    """Yield a new desk; when the test is over it must verify and replay equal."""
    bench = copy_of(pristine, folder)
    yield bench
    bench.require_sound()
    bench.desk.store.close()


def triage(
    tier: Tier = Tier.CHECK,
    category: Category = Category.ADVERSE_EVENT,
    queue: Queue = Queue.SAFETY,
    reply_due: int | None = MORNING + HOUR,
) -> Triage:
    """Return what triage says of a comment with a headache in it."""
    finding = Finding(Mark.EVENT, "headache", Category.ADVERSE_EVENT, 7, 16)
    found = (finding,) if tier else ()
    told = (Category.ADVERSE_EVENT,) if tier else ()
    opinion = Opinion("0123456789abcdef", tier, 0.25 + tier / 4, told, ((7, 16),) if tier else ())
    screening = Screening(Language.NL, tier, found, opinion)
    plan = "ae-to-pv" if tier else None
    return Triage(screening, category, queue, ("ae",) if tier else (), plan, reply_due)


CALM = triage(Tier.NONE, Category.INFORMATION, Queue.QUESTION)


def arrival(  # noqa: PLR0913 - what tests vary, each with its default
    n: int,
    text: str = "Ik heb hoofdpijn",
    *,
    said: Triage | None = None,
    queue: Queue | None = None,
    thread: str = "t1",
    parent: str | None = None,
    visibility: Visibility = Visibility.VISIBLE,
    own: bool = False,
) -> Arrival:
    """Return comment `r{n}` by one of seven authors, as it comes in."""
    comment = RemoteComment(
        remote_id=f"r{n}",
        thread=thread,
        parent=parent,
        author_id=f"a{n % 7}",
        author_name=f"Anna {n % 7}",
        text=text,
        posted_at=MORNING - HOUR + n * SECOND,
        link=f"https://village.example/{thread}#r{n}",
        thread_title="Hoe gaat het?",
        visibility=visibility,
        own=own,
    )
    chosen = said or triage()
    if queue is not None:
        chosen = triage(chosen.screening.tier, chosen.category, queue, chosen.reply_due)
    return Arrival(comment, chosen)


def take_in(desk: Desk, *arrivals: Arrival) -> list[int]:
    """Ingest comments from the village and return the ids of the new ones."""
    return list(desk.perform(Ingest(SOURCE, arrivals), SYSTEM).added)


def log_in(desk: Desk, roles: frozenset[Role] = PEOPLE, login: str = "anna") -> dict[Role, Actor]:
    """Make an account with `roles` and begin a session in each of them."""
    if desk.read.moderators():
        administrator = _administrator(desk)
        account = AddModerator(login, login.title(), roles, "argon2-record")
        uid = desk.perform(account, administrator)
    else:
        everything = roles | {Role.ADMINISTRATOR}
        first = AddFirstAdministrator(login, login.title(), "argon2-record", everything)
        uid = desk.perform(first, SYSTEM)
    return {role: enter(desk, uid, login, role) for role in sorted(roles)}


def enter(desk: Desk, uid: str, login: str, role: Role) -> Actor:
    """Begin a session of an account in one of its roles."""
    session = new_uid(desk.clock())
    return desk.perform(LogIn(login, role), Actor(uid, role, session))


def _administrator(desk: Desk) -> Actor:
    found = next(who for who in desk.read.moderators() if Role.ADMINISTRATOR in who.roles)
    return enter(desk, found.id, found.login, Role.ADMINISTRATOR)


CRITERIA = tuple((criterion, Evidence(Presence.PRESENT, ((0, 3),))) for criterion in Criterion)


def version_of(desk: Desk, delivery: int) -> int:
    """Return the version of a delivery as it is now; 0 where there is none."""
    found = desk.read.delivery(delivery)
    return 0 if found is None else found.version


def escalate(  # noqa: PLR0913 - what tests vary, each with its default
    desk: Desk,
    comment: int,
    by: Actor,
    case: str = '{"case":1}',
    sheet: Sheet | None = None,
    *,
    tells_quality: bool = False,
) -> int:
    """Open a comment and hand it to PV; return the escalation's id."""
    work = desk.perform(Open(comment, 24 * HOUR), by)
    aware_at = work.aware_at or 0
    action = Escalate(
        comment=comment,
        uid=new_uid(desk.clock()),
        plan=Name("ae-to-pv"),
        step=1,
        owner=Role.PV_OFFICER,
        aware_at=aware_at,
        due_at=aware_at + 24 * HOUR,
        case=case,
        criteria=CRITERIA,
        situations=(Situation.OVERDOSE,),
        sheet=sheet,
        tells_quality=tells_quality,
    )
    return desk.perform(action, by)
