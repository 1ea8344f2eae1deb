"""Write the methods of records out, for the compiler.

mypyc leaves what the decorator `dataclass` adds to the interpreter: `__init__`, `__eq__`
and `__hash__` of the records would be a fifth of the time of a compiled thesis.  Written
out, they are compiled.  The package itself keeps its short classes; only the copy that
is compiled is changed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIRST_LINE = "from __future__ import annotations"
_IMPORTS = """
import typing
from loccit._startup.dataclass import standard_fields
"""
_INDENT = "    "
_FIELD = ("field", "dataclasses.field")
_COMPARISONS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


@dataclass(frozen=True)
class Field:
    """A field of a record.

    Attributes:
        value: the default as the class has it, perhaps in a call of `field`.
        default: the default value, as it is written in the source.
        factory: what makes it anew for each value.
        is_compared, is_shown: whether `__eq__` and `__repr__` have it.
    """

    name: str
    type: str
    value: str = ""
    default: str = ""
    factory: str = ""
    is_compared: bool = True
    is_shown: bool = True


@dataclass(frozen=True)
class Record:
    """A class with the decorator `dataclass`."""

    name: str
    docstring: str
    fields: Sequence[Field]
    is_frozen: bool
    has_order: bool
    methods: frozenset[str]


def with_records_written_out(source: str) -> str:
    """Return a module's source without its decorators `dataclass`.

    >>> span = "@dataclass(frozen=True)\\nclass Span:\\n    start: int\\n    end: int = 0"
    >>> written_out = with_records_written_out(span).splitlines()
    >>> [line.strip() for line in written_out if "start: int" in line]
    ['def __init__(self, start: int, end: int = 0) -> None:']
    """
    lines = source.splitlines()
    found = [node for node in ast.parse(source).body if _decorator(node)]
    for node in reversed(found):
        assert isinstance(node, ast.ClassDef)
        _write_out(node, lines)
    text = "\n".join(lines) + "\n"
    return text.replace(_FIRST_LINE, _FIRST_LINE + _IMPORTS, 1) if found else text


def _decorator(node: ast.stmt) -> ast.Call | None:
    """Return the decorator `dataclass(...)` of a class."""
    for each in node.decorator_list if isinstance(node, ast.ClassDef) else ():
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "dataclass":
            return each
    return None


def _write_out(node: ast.ClassDef, lines: list[str]) -> None:
    """Put the methods of a record in the place of its fields."""
    declared = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    decorator = _decorator(node)
    assert decorator is not None
    for each in reversed(declared):
        assert each.end_lineno is not None
        del lines[each.lineno - 1 : each.end_lineno]
    place = _after_docstring(node)
    generated = "\n\n".join(_members(_record(node, decorator, declared)))
    lines[place:place] = [
        _INDENT + line if line else "" for line in [*generated.splitlines(), ""]
    ]
    del lines[decorator.lineno - 1 : decorator.end_lineno]


def _after_docstring(node: ast.ClassDef) -> int:
    """Return how many lines are before the members of a class."""
    docstring = node.body[0] if ast.get_docstring(node) else None
    if docstring is None or docstring.end_lineno is None:
        return node.lineno
    return docstring.end_lineno


def _record(
    node: ast.ClassDef, decorator: ast.Call, declared: Sequence[ast.AnnAssign]
) -> Record:
    options = {each.arg for each in decorator.keywords}
    methods = (each.name for each in node.body if isinstance(each, ast.FunctionDef))
    return Record(
        node.name,
        ast.get_docstring(node) or "",
        [_field(each) for each in declared],
        is_frozen="frozen" in options,
        has_order="order" in options,
        methods=frozenset(methods),
    )


def _field(declared: ast.AnnAssign) -> Field:
    name, type_ = ast.unparse(declared.target), ast.unparse(declared.annotation)
    value = declared.value
    if value is None:
        return Field(name, type_)
    if not (isinstance(value, ast.Call) and ast.unparse(value.func) in _FIELD):
        return Field(name, type_, ast.unparse(value), ast.unparse(value))
    given = {each.arg: ast.unparse(each.value) for each in value.keywords}
    return Field(
        name,
        type_,
        ast.unparse(value),
        given.get("default", ""),
        given.get("default_factory", ""),
        is_compared=given.get("compare") != "False",
        is_shown=given.get("repr") != "False",
    )


def _members(record: Record) -> Iterator[str]:
    """Write the members that the decorator would add."""
    names = tuple(field.name for field in record.fields)
    # mypyc keeps no docstrings; mypy wants this one to be a variable of the instance
    yield f"__doc__: typing.ClassVar[str] = {record.docstring!r}  # type: ignore[misc]"
    compared = [field.name for field in record.fields if field.is_compared]
    equal = " and ".join(f"self.{name} == other.{name}" for name in compared)
    yield f"__match_args__: typing.ClassVar[typing.Any] = {names!r}"
    yield _standard_fields(record)
    yield _initializer(record)
    yield _method(
        "__eq__",
        "other: object",
        "bool",
        f"if not isinstance(other, {record.name}):",
        "    return NotImplemented",
        f"return {equal or 'True'}",
    )
    if record.is_frozen:
        yield _method(
            "__hash__", "", "int", f"return hash({_values('self', compared)})"
        )
    if "__repr__" not in record.methods:
        shown = [field.name for field in record.fields if field.is_shown]
        parts = ", ".join(f"{name}={{self.{name}!r}}" for name in shown)
        yield _method("__repr__", "", "str", f'return f"{record.name}({parts})"')
    yield _method(
        "__reduce__",
        "",
        "tuple[typing.Any, ...]",
        f"return ({record.name}, {_values('self', names)})",
    )
    yield _replacement(record)
    for name, sign in _COMPARISONS.items() if record.has_order else ():
        yield _method(
            name,
            f"other: {record.name}",
            "bool",
            f"return {_values('self', compared)} {sign} {_values('other', compared)}",
        )


def _standard_fields(record: Record) -> str:
    types = {field.name: field.type for field in record.fields}
    values = (f"{each.name!r}: {each.value}" for each in record.fields if each.value)
    return (
        "__dataclass_fields__: typing.ClassVar[dict[str, typing.Any]] = "
        f"standard_fields({types!r}, {{{', '.join(values)}}})"
    )


def _replacement(record: Record) -> str:
    """Write `__replace__`, which `replace` calls (`copy.replace` of Python 3.13)."""
    values = (
        f'changes.pop("{field.name}") if "{field.name}" in changes else self.{field.name},'
        for field in record.fields
    )
    return _method(
        "__replace__",
        "**changes: typing.Any",
        record.name,
        f"made = {record.name}(",
        *(_INDENT + value for value in values),
        ")",
        "if changes:",
        '    raise TypeError(f"unexpected fields {list(changes)}")',
        "return made",
    )


def _initializer(record: Record) -> str:
    parameters, lines = [], []
    for field in record.fields:
        parameter, value = f"{field.name}: {field.type}", field.name
        if field.default:
            parameter += f" = {field.default}"
        elif field.factory:
            parameter += " | None = None"
            value = f"{field.factory}() if {field.name} is None else {field.name}"
        type_ = f"typing.Final[{field.type}]" if record.is_frozen else field.type
        parameters.append(parameter)
        lines.append(f"self.{field.name}: {type_} = {value}")
    if "__post_init__" in record.methods:
        lines.append("self.__post_init__()")
    return _method("__init__", ", ".join(parameters), "None", *(lines or ["pass"]))


def _method(name: str, parameters: str, returns: str, *lines: str) -> str:
    head = f"def {name}({', '.join(filter(None, ['self', parameters]))}) -> {returns}:"
    return "\n".join([head, *(_INDENT + line for line in lines)])


def _values(of: str, names: Sequence[str]) -> str:
    """Write a tuple of the values of fields."""
    return "(" + "".join(f"{of}.{name}, " for name in names) + ")"
