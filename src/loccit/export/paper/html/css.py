"""Write what a paper looks like as CSS, on a screen and in print."""

from __future__ import annotations

import json

from loccit.export.paper.looks import CODE_FONT, Look
from loccit.export.paper.target import Setup

#: The height of a single-spaced line of Times New Roman, in its size.
_LINE = 1.15
#: The elements of paragraphs that have no class.
_SELECTORS = {
    "Body Text": "p",
    "First Paragraph": "p",
    "List Text": "li, li p",
    "Bibliography": ".bibliography, .bibliography p",
    "Block Text": "blockquote p",
    "Block Text Continued": "blockquote p + p",
    "Compact": "td, th",
    "Definition Term": "dt",
    "Definition": "dd, dd p",
    "Source Code": "pre",
    "Footnote Text": ".footnotes li, .footnotes p",
    "Section Label": "h2.section-label",
    "Title": "h1.title",
}

_PAGE = """\
@page {{ size: letter; margin: 1in; }}
@page {{ @top-left {{ content: {left}; }} @top-right {{ content: {before} counter(page); }} }}
body {{ background: white; color: black; margin: 0; }}
main {{ max-width: 6.5in; margin: 0 auto; padding: 1in 0.5in; font: {body}; }}
@media print {{ main {{ max-width: none; padding: 0; }} }}
p, li, dd, dt, h1, h2, h3, h4, h5, h6, h7, figure, table, blockquote, pre {{ margin: 0; padding: 0; }}
ol, ul {{ margin: 0; padding-inline-start: 0.5in; }}
figure {{ display: flex; flex-direction: column; align-items: flex-start; }}
figcaption {{ order: -1; }}
sup, sub {{ line-height: 0; }}
code {{ font: {code}; line-height: inherit; }}
img {{ max-width: 100%; }}
table {{ border-collapse: collapse; border-top: thin solid; border-bottom: thin solid; }}
caption {{ text-align: start; }}
thead {{ border-bottom: thin solid; }}
td, th {{ padding: 3pt 0.5em; vertical-align: top; }}
math[display="block"] {{ margin: 0.5em 0; }}
.run-in h5, .run-in h6, .run-in p {{ display: inline; }}
.run-in {{ text-indent: 0.5in; line-height: 2.3; }}
.footnotes {{ margin-top: 1em; }}
a {{ color: inherit; }}
@media print {{ a {{ text-decoration: none; }} }}
"""


def class_name(look: str) -> str:
    """Return the class of a look.

    >>> class_name("Table Number")
    'table-number'
    """
    return look.lower().replace(" ", "-")


def css(setup: Setup) -> str:
    """Write the style sheet of a paper."""
    looks = {look.name: look for look in setup.looks}
    page = _PAGE.format(
        left=_string(setup.header.left),
        before=_string(f"{setup.header.before_number} "),
        body=_font(looks["Body Text"]),
        code=_font(looks["Source Code"]),
    )
    return page + "".join(map(_rule, setup.looks))


def _rule(look: Look) -> str:
    declarations = {
        "font": _font(look),
        "text-align": look.align.replace("left", "start"),
        "text-indent": f"{look.first_line}pt",
        "margin": f"{look.before}pt 0 {look.after}pt",
        "margin-inline-start": f"{look.left}pt",
    }
    if look.keep_next:
        declarations["break-after"] = "avoid"
    if look.new_page:
        declarations["break-before"] = "page"
    written = " ".join(f"{name}: {value};" for name, value in declarations.items())
    return f"{_selector(look)} {{ {written} }}\n"


def _selector(look: Look) -> str:
    if look.name.startswith("Heading"):
        return f"h{look.level + 1}"
    return _SELECTORS.get(look.name, f".{class_name(look.name)} p")


def _font(look: Look) -> str:
    style = "italic" if look.italic else "normal"
    weight = "bold" if look.bold else "normal"
    generic = "monospace" if look.font == CODE_FONT else "serif"
    size = f"{look.size}pt/{look.spacing * _LINE:.2f}"
    return f'{style} {weight} {size} "{look.font}", {generic}'


def _string(text: str) -> str:
    """Write a string; other escapes than those of `"` and `\\` don't occur in headers."""
    return json.dumps(text, ensure_ascii=False)
