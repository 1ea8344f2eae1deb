"""The actions: what one is, and all that exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.plugins import modules_in
from loccit.bibliography.formats.bibtex.converters import DOI, VERBATIM
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.tidy import fields, layout, order
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.bibliography.formats.bibtex.tidy.file import TidyFile
from loccit.model import Edit

_TEXT = frozenset(row.field for row in FIELDS if row.converter not in (DOI, VERBATIM))
_TEXT_IN_TABLE = _TEXT - {"eprint"}
_TEXT_ALIASES = frozenset(
    alias for alias, field in ALIASES.items() if field in _TEXT_IN_TABLE
)
#: The fields that are read as TeX, unlike URLs and identifiers.
TEXT_FIELDS = _TEXT_IN_TABLE | _TEXT_ALIASES | {"subtitle", "booksubtitle"}


class Action(NamedTuple):
    """One way to tidy.

    Attributes:
        name: the option of `loccit tidy`.
        help: what the action does, in one sentence.
        of_entry: makes the edits of one entry's text, if the action changes entries.
        of_file: makes the edits of a file's text, if it changes the order of entries.
        keeps_meaning: whether each entry is read as the same source afterwards.
        moves_fields: whether fields change lines, where a comment between them would be
            lost.
    """

    name: str
    help: str
    of_entry: Callable[[TidyEntry], Iterable[Edit]] | None = None
    of_file: Callable[[TidyFile], Iterable[Edit]] | None = None
    keeps_meaning: bool = True
    moves_fields: bool = False


def actions(omitted: Collection[str] = ()) -> Iterator[Action]:
    """Yield every action in the order in which they are applied.

    Args:
        omitted: names of fields; if there are any, one more action removes them.
    """
    for folder in (fields, layout, order):
        for module in modules_in(folder.__name__):
            action: Action = module.ACTION
            yield action
        if folder is fields and omitted:
            yield _omitting(frozenset(name.lower() for name in omitted))


def _omitting(names: frozenset[str]) -> Action:
    def omit(entry: TidyEntry) -> Iterator[Edit]:
        return entry.without([name for name in entry.parts.fields if name in names])

    return Action("omit", "Remove these fields.", of_entry=omit, keeps_meaning=False)
