"""The next version of a case: its numbers stay, its times grow, and it says why."""

from dataclasses import dataclass, field
from itertools import count

from webcare_desk.actions.cases import AddVersion
from webcare_desk.casebook.reading import batch_of, version_of
from webcare_desk.casebook.rewording import Rewording, reworded
from webcare_desk.desk import Desk
from webcare_desk.domain.case_parts import Edit
from webcare_desk.domain.case_version import AnswerMeaning, CaseStanding, VersionKind
from webcare_desk.domain.e2b import Section, Value, report_of
from webcare_desk.domain.filing import ZONE
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b import parts, version
from webcare_desk.pv.e2b.cases import sheet_of
from webcare_desk.pv.e2b.long_text import LONGEST, goes_on
from webcare_desk.pv.e2b.times import written
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@dataclass(frozen=True, slots=True)
class News:
    """What is new: `words` for PV, and elements of the report that change (None: taken away).

    `changed` names them by their paths (`pv.e2b.parts`), which count the parts that `edits` adds
    behind those that stand, and those that it takes away too.
    `received_at` (UTC microseconds) is when the words reached us; None is now, or the first look at
    a comment that was reworded. Without `send` the version is kept back until `QueueVersion`.
    `base` is the version whose places are meant, and the act is stale where there is a later
    one; None is the latest. `zone` is that of the desk, whose days PV counts.
    """

    words: str
    changed: dict[str, Value | None] = field(default_factory=dict)
    received_at: int | None = None
    send: bool = True
    edits: tuple[Edit, ...] = ()
    base: int | None = None
    zone: str = ZONE


def follow_up(desk: Desk, case: int, by: Actor, news: News) -> CaseStanding:
    """Keep a follow-up and send it; what is new stands at the end of each narrative too.

    What the author reworded since is new as well, and reached us with the first look at it. The
    clock runs from the earlier of the two, and the report names the later one (C.1.5).
    """
    base, batch = _base(desk, case, news)
    at, said = desk.clock(), reworded(desk.read, case)
    looked = None if said is None else said.read_at or at
    told = news.received_at or looked or at
    receipts = told, looked or told
    changed = {**_narratives(batch, news, VersionKind.FOLLOW_UP, receipts, said), **news.changed}
    later = version.follow_up(
        parts.with_added(batch, news.edits), at, news.zone, changed, max(receipts)
    )
    return _add(desk, case, by, (base, VersionKind.FOLLOW_UP, later, min(receipts)), news)


def nullify(desk: Desk, case: int, by: Actor, reason: str, zone: str = ZONE) -> CaseStanding:
    """Take the report back, with the reason that PV reads (C.1.11)."""
    news, at = News(reason), desk.clock()
    base, batch = _base(desk, case, news)
    later = version.nullified(batch, at, zone, reason)
    made = base, VersionKind.NULLIFICATION, later, _clock_of(desk, case, at)
    return _add(desk, case, by, made, news)


def amend(desk: Desk, case: int, by: Actor, news: News) -> CaseStanding:
    """Change what the desk had told wrongly; nothing new was received.

    Each narrative says so at its end: what stands there wrongly stays beside the mended element.
    """
    base, batch = _base(desk, case, news)
    at = desk.clock()
    changed = {**_narratives(batch, news, VersionKind.AMENDMENT, (at, at)), **news.changed}
    later = version.amended(parts.with_added(batch, news.edits), at, news.zone, news.words, changed)
    made = base, VersionKind.AMENDMENT, later, _clock_of(desk, case, at)
    return _add(desk, case, by, made, news)


def correct(desk: Desk, case: int, by: Actor, news: News) -> CaseStanding:
    """Mend a report that the receiver refused, and send it again; each narrative says so at its end."""
    base, batch = _base(desk, case, news)
    at = desk.clock()
    changed = {**_narratives(batch, news, VersionKind.CORRECTION, (at, at)), **news.changed}
    later = version.corrected(parts.with_added(batch, news.edits), at, news.zone, changed)
    made = base, VersionKind.CORRECTION, later, _clock_of(desk, case, at)
    return _add(desk, case, by, made, news)


