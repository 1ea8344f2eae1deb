"""Report values of CSL items that can't be read, because they don't have the shape that
the schema requires (csl-data.json).
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

#: Members that are true or false, which files spell in many ways.
_SWITCHES = frozenset(["circa", "comma-suffix", "parse-names", "static-ordering"])
_AS_NAMES = 'Write it as `[{"family": "Doe", "given": "Jane"}]`, and a group as `[{"literal": "WHO"}]`.'
_AS_DATE = 'Write it as `{"date-parts": [[2010, 5, 31]]}`.'
_AS_TEXT = "Write it as text."


def shape_problems(item: Mapping[str, object], source: Source) -> Iterator[Problem]:
    """Report the values of an item that are not read, or perhaps not as intended.

    Args:
        item: the item.
        source: the source that was read from it.
    """
    doubtful = {
        name: value
        for name, value in item.items()
        if not isinstance(value, str) or name in NAME_VARIABLES
    }
    read = source_to_csl_json(source_from_csl_json(doubtful))
    for name, value in doubtful.items():
        message = _message(source.key, name, value, read.get(name))
        if message is not None:
            advice = _advice(name)
            yield Problem("misshapen-value", message, source.place, "warning", advice)


def _message(key: str, name: str, value: object, read: object) -> str | None:
    if name not in ("id", "type") and read != value:
        left = _left_out(value, read)
        if left:
            return f"Of `{key}`, {', '.join(left)} can't be read in `{name}`."
    if name in NAME_VARIABLES and _has_text(value):
        return f"Of `{key}`, `{name}` has text for a name, which is not taken apart."
    return None


def _advice(name: str) -> str:
    if name in NAME_VARIABLES:
        return _AS_NAMES
    if name in DATE_VARIABLES:
        return _AS_DATE
    return _AS_TEXT


def _left_out(value: object, read: object) -> list[str]:
    """Return the texts and numbers of a value that are missing from what was read."""
    left = Counter(_leaves(value)) - Counter(_leaves(read))
    # A list of texts is read as one text that contains them.
    joined = [leaf for leaf in _leaves(read) if " " in leaf]
    return [f"`{leaf}`" for leaf in left if not any(leaf in text for text in joined)]


def _has_text(names: object) -> bool:
    people = names if isinstance(names, (list, tuple)) else (names,)
    return any(isinstance(person, str) and person for person in people)


def _leaves(value: object) -> Iterator[str]:
    """Yield the texts and numbers in a value, except empty texts and zeros.

    A month or day of 0 means that the date has no month or day.
    """
    nested = [value]
    while nested:
        part = nested.pop()
        if isinstance(part, Mapping):
            nested += [part[name] for name in part if name not in _SWITCHES]
        elif isinstance(part, (list, tuple)):
            nested += part
        elif part not in (None, "", 0, "0"):
            yield _plain(part)


def _plain(leaf: object) -> str:
    """Write a number as the reader does: "05" and 5.0 are 5."""
    if isinstance(leaf, bool):
        return str(leaf).lower()
    if isinstance(leaf, float) and leaf.is_integer():
        leaf = int(leaf)
    try:
        return str(int(str(leaf)))
    except ValueError:
        return str(leaf)
