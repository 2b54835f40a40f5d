"""Which steps the protocol asks for: of every plan that a comment calls for, whatever PV has of it."""

from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.protocol.outline import Progress, read_outline
from webcare_desk.ui.rulebook.page import step_anchor

#: “Ik wil niet meer leven.”
CRISIS = 5


def places(app: App, comment: int, progress: Progress) -> list[str]:
    steps = read_outline(app, comment, "en").steps
    return [step.place for step in steps if step.progress is progress]


def test_a_crisis_that_went_to_pv_still_asks_for_its_own_steps(desk_app: App, chief: Actor) -> None:
    crisis = [step_anchor("crisis", each) for each in ("answer", "warn", "review")]
    casework.escalate(desk_app.desk, desk_app.protocol, CRISIS, chief)
    outline = read_outline(desk_app, CRISIS, "en")
    assert [step.place for step in outline.steps[:3]] == crisis
    assert None not in {step.due for step in outline.steps}
    assert places(desk_app, CRISIS, Progress.NOW)[0] == crisis[0]
    assert places(desk_app, CRISIS, Progress.DONE) == [
        step_anchor("ae-to-pv", "freeze"),
        step_anchor("ae-to-pv", "decide"),
    ]


def test_what_pv_has_by_its_recommended_plan_is_shown_once(desk_app: App, chief: Actor) -> None:
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    steps = [step.place for step in read_outline(desk_app, 1, "en").steps]
    assert len(steps) == len(set(steps))
    assert steps[0] == step_anchor("ae-to-pv", "freeze")
