"""Make a PDF of a list with typst: a page as APA wants it (section 2.12)."""

from __future__ import annotations

from loccit.export.typst_pdf import compile_typst
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
    source = _PAGE.replace("{lang}", primary_language(lang)) + typst
    return compile_typst(source, {}, "Export it as docx.")
