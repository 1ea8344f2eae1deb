"""Correct installed styles where they differ from their manuals, or CSL can't say it.

Each correction is one fact with its section of the manual, in a file named after the
style (`apa.py`).  The file also names the variants of the style that are corrected
likewise (`VARIANTS`, as "single-spaced"; `*` is any text).  A style that is loaded from a
path is never corrected.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in
from loccit.csl.locales.xml import NAMESPACE, parse_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from loccit.csl.locales.locale import Locale
    from loccit.model import Source

#: XPath of elements of a style, with the prefix `csl`.
Path: TypeAlias = str
#: The name and the value of an attribute.
AttributeValue: TypeAlias = tuple[str, str]

_NAMESPACES = {"csl": NAMESPACE.strip("{}")}
#: The new name of a macro that a correction replaces.
_OWN = "{} (of the style)"


@dataclass(frozen=True, slots=True)
class Correction:
    """One fact: what the style prints, what the manual wants, and how to change that.

    Attributes:
        section: of the manual.
        prints: what the style makes of a source.
        wants: what the manual has.
        macros: CSL macros that replace the style's; one that calls its own name calls
            the style's.
        insert: elements, and CSL to put before each.
        remove: elements to remove.
        attributes: elements, and attributes to set on each.
        terms: English CSL terms to add to the style.
        terms_abroad: other languages, and CSL terms of each to add.
        source: changes each source before it is rendered.
        list_heading: heads the list in English.
    """

    section: str
    prints: str
    wants: str
    macros: str = ""
    insert: tuple[tuple[Path, str], ...] = ()
    remove: tuple[Path, ...] = ()
    attributes: tuple[tuple[Path, tuple[AttributeValue, ...]], ...] = ()
    terms: str = ""
    terms_abroad: tuple[tuple[str, str], ...] = ()
    source: Callable[[Source, Locale], Source] | None = None
    list_heading: str = ""


def corrections_of(style_id: str) -> tuple[Correction, ...]:
    """The corrections of an installed style; most have none.

    >>> [found.section for found in corrections_of("apa")][:1]
    ['6.17']
    >>> corrections_of("apa-single-spaced") == corrections_of("apa"), corrections_of("apa-6th-edition")
    (True, ())
    """
    words = style_id.split("-")
    modules = names_in(__name__)
    for end in range(len(words), 0, -1):
        name, variant = "_".join(words[:end]), "-".join(words[end:])
        if name in modules:
            return _corrections_in(f"{__name__}.{name}", variant)
    return ()


def _corrections_in(module: str, variant: str) -> tuple[Correction, ...]:
    style = import_module(module)
    if variant and not any(fnmatchcase(variant, each) for each in style.VARIANTS):
        return ()
    corrections: tuple[Correction, ...] = style.CORRECTIONS
    return corrections


def correct(root: _Element, corrections: tuple[Correction, ...]) -> None:
    """Change a style's XML.

    An element that a new version of the style no longer has is skipped.
    """
    for correction in corrections:
        for macro in _fragment(correction.macros):
            _replace_macro(root, macro)
        for path, xml in correction.insert:
            for place in _places(root, path):
                for element in _fragment(xml):
                    place.addprevious(element)
        for path in correction.remove:
            for place in _places(root, path):
                _remove(place)
        for path, attributes in correction.attributes:
            for place in _places(root, path):
                for name, value in attributes:
                    place.set(name, value)
        if correction.terms:
            root.insert(0, _locale("en", correction.terms))
        for language, terms in correction.terms_abroad:
            root.insert(0, _locale(language, terms))


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _locale(language: str, terms: str) -> _Element:
    xml = f'<locale xml:lang="{language}"><terms>{terms}</terms></locale>'
    return _fragment(xml)[0]


def _places(root: _Element, path: Path) -> list[_Element]:
    found = root.xpath(path, namespaces=_NAMESPACES)
    assert isinstance(found, list)
    return found  # type: ignore[return-value]  # the paths select elements


def _fragment(xml: str) -> list[_Element]:
    """The elements in a piece of CSL."""
    if not xml:
        return []
    wrapped = f'<style xmlns="{_NAMESPACES["csl"]}">{xml}</style>'
    return list(parse_xml(wrapped.encode(), "corrections"))


def _replace_macro(root: _Element, macro: _Element) -> None:
    """Rename the style's macro, so that the new one can call it, and add the new one."""
    name = str(macro.get("name"))
    own = _unused_name(root, name)
    for old in _macros(root, name):
        old.set("name", own)
    for call in macro.iter(NAMESPACE + "text"):
        if call.get("macro") == name:
            call.set("macro", own)
    root.insert(0, macro)


def _unused_name(root: _Element, name: str) -> str:
    """A name for the style's macro; another correction may have renamed it before."""
    while _macros(root, name):
        name = _OWN.format(name)
    return name


def _macros(root: _Element, name: str) -> list[_Element]:
    return _places(root, f'csl:macro[@name="{name}"]')
