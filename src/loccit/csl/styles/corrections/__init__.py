"""What a style says otherwise than its manual, and what CSL can't say: put right where
the style is loaded by id.

Each correction is a fact with its section of the manual, in a file named after the
style (`apa.py`), which also names the variants of the style that say the same
(`VARIANTS`, as "single-spaced").  A path to a style file gets that file and nothing
else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in
from loccit.csl.locales.xml import NAMESPACE, parse_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from loccit.csl.locales.locale import Locale
    from loccit.model import Source

_NAMESPACES = {"csl": NAMESPACE.strip("{}")}
#: What a macro that a correction wraps is called from then on.
_OWN = "{} (of the style)"


@dataclass(frozen=True, slots=True)
class Correction:
    """One fact: what the style prints, what the manual wants, and the change that makes
    it so.

    Attributes:
        section: of the manual.
        prints: what the style makes of a source.
        wants: what the manual has.
        macros: CSL macros that take the place of the style's; one that calls its own name calls the style's.
        insert: XPath of elements to a CSL element that is put before each; `csl:` is the namespace.
        remove: XPath of elements that go.
        attributes: XPath of elements to attributes that they are given.
        terms: English CSL terms that the style adds.
        source: what is done to each source before it is rendered.
    """

    section: str
    prints: str
    wants: str
    macros: str = ""
    insert: tuple[tuple[str, str], ...] = ()
    remove: tuple[str, ...] = ()
    attributes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    terms: str = ""
    source: Callable[[Source, Locale], Source] | None = None


def corrections_of(style_id: str) -> tuple[Correction, ...]:
    """The corrections of an installed style; none for most.

    >>> [found.section for found in corrections_of("apa")][:1]
    ['6.17']
    >>> corrections_of("apa-single-spaced") == corrections_of("apa"), corrections_of("apa-6th-edition")
    (True, ())
    """
    words = style_id.split("-")
    for end in range(len(words), 0, -1):
        name, variant = "_".join(words[:end]), "-".join(words[end:])
        if name in names_in(__name__):
            style = import_module(f"{__name__}.{name}")
            found: tuple[Correction, ...] = (
                style.CORRECTIONS if not variant or variant in style.VARIANTS else ()
            )
            return found
    return ()


def correct(root: _Element, corrections: tuple[Correction, ...]) -> None:
    """Changes a style's XML.  A place that the style no longer has is passed over: it
    was put right there.
    """
    for correction in corrections:
        for macro in _fragment(correction.macros):
            _wrap_macro(root, macro)
        for path, xml in correction.insert:
            for place in _places(root, path):
                for element in _fragment(xml):
                    place.addprevious(element)
        for path in correction.remove:
            for place in _places(root, path):
                parent = place.getparent()
                assert parent is not None
                parent.remove(place)
        for path, attributes in correction.attributes:
            for place in _places(root, path):
                for name, value in attributes:
                    place.set(name, value)
        if correction.terms:
            root.insert(
                0,
                _fragment(
                    f'<locale xml:lang="en"><terms>{correction.terms}</terms></locale>'
                )[0],
            )


def _places(root: _Element, path: str) -> list[_Element]:
    found = root.xpath(path, namespaces=_NAMESPACES)
    assert isinstance(found, list)
    return found  # type: ignore[return-value]  # the paths name elements


def _fragment(xml: str) -> list[_Element]:
    if not xml:
        return []
    wrapped = f'<style xmlns="{NAMESPACE.strip("{}")}">{xml}</style>'
    return list(parse_xml(wrapped.encode(), "corrections"))


def _wrap_macro(root: _Element, macro: _Element) -> None:
    name = str(macro.get("name"))
    own = name
    while _places(
        root, f'csl:macro[@name="{own}"]'
    ):  # another correction may have wrapped it before
        own = _OWN.format(own)
    for old in _places(root, f'csl:macro[@name="{name}"]'):
        old.set("name", own)
    for call in macro.iter(NAMESPACE + "text"):
        if call.get("macro") == name:
            call.set("macro", own)
    root.insert(0, macro)
