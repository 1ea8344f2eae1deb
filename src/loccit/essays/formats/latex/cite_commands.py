"""The commands that cite, and what each prints; cite_commands.txt lists them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from loccit._startup.dataclass import dataclass, field, replace
from loccit.model import CiteMode
from loccit.values.word_lists import read_sections, words_of

#: What a command prints that no citation style does: a title, a whole entry, a field.
CiteForm = Literal["citation", "other"]


@dataclass(frozen=True, slots=True)
class CiteCommand:
    """What a command prints.

    Attributes:
        mode: how it is set.
        bare: whether it has no brackets of its own.
        in_footnote: whether it makes a footnote.
        moves: whether that comes after the punctuation (BibLaTeX's manual, 3.9.4).
        form: `other` for what isn't a citation.
        volume: whether a volume precedes its arguments.
        several: whether it is followed by several keys with arguments of their own.
        secondary: whether its second key is of the work that the first was read in.
    """

    mode: CiteMode = "parenthetical"
    bare: bool = False
    in_footnote: bool = False
    moves: bool = False
    form: CiteForm = "citation"
    volume: bool = False
    several: bool = False
    secondary: bool = False


_SECTIONS = read_sections(Path(__file__).with_name("cite_commands.txt"))
_PARENTHETICAL = CiteCommand()
_BARE = CiteCommand(bare=True)
_NARRATIVE = CiteCommand("narrative")
_FOOTNOTE = CiteCommand(in_footnote=True)
_MOVING_FOOTNOTE = CiteCommand(in_footnote=True, moves=True)
#: What the commands of each section of cite_commands.txt print.
_KINDS: Mapping[str, CiteCommand] = {
    "parenthetical": _PARENTHETICAL,
    "narrative": _NARRATIVE,
    "bare": _BARE,
    "footnote": _FOOTNOTE,
    "author": CiteCommand("author-only"),
    "year": CiteCommand("suppress-author", bare=True),
    "year in brackets": CiteCommand("suppress-author"),
    "volume bare": CiteCommand(bare=True, volume=True),
    "volume parenthetical": CiteCommand(volume=True),
    "volume footnote": CiteCommand(in_footnote=True, volume=True),
    "volume narrative": CiteCommand("narrative", volume=True),
    "secondary parenthetical": CiteCommand(secondary=True),
    "secondary narrative": CiteCommand("narrative", secondary=True),
    "other": CiteCommand(form="other"),
}
_COMMANDS = {
    name: command
    for section, command in _KINDS.items()
    for name in words_of(_SECTIONS[section])
}
_SEVERAL = {
    f"{name}s": replace(_COMMANDS[name], several=True)
    for name in words_of(_SECTIONS["several"])
}
_STAR_IS_YEAR = words_of(_SECTIONS["star is year"])


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""What a document's packages make of some commands.

    Attributes:
        package: `natbib`, `biblatex` or "".
        cite: what `\cite` prints.
        autocite: what `\autocite` prints.
        defined: what the commands print that the document defines.
    """

    package: str = ""
    cite: CiteCommand = _PARENTHETICAL
    autocite: CiteCommand = _PARENTHETICAL
    defined: Mapping[str, CiteCommand] = field(default_factory=dict)

    def command(self, name: str, *, star: bool) -> CiteCommand | None:
        """Return what a command prints, None if it doesn't cite."""
        command = _SEVERAL.get(name) or _COMMANDS.get(name) or self.defined.get(name)
        if command is None:
            return None
        own = self._own(name)
        if own is not None:
            command = replace(own, several=command.several)
        if star and self.package == "biblatex" and name in _STAR_IS_YEAR:
            return replace(command, mode="suppress-author")
        return command

    def _own(self, name: str) -> CiteCommand | None:
        match name.casefold():
            case "cite" | "cites":
                return self.cite
            case "autocite" | "autocites":
                return self.autocite
        return None


def dialect(package: str, *, cites_authors: bool, cites_in_notes: bool) -> Dialect:
    r"""Return what a package makes of the commands.

    Args:
        package: the package that cites, or "".
        cites_authors: whether its style has authors and years, not numbers.
        cites_in_notes: whether its style cites in footnotes.
    """
    autocite = _MOVING_FOOTNOTE if cites_in_notes else _PARENTHETICAL
    if package == "natbib" and cites_authors:
        return Dialect(package, _NARRATIVE)
    if package == "biblatex" and (cites_authors or cites_in_notes):
        return Dialect(package, _BARE, autocite)
    return Dialect(package, autocite=autocite)
