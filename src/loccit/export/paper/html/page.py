"""The page around the text of a paper."""

from __future__ import annotations

from html import escape

from loccit.export.paper.html.css import css
from loccit.export.paper.target import Setup

#: Nothing is fetched, and nothing runs (Content Security Policy Level 3).
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(body: str, setup: Setup) -> str:
    """Make a page of a text in HTML."""
    authors = "".join(
        f'<meta name="author" content="{escape(author)}">\n' for author in setup.authors
    )
    return f"""\
<!DOCTYPE html>
<html lang="{escape(setup.lang)}" dir="{setup.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
{authors}<title>{escape(setup.title or "Untitled")}</title>
<style>
{css(setup)}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""
