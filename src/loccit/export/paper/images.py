"""The images of a paper, which become part of its file."""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

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
    "unknown-image": "Save it as PNG, JPEG, GIF or SVG.",
}


class Images:
    """Takes in the images that an essay names, and says which it can't."""

    def __init__(
        self, folder: Path, place_of: Callable[[str], Place], *, as_data: bool
    ) -> None:
        """Args:
        folder: where relative paths start.
        place_of: where an address is in the essay.
        as_data: whether images are written into the text as `data:` addresses (RFC
            2397), or named there and kept in `files`.
        """
        self.files: dict[str, bytes] = {}
        self.problems: list[Problem] = []
        self._folder = folder
        self._place_of = place_of
        self._as_data = as_data

    def take(self, image: Node) -> Node:
        """Return an image with its file taken in; a link to the file if that can't be
        done.
        """
        attributes_, alternative, (address, title) = image["c"]
        data = self._read(address)
        kind = _kind_of(data) if data else ""
        if data and not kind:
            self._report("unknown-image", address, "is not an image that papers have")
        if not data or not kind:
            link = [attributes(), alternative, [address, ""]]
            return {"t": "Link", "c": link}
        target = self._address_of(data, kind)
        return {"t": "Image", "c": [attributes_, alternative, [target, title]]}

    def _read(self, address: str) -> bytes:
        """Return the bytes of an image; none if it can't be read, which is reported."""
        if inline := _DATA.match(address):
            return _decoded(address[inline.end() :], is_base64=bool(inline[1]))
        if _REMOTE.match(address):
            self._report(
                "remote-image", address, "is on the network, and is not fetched"
            )
            return b""
        path = self._folder / unquote(address)
        try:
            if path.stat().st_size <= _LARGEST:
                return path.read_bytes()
            reason = "is larger than 50 MB"
        except (OSError, ValueError):
            reason = "can't be read"
        self._report("missing-image", address, reason)
        return b""

    def _address_of(self, data: bytes, kind: str) -> str:
        if self._as_data:
            encoded = b64encode(data).decode()
            subtype = "svg+xml" if kind == "svg" else kind
            return f"data:image/{subtype};base64,{encoded}"
        name = f"image{len(self.files) + 1}.{kind}"
        self.files[name] = data
        return name

    def _report(self, rule: str, address: str, reason: str) -> None:
        message = f"The image `{address:.60}` {reason}; the paper has a link instead."
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
