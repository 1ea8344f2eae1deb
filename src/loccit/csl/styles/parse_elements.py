"""Read the rendering elements of a style from its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.choose import Branch, Choose
from loccit.csl.elements.conditions import CONDITIONS, Test, prepare_tests
from loccit.csl.elements.context import Element
from loccit.csl.elements.date import DateElement
from loccit.csl.elements.group import Group
from loccit.csl.elements.label import Label, NamesLabel
from loccit.csl.elements.name_list import EtAl
from loccit.csl.elements.name_options import ATTRIBUTES
from loccit.csl.elements.names import Names
from loccit.csl.elements.number import Number
from loccit.csl.elements.text import TextMacro, TextTerm, TextValue, TextVariable
from loccit.csl.locales.date_format import read_date_parts
from loccit.csl.locales.xml import (
    NAMESPACE,
    child,
    elements,
    formatting,
    invalid,
    tag,
    words,
)
from loccit.csl.output_tree import PLAIN, Formatting

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Attributes of cs:name that change names or join them.
_NAME_ATTRIBUTES = ATTRIBUTES | {"form", "delimiter"}


@dataclass(frozen=True, slots=True)
class ElementReader:
    """Reads elements of one style; `macros` are the names of those that it defines."""

    path: str
    macros: set[str]

    def children(self, parent: _Element) -> tuple[Element, ...]:
        """The rendering elements inside an element."""
        return tuple([self.element(child) for child in elements(parent)])

    def element(self, element: _Element) -> Element:
        """One rendering element.

        Raises:
            InvalidStyle: it is not one, or calls an unknown macro.
        """
        match tag(element):
            case "text":
                return self._text(element)
            case "group":
                return Group(self.children(element), formatting(element))
            case "choose":
                return self._choose(element)
            case "names":
                return self._names(element)
            case "date":
                return _date(element)
            case "number":
                return _number(element)
            case "label":
                return _label(element)
            case name:
                message = f"`<{name}>` is not allowed here"
                advice = "Correct the style, or choose another."
                raise invalid(self.path, element, message, advice)

    def _text(self, element: _Element) -> Element:
        form = element.get("form") or ""
        look = formatting(element)
        macro = element.get("macro")
        if macro is not None:
            return self._macro(element, str(macro), look)
        term = element.get("term")
        if term is not None:
            plural = element.get("plural") == "true"
            return TextTerm(str(term), form or "long", plural, look)
        value = element.get("value")
        if value is not None:
            return TextValue(str(value), look)
        return TextVariable(element.get("variable") or "", form, look)

    def _macro(
        self,
        element: _Element,
        macro: str,
        look: Formatting,
    ) -> TextMacro:
        if macro not in self.macros:
            message = f"There is no macro `{macro}`"
            raise invalid(self.path, element, message, "Correct its name.")
        return TextMacro(macro, look)

    def _choose(self, element: _Element) -> Choose:
        branches = [self._branch(branch) for branch in elements(element)]
        return Choose(tuple(branches))

    def _branch(self, element: _Element) -> Branch:
        tests: list[Test] = []
        for attribute in CONDITIONS:
            if element.get(attribute) is not None:
                tests += prepare_tests(attribute, words(element, attribute))
        match = element.get("match") or "all"
        return Branch(tuple(tests), match, self.children(element))

    def _names(self, element: _Element) -> Names:
        names = Names(
            variables=words(element, "variable"),
            formatting=formatting(element),
            shorthand=len(element) == 0,
        )
        name = child(element, "name")
        if name is not None:
            names = _with_name(names, name)
        et_al = child(element, "et-al")
        if et_al is not None:
            names = replace(names, et_al=_et_al(et_al))
        label = child(element, "label")
        if label is not None:
            names = replace(names, label=_names_label(element, label))
        substitute = child(element, "substitute")
        if substitute is not None:
            names = replace(names, substitute=self.children(substitute))
        return names


def _date(element: _Element) -> DateElement:
    return DateElement(
        element.get("variable") or "",
        element.get("form") or "",
        element.get("date-parts") or "",
        read_date_parts(element),
        formatting(element),
    )


def _number(element: _Element) -> Number:
    return Number(
        element.get("variable") or "",
        element.get("form") or "",
        formatting(element),
    )


def _label(element: _Element) -> Label:
    return Label(
        element.get("variable") or "",
        element.get("form") or "long",
        element.get("plural") or "contextual",
        formatting(element),
    )


def _with_name(names: Names, name: _Element) -> Names:
    """cs:names with what its cs:name says."""
    attributes: dict[str, str] = {}
    for attribute, value in name.attrib.items():
        if attribute in _NAME_ATTRIBUTES:
            attributes[str(attribute)] = str(value)
    parts: dict[str, Formatting] = {}
    for part in name.findall(NAMESPACE + "name-part"):
        parts[str(part.get("name"))] = formatting(part)
    look = formatting(name)
    if look.delimiter:
        look = replace(look, delimiter="")  # it is between the names
    return replace(
        names,
        name_attributes=attributes,
        name_formatting=look if look != PLAIN else PLAIN,
        parts=parts,
    )


def _names_label(names: _Element, label: _Element) -> NamesLabel:
    order = [tag(part) for part in elements(names)]
    before = "name" in order and order.index("label") < order.index("name")
    return NamesLabel(
        label.get("form") or "long",
        label.get("plural") or "contextual",
        formatting(label),
        before,
    )


def _et_al(element: _Element) -> EtAl:
    return EtAl(
        element.get("term") or "et-al",
        element.get("narrative-term") or "",
        formatting(element),
    )
