"""CSL items, as JSON and YAML files and the front matter of essays have them, to sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit.bibliography.dates import read_date
from loccit.bibliography.source_file import Sources
from loccit.errors import UnreadableFile
from loccit.model import Date, Place, Problem, Source
from loccit.model.csl_json import source_from_csl_json
from loccit.model.dataclass import replace


def source_of_item(item: Mapping[str, object]) -> Source:
    """The source that an item describes; dates that are text, as pandoc allows, are read.

    >>> source_of_item({"id": "a", "issued": "2010-05"}).date("issued").start
    DateParts(year=2010, month=5, day=None)
    """
    source = source_from_csl_json(item)
    dates = {
        name: read_date(value.raw) or value
        for name, value in source.variables.items()
        if isinstance(value, Date) and value.raw and not value.start
    }
    return replace(source, variables={**source.variables, **dates}) if dates else source


def sources_of(items: Iterable[tuple[object, Place]]) -> Sources:
    """The sources of items and their places; an item that can't be cited is a problem."""
    sources, problems = [], []
    for item, place in items:
        source = source_of_item(item) if isinstance(item, Mapping) else None
        if source and source.key:
            sources.append(replace(source, place=place))
        else:
            what = "This source has no `id`, so it can't be cited." if source else "This is no item of CSL data."
            problems.append(Problem("missing-key", what, place, "warning", "Each needs an `id` and a `type`."))
    return Sources(sources, problems)


def no_sources(place: Place) -> UnreadableFile:
    """A file that has no list of items where one should be."""
    return UnreadableFile(
        "There are no sources in this file.",
        place=place,
        advice="CSL data is a list of items, each with an `id` and a `type`.",
    )
