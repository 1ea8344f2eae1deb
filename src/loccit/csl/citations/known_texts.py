"""The texts of citations, each set once: most citations of a thesis look like another."""

from __future__ import annotations

from collections.abc import Collection

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.citations.citation_text import CitationText, citation_text
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.elements.context import CiteState
from loccit.model import Citation, Cite, CiteMode


class _TextKey(NamedTuple):
    """Everything that the text of a citation depends on."""

    mode: CiteMode
    cites: tuple[tuple[Cite, CiteState], ...]
    in_note: bool
    own_note: bool
    begins: bool
    author_begins: bool
    ends: bool
    possessive: str
    omits_year: bool


class KnownTexts:
    """Sets citations; knows those that it has set, while their sources do not change.

    Args:
        unlisted: keys of works that are known only through others.
        link: each cite leads to its entry.
    """

    def __init__(
        self,
        renderer: Renderer,
        unlisted: Collection[str],
        *,
        link: bool,
    ) -> None:
        self._renderer = renderer
        self._unlisted = unlisted
        self._link = link
        self._known: dict[_TextKey, CitationText] = {}

    def text(
        self,
        citation: Citation,
        cites: list[PlacedCite],
        *,
        omits_year: bool = False,
    ) -> CitationText:
        """The text of a citation.

        Args:
            cites: in the order of print.
            omits_year: a narrative citation does without the year.
        """
        key = _text_key(citation, cites, omits_year)
        text = self._known.get(key)
        if text is None:
            text = self._known[key] = citation_text(
                self._renderer,
                self._unlisted,
                citation,
                cites,
                link=self._link,
                omits_year=omits_year,
            )
        return text


def _text_key(
    citation: Citation,
    cites: list[PlacedCite],
    omits_year: bool,
) -> _TextKey:
    context = citation.context
    return _TextKey(
        mode=citation.mode,
        cites=tuple([(placed.cite, placed.state) for placed in cites]),
        in_note=bool(citation.note),
        own_note=context.own_note,
        begins=context.begins,
        author_begins=context.author_begins,
        ends=context.ends,
        possessive=citation.possessive,
        omits_year=omits_year,
    )
