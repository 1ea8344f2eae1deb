"""Take the pictures of docs/editors.md again: python -m tests.editors.pictures"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.editors.terminal import Terminal
from tests.editors.vscode import use_workbench
from tests.editors.writer import Writer, make_writer
from tests.paths import ROOT

IMAGES = ROOT / "docs" / "images" / "editors"

#: Under this name, a picture has what can be chosen in it.
_CHOICES = "Choices"
_SETTINGS = ROOT / "editors" / "neovim" / "init-0.7.lua"
_ESSAY = """\
# Coalitions

We prize those who need nobody [@jimenez2104].
The coalition came apart once race was made an issue [@alexander2010, p. 46].

No city shows it better
"""
#: Neovim's usual colors are those of terminals with eight.
_LOOKS = """\
set termguicolors noswapfile laststatus=0 noruler noshowmode signcolumn=no shortmess+=c
set nohlsearch
highlight NormalFloat guibg=#363b45
highlight Pmenu guibg=#363b45 guifg=#d8dee9
highlight PmenuSel guibg=#4c6a92 guifg=#ffffff
highlight Title guifg=#8fb4e0
highlight NonText guifg=#4c4f55
highlight DiagnosticVirtualTextError guifg=#e88388
"""


class Picture(NamedTuple):
    """A picture of a page: the name of its file, and its SVG."""

    name: str
    content: str


def neovim(writer: Writer) -> Iterator[Picture]:
    """Show a citation in Neovim, and complete another one."""
    (writer.folder / "essay.md").write_text(_ESSAY, "utf-8")
    looks = writer.folder / "looks.vim"
    looks.write_text(_LOOKS, "utf-8")
    command = ["nvim", "-u", str(_SETTINGS), "-S", str(looks), "essay.md"]
    terminal = Terminal(command, writer.folder, writer.environment, (104, 13))
    try:
        terminal.wait_for("No source has the key")
        terminal.type("/alex\rK")
        terminal.wait_for("Prints:")
        yield Picture("neovim-hover.svg", terminal.picture("Neovim"))
        terminal.type("GA [@da\x18\x0f")
        terminal.wait_for("davis2003")
        yield Picture("neovim-completion.svg", terminal.picture("Neovim"))
    finally:
        terminal.end()


def take_vscode(folder: Path) -> None:
    """Take the pictures of VS Code, which say what can be chosen in them."""
    use_workbench(folder, folder)
    for name in ("picker", "completion"):
        said = PngInfo()
        said.add_itxt(_CHOICES, (folder / f"{name}.txt").read_text("utf-8"))
        picture = Image.open(folder / f"{name}.png")
        picture.quantize(64).save(IMAGES / f"vscode-{name}.png", pnginfo=said)


def choices_of(picture: Path) -> str:
    """Return what can be chosen in a picture of VS Code."""
    with Image.open(picture) as image:
        return str(image.info[_CHOICES])


def take_neovim(folder: Path) -> None:
    """Take the pictures of Neovim."""
    for picture in neovim(make_writer(folder)):
        (IMAGES / picture.name).write_text(picture.content, "utf-8")


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    for take in (take_neovim, take_vscode):
        with tempfile.TemporaryDirectory() as folder:
            take(Path(folder))
