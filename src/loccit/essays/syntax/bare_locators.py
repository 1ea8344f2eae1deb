"""A page alone: "Alexander (2010) writes ... (p. 199)", typed `@alexander2010 writes
... [p. 199]`.

It belongs to the last citation in the sentences of its paragraph (APA 7, sections 8.13
and 8.26), or of the paragraph that leads to a block quotation.  Pandoc leaves such
brackets as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.syntax.cross_references import has_prefix
from loccit.model import Citation

#: Where a sentence ends within a paragraph and another begins.
_NEXT_SENTENCE = regex(r"[.!?…][\"'”’)\]*_]*\s+[\"'“‘(\[*_]*(?=[^\W_a-z]|@|\Z)")


class Between(Protocol):
    """What an essay has between two of its citations."""

    def text_between(self, first: Citation, second: Citation) -> str:
        """Return the text between two citations of one paragraph."""

    def is_quoted_below(self, first: Citation, second: Citation) -> bool:
        """Return whether the second citation is in a block quotation directly below the
        paragraph of the first.
        """


def bind_pages(
    paragraphs: Iterable[Sequence[Citation]], essay: Between
) -> Iterator[Citation]:
    """Yield the citations of an essay, each page alone with the source that it is of.

    One that may be of several has them all as its cites; one that follows no citation
    is ordinary text, and left out.

    Args:
        paragraphs: the citations of each paragraph; a page alone is a `locator-only` one
            whose cite has no key.
        essay: the essay that they are in.
    """
    before: list[Citation] = []
    for paragraph in paragraphs:
        if not paragraph:
            continue
        goes_on = before and essay.is_quoted_below(before[-1], paragraph[0])
        here = before if goes_on else []
        for citation in paragraph:
            if not _has_no_source(citation):
                if not _is_cross_reference(citation):
                    here = [*here, citation]
                yield citation
            elif keys := _sources(here, essay):
                [page] = citation.cites
                cites = tuple(replace(page, key=key) for key in keys)
                yield replace(citation, cites=cites)
        before = here


def _has_no_source(citation: Citation) -> bool:
    """Return whether this is a page alone; a live one says what it is of."""
    return citation.mode == "locator-only" and not citation.cites[0].key


def _is_cross_reference(citation: Citation) -> bool:
    return all(has_prefix(cite.key) for cite in citation.cites)


def _sources(citations: Sequence[Citation], essay: Between) -> list[str]:
    """Return the keys that a page may be of: one where there is no doubt, none where
    nothing was cited in a sentence.
    """
    in_sentences = [
        number for number, each in enumerate(citations) if each.mode == "narrative"
    ]
    if not in_sentences:
        return []
    last = in_sentences[-1]
    keys = _listed_keys(citations[last])
    for number in in_sentences[:-1]:
        between = essay.text_between(citations[number], citations[last])
        if not _NEXT_SENTENCE.search(between):
            keys += _listed_keys(citations[number])
    for each in citations[last + 1 :]:
        keys += _listed_keys(each)
    return list(dict.fromkeys(keys))


def _listed_keys(citation: Citation) -> list[str]:
    return [cite.key for cite in citation.listed_cites]
