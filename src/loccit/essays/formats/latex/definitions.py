r"""Commands that a file defines to cite: `\newcommand{\see}[1]{\citep[see][]{#1}}`.

One that only calls another with its own argument is that other.  One that prints more is
left as it is written, since its words are in the definition; but what it cites is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.latex.cite_commands import CiteCommand, Dialect
from loccit.essays.formats.latex.tokens import Argument, Tex, Token

_NAME = regex(r"\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*")
#: What says that a command has one argument, and no option.
_ONE_ARGUMENT = regex(r"(?:\[1\]|\{\s*m\s*\}|#1)\s*(?=\{)")
_CALL = regex(r"\\([A-Za-z]+)(\*?)\s*\{#1\}")
_CITES = regex(r"\\([A-Za-z]+)(\*?)(?:\[[^\[\]]*\])*\{#1\}")
DEFINE = frozenset(
    [
        "DeclareRobustCommand",
        "NewDocumentCommand",
        "RenewDocumentCommand",
        "def",
        "newcommand",
        "newrobustcmd",
        "providecommand",
        "renewcommand",
    ]
)


class Definition(NamedTuple):
    """A command with one argument, and what it stands for."""

    name: str
    body: str


def read_definition(tex: Tex, token: Token) -> Definition | None:
    """Read the definition of a command with one argument; None if it is another one."""
    name = _NAME.match(tex.text, token.end)
    arguments = _ONE_ARGUMENT.match(tex.text, name.end()) if name else None
    body: Argument | None = tex.group(arguments.end()) if arguments else None
    if name is None or body is None:
        return None
    return Definition(name[1], body.of(tex.text).strip())


def cites_of(
    definitions: Iterable[Definition], dialect: Dialect
) -> Mapping[str, CiteCommand]:
    """Return the defined commands that cite, by name."""
    found: dict[str, CiteCommand] = {}
    for name, body in definitions:
        command = _command(body, dialect)
        if command and not dialect.command(name, star=False):
            found[name] = command
    return found


def _command(body: str, dialect: Dialect) -> CiteCommand | None:
    """Return what a definition prints, None if it doesn't cite."""
    call = _CALL.fullmatch(body)
    if call:
        return dialect.command(call[1], star=bool(call[2]))
    for cites in _CITES.finditer(body):
        if dialect.command(cites[1], star=False):
            return CiteCommand(form="other")
    return None
