"""Citations at the word, without the space before them: raised ones (AMA 11, section
3.6).

They precede the punctuation, unless `notes-after-punctuation` is set (pandoc's manual,
"Other relevant metadata fields").
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.formatting.in_sentence import without_doubled_stop
from loccit.model import Citation, RichText, Span
from loccit.output import Output


def is_raised(text: RichText, output: Output) -> bool:
    """Return whether a text begins raised, and the output can show that."""
    return text.begins_raised and output.render(text) != text.plain


def at_word(citation: Citation) -> Citation:
    """Let the span of a citation begin at the word before it.

    The space after other raised text stays: "2 3" is not "23".
    """
    context = citation.context
    if context.adjoins or context.follows_superscript:
        return citation
    return replace(citation, span=Span(context.note_span.start, citation.span.end))


def after_punctuation(
    citation: Citation, text: RichText, *, in_quote: bool
) -> tuple[Citation, RichText]:
    """Return a citation whose span has the punctuation after it, and its text after that.

    Args:
        citation: at its word.
        text: what it says.
        in_quote: whether full stops and commas go into the quotation before them.
    """
    context = citation.context
    start, end = citation.span.start, context.note_span.end
    if start != context.note_span.start:
        return citation, text
    punctuation = context.punctuation
    if context.follows_stop:
        punctuation = without_doubled_stop(punctuation)
    quotes = context.quotation_end
    if quotes and in_quote and punctuation.startswith((".", ",")):
        punctuation = punctuation[0] + quotes.lstrip(",") + punctuation[1:]
        start -= len(quotes)
    text = RichText.of(punctuation) + text
    return replace(citation, span=Span(start, end)), text
