"""Keep installed styles as they were read and corrected, for the next run."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from loccit._startup.dataclass import replace
from loccit._startup.plain_records import Table
from loccit.csl.elements.choose import Branch, Choose
from loccit.csl.elements.conditions import TESTS, TypeTest
from loccit.csl.elements.date import DateElement
from loccit.csl.elements.group import Group
from loccit.csl.elements.label import Label, NamesLabel
from loccit.csl.elements.name_list import EtAl
from loccit.csl.elements.names import Names
from loccit.csl.elements.number import Number
from loccit.csl.elements.text import TextMacro, TextTerm, TextValue, TextVariable
from loccit.csl.locales.installed import styles_folder
from loccit.csl.locales.kept_trees import kept_tree
from loccit.csl.locales.locale import LAYER_RECORDS, Locale
from loccit.csl.output_tree import PLAIN
from loccit.csl.styles.style import CitationOptions, Layout, SortKey, Style
from loccit.model import BibliographyOptions, Source

#: What changes a source before it is rendered.
Preparation: TypeAlias = Callable[[Source, Locale], Source]

_ELEMENTS: tuple[type, ...] = (
    *(Branch, Choose, DateElement, EtAl, Group, Label, Names, NamesLabel, Number),
    *(TextMacro, TextTerm, TextValue, TextVariable),
)
#: The conditions, which are classes as well as functions that make values of them.
_TESTS = tuple(test for test in TESTS.values() if isinstance(test, type))
_RECORDS: tuple[type, ...] = (
    *(Style, Layout, SortKey, CitationOptions, BibliographyOptions),
    *(*_ELEMENTS, TypeTest, *_TESTS, *LAYER_RECORDS),
)
RECORDS_OF_STYLES = Table(_RECORDS, [PLAIN])

#: The modules in which functions that a kept style names are looked for.
_CORRECTIONS = "loccit.csl.styles.corrections"


def kept_style(path: Path, read: Callable[[Path], Style]) -> Style:
    """Return an installed style from the cache, or read it.

    A dependent style is read: it changes when its parent does.
    """
    if path.parent != styles_folder():
        return read(path)

    def make() -> tuple[Style, tuple[str, ...]]:
        style = read(path)
        return replace(style, prepare=()), tuple(map(_name, style.prepare))

    name = f"style-{path.stem}"
    style, prepare = kept_tree(name, [path], RECORDS_OF_STYLES, make)
    return replace(style, prepare=tuple(map(_function, prepare)))


def _name(function: Preparation) -> str:
    """Return where a function is, as `module.name` among the corrections."""
    path = f"{function.__module__}.{function.__name__}"
    assert _function(path.removeprefix(f"{_CORRECTIONS}.")) is function
    return path.removeprefix(f"{_CORRECTIONS}.")


def _function(name: str) -> Preparation:
    module, _, function = name.rpartition(".")
    found: Preparation = getattr(import_module(f"{_CORRECTIONS}.{module}"), function)
    return found
