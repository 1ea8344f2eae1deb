"""The whole journey on one page: an essay and a library in, a formatted essay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from loccit import csl
from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library
from loccit.essays import Essay, open_essay
from loccit.essays.formats.markdown.line_starts import beside_text
from loccit.formatting import footnotes, table_columns
from loccit.formatting.full_stops import without_second_stop
from loccit.formatting.possessives import with_possessives
from loccit.formatting.reference_list import add_list
from loccit.formatting.resolve import Resolved, resolve
from loccit.model import Citation, Edit, Place, Problem, RichText
from loccit.output import Entry, Output, load_output
from loccit.workspace.essay_library import essay_settings, open_essay_library
from loccit.workspace.settings import MARKUPS, Settings


@dataclass(frozen=True, slots=True)
class FormattedCitation:
    """A citation of the essay, and what stands for it.

    Attributes:
        citation: the citation; in a style of footnotes, with the number of its note.
        text: what it says, in the sentence or in its footnote; None where a key has no source, and it stays.
        missing: the keys that have none.
        author: who stands in the sentence, before the mark of a footnote.
    """

    citation: Citation
    text: RichText | None
    missing: tuple[str, ...] = ()
    author: RichText = RichText()


@dataclass(frozen=True, slots=True)
class FormattedEssay:
    """What became of an essay.

    Attributes:
        essay: the essay as it was read.
        citations: every citation found, in document order.
        bibliography: the reference list, in list order.
        edits: the changes that make the formatted essay; all other characters are as they were.
        problems: what the writer should know, in order of place.
    """

    essay: Essay
    citations: tuple[FormattedCitation, ...]
    bibliography: tuple[Entry, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]

    @property
    def data(self) -> bytes:
        """The formatted essay, in the encoding of the essay."""
        return self.essay.with_edits(self.edits)

    @property
    def text(self) -> str:
        """The formatted essay as text."""
        return self.data.decode(self.essay.encoding)


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
        UnknownStyle, InvalidStyle: the style can't be had.
        InvalidSettings: the front matter or the settings file is at fault.
        NoBibliography: the essay cites, and there is nothing to look keys up in.

    >>> from loccit import open_library, read_essay
    >>> library = open_library([], [{"id": "doe", "type": "book", "author": [{"family": "Doe"}], "issued": "2001"}])
    >>> format_essay(read_essay(b"So @doe [p. 3] says."), library).text.splitlines()[0]
    'So Doe (2001, p. 3) says.'
    """
    if not isinstance(essay, Essay):
        essay = open_essay(Path(essay))
    settings = (settings or Settings()).over(essay_settings(essay))
    style = csl.load_style(settings.csl or "apa")
    lang = settings.lang or style.default_locale or "en-US"
    resolved = _resolve(essay, library, settings, lang)
    citations, bibliography, csl_problems = _render(style, resolved, essay, settings)
    markup = (
        MARKUPS.get(settings.markup, settings.markup)
        if settings.markup
        else essay.markup
    )
    output = load_output(markup)
    if style.citation_class == "note":
        edits, notes = _footnotes(essay, citations, output, lang)
    else:
        edits, notes = _in_text(essay, citations, output, markup), []
    problems = [
        *essay.problems,
        *resolved.problems,
        *csl_problems,
        *language_problems(lang, essay.path),
        *table_columns.problems(essay, resolved.citations, edits),
    ]
    is_listed = bibliography and not settings.suppress_bibliography
    if is_listed or notes:
        list_edits, list_problems = add_list(
            essay,
            output.entries(bibliography, anchors=bool(settings.link_citations))
            if is_listed
            else (),
            output.heading,
            lang=lang,
            title=settings.reference_section_title,
            own_markup=markup == essay.markup,
            notes=notes,
        )
        edits += list_edits
        problems += list_problems
    in_order = sorted(dict.fromkeys(problems), key=lambda problem: problem.place)
    return FormattedEssay(essay, citations, bibliography, tuple(edits), tuple(in_order))


def _in_text(
    essay: Essay, citations: Iterable[FormattedCitation], output: Output, markup: str
) -> list[Edit]:
    """The citations where they stand."""
    rendered = [
        (each.citation, output.render(each.text))
        for each in citations
        if each.text is not None
    ]
    if markup == essay.markup == "markdown":
        rendered = [
            (citation, beside_text(new, essay.text, citation))
            for citation, new in rendered
        ]
    return [Edit(citation.span, new) for citation, new in rendered]


