"""What is not read of a CSL item, because its values are not of the shape they should
have (csl-data.json).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from loccit.model import Problem, Source
from loccit.model.csl_json import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    source_from_csl_json,
    source_to_csl_json,
)

#: What is true or false, in one spelling or another.
_SWITCHES = frozenset(["circa", "comma-suffix", "parse-names", "static-ordering"])
_AS_NAMES = 'Write it as `[{"family": "Doe", "given": "Jane"}]`, and a group as `[{"literal": "WHO"}]`.'
_AS_DATE = 'Write it as `{"date-parts": [[2010, 5, 31]]}`.'
_AS_TEXT = "Write it as text."


def shape_problems(item: Mapping[str, object], source: Source) -> Iterator[Problem]:
    """What of an item is not read, or may not be read as it is meant; `source` is what
    is read of it.
    """
    doubtful = {
        name: value
        for name, value in item.items()
        if not isinstance(value, str) or name in NAME_VARIABLES
    }
    read = source_to_csl_json(source_from_csl_json(doubtful))
    for name, value in doubtful.items():
        advice = (
            _AS_NAMES
            if name in NAME_VARIABLES
            else _AS_DATE
            if name in DATE_VARIABLES
            else _AS_TEXT
        )
        if (
            name not in ("id", "type")
            and read.get(name) != value
            and (left := _left_out(value, read.get(name)))
        ):
            message = f"Of `{source.key}`, {', '.join(left)} can't be read in `{name}`."
        elif name in NAME_VARIABLES and _has_text(value):
            message = f"Of `{source.key}`, `{name}` has text for a name, which is not taken apart."
        else:
            continue
        yield Problem("misshapen-value", message, source.place, "warning", advice)


def _left_out(value: object, read: object) -> list[str]:
    """Each text and number of a value that is not in what is read of it."""
    left = Counter(_leaves(value)) - Counter(_leaves(read))
    return [
        f"`{leaf}`" for leaf in left if not (isinstance(read, str) and leaf in read)
    ]  # of several texts, one


def _has_text(names: object) -> bool:
    people = names if isinstance(names, (list, tuple)) else (names,)
    return any(isinstance(person, str) and person for person in people)


def _leaves(value: object) -> Iterator[str]:
    """The texts and numbers that a value consists of; an empty text is none, nor is a
    month or day of 0.
    """
    nested = [value]
    while nested:
        part = nested.pop()
        if isinstance(part, Mapping):
            nested += (of_it for name, of_it in part.items() if name not in _SWITCHES)
        elif isinstance(part, (list, tuple)):
            nested += part
        elif part not in (None, "", 0, "0"):
            yield _plain(part)


def _plain(leaf: object) -> str:
    """A number as it is read: "05" and 5.0 are 5."""
    if isinstance(leaf, bool):
        return str(leaf).lower()
    if isinstance(leaf, float) and leaf.is_integer():
        leaf = int(leaf)
    try:
        return str(int(str(leaf)))
    except ValueError:
        return str(leaf)
