"""Sixty sources of all types, cited in every mode, in every independent style and every
locale it declares.

    .venv/bin/python -m benchmarks.styles_sweep [--styles N] [--seed 1]

Prints how many styles there were, how many texts, and what went wrong: an exception, or
HTML that is not well-formed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.sixty_sources import citations, narrative_citations, references  # noqa: E402
from loccit.csl import render_json  # noqa: E402
from loccit.csl.locales.installed import styles_folder  # noqa: E402

_LOCALE = re.compile(r'<locale\s[^>]*xml:lang="([^"]+)"')
_DEFAULT = re.compile(r'<style\s[^>]*default-locale="([^"]+)"')


@dataclass(frozen=True)
class Tried:
    """What came of one style."""

    style: str
    locales: int
    texts: int
    faults: tuple[str, ...]


def independent_styles() -> list[Path]:
    """The installed styles that are no mere names of others, sorted."""
    return sorted(styles_folder().glob("*.csl"))


def declared_locales(style: str) -> list[str]:
    """The style's own locale, and those whose terms it changes; en-US if it names none."""
    return list(dict.fromkeys([*_DEFAULT.findall(style), *_LOCALE.findall(style)])) or [
        "en-US"
    ]


def ill_formed(texts: list[str]) -> Iterator[str]:
    """Of HTML texts, those that are not well-formed."""
    for text in texts:
        try:
            etree.fromstring(f"<div>{text}</div>")
        except etree.XMLSyntaxError as error:
            yield f"{error}: {text}"


def try_style(path: Path) -> Tried:
    """Renders everything in a style, in all its locales."""
    style, texts, faults = path.read_text("utf-8"), 0, list[str]()
    locales = declared_locales(style)
    request = {
        "style": style,
        "references": references(),
        "citations": citations() + narrative_citations(),
    }
    for locale in locales:
        try:
            answer = render_json({**request, "lang": locale})
        except Exception as error:  # whatever it is, it is what we are looking for
            faults.append(f"{path.stem} ({locale}): {type(error).__name__}: {error}")
            continue
        printed = answer["citations"] + [entry for _, entry in answer["bibliography"]]
        texts += len(printed)
        faults += [f"{path.stem} ({locale}): {fault}" for fault in ill_formed(printed)]
    return Tried(path.stem, len(locales), texts, tuple(faults))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument(
        "--styles", type=int, help="a random sample of so many; all unless told"
    )
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    paths = independent_styles()
    if arguments.styles:
        paths = random.Random(arguments.seed).sample(paths, arguments.styles)
    started = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        tried = list(pool.map(try_style, paths, chunksize=4))
    faults = [fault for one in tried for fault in one.faults]
    for fault in faults:
        print(fault)
    print(f"{'styles':<24}{len(tried):>10,}")
    print(f"{'styles with locales':<24}{sum(one.locales for one in tried):>10,}")
    print(f"{'citations and entries':<24}{sum(one.texts for one in tried):>10,}")
    print(f"{'faults':<24}{len(faults):>10,}")
    print(f"{time.monotonic() - started:.0f} seconds", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
