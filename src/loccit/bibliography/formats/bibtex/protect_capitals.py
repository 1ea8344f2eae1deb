"""Capitals of titles that braces protect, as BibTeX's styles would change them to lower
case.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.values.letter_case.idle_protection import without_idle_protection

_OPEN, _CLOSE = '<span class="nocase">', "</span>"
_WORD_OR_TAG = regex(r"<[^<>]*>|[^\W_](?:[^\s<>]*[^\W_])?")
#: How Better BibTeX protects several words together.
_RUN_OF_WORDS = " {{"
#: A group of words, or a letter with an accent, which protects nothing here.
_GROUP = regex(r"\{(\\[^{}]*|[^{}]*)\}")
#: `\emph{Emma}`, whose braces are the command's: nobody typed them to protect.
_ARGUMENT = regex(r"\\[a-zA-Z]+\s*\{([^{}]*)\}")
_COMMAND = regex(r"\\(?:[a-zA-Z]+\s*|.)")


def protected_as_typed(tex: str) -> str:
    """Return a title with spans for its braces, roughly: for a look at many titles.

    >>> protected_as_typed("The {Turing} Test"), protected_as_typed("The {{Weak Ties}} of {{Men}}")
    ('The <span class="nocase">Turing</span> Test', 'The Weak Ties of Men')
    >>> protected_as_typed(r"Irony in \\emph{Emma}")
    'Irony in Emma'
    """
    if "{" not in tex:
        return tex
    tex = _ARGUMENT.sub(r"\1", tex)
    runs = _RUN_OF_WORDS in tex
    while (marked := _GROUP.sub(_as_span, tex)) != tex:
        tex = marked
    title = _COMMAND.sub("", tex)
    return without_idle_protection(title, runs=True, certain=True) if runs else title


def _as_span(group: re.Match[str]) -> str:
    content = group[1]
    if content.startswith(("\\", _OPEN)):
        return _COMMAND.sub("", content)
    return f"{_OPEN}{content}{_CLOSE}"


def protected(title: str) -> str:
    """Put `nocase` spans around words with capitals.

    The first word keeps its first capital anyway, and so does one after a colon. Words
    next to each other get one span: to programs, a single protected capital looks like
    a headline's, not like part of a name.

    >>> protected("The new Jim Crow: Mass incarceration in the US")
    'The new <span class="nocase">Jim Crow</span>: Mass incarceration in the <span class="nocase">US</span>'
    """
    depth = 0  # within spans that protect already

    def protect(found: re.Match[str]) -> str:
        nonlocal depth
        word = found[0]
        if word == _OPEN:
            depth += 1
        elif word == _CLOSE:
            depth -= 1
        elif depth <= 0 and not word.startswith("<"):
            begins = not found.start() or title.endswith(": ", 0, found.start())
            rest = word[1:] if begins else word
            if rest != rest.lower():
                return f"{_OPEN}{word}{_CLOSE}"
        return word

    return _WORD_OR_TAG.sub(protect, title).replace(f"{_CLOSE} {_OPEN}", " ")
