"""Format an essay: an essay and a library in, a formatted essay out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.essays import Essay, open_essay
from loccit.essays.document import NewNote
from loccit.essays.syntax.cross_references import has_prefix
from loccit.formatting.footnotes import ReadingOrder, as_note, new_notes, with_notes
from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.formatting.in_sentence import (
    ends_with_stop,
    with_possessive,
    without_second_stop,
)
from loccit.formatting.raised import after_punctuation, at_word, is_raised
from loccit.formatting.reference_list import find_list, list_problems, list_title
from loccit.formatting.resolve import Resolved, ResolvedCitation, resolve
from loccit.model import Citation, Edit, Place, Problem
from loccit.output import Entry, Output, load_output
from loccit.workspace.essay_library import essay_settings, open_essay_library
from loccit.workspace.setting_reader import MARKUPS
from loccit.workspace.settings import Settings

_DEFAULT_STYLE = "apa"
_DEFAULT_LANGUAGE = "en-US"


class Draft(NamedTuple):
    """An essay with what it cites, before it is formatted."""

    essay: Essay
    settings: Settings
    style: csl.Style
    lang: str
    resolved: Resolved


def format_essay(
    essay: Essay | str | Path,
    library: Library | None = None,
    settings: Settings | None = None,
) -> FormattedEssay:
    """Resolve an essay's citations, render them in a CSL style, and add the reference
    list.

    Args:
        essay: an opened essay, or the path of one.
        library: where keys are looked up; None opens what the settings say, else the
            nearest `bibliography/` folder.
        settings: what to do, over what the essay's front matter and `loccit.toml` say.

    Raises:
        UnreadableFile: the essay or a bibliography can't be read.
        UnknownStyle, InvalidStyle: the style is missing or has errors.
        InvalidSettings: the front matter or the settings file has errors.
        NoBibliography: the essay cites, and there is nothing to look keys up in.

    >>> from loccit import open_library, read_essay
    >>> doe = {"id": "doe", "type": "book", "author": [{"family": "Doe"}]}
    >>> library = open_library([], [doe | {"issued": "2001"}])
    >>> format_essay(read_essay(b"So @doe [p. 3] says."), library).text.splitlines()[0]
    'So Doe (2001, p. 3) says.'
    """
    return format_draft(read_draft(essay, library, settings))


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
    settings = (settings or Settings()).over(essay_settings(essay))
    style = csl.load_style(settings.csl or _DEFAULT_STYLE)
    lang = settings.lang or style.default_locale or _DEFAULT_LANGUAGE
    words = csl.locator_terms(lang, style.locales)
    resolved = _resolve(essay, library, settings, words)
    return Draft(essay, settings, style, lang, resolved)


def format_draft(draft: Draft) -> FormattedEssay:
    """Do the second half of `format_essay`: render citations and list."""
    essay, settings, style, lang, resolved = draft
    rendered = _render(style, resolved, essay, settings)
    changes = _changes(draft, rendered)
    problems = [
        *essay.problems,
        *resolved.problems,
        *rendered.problems,
        *language_problems(lang, essay.path),
        *changes.problems,
    ]
    in_order = sorted(dict.fromkeys(problems), key=lambda problem: problem.place)
    return FormattedEssay(
        essay, rendered.citations, rendered.entries, changes.edits, tuple(in_order)
    )


def cited_sources(
    essay: Essay | str | Path, settings: Settings | None = None
) -> Resolved:
    """Look up what an essay cites, as `format_essay` does; nothing is rendered.

    Raises:
        UnreadableFile, InvalidSettings, NoBibliography: as `format_essay`.
    """
    if not isinstance(essay, Essay):
        essay = open_essay(Path(essay))
    settings = (settings or Settings()).over(essay_settings(essay))
    words = csl.locator_terms(settings.lang or _DEFAULT_LANGUAGE)
    return _resolve(essay, None, settings, words)


def language_problems(lang: str, path: str) -> Iterator[Problem]:
    """Report a language without a locale, for the file of this name."""
    if not csl.has_locale(lang):
        yield Problem(
            "unknown-language",
            f"There is no locale of the language `{lang}`; English is used.",
            Place(path),
            advice="Write it as in `en-GB` or `de-DE`.",
        )


def _resolve(
    essay: Essay,
    library: Library | None,
    settings: Settings,
    locator_words: Mapping[str, str],
) -> Resolved:
    """Find the citations, and look up their keys."""
    citations = essay.citations(locator_words)
    if library is None:
        needed = bool(settings.nocite) or any(map(_names_source, citations))
        library = open_essay_library(essay, settings, needed=needed)
    return resolve(essay, citations, settings.nocite, library)


def _names_source(citation: Citation) -> bool:
    """Return whether a citation names more than cross-references."""
    return not all(has_prefix(cite.key) for cite in citation.cites)


class _Rendered(NamedTuple):
    """What the processor made of the citations, in document order, and of the list."""

    in_footnotes: bool
    citations: tuple[FormattedCitation, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def _render(
    style: csl.Style, resolved: Resolved, essay: Essay, settings: Settings
) -> _Rendered:
    """Render the citations, in the order in which readers come to them, and the list."""
    order = ReadingOrder(essay.document)
    in_footnotes = style.citation_class == "note"
    if in_footnotes:
        citations = with_notes(resolved.citations, order)
    else:
        citations = [_with_possessive(each) for each in resolved.citations]
    reading = [
        citations[each.number]
        for each in order.sorted(resolved.citations)
        if not each.stays
    ]
    processed = csl.process(
        style,
        resolved.sources,
        [each.citation for each in reading],
        locale=settings.lang,
        uncited=resolved.uncited,
        link_citations=bool(settings.link_citations),
        link_bibliography=True,
        omit_repeated_year=bool(settings.omit_repeated_year),
        proper_nouns=settings.proper_nouns,
    )
    formatted = {each.number: _unchanged(each) for each in citations}
    fit = as_note if in_footnotes else without_second_stop
    results = zip(reading, processed.citations, processed.authors, strict=True)
    for each, text, author in results:
        text = fit(each.citation, text)
        formatted[each.number] = FormattedCitation(each.citation, text, author=author)
    entries = tuple(Entry(entry.key, entry.text) for entry in processed.bibliography)
    in_document_order = tuple(formatted.values())
    return _Rendered(in_footnotes, in_document_order, entries, processed.problems)


def _with_possessive(resolved: ResolvedCitation) -> ResolvedCitation:
    citation = with_possessive(resolved.citation)
    if citation is resolved.citation:
        return resolved
    return replace(resolved, citation=citation)


def _unchanged(resolved: ResolvedCitation) -> FormattedCitation:
    return FormattedCitation(resolved.citation, None, resolved.missing)


class _Changes(NamedTuple):
    """The edits of an essay, and what there is to say about them."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


