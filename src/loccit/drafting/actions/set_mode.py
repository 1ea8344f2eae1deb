"""Set a citation differently: in the sentence, in brackets, or without its author."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.typed_again import mode_of, typed_again
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.model import CiteMode

_TITLES: Mapping[CiteMode, str] = {
    "narrative": "Put the author into the sentence",
    "parenthetical": "Put the citation into brackets",
    "suppress-author": "Leave the author out",
}
#: What a citation can become.
_OTHERS: Mapping[CiteMode, tuple[CiteMode, ...]] = {
    "parenthetical": ("narrative", "suppress-author"),
    "narrative": ("parenthetical", "suppress-author"),
    "suppress-author": ("parenthetical", "narrative"),
}


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer the other ways that the format has."""
    citation = asked.citation
    if citation is None or citation.program or citation.context.possessive:
        return
    for mode in _OTHERS.get(mode_of(citation), ()):
        if mode != "suppress-author" or len(citation.cites) == 1:
            yield Offer(_TITLES[mode], "refactor.rewrite", mode)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the citation so."""
    if asked.citation is None or asked.essay is None:
        raise InvalidChange("There is no citation here any more.")
    [mode] = [mode for mode in _TITLES if mode == argument]
    return {asked.path: [typed_again(asked.essay, [asked.citation], mode)]}
