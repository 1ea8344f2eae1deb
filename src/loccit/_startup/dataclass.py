"""`dataclass`, `field` and `replace` as in the standard library, for a program that
starts anew for every essay.

The standard decorator writes and compiles up to ten functions a class, half a
millisecond each class, and its module imports `inspect`, which takes 10 ms.  This one
compiles an `__init__` for each kind of class, in which only the names change; the other
methods are made without.  To type checkers it is the standard one, and at run time
`dataclasses.fields`, `asdict` and `replace` know its classes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from loccit._startup.renamed_code import compiled, placeholders, renamed

_ORDER = {
    "__lt__": operator.lt,
    "__le__": operator.le,
    "__gt__": operator.gt,
    "__ge__": operator.ge,
}
#: The default of a field that has none.
_MISSING: Any = object()


class _Field:
    """What `field` says of a field; the names are the standard ones."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        repr: bool = True,  # noqa: A002
        compare: bool = True,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.compare = compare

    @property
    def is_optional(self) -> bool:
        """Whether `__init__` may be called without it."""
        return not (self.default is self.default_factory is _MISSING)


def _dataclass(
    *, frozen: bool = False, slots: bool = False, order: bool = False
) -> Callable[[type], type]:
    """As `dataclasses.dataclass`, for a class without bases."""
    return lambda cls: _made(cls, frozen, slots, order)


def _made(cls: type, frozen: bool, slots: bool, order: bool) -> type:
    body = dict(cls.__dict__)
    annotations: dict[str, Any] = cls.__annotations__
    defaults = {name: body.pop(name) for name in annotations if name in body}
    fields = {name: _field_of(defaults.get(name, _MISSING)) for name in annotations}
    if slots:
        body["__slots__"] = tuple(fields)
        del body["__dict__"], body["__weakref__"]
    body["__match_args__"] = tuple(fields)
    body["__dataclass_fields__"] = standard_fields(annotations, defaults)
    body["__repr__"] = _repr([name for name, field in fields.items() if field.repr])
    compared = [name for name, field in fields.items() if field.compare]
    body.update(_comparisons(compared, order))
    if frozen:
        body["__setattr__"] = body["__delattr__"] = _refuse
        body["__reduce__"] = _reduce  # for `copy`
    else:
        body["__hash__"] = None
    scope: dict[str, Any] = {"_MISSING": _MISSING}
    body["__init__"] = _initializer(cls, fields, frozen, scope)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    for place, name in zip(placeholders(len(fields)), fields, strict=True):
        scope[f"new{place}"] = fields[name].default_factory
        if frozen:
            scope[f"set{place}"] = made.__dict__[name].__set__
    return made


def _field_of(default: Any) -> _Field:
    return default if isinstance(default, _Field) else _Field(default=default)


def _initializer(
    cls: type,
    fields: Mapping[str, _Field],
    frozen: bool,
    scope: dict[str, Any],
) -> Callable[..., None]:
    """Return `__init__`, which is compiled: it is called for every node of every
    rendering.

    Args:
        scope: the global names that it knows.
    """
    are_made = tuple(field.default_factory is not _MISSING for field in fields.values())
    code = _initializer_code(frozen, are_made, hasattr(cls, "__post_init__"))
    # A default that is made anew is `_MISSING` in the parameters.
    optional = [field.default for field in fields.values() if field.is_optional]
    made = renamed(code, list(fields), scope, optional)
    made.__annotations__ = {**cls.__annotations__, "return": None}
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


@cache
def _initializer_code(
    frozen: bool, are_made: Sequence[bool], is_checked: bool
) -> CodeType:
    """Compile the `__init__` of classes that differ in the names of their fields alone.

    Args:
        are_made: of each field, whether its default is made anew for each value.
        is_checked: whether the class has a `__post_init__`.
    """
    parameters = placeholders(len(are_made))
    lines = []
    for name, is_made in zip(parameters, are_made, strict=True):
        value = f"new{name}() if {name} is _MISSING else {name}" if is_made else name
        # A slot is set by its descriptor, past `__setattr__`.
        lines.append(
            f"set{name}(self, {value})" if frozen else f"self.{name} = {value}"
        )
    if is_checked:
        lines.append("self.__post_init__()")
    header = f"def __init__({', '.join(['self', *parameters])}):"
    return compiled("\n ".join([header, *(lines or ["pass"])]))


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    """What gets the values of the fields, to compare them."""
    return operator.attrgetter(*names) if names else lambda _: ()


def _comparisons(names: Sequence[str], order: bool) -> dict[str, Any]:
    """`__eq__`, `__hash__` and, of classes with an order, `__lt__` and the others, over
    the values of the fields.
    """
    values = _values(names)

    def comparison(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
        def method(self: Any, other: Any) -> Any:
            return (
                compare(values(self), values(other))
                if other.__class__ is self.__class__
                else NotImplemented
            )

        return method

    methods = {
        "__eq__": comparison(operator.eq),
        "__hash__": lambda self: hash(values(self)),
    }
    if order:
        methods |= {name: comparison(compare) for name, compare in _ORDER.items()}
    return methods


def _repr(names: Sequence[str]) -> Callable[[Any], str]:
    def method(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return method


def _refuse(self: object, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError  # only a mistake needs it

    raise FrozenInstanceError(f"cannot change field {name!r}")


def standard_fields(annotations: Mapping[str, Any], defaults: Mapping[str, Any]) -> Any:
    """Return `__dataclass_fields__`, made when somebody asks for it."""
    return _StandardFields(annotations, defaults)


class _StandardFields:
    """What makes it."""

    def __init__(
        self, annotations: Mapping[str, Any], defaults: Mapping[str, Any]
    ) -> None:
        self.body = {"__annotations__": annotations, **defaults}

    def __get__(self, instance: object, owner: type) -> Any:
        import dataclasses  # formatting a short essay doesn't ask

        body = {
            name: _standard_field(value) if isinstance(value, _Field) else value
            for name, value in self.body.items()
        }
        standard: Any = dataclasses.dataclass(type(owner.__name__, (), body))
        owner.__dataclass_fields__ = standard.__dataclass_fields__  # type: ignore[attr-defined]
        return standard.__dataclass_fields__


def _standard_field(field: _Field) -> Any:
    import dataclasses

    defaults = {"default": field.default, "default_factory": field.default_factory}
    given = {name: each for name, each in defaults.items() if each is not _MISSING}
    return dataclasses.field(**given, repr=field.repr, compare=field.compare)


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _replace(value: Any, /, **changes: Any) -> Any:
    """The value with some fields changed."""
    if hasattr(value, "__replace__"):  # a compiled record (compiling/records.py)
        return value.__replace__(**changes)
    for name in value.__match_args__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _Field, _replace
