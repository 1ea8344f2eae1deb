"""Find citations in essays, and put edits back; all else stays as it is."""

from loccit.essays.document import Document, FrontMatter, Notes, ReferenceList
from loccit.essays.essay import Essay, open_essay, read_essay
from loccit.essays.front_matter import nocite_keys

__all__ = [
    "Document",
    "Essay",
    "FrontMatter",
    "Notes",
    "ReferenceList",
    "nocite_keys",
    "open_essay",
    "read_essay",
]
