"""Loading and layering: whole items by id, and no protocol where there is a problem."""

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.finding import Category, Language
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.sla import Sla, is_open
from webcare_desk.protocol.build import build
from webcare_desk.protocol.fields import COUNTRIES
from webcare_desk.protocol.holiday import public_holidays
from webcare_desk.protocol.layers import Stack, read_stack
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.messages import problems_of
from webcare_desk.protocol.model import Protocol, product_names, words_in
from webcare_desk.protocol.schema import Product

Spoil = Callable[..., Path]
LATER = """\
slas:
  - {id: fast, hours: 2, time: business}
"""


def loaded(root: Path, pack: str) -> Protocol:
    found = load_pack(root, pack)
    assert found.problems == ()
    assert found.protocol is not None
    return found.protocol


def test_a_protocol_has_everything_the_desk_goes_by(spoil: Spoil) -> None:
    protocol = loaded(spoil(), "small")
    assert (protocol.id, protocol.version, protocol.country) == ("small", "1", "NL")
    assert protocol.languages == (Language.NL, Language.EN)
    assert (protocol.starts, protocol.ends) == (date(2026, 1, 1), date(2026, 12, 31))
    assert protocol.channels[0].owned
    assert protocol.roles[0].deputy is Role.SUPERVISOR
    assert protocol.slas == {
        "fast": Sla("fast", 60, business=True),
        "now": Sla("now", 15, business=False),
    }
    assert [rule.category for rule in protocol.rules] == [Category.ADVERSE_EVENT, Category.CRISIS]
    assert [len(rule.examples) for rule in protocol.rules] == [10, 10]
    assert product_names(protocol) == {"ventora": ("Ventora", "velamab", "ventora", "vantora")}
    assert date(2026, 4, 27) in protocol.timetable.hours.holidays
    assert protocol.references["route"].valid_until == date(2027, 1, 1)


def test_the_plan_is_the_domains_own_escalation_plan(spoil: Spoil) -> None:
    plan = loaded(spoil(), "small").plans["to-pv"]
    assert isinstance(plan, EscalationPlan)
    assert [(step.owner, step.deputy, step.hours) for step in plan.steps] == [
        (Role.MODERATOR, Role.SUPERVISOR, 24),
        (Role.PV_OFFICER, Role.SUPERVISOR, 48),
    ]
    assert plan.steps[0].title_in("nl") == "Stuur door"


def test_a_text_in_a_language_that_is_not_there_falls_back_on_the_first() -> None:
    assert words_in((("nl", "ja"), ("en", "yes")), "en") == "yes"
    assert words_in((("nl", "ja"),), "en") == "ja"


def test_hours_without_holidays_are_open_on_them(spoil: Spoil) -> None:
    protocol = loaded(spoil("sla.yaml", "  holidays: NL\n", ""), "small")
    assert protocol.timetable.hours.holidays == frozenset()


@pytest.mark.parametrize("year", [2000, 2024, 2029])
def test_a_holiday_is_one_in_every_year(spoil: Spoil, year: int) -> None:
    table = loaded(spoil("sla.yaml", "  tuesday:", "  wednesday:"), "small").timetable
    noon = [datetime(year, 12, day, 11, tzinfo=UTC) for day in range(1, 32)]
    opened = {one.day for one in noon if is_open(int(one.timestamp()) * 1_000_000, table)}
    workdays = {one.day for one in noon if one.weekday() in {0, 2}}
    assert opened == workdays - {25, 26}


def test_an_item_above_replaces_the_whole_item_below(layer: Callable[..., Path]) -> None:
    root = layer(sla=LATER)
    upper, lower = loaded(root, "upper"), loaded(root, "small")
    assert upper.slas["fast"].minutes == 120
    assert lower.slas["fast"].minutes == 60
    assert upper.slas["now"] == lower.slas["now"]
    assert (upper.id, upper.version, upper.country) == ("upper", "2", "NL")
    assert upper.digest != lower.digest


def test_disabled_removes_an_item_and_what_names_it_is_told(layer: Callable[..., Path]) -> None:
    root = layer(reference="references:\n  - {id: route, disabled: true}\n")
    assert [str(problem) for problem in load_pack(root, "upper").problems] == [
        (f"small/templates.yaml:{line}: templates[0].text.{language}: {message}")
        for line, language in ((6, "nl"), (7, "en"))
        for message in (
            "name a reporting contact from reference.yaml as a blank",
            "use a blank that the desk can fill, it does not know `route`",
        )
    ]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (
            "{id: gone, disabled: true}",
            "slas[0].id: name an item of a pack below, there is no `gone`",
        ),
        ("{id: fast, disabled: false}", "slas[0].disabled: write true, or remove the line"),
        ("{id: fast, disabled: 1}", "slas[0].disabled: write true or false"),
    ],
)
def test_removing_what_is_not_there_is_a_problem(
    layer: Callable[..., Path], item: str, message: str
) -> None:
    problems = load_pack(layer(sla=f"slas:\n  - {item}\n"), "upper").problems
    assert f"upper/sla.yaml:2: {message}" in [str(problem) for problem in problems]


