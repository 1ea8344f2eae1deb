"""How often loccit and citeproc-js print the same: sixty sources in a random sample of
the installed styles.

    npm install --prefix FOLDER citeproc .venv/bin/python -m
    benchmarks.against_citeproc_js --citeproc-js FOLDER [--styles 300] [--seed 1]
    [--show 20]

Every source is cited alone, later again, with locators, affixes and in clusters, and
listed in the bibliography.  Two texts are the same if readers see the same: the same
characters in the same look.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.sixty_sources import Json, citations, references  # noqa: E402
from benchmarks.styles_sweep import independent_styles  # noqa: E402
from loccit.csl import render_json  # noqa: E402
from loccit.csl.locales.installed import locales_folder  # noqa: E402

#: what tags stand for, and what looks like nothing
_LOOKS = {
    "i": "font-style:italic",
    "b": "font-weight:bold",
    "sup": "vertical-align:super",
    "sub": "vertical-align:sub",
}
_PLAIN = frozenset(["normal", "none", "baseline"])


class CiteprocJs:
    """citeproc-js in a process of its own."""

    def __init__(self, folder: Path) -> None:
        driver = Path(__file__).with_name("citeproc_js_driver.js")
        command = ["node", str(driver), str(folder.resolve()), str(locales_folder())]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def render(self, request: Json) -> Json:
        """What it prints, or `{"error": ...}`."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer: Json = json.loads(self.process.stdout.readline())
        return answer


@dataclass
class Share:
    """How many texts are the same, of how many; and those that are not."""

    same: int = 0
    of: int = 0
    differences: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, where: str, ours: str, theirs: str) -> None:
        self.of += 1
        if seen(ours) == seen(theirs):
            self.same += 1
        else:
            self.differences.append((where, ours, theirs))

    def __str__(self) -> str:
        return f"{self.same:>7,} of {self.of:>7,}  {self.same / max(self.of, 1):.2%}"


Seen = tuple[str, frozenset[tuple[str, str]]]


class _Looks(HTMLParser):
    """What readers see of HTML: its characters, each with its look; white space as
    browsers show it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[Seen] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(
            _LOOKS.get(tag)
            or next((value for _, value in attrs if value), "").rstrip(";")
        )
        if tag == "div":
            self._new_line()

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()
        if tag == "div":
            self._new_line()

    def _new_line(self) -> None:
        while self.seen and self.seen[-1][0] in " \n":
            self.seen.pop()
        self.seen.append(
            ("\n", frozenset([("div", self.open[-1] if self.open else "")]))
        )

    def handle_data(self, data: str) -> None:
        looks: dict[str, str] = {}
        for look in self.open:
            name, _, value = look.partition(":")
            looks[name] = value
        shown = frozenset(
            look for look in looks.items() if not _PLAIN.intersection(look)
        )
        for character in re.sub(r"[ \n]+", " ", data):
            if character != " ":
                self.seen.append((character, shown))
            elif self.seen[-1][0] not in " \n":
                self.seen.append((character, frozenset()))


def seen(text: str) -> list[Seen]:
    """The characters of HTML with their looks."""
    looks = _Looks()
    looks.feed(f"<div>{text.strip()}</div>")
    looks.close()
    return looks.seen


def comparisons(ours: Json, theirs: Json) -> Iterator[tuple[str, str, str, str]]:
    """Kind, name and both texts of every citation and entry."""
    for number, pair in enumerate(
        zip(ours["citations"], theirs["citations"], strict=True), start=1
    ):
        yield "citation", f"c{number}", *pair
    listed, expected = dict(ours["bibliography"]), dict(theirs["bibliography"])
    for key in dict.fromkeys([*listed, *expected]):
        entry = " ".join((expected.get(key) or "").split("\n")).strip()
        entry = entry.removeprefix('<div class="csl-entry">').removesuffix("</div>")
        yield "entry", key, listed.get(key, ""), entry
    if expected:
        yield "order", "order", " ".join(listed), " ".join(expected)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--citeproc-js", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--show",
        type=int,
        default=0,
        metavar="N",
        help="print the first N differences of each style",
    )
    arguments = parser.parse_args()
    paths = random.Random(arguments.seed).sample(independent_styles(), arguments.styles)
    peer, shares, failed = (
        CiteprocJs(arguments.citeproc_js),
        {kind: Share() for kind in ("citation", "entry", "order")},
        0,
    )
    for path in paths:
        request = {
            "style": path.read_text("utf-8"),
            "references": references(),
            "citations": citations(),
        }
        theirs = peer.render(request)
        if "error" in theirs:
            failed += 1
            print(f"{path.stem}: citeproc-js: {theirs['error']}", file=sys.stderr)
            continue
        before = {kind: len(share.differences) for kind, share in shares.items()}
        for kind, name, one, other in comparisons(render_json(request), theirs):
            shares[kind].add(f"{path.stem} {name}", one, other)
        for kind, share in shares.items():
            for where, one, other in share.differences[before[kind] :][
                : arguments.show
            ]:
                print(f"{where}\n  loccit      {one}\n  citeproc-js {other}")
    print(
        f"{arguments.styles} styles (seed {arguments.seed}), {failed} of which citeproc-js does not take"
    )
    for kind, share in shares.items():
        print(f"{kind:<10} {share}")


if __name__ == "__main__":
    main()
