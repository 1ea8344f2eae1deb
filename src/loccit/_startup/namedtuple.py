"""`NamedTuple` as in the standard library, which takes an eighth of a millisecond a
class: a short essay needs a hundred of them.  To type checkers it is the standard one.
"""

from __future__ import annotations

# The getter of `collections.namedtuple`, which is twice as fast as a property.
from _collections import _tuplegetter  # type: ignore[import-not-found]
from collections.abc import Iterable
from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from loccit._startup.renamed_code import compiled, placeholders, renamed

#: The global names of each `__new__`.
_SCOPE = {"_tuple_new": tuple.__new__}


class _Named(type):
    """Make a subclass of `tuple` of a class whose body has annotated names."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        names = tuple(body.setdefault("__annotations__", {}))
        defaults = {each: body.pop(each) for each in names if each in body}
        new: Any = renamed(_new_code(len(names)), names, _SCOPE, [*defaults.values()])
        new.__qualname__ = f"{body['__qualname__']}.__new__"
        new.__module__ = body["__module__"]
        getters = {each: _tuplegetter(place, "") for place, each in enumerate(names)}
        own = {
            "__slots__": (),
            "__new__": new,
            "__match_args__": names,
            "_fields": names,
            "_field_defaults": defaults,
        }
        return type(name, (tuple,), _METHODS | own | getters | body)


@cache
def _new_code(number: int) -> CodeType:
    """Compile the `__new__` of classes with so many fields."""
    fields = "".join(f"{name}, " for name in placeholders(number))
    return compiled(f"def __new__(cls, {fields}): return _tuple_new(cls, ({fields}))")


def _make(cls: Any, values: Iterable[Any]) -> Any:
    return cls(*values)


def _repr(self: Any) -> str:
    values = zip(self._fields, self, strict=True)
    named = ", ".join(f"{name}={value!r}" for name, value in values)
    return f"{type(self).__name__}({named})"


def _replace(self: Any, /, **changes: Any) -> Any:
    """The tuple with some fields changed."""
    return type(self)(**self._asdict() | changes)


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _arguments(self: Any) -> tuple[Any, ...]:
    """What `copy` and `pickle` make the tuple of."""
    return tuple(self)


_METHODS = {
    "__repr__": _repr,
    "__getnewargs__": _arguments,
    "_make": classmethod(_make),
    "_replace": _replace,
    "__replace__": _replace,  # for `copy.replace` of Python 3.13
    "_asdict": _asdict,
}

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
