"""The author in the sentence, in the styles that teachers ask for.

The cases are in cases/narrative.txt.
"""

from __future__ import annotations

import pytest

from loccit import Library, Settings, format_essay, read_essay
from loccit.bibliography.formats import bibtex
from loccit.csl import process
from loccit.csl.styles.parse import parse_style
from loccit.model import Citation, Cite, Locator, Source

LIBRARY = """
@book{one, author = {Doe, Jane}, title = {Doors}, date = {2010}, publisher = {Pub}}
@book{two, author = {Doe, Jane and Roe, Ann}, title = {Two Doors}, date = {2011}, publisher = {Pub}}
@book{three, author = {Fox, Al and Gay, Bo and Hay, Cy}, title = {Three}, date = {2012}, publisher = {Pub}}
@book{four, author = {Ivy, A. and Jay, B. and Kay, C. and Lay, D.}, title = {Four}, date = {2013}, publisher = {Pub}}
@report{group, author = {{Health Office}}, title = {Health}, date = {2020}, institution = {Office}}
@book{title, title = {Beowulf}, date = {1999}, publisher = {Pub}}
@article{article, title = {A Leaf}, date = {2001}, journaltitle = {Leaves}, volume = {3}, pages = {1--9}}
@book{dateless, author = {Una, Ursula}, title = {No Time}, publisher = {Pub}}
@collection{editors, editor = {Edsel, Ed and Ford, Fi}, title = {Things}, date = {2006}, publisher = {Pub}}
@book{reprint, author = {Plato}, title = {Republic}, date = {1950}, origdate = {1888}, publisher = {Pub}}
@jurisdiction{case, title = {Brown v. Board}, date = {1954}, volume = {347}, journaltitle = {U.S.}, pages = {483}}
@book{same1, author = {Twin, Tia}, title = {Alpha}, date = {2000}, publisher = {Pub}}
@book{same2, author = {Twin, Tia}, title = {Beta}, date = {2000}, publisher = {Pub}}
"""


def test_narrative(title: str, given: str, expected: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(
        read_essay(f"So {given}\n".encode(), "essay.md"), library, Settings(csl=title)
    )
    assert result.text.partition("\n")[0] == f"So {expected}"


@pytest.mark.parametrize(
    "locator",
    [
        '<text variable="locator" prefix=", "/>',
        '<group prefix=", " suffix="."><text variable="locator"/></group>',
        '<text macro="locator"/>',
        '<group><text macro="locator"/></group>',
    ],
)
def test_a_page_alone_has_no_comma_before_it(locator: str) -> None:
    style = parse_style(
        f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <macro name="locator"><group prefix=", "><text variable="locator"/></group></macro>
        <citation><layout prefix="(" suffix=")"><text variable="title"/>{locator}</layout>
        </citation></style>""".encode(),
        "locator.csl",
    )
    sources = {"a": Source("a", "book", {"title": "Emma"})}
    cites = (Cite("a", locator=Locator("page", "5")),)
    both = [Citation(cites), Citation(cites, "locator-only")]
    printed = process(style, sources, both).citations
    assert printed[0].plain in ("(Emma, 5)", "(Emma, 5.)")
    assert printed[1].plain == "(5)"
