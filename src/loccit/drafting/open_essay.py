"""An essay that somebody is writing, as it is at one version."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from loccit import csl
from loccit._startup.dataclass import dataclass, replace
from loccit.drafting.open_library import OpenLibrary
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.formatting.draft import Draft, draft_of
from loccit.model import Citation, Cite, Span
from loccit.workspace.settings import Settings

#: The style of an essay whose own can't be used.
_USUAL_STYLE = "apa"


@dataclass(frozen=True, slots=True)
class CiteHere:
    """The cite under the cursor.

    Attributes:
        citation: what it is in.
        cite: the cite.
        span: its key, with its signs.
    """

    citation: Citation
    cite: Cite
    span: Span

    @property
    def key(self) -> str:
        """The key."""
        return self.cite.key


class OpenEssay:
    """An essay as it is at one version; a change makes another one.

    Attributes:
        path: its file, absolute.
        version: the number that an editor gave this text.
        essay: its text, and the document that its format reads.
        library: what it cites from.
    """

    def __init__(
        self,
        path: Path,
        version: int,
        essay: Essay,
        library: OpenLibrary,
        settings: Settings,
        error: LoccitError | None = None,
    ) -> None:
        """Take an essay.

        Args:
            settings: all of them, or the usual ones if its own can't be read.
            error: why they can't.
        """
        self.path = path
        self.version = version
        self.essay = essay
        self.library = library
        self._settings = settings
        self._settings_error = error

    def is_of(self, essay: Essay, library: OpenLibrary, settings: Settings) -> bool:
        """Return whether it was made of these."""
        is_read = self.essay is essay and self.library is library
        return is_read and self._settings == settings

    @property
    def text(self) -> str:
        """Its characters."""
        return self.essay.text

    @property
    def settings(self) -> Settings:
        """What it is to be formatted with."""
        return self.draft.settings

    @property
    def style(self) -> csl.Style:
        """The style that it is to be in."""
        return self.draft.style

    @property
    def lang(self) -> str:
        """Its language."""
        return self.draft.lang

    @property
    def error(self) -> LoccitError | None:
        """Why its settings are not followed, if they can't be."""
        return self._settings_error or self._read[1]

    @property
    def draft(self) -> Draft:
        """What it cites, looked up in its library."""
        return self._read[0]

    @property
    def draft_by_key(self) -> Draft:
        """The same without what is typed by hand, which a check recognizes itself."""
        settings = replace(self.draft.settings, typed_citations=False)
        return self._draft_in(settings)

    @property
    def citations(self) -> Sequence[Citation]:
        """Its citations in document order: by key, and typed by hand."""
        return [each.citation for each in self.draft.resolved.citations]

    def citation_at(self, offset: int) -> Citation | None:
        """Return the citation at a character, or that ends there."""
        for citation in self.citations:
            if _touches(citation.span, offset):
                return citation
        return None

    def cite_at(self, offset: int) -> CiteHere | None:
        """Return the cite whose key is at a character, or ends there."""
        citation = self.citation_at(offset)
        if citation is None or citation.typed:
            return None
        for cite in citation.cites:
            if cite.span and _touches(cite.span, offset):
                return CiteHere(citation, cite, cite.span)
        return None

    @cached_property
    def _read(self) -> tuple[Draft, LoccitError | None]:
        """What it cites; in the usual style where its own can't be used."""
        try:
            return self._draft_in(self._settings), None
        except LoccitError as error:
            return self._draft_in(replace(self._settings, csl=_USUAL_STYLE)), error

    def _draft_in(self, settings: Settings) -> Draft:
        library = self.library.library
        if settings.references:
            library = library.with_inline(settings.references)
        return draft_of(self.essay, library, settings, is_style_given=False)


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
