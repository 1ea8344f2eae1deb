"""The words of typed citations: each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.bibliography import open_library
from loccit.editing.check.check_essay import checked_essay
from loccit.essays import read_essay
from loccit.formatting.draft import read_draft
from loccit.lint.checked import CiteWords, Word
from tests.cases import Case

#: What makes the citations of all cases certain.
LIST = """

## References

Alexander, M. (2010). *The new Jim Crow*. The New Press.

Bell, R. (2009). A title. *Journal of Things*, *12*(3), 101–120.

Bell, R. (2012). Another title. *Journal of Things*, *15*(1), 1–20.

Kim, A., Roy, B., & Tan, C. (2019). *Another book*. Press.

Ortiz, P., & Lund, K. (2018). *A third book*. Press.

World Health Organization. (2020). *Health report*. https://example.org
"""


def words_in(text: str) -> Sequence[CiteWords]:
    essay = read_essay((text + LIST).encode())
    draft = read_draft(essay, open_library([]))
    return checked_essay(draft).cite_words


def spelled(words: CiteWords) -> Iterator[str]:
    if words.names and not words.is_inside:
        yield "outside"
    yield f"lead {words.lead.text!r}"
    if words.names:
        yield ", ".join(name.text for name in words.names)
    if words.joiners:
        yield "joined by " + ", ".join(joiner.text for joiner in words.joiners)
    if words.et_al:
        yield f"et al. as {words.et_al.text}"
    yield f"gap {words.gap.text!r}"
    if words.year:
        letters = f" + {words.letters.text}" if words.letters else ""
        yield words.year.text + letters
    yield f"tail {words.tail.text!r}"


def all_words(words: CiteWords) -> Iterator[Word]:
    yield from [words.lead, *words.names, *words.joiners, words.gap, words.tail]
    optional = [words.et_al, words.year, words.letters]
    yield from [word for word in optional if word]


def test_words(case: Case) -> None:
    text = "\n".join("; ".join(spelled(words)) for words in words_in(case.given))
    assert text == case.expected


def test_words_are_at_their_places(case: Case) -> None:
    for words in words_in(case.given):
        text = words.citation.paragraph.text
        for word in all_words(words):
            assert text[word.start : word.end] == word.text
