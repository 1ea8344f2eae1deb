"""One name as cs:name prints it (CSL 1.0.2, "Name", "Name-part Order")."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.formatting import formatted
from loccit.csl.elements.initials import initials, tidy_initials
from loccit.csl.elements.name_options import NameOptions
from loccit.csl.elements.name_parts import is_unspaced, split_name
from loccit.csl.locales.collation import PART_BREAK
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.text.markup import parse_markup
from loccit.model import Name
from loccit.values.names import is_elided

#: `value` of a name that stands surname first
INVERTED = "inverted"


@dataclass(frozen=True, slots=True)
class NamePrinter:
    """How names are printed: the options of cs:name, its cs:name-part children, the
    style's particle rule.
    """

    options: NameOptions
    parts: Mapping[str, Formatting]
    demote_particles: str
    initialize_with_hyphen: bool
    in_sort: bool = False
    particle_space: str = " "  # between a particle and the surname

    def render(self, name: Name, *, inverted: bool, level: int = 0) -> Node:
        """One name; `inverted` is surname first, `level` how much of the given names
        disambiguation asks for.

        An annotation stands behind names in full (beyond CSL).
        """
        node = self._render(split_name(name), inverted, level)
        if not name.annotation or self.in_sort or self.options.form == "short":
            return node
        return Node((node, f" {name.annotation}"), tag="name", value=node.value)

    def _render(self, name: Name, inverted: bool, level: int) -> Node:
        if name.literal or not (name.family or name.given):
            return Node(
                (
                    self._enclosed(
                        "family", (self._part("family", name.literal or name.suffix),)
                    ),
                ),
                tag="name",
            )
        if is_unspaced(name) and not self.in_sort:
            return self._family_first(name, "", level)
        given = self.given(name, level)
        if not name.family:
            return Node(
                (self._enclosed("given", (self._part("given", given),)),), tag="name"
            )
        if self.options.form == "short" and not (level and given):
            demoted = self.in_sort and self.demote_particles != "never"
            return Node((name.family if demoted else self._surname(name),), tag="name")
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
            return initials(
                name.given, options.initialize_with, hyphens=self.initialize_with_hyphen
            )
        return tidy_initials(name.given, options.initialize_with)

    def _suffix(self, name: Name) -> tuple[Output, ...]:
        """The suffix, its full stop as that of initials: "Jr" in a style that has "JQ"."""
        mark = self.options.initialize_with
        return parse_markup(
            name.suffix if mark is None else tidy_initials(name.suffix, mark)
        )

    def _family_first(self, name: Name, between: str, level: int) -> Node:
        family = self._enclosed("family", (self._part("family", name.family),))
        if self.options.form == "short" or not name.given:
            return Node((family,), tag="name")
        given = self._enclosed("given", (self._part("given", name.given),))
        return Node(
            (family, between, given) if between else (family, given), tag="name"
        )

    def _surname(self, name: Name) -> Node:
        """The surname with the particle that belongs to it."""
        particle = self._particle(name.non_dropping_particle)
        return self._enclosed("family", (*particle, self._part("family", name.family)))

    def _in_order(self, name: Name, given: str) -> Node:
        """Given names first; the family part's affixes enclose all that follows them."""
        family: tuple[Output, ...] = (
            *(
                (
                    *parse_markup(name.dropping_particle),
                    self._space_after(name.dropping_particle),
                )
                if name.dropping_particle
                else ()
            ),
            *self._particle(name.non_dropping_particle),
            self._part("family", name.family),
        )
        if name.suffix:
            family = (*family, ", " if name.comma_suffix else " ", *self._suffix(name))
        if not given:
            return Node((self._enclosed("family", family),), tag="name")
        return Node(
            (
                self._enclosed("given", (self._part("given", given),)),
                " ",
                self._enclosed("family", family),
            ),
            tag="name",
        )

    def _inverted(self, name: Name, given: str) -> Node:
        demote = self.demote_particles == "display-and-sort" or (
            self.in_sort and self.demote_particles == "sort-only"
        )
        if self.in_sort:
            return self._sort_key(name, given, demote)
        separator = self.options.sort_separator
        rest: list[Output] = [self._part("given", given)] if given else []
        particles = [
            name.dropping_particle,
            *([name.non_dropping_particle] if demote else []),
        ]
        for part, particle in zip(("given", "family"), particles, strict=False):
            if particle:
                rest += [*([" "] if rest else []), self._part(part, particle)]
        children: list[Output] = [
            self._enclosed("family", (self._part("family", name.family),))
            if demote
            else self._surname(name)
        ]
        if rest:
            children += [separator, self._enclosed("given", tuple(rest))]
        if name.suffix:
            children += [separator, *self._suffix(name)]
        return Node(tuple(children), tag="name", value=INVERTED)

    @staticmethod
    def _sort_key(name: Name, given: str, demote: bool) -> Node:
        """CSL 1.0.2, "Name-part Order": the parts of a name as it is sorted."""
        particles = " ".join(
            filter(None, (name.dropping_particle, name.non_dropping_particle))
        )
        if demote:
            parts = (name.family, particles, given, name.suffix)
        else:
            surname = f"{name.non_dropping_particle} {name.family}".strip()
            parts = (surname, name.dropping_particle, given, name.suffix)
        return Node((PART_BREAK.join(parts),), tag="name")

    def _particle(self, particle: str) -> tuple[Output, ...]:
        return (
            (self._part("family", particle), self._space_after(particle))
            if particle
            else ()
        )

    def _space_after(self, particle: str) -> str:
        return _space_after(particle) and self.particle_space

    def _enclosed(self, part: str, content: tuple[Output, ...]) -> Node:
        """Within the affixes of a cs:name-part."""
        formatting = self.parts.get(part)
        if formatting is None:
            return Node(content)
        return Node(
            content, Formatting(prefix=formatting.prefix, suffix=formatting.suffix)
        )

    def _part(self, part: str, text: str) -> Node:
        """In the look of a cs:name-part."""
        formatting = self.parts.get(part)
        if formatting is None:
            return Node(parse_markup(text))
        return formatted(parse_markup(text), replace(formatting, prefix="", suffix=""))


def _space_after(particle: str) -> str:
    return "" if not particle or particle[-1].isspace() or is_elided(particle) else " "
