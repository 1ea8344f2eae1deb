"""Papers whose citations are live: fields that Zotero or Word goes on with.

Such a paper is made with its keys in it, and formatted like any document of Word or
LibreOffice.
"""

from __future__ import annotations

from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.errors import LoccitError
from loccit.essays import read_essay
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.format_essay import format_draft
from loccit.formatting.formatted_essay import FormattedEssay

#: The fields that each format has.
_FIELDS = {".docx": ("zotero", "word"), ".odt": ("zotero",)}
#: The formats of essays in which keys are written as in documents.
_WITH_KEYS = frozenset(["jupyter", "markdown", "plain_text"])


def wants_fields(draft: Draft, ending: str) -> bool:
    """Return whether a paper is to have live citations.

    Raises:
        LoccitError: it can't have those that are asked for.
    """
    fields = draft.settings.fields
    if fields in (None, "none"):
        return False
    if fields not in _FIELDS.get(ending, ()):
        raise LoccitError(f"A {ending} file has no live citations of {fields}.")
    if draft.essay.format not in _WITH_KEYS:
        raise LoccitError(
            f"Live citations can't be made of an essay in {draft.essay.format}.",
            advice="Write the essay in Markdown, or leave out --fields.",
        )
    return True


def with_fields(
    data: bytes, draft: Draft, result: FormattedEssay, ending: str
) -> bytes:
    """Format a paper that has keys.

    Args:
        data: the paper.
        draft: the essay that it was made of.
        result: the formatted essay, which has the sources.
        ending: of the paper's file.
    """
    path = Path(draft.essay.path).with_suffix(ending)
    library = Library([], own=[*result.sources.values()])
    essay = read_essay(data, str(path))
    # Zotero compares the text of a field with what it knows: there are no links in it.
    settings = replace(draft.settings, link_citations=False)
    return format_draft(read_draft(essay, library, settings)).data
