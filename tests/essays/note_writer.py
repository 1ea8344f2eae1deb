"""Essays with footnotes, put together from a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import ClassVar

from tests.essays.writer import Writer

#: What looks like a footnote's mark and is not one.
LURES = (
    "`[^{0}]`",
    "``a ` [^{0}]``",
    "$x[^{0}]$",
    "$$x^[y]$$",
    "\\[^{0}]",
    "\\cmd{{[^{0}]}}",
    "\\ldots",
    "<!-- [^{0}] -->",
    "<!-- " + "long " * 1100 + "[^{0}] -->",
    '<b title="[^{0}]">t</b>',
    '[l](u "[^{0}]")',
    "[l](u[^{0}])",
    '![i](u "^[x]")',
    "<http://e.org/[^{0}]>",
    "[s]{{k='[^{0}]'}}",
    "x^2^",
    "[^undefined]",
    "[^not a label]",
)
LURE_BLOCKS = (
    "    indented [^{0}]",
    "```\n[^{0}]\n```",
    "~~~ {{.x}}\n[^{0}]\n\n[^{0}]: no\n~~~",
    "<pre>\n[^{0}]\n</pre>",
    "<script>\n[^{0}]\n</script>",
    "<!-- [^{0}]\n\n[^{0}]: no -->",
    "\\begin{{x}}\n[^{0}]\n\\end{{x}}",
    "$$\n[^{0}]\n$$",
    "---\ntitle: '[^{0}]'\n---",
    "[r]: u '[^{0}]'",
    "::: {{.c k='[^{0}]'}}\nx\n:::",
)
WRAPPERS = (
    *("*{}*", "**{}**", "~~{}~~", '"{}"', "<b>{}</b>", "<span>{}</span>"),
    *("[{}](u)", "![{}](u)", "[{}]{{.c}}", "[see {} @a]", "[@a, p. 3{}; also @b]"),
)


class NoteWriter(Writer):
    """Writes essays whose footnotes say which they are: `Note7` and mostly `@n7`."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.written = 0
        self.labels: list[str] = []

    def essay(self) -> str:
        blocks = [self.block(0) for _ in range(self.random.choice((2, 3, 4, 6)))]
        for label in self._with_unused(self.labels):
            definition = self.definition_of(label)
            blocks.insert(self.random.randint(0, len(blocks)), definition)
        return "\n\n".join(blocks) + "\n"

    def _with_unused(self, labels: list[str]) -> list[str]:
        defined = [label for label in labels if self.random.random() < 0.9]
        return [*defined, "unused"] if self.random.random() < 0.2 else defined

    def content(self) -> str:
        """A footnote's text, which no other has."""
        self.written += 1
        number = self.written
        cites = self.random.choice((f" @n{number}", f" [@n{number}]", ""))
        return f"Note{number}{cites}"

    def definition_of(self, label: str) -> str:
        parts = [self.content()]
        if self.random.random() < 0.3:
            parts.append(self.mark(2))
        text = f"[^{label}]: {' '.join(parts)}"
        if self.random.random() < 0.2:
            text += f"\n\n    More {self.mark(2)}."
        within = self.random.choice(("{}", "{}", "{}", "> {}", "- {}"))
        indent = {">": "\n> ", "-": "\n  "}.get(within[0], "\n")
        return within.format(text.replace("\n", indent))

    def mark(self, depth: int) -> str:
        draw = self.random.random()
        if draw < 0.35:
            nested = f" {self.mark(depth + 1)}" if depth < 2 and draw < 0.1 else ""
            return f"^[{self.content()}{nested}]"
        if draw < 0.5 and self.labels:
            return f"[^{self.random.choice(self.labels)}]"
        self.labels.append(
            self.random.choice(("l", "a-", "é", "x.")) + str(self.written)
        )
        self.written += 1
        return f"[^{self.labels[-1]}]"

    def label(self) -> str:
        return self.random.choice([*self.labels, "unused"])

    def inline(self, depth: int) -> str:
        draw = self.random.random()
        if draw < 0.25:
            return self.random.choice(("", "x", "word")) + self.mark(0)
        if draw < 0.3:
            return self.random.choice(WRAPPERS).format(f"t {self.mark(0)} t")
        if draw < 0.4:
            return self.random.choice(LURES).format(self.label())
        return super().inline(depth)

    def raw(self, depth: int) -> str:
        return self.random.choice(LURE_BLOCKS).format(self.label())

    def table(self, depth: int) -> str:
        """A table of any kind; what is in a caption, pandoc puts before the cells."""
        cells = [self.cell() for _ in range(4)]
        widths = [max(len(cells[0]), len(cells[2])), max(len(cells[1]), len(cells[3]))]
        kind = self.random.choice((self.pipes, self.simple, self.grid))
        return kind([cell.ljust(widths[n % 2]) for n, cell in enumerate(cells)])

    def cell(self) -> str:
        return self.random.choice(
            (
                self.key(),
                self.cluster(),
                "x",
                f"x{self.mark(0)}",
                f"`[^{self.label()}]`",
            )
        )

    @staticmethod
    def pipes(cells: list[str]) -> str:
        a, b, c, d = cells
        return f"| {a} | {b} |\n|---|---|\n| {c} | {d} |"

    @staticmethod
    def simple(cells: list[str]) -> str:
        a, b, c, d = cells
        return f"{a} {b}\n{'-' * len(a)} {'-' * len(b)}\n{c} {d}"

    @staticmethod
    def grid(cells: list[str]) -> str:
        a, b, c, d = cells
        edge = f"+-{'-' * len(a)}-+-{'-' * len(b)}-+"
        return f"{edge}\n| {a} | {b} |\n{edge}\n| {c} | {d} |\n{edge}"

    BLOCKS: ClassVar[tuple[Callable[..., str], ...]] = (
        Writer.quote,
        Writer.bullets,
        Writer.numbers,
        Writer.heading,
        Writer.code,
        Writer.definition,
        Writer.division,
        table,
        raw,
        Writer.lines,
    )
