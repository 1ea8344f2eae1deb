"""A page alone: "Alexander (2010) writes ... (p. 199)", typed `@alexander2010 writes
... [p. 199]`.

It belongs to the last citation in the sentences of its paragraph (APA 7, sections 8.13
and 8.26), or of the paragraph that leads to a block quotation.  Pandoc leaves such
brackets as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation

#: Where a sentence ends within a paragraph and another begins.
_NEXT_SENTENCE = regex(r"[.!?…][\"'”’)\]*_]*\s+[\"'“‘(\[*_]*(?=[^\W_a-z]|@|\Z)")
_QUOTED_LINE = regex(r"[ \t]*>")


def bind_pages(
    text: str, paragraphs: Iterable[Sequence[Citation]]
) -> Iterator[Citation]:
    """The citations of an essay, each page alone with the source that it is of.

    One that may be of several has them all as its cites; one that follows no citation
    is ordinary text, and left out.

    Args:
        text: the essay's characters.
        paragraphs: the citations of each paragraph; a page alone is a `locator-only` one whose cite has no key.
    """
    before: list[Citation] = []
    for paragraph in paragraphs:
        if not paragraph:
            continue
        here = before if _is_quoted_below(text, paragraph[0], before) else []
        for citation in paragraph:
            if citation.mode != "locator-only":
                here = [*here, citation]
                yield citation
            elif keys := _sources(here, text):
                [page] = citation.cites
                yield replace(
                    citation, cites=tuple(replace(page, key=key) for key in keys)
                )
        before = here


def _is_quoted_below(text: str, citation: Citation, before: Sequence[Citation]) -> bool:
    """Whether the citation stands in a block quotation, the next block below the
    paragraph of those before.
    """
    if not before:
        return False
    last_line = text.find("\n", before[-1].span.end)
    lines = text[last_line + 1 : citation.span.end].splitlines()
    paragraph_ends = next(
        (number for number, line in enumerate(lines) if not line.strip()), len(lines)
    )
    below = [line for line in lines[paragraph_ends:] if line.strip()]
    return bool(below) and all(map(_QUOTED_LINE.match, below))


def _sources(citations: Sequence[Citation], text: str) -> list[str]:
    """The keys that a page may be of: one where there is no doubt, none where nothing
    was cited in a sentence.
    """
    in_sentences = [
        number for number, each in enumerate(citations) if each.mode == "narrative"
    ]
    if not in_sentences:
        return []
    last = in_sentences[-1]
    keys = _read(citations[last])
    for number in in_sentences[:-1]:
        between = text[citations[number].span.end : citations[last].span.start]
        if not _NEXT_SENTENCE.search(between):
            keys += _read(citations[number])
    keys += [key for each in citations[last + 1 :] for key in _read(each)]
    return list(dict.fromkeys(keys))


def _read(citation: Citation) -> list[str]:
    return [cite.key for cite in citation.listed_cites]
