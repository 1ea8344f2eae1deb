"""Write RichText as Org, as Emacs reads it (the Org manual, "Markup for Rich Contents").

Org has no escape character: an entity (`\\ast{}`) stands for a sign, or a space without
width separates it from its neighbor ("Escape Character").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Run, Section, marked_runs, one_line, under_headings

EXTENSIONS = (".org",)

_NO_WIDTH = "\u200b"
_SIGNS = {
    ("font-style", "italic"): "/",
    ("font-style", "oblique"): "/",
    ("font-weight", "bold"): "*",
    ("text-decoration", "underline"): "_",
}
_RAISED = {("vertical-align", "sup"): "^", ("vertical-align", "sub"): "_"}
#: What may precede and follow the signs of emphasis (`org-emphasis-regexp-components`).
_BEFORE = regex(r"(?:\A|[\s\u200b('\"{-])\Z")
_AFTER = regex(r"\Z|[\s\u200b.,:!?;'\")}\\\[-]")
_ENTITIES = {
    "$": r"\dollar{}",
    "*": r"\ast{}",
    "+": r"\plus{}",
    "/": r"\slash{}",
    "<": r"\lt{}",
    "=": r"\equal{}",
    "^": r"\asciicirc{}",
    "_": r"\under{}",
    "|": r"\vert{}",
    "~": r"\tilde{}",
}
#: Signs of emphasis (pandoc takes some within words for them, too), of an index, of
#: maths, of a cell and of a link.
_ENTITY = regex(
    r"""\* | /(?=[\s.,:!?;'")}\\\[-]|\Z) | (?:(?<=[\s\u200b('"{-])|\A)[/_+=~](?=\S)
    | (?<=\S)[\^_](?=[\w{(*+-]) | \$ | \| | <(?=[<\w/])
    """,
    re.VERBOSE,
)
#: Signs that mean something together: `[[`, `[fn:`, `[cite`, `\alpha`, `{{{`, `@@`,
#: dashes and dots.
_TOGETHER = regex(
    r"\[(?=\[|fn:|cite[:/])|\\(?=[A-Za-z\\(\[])|\{(?=\{\{)|@(?=@)|-(?=-)|\.(?=\.\.)"
)
_ADDRESS = regex(r"https?://[^\s<>\[\]()]*[^\s<>\[\]().,;:!?'\"]")
#: A start that would turn a paragraph into a heading, a list, a comment or a setting.
_BLOCK_START = regex(r"(?:\*+|[-+#:]|\d+[.)])(?=\s|\Z)|#\+|:[\w-]+:|\[\d+\]|\||%%\(")
_NUMBER = regex(r"\d+(?=[.)])")


def render(text: RichText) -> str:
    r"""Write text as Org.

    >>> title = RichText.of("Home Girls").marked(Mark("font-style", "italic"))
    >>> render(title + RichText.of(" and *so* on"))
    '/Home Girls/ and \\ast{}so\\ast{} on'
    """
    return _joined(_pieces([*marked_runs(text)], 0))


def heading(title: str, level: int) -> str:
    """Write a heading line."""
    return f"{'*' * level} {_escape(one_line(title))}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; an anchor is a target before it."""
    blocks = [paragraph(render(entry.text)) for entry in entries]
    if not anchors:
        return blocks
    return [
        f"<<ref-{entry.key}>>{block}"
        for entry, block in zip(entries, blocks, strict=True)
    ]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as a block quotation, which is how Org indents."""
    blocks = "\n\n".join(paragraph(render(text)) for text in paragraphs)
    return f"#+begin_quote\n{blocks}\n#+end_quote"


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file: the entries with blank lines between them."""
    return "\n\n".join(under_headings(sections, heading))


def paragraph(markup: str) -> str:
    """Separate what would make a paragraph a list or a heading from what follows; for
    pandoc, too, to which `[1]` is a footnote.

    >>> paragraph("1. Doe")
    '1\u200b. Doe'
    """
    markup = markup.strip()
    if not _BLOCK_START.match(markup):
        return markup
    number = _NUMBER.match(markup)
    if number is None:
        return f"{_NO_WIDTH}{markup}"
    return f"{number[0]}{_NO_WIDTH}{markup[number.end() :]}"


class _Piece(str):
    """Markup that begins and ends with signs of emphasis."""

    __slots__ = ()


def _pieces(runs: Sequence[Run], depth: int) -> Iterator[str]:
    """Yield the markup of runs that share their first `depth` marks."""
    start = 0
    while start < len(runs):
        text, marks = runs[start]
        if len(marks) <= depth:
            yield _escape(one_line(text), marks)
            start += 1
            continue
        end = start + 1
        while end < len(runs) and runs[end][1][: depth + 1] == marks[: depth + 1]:
            end += 1
        yield from _wrapped(marks[depth], runs[start:end], depth)
        start = end


def _joined(pieces: Iterator[str]) -> str:
    """Join markup; a space without width separates signs of emphasis from words."""
    markup = ""
    is_emphasis = False
    for piece in pieces:
        if not piece:
            continue
        begins = isinstance(piece, _Piece) and not _BEFORE.search(markup[-1:])
        goes_on = is_emphasis and not _AFTER.match(piece)
        markup += f"{_NO_WIDTH if begins or goes_on else ''}{piece}"
        is_emphasis = isinstance(piece, _Piece)
    return markup


def _wrapped(mark: Mark, runs: Sequence[Run], depth: int) -> Iterator[str]:
    plain = one_line("".join(text for text, _ in runs))
    content = _joined(_pieces(runs, depth + 1))
    sign = _SIGNS.get((mark.name, mark.value))
    if mark.name == "raw" and mark.value == "org":
        yield "".join(text for text, _ in runs)
    elif mark.name == "code":
        yield _Piece(f"~{plain}~" if "~" not in plain else f"={plain}=")
    elif mark.name == "math":
        yield rf"\[{plain}\]" if mark.value == "display" else rf"\({plain}\)"
    elif mark.name == "link":
        yield _link(mark.value, plain, content)
    elif mark.name == "display":
        yield _display(mark.value, content)
    elif raised := _RAISED.get((mark.name, mark.value)):
        yield f"{raised}{{{content}}}"
    elif sign and content.strip():
        # Emphasis must begin and end at a character that is not a space.
        yield content[: len(content) - len(content.lstrip())]
        yield _Piece(f"{sign}{content.strip()}{sign}")
        yield content[len(content.rstrip()) :]
    else:
        yield content


def _link(address: str, plain: str, content: str) -> str:
    if plain == address and _ADDRESS.fullmatch(address):
        return address
    target = address.removeprefix("#").replace("[", "%5B").replace("]", "%5D")
    return f"[[{target}][{content}]]"


def _display(place: str, content: str) -> str:
    """Write a block of an entry (CSL 1.0.2, "display"); Org has no margin to set a
    number in.
    """
    if place == "left-margin":
        return f"{content.rstrip()} "
    return content if place == "right-inline" else f" {content} "


def _escape(text: str, marks: Sequence[Mark] = ()) -> str:
    """Write characters; an address stays as it is, since Org reads it as one.

    Args:
        marks: what the text has; their signs would end them.
    """
    signs = [_SIGNS[mark.name, mark.value] for mark in marks if _has_sign(mark)]
    written = ""
    done = 0
    for address in _ADDRESS.finditer(text):
        written += _escape_words(text[done : address.start()], signs) + address[0]
        done = address.end()
    return written + _escape_words(text[done:], signs)


def _has_sign(mark: Mark) -> bool:
    return (mark.name, mark.value) in _SIGNS


def _escape_words(text: str, signs: Sequence[str]) -> str:
    text = _TOGETHER.sub(lambda found: found[0] + _NO_WIDTH, text)
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    for sign in signs:
        text = text.replace(sign, _ENTITIES[sign])
    return text
