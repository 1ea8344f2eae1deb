"""Complete settings in front matter: styles, languages, and files of sources."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit import csl
from loccit._startup.regex import regex
from loccit.bibliography.formats import is_known
from loccit.drafting.completion.completion import Completion, Completions
from loccit.drafting.completion.front_matter import is_in_front_matter
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.essays.formats import by_extension
from loccit.model import Span

#: How many are offered; typing more finds others.
_MOST = 100
#: A setting of YAML or TOML that ends at the cursor, and the items of its list before.
_SETTING = regex(
    r"^(?P<name>csl|lang|bibliography)[ \t]*[:=](?:[ \t]*|[ \t]*\[(?:[^\n\[\]]*,)?[ \t]*"
    r"|[ \t]*\n(?:[ \t]*-[^\n]*\n)*[ \t]*-[ \t]+)[\"']?(?P<typed>[^\s\"',\[\]]*)\Z",
    re.MULTILINE,
)
_REST = regex(r"[^\s\"',\[\]]*")
#: How many files are looked at.
_MOST_FILES = 2000


def complete_setting(essay: OpenEssay, offset: int) -> Completions | None:
    """Return the values that a setting may have; None where none is typed."""
    if not is_in_front_matter(essay, offset):
        return None
    begun = _SETTING.search(essay.text, 0, offset)
    if begun is None:
        return None
    typed = begun["typed"]
    rest = _REST.match(essay.text, offset)
    span = Span(offset - len(typed), rest.end() if rest else offset)
    items = [*_VALUES[begun["name"]](essay, typed)]
    return Completions(items[:_MOST], typed, span, len(items) <= _MOST)


def _styles(essay: OpenEssay, typed: str) -> Iterator[Completion]:
    """Yield the styles whose ids have all that is typed, those that begin so first."""
    meant = csl.style_of_name(typed)
    words = typed.casefold().split("-")
    ids = [each for each in csl.style_ids() if all(word in each for word in words)]
    ids.sort(key=lambda each: (not each.startswith(typed), len(each)))
    likeliest = [meant] if meant else []
    for style in [*dict.fromkeys([*likeliest, *ids])][: _MOST + 1]:
        yield Completion("style", style, style, detail=csl.style_info(style).title)


def _languages(essay: OpenEssay, typed: str) -> Iterator[Completion]:
    for tag in csl.locale_tags():
        yield Completion("language", tag, tag)


def _files(essay: OpenEssay, typed: str) -> Iterator[Completion]:
    """Yield the files of sources beside the essay and below, as it would name them."""
    for path in _walked(essay.path.parent):
        if is_known(path.suffix) and by_extension(path.suffix) is None:
            name = path.relative_to(essay.path.parent).as_posix()
            yield Completion("file", name, name)


def _walked(folder: Path) -> Sequence[Path]:
    """Return the files in a folder and below, hidden ones left out."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found += [Path(place, file) for file in sorted(files) if file[0] != "."]
        if len(found) > _MOST_FILES:
            break
    return found


_VALUES: Mapping[str, Callable[[OpenEssay, str], Iterator[Completion]]] = {
    "csl": _styles,
    "lang": _languages,
    "bibliography": _files,
}
