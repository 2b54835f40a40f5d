"""A terminal for each test: command lines in, exit code and both outputs out."""

import contextlib
import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.passwords import CHEAP, WORDS
from webcare_desk import actions, people
from webcare_desk.__main__ import main
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.cli.terminal import Terminal
from webcare_desk.demo.stage import Stage
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.paths import protocols_dir
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.personal_key import make_key
from webcare_desk.vault.registered import own_name, read_verifier
from webcare_desk.vault.secret import MemorySecrets, Secret

PASSWORD = WORDS
#: What Noor chooses herself, so that she can sign.
OWN = "a sentence that only she knows"
HOUR = 3_600_000_000
BEGAN = 1_772_528_400_000_000
STAFF = {
    "ada": frozenset({Role.ADMINISTRATOR}),
    "sanne": frozenset({Role.MODERATOR}),
    "noor": frozenset({Role.PV_OFFICER}),
    "willem": frozenset({Role.SUPERVISOR, Role.MODERATOR}),
}
TEXTS = (
    "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn en ben ik misselijk.",
    "Ik ook!",
    "Thank you for the lovely recipe",
    "Waar kan ik me aanmelden voor de wandelweek?",
    "Ik wil niet meer leven, het hoeft voor mij niet meer",
    "Boze \x1b[31mtekst\x07 met \u202eomkering",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line gave."""

    code: int
    out: str
    err: str


@dataclass
class Windows:
    """Stands for the window: keeps what it was opened with."""

    opened: list[tuple[App, Actor | None, Path | None, str | None]] = field(default_factory=list)

    def __call__(
        self, app: App, actor: Actor | None, *, screenshot: Path | None, language: str | None
    ) -> int:
        """Keep it, and close at once."""
        self.opened.append((app, actor, screenshot, language))
        return 0


ZONE_TAKEN = "Times without a zone are of Europe/Amsterdam, the protocol's.\n"


@dataclass
class Console:
    """A person at a terminal, on one desk."""

    folder: Path
    secrets: MemorySecrets
    patch: pytest.MonkeyPatch
    windows: Windows = field(default_factory=Windows)

    @property
    def terminal(self) -> Terminal:
        """Return where a command runs."""
        return Terminal(self.windows, self.secrets, self.folder)

    def run(self, *words: str, user: str = "", stdin: str | None = None, role: str = "") -> Outcome:
        """Run one command line; with a `user` the right password is given."""
        given = stdin if stdin is not None else f"{PASSWORD}\n" if user else ""
        self.patch.setenv("WEBCARE_DESK_USER", user)
        self.patch.setenv("WEBCARE_DESK_ROLE", role)
        self.patch.setattr("sys.stdin", io.StringIO(given))
        with (
            contextlib.redirect_stdout(io.StringIO()) as out,
            contextlib.redirect_stderr(io.StringIO()) as err,
        ):
            code = main(list(words), self.terminal)
        return Outcome(code, out.getvalue(), err.getvalue())

    def good(self, *words: str, user: str = "", stdin: str | None = None) -> str:
        """Run a command line that must go well, and return what it printed."""
        outcome = self.run(*words, user=user, stdin=stdin)
        told = outcome.err.replace(ZONE_TAKEN, "")  # beside the answer, where no time names one
        assert (outcome.code, told) == (0, ""), outcome
        return outcome.out

    def own(self, name: str) -> str:
        """Return under which name the keyring has a secret of this desk."""
        return own_name(read_verifier(self.folder), name)

    def keep(self, name: str, secret: Secret) -> None:
        """Keep a secret of this desk in the keyring."""
        self.secrets.put(self.own(name), secret)

    def refused(self, *words: str, user: str = "", stdin: str | None = None, role: str = "") -> str:
        """Run a command line that is wrong use, and return the sentence."""
        outcome = self.run(*words, user=user, stdin=stdin, role=role)
        assert outcome.code == 2, outcome
        assert "Traceback" not in outcome.err
        return outcome.err

    def pv_says(self, *words: str, case: str = "1") -> str:
        """Let Noor record PV's answer, signed with a key that she gets now."""
        secret = Secret(PASSWORD)
        with self.opened() as app:
            noor = people.log_in(app.desk, "noor", secret, Role.PV_OFFICER)
            record, key = hash_password(secret, CHEAP), make_key(secret, CHEAP)
            app.desk.perform(actions.SetPassword(noor.moderator, record, key), noor)
            people.log_out(app.desk, noor)
        told = ("--way", "phone", "--words", "dr. De Boer belde om elf uur", *words)
        stdin = f"{PASSWORD}\n{PASSWORD}\n"
        return self.good("case", "answer", case, *told, user="noor", stdin=stdin)

    @contextlib.contextmanager
    def opened(self) -> Iterator[App]:
        """Open the desk beside the terminal."""
        app = open_app(self.folder, self.secrets)
        try:
            yield app
        finally:
            app.close()


def remote(number: int, text: str, parent: str | None = None) -> RemoteComment:
    """Return a comment as a platform would give it."""
    return RemoteComment(
        remote_id=f"c{number}",
        thread="t1",
        parent=parent,
        author_id=f"a{number}",
        author_name=f"Schrijver {number}",
        text=text,
        posted_at=BEGAN + number * HOUR,
        thread_title="Hoe gaat het?",
    )


def furnish(app: App) -> None:
    """Give a desk its people and its comments."""
    app.put_protocol_in_force()
    secret = Secret(PASSWORD)
    people.add_first_administrator(app.desk, "ada", "Ada Smit", secret, CHEAP)
    ada = people.log_in(app.desk, "ada", secret)
    for login, roles in STAFF.items():
        if login != "ada":
            people.add_moderator(app.desk, login, login.title(), roles, secret, ada, CHEAP)
    people.log_out(app.desk, ada)
    arrivals: list[Arrival] = []
    for number, text in enumerate(TEXTS, 1):
        comment = remote(number, text, "c1" if text == "Ik ook!" else None)
        parent = arrivals[0].triage.screening if comment.parent else None
        arrivals.append(Arrival(comment, app.triage(comment, parent)))
    app.desk.perform(actions.Ingest(Name("forum"), tuple(arrivals)), system_actor())


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MemorySecrets]:
    """Make one real desk with people and comments, and close it."""
    folder, secrets = tmp_path_factory.mktemp("furnished"), MemorySecrets()
    make_desk(folder, secrets)
    app = open_app(folder, secrets)
    furnish(app)
    app.close()
    return folder, secrets


