"""Find the list of sources in an essay, and take it apart into entries."""

from loccit.recognize.source_list.find import find_list
from loccit.recognize.source_list.found import FoundList, ListEntry

__all__ = ["FoundList", "ListEntry", "find_list"]
