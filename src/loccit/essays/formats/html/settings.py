"""The settings of an HTML essay: its language, and `meta` elements by the names of
loccit's settings.

    <html lang="en-GB">
    <meta name="csl" content="apa">
    <meta name="bibliography" content="sources.bib, more.bib">

What links its citations already, as pandoc's `link-citations` does, goes on with that.
Front matter, which pages of Jekyll and Hugo have, takes precedence.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.essays.document import FrontMatter
from loccit.essays.formats.html.tree import Element, Tree


def document_settings(tree: Tree) -> dict[str, object]:
    """Return the settings that the elements of a document give."""
    values: dict[str, object] = {}
    for element in tree.elements:
        if element.name == "html":
            lang = element.get("lang") or element.get("xml:lang")
            if lang:
                values["lang"] = lang
        elif element.name == "meta":
            values.update(_of_meta(element))
        elif element.name == "a" and "doc-biblioref" in element.roles:
            values["link-citations"] = True
    return values


def joined(
    front_matter: FrontMatter | None, values: dict[str, object]
) -> FrontMatter | None:
    """Join front matter with the settings that elements give."""
    if front_matter is None:
        return FrontMatter((), values) if values else None
    return replace(front_matter, values={**values, **front_matter.values})


def _of_meta(element: Element) -> dict[str, object]:
    name, content = element.get("name").lower(), element.get("content").strip()
    if not content:
        return {}
    if name == "csl":
        return {name: content}
    if name == "bibliography":
        return {name: [each.strip() for each in content.split(",")]}
    return {}
