"""Type what is said about people after their names, as exports have it: no format of a
library has another place for a user name.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.model import Name, Source


def with_typed_annotations(source: Source) -> Source:
    """Return a source whose names have no annotations, but end with them.

    An entry that is written as it was read has its own.

    >>> nypl = Name(literal="New York Public Library", annotation="[@nypl]")
    >>> with_typed_annotations(Source("a", "post", {"author": (nypl,)})).names("author")[0].literal
    'New York Public Library (@nypl)'
    """
    typed = {
        variable: tuple(map(_typed, names))
        for variable, names in source.variables.items()
        if isinstance(names, tuple) and any(name.annotation for name in names)
    }
    if not typed or source.original:
        return source
    return replace(source, variables={**source.variables, **typed})


def _typed(name: Name) -> Name:
    if not name.annotation:
        return name
    words = f"({name.annotation[1:-1]})"
    if name.literal:
        return replace(name, literal=f"{name.literal} {words}", annotation="")
    return replace(name, given=f"{name.given} {words}".strip(), annotation="")
