"""Run pandoc, which reads an essay as a tree and writes the tree as a document.

It runs in its sandbox: it reads no files but those named here, and nothing from the
network (pandoc's manual, "--sandbox").
"""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from itertools import accumulate
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from loccit._startup.dataclass import dataclass, field
from loccit._startup.regex import regex
from loccit.errors import LoccitError

#: A node of pandoc's tree as JSON has it: `t` is its type, `c` its content.  The shape of
#: the content differs from type to type (pandoc-types, Text.Pandoc.Definition).
Node: TypeAlias = dict[str, Any]

#: Figures and tables have captions of blocks from this version on.
_OLDEST = (3, 1)
#: Some versions of Python go as deep as a tree does, and others end there.
_DEEPEST = 1000
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BRACKET = re.compile(rb"[\[\]{}]")
#: How pandoc says that it could not convert TeX.
_LOST_MATH = regex(
    r"^\[WARNING\] Could not convert TeX math (.*), rendering as TeX", re.MULTILINE
)
_INSTALL = 'Install it: pip install "loccit[convert]".'


@dataclass(slots=True)
class Tree:
    """An essay as pandoc reads it.

    Attributes:
        version: of the tree's format; pandoc reads no other than its own.
        meta: what is in the front matter, by name.
        blocks: the text.
        lost_math: TeX that pandoc could not convert, and left as it is.
    """

    version: list[int]
    meta: dict[str, Node]
    blocks: list[Node]
    lost_math: list[str] = field(default_factory=list)

    def with_blocks(self, blocks: list[Node]) -> Tree:
        """Return the tree with another text."""
        return Tree(self.version, self.meta, blocks, self.lost_math)


def read_tree(text: str, format_: str) -> Tree:
    """Read a text in a format of pandoc's.

    Raises:
        LoccitError: pandoc is not installed, or can't read the text, or the text is
            nested too deeply.
    """
    made = run(["--from", format_, "--to", "json", "--standalone"], text.encode())
    if _depth(made) > _DEEPEST:
        raise LoccitError("This essay is nested too deeply for a paper.")
    tree = json.loads(made)
    return Tree(tree["pandoc-api-version"], tree["meta"], tree["blocks"])


def _depth(tree: bytes) -> int:
    """Return how deeply brackets are nested in JSON."""
    brackets = _BRACKET.findall(_STRING.sub(b"", tree))
    steps = [1 if bracket in b"[{" else -1 for bracket in brackets]
    return max(accumulate(steps), default=0)


def write_tree(tree: Tree, to: str, *options: str) -> bytes:
    """Write the text of a tree in a format of pandoc's.

    Raises:
        LoccitError: pandoc is not installed, or can't write the tree.
    """
    whole = {"pandoc-api-version": tree.version, "meta": {}, "blocks": tree.blocks}
    arguments = ["--from", "json", "--to", to, "--output", "-", *options]
    return run(arguments, json.dumps(whole).encode(), tree.lost_math)


def write_like(tree: Tree, to: str, reference: bytes) -> bytes:
    """Write a tree as a document with the styles and the page of another.

    Raises:
        LoccitError: as `write_tree`.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"reference.{to}"
        path.write_bytes(reference)
        return write_tree(tree, to, "--reference-doc", str(path))


def run(arguments: list[str], data: bytes, lost_math: list[str] | None = None) -> bytes:
    """Run pandoc on data, and return what it prints.

    Args:
        arguments: of the command.
        data: what it reads.
        lost_math: gets the TeX that could not be converted.

    Raises:
        LoccitError: pandoc is not installed, or fails.
    """
    command = [find_pandoc(), "--sandbox", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode:
        raise LoccitError(f"pandoc can't convert this essay: {said}")
    if lost_math is not None:
        lost_math += _LOST_MATH.findall(said)
    return done.stdout


@cache
def find_pandoc() -> str:
    """Return the path of pandoc: from its package, or on the PATH.

    Raises:
        LoccitError: there is none, or it is too old.
    """
    path = _path()
    if not path:
        raise LoccitError(
            "A paper needs pandoc, which is not installed.", advice=_INSTALL
        )
    found = _version(path)
    if found < _OLDEST:
        raise LoccitError(
            f"A paper needs pandoc {_dotted(_OLDEST)} or newer, and {path} is "
            f"{_dotted(found)}.",
            advice=_INSTALL,
        )
    return path


def _path() -> str | None:
    """Return the path of the pandoc of the extra `convert`, or of one on the PATH."""
    try:
        import pypandoc  # an extra
    except ImportError:
        return which("pandoc")
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return None


def _version(path: str) -> tuple[int, ...]:
    done = subprocess.run([path, "--version"], capture_output=True, check=False)
    found = re.search(rb"\d+(?:\.\d+)+", done.stdout)
    return tuple(map(int, found[0].split(b"."))) if found else ()


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
