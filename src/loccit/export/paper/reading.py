"""Read a formatted essay as a tree."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.csl import Locale
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.essays.front_matter import find_front_matter
from loccit.export.paper.dates import in_words
from loccit.export.paper.front_matter import TitleBlock, read_title_block
from loccit.export.paper.nodes import plain, words
from loccit.export.paper.notebook import notebook_tree
from loccit.export.paper.pandoc import Tree, read_tree
from loccit.export.paper.plain_text import plain_tree
from loccit.export.paper.raw_html import without_raw
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
_LONGEST_HEAD = 50
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

    def report_math(self, lost: Iterable[str]) -> None:
        """Report TeX that could not be converted, once each."""
        for tex in dict.fromkeys(lost):
            message = f"The math `{tex:.40}` can't be converted; the paper has its TeX."
            place = self.place_of(tex)
            advice = "Look for a mistake, or a command that only LaTeX knows."
            self.problems.append(Problem("unread-math", message, place, advice=advice))

    def report_unprinted(self, block: TitleBlock, names: Iterable[str]) -> None:
        """Report what a paper does not print although the front matter has it.

        Args:
            block: what the front matter has.
            names: the attributes of it that are not printed.
        """
        for name in names:
            if getattr(block, name):
                setting = name.replace("_", "-")
                message = f"A paper of this kind does not print `{setting}`."
                place = self._place_of_setting(setting)
                self.problems.append(Problem("not-printed", message, place, "note"))
        if not block.full_title:
            self.problems.append(_no_title(self._essay.path))

    def report_long(self, running_head: str) -> None:
        """Report a running head that is longer than APA allows (7, section 2.8)."""
        if len(running_head) > _LONGEST_HEAD:
            message = (
                f"The running head has {len(running_head)} characters; APA allows "
                f"{_LONGEST_HEAD}."
            )
            place = self._place_of_setting("running-head")
            advice = "Write a shorter title as `running-head: ...` in the front matter."
            self.problems.append(
                Problem("long-running-head", message, place, advice=advice)
            )

    def read(self, result: FormattedEssay, list_headings: Collection[str]) -> Tree:
        """Read what formatting made of the essay, and report what can't be in a paper.

        Args:
            result: the formatted essay.
            list_headings: what heads a reference list, casefolded; plain text has no
                other headings.

        Raises:
            LoccitError: pandoc is not installed, or can't read the text.
        """
        tree = self._tree(result, list_headings)
        tree.meta = without_raw(tree.meta, self.report_left_out)
        tree.blocks = without_raw(tree.blocks, self.report_left_out)
        return tree

    def title_block(self, tree: Tree, locale: Locale) -> TitleBlock:
        """Read what the essay says of itself; a date is written in words.

        Raises:
            InvalidSettings: a value is of the wrong kind.
        """
        block = read_title_block(tree.meta, self._place_of_setting)
        typed = plain(block.date)
        printed = in_words(typed, locale)
        return block if printed == typed else replace(block, date=words(printed))

    def _place_of_setting(self, name: str) -> Place:
        return place_of_setting(name, self._essay.text, self._essay.path)

    def _tree(self, result: FormattedEssay, list_headings: Collection[str]) -> Tree:
        if self._essay.format == _PLAIN:
            return plain_tree(result, list_headings)
        if self._essay.format == _NOTEBOOK:
            return notebook_tree(result.data)
        return read_tree(self._with_yaml(result.text), _READERS[self._essay.format])

    def _with_yaml(self, text: str) -> str:
        """Write front matter in TOML as YAML: pandoc reads no other."""
        front_matter = self._essay.front_matter
        span = find_front_matter(text) if front_matter else None
        if not front_matter or not span or not span.of(text).startswith("+++"):
            return text
        values = json.dumps(front_matter.values, ensure_ascii=False, default=str)
        return f"---\n{values}\n---\n{text[span.end :]}"


def _no_title(path: str) -> Problem:
    return Problem(
        "no-title",
        "The paper has no title.",
        Place(path),
        "note",
        "Write `title: ...` in the front matter.",
    )
