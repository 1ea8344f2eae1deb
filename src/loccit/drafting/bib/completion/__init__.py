"""Complete what somebody types in a `.bib` file, one kind of place a file."""

from loccit.drafting.bib.completion.complete import (
    BibCompletion,
    BibLibrary,
    complete_bib,
)

__all__ = ["BibCompletion", "BibLibrary", "complete_bib"]
