"""The parts of a package: XML by name, read when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from loccit.errors import UnreadableFile
from loccit.essays.packages.declare_prefixes import declare_prefixes
from loccit.essays.packages.xml_part import XmlPart, XmlText
from loccit.model import Place


class Archive(Protocol):
    """What a package needs of an archive: see `ZipArchive`."""

    @property
    def data(self) -> bytes: ...
    @property
    def path(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...

    def read(self, name: str) -> bytes:
        """Return the content of a member."""

    def with_members(self, contents: Mapping[str, bytes]) -> Archive:
        """Return the archive with other contents of some members, and with new ones."""


class Package:
    """An archive of XML parts."""

    def __init__(self, archive: Archive, prefixes: Mapping[str, str]) -> None:
        """Prepare to read the parts of an archive.

        Args:
            archive: the archive.
            prefixes: the prefix of each namespace that is known to the format.
        """
        self.archive = archive
        self._prefixes = prefixes
        self._parts: dict[str, XmlPart] = {}

    @property
    def path(self) -> str:
        """The name of the file."""
        return self.archive.path

    def find(self, name: str) -> str | None:
        """Return the name of a part as the archive has it.

        Names are alike in whatever case (ECMA-376, Part 2, section 6.2.2.3), and some
        programs begin them with a slash or write backslashes.
        """
        return self._names.get(_canonical(name))

    def xml(self, name: str) -> XmlPart:
        """Return a part by its name in the archive.

        Raises:
            UnreadableFile: it is missing, or can't be read.
        """
        found = self.find(name)
        if found not in self._parts:
            if found is None:
                raise UnreadableFile(
                    f"This document has no part `{name}`.",
                    place=Place(self.path),
                    advice="Open it in the program that wrote it, and save it again.",
                )
            data = self.archive.read(found)
            self._parts[found] = XmlPart(data, found, self.path, self._prefixes)
        return self._parts[found]

    def with_texts(self, texts: Mapping[str, str]) -> Package:
        """Return the package with other texts of some parts, and with new parts."""
        contents = {}
        for name, text in texts.items():
            found = self.find(name)
            if found is None:
                contents[name] = XmlText(text, "utf-8").data
            else:
                contents[found] = self.xml(name).with_text(text)
        return type(self)(self.archive.with_members(contents), self._prefixes)

    def with_prefixes(self, xml: str, name: str) -> str:
        """Return XML that goes into a part with the prefixes that the part lacks."""
        if self.find(name) is None:
            return xml
        part = self.xml(name)
        start_tag = part.text[part.root.start : part.root.inner.start]
        return declare_prefixes(xml, start_tag, self._prefixes)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {_canonical(name): name for name in self.archive.names}


def _canonical(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
