"""Titles typed in headline case to sentence case, as CSL expects its data to be.

CSL has no way to take a headline's capitals away: `text-case="sentence"` touches whole uppercase alone, and styles that
want a headline raise the words themselves (CSL 1.0.2, "Text-case"; Zotero's guide asks for sentence case in its
fields).  BibTeX's habit is the opposite, with braces round what must keep its capitals: its titles pass through here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loccit.model import Source

#: The works whose container is a book; that of an article or a page is a name, and keeps its capitals.
_IN_BOOKS = {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
_TITLES = ("title", "title-short", "volume-title", "part-title", "reviewed-title", "original-title")

_TOKEN = re.compile(r"(?P<tag></?\w+[^<>]*>)|(?P<start>[:?!—]\s|\s–\s|“|(?<!\w)\"(?=\w))|(?P<word>\w(?:[\w'’.]*\w)?)")
#: Capitals inside a word, or figures: an acronym, an initialism, a name such as McAdam.
_INNER_CAPITAL = re.compile(r".+[A-Z0-9]|[A-Z]\.")
#: Words that a headline may leave small, so that they tell nothing of how a title was typed.
_SHORT = 4


def in_sentence_case(source: Source) -> Source:
    """The source with its titles in sentence case, if it has them in headline case and is in English.

    >>> book = Source("x", "book", {"title": 'The New <span class="nocase">Jim Crow</span>: An Essay'}, headline=True)
    >>> in_sentence_case(book).plain("title")
    'The new Jim Crow: An essay'
    """
    language = source.text("language").lower()
    if not source.headline or (language and not language.startswith("en")):
        return source
    titles = (*_TITLES, "container-title") if source.type in _IN_BOOKS else _TITLES
    changed = {name: sentence_case(text) for name in titles if (text := source.text(name))}
    return replace(source, variables={**source.variables, **changed})


def sentence_case(title: str) -> str:
    """`title` with small letters but for its first word, the first after a colon and the like, and what is a name.

    Names are what stands in a `nocase` span, and words with capitals inside.  A title that is in sentence case
    already is left as it is, for its capitals are names.
    """
    pieces: list[str] = []
    small = capital = done = depth = 0
    starts = True
    for token in _TOKEN.finditer(title):
        pieces.append(title[done : token.start()])
        done, text = token.end(), token[0]
        if token["tag"]:
            depth += _depth(text, depth)
        elif token["start"]:
            starts = True
        elif token["word"]:
            if not (starts or depth or _is_name(text)):
                small += text[0].islower() and len(text) >= _SHORT
                capital += text[0].isupper() and len(text) >= _SHORT
                text = text[0].lower() + text[1:]
            elif starts and not depth:
                text = text[0].upper() + text[1:] if not _INNER_CAPITAL.match(text) else text
            starts = False
        pieces.append(text)
    return title if small > capital else "".join((*pieces, title[done:]))


def _depth(tag: str, depth: int) -> int:
    """How a tag changes the depth within a `nocase` span; other spans count while we are in one."""
    if tag.startswith("</span"):
        return -1 if depth else 0
    return 1 if "nocase" in tag or (depth and tag.startswith("<span")) else 0


def _is_name(word: str) -> bool:
    return bool(_INNER_CAPITAL.match(word)) or (len(word) == 1 and word != "A")
