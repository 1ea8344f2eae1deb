"""Groups that are named in full once, with an abbreviation, and by that from then on
(APA 7, section 8.21).

Beyond CSL: `short-author` is a source's abbreviation of its one author (BibLaTeX's
`shortauthor`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit.csl.elements.context import Abbreviation
from loccit.csl.elements.name_parts import abbreviation_of
from loccit.model import Citation, Problem, Source


def introduce_abbreviations(
    sources: Mapping[str, Source], citations: Sequence[Citation]
) -> dict[tuple[int, int], Abbreviation]:
    """Citation and cite number to whether the abbreviation of the cite's author is
    introduced there, or known.
    """
    groups = {
        key: named
        for key, source in sources.items()
        if (named := abbreviation_of(source))[1]
    }
    shared = _shared(groups.values())
    introduced: set[str] = set()
    states: dict[tuple[int, int], Abbreviation] = {}
    for number, citation in enumerate(citations if groups else ()):
        known = frozenset(
            introduced
        )  # one citation introduces a group for all its cites, lest they no longer collapse
        for index, cite in enumerate(citation.cites):
            group, abbreviation = groups.get(cite.key, ("", ""))
            if (
                not abbreviation
                or abbreviation in shared
                or cite.mode == "suppress-author"
            ):
                continue
            states[number, index] = "known" if group in known else "introduced"
            introduced.add(group)
    return states


def shared_abbreviations(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """A problem for every abbreviation that stands for several groups."""
    for abbreviation in sorted(_shared(map(abbreviation_of, sources.values()))):
        message = (
            f"Two groups are abbreviated as `{abbreviation}`; both are named in full."
        )
        yield Problem(
            "shared-abbreviation", message, advice="Change the `shortauthor` of one."
        )


def _shared(groups: Iterable[tuple[str, str]]) -> set[str]:
    named: dict[str, set[str]] = defaultdict(set)
    for group, abbreviation in groups:
        if abbreviation:
            named[abbreviation].add(group)
    return {abbreviation for abbreviation, names in named.items() if len(names) > 1}
