r"""Write RichText as Typst.

A call ends with `;`, so that what follows it is text and not an argument.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Marked, RichText
from loccit.output import Entry, Section, one_line, split_margin, under_headings

EXTENSIONS = (".typ",)

#: (mark, value) -> the function that takes the text as its content.
_FUNCTIONS = {
    ("font-style", "italic"): 'text(style: "italic")',
    ("font-style", "oblique"): 'text(style: "oblique")',
    ("font-style", "normal"): 'text(style: "normal")',
    ("font-variant", "small-caps"): "smallcaps",
    ("font-weight", "bold"): 'text(weight: "bold")',
    ("font-weight", "light"): 'text(weight: "light")',
    ("font-weight", "normal"): 'text(weight: "regular")',
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "super",
    ("vertical-align", "sub"): "sub",
}
#: Characters that would be read as markup (Typst reference, "Syntax"): its signs, smart
#: quotes, dashes and dots that join, and what begins a heading, a list or a comment.
_MARKUP = regex(
    r"""[\\*_`$\#<>@\[\]~"']
    | -(?![^\W\d_]) | (?<![^\W\d_])-        # a hyphen between letters is itself
    | \.(?=\.\.)
    | /(?=[/*]) | (?<=/)/
    | \A\s*(?:[=+/]|\d+(?=\.))              # the first dot after a number is escaped below
    """,
    re.VERBOSE,
)

#: The indent of hanging lines and annotations (APA 7, sections 9.43 and 9.51).
_INDENT = "0.5in"


def render(text: RichText) -> str:
    r"""Write text as Typst.

    >>> from loccit.model import Mark
    >>> print(render(RichText(("Section #4: ", Marked(Mark("font-style", "italic"), RichText.of("Fear & *Hope*"))))))
    Section \#4: #text(style: "italic")[Fear & \*Hope\*];
    """
    return "".join(
        _escape(node) if isinstance(node, str) else _call(node) for node in text.nodes
    )


def heading(title: str, level: int) -> str:
    """Write a heading line."""
    return f"{'=' * level} {_escape(title)}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; a first field in the margin begins it."""
    blocks = []
    for entry in entries:
        label = f" #label({_string('ref-' + entry.key)});" if anchors else ""
        blocks.append(_entry(entry) + label)
    return blocks


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as a block."""
    indents = ("0in", *(_INDENT for _ in paragraphs[1:]))
    blocks = (
        f"#par(hanging-indent: 0in, first-line-indent: (amount: {indent}, all: true))[{render(text)}]"
        for indent, text in zip(indents, paragraphs, strict=False)
    )
    return f"#pad(left: {_INDENT})[" + "\n\n".join(blocks) + "]"


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file to compile, or to `#include`."""
    hanging = _INDENT if options.hanging_indent else "0in"
    if options.second_field_align:
        hanging = f"{options.max_offset * 0.5 + 0.5}em"
    # Typst measures leading between the edges of the letters: 0.65em is single spacing.
    leading = 0.65 + (options.line_spacing - 1) * 1.2
    spacing = leading + options.entry_spacing * 1.2
    settings = f"#set par(hanging-indent: {hanging}, leading: {leading:.2f}em, spacing: {spacing:.2f}em)"
    return "\n\n".join([settings, *under_headings(sections, heading)])


def _entry(entry: Entry) -> str:
    if parts := split_margin(entry.text):
        label, rest = map(render, parts)
        return f"{label.strip()} {rest.lstrip()}"
    return render(entry.text)


def _call(node: Marked) -> str:
    mark, content = node.mark, node.content
    if function := _FUNCTIONS.get((mark.name, mark.value)):
        return f"#{function}[{render(content)}];"
    if mark.name in ("code", "math"):  # Typst's own maths is not TeX
        return f"#raw({_string(content.plain)});"
    if mark.name == "raw" and mark.value == "typst":
        return content.plain
    if mark.name == "link" and mark.value:
        return _link(mark.value, content)
    if mark.name == "display":
        return _display(mark.value, render(content))
    return render(content)


def _link(address: str, content: RichText) -> str:
    if address.startswith("#"):
        return f"#link(label({_string(address[1:])}))[{render(content)}];"
    return f"#link({_string(address)})[{render(content)}];"


def _display(place: str, content: str) -> str:
    """Write a block of an entry (CSL 1.0.2, "display")."""
    if place == "left-margin":
        return f"{content.rstrip()} "
    if place == "right-inline":
        return content
    return (
        f"#pad(left: 2em)[{content}];" if place == "indent" else f"#block[{content}];"
    )


def _string(text: str) -> str:
    r"""Write a string of Typst's code; its escapes are `\\`, `\"` and `\u{...}`."""
    return json.dumps(one_line(text), ensure_ascii=False)


def _escape(text: str) -> str:
    return _MARKUP.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign[-1].isdigit() else f"{sign[:-1]}\\{sign[-1]}"
