"""The form of the packet: each field is found in the export, nothing stands in the way of Enter."""

from dataclasses import replace

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.escalation.test_dialog import form_of, made, words
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.casebook.alike import proposed
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import CHOICES, Ask
from webcare_desk.domain.likeness import Judgement
from webcare_desk.domain.moderator import Actor
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.e2b.write import write
from webcare_desk.pv.packet import case_from_json
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.form import CaseForm
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.workplace import Workplace

HL7 = {"h": "urn:hl7-org:v3"}
STORY = "Sinds de Ventora pen heeft mijn moeder elke avond hoofdpijn, ze ligt in het ziekenhuis."
_REPORT = "//h:investigationEvent"
_PATIENT = f"{_REPORT}//h:primaryRole"
_FIRST_EVENT = f"({_PATIENT}//h:observation[h:code/@code='29'])[1]"
_DRUG = f"{_PATIENT}//h:substanceAdministration[h:consumable//h:kindOfProduct/h:name]"
_USE = f"({_DRUG})[1]/h:outboundRelationship2/h:substanceAdministration"
_REPORTER = f"{_REPORT}//h:asQualifiedEntity"
_REPORTED = f"{_REPORT}//h:controlActEvent/h:author/h:assignedEntity"
_PERSON = f"{_REPORTED}/h:assignedPerson"
_ADDRESS = f"{_REPORTED}/h:addr"
_PARENT = f"{_PATIENT}//h:role[h:code/@code='PRN']/h:associatedPerson"
_NARRATIVE = f"{_REPORT}/h:text/text()"

#: What is typed or chosen in a field, and where the export has it.
SENTINELS: dict[str, tuple[str, str, str]] = {
    Ask.INITIALS: ("S-INI", "S-INI", f"{_PATIENT}/h:player1/h:name/text()"),
    Ask.AGE: ("37", "37", f"{_PATIENT}//h:observation[h:code/@code='3']/h:value/@value"),
    Ask.AGE_GROUP: (
        "elderly",
        "6",
        f"{_PATIENT}//h:observation[h:code/@code='4']/h:value/@code",
    ),
    Ask.SEX: ("female", "2", f"{_PATIENT}//h:administrativeGenderCode/@code"),
    Ask.BATCH: ("S-LOT", "S-LOT", f"{_USE}//h:lotNumberText/text()"),
    Ask.DOSE: ("S-DOSE", "S-DOSE", f"{_USE}/h:text/text()"),
    Ask.DOSE_FORM: ("S-FORM", "S-FORM", f"{_USE}//h:formCode/h:originalText/text()"),
    Ask.ROUTE: ("S-ROUTE", "S-ROUTE", f"{_USE}/h:routeCode/h:originalText/text()"),
    Ask.USE_START: ("3-2019", "201903", f"{_USE}/h:effectiveTime//h:low/@value"),
    Ask.USE_END: ("2020-02-29", "20200229", f"{_USE}/h:effectiveTime//h:high/@value"),
    Ask.OTHER_MEDICINES: ("S-OTHER", "S-OTHER", f"{_DRUG}//h:kindOfProduct/h:name/text()"),
    Ask.EVENT_START: ("2018", "2018", f"{_FIRST_EVENT}/h:effectiveTime/h:low/@value"),
    Ask.EVENT_END: ("1-5-2018", "20180501", f"{_FIRST_EVENT}/h:effectiveTime/h:high/@value"),
    Ask.OUTCOME: (
        "recovering",
        "2",
        f"{_FIRST_EVENT}//h:observation[h:code/@code='27']/h:value/@code",
    ),
    Ask.QUALIFICATION: ("pharmacist", "2", f"{_REPORTER}/h:code/@code"),
    Ask.COUNTRY: ("be", "BE", f"{_REPORT}//h:asLocatedEntity//h:code/@code"),
    Ask.ABOUT: ("other", "About whom it is: somebody else.", _NARRATIVE),
    Ask.CONTACT: ("agreed", "Contact by PV: the writer agrees to it.", _NARRATIVE),
    Ask.GIVEN_NAME: ("S-GIVEN", "S-GIVEN", f"{_PERSON}/h:name/h:given/text()"),
    Ask.FAMILY_NAME: ("S-FAMILY", "S-FAMILY", f"{_PERSON}/h:name/h:family/text()"),
    Ask.STREET: ("S-STREET 12", "S-STREET 12", f"{_ADDRESS}/h:streetAddressLine/text()"),
    Ask.POSTCODE: ("9999 ZZ", "9999 ZZ", f"{_ADDRESS}/h:postalCode/text()"),
    Ask.CITY: ("S-CITY", "S-CITY", f"{_ADDRESS}/h:city/text()"),
    Ask.PHONE: ("+31 699988877", "tel:+31 699988877", f"{_REPORTED}/h:telecom/@value"),
    Ask.EMAIL: ("s-mail@example.org", "“s-mail@example.org”", _NARRATIVE),
    Ask.PARENT: ("father", "1", f"{_PARENT}/h:administrativeGenderCode/@code"),
    Ask.PARENT_INITIALS: ("S-PAR", "S-PAR", f"{_PARENT}/h:name/text()"),
    Ask.PARENT_AGE: (
        "41",
        "41",
        f"{_PATIENT}//h:role[h:code/@code='PRN']//h:observation[h:code/@code='3']/h:value/@value",
    ),
    "products": ("S-PRODUCT", "S-PRODUCT", f"({_DRUG})[1]//h:kindOfProduct/h:name/text()"),
    "event_words": ("S-EVENT", "S-EVENT", f"{_FIRST_EVENT}/h:value/h:originalText/text()"),
    "remark": ("S-REMARK", "“S-REMARK”", _NARRATIVE),
}
CODES = {
    Situation.COUNTERFEIT: "1",
    Situation.OVERDOSE: "2",
    Situation.EXPIRED: "4",
    Situation.MEDICATION_ERROR: "7",
    Situation.MISUSE: "8",
    Situation.ABUSE: "9",
    Situation.OCCUPATIONAL: "10",
    Situation.OFF_LABEL: "11",
}
#: What the father took has a code beside those of the situations.
BY_FATHER = "3"


