"""Braces of BibTeX that Mendeley and others leave in titles: "A study of {DNA}"."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source, Value

#: Braces around a word or a name with a capital, which they protect; those of
#: mathematics and of other languages stay.
_PROTECTED = regex(r"\{([^{}<>,;=|\\]*[A-ZÀ-ÞĀ-Ž][^{}<>,;=|\\]*)\}")
#: Files of these formats have braces of their own, which are read already: BibTeX,
#: hayagriva.
_WITH_BRACES = (".bib", ".yaml", ".yml")
_TITLES = ("title", "container-title", "collection-title", "title-short")


def without_braces(source: Source) -> Source:
    """Protect the capitals of words in braces as CSL does.

    >>> without_braces(Source("x", "book", {"title": "A study of {DNA}"})).text("title")
    'A study of <span class="nocase">DNA</span>'
    """
    if source.place.path.lower().endswith(_WITH_BRACES):
        return source
    changed: dict[str, Value | None] = {
        name: _PROTECTED.sub(r'<span class="nocase">\1</span>', source.text(name))
        for name in _TITLES
        if "{" in source.text(name)
    }
    return source.with_variables(changed) if changed else source
