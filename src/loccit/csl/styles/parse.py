"""Read a CSL style from its XML; errors have the line."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from loccit._startup.dataclass import replace
from loccit.csl.locales.find_style import find_style
from loccit.csl.locales.xml import (
    NAMESPACE,
    child,
    invalid,
    parse_xml,
    tag,
    text_of,
)
from loccit.csl.styles.corrections import Correction, correct, corrections_of
from loccit.csl.styles.kept_style import kept_style
from loccit.csl.styles.style import Style
from loccit.csl.styles.style_ids import id_in, id_of
from loccit.errors import UnknownStyle
from loccit.text_files.reading import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element


def load_style(name: str | os.PathLike[str]) -> Style:
    """The style of an id (`apa`), a Zotero address, or a `.csl` file.

    A dependent style is its parent, with its own default locale.

    Raises:
        UnknownStyle: no installed style has that id; the advice names the nearest.
        InvalidStyle: the file is not a CSL style.
        UnreadableFile: the file can't be read.
    """
    text = os.fspath(name)
    if "://" in text:
        return _installed_style(id_in(text))
    if isinstance(name, str) and not text.endswith(".csl"):
        return _installed_style(text)
    return parse_style(read_bytes(text), text)


@lru_cache(maxsize=64)
def _installed_style(style_id: str) -> Style:
    return kept_style(find_style(style_id), _read_installed)


def _read_installed(path: Path) -> Style:
    root = parse_xml(path.read_bytes(), path.name)
    return _style(root, path.name, corrections_of(path.stem))


def parse_style(data: bytes, path: str) -> Style:
    """The style in the content of a CSL file.

    Raises:
        InvalidStyle: it is not a style, or its macros would never end.
    """
    from loccit.csl.styles.macro_calls import check_macro_calls  # few styles are files

    root = parse_xml(data, path)
    check_macro_calls(root, path)  # those of installed styles do end
    return _style(root, path)


def _style(
    root: _Element,
    path: str,
    corrections: tuple[Correction, ...] = (),
) -> Style:
    """The style in an XML tree, corrected."""
    if root.tag != NAMESPACE + "style":
        message = f"This is `{tag(root)}`, not a CSL style"
        advice = "Choose a .csl file from the style repository."
        raise invalid(path, root, message, advice)
    info = child(root, "info")
    if info is not None:
        parent = _parent_id(info)
        if parent:
            return _dependent(root, info, parent, path)
    correct(root, corrections)
    # A style that is kept is there sooner without this.
    from loccit.csl.styles.style_reader import StyleReader

    style = StyleReader(root, path).style()
    for correction in corrections:
        if correction.source:
            style = replace(style, prepare=(*style.prepare, correction.source))
        if correction.list_heading:
            style = replace(style, list_heading=correction.list_heading)
    return style


def _dependent(
    root: _Element,
    info: _Element,
    parent: str,
    path: str,
) -> Style:
    """A style with the title and the locale of a dependent one."""
    try:
        style = _installed_style(parent)
    except UnknownStyle as error:
        message = f"The parent of this style, `{parent}`, is missing"
        raise invalid(path, info, message, error.advice) from None
    return replace(
        style,
        id=id_of(info),
        title=text_of(info, "title"),
        default_locale=root.get("default-locale") or style.default_locale,
        parent=parent,
    )


def _parent_id(info: _Element) -> str:
    for link in info.findall(NAMESPACE + "link"):
        if link.get("rel") == "independent-parent":
            return id_in(link.get("href") or "")
    return ""