def _base(desk: Desk, case: int, news: News) -> tuple[int, Section]:
    """Return from which version the next one is made, and its report; the act sees a later one."""
    base = version_of(desk.read, case).number if news.base is None else news.base
    return base, batch_of(desk.read, case, base)


def _clock_of(desk: Desk, case: int, at: int) -> int:
    """Return since when the clock runs of a version made at `at` with which nothing new came.

    For what PV has not taken yet it goes on where it was, else it begins anew.
    """
    latest = version_of(desk.read, case)
    return latest.received_at if latest.answer in {None, AnswerMeaning.REJECTED} else at


def _add(
    desk: Desk, case: int, by: Actor, made: tuple[int, VersionKind, Section, int], news: News
) -> CaseStanding:
    base, kind, batch, received_at = made
    later = parts.without(batch, news.edits)
    # A receipt after now is refused by the act, in words that say so.
    latest = max(desk.clock(), received_at)
    version.require_form(batch_of(desk.read, case, base), later, latest)
    act = AddVersion(case, base, kind, sheet_of(later), received_at, news.words, news.send)
    return desk.perform(act, by)


#: What a version is called in a narrative, by its language in the desk and in ISO 639-2.
_SAID = {
    VersionKind.FOLLOW_UP: {
        ("en", "eng"): "Follow-up information, received",
        ("nl", "dut"): "Vervolginformatie, ontvangen",
    },
    VersionKind.AMENDMENT: {
        ("en", "eng"): "Amendment of what stands above,",
        ("nl", "dut"): "Wijziging van wat hierboven staat,",
    },
    VersionKind.CORRECTION: {
        ("en", "eng"): "Correction of what stands above,",
        ("nl", "dut"): "Verbetering van wat hierboven staat,",
    },
}


def _narratives(
    batch: Section,
    news: News,
    kind: VersionKind,
    times: tuple[int, int],
    since: Rewording | None = None,
) -> dict[str, Value | None]:
    """Return by their paths the narratives with what is new after them, and when it came.

    The Dutch one (H.5.r) as well as H.1: who reads one of them must not miss what the other says.
    The `times` are of the words and of what was reworded.
    """
    found: dict[str, Value | None] = {}
    report = report_of(batch)
    further = count(len(report.each("H.5.r")) + 1)
    for (language, code), followed in _SAID[kind].items():
        came, looked = (f"{followed} {_day(at, news.zone)}:" for at in times)
        new = "" if since is None else since.told(language)
        if new and came != looked:
            new = f"{looked} {new}"
        told = (news.words.strip(), parts.told(batch, news.edits, language), new)
        said = f"{came} " + "\n".join(filter(None, told))
        for path, text in _ends(report, code):
            longer = {path: f"{text.rstrip()}\n\n{said}"}
            is_full = len(longer[path]) > LONGEST
            found |= _gone_on(path, text, said, next(further), code) if is_full else longer
    return found


def _day(at: int, zone: str) -> str:
    day = written(at, zone)
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}"


def _gone_on(path: str, text: str, said: str, place: int, code: str) -> dict[str, str]:
    """Return what is new in an H.5.r of its own: the narrative before it has no room for it."""
    if len(said) > LONGEST:
        msg = QT_TRANSLATE_NOOP(
            "Said", "What is new would be longer than {most} characters: say it shorter."
        )
        raise RefusedError(Said.of(msg, most=LONGEST))
    marked = {path: goes_on(text)} if path == "H.1" else {}
    return marked | {f"H.5.r[{place}]/H.5.r.1a": said, f"H.5.r[{place}]/H.5.r.1b": code}


def _ends(report: Section, code: str) -> list[tuple[str, str]]:
    """Return where the narrative in a language ends, with what stands there; nothing without one."""
    ends = [("H.1", report.text("H.1"))] if code == "eng" else []
    for place, each in enumerate(report.each("H.5.r"), 1):
        if each.text("H.5.r.1b") == code:
            ends.append((f"H.5.r[{place}]/H.5.r.1a", each.text("H.5.r.1a")))
    return ends[-1:]
