"""Write RichText as pandoc's Markdown, escaped so that a reader finds just the text and
marks that were meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Run, Section, marked_runs, under_headings

EXTENSIONS = (".md",)

_WRAPPERS = {
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("font-variant", "small-caps"): ("[", "]{.smallcaps}"),
    ("text-decoration", "underline"): ("[", "]{.underline}"),
    ("vertical-align", "sup"): ("^", "^"),
    ("vertical-align", "sub"): ("~", "~"),
}

#: Characters that would be read as markup in the middle of a line (pandoc's manual,
#: "Pandoc's Markdown").
_MARKUP = regex(
    r"""[\\`*^~$]                           # escapes, code, emphasis, superscript, subscript, maths
    | (?<!\w)_ | _(?!\w)                    # an underscore within a word is itself
    | \[(?=\^|[^\]]*\][(\[{:])              # a footnote or a link; other brackets are themselves
    | \[(?=[^\[\]]*\[[^\[\]]*\][^\[\]]*\][(\[{:])  # a link with brackets inside
    | (?<![^\W_])-?@(?=[\w{*])              # a citation
    | @(?=[^\s@]+@[\w{*])                  # what lets pandoc take the next one for a citation, x@y@z
    | <(?=[^\W\d_]|[/!?])                   # a tag or an address
    | &(?=\#?\w+;)                          # a character reference
    """,
    re.VERBOSE,
)
_SPACE = regex(r"(?<!\\)\s")
#: An address that may stand between `<` and `>` as a link (CommonMark, "Autolinks").
_AUTOLINK = regex(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]+")
#: What ends the target of a link that is not between `<` and `>`.
_ENDS_TARGET = regex(r"[\s()]")
#: A start that would turn a paragraph into a heading, a list, a quotation, a table or a
#: definition.
_NUMBER = r"(?:\d{1,9}|[ivxlcdm]+|[IVXLCDM]{2,}|[A-Za-z](?=\)))"
_BLOCK_START = regex(
    rf"\#|[>|]|[-+:=](?=\s|$)|:::|---|(?=(?:{_NUMBER}|\#)[.)](?:\s|\Z))|\((?={_NUMBER}\)(?:\s|\Z))"
)


def render(text: RichText) -> str:
    r"""Write text as Markdown.

    >>> render(RichText.of("Home Girls").marked(Mark("font-style", "italic")) + RichText.of(" [@handle]"))
    '*Home Girls* [\\@handle]'
    """
    return "".join(_emit([*marked_runs(text)], 0))


def heading(title: str, level: int) -> str:
    """Write a heading line."""
    return f"{'#' * level} {_escape(title)}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; with anchors, in a fenced div as pandoc does."""
    blocks = [paragraph(render(entry.text)) for entry in entries]
    if anchors:
        return [
            f"::: {{#ref-{entry.key} .csl-entry}}\n{block}\n:::"
            for entry, block in zip(entries, blocks, strict=True)
        ]
    return blocks


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as a block quotation, which is how Markdown indents."""
    return "\n>\n".join(f"> {paragraph(render(text))}" for text in paragraphs)


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file: the entries with blank lines between them."""
    return "\n\n".join(under_headings(sections, heading))


def paragraph(markup: str) -> str:
    """Escape the start of a paragraph that would make it a list or a heading."""
    markup = markup.strip()
    if match := _BLOCK_START.match(markup):
        # "1." and "(a)" are escaped after the number, the rest at the character itself.
        at = match.start() if match[0] else re.search(r"[.)]", markup).start()  # type: ignore[union-attr]
        return f"{markup[:at]}\\{markup[at:]}"
    return markup


def _emit(runs: list[Run], depth: int) -> Iterator[str]:
    """Yield the markup of runs that share their first `depth` marks."""
    start = 0
    while start < len(runs):
        text, marks = runs[start]
        if len(marks) <= depth:
            yield _escape(text)
            start += 1
            continue
        end = start + 1
        while end < len(runs) and runs[end][1][: depth + 1] == marks[: depth + 1]:
            end += 1
        yield _wrap(marks[depth], runs[start:end], depth)
        start = end


def _wrap(mark: Mark, runs: list[Run], depth: int) -> str:
    plain = "".join(text for text, _ in runs)
    if mark.name == "raw" and mark.value == "markdown":
        return plain
    if mark.name == "code":
        return _code(plain)
    if mark.name == "math":
        fence = "$$" if mark.value == "display" else "$"
        return f"{fence}{plain}{fence}"
    content = "".join(_emit(runs, depth + 1))
    if mark.name == "link":
        return _link(mark.value, plain, content)
    if mark.name == "display":
        return _display(mark.value, content)
    before, after = _WRAPPERS.get((mark.name, mark.value), ("", ""))
    inner = content.strip()
    if not inner:
        return content
    if mark.name == "vertical-align":
        inner = _SPACE.sub(r"\\ ", inner)
        if mark.value == "sup":
            inner = _without_footnote(inner, runs, depth)
    # Emphasis must begin and end at a character that is not a space.
    lead = content[: len(content) - len(content.lstrip())]
    trail = content[len(content.rstrip()) :]
    return f"{lead}{before}{inner}{after}{trail}"


def _without_footnote(content: str, runs: list[Run], depth: int) -> str:
    """Write what is to be raised so that no footnote begins: `^[1]^` is one.

    Args:
        content: its markup.
        runs: its runs, of which the mark is the one at `depth`.
        depth: see above.
    """
    if not content.startswith("["):
        return content
    if len(runs[0][1]) > depth + 1:
        return f"<!---->{content}"  # the bracket of a link
    content = "\\" + content
    if content.endswith("]") and len(runs[-1][1]) == depth + 1:
        content = content[:-1] + r"\]"
    return content


def _display(place: str, content: str) -> str:
    """Write a block of an entry (CSL 1.0.2, "display"); Markdown has no margin to set
    a number in.
    """
    if place == "left-margin":
        return f"{content.rstrip()} "
    return content if place == "right-inline" else f"\n{content}\n"


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _link(address: str, plain: str, content: str) -> str:
    if plain == address and _AUTOLINK.fullmatch(address):
        return f"<{address}>"
    target = f"<{address}>" if _ENDS_TARGET.search(address) else address
    return f"[{content}]({target})"


def _escape(text: str) -> str:
    return _MARKUP.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return "-\\@" if found[0] == "-@" else f"\\{found[0]}"
