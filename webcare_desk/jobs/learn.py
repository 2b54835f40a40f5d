"""One tick of learning: each new decision of a person makes a version of the correction."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from webcare_desk.actions.learning import (
    RefitScreening,
    learns,
    learnt_until,
    version_in_force,
)
from webcare_desk.actions.rewording import reworded_after
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.learning import Correction
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.screening.assess import Assessor
from webcare_desk.screening.correction import learnt
from webcare_desk.screening.model import Model
from webcare_desk.screening.opinion import name_of, regard
from webcare_desk.store.base import Reads
from webcare_desk.triage import Triager

_DECIDING = ("escalate", "close", "classify")


def correction_of(read: Reads, model: Model) -> Correction | None:
    """Return the correction in force, if it was learnt for this model."""
    kept = read.correction(version_in_force(read))
    return None if kept is None or kept.model != name_of(model) else kept.correction


def with_correction(assessor: Assessor, read: Reads) -> Assessor:
    """Return a model beside the lexicon with what the desk learnt."""
    return replace(assessor, correction=correction_of(read, assessor.model))


def learn(desk: Desk, triager: Triager) -> int:
    """Learn from each decision since the last one; return how many there were."""
    if not learns(desk.read) or triager.assessor is None:
        return 0
    made = 0
    with suppress(RefusedError):  # another program learnt meanwhile: the next turn takes the rest
        for entry in list(_decisions(desk.read)):
            made += _learnt_from(desk, triager, triager.assessor, entry)
    return made


def _decisions(read: Reads) -> Iterator[AuditEntry]:
    """Yield the entries in which a person decided whether a comment is a report."""
    for entry in read.entries_among(_DECIDING, learnt_until(read) + 1, read.log_size()):
        is_none = entry.reason == Reason.NOT_AN_ADVERSE_EVENT
        if entry.subject is not None and (entry.action == "escalate" or is_none):
            yield entry


def _learnt_from(desk: Desk, triager: Triager, assessor: Assessor, entry: AuditEntry) -> bool:
    comment = desk.read.comment(entry.subject or 0)
    if comment is None or not comment.text.strip():  # erased meanwhile
        return False
    if not _is_as_decided(desk.read, comment, entry):
        return False
    above = None if comment.parent is None else desk.read.comment(comment.parent)
    parent = None if above is None else above.screening
    regarded = regard(assessor, triager.screener, comment.text, parent, triager.names)
    before = correction_of(desk.read, assessor.model) or Correction()
    is_report = entry.action == "escalate"
    after = learnt(before, regarded.buckets, regarded.found.score, is_report=is_report, version=0)
    weights, model = json.dumps(after.weights, separators=(",", ":")), Name(name_of(assessor.model))
    based_on = version_in_force(desk.read)
    made = RefitScreening(comment.id, entry.seq, is_report, model, based_on, weights)
    desk.perform(made, system_actor())
    return True


def _is_as_decided(read: Reads, comment: Comment, entry: AuditEntry) -> bool:
    """Say whether the words are those about which was decided.

    Of words that came back nobody can tell whether they stood there then.
    """
    came_back = read.revisions(comment.id)[-1].text != comment.text
    return not came_back and not reworded_after(read, comment.id, entry.at)
