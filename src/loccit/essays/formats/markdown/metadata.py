"""Markdown in YAML: an essay's title, abstract and the like, and the captions that chunks
of code have.  pandoc reads citations there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText, Piece
from loccit.model import Span
from loccit.values.yaml import InvalidYaml, compose

if TYPE_CHECKING:
    import yaml

#: How a text is typed: after `|` or `>`, in quotation marks, or plain; plain text in
#: `{...}` and `[...]` can't have their signs.
Quoting = Literal["block", "single", "double", "plain", "flow"]

#: What is not text for readers; without what is a list of keys.
_NO_TEXT = frozenset(
    [
        "bibliography",
        "citation-style",
        "classoption",
        "crossref",
        "csl",
        "execute",
        "format",
        "header-includes",
        "include-after",
        "include-before",
        "include-in-header",
        "nocite",
        "output",
        "params",
        "references",
    ]
)
#: Where people have an `@` before their own names.
_WITH_HANDLES = frozenset(
    [
        "affiliation",
        "author",
        "authors",
        "contact",
        "editor",
        "email",
        "institute",
        "name",
        "social",
        "twitter",
        "url",
    ]
)
_QUOTINGS: dict[str, Quoting] = {
    "|": "block",
    ">": "block",
    "'": "single",
    '"': "double",
}
_FENCE = regex(r"\A---[ \t]*\n|(?:---|\.\.\.)[ \t]*\n?\Z")
#: Words, or a citation alone; `"@me"` is rather a handle.
_TEXT = regex(r"\s*(?:\[|\S+\s+\S)")
#: The options of a chunk, one a line.
_OPTION = regex(r"(?<=\n)[ \t]*(?:#|//|%%|--)\|[ ]?([^\n]*\n)")
_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
#: A caption among the arguments of R: `fig.cap = "..."`, `caption = c("...", "...")`.
_ARGUMENT = regex(
    rf"cap(?:tion)?\s*=\s*(?:c\(\s*)?((?:{_STRING})(?:\s*,\s*(?:{_STRING}))*)"
)
_STRINGS = regex(_STRING)
#: Escapes of YAML in single and in double quotation marks; R has the latter.
_DOUBLED = regex(r"''")
_ESCAPED = regex(
    r"\\(?:\n[ \t]*|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|[^\n])"
)
#: What letters stand for after a backslash (YAML 1.2.2, section 5.7).
_LETTERS = {"n": "\n", "t": " ", "_": "\xa0", "N": "\n", "L": "\n", "P": "\n"}
#: What ends a plain text of YAML.
_COLON = regex(r":(?= |\Z)")
_COMMENT = regex(r"(?<= )#")


class TypedText(NamedTuple):
    """Markdown that is a value of YAML, or a string of R."""

    mapped: MappedText
    quoting: Quoting

    @property
    def span(self) -> Span:
        """Its place in the essay."""
        return self.mapped.span(0, len(self.mapped.text))


def texts_in_metadata(block: MappedText) -> Iterator[TypedText]:
    """Yield the texts with an `@` of a block of metadata, fences included."""
    if "@" not in block.text or block.text.startswith("+++"):
        return
    fences = [found.span() for found in _FENCE.finditer(block.text)]
    first = fences[0][1] if fences else 0
    last = fences[-1][0] if len(fences) > 1 else len(block.text)
    inner = block.cut([(first, last)])
    for name, node in _values(inner.text):
        if name not in _NO_TEXT:
            yield from _texts(inner, name, node)


def texts_in_chunk(chunk: MappedText) -> Iterator[TypedText]:
    """Yield the captions with an `@` of a chunk of code, fences included."""
    options = chunk.cut(found.span(1) for found in _OPTION.finditer(chunk.text))
    if "@" in options.text:
        for name, node in _values(options.text):
            if name.endswith("cap"):
                yield from _texts(options, name, node)
    for argument in _ARGUMENT.finditer(chunk.text):
        for found in _STRINGS.finditer(chunk.text, *argument.span(1)):
            if "@" in found[0]:
                yield _string(chunk, *found.span(), "double")


def _character(escape: str) -> str:
    """Return what an escape stands for; a line that goes on has nothing there."""
    letter, rest = escape[1], escape[2:]
    if letter == "\n":
        return ""
    if rest:
        return chr(int(rest, 16))
    return _LETTERS.get(letter, letter)


def quoted(markup: str, quoting: Quoting) -> str:
    """Write Markdown so that it stays the same in a value of YAML.

    >>> quoted('the "cave": 1', "double"), quoted("Doe: 1", "plain")
    ('the \\\\"cave\\\\": 1', 'Doe&#58; 1')
    """
    match quoting:
        case "single":
            return markup.replace("'", "''")
        case "double":
            return markup.replace("\\", "\\\\").replace('"', '\\"')
        case "plain" | "flow":
            return _COMMENT.sub(r"\#", _COLON.sub("&#58;", markup))
        case _:
            return markup


def _values(text: str) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the names and values of a mapping; none where it can't be read."""
    import yaml  # most essays have no citations in metadata

    try:
        node = compose(text)
    except InvalidYaml:
        return
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield str(name.value), value


def _texts(inner: MappedText, name: str, node: yaml.Node) -> Iterator[TypedText]:
    """Yield the texts in the value of a name."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        has_key = "@" in node.value and name not in _WITH_HANDLES
        if has_key and _TEXT.match(node.value):
            yield _text(inner, node)
    elif isinstance(node, yaml.CollectionNode):
        for own_name, child in _children(name, node):
            for text in _texts(inner, own_name, child):
                is_flow = node.flow_style and text.quoting == "plain"
                yield text._replace(quoting="flow") if is_flow else text


def _children(name: str, node: yaml.CollectionNode) -> Iterable[tuple[str, yaml.Node]]:
    """Return the values in a value with their names; items of a list have its name."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), value) for key, value in node.value]
    return [(name, item) for item in node.value]


def _text(inner: MappedText, node: yaml.ScalarNode) -> TypedText:
    start, end = node.start_mark.index, node.end_mark.index
    quoting = _QUOTINGS.get(inner.text[start], "plain")
    match quoting:
        case "block":
            return TypedText(inner.cut(_block_lines(inner.text, start, end)), quoting)
        case "plain":
            return TypedText(inner.cut([(start, end)]), quoting)
        case _:
            return _string(inner, start, end, quoting)


def _string(mapped: MappedText, start: int, end: int, quoting: Quoting) -> TypedText:
    """Return the text between quotation marks, where an escape is its character."""
    pieces: list[Piece] = []
    done = start + 1
    escape = _DOUBLED if quoting == "single" else _ESCAPED
    for found in escape.finditer(mapped.text, done, end - 1):
        pieces += mapped.pieces(done, found.start())
        span = mapped.span(*found.span())
        pieces.append(Piece(_character(found[0]), span.start, span.end))
        done = found.end()
    pieces += mapped.pieces(done, end - 1)
    return TypedText(MappedText.join(pieces, mapped.part), quoting)


def _block_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines of a block without their indent."""
    first = text.index("\n", start) + 1
    lines = text[first:end].splitlines(keepends=True)
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = min(indents, default=0)
    stretches: list[tuple[int, int]] = []
    position = first
    for line in lines:
        line_end = position + len(line)
        stretches.append((min(position + indent, line_end - 1), line_end))
        position = line_end
    return stretches
