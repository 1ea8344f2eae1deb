"""Write what a paper looks like in Typst: settings, and a function for each look."""

from __future__ import annotations

import json

from loccit.export.paper.looks import CODE_FONT, FONT, INDENT, Look
from loccit.export.paper.target import Setup

#: The height of a single-spaced line of Times New Roman, in its size.
_LINE = 1.15
#: Fonts as wide as the wanted ones, and those that typst brings.
_FONTS = {
    FONT: (FONT, "Liberation Serif", "Libertinus Serif"),
    CODE_FONT: (CODE_FONT, "Liberation Mono", "DejaVu Sans Mono"),
}

#: What distinguishes the headings of sections that begin a page.
SECTION = "Section Label"

_SETTINGS = """\
#set page(paper: "us-letter", margin: 1in, header-ascent: 0.4in,
  header: [#{left} #h(1fr) #{before} #context counter(page).display()])
#set document(title: {title}, author: {authors})
#set text({text}, lang: {lang}, region: {region}, hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par({par})
#set block(spacing: {leading})
#set enum(indent: 0.25in)
#set list(indent: 0.25in)
#set table(stroke: none, inset: (x: 5pt, y: 4pt))
#show table: set par(leading: {single}, first-line-indent: 0pt)
#show table: it => block(stroke: (top: 0.5pt, bottom: 0.5pt), it)
#show figure: set align(start)
#show list: set par(first-line-indent: 0pt)
#show enum: set par(first-line-indent: 0pt)
#show terms: set par(first-line-indent: 0pt)
#show footnote.entry: set text(size: 10pt)
#show footnote.entry: set par(leading: {single}, spacing: {single}, first-line-indent: 0pt)
#show raw: set text(font: {code}, size: 10pt)
#show raw.where(block: true): it => as-source-code(it)
#show quote.where(block: true): set block(spacing: {leading})
#show quote.where(block: true): it => as-block-text({{
  set par(first-line-indent: (amount: {indent}pt, all: false))
  it.body
}})
"""


def function_name(look: str) -> str:
    """Return the name of the function of a look; Typst has a `title` of its own.

    >>> function_name("Title")
    'as-title'
    """
    return f"as-{look.lower().replace(' ', '-')}"


def template(setup: Setup) -> str:
    """Write the settings and functions of a paper."""
    body = next(look for look in setup.looks if look.name == "Body Text")
    language, _, region = setup.lang.partition("-")
    settings = _SETTINGS.format(
        left=_string(setup.header.left),
        before=_string(setup.header.before_number),
        title=_string(setup.title),
        authors=_array(setup.authors),
        text=_text(body),
        lang=_string(language),
        region=_string(region) if region else "none",
        par=_par(body),
        leading=_leading(body.spacing),
        single=_leading(1),
        indent=INDENT,
        code=_array(_FONTS[CODE_FONT]),
    )
    start = "right" if setup.direction == "rtl" else "left"
    functions = "".join(_function(look, start) for look in setup.looks)
    headings = "".join(
        _heading(look)
        for look in sorted(setup.looks, key=_is_section)
        if look.name.startswith("Heading") or _is_section(look)
    )
    return functions + settings + headings


def _function(look: Look, start: str) -> str:
    """Write the function that sets blocks in a look.

    Args:
        look: of the blocks.
        start: the side on which lines begin.
    """
    break_ = "pagebreak(weak: true)\n  " if look.new_page else ""
    sticky = str(look.keep_next).lower()
    inset = look.left + min(look.first_line, 0)
    above = f"v({look.before}pt)\n  " if look.before else ""
    below = f"\n  v({look.after}pt)" if look.after else ""
    return (
        f"#let {function_name(look.name)}(body) = {{\n  {break_}{above}"
        f"block(width: 100%, inset: ({start}: {inset}pt), sticky: {sticky}, {{\n"
        f"    set align({_align(look)}); set text({_text(look)}); set par({_par(look)})\n"
        f"    body\n  }}){below}\n}}\n"
    )


def _is_section(look: Look) -> bool:
    return look.name == SECTION


def _heading(look: Look) -> str:
    """Let headings have their look; those of paragraphs are in the line."""
    where = f"heading.where(level: {look.level})"
    if _is_section(look):
        where = f"heading.where(level: 1, supplement: [{SECTION}])"
    if look.first_line:
        return f"#show {where}: it => text({_text(look)}, it.body)\n"
    return (
        f"#show {where}: set align({_align(look)})\n"
        f"#show {where}: set block(above: {_leading(look.spacing)}, below: {_leading(look.spacing)})\n"
        f"#show {where}: set text({_text(look)})\n"
    )


def _align(look: Look) -> str:
    return look.align.replace("left", "start")


def _text(look: Look) -> str:
    weight = "bold" if look.bold else "regular"
    style = "italic" if look.italic else "normal"
    font = _array(_FONTS[look.font])
    return f'font: {font}, size: {look.size}pt, weight: "{weight}", style: "{style}"'


def _par(look: Look) -> str:
    first, hanging = max(look.first_line, 0), max(-look.first_line, 0)
    leading = _leading(look.spacing)
    return (
        f"leading: {leading}, spacing: {leading}, hanging-indent: {hanging}pt,"
        f" first-line-indent: (amount: {first}pt, all: true)"
    )


def _leading(spacing: float) -> str:
    """Return what is between two lines, each of which is as high as its size."""
    return f"{spacing * _LINE - 1:.2f}em"


def _array(items: tuple[str, ...]) -> str:
    return "(" + "".join(f"{_string(item)}, " for item in items) + ")"


def _string(text: str) -> str:
    r"""Write a string of Typst's code; its escapes are `\\`, `\"` and `\u{...}`."""
    return json.dumps(text, ensure_ascii=False)
