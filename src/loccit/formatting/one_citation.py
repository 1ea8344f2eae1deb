"""One citation or one entry, for programs that have no essay."""

from __future__ import annotations

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.errors import LoccitError
from loccit.essays import read_essay
from loccit.model import Citation, RichText
from loccit.output import load_output, output_names

_DEFAULT_LANGUAGE = "en-US"


def format_citation(
    typed: str,
    library: Library,
    *,
    style: str | csl.Style = "apa",
    locale: str | None = None,
    to: str = "text",
) -> str:
    """Format a citation as an essay has it.

    Args:
        typed: such as `[@doe2001, p. 3]` or `@doe2001`.
        library: where its keys are looked up.
        style: the style, or its id or path.
        locale: a language; None for the style's own.
        to: the markup: `text`, `markdown`, `html`, `latex`, `typst`, `rtf`.

    Raises:
        UnknownKey: no source has one of the keys.
        LoccitError: `typed` is not one citation.

    >>> from loccit import read_library
    >>> library = read_library("@book{doe, author={Doe, Jo}, title={Emma}, date={2001}}")
    >>> format_citation("[see @doe, p. 3]", library)
    '(see Doe, 2001, p. 3)'
    """
    style = _loaded(style)
    words = csl.locator_terms(locale or style.default_locale or _DEFAULT_LANGUAGE)
    found = read_essay(typed.encode(), format="markdown").citations(words)
    if len(found) != 1:
        raise LoccitError(
            f"`{typed}` is not one citation.", advice="Write it as in `[@key, p. 3]`."
        )
    citation = found[0]
    if style.citation_class == "note":
        context = replace(citation.context, own_note=True)
        citation = replace(citation, note=1, context=context)
    processed = _processed(style, library, [citation], locale)
    return _rendered(processed.authors[0] + processed.citations[0], to)


def format_reference(
    key: str,
    library: Library,
    *,
    style: str | csl.Style = "apa",
    locale: str | None = None,
    to: str = "text",
) -> str:
    """Format the entry of a source in the reference list.

    Args:
        key: of the source.
        library, style, locale, to: as for `format_citation`.

    Returns:
        The entry; `""` if the style lists no such source.

    Raises:
        UnknownKey: no source has the key.

    >>> from loccit import read_library
    >>> library = read_library("@book{doe, author={Doe, Jo}, title={Emma}, date={2001}}")
    >>> format_reference("doe", library, to="html")
    'Doe, J. (2001). <i>Emma</i>.'
    """
    source = library.require(key)
    processed = csl.process(
        _loaded(style), {key: source}, [], locale=locale, uncited=[key]
    )
    if not processed.bibliography:
        return ""
    return _rendered(processed.bibliography[0].text, to).strip()


def _processed(
    style: csl.Style, library: Library, citations: list[Citation], locale: str | None
) -> csl.Processed:
    keys = [cite.key for citation in citations for cite in citation.cites]
    sources = {key: library.require(key) for key in keys}
    return csl.process(style, sources, citations, locale=locale)


def _loaded(style: str | csl.Style) -> csl.Style:
    return style if isinstance(style, csl.Style) else csl.load_style(style)


def _rendered(text: RichText, to: str) -> str:
    return load_output(output_names().get(to, to)).render(text)
