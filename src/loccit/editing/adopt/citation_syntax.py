"""Write a typed citation in the citation syntax (docs/citation-syntax.md)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from loccit import csl
from loccit._startup.regex import regex
from loccit.editing.adopt.plan import CitationPlan, CitePlan
from loccit.essays.syntax.keys import is_plain
from loccit.formatting.typed.words import words_after, words_before
from loccit.model import Locator, Source

#: A locator that names several places.
_SEVERAL = regex(r"[-‐‑–—,;&]|\band\b|\bff?\b")
_WORD = regex(r"[^\W_]+")
#: What is printed without a word in English, as in "12:30".
_BARE = frozenset(["timestamp"])
#: "as cited in" and the like, which the syntax has between two cites.
_CITED_IN = "as cited in"

#: Finds a source by its key.
GetSource: TypeAlias = "Callable[[str], Source | None]"


def citations_by_key(
    plan: CitationPlan, get: GetSource, lang: str, is_named: bool
) -> list[str]:
    """Return the ways to write a citation by key, the best first.

    Args:
        plan: a citation all of whose works have keys.
        get: finds a source by its key.
        lang: the language of the essay, for the words of locators.
        is_named: whether the sentence names the author of a page alone.
    """
    citation = plan.citation
    writer = _Writer(plan.cites, lang, citation.text)
    if citation.mode == "page-only":
        if is_named:
            return [writer.page_alone(), writer.suppressed()]
        return [writer.page_alone(), writer.in_brackets()]
    if citation.mode == "year-only":
        return [writer.suppressed()]
    if citation.mode == "bare" or citation.mode == "narrative":
        return list(_narrative(plan, writer, get))
    return [writer.in_brackets()]


def _narrative(plan: CitationPlan, writer: _Writer, get: GetSource) -> Iterator[str]:
    """Yield the ways to write a narrative citation.

    A name that is not the author's (a title, a given name, an acronym) stays in the
    sentence, and only the year is a citation.
    """
    text, bracket = plan.citation.text, _bracket(plan.citation.text)
    source = get(plan.cites[0].key)
    if bracket and source is None:
        yield bracket[0] + writer.without_names() + bracket[1]
        return
    if bracket and source and not _names_author(text, source):
        yield bracket[0] + writer.suppressed() + bracket[1]
        return
    given = _given_names(text, source) if source else ""
    for in_braces in (False, True):
        possessive = plan.citation.possessive
        yield given + writer.in_sentence(possessive, in_braces=in_braces)


def _given_names(text: str, source: Source) -> str:
    """Return what precedes the surname of the first author: given names, which are right
    in a sentence.
    """
    for name in source.names("author")[:1]:
        before, family, _ = text.partition(name.family or name.literal)
        given = _WORD.findall(name.given.casefold())
        if family and all(_is_given(word, given) for word in _WORD.findall(before)):
            return before
    return ""


def _is_given(word: str, given: Sequence[str]) -> bool:
    """Return whether a word is a given name, or one is an initial of the other."""
    word = word.casefold()
    return any(
        word == name or (1 in (len(word), len(name)) and word[0] == name[0])
        for name in given
    )


def _bracket(text: str) -> tuple[str, str] | None:
    """Return the text before the brackets of a narrative citation, and after them."""
    start, end = text.find("("), text.rfind(")")
    if start < 0 or end < start:
        return None
    return text[:start], text[end + 1 :]


def _names_author(text: str, source: Source) -> bool:
    """Return whether a text has the surname of an author, or the name of a group."""
    folded = _folded(text)
    names = source.names("author") or source.names("editor")
    return any(_folded(name.family or name.literal) in folded for name in names)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


class _Writer:
    """Writes the works of a citation in several ways."""

    def __init__(self, cites: Sequence[CitePlan], lang: str, text: str) -> None:
        self._cites = cites
        self._lang = lang
        self._text = text

    def in_brackets(self) -> str:
        """Write `[see @a, p. 3; @b]`."""
        return f"[{self._joined(map(self._part, self._cites))}]"

    def suppressed(self) -> str:
        """Write `[-@a, p. 3]`, without the author."""
        first, *others = self._cites
        parts = [self._part(first, "-"), *map(self._part, others)]
        return f"[{self._joined(parts)}]"

    def without_names(self) -> str:
        """Write `[1999, as cited in @a]`: the names of a work that was read in another
        stay in the sentence.
        """
        first, *others = self._cites
        year = f"{first.cite.year}{first.cite.suffix}"
        return f"[{self._joined([year, *map(self._part, others)])}]"

    def page_alone(self) -> str:
        """Write `[p. 3]`."""
        locator = self._cites[0].cite.locator
        return f"[{self._locator(locator)}]" if locator else self.in_brackets()

    def in_sentence(self, possessive: str, *, in_braces: bool = False) -> str:
        """Write `@a [p. 3; @b]`; braces end a key before a character that could belong
        to it.
        """
        first, *others = self._cites
        details = self._details(first).removeprefix(", ")
        inside = self._joined([details, *map(self._part, others)])
        brackets = f" [{inside.lstrip(', ')}]" if inside else ""
        key = f"{{{first.key}}}" if in_braces else _typed(first.key)
        return f"@{key}{brackets}{possessive}"

    def _joined(self, parts: Iterable[str]) -> str:
        """Join cites; a comma separates one from the work that it was read in."""
        joined = ""
        for plan, part in zip(self._cites, parts, strict=True):
            if plan is not self._cites[0]:
                joined += ", " if plan.cite.secondary else "; "
            joined += part
        return joined

    def _part(self, plan: CitePlan, sign: str = "") -> str:
        cite = plan.cite
        prefix = words_before(cite.prefix.strip(), self._text)
        if cite.secondary and not prefix:
            prefix = f"{_CITED_IN} "
        if not plan.key:
            return f"{prefix}{_as_typed(plan)}"
        return f"{prefix}{sign}@{_typed(plan.key)}{self._details(plan)}"

    def _details(self, plan: CitePlan) -> str:
        """Write the locator after a comma, and what follows it as it is typed."""
        cite = plan.cite
        locator = f", {self._locator(cite.locator)}" if cite.locator else ""
        return locator + words_after(cite.after.strip(" ,"), self._text)

    def _locator(self, locator: Locator) -> str:
        value = locator.value
        is_several = bool(_SEVERAL.search(value))
        terms = csl.load_locale(self._lang)
        word = terms.term(locator.label, "short", plural=is_several)
        word = word or terms.term(locator.label, plural=is_several)
        if locator.label in _BARE or not word:
            return value
        return f"{word} {value}"


def _typed(key: str) -> str:
    """Type a key, in braces if it needs them."""
    return key if is_plain(key) else f"{{{key}}}"


def _as_typed(plan: CitePlan) -> str:
    cite = plan.cite
    names = " & ".join(cite.names) + (" et al." if cite.et_al else "")
    year = f"{cite.year}{cite.suffix}"
    return ", ".join(filter(None, [names, year]))
