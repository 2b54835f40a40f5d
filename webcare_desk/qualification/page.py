"""The report as a page that a person reads and prints; the signature stands at its end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from webcare_desk.disclosure.export import style
from webcare_desk.domain.signature import Signature, signature_block
from webcare_desk.qualification.check import Check
from webcare_desk.reports.page import definitions, head
from webcare_desk.reports.plain import escaped

_TRIED: Final = (
    "The functions that matter, tried on a temporary desk of their own, which is gone. Nothing of the "
    "desk above was changed, and nothing was sent but to this machine."
)
_TITLES: Final = {
    "IQ": (
        "Installation (IQ)",
        "Whether what is installed is what was built, and the machine has what it needs.",
    ),
    "OQ": (
        "Operation (OQ)",
        _TRIED,
    ),
}
_NAMES: Final = {
    "verdict": "Verdict",
    "program": "Program",
    "build": "Build (SHA-256 over all files)",
    "installed": "Installed as",
    "python": "Python",
    "sqlite": "SQLite",
    "system": "System",
    "desk": "Desk, by its log",
    "made_at": "Made",
    "made_by": "By",
}
_LEAD: Final = (
    "Webcare Desk checked itself. Each row says what was expected and what was found. The names under "
    "“For” are the rows of docs/traceability.toml, where each requirement stands with its source. "
    "Whether the desk fits the work of your company (PQ) is for you to qualify: no row says so."
)
_STYLE: Final = (
    "main th, main td { overflow-wrap: anywhere; } td.id { white-space: nowrap; }\n"
    "td.failed, dd.failed { color: #a11616; font-weight: 700; }\ntr.failed { background: #fbe3e0; }\n"
    "tr { break-inside: avoid; } td p { margin: 0; } td p.found { color: var(--soft); }\n"
)
_END: Final = "</body>\n</html>\n"


def page_of(facts: Mapping[str, str], checks: Sequence[Check]) -> str:
    """Return the page, without its signature."""
    return "".join(_parts(facts, checks))


def with_signature(page: str, signature: Signature) -> str:
    """Return the page with its signature at its end."""
    return page.removesuffix(_END) + _signed(signature) + _END


def unsigned(page: str, signature: Signature) -> str:
    """Return a signed page without exactly this signature."""
    return page.removesuffix(_signed(signature) + _END) + _END


def _signed(signature: Signature) -> str:
    lines = "\n".join(map(escaped, signature_block(signature)))
    return (
        f"<article><h2>Signature</h2>\n<blockquote>{lines}</blockquote>\n<p class=by>“Record SHA-256” "
        "is that of the .json file beside this page. webcare-desk qualify check FILE.json says "
        "whether both are as they were signed.</p></article>\n"
    )


def _parts(facts: Mapping[str, str], checks: Sequence[Check]) -> Iterator[str]:
    title = f"Qualification of {facts['program']}: {facts['verdict']}"
    failed = [check for check in checks if not check.passed]
    yield head(title, style() + _STYLE)
    yield f"<header><h1>{escaped(title)}</h1>\n<p class=lead>{escaped(_LEAD)}</p>\n"
    yield definitions((_NAMES[name], value or "–") for name, value in facts.items())
    yield f"</header>\n<main>\n<article><h2>{len(checks) - len(failed)} of {len(checks)} checks passed</h2>\n"
    yield from (
        f"<p><b>{escaped(each.id)}</b> {escaped(each.what)}: {escaped(each.found)}</p>\n"
        for each in failed
    )
    yield "</article>\n"
    for part, (heading, lead) in _TITLES.items():
        yield f"<article><h2>{escaped(heading)}</h2>\n<p class=lead>{escaped(lead)}</p>\n"
        yield "<table><thead><tr><th>Check<th>What<th>Expected, and found<th>Result<th>For</tr></thead>\n"
        yield from (_row(check) for check in checks if check.id.startswith(part))
        yield "</table></article>\n"
    yield f"</main>\n{_END}"


def _row(check: Check) -> str:
    result = "passed" if check.passed else "failed"
    return (
        f"<tr class={result}><td class=id>{escaped(check.id)}<td>{escaped(check.what)}"
        f"<td><p>{escaped(check.expected)}</p><p class=found>{escaped(check.found)}</p>"
        f"<td class={result}>{result}<td>{escaped(', '.join(check.requirements))}</tr>\n"
    )
