"""Make a PDF of a list with typst: a page as APA wants it (section 2.12)."""

from __future__ import annotations

from loccit.errors import LoccitError
from loccit.values.languages import primary_language

#: 12-point Times New Roman where it is installed, else a font that typst brings; the
#: page number at the top right; headings bold, the first one centered.
_PAGE = """
#set page(paper: "us-letter", margin: 1in, header: align(right, context counter(page).display()))
#set text(font: ("Times New Roman", "Liberation Serif", "Libertinus Serif"), size: 12pt, lang: "{lang}")
#show heading: it => align(if it.level == 1 { center } else { left }, text(size: 12pt, weight: "bold", it.body))
"""


def to_pdf(typst: str, lang: str) -> bytes:
    """Compile a document in typst's markup.

    Raises:
        LoccitError: typst is not installed, or can't compile the document.
    """
    try:
        from typst import TypstError
        from typst import compile as compile_typst
    except ImportError as error:
        raise LoccitError(
            "A PDF needs typst, which is not installed.",
            advice='Install it: pip install "loccit[pdf]".',
        ) from error
    source = _PAGE.replace("{lang}", primary_language(lang)) + typst
    try:
        made = compile_typst(source.encode())
    except TypstError as error:
        raise LoccitError(
            f"typst can't compile this list: {error}.", advice="Export it as docx."
        ) from error
    assert isinstance(made, bytes)
    return made
