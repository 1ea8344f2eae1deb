r"""Read a command that cites, with its arguments.

\citep[see][p.~3]{doe,roe}          one argument in brackets is what follows the key
\autocites(see)(and so on)[3]{doe}[4]{roe}
\cite<see>[p.~3]{doe}               apacite's
\volcite[see]{2}[p.~3]{doe}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.latex.cite_commands import CiteCommand
from loccit.essays.formats.latex.tokens import Argument, Tex, Token
from loccit.model import Span

#: A key among commas and comments; a comment hides the space before the next line.
_KEY = regex(r"%[^\r\n]*|[^,%\s](?:[^,%]*[^,%\s])?")
#: The parameter of a definition.
_PARAMETER = regex(r"#\d")


class Affixes(NamedTuple):
    """What is around keys: where their words are in the text, None for no words."""

    prefix: Argument | None = None
    suffix: Argument | None = None


class TexCite(NamedTuple):
    """A cite as places in the text.

    Attributes:
        volume: where the number of a volume is.
    """

    key: str
    span: Span
    affixes: Affixes = Affixes()
    volume: Argument | None = None


@dataclass(frozen=True, slots=True)
class TexCitation:
    """A citation as places in the text.

    Attributes:
        around: the words around all cites of a command for several.
    """

    command: CiteCommand
    name: str
    span: Span
    cites: tuple[TexCite, ...]
    around: Affixes = Affixes()


def read_citation(tex: Tex, token: Token, command: CiteCommand) -> TexCitation | None:
    """Read the arguments of a command that cites; None if they have no key."""
    position, around = token.end, Affixes()
    if command.several:
        position, around = _around(tex, position)
    cites: list[TexCite] = []
    end = position
    while found := _arguments(tex, position, command):
        cites += found.cites
        end = position = found.end
        if not command.several and not (command.secondary and len(cites) == 1):
            break
    if not cites or any(_PARAMETER.search(cite.key) for cite in cites):
        return None
    return TexCitation(
        command, token.name, Span(token.start, end), tuple(cites), around
    )


def keys_in(tex: Tex, group: Argument) -> Iterator[TexCite]:
    """Yield the keys in a list of them."""
    for found in _KEY.finditer(tex.text, group.start, group.end):
        if not found[0].startswith("%"):
            yield TexCite(" ".join(found[0].split()), Span(*found.span()))


class _Arguments(NamedTuple):
    """The arguments of one group of keys, and where they end."""

    cites: Sequence[TexCite]
    end: int


def _around(tex: Tex, position: int) -> tuple[int, Affixes]:
    """Read the words for several cites, in round brackets."""
    found, position = _options(tex, position, "()")
    return position, _affixes(found)


def _arguments(tex: Tex, position: int, command: CiteCommand) -> _Arguments | None:
    """Read one group of keys with what precedes it."""
    angles, position = _options(tex, position, "<>")
    options, position = _options(tex, position)
    affixes = _affixes(options)
    if angles:
        affixes = Affixes(angles[0], options[0] if options else None)
    volume = None
    if command.volume:
        volume = tex.argument(position)
        if volume is None:
            return None
        pages, position = _options(tex, volume.after)
        affixes = Affixes(options[0] if options else None, pages[0] if pages else None)
    group = tex.argument(position)
    if group is None:
        return None
    cites = _with_affixes([*keys_in(tex, group)], affixes, volume)
    return _Arguments(cites, group.after)


def _options(
    tex: Tex, position: int, brackets: str = "[]"
) -> tuple[list[Argument], int]:
    """Read arguments in brackets, and return where they end."""
    found: list[Argument] = []
    while option := tex.option(tex.after_space(position), brackets):
        found.append(option)
        position = option.after
    return found, position


def _affixes(options: Sequence[Argument]) -> Affixes:
    """Return what options are: one is what follows the key, of two the first precedes it."""
    if not options:
        return Affixes()
    if len(options) == 1:
        return Affixes(None, options[0])
    return Affixes(options[0], options[1])


def _with_affixes(
    cites: list[TexCite], affixes: Affixes, volume: Argument | None
) -> list[TexCite]:
    """Put words before the first of the keys and after the last one."""
    if not cites:
        return []
    cites[0] = cites[0]._replace(affixes=Affixes(affixes.prefix), volume=volume)
    prefix = cites[-1].affixes.prefix
    cites[-1] = cites[-1]._replace(affixes=Affixes(prefix, affixes.suffix))
    return cites