def _changes(draft: Draft, rendered: _Rendered) -> _Changes:
    """Put everything that was rendered into the essay."""
    essay, settings, style, lang, _ = draft
    document = essay.document
    output = load_output(_markup(settings) or document.markup)
    title = settings.reference_section_title or list_title(style, lang)
    references = find_list(essay, lang, title)
    edits = [
        *_replacements(essay, rendered, output, settings, lang),
        *document.add_notes(
            _new_notes(rendered, lang, settings),
            references,
            _notes_title(lang),
            output,
        ),
    ]
    citations = [each.citation for each in rendered.citations]
    problems = [*document.warnings(citations, edits)]
    if rendered.entries and not settings.suppress_bibliography:
        anchors = bool(settings.link_citations)
        change = document.add_entries(
            rendered.entries, references, title, output, anchors=anchors, others=edits
        )
        edits += change.edits
        problems += list_problems(change, references, essay)
    edits.sort(key=lambda edit: (edit.part, edit.span))
    return _Changes(tuple(edits), tuple(problems))


def _new_notes(rendered: _Rendered, lang: str, settings: Settings) -> list[NewNote]:
    return new_notes(
        rendered.citations,
        punctuation_in_quote=csl.load_locale(lang).punctuation_in_quote,
        after_punctuation=settings.notes_after_punctuation is not False,
    )


def _replacements(
    essay: Essay, rendered: _Rendered, output: Output, settings: Settings, lang: str
) -> Iterator[Edit]:
    """Replace the citations that do not become the mark of a footnote."""
    in_quote = csl.load_locale(lang).punctuation_in_quote
    for each in rendered.citations:
        citation, text = each.citation, each.text
        if text is None or citation.context.own_note:
            continue
        # In a footnote the citation keeps its full stop, in a sentence the essay does
        # (`without_second_stop`).
        drop_full_stop = rendered.in_footnotes and ends_with_stop(text)
        raised = is_raised(text, output)
        if raised or not text:  # of MLA's "(Doe)", nothing is left without the author
            citation = at_word(citation)
        if raised and settings.notes_after_punctuation:
            citation, text = after_punctuation(citation, text, in_quote=in_quote)
        yield from essay.document.replace(
            citation, text, output, drop_full_stop=drop_full_stop
        )


def _markup(settings: Settings) -> str | None:
    """Return the name of the output that the settings ask for."""
    return MARKUPS.get(settings.markup, settings.markup) if settings.markup else None


def _notes_title(lang: str) -> str:
    return csl.load_locale(lang).term("note", plural=True).capitalize()