@pytest.fixture
def console(
    furnished: tuple[Path, MemorySecrets], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Console:
    """Give a terminal at a copy of that desk."""
    folder = shutil.copytree(furnished[0], tmp_path / "desk")
    secrets = MemorySecrets()
    key = f"log-key:{(folder / 'log.vkey').read_text(encoding='ascii').split('+', 1)[0]}"
    secrets.put(key, furnished[1].get(key) or Secret(""))
    return Console(folder, secrets, monkeypatch)


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Console:
    """Give a terminal in an empty folder."""
    return Console(tmp_path / "nothing", MemorySecrets(), monkeypatch)


LIVE = """\
[desk]
undo_seconds = 0
[pv]
kind = "smtp"
host = "{mailbox.host}"
port = {mailbox.port}
user = "{mailbox.login}"
sender = "desk@orvanta.example"
recipient = "drugsafety@orvanta.example"
ca_file = "{mailbox.ca_file}"
folder = "packets"
[[source]]
name = "community"
kind = "sandbox"
url = "{community.base_url}"
"""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Run a stage whose desk the command line can open by itself."""
    folder = tmp_path_factory.mktemp("stage")
    with Stage(folder, undo_seconds=0) as stage:
        settings = LIVE.format(mailbox=stage.mailbox, community=stage.community)
        (folder / "desk.toml").write_text(settings, encoding="utf-8")
        yield stage


@pytest.fixture
def live(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Console:
    """Give a terminal at the stage's desk, with everybody's password in the keyring."""
    return Console(stage.app.folder, stage.secrets, monkeypatch)


@pytest.fixture
def packs(console: Console, tmp_path: Path) -> Path:
    """Give the desk packs of its own, and two people who can approve others."""
    console.good("people", "password", user="noor", stdin=f"{PASSWORD}\n{OWN}\n")
    made = Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))
    settings = f'[desk]\nprotocols = "{made}"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    console.good("protocol", "use", user="ada")
    return made
