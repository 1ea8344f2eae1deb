"""Format an essay: an essay and a library in, a formatted essay out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias

from loccit import csl
from loccit.bibliography import Library
from loccit.essays import Essay
from loccit.formatting.changes import changes_of
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.render import Rendered, render
from loccit.model import Edit, Place, Problem
from loccit.workspace.settings import Settings

#: Renders the citations and the list of an essay, as `render` does.
Rendering: TypeAlias = Callable[[Draft], Rendered]


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


def format_draft(draft: Draft, rendering: Rendering = render) -> FormattedEssay:
    """Do the second half of `format_essay`: render citations and list.

    Args:
        draft: the essay.
        rendering: renders it, if something knows how it was rendered before.
    """
    result = _format(draft, rendering)
    is_live = draft.essay.document.own_program or draft.settings.fields
    if not is_live or not result.bibliography:
        return result
    # Essays without live citations start faster without this.
    from loccit.formatting.live.live_list import with_live_list

    return with_live_list(draft, result)


def _format(draft: Draft, rendering: Rendering) -> FormattedEssay:
    if not draft.typed:
        return _format_once(draft, rendering)
    # Essays without typed citations start faster without this.
    from loccit.formatting.typed.rounds import format_until_settled

    return format_until_settled(draft, partial(_format_once, rendering=rendering))


def _format_once(draft: Draft, rendering: Rendering) -> FormattedEssay:
    """Render citations and list, without a look at what a second run would change."""
    essay, resolved = draft.essay, draft.resolved
    rendered = rendering(draft)
    changes = changes_of(draft, rendered)
    problems = [
        *essay.problems,
        *draft.problems,
        *resolved.problems,
        *rendered.problems,
        *language_problems(draft.lang, essay.path),
        *changes.problems,
    ]
    if draft.typed:
        # Essays without typed citations start faster without this.
        from loccit.formatting.typed.problems import typed_problems
        from loccit.formatting.typed.quotations import quotation_problems

        by_key = any(not each.citation.typed for each in rendered.citations)
        problems += typed_problems(essay, draft.typed, cites_by_key=by_key)
        problems += quotation_problems(draft, draft.typed)
    in_order = sorted(dict.fromkeys(problems), key=lambda problem: problem.place)
    return FormattedEssay(
        essay,
        rendered.citations,
        rendered.entries,
        changes.edits,
        tuple(in_order),
        resolved.sources,
    )


def replace_typed_list(
    essay: Essay, library: Library, settings: Settings | None = None
) -> list[Edit]:
    """Put the reference list in the place of the list that is typed in an essay;
    citations stay as they are.

    The list has what the essay cites, by key or typed by hand, and the entries of the
    typed list.  Entries whose source is not in the library stay as they are typed, in
    their place among the others.  All that is not an entry stays: the heading above,
    text below, and what separates groups of entries.  `format` recognizes the new list
    and keeps it up to date.

    Args:
        essay: the essay, with typed citations or with keys.
        library: the sources, those of the list that are adopted among them.
        settings: as for `format_essay`.

    Returns:
        The edits; none if there is no typed list, or it is right already.
    """
    draft = read_draft(essay, library, settings)
    change = changes_of(draft, render(draft)).list
    return change.edits if change else []


def language_problems(lang: str, path: str) -> Iterator[Problem]:
    """Report a language without a locale, for the file of this name."""
    if not csl.has_locale(lang):
        yield Problem(
            "unknown-language",
            f"There is no locale of the language `{lang}`; English is used.",
            Place(path),
            advice="Write it as in `en-GB` or `de-DE`.",
        )
