"""All that is wrong with a style: what the schema says, and what no schema can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loccit.csl.locales.find_style import unknown_style
from loccit.csl.locales.installed import has_locale, style_path
from loccit.csl.locales.xml import LANG, NAMESPACE, child, parse_xml, tag
from loccit.csl.styles.check.against_schema import Fault, against_schema
from loccit.csl.styles.check.macros import macro_faults
from loccit.csl.styles.check.places import Places
from loccit.errors import InvalidStyle
from loccit.model import Place, Problem, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEVERITIES: dict[str, Severity] = {"unused-macro": "note", "unknown-locale": "warning"}


def check_style(data: bytes, path: str) -> list[Problem]:
    """What is wrong with a CSL file's content, in the order of places.

    >>> style = b'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><citation/></style>'
    >>> for problem in check_style(style, "own.csl"):
    ...     print(problem)
    own.csl:1:1: error: `<style>` needs the attribute `class`.
    own.csl:1:1: error: `<style>` needs `<info>` in it.
    own.csl:1:62: error: `<citation>` needs `<layout>` in it.
    """
    try:
        root = parse_xml(data, path)
        places = Places(root, data, path)
    except InvalidStyle as error:
        return [
            Problem(
                "not-well-formed", error.message, error.place or Place(path), "error"
            )
        ]
    if root.tag != f"{NAMESPACE}style":
        message = f"This is `<{tag(root)}>`, not a CSL style."
        advice = (
            ""
            if tag(root) != "style"
            else f"It needs `xmlns={NAMESPACE.strip('{}')!r}`."
        )
        return [Problem("not-a-style", message, places.element(root), "error", advice)]
    faults = [
        *against_schema(root),
        *macro_faults(root),
        *_locale_faults(root),
        *_parent_faults(root),
    ]
    return sorted(
        (_problem(fault, places) for fault in faults), key=lambda problem: problem.place
    )


def _problem(fault: Fault, places: Places) -> Problem:
    place = (
        places.attribute(fault.element, fault.attribute)
        if fault.attribute
        else places.element(fault.element)
    )
    return Problem(
        fault.rule,
        fault.message,
        place,
        _SEVERITIES.get(fault.rule, "error"),
        fault.advice,
    )


def _locale_faults(root: _Element) -> Iterator[Fault]:
    """Languages that there are no words of; English would be printed."""
    named = [
        (root, "default-locale"),
        *((locale, LANG) for locale in root.iterchildren(f"{NAMESPACE}locale")),
    ]
    for element, attribute in named:
        lang = element.get(attribute)
        if lang and not has_locale(lang):
            advice = "Write it as in `en-GB` or `de-DE`."
            yield Fault(
                element,
                attribute,
                "unknown-locale",
                f"There is no locale of the language `{lang}`.",
                advice,
            )


def _parent_faults(root: _Element) -> Iterator[Fault]:
    """A dependent style is nothing without its parent."""
    info = child(root, "info")
    for link in info.iterchildren(f"{NAMESPACE}link") if info is not None else ():
        parent = (link.get("href") or "").rstrip("/").rpartition("/")[2]
        if link.get("rel") == "independent-parent" and style_path(parent) is None:
            error = unknown_style(parent)
            yield Fault(
                link,
                "href",
                "missing-parent",
                f"The parent of this style is missing: {parent}.",
                error.advice,
            )
