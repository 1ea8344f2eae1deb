r"""Write RichText as reStructuredText (the docutils documentation, "reStructuredText
Markup Specification", "Inline Markup").

Markup can't be in markup; of several marks, one is written.  A backslash keeps a sign a
sign, and before a space it separates markup from a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, marked_runs, one_line, under_headings

EXTENSIONS = (".rst",)

_WRAPPERS = {
    ("vertical-align", "sup"): (":sup:`", "`"),
    ("vertical-align", "sub"): (":sub:`", "`"),
    ("font-weight", "bold"): ("**", "**"),
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
}
#: What may precede and follow markup.
_BEFORE = regex(r"(?:\A|[\s'\"(\[{<\-/:‘“„«‹–—])\Z")
_AFTER = regex(r"\Z|[\s'\")\]}>\-/\\:.,;!?’”»›–—]")
#: Signs of markup, and underscores that are not within a word.
_MARKUP = regex(r"[\\*`|]|_(?![^\W_])|(?<![^\W_])_")
_NUMBER = r"(?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+|#)"
#: A start that would turn a paragraph into a list, a directive, a field, an option, a
#: table or a title.
_BLOCK_START = regex(
    rf"[-+•‣⁃](?=\s|\Z)|\({_NUMBER}\)(?=\s|\Z)|{_NUMBER}[.)](?=\s|\Z)|\.\.(?=\s|\Z)"
    r"|:[^:\s]|>>>|-{1,2}\w|/\w|\+-|([!-/:-@\[-`{-~])\1{2,}\Z"
)
_UNDERLINES = "=-~^\"'"


def render(text: RichText) -> str:
    r"""Write text as reStructuredText.

    >>> title = RichText.of("Home Girls").marked(Mark("font-style", "italic"))
    >>> print(render(title + RichText.of("s, *so* a_ b_c")))
    *Home Girls*\ s, \*so\* a\_ b_c
    """
    markup = ""
    is_markup = False
    for run, marks in marked_runs(text):
        words = run if _is_raw(marks) else one_line(run)
        if Mark("display", "left-margin") in marks:
            words = f"{words.rstrip()} "  # there is no margin to set a number in
        stripped = words.strip()
        written = _marked(stripped, marks) if stripped else ""
        begins = bool(written) and written != _escape(stripped)
        before = words[: len(words) - len(words.lstrip())]
        after = words[len(words.rstrip()) :] if stripped else ""
        if is_markup and not _AFTER.match(before or written):
            before += "\\ "
        markup += before
        if begins and not before.endswith("\\ ") and not _BEFORE.search(markup[-1:]):
            markup += "\\ "
        markup += written + after
        is_markup = begins and not after
    return markup


def heading(title: str, level: int) -> str:
    """Write a heading, whose level its underline tells."""
    words = _escape(one_line(title))
    line = _UNDERLINES[min(level, len(_UNDERLINES)) - 1] * _width(words)
    return f"{words}\n{line}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; an anchor is a target above it."""
    blocks = [paragraph(render(entry.text)) for entry in entries]
    if not anchors:
        return blocks
    return [
        f".. _ref-{entry.key}:\n\n{block}"
        for entry, block in zip(entries, blocks, strict=True)
    ]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as a block quotation, which is indented."""
    blocks = (paragraph(render(text)) for text in paragraphs)
    return "\n\n".join(f"    {block}" for block in blocks)


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file: the entries with blank lines between them."""
    return "\n\n".join(under_headings(sections, heading))


def paragraph(markup: str) -> str:
    r"""Escape what would make a paragraph a list or another block.

    >>> print(paragraph("A. Doe"), paragraph("so::"))
    \A. Doe so:\:
    """
    markup = markup.strip()
    if markup.endswith("::"):
        markup = f"{markup[:-1]}\\:"
    return f"\\{markup}" if _BLOCK_START.match(markup) else markup


def _is_raw(marks: Iterable[Mark]) -> bool:
    return any(mark == Mark("raw", "rst") for mark in marks)


def _marked(words: str, marks: Sequence[Mark]) -> str:
    """Write words with the one of their marks that says most."""
    for mark in marks:
        if mark.name == "raw" and mark.value == "rst":
            return words
        if mark.name == "code":
            return f"``{words}``"
        if mark.name == "math":
            return f":math:`{words}`"
        if mark.name == "link":
            return _link(mark.value, words)
    for wrapper, (opening, closing) in _WRAPPERS.items():
        if any((mark.name, mark.value) == wrapper for mark in marks):
            return f"{opening}{_escape(words)}{closing}"
    return _escape(words)


def _link(address: str, words: str) -> str:
    if address == words:
        return words
    if address.startswith("#"):
        return f"`{_escape(words)} <{address[1:]}_>`__"
    return f"`{_escape(words)} <{address}>`__"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _width(words: str) -> int:
    """Return the columns of a title: wide letters have two."""
    from unicodedata import east_asian_width  # most lists have no headings

    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