def _footnotes(
    essay: Essay, citations: Iterable[FormattedCitation], output: Output, lang: str
) -> tuple[list[Edit], list[str]]:
    """The citations as marks of footnotes, and the footnotes, under a heading where the
    essay's own have one.
    """
    rendered = [
        (each.citation, each.text, each.author)
        for each in citations
        if each.text is not None
    ]
    in_quote = csl.load_locale(lang).punctuation_in_quote
    edits, notes = footnotes.edits(
        essay, rendered, output.render, punctuation_in_quote=in_quote
    )
    if (
        notes
        and essay.notes_have_heading
        and (title := _notes_title(lang)) not in essay.text.splitlines()
    ):
        notes = [output.heading(title, 1), *notes]
    return edits, notes


def cited_sources(
    essay: Essay | str | Path, settings: Settings | None = None
) -> Resolved:
    """What an essay cites, looked up as `format_essay` does; nothing is rendered.

    Raises:
        UnreadableFile, InvalidSettings, NoBibliography: as `format_essay`.
    """
    if not isinstance(essay, Essay):
        essay = open_essay(Path(essay))
    settings = (settings or Settings()).over(essay_settings(essay))
    return _resolve(essay, None, settings, settings.lang or "en-US")


def _resolve(
    essay: Essay, library: Library | None, settings: Settings, lang: str
) -> Resolved:
    citations = essay.citations(csl.locator_terms(lang))
    if library is None:
        library = open_essay_library(
            essay, settings, needed=bool(citations or settings.nocite)
        )
    return resolve(essay, citations, settings.nocite, library)


def _render(
    style: csl.Style, resolved: Resolved, essay: Essay, settings: Settings
) -> tuple[tuple[FormattedCitation, ...], tuple[Entry, ...], tuple[Problem, ...]]:
    """The citations in document order, the reference list, and what is to be said of
    them.
    """
    citations, notes = resolved.citations, essay.notes
    staying = {
        index
        for index, (citation, keys) in enumerate(
            zip(citations, resolved.missing, strict=True)
        )
        if keys or citation.is_ambiguous or table_columns.goes_over_lines(citation)
    }
    if style.citation_class == "note":
        citations = footnotes.in_footnotes(citations, notes, staying)
    else:
        citations = with_possessives(essay.text, citations)
    order = [
        index
        for index in footnotes.reading_order(resolved.citations, notes)
        if index not in staying
    ]
    beside = (
        cite.key
        for index in staying
        for cite in citations[index].listed_cites
        if cite.key in resolved.sources
    )
    processed = csl.process(
        style,
        resolved.sources,
        [citations[index] for index in order],
        locale=settings.lang,
        uncited=dict.fromkeys((*resolved.uncited, *beside)),
        link_citations=bool(settings.link_citations),
        link_bibliography=True,
        omit_repeated_year=bool(settings.omit_repeated_year),
        proper_nouns=settings.proper_nouns,
    )
    texts = dict(
        zip(
            order, zip(processed.citations, processed.authors, strict=True), strict=True
        )
    )
    formatted = []
    for index, (citation, missing) in enumerate(
        zip(citations, resolved.missing, strict=True)
    ):
        text, author = texts.get(index, (None, RichText()))
        if text is not None and style.citation_class == "note":
            text = footnotes.as_note(citation, text)
        elif text is not None:
            text = without_second_stop(text, essay.text, citation)
        formatted.append(FormattedCitation(citation, text, missing, author))
    entries = tuple(Entry(entry.key, entry.text) for entry in processed.bibliography)
    return tuple(formatted), entries, processed.problems


def _notes_title(lang: str) -> str:
    return csl.load_locale(lang).term("note", plural=True).capitalize()


def language_problems(lang: str, path: str) -> Iterator[Problem]:
    """That there is no locale of the language that was asked for in, or for, the file
    of this name.
    """
    if not csl.has_locale(lang):
        message = f"There is no locale of the language `{lang}`; English is used."
        yield Problem(
            "unknown-language",
            message,
            Place(path),
            advice="Write it as in `en-GB` or `de-DE`.",
        )
