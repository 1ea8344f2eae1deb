"""Find all problems of a style: by the schema, and by rules that no schema can have."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from loccit.csl.locales.find_style import unknown_style
from loccit.csl.locales.installed import has_locale, style_path
from loccit.csl.locales.xml import LANG, NAMESPACE, child, parse_xml, tag
from loccit.csl.styles.check.against_schema import against_schema
from loccit.csl.styles.check.finding import Finding
from loccit.csl.styles.check.macros import macro_findings
from loccit.csl.styles.check.places import Places
from loccit.errors import InvalidStyle
from loccit.model import Place, Problem, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Of rules whose problems are not errors.
_SEVERITIES: dict[str, Severity] = {"unused-macro": "note", "unknown-locale": "warning"}


def check_style(data: bytes, path: str) -> list[Problem]:
    """The problems in the content of a CSL file, in the order of their places.

    >>> style = b'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><citation/></style>'
    >>> for problem in check_style(style, "own.csl"):
    ...     print(problem)
    own.csl:1:1: error: `<style>` needs the attribute `class`.
    own.csl:1:1: error: `<style>` must contain `<info>`.
    own.csl:1:62: error: `<citation>` must contain `<layout>`.
    """
    try:
        root = parse_xml(data, path)
        places = Places(root, data, path)
    except InvalidStyle as error:
        place = error.place or Place(path)
        return [Problem("not-well-formed", error.message, place, "error")]
    if root.tag != f"{NAMESPACE}style":
        return [_not_a_style(root, places)]
    problems = [_problem(finding, places) for finding in _findings(root)]
    problems.sort(key=attrgetter("place"))
    return problems


def _not_a_style(root: _Element, places: Places) -> Problem:
    message = f"This is `<{tag(root)}>`, not a CSL style."
    advice = ""
    if tag(root) == "style":
        advice = f"It needs `xmlns={NAMESPACE.strip('{}')!r}`."
    return Problem("not-a-style", message, places.element(root), "error", advice)


def _findings(root: _Element) -> Iterator[Finding]:
    yield from against_schema(root)
    yield from macro_findings(root)
    yield from _locale_findings(root)
    yield from _parent_findings(root)


def _problem(finding: Finding, places: Places) -> Problem:
    if finding.attribute:
        place = places.attribute(finding.element, finding.attribute)
    else:
        place = places.element(finding.element)
    return Problem(
        finding.rule,
        finding.message,
        place,
        _SEVERITIES.get(finding.rule, "error"),
        finding.advice,
    )


def _locale_findings(root: _Element) -> Iterator[Finding]:
    """Languages without a locale: English would be printed."""
    yield from _unknown_locale(root, "default-locale")
    for locale in root.iterchildren(f"{NAMESPACE}locale"):
        yield from _unknown_locale(locale, LANG)


def _unknown_locale(element: _Element, attribute: str) -> Iterator[Finding]:
    lang = element.get(attribute)
    if lang and not has_locale(lang):
        message = f"There is no locale for the language `{lang}`."
        advice = "Write it as in `en-GB` or `de-DE`."
        yield Finding(element, attribute, "unknown-locale", message, advice)


def _parent_findings(root: _Element) -> Iterator[Finding]:
    """A missing parent, without which a dependent style is empty."""
    info = child(root, "info")
    if info is None:
        return
    for link in info.iterchildren(f"{NAMESPACE}link"):
        parent = (link.get("href") or "").rstrip("/").rpartition("/")[2]
        if link.get("rel") == "independent-parent" and style_path(parent) is None:
            message = f"The parent of this style is missing: {parent}."
            advice = unknown_style(parent).advice
            yield Finding(link, "href", "missing-parent", message, advice)
