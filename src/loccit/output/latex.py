r"""Write RichText as LaTeX in UTF-8.  Links need hyperref; the rest is plain LaTeX."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Marked, RichText
from loccit.output import Entry, Section, one_line, split_margin

EXTENSIONS = (".tex",)

#: (mark, value) -> the command of one argument.
_COMMANDS = {
    ("font-style", "italic"): r"\textit",
    ("font-style", "oblique"): r"\textsl",
    ("font-style", "normal"): r"\textup",
    ("font-variant", "small-caps"): r"\textsc",
    ("font-variant", "normal"): r"\textnormal",
    ("font-weight", "bold"): r"\textbf",
    ("font-weight", "light"): r"\textmd",
    ("font-weight", "normal"): r"\textmd",
    ("text-decoration", "underline"): r"\underline",
    ("vertical-align", "sup"): r"\textsuperscript",
    ("vertical-align", "sub"): r"\textsubscript",
    ("code", ""): r"\texttt",
}
#: The indent of hanging lines and annotations (APA 7, sections 9.43 and 9.51).
_INDENT = "0.5in"
_HEADINGS = (r"\section*", r"\subsection*", r"\subsubsection*", r"\paragraph*")

#: Characters that TeX does not print as they are: its special characters, those that
#: join to dashes and quotation marks ("TeX by Topic", ch. 4), and spaces of other widths.
_SPECIAL = regex(r"[\\{}$&#%_^~`'\u00a0\u2009\u202f]|-(?=-)|<(?=<)|>(?=>)|,(?=,)")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
    **{sign: f"{sign}{{}}" for sign in "-<>,"},
}
#: Characters that stay in an address; the others are percent-encoded (RFC 3986).
_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
_PLAIN_ADDRESS = regex(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9:/?#@!$&'()*+,;=%~._-]+")


def render(text: RichText) -> str:
    r"""Write text as LaTeX.

    >>> from loccit.model import Mark
    >>> print(render(RichText(("R&D ", Marked(Mark("font-style", "italic"), RichText.of("100% {Hope}"))))))
    R\&D \textit{100\% \{Hope\}}
    """
    return "".join(
        _escape(node) if isinstance(node, str) else _command(node)
        for node in text.nodes
    )


def heading(title: str, level: int) -> str:
    """Write a heading without a number."""
    return f"{_HEADINGS[min(level, len(_HEADINGS)) - 1]}{{{_escape(title)}}}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    r"""Write each entry as an `\item`; a first field in the margin is its label."""
    items = []
    for entry in entries:
        anchor = rf"\hypertarget{{{_anchor(entry.key)}}}{{}}" if anchors else ""
        items.append(_item(entry.text, anchor))
    return items


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as paragraphs of its item."""
    margin = "" if options.hanging_indent else rf"\leftskip={_INDENT}"
    indents = ("", *(rf"\hspace*{{{_INDENT}}}" for _ in paragraphs[1:]))
    texts = (
        indent + render(text) for indent, text in zip(indents, paragraphs, strict=False)
    )
    return rf"\par{{{margin} " + "\\par\n".join(texts) + "\\par}"


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    r"""Write a list as a file for `\input`; each section is a list environment of its
    own, since an environment must begin with an item.
    """
    label = (
        r"\settowidth{\labelwidth}{" + "0" * options.max_offset + "}"
        if options.second_field_align
        else ""
    )
    if label:
        margin = (
            r"\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}"
        )
    elif options.hanging_indent:
        margin = rf"\setlength{{\leftmargin}}{{{_INDENT}}}\setlength{{\itemindent}}{{-{_INDENT}}}"
    else:
        margin = r"\setlength{\leftmargin}{0pt}"
    lines = (
        rf"\linespread{{{options.line_spacing}}}\selectfont"
        if options.line_spacing > 1
        else ""
    )
    spacing = rf"{lines}\setlength{{\parsep}}{{0pt}}\setlength{{\itemsep}}{{{options.entry_spacing}\baselineskip}}"
    start = [
        r"\begin{list}{}{\renewcommand{\makelabel}[1]{#1\hfil}%",
        f"  {label}{margin}%",
        f"  {spacing}}}",
    ]
    made = [r"% Needs \usepackage{hyperref} in the preamble."]
    for section in sections:
        if section.title:
            made.append(heading(section.title, section.level))
        if section.blocks:
            made += [*start, *section.blocks, r"\end{list}"]
    return "\n".join(made)


def _item(text: RichText, anchor: str) -> str:
    if parts := split_margin(text):
        label, rest = map(render, parts)
        return rf"\item[{{{label.strip()}}}] {anchor}{rest}"
    body = render(text)
    # LaTeX takes a bracket after \item for that of its label.
    guard = "{}" if body.startswith("[") else ""
    return rf"\item {anchor}{guard}{body}"


def _command(node: Marked) -> str:
    mark, content = node.mark, node.content
    if command := _COMMANDS.get((mark.name, mark.value)):
        return f"{command}{{{render(content)}}}"
    if mark.name == "math":
        return (
            rf"\[{content.plain}\]"
            if mark.value == "display"
            else rf"\({content.plain}\)"
        )
    if mark.name == "raw" and mark.value == "latex":
        return content.plain
    if mark.name == "link":
        return _link(mark.value, content)
    if mark.name == "display":
        return _display(mark.value, render(content))
    return render(content)


def _link(address: str, content: RichText) -> str:
    if address.startswith("#"):
        return rf"\hyperlink{{{_anchor(address.removeprefix('#ref-'))}}}{{{render(content)}}}"
    # hyperref reads \% \# \& as the character, wherever the link is (its manual,
    # "Additional user macros").
    target = re.sub("[%#&]", r"\\\g<0>", quote(address, _ADDRESS))
    if content.plain == address and _PLAIN_ADDRESS.fullmatch(address):
        return rf"\url{{{target}}}"
    return rf"\href{{{target}}}{{{render(content)}}}"


def _anchor(key: str) -> str:
    """Make an anchor of any key; a percent sign would begin a comment."""
    return "ref-" + quote(key, "/:+").replace("%", "=")


def _display(place: str, content: str) -> str:
    """Write a block of an entry (CSL 1.0.2, "display")."""
    if place == "left-margin":
        return f"{content.rstrip()} "
    if place == "right-inline":
        return content
    indent = r"\hspace*{2em}" if place == "indent" else ""
    return rf"\par {indent}{content}\par "


def _escape(text: str) -> str:
    return _SPECIAL.sub(
        lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), one_line(text)
    )
