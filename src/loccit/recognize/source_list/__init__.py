"""Find the list of sources in an essay, and take it apart into entries."""

from loccit.recognize.source_list.find import FoundList, ListEntry, find_list

__all__ = ["FoundList", "ListEntry", "find_list"]
