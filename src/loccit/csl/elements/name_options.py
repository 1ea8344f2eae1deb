"""The options of a list of names, which cs:name inherits from cs:citation or
cs:bibliography, and these from cs:style.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass

#: Attributes that have other names on cs:style, cs:citation and cs:bibliography than on
#: cs:name (CSL 1.0.2, "Inheritable Name Options").
INHERITED_AS = {"name-form": "form", "name-delimiter": "delimiter"}

#: Attributes that have the same name there.
ATTRIBUTES = frozenset(
    [
        "and",
        "delimiter-precedes-et-al",
        "delimiter-precedes-last",
        "et-al-min",
        "et-al-use-first",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "et-al-use-last",
        "initialize",
        "initialize-with",
        "name-as-sort-order",
        "sort-separator",
    ]
)


@dataclass(frozen=True, slots=True)
class NameOptions:
    """The attributes of cs:name, after inheritance (CSL 1.0.2, "Name").

    `et-al-use-first` may be 0: then a long list prints nothing.
    """

    form: str = "long"
    and_: str = ""
    delimiter: str = ", "
    delimiter_precedes_et_al: str = "contextual"
    delimiter_precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int | None = None
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool = False
    initialize: bool = True
    initialize_with: str | None = None
    name_as_sort_order: str = ""
    sort_separator: str = ", "


def name_options(attributes: Mapping[str, str]) -> NameOptions:
    """Read the options from merged attributes."""
    get = attributes.get
    et_al_min = _number(get("et-al-min")) or 0
    use_first = _number(get("et-al-use-first"))
    subsequent_min = _number(get("et-al-subsequent-min"))
    subsequent_use_first = _number(get("et-al-subsequent-use-first"))
    if subsequent_use_first is None:
        subsequent_use_first = use_first
    return NameOptions(
        form=get("form", "long"),
        and_=get("and", ""),
        delimiter=get("delimiter", ", "),
        delimiter_precedes_et_al=get("delimiter-precedes-et-al", "contextual"),
        delimiter_precedes_last=get("delimiter-precedes-last", "contextual"),
        et_al_min=et_al_min,
        et_al_use_first=use_first,
        et_al_subsequent_min=subsequent_min or et_al_min,
        et_al_subsequent_use_first=subsequent_use_first,
        et_al_use_last=get("et-al-use-last") == "true",
        initialize=get("initialize") != "false",
        initialize_with=get("initialize-with"),
        name_as_sort_order=get("name-as-sort-order", ""),
        sort_separator=get("sort-separator", ", "),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
