"""Citations of which a style prints nothing: MLA wants an author or a title, and a source
may have neither.
"""

from __future__ import annotations

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.essays import Essay
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.model import Problem

#: What the processor reports of them, without their places.
RULE = "no-printed-form"


def is_unprinted(formatted: FormattedCitation) -> bool:
    """Return whether a style has no text for a citation, or for one of its sources."""
    text = formatted.text
    return text is not None and csl.NO_PRINTED_FORM in text.plain


def as_written(formatted: FormattedCitation) -> FormattedCitation:
    """Let a citation stay as it is: what the processor returns is no text for readers."""
    return replace(formatted, text=None) if is_unprinted(formatted) else formatted


def unprinted_problem(formatted: FormattedCitation, essay: Essay) -> Problem:
    """Report a citation that stays."""
    citation = formatted.citation
    keys = ", ".join(f"`{cite.key}`" for cite in citation.cites)
    start, end = essay.range_of(citation.span, citation.part)
    return Problem(
        RULE,
        f"The style prints nothing for {keys}, so this citation stays as it is.",
        start,
        "error",
        "Add what the source lacks, such as its author or title.",
        end,
    )
