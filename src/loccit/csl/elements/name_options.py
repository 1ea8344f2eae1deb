"""The options of a list of names, inherited from cs:style to cs:citation or
cs:bibliography to cs:name.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass

#: On cs:style, cs:citation and cs:bibliography cs:name's own attributes have other
#: names (CSL 1.0.2, "Inheritable Name Options").
INHERITED_AS = {"name-form": "form", "name-delimiter": "delimiter"}

ATTRIBUTES = frozenset(
    {
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
    }
)


@dataclass(frozen=True, slots=True)
class NameOptions:
    """What cs:name's attributes say, after inheritance (CSL 1.0.2, "Name")."""

    form: str = "long"
    and_: str = ""
    delimiter: str = ", "
    delimiter_precedes_et_al: str = "contextual"
    delimiter_precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int = 0
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int = 0
    et_al_use_last: bool = False
    initialize: bool = True
    initialize_with: str | None = None
    name_as_sort_order: str = ""
    sort_separator: str = ", "


def name_options(attributes: Mapping[str, str]) -> NameOptions:
    """The options that merged attributes stand for."""
    get = attributes.get
    et_al_min, use_first = _number(get("et-al-min")), _number(get("et-al-use-first"))
    return NameOptions(
        form=get("form", "long"),
        and_=get("and", ""),
        delimiter=get("delimiter", ", "),
        delimiter_precedes_et_al=get("delimiter-precedes-et-al", "contextual"),
        delimiter_precedes_last=get("delimiter-precedes-last", "contextual"),
        et_al_min=et_al_min,
        et_al_use_first=use_first,
        et_al_subsequent_min=_number(get("et-al-subsequent-min")) or et_al_min,
        et_al_subsequent_use_first=_number(get("et-al-subsequent-use-first"))
        or use_first,
        et_al_use_last=get("et-al-use-last") == "true",
        initialize=get("initialize") != "false",
        initialize_with=get("initialize-with"),
        name_as_sort_order=get("name-as-sort-order", ""),
        sort_separator=get("sort-separator", ", "),
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
