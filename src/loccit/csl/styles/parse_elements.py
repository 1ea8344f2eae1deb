"""The rendering elements of a style, from XML to dataclasses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.choose import TESTS, Branch, Choose, Test, prepare_tests
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


@dataclass(frozen=True, slots=True)
class ElementReader:
    """Reads elements of one style; knows its macros, so that a call of none is a fault
    with a line.
    """

    path: str
    macros: set[str]

    def children(self, parent: _Element) -> tuple[Element, ...]:
        """The rendering elements within an element."""
        return tuple(
            element
            for child in elements(parent)
            if (element := self.element(child)) is not None
        )

    def element(self, element: _Element) -> Element | None:
        """One rendering element; None for what prints nothing."""
        match tag(element):
            case "text":
                return self._text(element)
            case "group":
                return Group(self.children(element), formatting(element))
            case "choose":
                return Choose(
                    tuple(self._branch(branch) for branch in elements(element))
                )
            case "names":
                return self._names(element)
            case "date":
                return DateElement(
                    element.get("variable") or "",
                    element.get("form") or "",
                    element.get("date-parts") or "",
                    read_date_parts(element),
                    formatting(element),
                )
            case "number":
                return Number(
                    element.get("variable") or "",
                    element.get("form") or "",
                    formatting(element),
                )
            case "label":
                return Label(
                    element.get("variable") or "",
                    element.get("form") or "long",
                    element.get("plural") or "contextual",
                    formatting(element),
                )
            case name:
                raise invalid(
                    self.path,
                    element,
                    f"`<{name}>` can't stand here",
                    "Correct the style, or choose another.",
                )

    def _text(self, element: _Element) -> Element:
        form, look = element.get("form") or "", formatting(element)
        if (macro := element.get("macro")) is not None:
            if macro not in self.macros:
                raise invalid(
                    self.path,
                    element,
                    f"There is no macro `{macro}`",
                    "Correct its name.",
                )
            return TextMacro(str(macro), look)
        if (term := element.get("term")) is not None:
            return TextTerm(
                str(term), form or "long", element.get("plural") == "true", look
            )
        if (value := element.get("value")) is not None:
            return TextValue(str(value), look)
        return TextVariable(element.get("variable") or "", form, look)

    def _branch(self, element: _Element) -> Branch:
        tests: list[Test] = []
        for attribute in TESTS:
            if element.get(attribute) is not None:
                tests += prepare_tests(attribute, words(element, attribute))
        return Branch(
            tuple(tests), element.get("match") or "all", self.children(element)
        )

    def _names(self, element: _Element) -> Names:
        name, et_al = child(element, "name"), child(element, "et-al")
        label, substitute = child(element, "label"), child(element, "substitute")
        attributes = {} if name is None else self._name_attributes(name)
        return Names(
            variables=words(element, "variable"),
            formatting=formatting(element),
            name_attributes=attributes,
            name_formatting=PLAIN if name is None else _without_delimiter(name),
            parts={
                str(part.get("name")): formatting(part)
                for part in (
                    name.findall(NAMESPACE + "name-part") if name is not None else ()
                )
            },
            et_al=EtAl() if et_al is None else _et_al(et_al),
            label=None if label is None else self._names_label(element, label),
            substitute=() if substitute is None else self.children(substitute),
            shorthand=len(element) == 0,
        )

    @staticmethod
    def _name_attributes(name: _Element) -> dict[str, str]:
        wanted = ATTRIBUTES | {"form", "delimiter"}
        return {
            str(key): str(value) for key, value in name.attrib.items() if key in wanted
        }

    @staticmethod
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


def _without_delimiter(name: _Element) -> Formatting:
    return replace(formatting(name), delimiter="")
