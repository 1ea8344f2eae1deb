"""The settings at the top of an essay: YAML between `---` and `---`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from loccit._startup.regex import regex
from loccit.errors import InvalidSettings
from loccit.essays.document import FrontMatter
from loccit.essays.syntax.keys import find_keys
from loccit.model import Place, Span
from loccit.values.yaml import InvalidYaml, compose, value_of

#: Aliases multiply what a small file holds; settings of an essay need few.
_MOST_ALIASES = 100

_OPENING = regex(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|\Z))")
_CLOSING = regex(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_LAST_FENCE = regex(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?\Z")
#: `---` with text after it begins a document too (YAML 1.2.2, section 9.2).
_SECOND_DOCUMENT = regex(r"[\r\n](---)[ \t]")
_ALIAS = regex(r"(?<![\w*])\*[\w-]+")


def find_front_matter(text: str) -> Span | None:
    """The span of the YAML block that opens `text`, fences and final line ending
    included.

    As in pandoc, the line after the opening fence must not be blank (it would be a
    rule), and `...` closes it too.
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    for line in re.compile(r"^(?=---|\.\.\.)", re.MULTILINE).finditer(
        text.replace("\r", "\n"), opening.end()
    ):
        closing = _CLOSING.match(text, line.start())
        if closing:
            return Span(1 if text.startswith("\ufeff") else 0, closing.end())
    return None


def read_front_matter(
    text: str, span: Span, place: Callable[[int], Place]
) -> FrontMatter:
    """Read the front matter at `span`; an error is part of the result, since an essay
    has citations even where its settings can't be read.
    """
    try:
        return FrontMatter(span, _values(text, span, place))
    except InvalidSettings as error:
        return FrontMatter(span, {}, error)


def _values(
    text: str, span: Span, place: Callable[[int], Place]
) -> Mapping[str, object]:
    """Return the settings by name.

    Raises:
        InvalidSettings: this is not YAML, or not a list of names and values.
    """
    start = text.index("---", span.start) + 3
    inner = _LAST_FENCE.sub("", text[start : span.end])
    if len(_ALIAS.findall(inner)) > _MOST_ALIASES and "&" in inner:
        raise InvalidSettings(
            "The front matter has too many aliases.",
            place=place(start),
            advice="Write values out.",
        )
    if second := _SECOND_DOCUMENT.search(inner):
        raise InvalidSettings(
            "The front matter has a second YAML document.",
            place=place(start + second.start(1)),
            advice="Put the text in quotation marks, or leave out the `---`.",
        )
    try:
        node = compose(inner)
    except InvalidYaml as error:
        raise InvalidSettings(
            f"The front matter is not YAML: {error.reason}.",
            place=place(start + (error.offset or 0)),
            advice="Put quotation marks around a value with a colon or a quote in it.",
        ) from None
    values = value_of(node) if node else None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise InvalidSettings(
            "The front matter is not a list of names and values.",
            place=place(start),
            advice="Write `title: My essay`.",
        )
    return values


def nocite_keys(value: object) -> tuple[str, ...]:
    """The keys in a `nocite` setting: sources to list though they are not cited; `@*`
    stands for all and gives `*`.

    >>> nocite_keys("@doe99, @{smith 04} and @item1")
    ('doe99', 'smith 04', 'item1')
    >>> nocite_keys(["@*"])
    ('*',)
    """
    if isinstance(value, str):
        return tuple(dict.fromkeys(find_keys(value)))
    if isinstance(value, (list, tuple)):
        return tuple(dict.fromkeys(key for each in value for key in nocite_keys(each)))
    return ()
