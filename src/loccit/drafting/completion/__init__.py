"""Complete what somebody types in an essay: keys, words of locators, settings."""

from loccit.drafting.completion.complete import complete
from loccit.drafting.completion.completion import Completion, Completions

__all__ = ["Completion", "Completions", "complete"]
