"""The id of a style, which is the end of its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit.csl.locales.xml import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def id_of(info: _Element) -> str:
    return id_in(text_of(info, "id"))


def id_in(address: str) -> str:
    """The id in the address of a style, `http://www.zotero.org/styles/apa`."""
    address = address.partition("?")[0].rstrip("/")
    return address.rpartition("/")[2].removesuffix(".csl")
