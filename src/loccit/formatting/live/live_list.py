"""Let a program keep the reference list of a document whose citations it keeps."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.formatting.draft import Draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.live.writing import live_writing
from loccit.formatting.printing import Printing
from loccit.formatting.typed.rounds import composed_by_part


def with_live_list(draft: Draft, result: FormattedEssay) -> FormattedEssay:
    """Return the result with a list that a program keeps, or text, as its citations are.

    A list with entries that the style did not print stays as it is: the program would
    drop them.
    """
    document = result.essay.document.with_edits(result.edits)
    document = document.writing(live_writing(draft))
    essay = replace(result.essay, data=document.data, document=document)
    references = Printing(draft.style, draft.settings, draft.lang).find_list(essay)
    printed = {_folded(entry.text.plain) for entry in result.bibliography}
    part = references.part
    there = [_folded(document.characters(each, part)) for each in references.entries]
    if not there or not printed.issuperset(there):
        return result
    cited = {cite.key for each in result.citations for cite in each.citation.cites}
    uncited = [entry.key for entry in result.bibliography if entry.key not in cited]
    edits = document.keep_list(references, uncited)
    if not edits:
        return result
    before = result.essay.document
    composed = tuple(composed_by_part(before, result.edits, edits))
    return replace(result, edits=composed)


def _folded(text: str) -> str:
    """Return an entry without white space, of which its number has more or less."""
    return "".join(text.split())
