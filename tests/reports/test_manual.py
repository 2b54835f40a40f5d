"""The manual: whole, escaped, the same twice, and drawn without anything outside its paper."""

import io
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from shutil import which

import pytest
from lxml import etree
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from webcare_desk.domain.finding import Category, Language, Mark
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.occasion import Ownership
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.sla import Sla
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.document import format_text
from webcare_desk.protocol.kind import ExampleKind
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import ChannelTime, Protocol, words_in
from webcare_desk.pv.typeset import BOLD, REGULAR, Face, load_fonts
from webcare_desk.reports.manual import manual_as
from webcare_desk.reports.manual.build import manual_of
from webcare_desk.reports.manual.diagram import baselines, diagram_of
from webcare_desk.reports.manual.flow import flowing
from webcare_desk.reports.manual.sections import clock, length
from webcare_desk.reports.manual.words import many, role_name, term
from webcare_desk.reports.plain import escaped

PACKS = ("base", "varen", "nl", "be")


def pack(name: str) -> Protocol:
    found = load_pack(protocols_dir(), name).protocol
    assert found is not None
    return found


class Outline(HTMLParser):
    """The tags, links, anchors and words of a page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.tags: set[str] = set()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; nothing in it may run or be fetched."""
        self.tags.add(tag)
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on") or name == "src"]
        if "id" in found:
            self.anchors.append(found["id"] or "")
        if "href" in found:
            self.links.append(found["href"] or "")

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words.append(data)


def outline(html: bytes) -> Outline:
    found = Outline()
    found.feed(html.decode("utf-8"))
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PACKS)
def test_the_page_has_everything_and_nothing_from_elsewhere(name: str, language: str) -> None:
    protocol = pack(name)
    found = outline(manual_as("html", protocol, language))
    said = "".join(found.words)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert len(set(found.anchors)) == len(found.anchors)
    assert found.links
    assert all(link[1:] in found.anchors for link in found.links)
    for rule in protocol.rules:
        assert words_in(rule.why, language) in said
        for one in rule.examples:
            assert (one.text in said) or one.language is not Language(language)
    for template in protocol.templates.values():
        assert words_in(template.title, language) in said
    for contact in protocol.references.values():
        assert words_in(contact.text, language) in said
    for plan in protocol.plans.values():
        assert all(step.title_in(language) in said for step in plan.steps)
    assert protocol.digest in said
    assert "{{" not in said


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_the_same_protocol_gives_the_same_bytes_and_another_gives_others(form: str) -> None:
    protocol = pack("be")
    first = manual_as(form, protocol, "nl")
    assert first == manual_as(form, pack("be"), "nl")
    assert first != manual_as(form, replace(protocol, version="9"), "nl")
    assert first != manual_as(form, protocol, "en")


def test_what_a_pack_says_is_text_and_never_markup() -> None:
    protocol = pack("varen")
    nasty = '<script>alert("x")</script> & \u202edlo'
    first = replace(protocol.rules[0], why=(("nl", nasty), ("en", nasty)))
    html = manual_as("html", replace(protocol, rules=(first, *protocol.rules[1:])), "nl").decode()
    assert "<script" not in html
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; [U+202E]dlo" in html
    assert "script" not in outline(html.encode()).tags


def test_every_drawing_in_the_page_is_well_formed() -> None:
    html = manual_as("html", pack("be"), "nl").decode()
    drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(drawings) == len(pack("be").plans)
    for drawing in drawings:
        tree = etree.fromstring(drawing)
        assert tree.findtext("title")
        assert {etree.QName(one).localname for one in tree.iter()} <= {
            "svg", "title", "rect", "text", "line", "polygon", "circle",
        }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_drawing_keeps_its_words_in_their_boxes_and_its_boxes_on_the_paper(language: str) -> None:
    for name in PACKS:
        for plan in pack(name).plans.values():
            drawing = diagram_of(plan, language)
            assert len(drawing.badges) == len(plan.steps)
            boxes = sorted(drawing.boxes, key=lambda box: (box.x, box.y))
            for box in boxes:
                assert 0 <= box.x < box.x + box.width <= drawing.width
                assert 0 <= box.y < box.y + box.height <= drawing.height
                for _, y, line in baselines(box):
                    assert box.y < y < box.y + box.height
                    assert line.text.strip()
            for above, below in pairwise(boxes):
                assert above.x != below.x or above.y + above.height < below.y


def test_the_paper_has_contents_with_true_page_numbers(tmp_path: Path) -> None:
    if which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    protocol = pack("be")
    file = tmp_path / "manual.pdf"
    file.write_bytes(manual_as("pdf", protocol, "en"))
    told = subprocess.run(  # noqa: S603 - the program is named by its whole path
        [str(which("pdftotext")), "-layout", str(file), "-"], capture_output=True, check=True
    )
    pages = told.stdout.decode().split("\f")
    flat = [" ".join(page.split()) for page in pages]
    for number, section in enumerate(manual_of(protocol, "en").sections, 1):
        at = re.search(rf"{number} {re.escape(section.title)} (\d+)", flat[0])
        assert at, section.title
        assert f"{number} {section.title}" in flat[int(at[1]) - 1]
    assert f"page 1 of {len(pages) - 1}" in flat[0]
    assert "adr@fagg-afmps.be" in " ".join(flat)


