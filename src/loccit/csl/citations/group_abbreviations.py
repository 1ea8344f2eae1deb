"""Name a group in full once, with its abbreviation, and by that from then on.

APA 7, section 8.21.  Beyond CSL: `short-author` is the abbreviation of a source's only
author (BibLaTeX's `shortauthor`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit.csl.elements.context import Abbreviation
from loccit.csl.elements.name_parts import abbreviation_of
from loccit.model import Citation, Problem, Source


def introduce_abbreviations(
    sources: Mapping[str, Source],
    citations: Sequence[Citation],
) -> dict[tuple[int, int], Abbreviation]:
    """Whether cites introduce or know an abbreviation, by citation and cite number."""
    groups = abbreviated_groups(sources)
    if not groups:
        return {}
    introduced: set[str] = set()
    states: dict[tuple[int, int], Abbreviation] = {}
    for number, citation in enumerate(citations):
        # One citation introduces a group for all its cites: they could not collapse
        # otherwise.
        known = frozenset(introduced)
        for index, cite in enumerate(citation.cites):
            group = groups.get(cite.key, "")
            if group and cite.mode != "suppress-author":
                states[number, index] = "known" if group in known else "introduced"
                introduced.add(group)
    return states


def abbreviated_groups(sources: Mapping[str, Source]) -> dict[str, str]:
    """The groups that have an abbreviation of their own, by key."""
    abbreviations = [abbreviation_of(source) for source in sources.values()]
    shared = _shared(abbreviations)
    groups: dict[str, str] = {}
    for key, (group, short) in zip(sources, abbreviations, strict=True):
        if short and short not in shared:
            groups[key] = group
    return groups


def shared_abbreviations(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """A problem for every abbreviation of several groups."""
    for short in sorted(_shared(map(abbreviation_of, sources.values()))):
        message = f"Several groups are abbreviated as `{short}`; each is named in full."
        advice = "Change the `shortauthor` of one."
        yield Problem("shared-abbreviation", message, advice=advice)


def _shared(groups: Iterable[tuple[str, str]]) -> set[str]:
    """The abbreviations of several groups."""
    named: dict[str, set[str]] = defaultdict(set)
    for group, short in groups:
        if short:
            named[short].add(group)
    return {short for short, names in named.items() if len(names) > 1}
