"""What is typed in the settings of an essay."""

from __future__ import annotations

from loccit.drafting.opened.open_essay import OpenEssay


def is_in_front_matter(essay: OpenEssay, offset: int) -> bool:
    """Return whether a place is in the essay's settings."""
    front_matter = essay.essay.front_matter
    spans = front_matter.spans if front_matter else ()
    return any(span.start <= offset <= span.end for span in spans)
