"""Put what was rendered into the essay: citations, footnotes, and the reference list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from loccit import csl
from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.essays import ReferenceList
from loccit.essays.document import NewNote
from loccit.formatting.draft import Draft
from loccit.formatting.footnotes import new_notes
from loccit.formatting.in_sentence import ends_with_stop
from loccit.formatting.raised import after_punctuation, at_word, is_raised
from loccit.formatting.reference_list import find_list, list_problems, list_title
from loccit.formatting.render import Rendered
from loccit.model import Citation, Edit, Problem
from loccit.output import Output, load_output
from loccit.workspace.setting_reader import MARKUPS
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.essays.live_citations.live_writing import LiveWriting


class Changes(NamedTuple):
    """The edits of an essay, and what there is to say about them.

    Attributes:
        list: what changes in the reference list, if anything may.
    """

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    list: ListEdits | None = None


class ListEdits(NamedTuple):
    """The edits of a reference list, and what there is to say about them."""

    edits: list[Edit]
    problems: list[Problem]


def changes_of(draft: Draft, rendered: Rendered) -> Changes:
    """Put everything that was rendered into the essay."""
    live = _live_writing(draft)
    if live:
        document = draft.essay.document.writing(live)
        draft = draft._replace(essay=replace(draft.essay, document=document))
    essay, settings, lang = draft.essay, draft.settings, draft.lang
    document = essay.document
    output = load_output(_markup(settings) or document.markup)
    title = settings.reference_section_title or list_title(draft.style, lang)
    references = find_list(essay, lang, title)
    edits = [
        *_replacements(draft, rendered, output, live),
        *document.add_notes(
            _new_notes(rendered, lang, settings),
            references,
            _notes_title(lang),
            output,
        ),
    ]
    citations = [each.citation for each in rendered.citations]
    problems = [*document.warnings(citations, edits)]
    listed = None
    if rendered.entries and not settings.suppress_bibliography:
        listed = _list(draft, rendered, references, title, output, edits)
        edits += listed.edits
        problems += listed.problems
    if live and (edits or document.front_matter):
        edits += document.live_edits(_replaced(rendered))
        problems += _lost(draft)
    edits.sort(key=lambda edit: (edit.part, edit.span))
    return Changes(tuple(edits), tuple(problems), listed)


def _live_writing(draft: Draft) -> LiveWriting | None:
    """Return how live citations are written; None for an essay without any."""
    if not draft.essay.document.own_program and not draft.settings.fields:
        return None
    # Essays without live citations start faster without this.
    from loccit.formatting.live.writing import live_writing

    return live_writing(draft)


def _lost(draft: Draft) -> list[Problem]:
    """Return what gets lost in live citations of a program."""
    if draft.settings.fields != "word":
        return []
    # As above.
    from loccit.formatting.live.writing import lost_in_word

    return [*lost_in_word(draft)]


def _replaced(rendered: Rendered) -> list[Citation]:
    return [each.citation for each in rendered.citations if each.text is not None]


def _list(
    draft: Draft,
    rendered: Rendered,
    references: ReferenceList,
    title: str,
    output: Output,
    others: Sequence[Edit],
) -> ListEdits:
    """Replace a typed list, or add to the list that the format finds."""
    anchors = bool(draft.settings.link_citations)
    change = draft.essay.document.add_entries(
        rendered.entries, references, title, output, anchors=anchors, others=others
    )
    if draft.typed and draft.typed.list:
        # Essays without typed citations start faster without this.
        from loccit.formatting.typed.typed_list import ListStyle, replace_list

        layout = draft.style.bibliography
        is_sorted = bool(layout and layout.sort_keys)
        style = ListStyle(output, anchors, draft.lang, is_sorted)
        missing = change.missing
        new = replace_list(
            draft.essay, draft.typed, rendered.entries, style, missing, others
        )
        return ListEdits(new.edits, new.problems)
    if references.kind == "div" and references.part:
        # Essays without live citations start faster without this.
        from loccit.formatting.live.list_stays import list_stays

        if why := [*list_stays(draft, references, len(rendered.entries))]:
            return ListEdits([], why)
    problems = [*list_problems(change, references, draft.essay)]
    return ListEdits(change.edits, problems)


def _new_notes(rendered: Rendered, lang: str, settings: Settings) -> list[NewNote]:
    return new_notes(
        rendered.citations,
        punctuation_in_quote=csl.load_locale(lang).punctuation_in_quote,
        after_punctuation=settings.notes_after_punctuation is not False,
    )


def _replacements(
    draft: Draft, rendered: Rendered, output: Output, live: LiveWriting | None
) -> Iterator[Edit]:
    """Replace the citations that do not become the mark of a footnote."""
    in_quote = csl.load_locale(draft.lang).punctuation_in_quote
    for each in rendered.citations:
        citation, text = each.citation, each.text
        if text is None or citation.context.own_note:
            continue
        # In a footnote the citation keeps its full stop, in a sentence the essay does
        # (`without_second_stop`).
        drop_full_stop = rendered.in_footnotes and ends_with_stop(text)
        # What a program prints again has nothing of the text around it.
        stays_live = bool(live.becomes(citation) if live else citation.program)
        raised = is_raised(text, output) and not stays_live
        if raised or not text:  # of MLA's "(Doe)", nothing is left without the author
            citation = at_word(citation)
        if raised and draft.settings.notes_after_punctuation:
            citation, text = after_punctuation(citation, text, in_quote=in_quote)
        typed = draft.typed and draft.typed.how(each.citation)
        if typed:
            # Essays without typed citations start faster without this.
            from loccit.formatting.typed.fit import before_stop, is_as_typed, narrowed

            if not stays_live and is_as_typed(typed, citation, text, output):
                continue
            paragraph = draft.essay.document.paragraphs[typed.paragraph]
            if not stays_live:  # of which a program prints the names, too
                citation, text = narrowed(typed, citation, text, paragraph)
            citation, text = before_stop(typed, citation, text, paragraph)
        yield from draft.essay.document.replace(
            citation, text, output, drop_full_stop=drop_full_stop
        )


def _markup(settings: Settings) -> str | None:
    """Return the name of the output that the settings ask for."""
    return MARKUPS.get(settings.markup, settings.markup) if settings.markup else None


def _notes_title(lang: str) -> str:
    return csl.load_locale(lang).term("note", plural=True).capitalize()
