"""A report to PV by phone or mail, for when the desk itself cannot carry it.

It asks for the four criteria of a valid report (GVP VI.B.2) in words, and
stands as text that can be read out, copied, or saved as a PDF.
"""

import io
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.newfile import written

_LABELS = {
    "en": {
        "title": "Possible adverse event, reported by hand",
        "contact": "To PV",
        "reporter": "Who reports: name or alias, and how to reach them",
        "patient": "The patient: anything that shows one person",
        "product": "The product, and its batch if it is said",
        "event": "What happened, in the words that were written",
        "source": "Where it was read (channel, link)",
        "seen": "First seen by the company (day zero)",
        "by": "Who passes it on",
        "foot": "The desk could not send this. Note time, name and number on paper, and record it later.",
    },
    "nl": {
        "title": "Mogelijke bijwerking, met de hand gemeld",
        "contact": "Aan PV",
        "reporter": "Wie meldt: naam of alias, en hoe te bereiken",
        "patient": "De patiënt: alles waaruit één persoon blijkt",
        "product": "Het product, en de batch als die genoemd is",
        "event": "Wat er gebeurde, in de woorden die er stonden",
        "source": "Waar het gelezen is (kanaal, link)",
        "seen": "Voor het eerst gezien door het bedrijf (dag nul)",
        "by": "Wie het doorgeeft",
        "foot": "Het bureau kon dit niet versturen. Noteer tijd, naam en nummer op papier, en leg het later vast.",
    },
}
FIELDS = ("contact", "reporter", "patient", "product", "event", "source", "seen", "by")


@dataclass(frozen=True, slots=True)
class ByHand:
    """What is passed on; every field in the words of who fills it in."""

    contact: str = ""
    reporter: str = ""
    patient: str = ""
    product: str = ""
    event: str = ""
    source: str = ""
    seen: str = ""
    by: str = ""


def label_of(field: str, language: str) -> str:
    """Return how a field is called, in `nl`, else in English."""
    return _LABELS.get(language, _LABELS["en"])[field]


def text_of(report: ByHand, language: str) -> str:
    """Return the report as text to read out or to copy; an empty field is a line to fill in."""
    lines = [label_of("title", language), ""]
    for name in FIELDS:
        lines += [f"{label_of(name, language)}:", getattr(report, name).strip() or "…", ""]
    return "\n".join([*lines, label_of("foot", language), ""])


def to_pdf(text: str) -> bytes:
    """Return the text as a PDF in which nothing is cut."""
    from reportlab.lib.pagesizes import A4  # loads what sets a PDF
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    from webcare_desk.pv.typeset import Face, load_fonts, wrap

    load_fonts()
    face, margin, line = Face(size=11.0), 20 * mm, 5.5 * mm
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    lines = wrap(text, face, A4[0] - 2 * margin)
    most = int((A4[1] - 2 * margin) // line)
    for start in range(0, len(lines), most):
        canvas.setFont(face.font, face.size)
        for number, words in enumerate(lines[start : start + most], 1):
            canvas.drawString(margin, A4[1] - margin - number * line, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def save(text: str, folder: Path, stamp: str) -> Path:
    """Save the text as a PDF in `folder`, never over another file; return where."""
    place = folder / f"report-{stamp}.pdf"
    made = to_pdf(text)
    with written(place) as draft:
        draft.write_bytes(made)
    return place
