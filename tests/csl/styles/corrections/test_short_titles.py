"""Short titles without subtitles, in styles that cite by them; test_short_titles.txt has
the cases.

A title, and how a later footnote cites the work again.
"""

from __future__ import annotations

from loccit.csl import load_style, process
from loccit.csl.locales.locale import load_locale
from loccit.csl.styles.corrections.short_titles import with_short_title
from loccit.model import Citation, Cite, Name, Source

AUTHOR = (Name("Ash", "Uli"),)


def test_short_titles(title: str, given: str, expected: str) -> None:
    style, _, type_ = title.partition(", ")
    source = Source("ash", type_, {"title": given, "author": AUTHOR})
    if type_ == "article-journal":
        source = source.with_variables({"container-title": "Fen"})
    citations = [Citation((Cite("ash"),), note=number) for number in (1, 3)]
    processed = process(load_style(style), {"ash": source}, citations)
    assert processed.citations[1].plain == expected


def test_a_short_title_that_the_source_has_stays() -> None:
    source = Source("ash", "book", {"title": "Peat: A Life", "title-short": "Life"})
    assert with_short_title(source, load_locale("en-US")) is source