def test_text_in_several_faces_flows_and_breaks_what_is_too_wide() -> None:
    load_fonts()
    plain, strong = Face(REGULAR, 10.0), Face(BOLD, 10.0)
    lines = flowing([("one two ", plain), ("three", strong), ("\nfour " + "x" * 60, plain)], 90.0)
    shown = [[run.text for run in line.runs] for line in lines]
    assert shown[0] == ["one", " ", "two", " ", "three"]
    assert shown[1][0] == "four"
    assert "".join(text for line in shown[2:] for text in line) == "x" * 60
    canvas = Canvas(io.BytesIO())
    for line in lines:
        for run in line.runs:
            assert run.x + canvas.stringWidth(run.text, run.face.font, run.face.size) <= 90.5
    assert flowing([("", plain)], 90.0)[0].runs == ()


def test_every_term_of_the_field_has_its_word_in_both_languages() -> None:
    kinds = (Category, Queue, ExampleKind, Reason, Ownership, Mark, Language)
    for kind in kinds:
        for one in kind:
            assert term(one.value, "nl")
            assert term(one.value, "en")
    assert {role_name(role, "nl") for role in Role} != {role_name(role, "en") for role in Role}
    assert (many(1, "hours", "en"), many(2, "hours", "en")) == ("1 hour", "2 hours")


def test_a_response_time_is_said_in_its_largest_whole_unit_and_by_its_clock() -> None:
    assert length(Sla("a", 90, business=True), "en") == "90 minutes"
    assert length(Sla("a", 120, business=True), "nl") == "2 uur"
    assert length(Sla("a", 0, business=False, days=15), "en") == "15 days"
    assert clock(Sla("a", 0, business=False, days=15), "en") == "calendar days"
    assert clock(Sla("a", 15, business=False), "nl") == "dag en nacht"


def test_what_a_channel_has_of_its_own_is_said_with_its_name() -> None:
    protocol = pack("varen")
    name = next(iter(protocol.slas))
    own = ChannelTime(name, "varen-community", Sla(name, 7, business=False))
    other = replace(
        protocol,
        channel_times=(own,),
        channel_openings={"varen-community": replace(protocol.openings, holidays=None)},
        roles=(replace(protocol.roles[0], person="Kim, 1", deputy_person="Bo, 2"),),
        channels=(replace(protocol.channels[0], owned=False),),
        templates={
            key: replace(one, public=False) for key, one in list(protocol.templates.items())[:1]
        }
        | dict(list(protocol.templates.items())[1:]),
    )
    said = "".join(outline(manual_as("html", other, "en")).words)
    assert "(Leven met Varen / Living with Varen)" in said
    assert "7 minutes" in said
    assert "Office hours: Leven met Varen / Living with Varen" in said
    assert "Kim, 1" in said
    assert "somebody else's" in said
    assert "not in public" in said


def test_what_another_rule_matches_is_said_to_belong_there() -> None:
    """Under `violence` a wish to die does not match: nobody may read that as "this is nothing"."""
    for language, see, text in (
        ("nl", "zie", "Soms wil ik er gewoon een eind aan maken"),
        ("en", "see", "I don't want to live anymore"),
    ):
        html = manual_as("html", pack("varen"), language).decode()
        shown = re.findall(rf"<li>{escaped(text)}(.*?)</li>", html)
        assert [one for one in shown if f">{see} crisis<" in one], shown


def test_who_has_a_step_out_of_hours_is_said_where_the_plan_says_so() -> None:
    plans = [one for one in pack("varen").plans.values() if one.out_of_hours is not None]
    said = "".join(outline(manual_as("html", pack("varen"), "en")).words)
    assert len(plans) == said.count("Out of hours, supervisor has every step") == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "een reden; het logboek zegt"), ("en", "a reason; the log says which")],
)
def test_no_signature_is_promised_where_none_is_asked_for(language: str, words: str) -> None:
    said = " ".join(" ".join(outline(manual_as("html", pack("varen"), language)).words).split())
    assert words in said
    assert not re.search("ondertekend|signed", said + format_text())


@pytest.mark.parametrize("name", PACKS)
def test_of_a_category_with_several_times_or_plans_the_rules_are_named(name: str) -> None:
    said = "\n".join(outline(manual_as("html", pack(name), "nl")).words)
    assert "bijwerking (pregnancy-bleeding, pregnancy-loss, death, grave-event)\n" in said
    assert "\nbijwerking (event-of-another, event-me-too, adverse-event), zwangerschap" in said
    assert "Voor: crisis (violence)\n" in said
    assert "\ncrisis\n" in said, "it has one time"
    if name == "varen":
        assert "\nmedische vraag (question-about-product)\n" in said
        assert "medische vraag (asks-about-effects, medical-question)\n" in said


@pytest.mark.parametrize("name", PACKS)
def test_the_program_writes_nothing_in_a_manual_that_its_paper_cannot_show(name: str) -> None:
    pdf = PdfReader(io.BytesIO(manual_as("pdf", pack(name), "nl")))
    assert "[U+" not in "".join(page.extract_text() for page in pdf.pages)
