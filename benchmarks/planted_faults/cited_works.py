"""Faults that have to do with what is cited: C28 to C33, C36 to C38, C41, C42."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.places_for_faults import sentence_added, with_entry
from benchmarks.planted_faults import Planted

_GROUP = "Marsh Birds Alliance. (2015). *Birds of the marsh*. Harbor Press."
_OTHER = "Moor Beetle Association. (2016). *Beetles of the moor*. Harbor Press."
_ARTICLE = "Keeping of late apples. (2012). *Orchard Weekly*, *4*(2), 11–19."
_BOOK = "*Handbook of northern pears*. (2013). Harbor Press."
_LYON = "Lyonel, K. (2014). *Things forgotten*. Harbor Press."
_REPRINT = (
    "Holmqvist, S. (2007). *On fear* (R. Lund, Trans.). Harbor Press. (Original work "
    "published 1844)"
)
_CASE = "Quist v. Board of Orchards, 347 U.S. 483 (1954)."
_BIBLE = "*King James Bible*. (2017). Harbor Press. (Original work published 1769)"


def _sentences(
    text: str, entries: Sequence[str], sentences: Sequence[str]
) -> Iterator[Planted]:
    """Add entries to the list, and one of the sentences to a paragraph."""
    for entry in entries:
        text = with_entry(text, entry)
    for number, sentence in enumerate(sentences):
        yield from sentence_added(text, sentence, every=number + 2)


def abbreviation(text: str) -> Iterator[Planted]:
    """Use an abbreviation before it is defined."""
    sentences = (
        "Marshes dry out (MBA, 2015).",
        "MBA (2015) counted birds.",
        "Marshes dry out (see also MBA, 2015, p. 4).",
    )
    yield from _sentences(text, [_GROUP], sentences)


def apart(text: str) -> Iterator[Planted]:
    """Give the abbreviation brackets of its own."""
    sentences = (
        "Marsh Birds Alliance [MBA] (2015) counted birds.",
        "The Marsh Birds Alliance (MBA) (2015) counted birds.",
        "Marshes dry out (Marsh Birds Alliance (MBA), 2015).",
    )
    yield from _sentences(text, [_GROUP], sentences)


def shared(text: str) -> Iterator[Planted]:
    """Abbreviate two groups alike."""
    other = _OTHER.replace("Association", "Alliance")
    sentence = (
        "Marshes dry out (Marsh Birds Alliance [MBA], 2015), and moors (Moor Beetle "
        "Alliance [MBA], 2016)."
    )
    yield from _sentences(text, [_GROUP, other], [sentence])


def title(text: str) -> Iterator[Planted]:
    """Cite a title in other forms."""
    sentences = (
        "Apples keep well (keeping of late apples, 2012).",
        "Apples keep well (Keeping of Late Apples, 2012).",
        "Apples keep well (*Keeping of Late Apples*, 2012, p. 12).",
        "Pears do not (Handbook of Northern Pears, 2013).",
        "Pears do not (“Handbook of Northern Pears,” 2013).",
        "Pears do not (*Handbook of northern pears*, 2013).",
    )
    yield from _sentences(text, [_ARTICLE, _BOOK], sentences)


def anonymous(text: str) -> Iterator[Planted]:
    """Cite an unsigned work as anonymous."""
    sentences = (
        "Apples keep well (Anonymous, 2012).",
        "Anonymous (2013) preferred pears.",
        "Apples keep well (Anon., 2012).",
    )
    yield from _sentences(text, [_ARTICLE, _BOOK], sentences)


def secondary(text: str) -> Iterator[Planted]:
    """List what was not read, or cite it the other way round."""
    original = "Rabinov, A. (1941). *Old tests*. Harbor Press."
    sentence = "Memory fades (Rabinov, 1941, as cited in Lyonel, 2014)."
    for damaged, _ in _sentences(text, [_LYON, original], [sentence]):
        yield damaged, damaged.index(original)
    sentences = (
        "Memory fades (Lyonel, 2014, citing Rabinov, 1941).",
        "Memory fades with age (as cited in Lyonel, 2014).",
    )
    yield from _sentences(text, [_LYON], sentences)


def listed_communication(text: str) -> Iterator[Planted]:
    """List a personal communication."""
    entries = (
        "Quist, L. (2021, April 3). Personal communication.",
        "Quist, L. (2021, April 3). [Personal communication].",
        "Quist, L. (2021, April 3). Personal interview.",
        "Quist, L. (2021). *Apples* [E-mail to the author].",
    )
    sentence = "Apples keep well (L. Quist, personal communication, April 3, 2021)."
    for entry in entries:
        for damaged, _ in _sentences(text, [entry], [sentence]):
            yield damaged, damaged.index(entry)


def original_year(text: str) -> Iterator[Planted]:
    """Leave out the year of the original, or write both in another way."""
    sentences = (
        "Fear is freedom (Holmqvist, 2007).",
        "Holmqvist (2007) called it freedom.",
        "Fear is freedom (Holmqvist, 2007/1844, p. 4).",
        "Fear is freedom (Holmqvist, [1844] 2007).",
        "Fear is freedom (Holmqvist, 1844).",
    )
    yield from _sentences(text, [_REPRINT], sentences)


def named_in_text(text: str) -> Iterator[Planted]:
    """List a whole website, or common software."""
    entries = (
        "Quist Orchards. (2015). *Quist Orchards*. <https://quist.example.org/>",
        "IBM. (2020). *SPSS Statistics* (Version 27) [Computer software].",
        "Microsoft. (2019). *Microsoft Excel* [Computer software].",
    )
    for entry in entries:
        damaged = with_entry(text, entry)
        yield damaged, damaged.index(entry)


def case_upright(text: str) -> Iterator[Planted]:
    """Write the name of a case upright."""
    sentences = (
        "Orchards had to change (Quist v. Board of Orchards, 1954).",
        "In Quist v. Board of Orchards (1954), orchards lost.",
    )
    yield from _sentences(text, [_CASE], sentences)


def page_of_scripture(text: str) -> Iterator[Planted]:
    """Cite a page of scripture or of a classic."""
    sentences = (
        "Love is patient (*King James Bible*, 1769/2017, p. 214).",
        "Love is patient (King James Bible, 1769/2017, pp. 214–215).",
        "Nobody knows it (Plato, ca. 380 B.C.E./2007, p. 31).",
    )
    yield from _sentences(text, [_BIBLE], sentences)


PLANTS = {
    "C28": abbreviation,
    "C29": apart,
    "C30": shared,
    "C31": title,
    "C32": anonymous,
    "C33": secondary,
    "C36": listed_communication,
    "C37": original_year,
    "C38": named_in_text,
    "C41": case_upright,
    "C42": page_of_scripture,
}
