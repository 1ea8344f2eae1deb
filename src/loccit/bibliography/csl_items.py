"""CSL items, as JSON and YAML files and the front matter of essays have them, to sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit.bibliography.dates import read_date
from loccit.bibliography.source_file import Sources
from loccit.errors import UnreadableFile
from loccit.model import Date, Place, Problem, Source, Value
from loccit.model.csl_json import source_from_csl_json
from loccit.model.dataclass import replace
from loccit.model.doi import plain_doi
from loccit.model.note_variables import taken_from_note
from loccit.model.pattern import pattern

_WORD = pattern(r"[^\W\d_][\w'’-]*")
#: Letters of a word that a headline writes with a capital, but for prepositions; how many such words are a headline.
_LONG, _ENOUGH = 4, 3
_SMALL = frozenset(
    [
        *(
            "about",
            "after",
            "against",
            "among",
            "before",
            "between",
            "beyond",
            "during",
            "from",
            "into",
            "onto",
            "over",
        ),
        *("than", "that", "through", "toward", "under", "upon", "when", "with", "within", "without"),
    ]
)


def source_of_item(item: Mapping[str, object]) -> Source:
    """The source that an item describes, with what Zotero's users write into its note; dates that are text are read.

    A title that is plainly in headline case is marked as such: CSL-JSON's should be in sentence case, but many are not.

    >>> source_of_item({"id": "a", "issued": "2010-05"}).date("issued").start
    DateParts(year=2010, month=5, day=None)
    """
    source = taken_from_note(source_from_csl_json(item))
    dates: dict[str, Value] = {
        name: read_date(value.raw) or value
        for name, value in source.variables.items()
        if isinstance(value, Date) and value.raw and not value.start
    }
    if doi := source.text("DOI"):
        dates["DOI"] = plain_doi(doi)
    return replace(source, variables={**source.variables, **dates}, headline=_is_headline(source.plain("title")))


def _is_headline(title: str) -> bool:
    """Whether all of a title's longer words have capitals, and there are enough of them not to be one long name."""
    words = [word for word in _WORD.findall(title)[1:] if len(word) >= _LONG and word not in _SMALL]
    return len(words) >= _ENOUGH and all(word[0].isupper() for word in words) and not title.isupper()


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
