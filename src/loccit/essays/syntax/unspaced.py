"""Citations in scripts that put no spaces between words: `正如@mo所说`.

A word may directly precede the sign and follow the key there, so only the library knows
where a key ends, and whether it is one.
"""

from __future__ import annotations

from collections.abc import Container

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation, Cite, RichText, Span

#: Letters of Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.  Korean has
#: spaces, but particles follow a word without one.
_LETTERS = (
    "\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff\u1100-\u11ff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f"
    "\u1780-\u17ff"
)
_UNSPACED = regex(rf"[{_LETTERS}]")
#: A key of other letters, before such.
_SHORT_KEY = regex(rf"[^{_LETTERS}]+(?=[{_LETTERS}])")


def ends_word(character: str) -> bool:
    """Return whether a character ends a word that no key can follow.

    >>> ends_word("a"), ends_word("如"), ends_word(" ")
    (True, False, False)
    """
    if character.isascii():  # the expression takes 2 ms to compile
        return character.isalnum()
    return character.isalnum() and not _UNSPACED.match(character)


def without_words(
    citation: Citation, text: str, keys: Container[str]
) -> Citation | None:
    """Return a citation without the words that adjoin its keys; None if it adjoins a
    word itself and cites nothing: `张三@example.org` is an address.

    Args:
        citation: the citation.
        text: the part of the essay that it is in.
        keys: the keys that can be cited.
    """
    unknown = [cite for cite in citation.cites if cite.key not in keys]
    if not unknown:
        return citation
    shorter = {id(cite): _shorter(cite, keys) for cite in unknown}
    if all(shorter.values()):
        cites = tuple(shorter.get(id(cite)) or cite for cite in citation.cites)
        return _shortened(citation, cites)
    start = citation.span.start
    follows_word = start > 0 and _UNSPACED.match(text, start - 1) is not None
    return None if follows_word and citation.mode == "narrative" else citation


def _shorter(cite: Cite, keys: Container[str]) -> Cite | None:
    """Return a cite of the key before a word of another script, if that is known."""
    found = _SHORT_KEY.match(cite.key)
    if not found or found[0] not in keys:
        return None
    words = cite.key[found.end() :]
    end = cite.span.end - len(words)
    suffix = RichText.of(words) + cite.suffix
    return replace(cite, key=found[0], suffix=suffix, span=Span(cite.span.start, end))


def _shortened(citation: Citation, cites: tuple[Cite, ...]) -> Citation:
    """Return a citation with other cites; without brackets it ends with its key, and
    the words after that stay in the sentence.
    """
    [first, *others] = cites
    has_brackets = citation.source.endswith("]")
    if has_brackets or others:
        return replace(citation, cites=cites)
    end = first.span.end
    source = citation.source[: end - citation.span.start]
    span = Span(citation.span.start, end)
    context = replace(
        citation.context,
        ends=False,
        note_span=Span(citation.context.note_span.start, end),
        punctuation="",
        full_stop=None,
        possessive=None,
    )
    cite = replace(first, suffix=RichText())
    return replace(citation, cites=(cite,), span=span, source=source, context=context)
