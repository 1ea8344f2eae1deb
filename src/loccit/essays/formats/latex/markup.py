r"""Adapt LaTeX that the program writes to the file that it goes to.

`loccit.output.latex` writes links, which need a package, and entries as the items of a
list.  A file without that package gets the texts of links alone.  An entry becomes a
paragraph with a hanging indent, which needs no environment around it, or an item of the
environment that it goes to.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from loccit._startup.regex import regex
from loccit.essays.formats.latex.commands import LISTS
from loccit.essays.formats.latex.tokens import tokenize
from loccit.model import BibliographyOptions, Edit, RichText, Span
from loccit.model.span import apply_edits
from loccit.output import Entry, Section, latex

#: The packages that have `\url`, and those that have `\href` and its like.
_URL = ("hyperref", "url", "xurl", "biblatex")
_HREF = ("hyperref",)
#: Links as `loccit.output.latex` writes them, up to the brace before their text.
_LINK = regex(r"\\(?:href|hyperlink)\{[^{}]*\}(?=\{)|\\hypertarget\{[^{}]*\}(?=\{\})")
_ADDRESS = regex(r"\\url\{([^{}]*)\}")
_ESCAPE = regex(r"\\([%#&])")
_ITEM = regex(r"\\item(?:\[\{(.*?)\}\])? ")
#: Dashes and quotation marks, which are kept apart where they would join.
_TEX_SIGNS = {"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---"}
_SIGNS = regex(f"[{''.join(_TEX_SIGNS)}]+")
#: What begins an entry of any kind, up to its text.
_BEGINNING = regex(
    r"\\noindent\\hangindent=\S+ "
    r"|\\item(?:\[\{?[^\]]*\]?\}?\])?(?:\\hspace\*\{-\\leftmargin\}| )"
)
#: The beginning of a list, and what ends one or belongs to the entry before it; no
#: blank line need separate an entry from them.
_BEGIN = regex(
    rf"\\begin\{{(?:{'|'.join(sorted(LISTS))})\}}(?:\{{[^{{}}]*\}}|\[[^\[\]]*\])*\Z"
)
_END = regex(r"\s*\\(?:end\{(?!document\})|label\{)")
_LONGEST_BEGIN = 200
_PARAGRAPH = r"\noindent\hangindent=0.5in "
_NUMBERED = r"\noindent\hangindent=2em %s "
#: An item without a label, whose first line begins where that would.
_UNLABELED = r"\item[]\hspace*{-\leftmargin}"


class FileOutput:
    """Writes RichText for one place in a file; an output of `loccit.output`."""

    EXTENSIONS: Sequence[str] = latex.EXTENSIONS

    def __init__(
        self, packages: Container[str], environment: str = "", *, has_chapters: bool
    ) -> None:
        """Prepare for a place.

        Args:
            packages: those that the file loads.
            environment: the name of the one that entries go to, "" for none.
            has_chapters: whether the file has chapters.
        """
        self._packages = packages
        self._environment = environment
        self._has_chapters = has_chapters

    def render(self, text: RichText) -> str:
        """Write text without links that the packages can't print."""
        return in_ascii(without_links(latex.render(text), self._packages))

    def heading(self, title: str, level: int) -> str:
        """Write a heading, as that of a chapter in a book."""
        heading = latex.heading(title, level)
        if self._has_chapters:
            return heading.replace(r"\section*", r"\chapter*", 1)
        return heading

    def entries(self, entries: Sequence[Entry], *, anchors: bool) -> list[str]:
        """Write each entry as a paragraph, or as an item of the environment."""
        items = latex.entries(entries, anchors=anchors)
        blocks = [as_entry(item, self._environment) for item in items]
        return [in_ascii(without_links(block, self._packages)) for block in blocks]

    def annotation(
        self, paragraphs: Sequence[RichText], options: BibliographyOptions
    ) -> str:
        """Write the annotation below an entry."""
        return latex.annotation(paragraphs, options)

    def document(
        self, sections: Sequence[Section], options: BibliographyOptions
    ) -> str:
        """Write a list as a file of its own."""
        return latex.document(sections, options)


def without_beginning(entry: str) -> str:
    r"""Leave out what begins an entry before its text or its number.

    >>> without_beginning(r"\noindent\hangindent=2em [1] Doe, J.")
    '[1] Doe, J.'
    """
    return _BEGINNING.sub("", entry)


def in_ascii(markup: str) -> str:
    """Write dashes and quotation marks as TeX has them, in files of any encoding."""
    return _SIGNS.sub(
        lambda found: "{}".join(_TEX_SIGNS[sign] for sign in found[0]), markup
    )


def without_links(markup: str, packages: Container[str]) -> str:
    r"""Leave out the links that the packages of a file can't print.

    >>> print(without_links(r"\href{https://x.org/a}{\textit{So}}, \url{https://x.org/a_b}", []))
    \textit{So}, https://x.org/a\_b
    """
    if not any(name in packages for name in _HREF):
        markup = _without_targets(markup)
    if not any(name in packages for name in _URL):
        markup = _ADDRESS.sub(lambda found: _text_of(found[1]), markup)
    return markup


def _without_targets(markup: str) -> str:
    """Leave the texts of links, without the braces around them."""
    closings = tokenize(markup).closings
    edits: list[Edit] = []
    for found in _LINK.finditer(markup):
        edits.append(Edit(Span(found.start(), found.end() + 1), ""))
        close = closings[found.end()]
        edits.append(Edit(Span(close, close + 1), ""))
    return apply_edits(markup, edits)


def _text_of(address: str) -> str:
    return latex.render(RichText.of(_ESCAPE.sub(r"\1", address)))


def as_entry(item: str, environment: str) -> str:
    r"""Return an item as an entry among others.

    Args:
        item: what `loccit.output.latex` writes.
        environment: the name of the environment that it goes to, "" for none.

    >>> print(as_entry(r"\item Doe, J. (2001).", ""))
    \noindent\hangindent=0.5in Doe, J. (2001).
    """
    found = _ITEM.match(item)
    if found is None:
        return item
    label, text = found[1], item[found.end() :]
    if environment == "thebibliography" and label is None:
        return _UNLABELED + text
    if environment:
        return item
    return _PARAGRAPH + text if label is None else _NUMBERED % label + text


def ends_with_begin(text: str) -> bool:
    r"""Return whether a text ends with the beginning of a list.

    >>> ends_with_begin(r"So \begin{thebibliography}{9}"), ends_with_begin(r"\begin{frame}")
    (True, False)
    """
    return bool(_BEGIN.search(text[-_LONGEST_BEGIN:]))


def begins_with_end(text: str) -> bool:
    """Return whether a text begins with the end of an environment, or a label."""
    return bool(_END.match(text))
