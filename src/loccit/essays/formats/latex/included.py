r"""The files that a LaTeX essay includes: `\input`, `\include`, `\subfile`, `\import`.

Their sources are in the list of the essay, but only the essay itself is changed.  Nothing
outside its folder is read, and no file twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.essays.formats.latex.preamble import read_preamble
from loccit.essays.formats.latex.reader import read_file
from loccit.essays.formats.latex.tokens import Tex, Token, tokenize
from loccit.model import Place, Problem
from loccit.text_files.reading import read_text

_COMMANDS = frozenset(["input", "include", "subfile", "@input"])
#: Those that name a folder first.
_WITH_FOLDER = frozenset(["import", "subimport"])
#: A name without braces, as TeX has it.
_BARE_NAME = regex(r"[ \t]+([^\s\\{}%]+)")
_MOST_FILES = 500
_EXTENSIONS = ("", ".tex")


class IncludedFile(NamedTuple):
    """A file, and the keys that it cites and lists.

    Attributes:
        name: its name, from the folder of the file that includes it.
        citations: how many citations it has.
    """

    path: Path
    name: str
    keys: tuple[str, ...]
    citations: int


def included_files(tex: Tex, path: str) -> list[IncludedFile]:
    """Read the files that a file includes, and those that they include.

    Args:
        tex: the file.
        path: its name; nothing is read for standard input, `-`.
    """
    if path == "-":
        return []
    folder = Path(path).resolve().parent
    seen = {Path(path).resolve()}
    waiting = [*_included(tex, folder)]
    found: list[IncludedFile] = []
    while waiting and len(found) < _MOST_FILES:
        file = waiting.pop(0)
        if file in seen:
            continue
        seen.add(file)
        with suppress(UnreadableFile):  # LaTeX says what is wrong with it
            inner = tokenize(read_text(file).text)
            found.append(_read(inner, file, folder))
            waiting += _included(inner, folder)
    return found


def not_formatted(file: IncludedFile, place: Place) -> Problem:
    """Report the citations of an included file, for the file at that place."""
    number = file.citations
    what = "a citation" if number == 1 else f"{number} citations"
    return Problem(
        "included-file",
        f"The included file `{file.name}` has {what}; its sources are in the list, but "
        "only this file was formatted.",
        place,
        "note",
        f"Format `{file.name}`, too.",
    )


def _included(tex: Tex, folder: Path) -> Iterator[Path]:
    """Yield the files that a file includes directly, if they are in the folder."""
    for token in tex.tokens:
        name = _name(tex, token)
        file = _existing(folder, name) if name else None
        if file is not None:
            yield file


def _name(tex: Tex, token: Token) -> str:
    """Return the name of the file that a command includes, "" for other commands."""
    if token.name in _WITH_FOLDER:
        first = tex.argument(token.end)
        second = tex.argument(first.after) if first else None
        if first and second:
            return f"{first.of(tex.text)}/{second.of(tex.text)}"
    if token.name not in _COMMANDS:
        return ""
    if argument := tex.argument(token.end):
        return argument.of(tex.text).strip()
    bare = _BARE_NAME.match(tex.text, token.end)
    return bare[1] if bare else ""


def _existing(folder: Path, name: str) -> Path | None:
    """Return the file of a name, if it is in the folder or below."""
    for extension in _EXTENSIONS:
        with suppress(OSError, ValueError):  # a name that no file can have
            file = (folder / f"{name}{extension}").resolve()
            if file.is_relative_to(folder) and file.is_file():
                return file
    return None


def _read(tex: Tex, path: Path, folder: Path) -> IncludedFile:
    preamble = read_preamble(tex)
    runs = read_file(tex, preamble.dialect).runs
    citations = [found.citation for run in runs for found in run.found]
    keys = [cite.key for citation in citations for cite in citation.cites]
    keys += [cite.key for cite in preamble.nocited]
    name = path.relative_to(folder).as_posix()
    return IncludedFile(path, name, tuple(dict.fromkeys(keys)), len(citations))
