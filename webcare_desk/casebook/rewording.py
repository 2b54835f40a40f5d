"""What a comment says since the last version of its case: news that the author told without us."""

from dataclasses import dataclass

from webcare_desk.actions.rewording import came_with, reworded_after
from webcare_desk.domain.awareness import first_act
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.store.base import LogFilter, Reads

#: The versions that tell what reached us; the others tell otherwise what was told.
_NEWS = (VersionKind.INITIAL, VersionKind.FOLLOW_UP)
#: What was done with a comment since it was reworded: no comment has more.
_ENTRIES = 10_000
#: So much of a comment is quoted in a narrative; the frozen original has all of it.
_LONGEST = 20_000
_TOLD = {
    "nl": "De reactie is gewijzigd en luidt nu: “{}”",
    "en": "The comment was reworded and now reads: “{}”",
}
_MORE = {
    "nl": "De rest staat in original-latest.json.",
    "en": "The rest stands in original-latest.json.",
}


@dataclass(frozen=True, slots=True)
class Rewording:
    """New words of a comment; `read_at` (UTC microseconds) is the first look at them, if any."""

    text: str
    read_at: int | None

    def told(self, language: str) -> str:
        """Return a sentence for a narrative that quotes them."""
        said = _TOLD[language].format(self.text[:_LONGEST])
        return said if len(self.text) <= _LONGEST else f"{said} {_MORE[language]}"


def reworded(read: Reads, case: int) -> Rewording | None:
    """Return what a comment says since its case last told news; None where that was all."""
    told, of = read.case_versions(case), read.escalation(case)
    version = next(each for each in reversed(told) if each.kind in _NEWS)
    comment = None if of is None else read.comment(of.comment)
    if comment is None or not comment.text:
        return None
    if not reworded_after(read, comment.id, version.made_at):
        return None
    since = came_with(read, read.revisions(comment.id)[-1])
    about = read.entries(LogFilter(subject=comment.id), None, _ENTRIES)
    looked = first_act(entry for entry in about if entry.seq > since)
    # A clock that was set back puts no news before what the case has.
    read_at = None if looked is None else max(looked, version.received_at)
    return Rewording(comment.text, read_at)
