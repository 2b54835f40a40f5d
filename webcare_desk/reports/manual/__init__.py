"""A protocol as a document for people: one content, as HTML and as PDF."""

from webcare_desk.protocol.model import Protocol


def manual_as(form: str, protocol: Protocol, language: str) -> bytes:
    """Return the manual of `protocol` as `pdf` or `html`, in nl or en; deterministic."""
    from webcare_desk.paths import resources_dir
    from webcare_desk.reports.manual.build import manual_of  # reportlab is slow
    from webcare_desk.reports.manual.page import page
    from webcare_desk.reports.manual.printed import to_pdf

    manual = manual_of(protocol, language)
    if form == "pdf":
        return to_pdf(manual)
    style = (resources_dir() / "manual" / "page.css").read_text(encoding="utf-8")
    return "".join(page(manual, style)).encode("utf-8")
