"""Sources to the text of a file, in any format that can be written, and what that
format can't hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit.bibliography.formats import Format, format_to_write, written
from loccit.errors import LoccitError
from loccit.model import Problem, Source


def write_sources(sources: Iterable[Source], format_name: str) -> str:
    """The sources as the text of a file.

    Raises:
        LoccitError: no format of that name.

    >>> print(write_sources([Source("doe", "book", {"title": "A book"})], "csl-yaml"), end="")
    references:
    - id: doe
      type: book
      title: A book
    """
    return _format(format_name).write(sources)


def losses(sources: Iterable[Source], format_name: str) -> Iterator[Problem]:
    """A warning for each source that the format can't hold whole.

    Raises:
        LoccitError: no format of that name.

    >>> [problem.message for problem in losses([Source("doe", "book", {"title": "A", "references": "B"})], "bibtex")]
    ["Of `doe`, bibtex can't hold `references` whole."]
    """
    format_ = _format(format_name)
    for source in sources:
        if lost := list(format_.lost(source)):
            names = ", ".join(f"`{name}`" for name in lost)
            yield Problem(
                "not-carried",
                f"Of `{source.key}`, {format_.NAME} can't hold {names} whole.",
                source.place,
                "warning",
            )


def _format(name: str) -> Format:
    format_ = format_to_write(name)
    if format_ is None:
        known = ", ".join(f"`{known}`" for known in written())
        raise LoccitError(
            f"There is no bibliography format `{name}`.", advice=f"There are {known}."
        )
    return format_
