"""Citations at the word, without the space before them: raised ones (AMA 11, section
3.6).

They precede the punctuation, unless `notes-after-punctuation` is set (pandoc's manual,
"Other relevant metadata fields").
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.formatting.in_sentence import without_doubled_stop
from loccit.model import Citation, Mark, Marked, RichText, Span
from loccit.output import Output

_SUPERSCRIPT = Mark("vertical-align", "sup")


def is_raised(text: RichText, output: Output) -> bool:
    """Return whether all of a text is raised, and the output can show that."""
    return _is_all_raised(text) and output.render(text) != text.plain


def _is_all_raised(text: RichText) -> bool:
    return bool(text) and all(
        isinstance(node, Marked)
        and (node.mark == _SUPERSCRIPT or _is_all_raised(node.content))
        for node in text.nodes
    )


def at_word(
    citation: Citation, text: RichText, *, after_punctuation: bool
) -> tuple[Citation, RichText]:
    """Return a raised citation whose span begins at the word before it, and its text.

    The space after other raised text stays: "2 3" is not "23".

    Args:
        text: what the citation says.
        after_punctuation: put the text after the punctuation, as the mark of a note.
    """
    context = citation.context
    if context.adjoins or context.follows_superscript:
        return citation, text
    start, end = context.note_span.start, citation.span.end
    if after_punctuation:
        punctuation = context.punctuation
        if context.follows_stop:
            punctuation = without_doubled_stop(punctuation)
        text = RichText.of(punctuation) + text
        end = context.note_span.end
    return replace(citation, span=Span(start, end)), text
