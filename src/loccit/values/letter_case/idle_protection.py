"""Titles in headline case, and what it means that all of their capitals are protected."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

_WORD = regex(r"[^\W\d_][\w'’-]*")
_TAG = regex(r"</?[a-z][^<>]*>")
#: A word whose only capital is its first letter, protected by itself.
_PROTECTED_WORD = regex(r'<span class="nocase">([^\W\d_][^\W\d_A-Z]+)</span>')
_PROTECTED_RUN = regex(r'<span class="nocase">([^<>]* [^<>]*)</span>')
_PROTECTED = regex(r'<span class="nocase">.*?</span>')
#: Letters of a word that a headline writes with a capital, but for prepositions; how
#: many such words are a headline, of which one more are needed where some are shorter.
_LONG, _ENOUGH = 4, 3
_SMALL = frozenset(
    [
        *(
            "about",
            "after",
            "against",
            "among",
            "before",
            "between",
            "beyond",
            "during",
            "from",
            "into",
            "onto",
            "over",
        ),
        *(
            "than",
            "that",
            "through",
            "toward",
            "under",
            "upon",
            "when",
            "with",
            "within",
            "without",
        ),
    ]
)


def is_headline(title: str) -> bool:
    """Whether all of a title's longer words have capitals, and there are enough of them
    not to be one long name.

    >>> is_headline("Mass Incarceration and the New Jim Crow"), is_headline("The new Jim Crow")
    (True, False)
    """
    words = _WORD.findall(title)[1:]
    long = [word for word in words if len(word) >= _LONG and word not in _SMALL]
    enough = len(long) >= _ENOUGH or sum(word[0].isupper() for word in words) > _ENOUGH
    return enough and all(word[0].isupper() for word in long) and not title.isupper()


def without_idle_protection(title: str, *, runs: bool = False) -> str:
    """A headline of which every capital but the first is protected, word by word,
    without this protection.

    Zotero exports all titles so, whatever case they are in; where all words have
    capitals that says nothing of which are names.  Who protects names by hand leaves
    the others as they are, or protects what belongs together together. Better BibTeX
    protects words side by side together too (`runs`); it parts them where a word is
    small.

    >>> without_idle_protection('On <span class="nocase">Mutual</span> <span class="nocase">Aid</span>')
    'On <span class="nocase">Mutual</span> <span class="nocase">Aid</span>'
    >>> words = "Mass Incarceration and the New Jim Crow".split()
    >>> protected = [f'<span class="nocase">{word}</span>' if word.istitle() else word for word in words[1:]]
    >>> without_idle_protection(" ".join(["Mass", *protected]))
    'Mass Incarceration and the New Jim Crow'
    """
    spans = (
        [_TAG.sub("", span) for span in _PROTECTED.findall(title)]
        if "<" in title
        else []
    )
    if len(spans) < _ENOUGH or not all(
        " " not in span or (runs and _is_run(span)) for span in spans
    ):
        return title
    left = [
        word
        for word in _WORD.findall(_TAG.sub("", _PROTECTED.sub("", title)))
        if word[0].isupper()
    ]
    first = _WORD.search(_TAG.sub("", title))
    if left not in ([], [first[0] if first else ""]) or not is_headline(
        _TAG.sub("", title)
    ):
        return title
    return _PROTECTED_WORD.sub(
        r"\1", _PROTECTED_RUN.sub(_word_by_word, title) if runs else title
    )


def _is_run(span: str) -> bool:
    return all(word[0].isupper() for word in _WORD.findall(span))


def _word_by_word(run: re.Match[str]) -> str:
    return " ".join(f'<span class="nocase">{word}</span>' for word in run[1].split(" "))
