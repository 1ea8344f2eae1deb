"""Write RichText as HTML, with the tags and classes that CSL processors agree on
(csl-entry, csl-block ...).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Mark, Marked, RichText
from loccit.output import Entry, Section, under_headings

EXTENSIONS = (".html", ".htm")

#: (mark, value) -> the element's start and end; numeric references as the CSL test
#: suite writes them.
_ELEMENTS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("code", ""): ("<code>", "</code>"),
    ("math", "inline"): ('<span class="math inline">', "</span>"),
    ("math", "display"): ('<span class="math display">', "</span>"),
}
_BLOCKS = {
    "block": "csl-block",
    "left-margin": "csl-left-margin",
    "right-inline": "csl-right-inline",
}
#: A first field in the margin is beside the rest; its width is counted in digits.
_ALIGNED = ".csl-left-margin {{ float: left; }} .csl-right-inline {{ margin-left: calc({width}ch + 0.5em); }}"
#: The indent of hanging lines and annotations (APA 7, sections 9.43 and 9.51).
_INDENT = "0.5in"
_REFERENCES = {"&": "&#38;", "<": "&#60;", ">": "&#62;"}
#: Characters written as references, and those that no HTML document may have in any
#: form, which are left out.
_ESCAPED = r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_SAFE_ADDRESS = regex(r"(?:https?|ftp|mailto):|#|[^:]*(?:[/?#]|$)", re.IGNORECASE)


def render(text: RichText) -> str:
    """Write text as HTML.

    >>> render(RichText(("Fear & ", Marked(Mark("font-style", "italic"), RichText.of("Hope")))))
    'Fear &#38; <i>Hope</i>'
    """
    return "".join(
        _escape(node) if isinstance(node, str) else _element(node)
        for node in text.nodes
    )


def heading(title: str, level: int) -> str:
    """Write a heading line."""
    return f"<h{level}>{_escape(title)}</h{level}>"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a `div`."""
    return [
        f'<div{_anchor(entry.key) if anchors else ""} class="csl-entry">{render(entry.text)}</div>'
        for entry in entries
    ]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation, a `div` for each paragraph."""
    indents = ("0", *(_INDENT for _ in paragraphs[1:]))
    return "\n".join(
        f'<div class="csl-annotation" style="text-indent: {indent}; margin-left: {_INDENT};">{render(text)}</div>'
        for indent, text in zip(indents, paragraphs, strict=False)
    )


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file: the entries in a `div`, each with the hanging indent that
    a word processor keeps.
    """
    body = "\n".join(under_headings(sections, heading))
    if options.hanging_indent:
        # LibreOffice would apply the style of the outer `div` to its first entry only.
        hanging = f"margin-left: {_INDENT}; text-indent: -{_INDENT};"
        body = body.replace(
            'class="csl-entry">', f'class="csl-entry" style="{hanging}">'
        )
    style = (
        f"<style>{_ALIGNED.format(width=options.max_offset)}</style>\n"
        if options.second_field_align
        else ""
    )
    return f'{style}<div class="csl-bib-body" style="line-height: {options.line_spacing};">\n{body}\n</div>'


def _anchor(key: str) -> str:
    return f' id="{_attribute("ref-" + key)}"'


def _element(node: Marked) -> str:
    content, mark = render(node.content), node.mark
    if known := _ELEMENTS.get((mark.name, mark.value)):
        return f"{known[0]}{content}{known[1]}"
    if mark.name == "raw":
        return content if mark.value != "html" else node.content.plain
    if mark.name == "link":
        return _link(mark.value, content)
    if mark.name == "display":
        css_class = _BLOCKS.get(mark.value, f"csl-{mark.value}")
        return f'<div class="{_attribute(css_class)}">{content}</div>'
    if mark == Mark("vertical-align", "baseline"):
        return f'<span style="baseline">{content}</span>'
    return f'<span style="{mark.name}:{_attribute(mark.value)};">{content}</span>'


def _link(address: str, content: str) -> str:
    """Write a link; one to an entry has the role that DPUB-ARIA 1.1 gives it."""
    # A `javascript:` address in a bibliography must not become a link that runs.
    if not _SAFE_ADDRESS.match(address):
        return content
    role = ' role="doc-biblioref"' if address.startswith("#ref-") else ""
    return f'<a href="{_attribute(address)}"{role}>{content}</a>'


def _escape(text: str) -> str:
    return re.sub(_ESCAPED, lambda match: _REFERENCES.get(match[0], ""), text)


def _attribute(text: str) -> str:
    return _escape(text).replace('"', "&#34;")
