"""An essay that somebody is writing, as it is at one version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

from loccit import csl
from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.drafting.opened.buffer import Buffer
from loccit.drafting.opened.change import change_of, grouped
from loccit.drafting.opened.changed_reading import changed_reading
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.reading import Reading, whole_reading
from loccit.drafting.opened.session import EssaySession, Printed
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.formatting.draft import Draft, draft_of
from loccit.formatting.render import Rendered
from loccit.model import Citation, Cite, Edit, Span
from loccit.workspace.settings import Settings

#: The style of an essay whose own can't be used.
_USUAL_STYLE = "apa"

#: Formats whose essays are in the file in another form: in archives, or in JSON.
NOT_TEXT = frozenset(["docx", "jupyter", "odt"])


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
        given_settings: all that it is to follow, its own among them.
    """

    def __init__(
        self,
        path: Path,
        version: int,
        essay: Essay,
        library: OpenLibrary,
        settings: Settings,
        session: EssaySession,
        error: LoccitError | None = None,
    ) -> None:
        """Take an essay.

        Args:
            settings: all of them, or the usual ones if its own can't be read.
            session: prints it and its earlier versions.
            error: why they can't.
        """
        self.path = path
        self.version = version
        self.essay = essay
        self.library = library
        self.given_settings = settings
        self._session = session
        self._error = error
        self._lock = Lock()
        self._whole: Reading | None = None
        self._changed: Reading | None = None
        self._printed: tuple[Reading, Printed] | None = None

    def is_of(self, essay: Essay, library: OpenLibrary, settings: Settings) -> bool:
        """Return whether it was made of these."""
        is_read = self.essay is essay and self.library is library
        return is_read and self.given_settings == settings

    def follow(self, before: OpenEssay, edits: Iterable[Edit]) -> None:
        """Read only what is different from the version before, until all of it is
        needed.

        Args:
            before: a version with the same settings and the same library.
            edits: of its text, made one after the other.
        """
        reading, text = before.known_reading, before.text
        if reading:
            self._error = before.error
        for group in grouped(edits):
            change, old = change_of(group), text
            text = Buffer(old, 0).edited(group, 0).text
            if reading and change:
                reading = changed_reading(reading, old, text, change)
        self._changed = reading

    @property
    def text(self) -> str:
        """Its characters."""
        return self.essay.text

    @property
    def is_text(self) -> bool:
        """Whether its characters are those of its file, so that an editor can show
        places in it.
        """
        return self.essay.format not in NOT_TEXT

    @property
    def settings(self) -> Settings:
        """What it is to be formatted with."""
        return self.reading.draft.settings

    @property
    def style(self) -> csl.Style:
        """The style that it is to be in."""
        return self.reading.draft.style

    @property
    def lang(self) -> str:
        """Its language."""
        return self.reading.draft.lang

    @property
    def error(self) -> LoccitError | None:
        """Why its settings are not followed, if they can't be."""
        self.reading  # noqa: B018 - its style may be unknown
        return self._error

    @property
    def sources(self) -> Library:
        """Its library, with the sources that it has in its own settings."""
        return self.reading.draft.resolved.library

    @property
    def draft(self) -> Draft:
        """What it cites, looked up in its library: all of it is read for this."""
        return self._read_whole().draft

    @property
    def known_reading(self) -> Reading | None:
        """What it cites, as far as that is known without reading all of it."""
        return self._whole or self._changed

    @property
    def reading(self) -> Reading:
        """What it cites; after a change, only what is different may have been read."""
        return self.known_reading or self._read_whole()

    @property
    def printed(self) -> Printed:
        """What it prints."""
        reading = self.reading
        if self._printed is None or self._printed[0] is not reading:
            self._printed = reading, self._session.printed(reading)
        return self._printed[1]

    def render(self, draft: Draft) -> Rendered:
        """Render the draft of this essay, or one in other settings; what is as it was
        before is not rendered again.
        """
        return self._session.render(draft)

    @cached_property
    def draft_by_key(self) -> Draft:
        """The same without what is typed by hand, which a check recognizes itself."""
        settings = replace(self.draft.settings, typed_citations=False)
        return self._draft_in(settings)

    def settle(self, cites: str) -> bool:
        """Read all of it, unless what is known of it is right.

        Args:
            cites: `Reading.cites` of a reading of the whole.

        Returns:
            whether it was read again, and may print something else.
        """
        reading = self.reading
        if reading.is_whole:
            return False
        if not reading.is_approximate and reading.cites == cites:
            return False
        self._read_whole()
        return True

    @property
    def citations(self) -> Sequence[Citation]:
        """Its citations in document order: by key, and typed by hand."""
        return [each.citation for each in self.reading.citations]

    def citations_in(self, span: Span) -> Sequence[Citation]:
        """Return the citations that a span overlaps or touches, in document order."""
        return [each.citation for each in self.reading.touching(span)]

    def citation_at(self, offset: int) -> Citation | None:
        """Return the citation at a character, or that ends there."""
        return next(iter(self.citations_in(Span(offset, offset))), None)

    def cite_at(self, offset: int) -> CiteHere | None:
        """Return the cite whose key is at a character, or ends there."""
        for citation in self.citations_in(Span(offset, offset)):
            for cite in citation.cites:
                if cite.span and cite.span.start <= offset <= cite.span.end:
                    return CiteHere(citation, cite, cite.span)
        return None

    def _read_whole(self) -> Reading:
        """Read all of it; in the usual style where its own can't be used."""
        with self._lock:
            if self._whole is None:
                try:
                    draft = self._draft_in(self.given_settings)
                except LoccitError as error:
                    draft = self._draft_in(
                        replace(self.given_settings, csl=_USUAL_STYLE)
                    )
                    self._error = self._error or error
                self._whole = whole_reading(draft)
            return self._whole

    def _draft_in(self, settings: Settings) -> Draft:
        library = self.library.library
        if settings.references:
            library = library.with_inline(settings.references)
        return draft_of(self.essay, library, settings, is_style_given=False)
