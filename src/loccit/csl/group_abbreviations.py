"""Groups that are named in full once, with an abbreviation, and by that from then on (APA 7, section 8.21).

Beyond CSL: `short-author` is a source's abbreviation of its one author (BibLaTeX's `shortauthor`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from loccit.csl.cite import PlacedCite
from loccit.csl.name_parts import abbreviation_of
from loccit.csl.rendering import Renderer
from loccit.model import Problem
from loccit.model.dataclass import replace


def introduce_abbreviations(renderer: Renderer, citations: Sequence[list[PlacedCite]]) -> Iterator[Problem]:
    """Tells every cite, in the order of the document, whether its author's abbreviation is introduced or known."""
    shared = set(_shared(abbreviation_of(source) for source in renderer.sources.values()))
    introduced: set[str] = set()
    for cites in citations:
        known = frozenset(introduced)  # one citation introduces a group for all its cites, lest they no longer collapse
        for placed in cites:
            group, abbreviation = abbreviation_of(renderer.sources[placed.key])
            if not abbreviation or abbreviation in shared or placed.cite.mode == "suppress-author":
                continue
            placed.state = replace(placed.state, abbreviation="known" if group in known else "introduced")
            introduced.add(group)
    for abbreviation in sorted(shared):
        message = f"Two groups are abbreviated as `{abbreviation}`; both are named in full."
        yield Problem("shared-abbreviation", message, advice="Change the `shortauthor` of one.")


def _shared(groups: Iterable[tuple[str, str]]) -> Iterator[str]:
    named: dict[str, set[str]] = defaultdict(set)
    for group, abbreviation in groups:
        if abbreviation:
            named[abbreviation].add(group)
    return (abbreviation for abbreviation, names in named.items() if len(names) > 1)
