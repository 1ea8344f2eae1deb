"""The first half of formatting: read an essay, and look up what it cites."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from loccit import csl
from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.errors import UnknownStyle
from loccit.essays import Essay, open_essay, read_essay
from loccit.essays.syntax.cross_references import has_prefix
from loccit.formatting.printing import Printing
from loccit.formatting.resolve import Resolved, listed_keys, resolve
from loccit.formatting.typed.may_have import may_have_citations
from loccit.model import Citation, Place, Problem
from loccit.text_files.reading import read_bytes
from loccit.workspace.essay_library import essay_settings, open_essay_library
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.formatting.typed.read import TypedParts

_DEFAULT_STYLE = "apa"
_DEFAULT_LANGUAGE = "en-US"
_AUX = ".aux"


class Draft(NamedTuple):
    """An essay with what it cites, before it is formatted.

    Attributes:
        typed: what is typed by hand in it; None if nothing is, or it stays so.
        record_keys: the keys of the sources that live citations carry, by the names of
            their records.
        problems: what was noticed about the settings.
    """

    essay: Essay
    settings: Settings
    style: csl.Style
    lang: str
    resolved: Resolved
    typed: TypedParts | None = None
    record_keys: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


class Found(NamedTuple):
    """What an essay cites, by key and typed by hand."""

    resolved: Resolved
    typed: TypedParts | None
    record_keys: Mapping[str, str]


def read_draft(
    essay: Essay | str | Path,
    library: Library | None = None,
    settings: Settings | None = None,
) -> Draft:
    """Do the first half of `format_essay`: look up what an essay cites.

    Raises:
        TypeError: an argument is not what it should be.
    """
    if not isinstance(essay, (Essay, str, Path)):
        raise TypeError("format_essay takes an essay, or its path")
    if library is not None and not isinstance(library, Library):
        raise TypeError("library is not a Library; open_library opens one")
    if not isinstance(essay, Essay):
        essay = open_essay(Path(essay))
    given = settings or Settings()
    merged = given.over(essay_settings(essay))
    return draft_of(essay, library, merged, is_style_given=bool(given.csl))


def draft_of(
    essay: Essay, library: Library | None, settings: Settings, *, is_style_given: bool
) -> Draft:
    """Look up what an essay cites.

    Args:
        essay: the essay.
        library: as for `format_essay`.
        settings: all of them, those of the essay too.
        is_style_given: whether the style must be had; without one that only a program
            keeps in a document, APA is used.

    Raises:
        UnknownStyle, InvalidStyle, UnreadableFile, NoBibliography: as `format_essay`.
    """
    problems: tuple[Problem, ...] = ()
    try:
        style = csl.load_style(settings.csl or _DEFAULT_STYLE)
    except UnknownStyle as error:
        if is_style_given or essay.document.own_program is None:
            raise
        settings = replace(settings, csl=_DEFAULT_STYLE)
        style = csl.load_style(_DEFAULT_STYLE)
        problems = (_unknown_style(error, style, essay),)
    lang = settings.lang or style.default_locale or _DEFAULT_LANGUAGE
    printing = Printing(style, settings, lang)
    found = _resolve(essay, library, settings, printing)
    return Draft(essay, settings, style, lang, *found, problems)


def _unknown_style(error: UnknownStyle, style: csl.Style, essay: Essay) -> Problem:
    """Report that a program keeps a style in a document that is not installed."""
    return Problem(
        "unknown-style",
        f"{error.message} The document is in it; {style.title} was used instead.",
        Place(essay.path),
        "error",
        "Name a style with --style.",
    )


def cited_sources(
    essay: Essay | str | Path,
    settings: Settings | None = None,
    library: Library | None = None,
) -> Resolved:
    """Look up what an essay cites, as `format_essay` does; nothing is rendered.

    Args:
        essay: an opened essay, or the path of one, or of the .aux file in which LaTeX
            noted what one cites.
        settings, library: as for `format_essay`.

    Raises:
        UnreadableFile, InvalidSettings, NoBibliography: as `format_essay`.
    """
    if not isinstance(essay, Essay):
        essay = open_citing(Path(essay))
    settings = (settings or Settings()).over(essay_settings(essay))
    style = csl.load_style(settings.csl or _DEFAULT_STYLE)
    printing = Printing(style, settings, settings.lang or _DEFAULT_LANGUAGE)
    return _resolve(essay, library, settings, printing).resolved


def open_citing(path: Path) -> Essay:
    """Open an essay, or the .aux file of one as an essay.

    Raises:
        UnreadableFile: as `open_essay`.
    """
    if path.suffix == _AUX:
        return read_essay(read_bytes(path), str(path), "latex")
    return open_essay(path)


def _resolve(
    essay: Essay, library: Library | None, settings: Settings, printing: Printing
) -> Found:
    """Find the citations, and look up their keys."""
    citations = essay.citations(printing.locator_words)
    if library is None:
        needed = bool(settings.nocite) or any(map(_names_source, citations))
        needed = needed and not essay.document.records
        library = open_essay_library(essay, settings, needed=needed)
    keys: Mapping[str, str] = {}
    if records := essay.document.records:
        # Essays without live citations start faster without this.
        from loccit.formatting.live.keys import with_keys
        from loccit.workspace.document_sources import document_library

        library, keys = document_library(records, library)
        citations = with_keys(citations, keys)
    cited = citations
    if not printing.in_notes:
        cited = tuple(essay.document.in_sentences(citations))
    nocite = listed_keys(settings.nocite, library)
    references = printing.find_list(essay)
    searched = essay.document.searchable
    may_be_typed = may_have_citations(searched) or (citations and references.entries)
    if settings.typed_citations is False or not may_be_typed:
        return Found(resolve(essay, cited, nocite, library), None, keys)
    # Essays without typed citations start faster without this.
    from loccit.formatting.typed.read import ByKey, read_typed

    by_key = ByKey(citations, nocite, references)
    typed = read_typed(essay, library, by_key, printing)
    listed = (*typed.listed, *nocite)
    resolved = resolve(essay, cited, listed, library, typed.citations)
    return Found(resolved, typed, keys)


def _names_source(citation: Citation) -> bool:
    """Return whether a citation names more than cross-references, and carries no data
    of its own.
    """
    if citation.program:
        return False
    return not all(has_prefix(cite.key) for cite in citation.cites)
