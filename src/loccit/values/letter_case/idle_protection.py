"""Capitals of headlines that programs protect, although they are no names."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.values.letter_case.how_typed import is_common, typed_as, words_inside
from loccit.values.letter_case.small_words import SMALL_WORDS

_TAG = regex(r"</?[a-z][^<>]*>")
_SPAN = regex(r'<span class="nocase">(.*?)</span>')
_WORD = regex(r"[^\W\d_][\w'’-]*")
#: A word, or halves of a compound, whose only capitals are their first letters; or a
#: letter that is no article.
_HEADLINE_WORD = regex(r"[B-Z]|[^\W\d_](?:[^\W\d_A-Z]|['’]|-[^\W\d_])+")
_ANY_WORD = regex(r"[^\s:;,!?()]+")
#: "Season 1": a noun before a number has a capital anyway (APA 7, section 6.20).
_NUMBERED = regex(r"\w+[ \xa0]\d+")
#: Protected words that are no names: this many show that a program protects all.
_ENOUGH = 2


def without_idle_protection(
    title: str,
    *,
    runs: bool = False,
    certain: bool = False,
) -> str:
    """Drop the protection of a headline of which every capital but the first is
    protected, word by word.

    Zotero exports all titles so, whatever case they are in; where all words have
    capitals that says nothing of which are names.  People who protect names leave the
    other words as they are, or protect together what belongs together.

    Args:
        title: in CSL-JSON's markup.
        runs: whether words next to each other are protected together too, as Better
            BibTeX does.
        certain: whether the program that wrote the title is known to protect all
            capitals; then one protected word is enough.

    >>> words = "Mass Incarceration and the New Jim Crow".split()
    >>> protected = [f'<span class="nocase">{word}</span>' if word.istitle() else word for word in words[1:]]
    >>> without_idle_protection(" ".join(["Mass", *protected]))
    'Mass Incarceration and the New Jim Crow'
    >>> without_idle_protection('On <span class="nocase">Mutual Aid</span>')
    'On <span class="nocase">Mutual Aid</span>'
    """
    if "<" not in title:
        return title
    spans = _SPAN.findall(title)
    plain = _SPAN.sub(r"\1", title)
    if spans == [title.removeprefix(_OPEN).removesuffix(_CLOSE)]:
        return plain if typed_as(plain) == "headline" else title
    if any(" " in span and not (runs and _is_run(span)) for span in spans):
        return title
    if not _are_all_protected(title) or typed_as(plain) == "sentence":
        return title
    enough = 1 if certain else _ENOUGH
    words = words_inside(_NUMBERED.sub("", plain))
    if len([word for word in words if _is_raised(word)]) < enough:
        return title
    return _SPAN.sub(_with_names_protected, title)


_OPEN, _CLOSE = '<span class="nocase">', "</span>"


def _is_raised(word: str) -> bool:
    return word[0].isupper() and (is_common(word) or word.lower() in SMALL_WORDS)


def _are_all_protected(title: str) -> bool:
    """Return whether no word outside of spans has a capital, except the first."""
    raised: list[str] = []
    for word in _WORD.finditer(_TAG.sub("", _SPAN.sub(" ", title))):
        if word[0][0].isupper():
            raised.append(word[0])
        if len(raised) > 1:  # in a headline, soon
            return False
    if not raised:
        return True
    first = _WORD.search(_TAG.sub("", title))  # "Merriam" of "Merriam-Webster" too
    return first is not None and first[0].startswith(raised[0])


def _is_run(span: str) -> bool:
    words = _WORD.findall(span)
    return all(word[0].isupper() for word in words)


def _with_names_protected(span: re.Match[str]) -> str:
    """Return what is in a span; words with capitals inside stay protected."""
    return _ANY_WORD.sub(_protected_if_name, _TAG.sub("", span[1]))


def _protected_if_name(word: re.Match[str]) -> str:
    if _HEADLINE_WORD.fullmatch(word[0]) or not word[0][:1].isalpha():
        return word[0]
    return f"{_OPEN}{word[0]}{_CLOSE}"
