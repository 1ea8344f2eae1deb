"""Citations of several works: grouped, collapsed, sorted, without their authors.

test_clusters.txt has the cases; the heading of each table begins with the style.
"""

from __future__ import annotations

from loccit import Library, Settings, format_essay, read_essay
from loccit.bibliography.formats import bibtex

LIBRARY = """
@book{ash1998, author = {Ash, Uli}, title = {Ferns}, date = {1998}, publisher = {Reed}}
@book{ash2003, author = {Ash, Uli}, title = {Mosses}, date = {2003}, publisher = {Reed}}
@book{ash2003b, author = {Ash, Uli}, title = {Peat}, date = {2003}, publisher = {Reed}}
@book{ashnd, author = {Ash, Uli}, title = {Notes}, publisher = {Reed}}
@book{brook, author = {Brook, Eva and Dell, Tom}, title = {Weirs}, date = {2011}, publisher = {Reed}}
@book{brook2, author = {Brook, Eva and Dell, Tom}, title = {Locks}, date = {2014}, publisher = {Reed}}
@report{moor, author = {{Moor Board}}, title = {Drains}, date = {2005}, institution = {Moor Board}}
@book{zell, author = {Zell, Ida}, title = {Zinc}, date = {1987}, publisher = {Reed}}
"""


def test_clusters(title: str, given: str, expected: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    style, _, _ = title.partition(":")
    result = format_essay(
        read_essay(f"{given}\n".encode(), "essay.md"), library, Settings(csl=style)
    )
    assert result.text.partition("\n")[0] == expected
