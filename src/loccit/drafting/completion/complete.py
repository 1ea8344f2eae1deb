"""Complete what is typed at a place of an essay."""

from __future__ import annotations

from loccit.drafting.completion.completion import Completions
from loccit.drafting.completion.keys import complete_key
from loccit.drafting.completion.locators import complete_locator
from loccit.drafting.completion.settings import complete_setting
from loccit.drafting.opened.open_essay import OpenEssay


def complete(essay: OpenEssay, offset: int) -> Completions | None:
    """Return the ways to go on at a place; None where nothing is known to go on with."""
    return (
        complete_setting(essay, offset)
        or complete_key(essay, offset)
        or complete_locator(essay, offset)
    )
