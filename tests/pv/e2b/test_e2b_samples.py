"""Official messages: read, written again, and what the model does not know is listed."""

from pathlib import Path

import pytest
from lxml import etree

from tests.support import e2b
from webcare_desk.domain.e2b import walk
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.schema import schema_problems
from webcare_desk.pv.e2b.write import write

SAMPLES = [
    path
    for pattern in ("samples/FAERS*.xml", "samples/utr3*.xml", "samples/minimal*.xml")
    for path in e2b.files(pattern)
]
MISSING = pytest.mark.skipif(not SAMPLES, reason="the official samples are not here")
#: An ICH test file whose messages lack a batch number and a sender: its copy lacks them too.
HALF = "utr3-05.xml"


@pytest.mark.requirement("P11")
@MISSING
@pytest.mark.parametrize("path", SAMPLES, ids=e2b.named)
def test_what_is_modelled_survives_export_import_export(path: Path) -> None:
    first = read(path.read_bytes())
    once = write(first.batch).data
    again = read(once)
    assert again.batch == first.batch
    assert again.unmodelled == ()
    assert e2b.canonical(write(again.batch).data) == e2b.canonical(once)


@MISSING
@pytest.mark.parametrize("path", SAMPLES, ids=e2b.named)
def test_a_copy_of_an_official_message_is_valid(path: Path) -> None:
    problems = schema_problems(write(read(path.read_bytes()).batch).data, e2b.require() / "xsd")
    assert bool(problems) is (path.name == HALF)


@MISSING
def test_every_element_of_the_standard_that_a_sample_holds_is_read() -> None:
    """The largest sample holds 212 of the 222; what it holds beside them is listed."""
    path = e2b.require() / "samples" / "FAERS2022Scenario6.xml"
    found = read(path.read_bytes())
    codes = {code for _, each in walk(found.batch) for code, _ in each.values if "@" not in code}
    assert len(codes) >= 202
    listed = " ".join(each.content for each in found.unmodelled)
    assert "C17049" in listed
    assert "Apartment 4G" in listed


@MISSING
def test_each_text_of_a_sample_is_either_read_or_listed() -> None:
    root = etree.fromstring((e2b.require() / "samples" / "FAERS2022Scenario1.xml").read_bytes())
    texts = {
        "".join(map(str, each.itertext())).strip() for each in root.iter("{*}name", "{*}title")
    } - {""}
    found = read(etree.tostring(root))
    told = {value for _, each in walk(found.batch) for _, value in each.values}
    listed = " ".join(each.content for each in found.unmodelled)
    missed = [text for text in texts if text not in told and text not in listed]
    assert [text for text in missed if not any(part in told for part in text.split())] == []
