"""The functions that people work with: screening, the packet, rights, passwords, signatures."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from webcare_desk import actions, people, signing_off
from webcare_desk.demo.stage import (
    ADMINISTRATOR,
    AUDITOR,
    PV_OFFICER,
)
from webcare_desk.domain.alert import TRIES
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.finding import Mark
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import DeniedError, LoginError
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Checked, Profile, Severity
from webcare_desk.pv.e2b.schema import schema_problems
from webcare_desk.qualification.check import must, refused
from webcare_desk.qualification.ground import Ground, bring, packet, remote
from webcare_desk.vault.secret import Secret

_TOLD = {
    "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn.": "hoofdpijn",
    "Since I started Ventora I have a terrible headache.": "headache",
}
_CRISES = ("Ik wil niet meer leven.", "I do not want to live any more.")
_CALM = "Waar kan ik me aanmelden voor de wandelweek?"


def flags_reports(ground: Ground) -> str:
    """Bring in told side effects, in both languages, and look at queue and span."""
    for text, event in _TOLD.items():
        said = ground.stage.app.triage(remote(ground.stage, text))
        must(said.queue is Queue.SAFETY, f"“{text}” went to the queue {said.queue.value}")
        events = [each for each in said.screening.findings if each.mark is Mark.EVENT]
        words = [text[each.start : each.end].lower() for each in events]
        must(any(event in each for each in words), f"“{event}” is not underlined in “{text}”")
    return f"{len(_TOLD)} reports in the safety queue, each with its words underlined"


def flags_crises(ground: Ground) -> str:
    """Bring in people in crisis, in both languages, and somebody who is not."""
    queues = [
        ground.stage.app.triage(remote(ground.stage, text)).queue for text in (*_CRISES, _CALM)
    ]
    must(set(queues[:-1]) == {Queue.CRISIS}, f"a crisis went to {', '.join(queues[:-1])}")
    must(queues[-1] is not Queue.CRISIS, "a question about a walk is called a crisis")
    return f"{len(_CRISES)} crises in the first queue; a plain question is in “{queues[-1].value}”"


def protocol_holds(ground: Ground) -> str:
    """Try the examples of the protocol of the given desk."""
    name, problems = ground.given.protocol()
    must(not problems, f"{name}: {len(problems)} problems; the first: {next(iter(problems), '')}")
    return f"{name}: no problems"


def packet_is_valid(ground: Ground) -> str:
    """Read the E2B message that PV got, by its rules and, where the desk names them, the schemas."""
    data = packet(ground.stage).get("e2b-r3.xml", b"")
    found = read(data)
    must(not found.unmodelled, f"not of the model: {found.unmodelled[:1]}")
    checked = Checked(found.batch, Profile.INTAKE, datetime.now(UTC))
    wrong = [each for each in breaches(checked) if each.rule.severity is Severity.ERROR]
    must(not wrong, "; ".join(each.message("en") for each in wrong[:3]))
    if ground.given.schemas is None:
        return "no breach of a rule; no schemas are set (safety.schema_pack), so none was asked"
    by_schema = schema_problems(data, ground.given.schemas)
    must(not by_schema, "; ".join(by_schema[:3]))
    return "no breach of a rule, and valid by the schemas"


def packet_has_original(ground: Ground) -> str:
    """Hold the original in the packet against its digest there and the words on the desk."""
    files = packet(ground.stage)
    original = files.get("original.json", b"")
    named = json.loads(files["packet.json"])["original"]["json_sha256"]
    found = hashlib.sha256(original).hexdigest()
    must(found == named, f"the original is {found}, and the packet names {named}")
    [subject] = [each for each in json.loads(original)["posts"] if each["is_subject"]]
    desk = ground.stage.app.desk.read
    sent = desk.deliveries_in(DeliveryState.SENT)
    escalated = [each.comment for each in sent if each.escalation is not None]
    texts = [desk.comment(each) for each in escalated]
    is_there = any(each is not None and each.text == subject["text"] for each in texts)
    must(is_there, "the words in the packet are not those of the comment")
    return f"its words and its digest {found[:16]} are those of the packet"


def denies(ground: Ground) -> str:
    """Let an administrator, who has no safety acts, try to write a note at a comment."""
    stage = ground.stage
    actor, desk = stage.enter(ADMINISTRATOR), stage.app.desk
    note = actions.AddNote(bring(stage, _CALM), "this must not be kept")
    size = desk.read.log_size()
    wrong = "an administrator wrote a note at a comment"
    said = refused(lambda: desk.perform(note, actor), DeniedError, wrong)
    must(desk.read.log_size() == size, "it was refused, and something was written")
    people.log_out(desk, actor)
    return said


def delays(ground: Ground) -> str:
    """Give wrong passwords, then the right one, which must wait."""
    stage = ground.stage
    desk, wrong = stage.app.desk, Secret("not the password of Vera")
    size = desk.read.log_size()
    for _ in range(TRIES):
        enter = partial(people.log_in, desk, AUDITOR.login, wrong)
        refused(enter, LoginError, "a wrong password let somebody in")
    kept = [each.action for each in desk.read.entries_after(size - 1, TRIES + 1)]
    must(kept == ["record-failed-login"] * TRIES, f"the log has {kept}")
    otherwise = f"after {TRIES} wrong passwords nobody has to wait"
    said = refused(lambda: stage.enter(AUDITOR), LoginError, otherwise)
    return f"{TRIES} entries; then, with the right one: {said}"


def signs(ground: Ground) -> str:
    """Sign a record, and hold the signature against it, another one, and one changed byte."""
    stage = ground.stage
    desk, actor = stage.app.desk, stage.enter(PV_OFFICER)
    own = stage.own_password(PV_OFFICER, actor)
    record, document = digest(b"a record"), Name("qualification:sample")
    login = PV_OFFICER.login
    made = signing_off.sign(desk, actor, own, record, document, Meaning.REVIEWED, login=login)
    people.log_out(desk, actor)
    flipped = bytes([made.signed[0] ^ 1]) + made.signed[1:]
    flaw = signing_off.verify_signature(desk.read, made, record, document)
    must(flaw is None, f"the signature does not hold: {flaw}")
    moved = signing_off.verify_signature(desk.read, made, digest(b"another"), document)
    changed = replace(made, signed=flipped)
    broken = signing_off.verify_signature(desk.read, changed, record, document)
    must(moved, "the signature holds under another record")
    must(broken, "a signature with one changed byte holds")
    return f"it holds; moved: {moved}; changed: {broken}"
