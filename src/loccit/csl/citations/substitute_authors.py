"""What stands for authors who repeat those of the entry above (CSL 1.0.2, "Reference
Grouping").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from loccit._startup.dataclass import replace
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import PLAIN, Node, Output, edit_first, find, walk, without
from loccit.csl.text.typeset import plain_text


def substitute_authors(
    entries: Iterable[tuple[str, Output]], text: str, rule: str, locale: Locale
) -> dict[str, Output]:
    """Key to entry, with `text` in place of the first names of an entry where they are
    those of the one before.
    """
    changed: dict[str, Output] = {}
    before: tuple[str, list[str]] = ("", [])
    for key, output in entries:
        names = find(output, "names")
        if names is None:
            before = ("", [])
            changed[key] = output
            continue
        whole, single = (
            _plain(without(names, "label"), locale),
            [_plain(name, locale) for name in _names(names)],
        )
        now = (whole, single)
        changed[key] = edit_first(
            output,
            ("names",),
            partial(_replaced, text=text, rule=rule, before=before, now=now),
        )
        before = now
    return changed


def _plain(output: Output, locale: Locale) -> str:
    node = replace(output, formatting=PLAIN) if isinstance(output, Node) else output
    return plain_text(node, locale)


def _names(node: Node) -> list[Node]:
    return [inner for inner in walk(node) if inner.tag == "name"]


def _replaced(
    node: Node,
    text: str,
    rule: str,
    before: tuple[str, list[str]],
    now: tuple[str, list[str]],
) -> Output:
    if rule.startswith("complete") or not now[1]:
        if before[0] != now[0]:
            return node
        return (
            _each(node, text, len(now[1]))
            if rule == "complete-each" and now[1]
            else _whole(node, text)
        )
    same = 0
    for old, new in zip(before[1], now[1], strict=False):
        if old != new:
            break
        same += 1
    return (
        _each(node, text, min(same, 1) if rule == "partial-first" else same)
        if same
        else node
    )


def _whole(node: Node, text: str) -> Output:
    """The names alone are replaced; a label and the affixes stay."""
    if find(node, "name") is None:
        return replace(node, children=(text,))
    return _swap_lists(node, text)


def _swap_lists(node: Node, text: str) -> Output:
    done = False

    def swap(output: Output) -> Output:
        nonlocal done
        if isinstance(output, str):
            return output
        if any(
            isinstance(child, Node) and child.tag == "name" for child in output.children
        ):
            if done:
                return Node(())
            done = True
            return replace(output, children=(text,))
        return replace(output, children=tuple(map(swap, output.children)))

    return swap(node)


def _each(node: Node, text: str, count: int) -> Output:
    left = count

    def swap(output: Output) -> Output:
        nonlocal left
        if isinstance(output, str):
            return output
        if output.tag == "name" and left:
            left -= 1
            return Node((text,), tag="name")
        return replace(output, children=tuple(map(swap, output.children)))

    return swap(node)
