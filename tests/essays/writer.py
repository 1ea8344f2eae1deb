"""Essays put together from a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import ClassVar


class Writer:
    """Writes Markdown that cites, from constructs in any nesting that closes what it
    opens.
    """

    KEYS = (
        "a",
        "doe99",
        "b_c",
        "x:y",
        "é1",
        "smith.2000",
        "k-1",
        "_z",
        "9a",
        "http://x/y",
    )
    LOCATORS = (
        *(
            ", p. 3",
            ", pp. 33-35, 38-39",
            " p. 3",
            "{ii, A, D-Z}",
            ", {}suffix",
            ", chap. 3 and *passim*",
            ": 12",
            ", §4",
        ),
        *(
            ", §4",
            " [x]",
            ', "q; r"',
            ", `c;`",
            " \\]",
            "'s",
            ", vii",
            ", *x; y*",
            ", $m;$",
            ", <b>t</b>",
            "",
        ),
    )
    PREFIXES = (
        *(
            "see ",
            "see *also* ",
            "cf. ",
            '"q" ',
            "`c;` ",
            "-- ",
            "e.g., ",
            "<b>t;</b> ",
            "$m;$ ",
            "\\; ",
            "[l](u;) ",
        ),
    )
    WORDS = (
        *(
            "foo",
            "bar",
            "it's",
            "e@mail.org",
            "a.b",
            "x_y",
            "Ünï",
            "1999",
            "(x)",
            "...",
            "--",
            "---",
            "&amp;",
            "&",
            "C#",
        ),
        *(
            "50%",
            "a/b",
            "“x”",
            "‘y’",
            "'z'",
            "p.",
            "Mr.",
            "\\@a",
            "\\*",
            "\\[",
            "\\\\",
            "!",
            "?",
            ";",
            "=",
            "+",
            "@",
            "@ a",
        ),
        *(
            "<http://e.org/@u>",
            "<me@e.org>",
            "\\cmd{@x}",
            "\\emph{a @b}",
            "\\ldots",
            "$@a$",
            "$x$ $y$",
            "$5",
            "`@a`",
        ),
        *(
            "``@a`` ",
            "<!-- @c -->",
            "<br/>",
            '<i title="@a">',
            "x^2^",
            "H~2~O",
            "~~s~~",
            "![i](u)",
            "[l](u)",
            "@",
            "@ a",
        ),
    )
    WRAPPERS = (
        "*%s*",
        "**%s**",
        "~~%s~~",
        '"%s"',
        "(%s)",
        "<b>%s</b>",
        "<span>%s</span>",
        "`%s`",
    )

    def __init__(self, random: Random) -> None:
        self.random = random

    def essay(self) -> str:
        return "\n\n".join(
            self.block(0) for _ in range(self.random.choice((1, 1, 2, 3)))
        )

    def key(self) -> str:
        key = self.random.choice(self.KEYS)
        return self.random.choice(
            ("@" + key,) * 6 + ("-@" + key, "@{" + key + "}", "-@{q}")
        )

    def cluster(self) -> str:
        cites = [
            (self.random.choice(self.PREFIXES) if self.random.random() < 0.4 else "")
            + self.key()
            + (self.random.choice(self.LOCATORS) if self.random.random() < 0.6 else "")
            for _ in range(self.random.choice((1, 1, 1, 2, 3)))
        ]
        return "[" + self.random.choice(("; ", "; ", ";", " ; ")).join(cites) + "]"

    def narrative(self) -> str:
        after = (
            "p. 3",
            "@b",
            "p. 3; @c",
            "see @c, p. 4; -@d",
            "x",
            "*p*; @b",
            "pp. 3-4, 5; see also @q",
        )
        bracket = f"[{self.random.choice(after)}]" if self.random.random() < 0.4 else ""
        return self.key() + (
            self.random.choice((" ", "", "\n")) + bracket if bracket else ""
        )

    def inline(self, depth: int) -> str:
        draw = self.random.random()
        if draw < 0.28:
            return self.cluster()
        if draw < 0.45:
            return self.narrative()
        if draw < 0.6 and depth < 3:
            return self.random.choice(self.WRAPPERS) % self.inlines(depth + 1)
        return self.random.choice(self.WORDS)

    def inlines(self, depth: int = 0) -> str:
        count = self.random.choice((1, 1, 2, 3) if depth else (1, 2, 3, 4, 6, 8))
        return " ".join(self.inline(depth) for _ in range(count))

    def paragraph(self) -> str:
        return (
            "So "
            + self.inlines()
            + self.random.choice(("", ".", "\nand " + self.inlines()))
        )

    def line(self) -> str:
        return self.paragraph().replace("\n", " ")

    def block(self, depth: int) -> str:
        if depth > 2 or self.random.random() < 0.4:
            return self.paragraph()
        return self.random.choice(self.BLOCKS)(self, depth)

    def blocks(self, depth: int) -> str:
        return "\n\n".join(
            self.block(depth + 1) for _ in range(self.random.choice((1, 1, 2)))
        )

    def quote(self, depth: int) -> str:
        return "> " + self.blocks(depth).replace("\n", "\n> ")

    def bullets(self, depth: int) -> str:
        return "\n".join(
            "- " + self.blocks(depth).replace("\n", "\n  ")
            for _ in range(self.random.choice((1, 2, 3)))
        )

    def numbers(self, depth: int) -> str:
        return "\n".join(
            f"{n}. " + self.blocks(depth).replace("\n", "\n    ") for n in (1, 2)
        )

    def heading(self, depth: int) -> str:
        return (
            self.random.choice(
                ("# %s", "## %s {#id .c}", "### %s #", "%s\n===", "%s\n---")
            )
            % self.line()
        )

    def code(self, depth: int) -> str:
        return (
            self.random.choice(
                ("```\n%s\n```", "~~~ {.x}\n%s\n~~~", "````py\n%s\n````")
            )
            % self.paragraph()
        )

    def definition(self, depth: int) -> str:
        return self.line() + "\n\n:   " + self.blocks(depth).replace("\n", "\n    ")

    def division(self, depth: int) -> str:
        return self.random.choice(
            ("::: c\n%s\n:::", "<div>\n\n%s\n\n</div>", "<section>\n\n%s\n\n</section>")
        ) % (self.blocks(depth))

    def table(self, depth: int) -> str:
        def cell() -> str:
            return self.random.choice((self.key(), self.cluster(), "x", "`|@b`"))

        rows = "\n".join(f"| {cell()} | {cell()} |" for _ in range(2))
        caption = self.random.choice(("", f"\n\n: So {self.key()} it is"))
        return f"| {cell()} | x |\n|---|---|\n{rows}{caption}"

    def raw(self, depth: int) -> str:
        blocks = (
            "\\begin{x}\nSo @a [@b]\n\\end{x}",
            "$$\n@a\n$$",
            "<!-- So @a [@b] -->",
            "<pre>So @a [@b]</pre>",
        )
        return self.random.choice(
            blocks if depth else (*blocks, "---\ntitle: '@a'\n---")
        )

    def lines(self, depth: int) -> str:
        return f"| {self.line()}\n| {self.line()}"

    BLOCKS: ClassVar[tuple[Callable[..., str], ...]] = (
        quote,
        bullets,
        numbers,
        heading,
        code,
        definition,
        division,
        table,
        raw,
        lines,
    )
