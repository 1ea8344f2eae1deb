"""Essays: find the citations in a text and put edits back; touch nothing else."""

from loccit.essays.document import Notes, ReferenceList
from loccit.essays.essay import Essay, open_essay, read_essay
from loccit.essays.front_matter import FrontMatter, nocite_keys

__all__ = [
    "Essay",
    "FrontMatter",
    "Notes",
    "ReferenceList",
    "nocite_keys",
    "open_essay",
    "read_essay",
]