def test_a_removed_item_may_be_missed_by_nobody(layer: Callable[..., Path]) -> None:
    rules = "rules:\n  - {id: danger, disabled: true}\n"
    root = layer(
        rules=rules,
        templates="templates:\n  - {id: help, disabled: true}\n",
        sla="slas:\n  - {id: now, disabled: true}\n",
    )
    protocol = loaded(root, "upper")
    assert [rule.id for rule in protocol.rules] == ["event"]
    assert set(protocol.templates) == {"sorry"}


@pytest.mark.parametrize("pack", ["none", "../small", "SMALL", ""])
def test_a_pack_that_is_not_there_is_one_problem(spoil: Spoil, pack: str) -> None:
    problems = load_pack(spoil(), pack).problems
    assert [str(problem) for problem in problems] == [
        f"{pack}:1: file: name a pack that has a folder"
    ]


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_a_folder_of_packs_that_no_system_can_have_is_a_problem(tmp_path: Path, name: str) -> None:
    [problem] = load_pack(tmp_path / name, "varen").problems
    assert problem.message == "name a pack that has a folder"


def test_a_folder_that_cannot_be_listed_is_a_problem(
    spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    root = spoil()
    monkeypatch.setattr(Path, "iterdir", denied)
    assert [str(problem) for problem in load_pack(root, "small").problems] == [
        "small:1: file: make the folder readable: permission denied"
    ]


def test_hidden_files_of_file_managers_are_left_alone(spoil: Spoil) -> None:
    root = spoil()
    (root / "small" / ".DS_Store").write_bytes(b"\x00")
    assert loaded(root, "small").id == "small"


def test_packs_in_a_circle_are_refused(layer: Callable[..., Path]) -> None:
    root = layer()
    below = root / "small" / "pack.yaml"
    below.write_text(below.read_text() + "extends: upper\n", encoding="utf-8")
    assert [str(problem) for problem in load_pack(root, "upper").problems] == [
        "small/pack.yaml:13: extends: break the circle of packs"
    ]


def test_with_a_problem_there_is_no_protocol(spoil: Spoil) -> None:
    found = load_pack(spoil("sla.yaml", "hours: 1,", "hours: x,"), "small")
    assert found.protocol is None
    assert len(found.problems) == 1


@pytest.mark.requirement("C5")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sla.yaml", "minutes: 15", "minutes: 16"),
        ("plans.yaml", "hours: 24", "hours: 23"),
        ("plans.yaml", "owner: moderator", "owner: pv-officer"),
        ("rules.yaml", "veel pijn", "erge pijn"),
        ("templates.yaml", "Beste", "Dag"),
        ("reference.yaml", '"113"', '"112"'),
        ("pack.yaml", "name: The page", "name: A page"),
        ("products.yaml", "velamab", "velumab"),
    ],
)
def test_any_change_of_content_changes_the_digest(
    spoil: Spoil, file: str, old: str, new: str
) -> None:
    before = loaded(spoil(), "small").digest
    assert loaded(spoil(file, "", "# only a comment\n"), "small").digest == before
    assert load_pack(spoil(file, old, new), "small").problems == ()
    assert loaded(spoil(file, old, new), "small").digest != before


def test_only_a_stack_without_problems_can_be_built(spoil: Spoil) -> None:
    stack = read_stack(spoil("pack.yaml", "country: NL\n", ""), "small")
    with pytest.raises(ValueError, match="every key"):
        build(stack)
    assert Stack().shelves()[0].model is Product


def test_a_kind_of_error_that_has_no_words_of_its_own_still_says_to_correct_it() -> None:
    with pytest.raises(ValidationError) as raised:
        Product.model_validate({"id": "a", "spellings": ("a",)})
    assert (("spellings",), "write a list, each item after a hyphen") in problems_of(raised.value)
    error = ValidationError.from_exception_data(
        "x", [{"type": "bytes_type", "loc": (), "input": 1}]
    )
    assert list(problems_of(error)) == [((), "correct this: input should be a valid bytes")]


def test_a_hostile_pack_is_refused_with_one_sentence(spoil: Spoil) -> None:
    root = spoil()
    (root / "small" / "rules.yaml").write_bytes(b"rules: " + b"[" * 400_000)
    problems = load_pack(root, "small").problems
    assert [problem.message for problem in problems] == ["nest at most 24 levels deep"]


def test_every_country_of_the_format_has_public_holidays() -> None:
    without = [code for code in COUNTRIES if len(public_holidays(code, [2026])) < 4]
    assert without == []


def test_loading_leaves_the_holidays_until_a_deadline_asks(spoil: Spoil) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from webcare_desk.protocol.library import load_pack\n"
        f"protocol = load_pack(Path({str(spoil())!r}), 'small').protocol\n"
        "before = 'holidays' in sys.modules\n"
        "print(before, protocol.timetable is protocol.timetable, 'holidays' in sys.modules)"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert ran.stdout == "False True True\n"
