"""A source in one line, with what distinguishes it from the others in a list."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Source
from loccit.values.names import makers, surname

#: A line names so many people; of more, it names the first.
_MOST_NAMES = 2


class Summary(NamedTuple):
    """Plain text, `""` for what a source lacks."""

    key: str
    author: str
    year: str
    title: str
    type: str


def summarize(source: Source) -> Summary:
    """Return a source in one line.

    >>> from loccit.model import Name
    >>> doe = {"author": (Name("Doe", "Jane"),), "title": "On <i>Emma</i>"}
    >>> summarize(Source("doe", "book", doe))
    Summary(key='doe', author='Doe', year='', title='On Emma', type='book')
    """
    title = source.plain("title")
    return Summary(source.key, _author(source), _year(source), title, source.type)


def _author(source: Source) -> str:
    names = [surname(name) for name in makers(source)]
    if len(names) > _MOST_NAMES:
        return f"{names[0]} et al."
    return " & ".join(names)


def _year(source: Source) -> str:
    issued = source.date("issued")
    if issued is None:
        return ""
    return str(issued.start.year) if issued.start else issued.literal or issued.raw
