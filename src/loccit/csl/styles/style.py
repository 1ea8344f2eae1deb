"""A style as read: what cs:style, cs:citation and cs:bibliography say (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Element
from loccit.csl.locales.locale import Locale, LocaleLayer
from loccit.csl.output_tree import PLAIN, Formatting
from loccit.model import BibliographyOptions, Source


@dataclass(frozen=True, slots=True)
class SortKey:
    """cs:key: a variable or a macro, and how names are shortened in it."""

    variable: str = ""
    macro: str = ""
    descending: bool = False
    name_attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """cs:layout with the sort keys and name options of the cs:citation or
    cs:bibliography it stands in.
    """

    elements: tuple[Element, ...] = ()
    formatting: Formatting = PLAIN
    sort_keys: tuple[SortKey, ...] = ()
    name_attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitationOptions:
    """The attributes of cs:citation (CSL 1.0.2, "Citation-specific Options").

    The last two are ours: whether "et al." may stand for a single name once names were
    added to tell cites apart, and whether groups are named by their abbreviations once
    these were introduced.
    """

    add_names: bool = False
    add_givenname: bool = False
    givenname_rule: str = "by-cite"
    add_year_suffix: bool = False
    collapse: str = ""
    cite_group_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    year_suffix_delimiter: str | None = None
    near_note_distance: int = 5
    et_al_hides_one: bool = True
    group_abbreviations: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style, its macros and layouts ready to render; `prepare` is done to each
    source before.

    `intext` is cs:intext, what stands in the sentence before a citation's brackets
    (citeproc-js, "Composite").
    """

    id: str
    title: str
    citation_class: Literal["in-text", "note"]
    default_locale: str
    citation: Layout
    citation_options: CitationOptions
    bibliography: Layout | None
    bibliography_options: BibliographyOptions
    author_substitute: str | None = None
    author_substitute_rule: str = "complete-all"
    macros: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    locales: tuple[LocaleLayer, ...] = ()
    page_range_format: str = ""
    demote_particles: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    explicit_year_suffix: bool = False
    parent: str = ""
    intext: Layout | None = None
    prepare: tuple[Callable[[Source, Locale], Source], ...] = ()
