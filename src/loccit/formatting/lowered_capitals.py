"""The capitals that sentence case leaves out of a list."""

from __future__ import annotations

from loccit import csl
from loccit.formatting.draft import Draft
from loccit.formatting.formatted_essay import FormattedEssay


def lowered_capitals(draft: Draft, result: FormattedEssay) -> dict[str, bool]:
    """Return the words of titles that lost their capital in the list, and whether
    braces would keep it, as in a .bib file.
    """
    lowered: dict[str, bool] = {}
    for entry in result.bibliography:
        source = draft.resolved.sources[entry.key]
        changed = csl.in_sentence_case(source, draft.settings.proper_nouns, draft.lang)
        for word in csl.lowered_words(source, changed, entry.text.plain):
            lowered[word] = bool(source.original)
    return lowered
