"""The bibliography of a document that is edited: the entries that a change can change."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import dataclass
from loccit.csl.citations.entries import entry_state, set_entries
from loccit.csl.citations.renderings import Rendered
from loccit.csl.output_tree import is_empty
from loccit.csl.processor import Document
from loccit.csl.text.typeset import typeset
from loccit.model import RichText


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the bibliography and what it was set by.

    Attributes:
        above: the rendering of the entry above, if it matters.
        text: None if nothing is printed.
    """

    rendered: Rendered
    above: Rendered | None
    text: RichText | None


class Entries:
    """Keeps the texts of the entries.

    An entry also depends on the one above, if the style substitutes repeated authors.

    Attributes:
        order: the keys of the entries that are printed.
    """

    def __init__(self, document: Document, *, link: bool) -> None:
        self.order: tuple[str, ...] = ()
        self._unprinted: set[str] = set()
        self._document = document
        self._link = link
        self._substitutes = document.style.author_substitute is not None
        self._entries: dict[str, _Entry] = {}

    def texts(self) -> Iterator[tuple[str, RichText]]:
        """The entries that are printed, by key and in order."""
        for key in self.order:
            text = self._entries[key].text
            assert text is not None
            yield key, text

    def update(self, keys: set[str]) -> dict[str, RichText]:
        """Set the entries of sources again; return the texts that are new or changed."""
        if self._document.style.bibliography is None:
            return {}
        for key in keys - self._document.renderer.numbers.keys():
            self._entries.pop(key, None)
            self._unprinted.discard(key)
        changed: dict[str, RichText] = {}
        for key in self._with_next(keys):
            old = self._entries.get(key)
            entry = self._entries[key] = self._renewed(key, old)
            if entry.text is None:
                self._unprinted.add(key)
                continue
            self._unprinted.discard(key)
            if old is None or entry.text != old.text:
                changed[key] = entry.text
        return changed

    def put_in_order(self) -> bool:
        """Find the order of the entries again; return whether it is another one."""
        if self._document.style.bibliography is None:
            return False
        keys = self._document.keys
        if self._unprinted:
            keys = [key for key in keys if key not in self._unprinted]
        old, self.order = self.order, tuple(keys)
        return self.order != old

    def _with_next(self, keys: set[str]) -> Iterator[str]:
        """The keys that are listed, in order, and those whose entries follow theirs."""
        listed, numbers = self._document.keys, self._document.renderer.numbers
        for key in sorted(numbers.keys() & keys, key=numbers.__getitem__):
            yield key
            number = numbers[key]
            while self._substitutes and number < len(listed):
                yield listed[number]
                if self._is_printed(listed[number]):
                    break
                number += 1

    def _renewed(self, key: str, entry: _Entry | None) -> _Entry:
        rendered, above = self._rendered(key), self._above(key)
        above_rendered = None if above is None else self._rendered(above)
        if (
            entry is not None
            and entry.rendered is rendered
            and entry.above is above_rendered
        ):
            return entry
        return _Entry(rendered, above_rendered, self._text(key, above))

    def _rendered(self, key: str) -> Rendered:
        state = entry_state(self._document.states[key])
        return self._document.renderer.entry(key, state)

    def _is_printed(self, key: str) -> bool:
        return not is_empty(self._rendered(key).output)

    def _above(self, key: str) -> str | None:
        """The key of the printed entry above, if it matters."""
        if not self._substitutes:
            return None
        number = self._document.renderer.numbers[key] - 1
        while number:
            number -= 1
            above = self._document.keys[number]
            if self._is_printed(above):
                return above
        return None

    def _text(self, key: str, above: str | None) -> RichText | None:
        """The text of an entry after another; None if nothing is printed."""
        document = self._document
        keys = [key] if above is None else [above, key]
        output = set_entries(document.renderer, keys, document.states).get(key)
        if output is None:
            return None
        return typeset(output, document.locale, addresses=self._link)
