"""The settings at the top of an essay: YAML between `---` and `---`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loccit._startup.regex import regex
from loccit.errors import InvalidSettings
from loccit.essays.document import FrontMatter
from loccit.essays.syntax.keys import find_keys
from loccit.model import Place, Span
from loccit.values.yaml import InvalidYaml, compose, value_of

#: A fence at the beginning of the text, and no blank line after it.
_OPENING = regex(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|\Z))")
_CLOSING = regex(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_LAST_FENCE = regex(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?\Z")
#: `---` with text after it begins a document too (YAML 1.2.2, section 9.2).
_SECOND_DOCUMENT = regex(r"[\r\n](---)[ \t]")


def find_front_matter(text: str) -> Span | None:
    """Find the YAML block at the beginning of a text; its span includes the fences and
    the last line end.

    As in pandoc, the line after the opening fence must not be blank (it would be a
    thematic break), and `...` closes the block too.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if closing is None:
        return None
    return Span(text.index("---"), closing.end())


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


def nocite_keys(value: object) -> tuple[str, ...]:
    """Return the keys in a `nocite` setting, of sources to list without citing them;
    `@*` means all, and gives `*`.

    >>> nocite_keys("@doe99, @{smith 04} and @item1")
    ('doe99', 'smith 04', 'item1')
    >>> nocite_keys(["@*"])
    ('*',)
    """
    if isinstance(value, str):
        return tuple(dict.fromkeys(find_keys(value)))
    if isinstance(value, (list, tuple)):
        keys = (key for each in value for key in nocite_keys(each))
        return tuple(dict.fromkeys(keys))
    return ()


def _values(
    text: str, span: Span, place: Callable[[int], Place]
) -> Mapping[str, object]:
    """Return the settings by name.

    Raises:
        InvalidSettings: this is not YAML, or not a list of names and values.
    """
    start = text.index("---", span.start) + len("---")
    inner = _LAST_FENCE.sub("", text[start : span.end])
    if second := _SECOND_DOCUMENT.search(inner):
        raise InvalidSettings(
            "The front matter has a second YAML document.",
            place=place(start + second.start(1)),
            advice="Put the text in quotation marks, or leave out the `---`.",
        )
    try:
        node = compose(inner, as_tree=True)
    except InvalidYaml as error:
        raise InvalidSettings(
            f"The front matter is not YAML: {error.reason}.",
            place=place(start + (error.offset or 0)),
            advice=error.advice,
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
