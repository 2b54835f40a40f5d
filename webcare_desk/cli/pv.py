"""`pv`: the way to PV and back: whether it holds, and what has come back."""

import click

from webcare_desk.casebook.doubts import came_back, doubts
from webcare_desk.cli.held import why_held
from webcare_desk.cli.pv_way import way
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.connectors.courier import Channel
from webcare_desk.domain.case_version import AnswerMeaning, CaseAnswer
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import Delivery, DeliveryKind
from webcare_desk.errors import RefusedError, UsageError, WebcareError


@click.group()
def pv() -> None:
    """See whether the way to PV and back holds, and fetch PV's answers."""


pv.add_command(way)


@pv.command()
@json_option
@pass_terminal
@click.pass_context
def check(ctx: click.Context, terminal: Terminal, *, as_json: bool) -> None:
    """Try each way that the settings name, quality's too, and log in; no packet is sent."""
    from webcare_desk.sources import (
        answer_sources_of,
        channels_of,
        network_of,
        opener_of,
        quality_channels_of,
        secret_name,
    )

    with terminal.reading(Right.SESSION) as app:
        settings = app.settings.courier
        channels: dict[str, Channel] = {
            **channels_of(
                settings,
                app.folder,
                app.secret(secret_name(settings)),
                network_of(app.settings, app.folder),
            ),
            **answer_sources_of(app.settings.answers, app.folder, app.secret("imap")),
        }
        opener = opener_of(app.settings.answers, app.folder, app.secret("smime"))
        if opener is not None:
            channels["identity"] = opener
        if not channels:
            msg = f"No way to PV is set: name one in {app.folder / 'desk.toml'}."
            raise UsageError(msg)
        channels |= quality_channels_of(app.settings, app.folder, app.secret("smtp"))
        found = [{"channel": name} | _tried(each) for name, each in channels.items()]
        if why := why_held(app):
            found.append({"channel": "restore", "is_fine": False, "said": why})
    if as_json:
        say_json(found)
    else:
        for each in found:
            state = "ok" if each["is_fine"] else "lacks"
            say(f"{state:<6}{each['channel']:<15}{plain(str(each['said']))}")
    ctx.exit(int(not all(each["is_fine"] for each in found)))


def _tried(channel: Channel) -> dict[str, object]:
    try:
        return {"is_fine": True, "said": channel.check()}
    except WebcareError as error:
        return {"is_fine": False, "said": str(error)}


@pv.command()
@json_option
@pass_terminal
@click.pass_context
def fetch(ctx: click.Context, terminal: Terminal, *, as_json: bool) -> None:
    """Read PV's acknowledgements where the settings say.

    What is none of them is a finding, and so is one of a report that is not of this desk, one that
    contradicts PV's answer before or is unclear, and a packet that came back. It takes the right to
    record PV's answer: a PV officer or a supervisor has it.
    """
    from webcare_desk import rounds
    from webcare_desk.actions.backup import may_be_lost

    with terminal.acting(Right.ACKNOWLEDGE) as (app, _):
        if why := why_held(app):
            raise RefusedError(why)
        known = {each.id for each in doubts(app.desk.read)}
        back_before = came_back(app.desk.read)
        found = list(rounds.hear_answers(app))
        if not found:
            msg = f"No mailbox or folder is set: name one in {app.folder / 'desk.toml'}."
            raise UsageError(msg)
        last = found
        while any(each.more for each in last):
            last = list(rounds.hear_answers(app))
            found += last
        loose = [each for each in doubts(app.desk.read) if each.id not in known]
        lost = may_be_lost(app.desk.read, (each for each in loose if each.case is None))
        back = [each for key, each in came_back(app.desk.read).items() if key not in back_before]
    if as_json:
        say_json(found)
    else:
        names = ("channel", "looked", "taken", "strange", "passed")
        say_table(names, [tuple(getattr(each, name) for name in names) for each in found])
        for returned in back:
            say(_returned(returned))
        for each in reversed(loose):
            _say_doubt(each, is_lost=each.id in lost)
    is_fine = not (loose or back or any(each.strange or each.passed for each in found))
    ctx.exit(int(not is_fine))


def _say_doubt(answer: CaseAnswer, *, is_lost: bool) -> None:
    """Say what PV is to be asked, or told, about an answer."""
    if answer.case is not None:
        say(_doubted(answer))
    elif answer.is_unread:
        say(f"Answer {answer.id} cannot be read: see `case evidence {answer.id}`, or ask PV.")
    else:
        about = plain(answer.report or "") or "a report that it does not name"
        say(f"Answer {answer.id} is about {about}, which is not of this desk: tell PV.")
        if is_lost:
            say("It may be a report that was lost with the restore: enter it again.")


@pv.command()
@json_option
@pass_terminal
def unmatched(terminal: Terminal, *, as_json: bool) -> None:
    """List PV's answers that cannot be read, are about no report of this desk, or are in doubt.

    Those that contradict PV's answer before, or are unclear, stay until somebody enters what holds
    with `case answer`. `case evidence` has the files.
    """
    from webcare_desk.actions.backup import may_be_lost

    with terminal.reading() as app:
        found = doubts(app.desk.read)
        lost = may_be_lost(app.desk.read, (each for each in found if each.case is None))
    if as_json:
        say_json(found)
        return
    names = ("answer", "came", "report", "PV's number", "evidence")
    say_table(
        names,
        [
            (each.id, when(each.at), _report(each), each.pv_reference, each.digest[:16])
            for each in found
        ],
    )
    for number in sorted(lost):
        say(
            f"Answer {number} may be about a report that was lost with the restore: enter it again."
        )


def _returned(delivery: Delivery) -> str:
    """Say which mail came back: it leaves again by itself."""
    if delivery.kind is DeliveryKind.PACKET:
        return f"The packet of case {delivery.escalation} came back: PV has not got it."
    return f"The complaint about comment {delivery.comment} came back: quality has not got it."


_DOUBTED = {
    AnswerMeaning.CONTRARY: "was answered otherwise before",
    AnswerMeaning.DIFFERENT: "had another number of PV before",
    AnswerMeaning.UNREADABLE: "has neither a yes nor a no",
}


def _doubted(answer: CaseAnswer) -> str:
    """Say which case PV has to be asked about, or wrote about, and why."""
    case, number = answer.case, answer.id
    if answer.is_letter:
        return (
            f"PV wrote a mail about case {case}: read it with `case evidence {number}`, "
            "and enter what it says with `case answer`."
        )
    why = _DOUBTED[answer.meaning]
    return f"Case {case} {why} (answer {number}): ask PV, and enter what holds with `case answer`."


def _meaning(answer: CaseAnswer) -> str:
    return "a mail, to be read" if answer.is_letter else answer.meaning.value


def _report(answer: CaseAnswer) -> str | None:
    if answer.case is not None:
        return f"case {answer.case}: {_meaning(answer)}"
    return "(cannot be read)" if answer.is_unread else answer.report
