"""The settings of a Typst text: `#bibliography(...)` and `#set text(lang: ...)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.regex import regex
from loccit.essays.formats.typst.citations import code_of
from loccit.essays.formats.typst.code import calls_in
from loccit.essays.mapped_text import MappedText
from loccit.model import Edit

_STRING = regex(r"\"([^\"\n]*)\"")
#: The files, one or in an array; options have names.
_FILES = regex(r"\bbibliography\(\s*(\([^()]*\)|\"[^\"\n]*\")")
_TITLE = regex(r"\btitle:\s*(none|auto|\"[^\"\n]*\"|\[[^\[\]]*\])")
_STYLE = regex(r"\bstyle:\s*\"([^\"\n]+)\"")
_FULL = regex(r"\bfull:\s*true\b")
_SET_STYLE = regex(r"#set\s+(?:bibliography|cite)\([^()]*?\bstyle:\s*\"([^\"\n]+)\"")
_TEXT = regex(r"#set\s+text\(")
_LANG = regex(r"\blang:\s*\"(\w+)\"")
_REGION = regex(r"\bregion:\s*\"(\w+)\"")
#: Typst's names of styles that have another one in CSL's repository.
_STYLES = {
    "american-psychological-association": "apa",
    "chicago-fullnotes": "chicago-fullnote-bibliography",
    "chicago-notes": "chicago-notes-bibliography",
    "institute-of-electrical-and-electronics-engineers": "ieee",
    "mla": "modern-language-association",
}


def without_titles(mapped: MappedText) -> Iterator[Edit]:
    """Yield the edits by which calls of `bibliography` print no title; without
    citations in the essay, they print nothing else.
    """
    text = mapped.text
    for call in calls_in(text).values():
        if call.name != "bibliography" or not text.endswith(")", 0, call.end):
            continue
        title = _TITLE.search(text, call.start, call.end)
        if title is None:
            place = mapped.span(call.end - 1, call.end - 1)
            has_comma = text[call.start : call.end - 1].rstrip().endswith(",")
            comma = " " if has_comma else ", "
            yield Edit(place, f"{comma}title: none")
        elif title[1] != "none":
            yield Edit(mapped.span(*title.span(1)), "none")


def read_settings(text: str) -> Mapping[str, object]:
    """Return the settings by their names in front matter.

    >>> read_settings('#set text(lang: "de")\\n#bibliography("a.bib", style: "mla")')
    {'bibliography': ['a.bib'], 'csl': 'modern-language-association', 'lang': 'de'}
    """
    values: dict[str, object] = {}
    code = [
        " ".join(text[start:end] for start, end in code_of(call))
        for call in calls_in(text).values()
    ]
    with_files = [each for each in code if _FILES.search(each)]
    files = [
        name
        for each in with_files
        for found in _FILES.findall(each)
        for name in _STRING.findall(found)
    ]
    if files:
        values["bibliography"] = files
    for each in with_files:
        if style := _STYLE.search(each):
            values["csl"] = _STYLES.get(style[1], style[1])
        if _FULL.search(each):
            values["nocite"] = ["@*"]
    if style := _SET_STYLE.search(text):
        values["csl"] = _STYLES.get(style[1], style[1])
    for each in code:
        if _TEXT.match(each) and (lang := _LANG.search(each)):
            region = _REGION.search(each)
            values["lang"] = f"{lang[1]}-{region[1].upper()}" if region else lang[1]
    return values
