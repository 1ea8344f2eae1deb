"""`dataclass` and `replace` as in the standard library, for a program that starts anew
for every essay.

The standard decorator writes and compiles up to ten functions a class, half a
millisecond each class, which for all of ours was a fifth of a run.  This one compiles
`__init__`; the other methods are made without.  To type checkers it is the standard
one, and at run time `dataclasses.fields`, `asdict` and `replace` know its classes.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

_ORDER = {
    "__lt__": operator.lt,
    "__le__": operator.le,
    "__gt__": operator.gt,
    "__ge__": operator.ge,
}


def _dataclass(
    *, frozen: bool = False, slots: bool = False, order: bool = False
) -> Callable[[type], type]:
    """As `dataclasses.dataclass`, for a class without bases."""
    return lambda cls: _made(cls, frozen, slots, order)


def _made(cls: type, frozen: bool, slots: bool, order: bool) -> type:
    body = dict(cls.__dict__)
    annotations: dict[str, Any] = cls.__annotations__
    defaults = {name: body.pop(name) for name in annotations if name in body}
    fields = {
        name: _field(defaults.get(name, dataclasses.MISSING)) for name in annotations
    }
    if slots:
        body["__slots__"] = tuple(fields)
        del body["__dict__"], body["__weakref__"]
    body["__match_args__"] = tuple(fields)
    body["__dataclass_fields__"] = standard_fields(annotations, defaults)
    body["__repr__"] = _repr(
        tuple(name for name, field in fields.items() if field.repr)
    )
    body.update(
        _comparisons(
            tuple(name for name, field in fields.items() if field.compare), order
        )
    )
    if frozen:
        body["__setattr__"] = body["__delattr__"] = _refuse
        body["__reduce__"] = lambda self: (
            type(self),
            tuple(getattr(self, name) for name in fields),
        )  # for `copy`
    else:
        body["__hash__"] = None
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__init__ = _initializer(made, fields, frozen)  # type: ignore[misc]
    return made


def _field(default: Any) -> dataclasses.Field[Any]:
    return (
        default
        if isinstance(default, dataclasses.Field)
        else dataclasses.field(default=default)
    )


def _initializer(
    cls: type, fields: Mapping[str, dataclasses.Field[Any]], frozen: bool
) -> Callable[..., None]:
    """`__init__`, compiled: it is called for every node of every rendering."""
    scope: dict[str, Any] = {"_MISSING": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for name, field in fields.items():
        parameter = value = name
        if field.default is not dataclasses.MISSING:
            parameter, scope[f"_default_{name}"] = (
                f"{name}=_default_{name}",
                field.default,
            )
        elif field.default_factory is not dataclasses.MISSING:
            parameter, scope[f"_new_{name}"] = f"{name}=_MISSING", field.default_factory
            value = f"_new_{name}() if {name} is _MISSING else {name}"
        parameters.append(parameter)
        if frozen:  # a slot is set by its descriptor, past `__setattr__`
            scope[f"_set_{name}"] = cls.__dict__[name].__set__
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(
        f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]),
        scope,
    )
    made: Callable[..., None] = scope["__init__"]
    made.__annotations__ = {**cls.__annotations__, "return": None}
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """What gets the values of the fields, to compare them."""
    return operator.attrgetter(*names) if names else lambda _: ()


def _comparisons(names: tuple[str, ...], order: bool) -> dict[str, Any]:
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


def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
    def method(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return method


def _refuse(self: object, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


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
        standard: Any = dataclasses.dataclass(type(owner.__name__, (), dict(self.body)))
        owner.__dataclass_fields__ = standard.__dataclass_fields__  # type: ignore[attr-defined]
        return standard.__dataclass_fields__


def _replace(value: Any, /, **changes: Any) -> Any:
    """The value with some fields changed."""
    for name in value.__match_args__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    dataclass, replace = _dataclass, _replace
