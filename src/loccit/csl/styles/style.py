"""A style as read: the content of cs:style, cs:citation and cs:bibliography (CSL
1.0.2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from loccit._startup.dataclass import dataclass, field
from loccit.csl.elements.context import Element
from loccit.csl.locales.locale import Locale, LocaleLayer
from loccit.csl.output_tree import PLAIN, Formatting
from loccit.model import BibliographyOptions, Source


@dataclass(frozen=True, slots=True)
class SortKey:
    """cs:key: a variable or a macro, and how it shortens lists of names."""

    variable: str = ""
    macro: str = ""
    descending: bool = False
    name_attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """cs:layout, with the sort keys and name options of the element around it."""

    elements: tuple[Element, ...] = ()
    formatting: Formatting = PLAIN
    sort_keys: tuple[SortKey, ...] = ()
    name_attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitationOptions:
    """The attributes of cs:citation (CSL 1.0.2, "Citation-specific Options").

    Attributes:
        et_al_hides_one: "et al." may replace a single name even if names were added to
            distinguish cites (beyond CSL).
        group_abbreviations: the first cite of a group introduces its abbreviation, and
            later ones use it (beyond CSL).
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
    """A CSL style, its macros and layouts ready to render.

    Attributes:
        author_substitute, author_substitute_rule: `subsequent-author-substitute` of
            cs:bibliography and its rule.
        explicit_year_suffix: the style itself prints the letter of a year suffix.
        reads_positions: a cite may look different later in a document, or be followed
            by the number of its first note.
        parent: the id of a dependent style's parent.
        intext: cs:intext, which prints what precedes a citation in its sentence
            (citeproc-js, "Composite").
        prepare: changes to make to each source before it is rendered.
        list_heading: heads the bibliography in English; empty if the style does not
            care.
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
    reads_positions: bool = True
    parent: str = ""
    intext: Layout | None = None
    prepare: tuple[Callable[[Source, Locale], Source], ...] = ()
    list_heading: str = ""
