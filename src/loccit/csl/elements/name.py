"""One name as cs:name prints it (CSL 1.0.2, "Name", "Name-part Order")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loccit.csl.elements.formatting import formatted
from loccit.csl.initials import initials, tidy_initials
from loccit.csl.markup import parse_markup
from loccit.csl.name_options import NameOptions
from loccit.csl.name_parts import is_byzantine, joins_closely, split_name
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output
from loccit.model import Name


@dataclass(frozen=True, slots=True)
class NamePrinter:
    """How names are printed: the options of cs:name, its cs:name-part children, the style's particle rule."""

    options: NameOptions
    parts: Mapping[str, Formatting]
    demote_particles: str
    initialize_with_hyphen: bool
    in_sort: bool = False

    def render(self, name: Name, *, inverted: bool, level: int = 0) -> Node:
        """One name; `inverted` is surname first, `level` how much of the given names disambiguation asks for."""
        name = split_name(name)
        if name.literal or not (name.family or name.given):
            return self._part("family", name.literal or name.suffix, "name")
        if is_byzantine(name) and not self.in_sort:
            return self._family_first(name, "", level)
        given = self.given(name, level)
        if self.options.form == "short" and not (level and given):
            return Node((self._surname(name),), tag="name")
        if name.static_ordering:
            return self._family_first(name, " ", level)
        if inverted:
            return self._inverted(name, given)
        return self._in_order(name, given)

    def given(self, name: Name, level: int) -> str:
        """The given names: in full, or as initials where the style asks for them."""
        options = self.options
        if options.initialize_with is None or not name.given:
            return name.given
        if level == 2 and options.initialize:
            return name.given
        if options.initialize:
            return initials(name.given, options.initialize_with, hyphens=self.initialize_with_hyphen)
        return tidy_initials(name.given, options.initialize_with)

    def _family_first(self, name: Name, between: str, level: int) -> Node:
        family = self._part("family", name.family)
        if self.options.form == "short" or not name.given:
            return Node((family,), tag="name")
        return Node(
            (family, between, self._part("given", name.given))
            if between
            else (family, self._part("given", name.given)),
            tag="name",
        )

    def _surname(self, name: Name) -> Node:
        """The surname with the particle that belongs to it; cs:name-part's affixes enclose both."""
        particle = name.non_dropping_particle
        if not particle:
            return self._part("family", name.family)
        formatting = self.parts.get("family", PLAIN)
        inner = (
            self._part("family", particle, affixes=False),
            _space_after(particle),
            self._part("family", name.family, affixes=False),
        )
        return Node(inner, Formatting(prefix=formatting.prefix, suffix=formatting.suffix))

    def _in_order(self, name: Name, given: str) -> Node:
        children: list[Output] = []
        if given:
            children += [self._part("given", given), " "]
        if name.dropping_particle:
            children += [
                self._part("given", name.dropping_particle, affixes=False),
                _space_after(name.dropping_particle),
            ]
        children.append(self._surname(name))
        if name.suffix:
            children += [", " if name.comma_suffix else " ", name.suffix]
        return Node(tuple(child for child in children if child != ""), tag="name")

    def _inverted(self, name: Name, given: str) -> Node:
        demote = self.demote_particles == "display-and-sort" or (self.in_sort and self.demote_particles == "sort-only")
        separator = self.options.sort_separator
        family = self._part("family", name.family) if demote else self._surname(name)
        after = [given, name.dropping_particle, name.non_dropping_particle if demote else ""]
        if self.in_sort and demote:
            particles = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
            family, after = Node((f"{name.family} {particles}".rstrip(),)), [given]
        children: list[Output] = [family]
        rest = " ".join(filter(None, after))
        if rest:
            children += [separator, self._part("given", rest)]
        if name.suffix:
            children += [separator, name.suffix]
        return Node(tuple(children), tag="name")

    def _part(self, part: str, text: str, tag: str = "", affixes: bool = True) -> Node:
        formatting = self.parts.get(part, PLAIN)
        if not affixes:
            formatting = Formatting(marks=formatting.marks, text_case=formatting.text_case)
        return formatted(parse_markup(text), formatting, "name" if tag else "")


def _space_after(particle: str) -> str:
    return "" if joins_closely(particle) else " "
