"""Where the reference list goes in an essay, and the edit that puts it there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loccit._startup.regex import regex
from loccit.essays import Essay
from loccit.model import Edit, Place, Problem, Span
from loccit.values.languages import primary_language

#: What heads a reference list, by language; the first is written where an essay has none.  The words are those that
#: students' guides use; CSL's locales have no term for the list itself.
HEADINGS = {
    "en": (
        "References",
        "Reference List",
        "Works Cited",
        "Bibliography",
        "Sources",
        "Works Consulted",
        "Literature",
    ),
    "ca": ("Referències", "Bibliografia"),
    "cs": ("Literatura", "Reference", "Seznam literatury"),
    "da": ("Litteraturliste", "Litteratur", "Referencer"),
    "de": (
        "Literaturverzeichnis",
        "Literatur",
        "Quellen",
        "Quellenverzeichnis",
        "Referenzen",
        "Bibliographie",
    ),
    "es": ("Referencias", "Bibliografía", "Obras citadas", "Fuentes"),
    "fi": ("Lähteet", "Lähdeluettelo", "Kirjallisuus"),
    "fr": (
        "Références",
        "Bibliographie",
        "Références bibliographiques",
        "Ouvrages cités",
        "Sources",
    ),
    "it": ("Riferimenti bibliografici", "Bibliografia", "Opere citate", "Fonti"),
    "ja": ("参考文献", "引用文献"),
    "nb": ("Referanser", "Litteraturliste", "Litteratur", "Kilder"),
    "nl": ("Literatuurlijst", "Referenties", "Bibliografie", "Literatuur", "Bronnen"),
    "nn": ("Referansar", "Litteraturliste", "Litteratur", "Kjelder"),
    "pl": ("Bibliografia", "Literatura", "Źródła"),
    "pt": ("Referências", "Bibliografia", "Obras citadas", "Fontes"),
    "ru": ("Список литературы", "Литература", "Источники"),
    "sv": ("Referenser", "Litteraturförteckning", "Källor", "Källförteckning"),
    "tr": ("Kaynakça", "Kaynaklar"),
    "uk": ("Список літератури", "Література", "Джерела"),
    "zh": ("参考文献", "參考文獻"),
}


_NUMBER = regex(r"^(?:\d{1,4}(?:\\?[.)])?|[\[(〔]\d{1,4}[\])〕])[ \t]+", re.MULTILINE)


def headings(lang: str) -> tuple[str, ...]:
    """What heads a reference list in a language, the usual word first."""
    return HEADINGS.get(primary_language(lang), HEADINGS["en"])


def add_list(
    essay: Essay,
    blocks: Sequence[str],
    heading: Callable[[str, int], str],
    *,
    lang: str,
    title: str | None,
    own_markup: bool = True,
    notes: Sequence[str] = (),
) -> tuple[list[Edit], list[Problem]]:
    """The edits that add a reference list to an essay, none if all of it is there; and
    what is to be said of it.

    Args:
        essay: the essay.
        blocks: the entries as markup, in list order.
        heading: a heading as markup, of a title and a level.
        lang: the essay's language, for the words that head a list.
        title: the heading of a new list; None takes the language's own.
        own_markup: whether the blocks are in the essay's own markup.
        notes: blocks that go before the section of the list.
    """
    words = headings(lang)
    known = {
        word.casefold()
        for word in (*words, *HEADINGS["en"], *([title] if title else []))
    }
    place = essay.reference_list(known)
    there = {
        _unnumbered(_with_plain_ends(entry.of(essay.text))) for entry in place.entries
    }
    missing = [block for block in blocks if _unnumbered(block) not in there]
    if place.kind == "none" and not own_markup:
        # The essay's format does not know a list in other markup for one; an earlier
        # run may have put it there.
        text = _with_plain_ends(essay.text)
        missing = [block for block in missing if block not in text]
    strangers = len(there.difference(map(_unnumbered, blocks)))
    problems = (
        [_strangers(essay.place(place.span.start), strangers)]
        if missing and strangers
        else []
    )
    if missing and place.unclosed is not None:
        problems.append(_unclosed(essay.place(place.unclosed)))
    if missing and place.kind == "none":
        missing.insert(0, heading(title or words[0], place.level))
    if place.start == place.span.end:
        additions = [(place.start, [*notes, *missing])]
    else:
        additions = [(place.start, [*notes]), (place.span.end, missing)]
    return [_addition(essay, at, new) for at, new in additions if new], problems


def _addition(essay: Essay, at: int, blocks: Sequence[str]) -> Edit:
    """The edit that puts new blocks into an essay, parted from what is there by blank
    lines.
    """
    text = "\n\n".join(blocks).replace("\n", essay.newline)
    return Edit(Span(at, at), _lines_before(essay, at) + text + _lines_after(essay, at))


def _unnumbered(entry: str) -> str:
    """An entry without its number: a source that is listed already is not listed again
    under another one.
    """
    return _NUMBER.sub("", entry)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unclosed(place: Place) -> Problem:
    message = "This fence of code is never closed; most programs take all that follows for code, the references too."
    return Problem(
        "unclosed-fence",
        message,
        place,
        advice="Close it with the same marks on a line of their own.",
    )


def _strangers(place: Place, number: int) -> Problem:
    what = "an entry" if number == 1 else f"{number} entries"
    return Problem(
        "list-has-other-entries",
        f"The reference list already holds {what} that this run did not make; new ones were added at its end.",
        place,
        advice="Its order, and letters such as 2010a, are right only when all citations are formatted in one run.",
    )


#: Within pandoc's divisions no blank line is needed beside their fences; all else needs
#: one.
_FENCE_BEFORE = regex(r"(?:\A|[\r\n]) {0,3}:::[^\r\n]*\Z")
_FENCE_AFTER = regex(r"\s*:::+[ \t]*(?:[\r\n]|\Z)")
_LINE_END = regex(r"\r\n|\r|\n")
_SPACE = " \t\r\n"


def _lines_before(essay: Essay, offset: int) -> str:
    """The line endings that part a new block from what stands before it, but for those
    that are there.
    """
    before = essay.text[:offset].removeprefix("\ufeff")
    content = before.rstrip(_SPACE)
    if not content:
        return ""
    there = len(_LINE_END.findall(before, len(content)))
    missing = (1 if _FENCE_BEFORE.search(content) else 2) - there
    # after spaces on a line of their own the block would be indented, which makes code
    # of it
    return essay.newline * max(missing, before.endswith((" ", "\t")))


def _lines_after(essay: Essay, offset: int) -> str:
    """The line endings that part a new block from what follows it, but for those that
    are there.
    """
    after = essay.text[offset:]
    content = after.lstrip(_SPACE)
    there = len(_LINE_END.findall(after, 0, len(after) - len(content)))
    needed = 1 if not content or _FENCE_AFTER.match(after) else 2
    return essay.newline * (needed - there)
