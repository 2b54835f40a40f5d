"""The readable report to PV: a PDF in which nothing is cut.

Deterministic: the same case, head and language give the same bytes. Imported
when first needed (`reportlab`).
"""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.edition import Edition
from webcare_desk.pv.pages import Foot, printed
from webcare_desk.pv.report_sections import sections
from webcare_desk.pv.typeset import load_fonts


def to_pdf(case: SafetyCase, head: str, language: str, edition: Edition) -> bytes:
    """Return the report of `case` in `language` (nl, else en), the head at its end."""
    load_fonts()
    blocks: list[Flowable] = []
    for section in sections(case, head, language, edition):
        blocks += [*section, Spacer(1, 5 * mm)]
    return printed(blocks, case.reference, Foot(case.reference, language))
