"""The report as a page that a person reads and prints; the signature stands at its end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from webcare_desk.disclosure.export import style
from webcare_desk.domain.signature import Signature, signature_block
from webcare_desk.qualification.check import Check
from webcare_desk.reports.frame import definitions, head
from webcare_desk.reports.plain import escaped

#: The requirements of the traceability table, by their names.
Rows = Mapping[str, Mapping[str, str]]
_TRIED: Final = (
    "The functions that matter, tried on a temporary desk with made-up people and comments, which is "
    "gone. Nothing of the desk above was changed, and nothing was sent but to this machine."
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
    "Webcare Desk checked itself. Each row says what was expected and what was found, and for which "
    "requirements it speaks: they stand at the end of this page, with their sources. "
    "Whether the desk fits the work of your company (PQ) is for you to qualify: no row says so."
)
_CASES: Final = (
    "A check shows one case of a requirement, here, on this machine. What proves it as a whole are the "
    "tests of this build, which build/traceability.md lists beside the same digest."
)
_STYLE: Final = (
    "body { max-width: 76rem; } td { overflow-wrap: anywhere; min-width: 3rem; }\n"
    "td.id { white-space: nowrap; } td.passed { color: #0f6d3a; }\n"
    "td.failed { color: #a11616; font-weight: 700; } tr.failed { background: #fbe3e0; }\n"
)
_END: Final = "</body>\n</html>\n"


def page_of(facts: Mapping[str, str], checks: Sequence[Check], rows: Rows) -> str:
    """Return the page, without its signature; `rows` are the requirements by their names."""
    return "".join((*_head(facts, checks), *_parts(checks), *_spoken_for(checks, rows), _END))


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


def _head(facts: Mapping[str, str], checks: Sequence[Check]) -> Iterator[str]:
    title = f"Qualification of {facts['program']}: {facts['verdict']}"
    failed = [check for check in checks if not check.passed]
    yield head(title, style() + _STYLE)
    yield f"<header><h1>{escaped(title)}</h1>\n<p class=lead>{escaped(_LEAD)}</p>\n"
    yield definitions((_NAMES[name], value or "–") for name, value in facts.items())
    count = f"{len(checks) - len(failed)} of {len(checks)} checks passed"
    yield f"</header>\n<article><h2>{count}</h2>\n"
    yield from (
        f"<p><b>{escaped(each.id)}</b> {escaped(each.what)}: {escaped(each.found)}</p>\n"
        for each in failed
    )
    yield "</article>\n"


def _parts(checks: Sequence[Check]) -> Iterator[str]:
    columns = ("Check", "What", "Expected", "Found", "Result", "For")
    for part, (heading, lead) in _TITLES.items():
        yield f"<article><h2>{escaped(heading)}</h2>\n<p class=lead>{escaped(lead)}</p>\n"
        yield _table(columns, (_row(check) for check in checks if check.id.startswith(part)))
        yield "</article>\n"


def _table(columns: Iterable[str], rows: Iterable[str]) -> str:
    names = "".join(f"<th>{escaped(name)}" for name in columns)
    return f"<table><thead><tr>{names}</tr></thead>\n{''.join(rows)}</table>"


def _row(check: Check) -> str:
    result = "passed" if check.passed else "failed"
    return (
        f"<tr class={result}><td class=id>{escaped(check.id)}<td>{escaped(check.what)}"
        f"<td>{escaped(check.expected)}<td>{escaped(check.found)}"
        f"<td class={result}>{result}<td>{escaped(', '.join(check.requirements))}</tr>\n"
    )


def _spoken_for(checks: Sequence[Check], rows: Rows) -> Iterator[str]:
    named = {name for check in checks for name in check.requirements}
    yield f"<article><h2>The requirements these checks speak for</h2>\n<p class=lead>{_CASES}</p>\n"
    told = (
        f"<tr><td>{escaped(name)}<td>{escaped(row['requirement'])}<td>{escaped(row['source'])}</tr>\n"
        for name, row in rows.items()
        if name in named
    )
    yield _table(("Name", "Requirement", "Source"), told)
    yield "</article>\n"
