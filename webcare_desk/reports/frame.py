"""What every page of the desk begins with: no script, nothing from elsewhere, and every text escaped."""

from collections.abc import Iterable
from typing import Final

from webcare_desk.reports.plain import escaped

_HEAD: Final = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""


def head(title: str, style: str, language: str = "en") -> str:
    """Return how a page begins that needs nothing else."""
    return _HEAD.format(title=escaped(title), style=style, language=escaped(language))


def definitions(facts: Iterable[tuple[str, object]]) -> str:
    """Return names and what they are, as a list."""
    rows = "".join(f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>\n" for name, value in facts)
    return f"<dl>\n{rows}</dl>\n"
