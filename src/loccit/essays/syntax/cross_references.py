"""Cross-references that look like citations: Quarto's `@fig-tides`, pandoc-crossref's
and bookdown's `@fig:tides`, and any `@label` that the essay defines.

Other programs replace them with numbers, so they stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation, CitationContext, Cite, Mark, RichText, Span

#: The reserved prefixes of Quarto ("Cross References"), apaquarto (`apx`),
#: pandoc-crossref, pandoc-xnos (`table`) and bookdown (`tab`, `hyp`).
_PREFIXES = (
    r"fig|tbl|tab|table|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|hyp|sol|rem|alg"
    r"|tip|nte|wrn|imp|cau|vid|dia|apx"
)
#: Some begin a sentence with a capital, as `@Fig-tides`.  Bookdown's `\@ref(fig:tides)`
#: has lost its backslash where another program wrote the essay.
_PREFIXED = regex(rf"(?:{_PREFIXES})[-:]\S+|ref", re.IGNORECASE)
#: An identifier in attributes, `{#tides .wide}`, and the label of a chunk of code.
_LABEL = regex(
    r"\{[^{}\n]*#([^\s{}]+)|^[ \t]*#\|[ \t]*label:[ \t]*[\"']?([\w:.-]+)", re.MULTILINE
)


def has_prefix(key: str) -> bool:
    """Return whether a key has a prefix of cross-references.

    >>> has_prefix("fig-tides"), has_prefix("tbl:ports"), has_prefix("figueroa2001")
    (True, True, False)
    >>> has_prefix("ref")
    True
    """
    return _PREFIXED.fullmatch(key) is not None


def defined_labels(text: str) -> frozenset[str]:
    """Return the labels that an essay defines.

    >>> sorted(defined_labels("![Tides](a.png){#tides}\\n\\n# Intro {.wide #intro}"))
    ['intro', 'tides']
    """
    if "#" not in text:
        return frozenset()
    return frozenset(found[1] or found[2] for found in _LABEL.finditer(text))


def without_cross_references(
    citation: Citation, is_cross_reference: Callable[[str], bool]
) -> Citation | None:
    """Return what a citation cites; None if all of it are cross-references.

    In brackets with citations, a cross-reference becomes a part of their words.

    Args:
        citation: the citation.
        is_cross_reference: decides about a key.
    """
    others = [cite for cite in citation.cites if not is_cross_reference(cite.key)]
    if len(others) == len(citation.cites):
        return citation
    if not others:
        return None
    if citation.mode == "parenthetical":
        return replace(citation, cites=_joined(citation, is_cross_reference))
    return _brackets(citation)


def _joined(
    citation: Citation, is_cross_reference: Callable[[str], bool]
) -> tuple[Cite, ...]:
    """Make cross-references parts of the cites beside them."""
    cites: list[Cite] = []
    before = RichText()
    for cite in citation.cites:
        if not is_cross_reference(cite.key):
            cites.append(replace(cite, prefix=before + cite.prefix))
            before = RichText()
        elif cites:
            suffix = cites[-1].suffix + RichText.of("; ") + _as_typed(cite, citation)
            cites[-1] = replace(cites[-1], suffix=suffix)
        else:
            before = before + _as_typed(cite, citation) + RichText.of("; ")
    return tuple(cites)


def _as_typed(cite: Cite, citation: Citation) -> RichText:
    """Return a cross-reference with its words; what it is a cite of stays markup."""
    key = citation.source[cite.span.start - citation.span.start :][: len(cite.span)]
    words = cite.suffix
    if cite.locator:
        words = RichText.of(f", {cite.locator.value}") + words
    return cite.prefix + RichText.of(key).marked(Mark("raw", "markdown")) + words


def _brackets(citation: Citation) -> Citation | None:
    """Return the citation in the brackets after a cross-reference,
    `@fig-tides [@moss2010]`.
    """
    first, *others = citation.cites
    key_end = first.span.end - citation.span.start
    gap = citation.source[key_end:]
    if not gap.lstrip().startswith("[") or first.locator or first.suffix:
        return None
    start = citation.span.end - len(gap.lstrip())
    context = _after(citation.context, first.span.end)
    return replace(
        citation,
        cites=tuple(others),
        mode="parenthetical",
        span=Span(start, citation.span.end),
        source=gap.lstrip(),
        context=context,
    )


def _after(context: CitationContext, start: int) -> CitationContext:
    """Return the context of what follows a cross-reference that ends at `start`."""
    note_span = Span(start, context.note_span.end)
    return replace(context, begins=False, note_span=note_span, possessive=None)
