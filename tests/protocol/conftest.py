"""A small pack that is fine, a way to spoil it, and a screening by word list."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Category, Context, Finding, Language, Mark, Screening, Tier

PACK = """\
id: small
version: "1"
languages: [nl, en]
country: NL
sponsor: {nl: Orvanta, en: Orvanta}
channels:
  - {id: page, name: The page, owned: true}
monitoring: {start: 2026-01-01, end: 2026-12-31}
roles:
  - {role: moderator, deputy: supervisor, duty: {nl: leest, en: reads}}
  - {role: pv-officer, deputy: supervisor, duty: {nl: weegt, en: weighs}}
  - {role: supervisor, deputy: pv-officer, duty: {nl: waakt, en: watches}}
"""
PRODUCTS = """\
products:
  - id: ventora
    brand: Ventora
    substance: velamab
    form: {nl: pen, en: pen}
    spellings: [ventora, vantora]
    prescription_only: true
"""
RULES = """\
rules:
  - id: event
    category: adverse-event
    queue: safety
    sla: fast
    plan: to-pv
    templates: [sorry]
    when:
      all:
        - finding: {category: [adverse-event], without: [negated]}
        - tier: check
    why: {nl: Een klacht., en: A complaint.}
    examples:
      match:
        nl: [ik heb pijn, pijn van ventora, veel pijn]
        en: [I have pain, pain from ventora, much pain]
      no_match:
        nl: [geen pijn, mooi weer]
        en: [no pain, nice weather]
  - id: danger
    category: crisis
    queue: crisis
    sla: now
    plan: to-pv
    templates: [help]
    when:
      any:
        - finding: {category: [crisis]}
        - all: [{product: [ventora]}, {position: reply}, {language: [en]}, {tier: strong}]
        - not: {finding: {mark: [event, cue, product, person]}}
    why: {nl: Gevaar., en: Danger.}
    examples:
      match:
        nl: [ik wil dood, dood, wil dood]
        en: [I want to die, die, to die]
      no_match:
        nl: [pijn in de knie, ventora]
        en: [pain in the knee, no pain]
"""
TEMPLATES = """\
templates:
  - id: sorry
    title: {nl: Sorry, en: Sorry}
    public: true
    text:
      nl: "Beste {{ first_name }}, meld het bij {{ route }}. {{ moderator_name }}, namens {{ sponsor }}"
      en: "Dear {{ first_name }}, report it to {{ route }}. {{ moderator_name }}, for Orvanta"
  - id: help
    title: {nl: Hulp, en: Help}
    public: true
    text:
      nl: "Bel {{ line }}. Namens {{ sponsor }}"
      en: "Call {{ line }}. For {{ sponsor }}"
"""
SLA = """\
hours:
  zone: Europe/Amsterdam
  holidays: NL
  monday: [08:30-12:30, 13:00-17:30]
  tuesday: [08:30-12:30, 13:00-17:30]
slas:
  - {id: fast, hours: 1, time: business}
  - {id: now, minutes: 15, time: wall-clock}
"""
PLANS = """\
plans:
  - id: to-pv
    steps:
      - id: forward
        owner: moderator
        deputy: supervisor
        hours: 24
        title: {nl: Stuur door, en: Forward}
      - id: acknowledge
        owner: pv-officer
        deputy: supervisor
        hours: 48
        title: {nl: Bevestig, en: Acknowledge}
"""
REFERENCE = """\
references:
  - id: route
    kind: reporting
    text: {nl: Lareb (www.lareb.nl), en: Lareb (www.lareb.nl)}
    checked: 2026-01-05
    valid_until: 2027-01-01
    outdated: [Postbus 97]
  - id: line
    kind: crisis
    text: {nl: "113", en: "113"}
    checked: 2026-01-05
"""
FILES = {
    "pack.yaml": PACK,
    "products.yaml": PRODUCTS,
    "rules.yaml": RULES,
    "templates.yaml": TEMPLATES,
    "sla.yaml": SLA,
    "plans.yaml": PLANS,
    "reference.yaml": REFERENCE,
}
MEANING = {
    "pijn": (Mark.EVENT, "pain", Category.ADVERSE_EVENT),
    "pain": (Mark.EVENT, "pain", Category.ADVERSE_EVENT),
    "dood": (Mark.EVENT, "suicide", Category.CRISIS),
    "die": (Mark.EVENT, "suicide", Category.CRISIS),
    "ventora": (Mark.PRODUCT, "ventora", None),
    "weer": (Mark.CUE, "weather", None),
    "weather": (Mark.CUE, "weather", None),
}

Spoil = Callable[..., Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Write the pack `small` with one passage replaced; the passage must be there."""

    def write(file: str = "pack.yaml", old: str = "", new: str = "", name: str = "small") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for path, text in FILES.items():
            assert path != file or old in text
            changed = text.replace(old, new, 1) if path == file and old else text
            (folder / path).write_text(changed, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def layer(spoil: Spoil) -> Callable[..., Path]:
    """Write the pack `upper` over `small`, from the texts of its files."""

    def write(**texts: str) -> Path:
        root = spoil()
        folder = root / "upper"
        folder.mkdir()
        head = 'id: upper\nextends: small\nversion: "2"\n'
        for stem, text in {"pack": head, **texts}.items():
            (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
        return root

    return write


@pytest.fixture
def screen() -> Callable[[str], Screening]:
    """Return a screening that knows a handful of words; "geen" and "no" negate."""

    def find(text: str) -> Screening:
        negated = re.search(r"\b(geen|no)\b", text) is not None
        findings = []
        for word in re.finditer(r"\w+", text):
            if word[0].lower() in MEANING:
                mark, concept, category = MEANING[word[0].lower()]
                contexts = frozenset({Context.NEGATED} if negated else ())
                findings.append(Finding(mark, concept, category, *word.span(), contexts))
        english = re.search(r"\b(I|pain|die|the|weather)\b", text) is not None
        tier = Tier.STRONG if len(findings) > 1 else Tier(min(1, len(findings)))
        return Screening(Language.EN if english else Language.NL, tier, tuple(findings))

    return find
