"""The pictures of docs/editors.md show what editors show today.

`python -m tests.editors.pictures` takes them again.
"""

from __future__ import annotations

import shutil

import pytest

from tests.editors.pictures import IMAGES, neovim
from tests.editors.terminal import words_of
from tests.editors.writer import Writer


@pytest.mark.skipif(not shutil.which("nvim"), reason="needs Neovim")
def test_neovim(writer: Writer) -> None:
    for picture in neovim(writer):
        kept = (IMAGES / picture.name).read_text("utf-8")
        assert words_of(picture.content) == words_of(kept)