def put(form: CaseForm, field: str, value: str) -> None:
    """Type or choose a value as a person does."""
    if field == "remark":
        form.remark.setPlainText(value)
        return
    widget = form.fields.widgets[field]
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QLineEdit):
        widget.clear()
        QTest.keyClicks(widget, value)


def sent(dialog: EscalationDialog, app: App, comment: int, qtbot: QtBot) -> SafetyCase:
    QTest.keyClick(dialog.send, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.result_line.isVisible)
    (kept,) = app.desk.read.escalations_of(comment)
    return case_from_json(kept.case.encode())[0]


def exported(case: SafetyCase) -> etree._Element:
    return etree.fromstring(write(case_batch(case, Profile.INTAKE)).data)


def at(tree: etree._Element, path: str) -> list[str]:
    """Return what stands at a place of the export."""
    found = tree.xpath(path, namespaces=HL7)
    assert isinstance(found, list)
    return [str(each) for each in found]


@pytest.mark.requirement("P29")
def test_each_field_of_the_window_is_found_at_its_place_in_the_export(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    form = form_of(dialog)
    assert {*SENTINELS, *form.fields.which} == {*form.fields.widgets, "remark"}
    for field, (value, _, _) in SENTINELS.items():
        put(form, field, value)
    for situation in Situation:
        form.situations[situation].setChecked(True)
    case = sent(dialog, desk_app, 1, qtbot)
    tree = exported(case)
    for field, (_, told, path) in SENTINELS.items():
        found = at(tree, path)
        assert any(told in each for each in found), (field, path, found)
    special = "//h:observation[h:code/@code='9']/h:value[contains(@codeSystem, '.1.17')]/@code"
    assert sorted(at(tree, special)) == sorted([*CODES.values(), BY_FATHER])


@pytest.mark.requirement("P29")
@pytest.mark.parametrize("field", sorted(SENTINELS))
def test_without_the_field_its_sentinel_is_nowhere(case_of_one: SafetyCase, field: str) -> None:
    """The twin: a case on which nothing was typed has none of the sentinels."""
    _, told, path = SENTINELS[field]
    assert not any(told in each for each in at(exported(case_of_one), path))


@pytest.fixture
def case_of_one(desk_app: App, chief: Actor) -> SafetyCase:
    """Return the case of comment 1 as the text alone shows it."""
    case = casework.case_for(desk_app.desk, desk_app.protocol, 1, chief, "0" * 32)
    return replace(case, details=())


def test_every_question_has_a_field_and_every_choice_a_word(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    form = form_of(made(chief_place, qtbot, 1))
    assert set(Ask) <= set(form.fields.widgets)
    for ask, answers in CHOICES.items():
        box = form.fields.widgets[ask]
        assert isinstance(box, QComboBox)
        assert [box.itemData(place) for place in range(box.count())] == ["", *answers]
        assert all(box.itemText(place) for place in range(box.count()))


@pytest.mark.requirement("P1")
def test_a_form_that_nobody_touched_sends_the_case_of_the_text(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    (number,) = ingest(desk_app, remote(70, "Noor", STORY))
    dialog = made(chief_place, qtbot, number)
    form = form_of(dialog)
    assert "“ziekenhuis”: passed on as words; PV decides" in words(dialog)
    assert "✓\u00a0the words" in words(dialog)
    assert not form.alikes.cards
    case = sent(dialog, desk_app, number, qtbot)
    assert case.serious_words == ("ziekenhuis",)
    assert dict(case.details) == {Ask.ABOUT: "other"}
    assert case.products == ("Ventora",)


@pytest.mark.requirement("P1")
def test_a_rule_that_does_not_hold_leads_to_its_field_and_never_stops_the_packet(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    dialog = made(chief_place, qtbot, 1)
    form = form_of(dialog)
    for field, value in (
        (Ask.BATCH, "x" * 36),
        (Ask.EVENT_START, "vorige week"),
        (Ask.AGE, "oud"),
        (Ask.COUNTRY, "Atlantis"),
    ):
        put(form, field, value)
    qtbot.waitUntil(lambda: len(dialog.faults.buttons) == 3)
    told = [button.text() for button in dialog.faults.buttons]
    assert told[0] == "⚠ C.2.r.3 (reporter's country) is 8 characters long; 2 are allowed."
    with qtbot.waitSignal(dialog.faults.chosen) as chosen:
        dialog.faults.buttons[0].click()
    assert chosen.args == [Ask.COUNTRY]
    assert dialog.focusWidget() is form.fields.widgets[Ask.COUNTRY]
    put(form, Ask.COUNTRY, "BE")
    qtbot.waitUntil(lambda: "D.2.2a" in dialog.faults.buttons[0].text())
    case = sent(dialog, desk_app, 1, qtbot)
    assert dict(case.details)[Ask.EVENT_START] == "vorige week"
    assert dialog.faults.isHidden()


@pytest.mark.requirement("P1")
def test_what_pv_cannot_do_without_is_asked_for_in_the_remark(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    (number,) = ingest(desk_app, replace(remote(71, "Noor", " "), link=""))
    dialog = made(chief_place, qtbot, number)
    form = form_of(dialog)
    assert "○\u00a0the words" in words(dialog)
    QTest.keyClick(dialog.send, Qt.Key.Key_Return)
    assert "PV cannot begin without: the words." in dialog.problem.text()
    assert desk_app.desk.read.escalations_of(number) == []
    put(form, "remark", "Een foto van een rode huid.")
    assert sent(dialog, desk_app, number, qtbot).remark == "Een foto van een rode huid."


@pytest.mark.requirement("P9")
def test_a_case_that_looks_alike_stands_beside_the_comment(
    chief_place: Workplace, desk_app: App, chief: Actor, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, is_dark=False)
    first, second = ingest(
        desk_app, remote(70, "Noor", STORY), remote(71, "Noor", f"{STORY} Wie herkent dit?")
    )
    casework.view(desk_app.desk, desk_app.protocol, first, chief)
    number = casework.escalate(desk_app.desk, desk_app.protocol, first, chief)
    dialog = made(chief_place, qtbot, second)
    (card,) = form_of(dialog).alikes.cards
    assert card.alike.known.escalation == number
    assert card.texts.isVisible()
    assert card.alike.same_author
    assert "same author, same product, same event" in words(dialog)
    assert not card.same.isChecked()
    assert not card.other.isChecked()
    for check in (guessing, nameless, too_small):
        assert check(dialog) == []
    card.same.setChecked(True)
    case = sent(dialog, desk_app, second, qtbot)
    assert case.linked == (card.alike.known.reference,)
    path = "//h:relatedInvestigation[h:code/@nullFlavor]//h:id/@extension"
    plain = "".join(filter(str.isalnum, card.alike.known.reference))
    assert [each for each in at(exported(case), path) if plain in each]


@pytest.mark.requirement("P9")
def test_another_case_is_not_linked_and_enter_needs_no_answer(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    first, second = ingest(desk_app, remote(70, "Noor", STORY), remote(71, "Els", STORY))
    casework.view(desk_app.desk, desk_app.protocol, first, chief)
    casework.escalate(desk_app.desk, desk_app.protocol, first, chief)
    dialog = made(chief_place, qtbot, second)
    (card,) = form_of(dialog).alikes.cards
    card.other.setChecked(True)
    card.compare.click()
    assert card.texts.isHidden()
    assert sent(dialog, desk_app, second, qtbot).linked == ()
    (said,) = desk_app.desk.read.likenesses()
    assert (said.judgement, said.by) == (Judgement.ANOTHER, chief.moderator)
    assert proposed(desk_app.desk.read, said.other) == ()
    assert max(len(label.text()) for label in dialog.findChildren(QLabel)) < 2_000
