"""Make the pictures of docs/desk.md with a real browser.

    .venv/bin/python -m tests.servers.desk.pictures

It needs what the tests in a browser need, and Pillow, which makes the pictures small.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.paths import ROOT
from tests.servers.desk.browser.folders import live_folder
from tests.servers.desk.browser.playing import missing, play
from tests.servers.desk.running_desk import running_desk

TO = ROOT / "docs" / "images" / "desk"
#: So many colors are enough for text on quiet grounds.
COLORS = 160


def main() -> None:
    if reason := missing():
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as name:
        folder = live_folder(Path(name, "Essays"))
        with running_desk(folder) as desk:
            play("pictures", desk.address, folder, PICTURES=name)
        TO.mkdir(parents=True, exist_ok=True)
        for path in sorted(Path(name).glob("*.png")):
            make_small(path, TO / path.name)


def make_small(path: Path, to: Path) -> None:
    """Write a picture again with few colors."""
    # Only whoever makes the pictures needs it.
    from PIL import Image

    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        few.save(to, optimize=True)
    sys.stdout.write(f"{to.relative_to(ROOT)}: {to.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
