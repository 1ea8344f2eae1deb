"""Read a formatted essay as a tree."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.essays.front_matter import find_front_matter
from loccit.export.paper.notebook import notebook_tree
from loccit.export.paper.pandoc import Tree, read_tree
from loccit.export.paper.plain_text import plain_tree
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.model import Place, Problem
from loccit.workspace.setting_reader import place_of_setting

#: What pandoc calls the formats of essays.  Citations are text by now: a key that no
#: source has stays as it was typed.
_READERS = {
    "html": "html",
    "latex": "latex",
    "markdown": "markdown-citations",
    "org": "org-citations",
    "rst": "rst",
    "typst": "typst-citations",
}
_PLAIN, _NOTEBOOK = "plain_text", "jupyter"


class PaperSource:
    """The essay that a paper is made of.

    Attributes:
        problems: what the paper lacks of it.
    """

    def __init__(self, essay: Essay) -> None:
        """Raises:
        LoccitError: pandoc can't read the essay's format.
        """
        if essay.format not in (*_READERS, _PLAIN, _NOTEBOOK):
            raise LoccitError(
                f"A paper can't be made of {essay.path}: it is a document already.",
                advice="Format it as it is, with -o and its own ending.",
            )
        self.problems: list[Problem] = []
        self._essay = essay

    @property
    def folder(self) -> Path:
        """The folder in which the paths of its images start."""
        return Path(self._essay.path).parent

    def place_of(self, source: str) -> Place:
        """Return where a text first occurs in the essay."""
        return self._essay.place(max(self._essay.text.find(source), 0))

    def report_left_out(self, source: str) -> None:
        """Report markup that the paper can't have, once."""
        message = f"`{source.strip():.40}` is not carried over into the paper."
        place = self.place_of(source)
        problem = Problem("raw-markup", message, place, advice="Write it in Markdown.")
        if problem not in self.problems:
            self.problems.append(problem)

    def report_unprinted(self, names: Iterable[str]) -> None:
        """Report settings of the front matter that such a paper does not print."""
        for name in names:
            message = f"A paper of this kind does not print `{name}`."
            place = place_of_setting(name, self._essay.text, self._essay.path)
            self.problems.append(Problem("not-printed", message, place, "note"))

    def read(self, result: FormattedEssay, list_headings: Collection[str]) -> Tree:
        """Read what formatting made of the essay.

        Args:
            result: the formatted essay.
            list_headings: what heads a reference list, casefolded; plain text has no
                other headings.

        Raises:
            LoccitError: pandoc is not installed, or can't read the text.
        """
        if self._essay.format == _PLAIN:
            return plain_tree(result, list_headings)
        if self._essay.format == _NOTEBOOK:
            return notebook_tree(result.data)
        reader = _READERS[self._essay.format]
        return read_tree(self._with_yaml(result.text), reader)

    def _with_yaml(self, text: str) -> str:
        """Write front matter in TOML as YAML: pandoc reads no other."""
        front_matter = self._essay.front_matter
        span = find_front_matter(text) if front_matter else None
        if not front_matter or not span or not span.of(text).startswith("+++"):
            return text
        values = json.dumps(front_matter.values, ensure_ascii=False, default=str)
        return f"---\n{values}\n---\n{text[span.end :]}"
