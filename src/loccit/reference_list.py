"""Where the reference list goes in an essay, and the edit that puts it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loccit.essays import Essay
from loccit.model import Edit, Span

#: What heads a reference list, by language; the first is written where an essay has none.  The words are those that
#: students' guides use; CSL's locales have no term for the list itself.
HEADINGS = {
    "en": ("References", "Reference List", "Works Cited", "Bibliography", "Sources", "Works Consulted", "Literature"),
    "ca": ("Referències", "Bibliografia"),
    "cs": ("Literatura", "Reference", "Seznam literatury"),
    "da": ("Litteraturliste", "Litteratur", "Referencer"),
    "de": ("Literaturverzeichnis", "Literatur", "Quellen", "Quellenverzeichnis", "Referenzen", "Bibliographie"),
    "es": ("Referencias", "Bibliografía", "Obras citadas", "Fuentes"),
    "fi": ("Lähteet", "Lähdeluettelo", "Kirjallisuus"),
    "fr": ("Références", "Bibliographie", "Références bibliographiques", "Ouvrages cités", "Sources"),
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


def list_edit(
    essay: Essay,
    blocks: Sequence[str],
    heading: Callable[[str, int], str],
    *,
    lang: str,
    title: str | None,
) -> list[Edit]:
    """The edit that adds a reference list to an essay; none if all of it is there.

    Args:
        essay: the essay.
        blocks: the entries as markup, in list order.
        heading: a heading as markup, of a title and a level.
        lang: the essay's language, for the words that head a list.
        title: the heading of a new list; None takes the language's own.
    """
    words = HEADINGS.get(lang.split("-")[0].lower(), HEADINGS["en"])
    known = {word.casefold() for word in (*words, *HEADINGS["en"], *([title] if title else []))}
    place = essay.reference_list(known)
    newline = essay.newline
    there = "\n".join(place.span.of(essay.text).splitlines())
    missing = [block for block in blocks if block not in there]
    if not missing:
        return []
    if place.kind == "none":
        missing.insert(0, heading(title or words[0], 1))
    text = "\n\n".join(missing).replace("\n", newline)
    return [Edit(Span(place.span.end, place.span.end), _set_apart(essay, place.span.end, text))]


def _set_apart(essay: Essay, offset: int, text: str) -> str:
    """`text` with the blank lines it needs at `offset` of the essay; what is there already is not written again."""
    newline = essay.newline
    before = essay.text[:offset].removeprefix("\ufeff")
    if before.strip(" \t"):
        lines_before = before.rstrip(" \t")
        ends = 0
        while ends < 2 and lines_before.endswith(("\n", "\r")):
            lines_before = (
                lines_before.removesuffix("\n").removesuffix("\r")
                if lines_before.endswith("\n")
                else (lines_before[:-1])
            )
            ends += 1
        text = newline * (2 - ends) + text
    after = essay.text[offset:]
    if not after.strip():
        return text + ("" if after[:1] in {"\n", "\r"} else newline)
    return text + newline * 2
