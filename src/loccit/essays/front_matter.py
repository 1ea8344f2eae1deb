"""The settings of an essay: YAML between `---` and `---`, at its top and elsewhere, or
TOML between `+++` and `+++` at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from loccit._startup.regex import regex
from loccit.errors import InvalidSettings
from loccit.essays.document import FrontMatter
from loccit.essays.syntax.keys import find_keys
from loccit.model import Place, Span
from loccit.values.plain_yaml import read_plain
from loccit.values.toml import read_toml
from loccit.values.yaml import InvalidYaml, compose, value_of

#: A fence at the beginning of the text, and no blank line after it.
_OPENING = regex(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|\Z))")
_TOML = regex(r"\ufeff?(\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_TOML_CLOSING = regex(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = regex(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_LAST_FENCE = regex(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?\Z")
_TOML_FENCES = regex(r"\A\+\+\+[ \t]*|\+\+\+\s*\Z")
#: A key in a list of keys that lack their sign.
UNSIGNED_KEY = regex(r"[^\s,;]+")
#: `---` with text after it begins a document too (YAML 1.2.2, section 9.2).
_SECOND_DOCUMENT = regex(r"[\r\n](---)[ \t]")


def find_front_matter(text: str) -> Span | None:
    """Find the YAML or TOML at the beginning of a text; its span includes the fences
    and the last line end.

    As in pandoc, the line after the opening fence of YAML must not be blank (it would
    be a thematic break), and `...` closes the block too.  TOML is Hugo's.
    """
    if toml := _TOML.match(text):
        end = _TOML_CLOSING.search(text, toml.end())
        return Span(toml.start(1), end.end()) if end else None
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
    read = _toml_values if text.startswith("+++", span.start) else _values
    try:
        return FrontMatter((span,), read(text, span, place))
    except InvalidSettings as error:
        return FrontMatter((span,), {}, error)


def join_front_matter(
    top: FrontMatter | None, later: Sequence[FrontMatter]
) -> FrontMatter | None:
    """Join the blocks of an essay; a later one takes precedence, as in pandoc.

    Only the one at the top keeps an essay from being formatted if it can't be read: what
    is between two rules of a text may look like YAML.
    """
    blocks = [top, *later] if top else later
    if not blocks:
        return None
    values: dict[str, object] = {}
    for block in blocks:
        values.update(block.values)
    spans = tuple(span for block in blocks for span in block.spans)
    return FrontMatter(spans, values, top.error if top else None)


def nocite_keys(value: object) -> tuple[str, ...]:
    """Return the keys in a `nocite` setting, of sources to list without citing them;
    `@*` means all, and gives `*`.

    >>> nocite_keys("@doe99, @{smith 04} and @item1")
    ('doe99', 'smith 04', 'item1')
    >>> nocite_keys(["@*"])
    ('*',)

    Keys without their sign are keys, too; pandoc does not see them.

    >>> nocite_keys("doe99, smith04")
    ('doe99', 'smith04')
    """
    if isinstance(value, str):
        found = find_keys(value) if "@" in value else UNSIGNED_KEY.findall(value)
        return tuple(dict.fromkeys(found))
    if isinstance(value, (list, tuple)):
        keys = (key for each in value for key in nocite_keys(each))
        return tuple(dict.fromkeys(keys))
    return ()


def _toml_values(
    text: str, span: Span, place: Callable[[int], Place]
) -> Mapping[str, object]:
    """Return the settings in TOML.

    Raises:
        InvalidSettings: this is not TOML.
    """
    inner = _TOML_FENCES.sub("", span.of(text))
    try:
        return read_toml(inner)
    except ValueError as error:
        raise InvalidSettings(
            f"The front matter is not TOML: {error}.", place=place(span.start)
        ) from None


def _values(
    text: str, span: Span, place: Callable[[int], Place]
) -> Mapping[str, object]:
    """Return the settings by name.

    Raises:
        InvalidSettings: this is not YAML, or not a list of names and values.
    """
    start = text.index("---", span.start) + len("---")
    inner = _LAST_FENCE.sub("", text[start : span.end])
    plain = read_plain(inner)
    if plain is not None:
        return plain
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
