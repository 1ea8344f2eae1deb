"""The images of a paper, which become part of its file."""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.export.paper.nodes import attributes
from loccit.export.paper.pandoc import Node
from loccit.model import Place, Problem

#: What files of images begin with, and the type of each (WHATWG, "MIME Sniffing", 6.1).
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
#: An SVG file; declarations and comments may precede its element.
_SVG = regex(rb"\s*(?:<[?!][^>]*>\s*)*<svg[\s>]")
_DATA = regex(r"data:[^,;]*(;base64)?,")
#: An address, as opposed to a path; one letter is a drive of Windows.
_REMOTE = regex(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
#: More is not an image for a paper.
_LARGEST = 50_000_000

_ADVICE = {
    "missing-image": "Check the path; it starts at the essay's folder.",
    "remote-image": "Save it beside the essay, and name that file.",
    "svg-image": "Save it as PNG to be sure.",
    "unknown-image": "Save it as PNG, JPEG, GIF or SVG.",
}


class Uptake(NamedTuple):
    """How a format takes images in.

    Attributes:
        as_data: into the text, as `data:` addresses (RFC 2397); otherwise they are named
            there, and are files besides.
        shows_svg: whether all programs show SVG.
    """

    as_data: bool = True
    shows_svg: bool = True


class Images:
    """Takes in the images that an essay names, and says which it can't."""

    def __init__(
        self, folder: Path, place_of: Callable[[str], Place], uptake: Uptake
    ) -> None:
        """Args:
        folder: where relative paths start.
        place_of: where an address is in the essay.
        uptake: how the paper takes images in.
        """
        self.files: dict[str, bytes] = {}
        self.read: list[Path] = []
        self.problems: list[Problem] = []
        self._folder = folder
        self._place_of = place_of
        self._uptake = uptake

    def take(self, image: Node) -> Node:
        """Return an image with its file taken in; a link to the file if that can't be
        done.
        """
        attributes_, alternative, (address, title) = image["c"]
        data = self._read(address)
        kind = _kind_of(data or b"")
        if data is not None and not kind:
            self._report_lost("unknown-image", address, "is in an unknown format")
        if data is None or not kind:
            return {"t": "Link", "c": [attributes(), alternative, [address, ""]]}
        if kind == "svg" and not self._uptake.shows_svg:
            message = f"Not all programs show the image `{address:.60}` in such a file."
            self._report("svg-image", address, message)
        target = self._address_of(data, kind)
        return {"t": "Image", "c": [attributes_, alternative, [target, title]]}

    def _read(self, address: str) -> bytes | None:
        """Return the bytes of an image; None if it can't be read, which is reported."""
        if inline := _DATA.match(address):
            return _decoded(address[inline.end() :], is_base64=bool(inline[1]))
        if _REMOTE.match(address):
            self._report_lost("remote-image", address, "is on the network")
            return None
        path = self._folder / unquote(address)
        self.read.append(path)
        try:
            if path.stat().st_size <= _LARGEST:
                return path.read_bytes()
            reason = "is larger than 50 MB"
        except (OSError, ValueError):
            reason = "can't be read"
        self._report_lost("missing-image", address, reason)
        return None

    def _address_of(self, data: bytes, kind: str) -> str:
        if self._uptake.as_data:
            encoded = b64encode(data).decode()
            subtype = "svg+xml" if kind == "svg" else kind
            return f"data:image/{subtype};base64,{encoded}"
        name = f"image{len(self.files) + 1}.{kind}"
        self.files[name] = data
        return name

    def _report_lost(self, rule: str, address: str, reason: str) -> None:
        message = f"The image `{address:.60}` {reason}; the paper has a link instead."
        self._report(rule, address, message)

    def _report(self, rule: str, address: str, message: str) -> None:
        place = self._place_of(address)
        self.problems.append(Problem(rule, message, place, advice=_ADVICE[rule]))


def _kind_of(data: bytes) -> str:
    """Return the ending of an image's files; nothing if the bytes are not an image."""
    for beginning, kind in _BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    return "svg" if _SVG.match(data) else ""


def _decoded(text: str, *, is_base64: bool) -> bytes:
    from base64 import b64decode

    if not is_base64:
        return unquote_to_bytes(text)
    try:
        return b64decode(re.sub(r"\s+", "", unquote(text)))
    except (NotBase64, ValueError):
        return b""
