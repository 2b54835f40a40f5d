"""What is answered in one place of the form shows in another: of which event, and the criteria."""

from pytestqt.qtbot import QtBot

from tests.ui.escalation.test_dialog import form_of, made, row_of
from tests.ui.escalation.test_packet_form import at, exported, put, sent
from tests.ui.escalation.test_reworded import field_of
from webcare_desk.app import App
from webcare_desk.domain.escalation import Criterion, Presence
from webcare_desk.domain.intake import Ask
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.workplace import Workplace


def test_of_which_of_several_events_the_outcome_is_may_be_chosen(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    form = form_of(dialog)
    which = form.fields.which[Ask.WHICH_EVENT]
    put(form, "event_words", "hoofdpijn")
    assert which.isHidden(), "of one event there is nothing to choose"
    put(form, "event_words", "hoofdpijn; overleden; jeuk")
    assert not which.isHidden()
    assert which.box.currentData() == "", "nothing is chosen for a person"
    put(form, Ask.WHICH_EVENT, "overleden")
    field_of(form, "event_words").setText("hoofdpijn; overleden")
    put(form, Ask.OUTCOME, "fatal")
    case = sent(dialog, desk_app, 1, qtbot)
    assert dict(case.details)[Ask.WHICH_EVENT] == "overleden"
    outcomes = "//h:observation[h:code/@code='29']//h:observation[h:code/@code='27']"
    assert at(exported(case), f"{outcomes}/h:value/@code") == ["0", "5"]


def test_the_choice_outlives_a_change_of_the_chosen_words(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    form = form_of(made(chief_place, qtbot, 1))
    box, line = form.fields.which[Ask.WHICH_EVENT].box, field_of(form, "event_words")
    line.setText("hoofdpijn; overleden; jeuk")
    put(form, Ask.WHICH_EVENT, "overleden")
    for words, chosen in (
        ("hoofdpijn; Overleden; jeuk", "Overleden"),
        ("hoofdpijn; Overleden erg; jeuk", "Overleden erg"),
        ("jeuk; overleden erg", "overleden erg"),
        ("koorts; moe", ""),
        ("overleden erg", None),
        ("moe; overleden erg", "overleden erg"),
    ):
        line.setText(words)
        assert box.currentData() == chosen or (box.count() == 1 and chosen is None), words
    box.setCurrentIndex(0)
    line.setText("moe; overleden erg; jeuk")
    assert box.currentData() == "", "what a person took back stays so"


def test_the_form_says_that_situations_have_no_code_while_no_product_is_chosen(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    form = form_of(made(chief_place, qtbot, 1))

    def is_coded() -> bool:
        heads = [each.text() for each in form.findChildren(PlainLabel)]
        return any("G.k.10.r" in each for each in heads)

    put(form, "products", "Ventora")
    assert is_coded()
    put(form, "products", "Ventora; ibuprofen")
    assert not is_coded()
    put(form, Ask.WHICH_PRODUCT, "ibuprofen")
    assert is_coded()


def test_the_criteria_follow_the_fields_until_a_person_answers_them(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 8)
    form, patient = form_of(dialog), row_of(dialog, Criterion.PATIENT)
    product = row_of(dialog, Criterion.PRODUCT)
    assert patient.answer().presence is product.answer().presence is Presence.UNCLEAR
    put(form, "products", "Ventora")
    product.buttons[Presence.ABSENT].setChecked(True)
    put(form, Ask.AGE, "40")
    assert patient.buttons[Presence.PRESENT].isChecked()
    field_of(form, Ask.AGE).clear()
    assert patient.buttons[Presence.UNCLEAR].isChecked()
    put(form, Ask.AGE, "40")
    patient.buttons[Presence.ABSENT].click()
    patient.buttons[Presence.PRESENT].click()
    field_of(form, Ask.AGE).clear()
    criteria = dict(sent(dialog, desk_app, 8, qtbot).criteria)
    assert criteria[Criterion.PATIENT].presence is Presence.PRESENT
    assert criteria[Criterion.PRODUCT].presence is Presence.ABSENT
