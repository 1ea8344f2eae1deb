"""A CSL style's XML to a Style; every fault with its line."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from loccit._startup.dataclass import replace
from loccit.csl.elements.name_options import ATTRIBUTES, INHERITED_AS
from loccit.csl.locales.find_style import find_style
from loccit.csl.locales.locale import read_layer
from loccit.csl.locales.xml import (
    NAMESPACE,
    child,
    formatting,
    invalid,
    parse_xml,
    tag,
    text_of,
)
from loccit.csl.styles.corrections import Correction, correct, corrections_of
from loccit.csl.styles.macro_calls import check_macro_calls
from loccit.csl.styles.parse_elements import ElementReader
from loccit.csl.styles.style import CitationOptions, Layout, SortKey, Style
from loccit.errors import UnknownStyle
from loccit.model import BibliographyOptions
from loccit.text_files.reading import read_bytes

if TYPE_CHECKING:
    from lxml.etree import _Element


def load_style(name: str | os.PathLike[str]) -> Style:
    """The style of an id (`apa`), a Zotero address, or a `.csl` file.

    A dependent style is its parent's, with its own default locale.

    Raises:
        UnknownStyle: no installed style has that id; the advice names the nearest.
        InvalidStyle: the file is no CSL style.
        UnreadableFile: the file can't be read.
    """
    text = os.fspath(name)
    if "://" in text:
        return _installed_style(_id_in(text))
    if isinstance(name, str) and not text.endswith(".csl"):
        return _installed_style(text)
    return parse_style(read_bytes(text), text)


@lru_cache(maxsize=64)
def _installed_style(style_id: str) -> Style:
    path = find_style(style_id)
    root = parse_xml(path.read_bytes(), path.name)
    return _style(root, path.name, corrections_of(style_id))


def parse_style(data: bytes, path: str) -> Style:
    """The style that a CSL file's content describes.

    Raises:
        InvalidStyle: it describes none, or one whose macros would never end.
    """
    root = parse_xml(data, path)
    check_macro_calls(root, path)  # the installed ones do end
    return _style(root, path)


def _style(
    root: _Element, path: str, corrections: tuple[Correction, ...] = ()
) -> Style:
    """The style of an XML tree, with what its manual says otherwise."""
    if root.tag != NAMESPACE + "style":
        raise invalid(
            path,
            root,
            f"This is `{tag(root)}`, not a CSL style",
            "Choose a .csl file from the style repository.",
        )
    info = child(root, "info")
    if info is not None and (parent := _parent(info)):
        style = _parent_style(parent, info, path)
        return replace(
            style,
            id=_id(info),
            title=text_of(info, "title"),
            default_locale=root.get("default-locale") or style.default_locale,
            parent=parent,
        )
    correct(root, corrections)
    return replace(
        _independent(root, info, path),
        prepare=tuple(c.source for c in corrections if c.source),
    )


def _parent_style(parent: str, info: _Element, path: str) -> Style:
    try:
        return _installed_style(parent)
    except UnknownStyle as error:
        raise invalid(
            path,
            info,
            f"The parent of this style, `{parent}`, is missing",
            error.advice,
        ) from None


def _parent(info: _Element) -> str:
    for link in info.findall(NAMESPACE + "link"):
        if link.get("rel") == "independent-parent":
            return _id_in(link.get("href") or "")
    return ""


def _id(info: _Element | None) -> str:
    return _id_in(text_of(info, "id")) if info is not None else ""


def _id_in(address: str) -> str:
    """The id in the address of a style, `http://www.zotero.org/styles/apa`."""
    return address.partition("?")[0].rstrip("/").rpartition("/")[2].removesuffix(".csl")


def _independent(root: _Element, info: _Element | None, path: str) -> Style:
    reader = ElementReader(
        path, {str(macro.get("name")) for macro in root.findall(NAMESPACE + "macro")}
    )
    macros = {
        str(macro.get("name")): reader.children(macro)
        for macro in root.findall(NAMESPACE + "macro")
    }
    citation = child(root, "citation")
    if citation is None or child(citation, "layout") is None:
        raise invalid(
            path, root, "The style has no citation layout", "Choose another style."
        )
    bibliography = child(root, "bibliography")
    intext = child(root, "intext")
    inherited = _name_attributes(root)
    return Style(
        id=_id(info),
        title=text_of(info, "title") if info is not None else "",
        citation_class="note" if root.get("class") == "note" else "in-text",
        default_locale=root.get("default-locale") or "",
        citation=_layout(reader, citation, inherited),
        citation_options=_citation_options(citation),
        bibliography=_layout(reader, bibliography, inherited)
        if bibliography is not None
        else None,
        bibliography_options=_bibliography_options(bibliography),
        intext=_layout(reader, intext, inherited) if intext is not None else None,
        author_substitute=bibliography.get("subsequent-author-substitute")
        if bibliography is not None
        else None,
        author_substitute_rule=(
            (
                bibliography.get("subsequent-author-substitute-rule")
                if bibliography is not None
                else None
            )
            or "complete-all"
        ),
        macros=macros,
        locales=tuple(
            read_layer(locale) for locale in root.findall(NAMESPACE + "locale")
        ),
        page_range_format=root.get("page-range-format") or "",
        demote_particles=root.get("demote-non-dropping-particle") or "display-and-sort",
        initialize_with_hyphen=root.get("initialize-with-hyphen") != "false",
        explicit_year_suffix=any(
            text.get("variable") == "year-suffix"
            for text in root.iter(NAMESPACE + "text")
        ),
    )


def _name_attributes(element: _Element) -> dict[str, str]:
    attributes = {
        str(name): str(value)
        for name, value in element.attrib.items()
        if name in ATTRIBUTES
    }
    for name, own in INHERITED_AS.items():
        if (value := element.get(name)) is not None:
            attributes[own] = value
    if (value := element.get("names-delimiter")) is not None:
        attributes["names-delimiter"] = value
    return attributes


def _layout(reader: ElementReader, area: _Element, inherited: dict[str, str]) -> Layout:
    layout = child(area, "layout")
    if layout is None:
        return Layout()
    sort = child(area, "sort")
    keys = (
        ()
        if sort is None
        else tuple(_sort_key(key) for key in sort.findall(NAMESPACE + "key"))
    )
    return Layout(
        reader.children(layout),
        formatting(layout),
        keys,
        {**inherited, **_name_attributes(area)},
    )


def _sort_key(key: _Element) -> SortKey:
    attributes = {}
    for own, name in (
        ("names-min", "et-al-min"),
        ("names-use-first", "et-al-use-first"),
        ("names-use-last", "et-al-use-last"),
    ):
        if (value := key.get(own)) is not None:
            attributes[name] = value
            attributes[name.replace("et-al-", "et-al-subsequent-")] = value
    return SortKey(
        key.get("variable") or "",
        key.get("macro") or "",
        key.get("sort") == "descending",
        attributes,
    )


def _citation_options(citation: _Element) -> CitationOptions:
    get = citation.get
    return CitationOptions(
        add_names=get("disambiguate-add-names") == "true",
        add_givenname=get("disambiguate-add-givenname") == "true",
        givenname_rule=get("givenname-disambiguation-rule") or "by-cite",
        add_year_suffix=get("disambiguate-add-year-suffix") == "true",
        collapse=get("collapse") or "",
        cite_group_delimiter=get("cite-group-delimiter"),
        after_collapse_delimiter=get("after-collapse-delimiter"),
        year_suffix_delimiter=get("year-suffix-delimiter"),
        near_note_distance=_number(citation, "near-note-distance", 5),
        et_al_hides_one=get("et-al-hides-one") != "false",
        group_abbreviations=get("group-abbreviations") == "true",
    )


def _bibliography_options(bibliography: _Element | None) -> BibliographyOptions:
    if bibliography is None:
        return BibliographyOptions()
    return BibliographyOptions(
        hanging_indent=bibliography.get("hanging-indent") == "true",
        entry_spacing=_number(bibliography, "entry-spacing", 1),
        line_spacing=_number(bibliography, "line-spacing", 1),
        second_field_align=bibliography.get("second-field-align") or "",
    )


def _number(element: _Element, attribute: str, default: int) -> int:
    text = element.get(attribute) or ""
    return int(text) if text.isdecimal() else default
