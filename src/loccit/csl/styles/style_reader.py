"""Read the parts of an independent style from its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.dataclass import replace
from loccit.csl.elements.context import Element
from loccit.csl.elements.name_options import ATTRIBUTES, INHERITED_AS
from loccit.csl.locales.locale import read_layer
from loccit.csl.locales.xml import NAMESPACE, child, formatting, invalid, text_of
from loccit.csl.styles.parse_elements import ElementReader
from loccit.csl.styles.style import CitationOptions, Layout, SortKey, Style
from loccit.csl.styles.style_ids import id_of
from loccit.model import BibliographyOptions

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Attributes of cs:key, and those of cs:name that they replace (CSL 1.0.2, "Sorting").
_SORT_KEY_NAMES = {
    "names-min": ("et-al-min", "et-al-subsequent-min"),
    "names-use-first": ("et-al-use-first", "et-al-subsequent-use-first"),
    "names-use-last": ("et-al-use-last", "et-al-subsequent-use-last"),
}
#: Attributes by which a cite depends on its position, and a variable.
_OF_POSITIONS = frozenset(
    ["position", "et-al-subsequent-min", "et-al-subsequent-use-first"]
)
_FIRST_NOTE = "first-reference-note-number"


class StyleReader:
    """Reads an independent style; `path` is its name in errors."""

    def __init__(self, root: _Element, path: str) -> None:
        self.root = root
        self.path = path
        self.macros: dict[str, _Element] = {}
        for macro in root.findall(NAMESPACE + "macro"):
            self.macros[str(macro.get("name"))] = macro
        self.elements = ElementReader(path, set(self.macros))
        self.name_attributes = _name_attributes(root)

    def style(self) -> Style:
        """The whole style."""
        root = self.root
        info = child(root, "info")
        citation = self._citation()
        bibliography = child(root, "bibliography")
        style = Style(
            id=id_of(info) if info is not None else "",
            title=text_of(info, "title") if info is not None else "",
            citation_class="note" if root.get("class") == "note" else "in-text",
            default_locale=root.get("default-locale") or "",
            macros=self._macros(),
            citation=self._layout(citation),
            citation_options=_citation_options(citation),
            bibliography=self._area("bibliography"),
            bibliography_options=BibliographyOptions(),
            intext=self._area("intext"),
            locales=tuple(map(read_layer, root.findall(NAMESPACE + "locale"))),
            page_range_format=root.get("page-range-format") or "",
            demote_particles=root.get("demote-non-dropping-particle")
            or "display-and-sort",
            initialize_with_hyphen=root.get("initialize-with-hyphen") != "false",
            explicit_year_suffix=self._prints_year_suffix(),
            reads_positions=self._reads_positions(),
        )
        if bibliography is None:
            return style
        return _with_bibliography_options(style, bibliography)

    def _citation(self) -> _Element:
        citation = child(self.root, "citation")
        if citation is None or child(citation, "layout") is None:
            message = "The style has no citation layout"
            raise invalid(self.path, self.root, message, "Choose another style.")
        return citation

    def _macros(self) -> dict[str, tuple[Element, ...]]:
        children = self.elements.children
        return {name: children(macro) for name, macro in self.macros.items()}

    def _area(self, name: str) -> Layout | None:
        """The layout of cs:bibliography or cs:intext."""
        area = child(self.root, name)
        return self._layout(area) if area is not None else None

    def _layout(self, area: _Element) -> Layout:
        layout = child(area, "layout")
        if layout is None:
            return Layout()
        return Layout(
            self.elements.children(layout),
            formatting(layout),
            _sort_keys(area),
            {**self.name_attributes, **_name_attributes(area)},
        )

    def _prints_year_suffix(self) -> bool:
        texts = self.root.iter(NAMESPACE + "text")
        return any(text.get("variable") == "year-suffix" for text in texts)

    def _reads_positions(self) -> bool:
        for element in self.root.iter():
            if not _OF_POSITIONS.isdisjoint(element.keys()):
                return True
            if _FIRST_NOTE in element.get("variable", ""):
                return True
        return False


def _name_attributes(element: _Element) -> dict[str, str]:
    """The inheritable name options of cs:style, cs:citation or cs:bibliography."""
    attributes: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name in ATTRIBUTES or name == "names-delimiter":
            attributes[str(name)] = str(value)
        elif name in INHERITED_AS:
            attributes[INHERITED_AS[str(name)]] = str(value)
    return attributes


def _sort_keys(area: _Element) -> tuple[SortKey, ...]:
    sort = child(area, "sort")
    if sort is None:
        return ()
    return tuple([_sort_key(key) for key in sort.findall(NAMESPACE + "key")])


def _sort_key(key: _Element) -> SortKey:
    attributes: dict[str, str] = {}
    for own, replaced in _SORT_KEY_NAMES.items():
        value = key.get(own)
        if value is not None:
            attributes.update(dict.fromkeys(replaced, value))
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


def _with_bibliography_options(style: Style, bibliography: _Element) -> Style:
    get = bibliography.get
    options = BibliographyOptions(
        hanging_indent=get("hanging-indent") == "true",
        entry_spacing=_number(bibliography, "entry-spacing", 1),
        line_spacing=_number(bibliography, "line-spacing", 1),
        second_field_align=get("second-field-align") or "",
    )
    rule = get("subsequent-author-substitute-rule")
    return replace(
        style,
        bibliography_options=options,
        author_substitute=get("subsequent-author-substitute"),
        author_substitute_rule=rule or style.author_substitute_rule,
    )


def _number(
    element: _Element,
    attribute: str,
    default: int,
) -> int:
    text = element.get(attribute) or ""
    return int(text) if text.isdecimal() else default
