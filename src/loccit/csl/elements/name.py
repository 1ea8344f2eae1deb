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

#: The `value` of a name with the surname first.
INVERTED = "inverted"
_ALL_GIVEN_NAMES = 2


@dataclass(frozen=True, slots=True)
class NamePrinter:
    """Prints names by the options of cs:name.

    Attributes:
        parts: the formatting of each cs:name-part.
        demote_particles, initialize_with_hyphen: attributes of cs:style.
        in_sort: names are printed for a sort key.
        particle_space: the space between a particle and the surname.
        language: the language that decides about letter case.
    """

    options: NameOptions
    parts: Mapping[str, Formatting]
    demote_particles: str
    initialize_with_hyphen: bool
    in_sort: bool = False
    particle_space: str = " "
    language: str = "en"

    def render(
        self,
        name: Name,
        *,
        inverted: bool,
        level: int = 0,
    ) -> Node:
        """One name.

        Args:
            inverted: the surname comes first.
            level: how much of the given names disambiguation asks for.

        An annotation follows a name that is printed in full (beyond CSL).
        """
        node = self._render(split_name(name), inverted, level)
        if not name.annotation or self.in_sort or self.options.form == "short":
            return node
        return Node((node, f" {name.annotation}"), tag="name", value=node.value)

    def _render(
        self,
        name: Name,
        inverted: bool,
        level: int,
    ) -> Node:
        if name.literal or not (name.family or name.given):
            return self._whole(name)
        if is_unspaced(name) and not self.in_sort:
            return self._family_first(name, name.given, "")
        if not name.family:
            # who has one name is not known by its initial: Plato (APA 7, section 9.8)
            return Node((self._given(name.given),), tag="name")
        given = self.given(name, level)
        if self.options.form == "short" and not (level and given):
            return self._short(name)
        if name.static_ordering:
            return self._family_first(name, given, " ")
        if inverted:
            return self._inverted(name, given)
        return self._in_order(name, given)

    def given(self, name: Name, level: int) -> str:
        """The given names: in full, or as initials if the style asks for them."""
        options = self.options
        mark = options.initialize_with
        if mark is None or not name.given:
            return name.given
        if not options.initialize:
            return tidy_initials(name.given, mark)
        if level == _ALL_GIVEN_NAMES:
            return name.given
        return initials(name.given, mark, hyphens=self.initialize_with_hyphen)

    def _whole(self, name: Name) -> Node:
        """A name without parts."""
        text = self._part("family", name.literal or name.suffix)
        return Node((self._enclosed("family", (text,)),), tag="name")

    def _short(self, name: Name) -> Node:
        if self.in_sort and self.demote_particles != "never":
            return Node((name.family,), tag="name")
        return Node((self._surname(name),), tag="name")

    def _family_first(
        self,
        name: Name,
        given: str,
        space: str,
    ) -> Node:
        """A name whose surname always comes first."""
        children: list[Output] = [self._family(name.family)]
        if given and self.options.form != "short":
            if space:
                children.append(space)
            children.append(self._given(given))
        return Node(tuple(children), tag="name")

    def _in_order(self, name: Name, given: str) -> Node:
        """Given names first; the affixes of the family part enclose all that follows."""
        family = self._dropping_particle(name)
        family += self._particle(name)
        family.append(self._part("family", name.family))
        if name.suffix:
            family.append(", " if name.comma_suffix else " ")
            family += self._suffix(name)
        after = self._enclosed("family", tuple(family))
        if not given:
            return Node((after,), tag="name")
        return Node((self._given(given), " ", after), tag="name")

    def _inverted(self, name: Name, given: str) -> Node:
        """Surname first, then the given names and particles, then the suffix."""
        demotes = self._demotes()
        if self.in_sort:
            return _sort_key(name, given, demotes)
        separator = self.options.sort_separator
        surname = self._family(name.family) if demotes else self._surname(name)
        children: list[Output] = [surname]
        after = self._after_surname(name, given, demotes)
        if after:
            children.append(separator)
            children.append(self._enclosed("given", after))
        if name.suffix:
            children.append(separator)
            children += self._suffix(name)
        return Node(tuple(children), tag="name", value=INVERTED)

    def _demotes(self) -> bool:
        """Return whether the non-dropping particle leaves the surname."""
        if self.demote_particles == "display-and-sort":
            return True
        return self.in_sort and self.demote_particles == "sort-only"

    def _after_surname(
        self,
        name: Name,
        given: str,
        demotes: bool,
    ) -> tuple[Output, ...]:
        """The given names and the particles that follow an inverted surname."""
        pieces: list[Output] = []
        if given:
            pieces.append(self._part("given", given))
        if name.dropping_particle:
            pieces.append(self._part("given", name.dropping_particle))
        if demotes and name.non_dropping_particle:
            pieces.append(self._part("family", name.non_dropping_particle))
        spaced: list[Output] = []
        for piece in pieces:
            if spaced:
                spaced.append(" ")
            spaced.append(piece)
        return tuple(spaced)

    def _surname(self, name: Name) -> Output:
        """The surname with the particle that belongs to it."""
        family = self._particle(name)
        family.append(self._part("family", name.family))
        return self._enclosed("family", tuple(family))

    def _particle(self, name: Name) -> list[Output]:
        particle = name.non_dropping_particle
        if not particle:
            return []
        part = self._part("family", particle)
        if isinstance(part, str):
            part = Node((part,))
        return [replace(part, tag="particle"), self._space_after(particle)]

    def _dropping_particle(self, name: Name) -> list[Output]:
        particle = name.dropping_particle
        if not particle:
            return []
        return [*parse_markup(particle), self._space_after(particle)]

    def _space_after(self, particle: str) -> str:
        if particle[-1].isspace() or is_elided(particle):
            return ""
        return self.particle_space

    def _suffix(self, name: Name) -> tuple[Output, ...]:
        """The suffix with a full stop if initials have one: "Jr" beside "JQ"."""
        mark = self.options.initialize_with
        if mark is None:
            return parse_markup(name.suffix)
        return parse_markup(tidy_initials(name.suffix, mark))

    def _family(self, family: str) -> Output:
        return self._enclosed("family", (self._part("family", family),))

    def _given(self, given: str) -> Output:
        return self._enclosed("given", (self._part("given", given),))

    def _enclosed(self, part: str, content: tuple[Output, ...]) -> Output:
        """Content inside the affixes of a cs:name-part."""
        look = self.parts.get(part)
        if look is None:
            return _together(content)
        return Node(content, Formatting(prefix=look.prefix, suffix=look.suffix))

    def _part(self, part: str, text: str) -> Output:
        """Text in the formatting of a cs:name-part, without its affixes."""
        look = self.parts.get(part)
        if look is None:
            return _together(parse_markup(text))
        return self._formatted(look, text)

    def _formatted(self, look: Formatting, text: str) -> Node:
        look = replace(look, prefix="", suffix="")
        return formatted(parse_markup(text), look, language=self.language)


def _together(content: tuple[Output, ...]) -> Output:
    """Content as one output; most parts of names are mere text, which needs no node."""
    if len(content) == 1 and (isinstance(content[0], str) or not content[0].tag):
        return content[0]
    return Node(content)


def _sort_key(
    name: Name,
    given: str,
    demotes: bool,
) -> Node:
    """The parts of a name in the order of sorting (CSL 1.0.2, "Name-part Order")."""
    if demotes:
        particles = [name.dropping_particle, name.non_dropping_particle]
        joined = " ".join([particle for particle in particles if particle])
        parts = [name.family, joined, given, name.suffix]
    else:
        surname = f"{name.non_dropping_particle} {name.family}".strip()
        parts = [surname, name.dropping_particle, given, name.suffix]
    return Node((PART_BREAK.join(parts),), tag="name")
