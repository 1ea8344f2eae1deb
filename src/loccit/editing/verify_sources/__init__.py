"""Verify the sources of a library, and those that an essay cites: what the services of
`loccit.lookup` say of each, in words, with fixes for the library's files.
"""

from loccit.editing.verify_sources.as_json import as_json
from loccit.editing.verify_sources.cited_work import CitedWork
from loccit.editing.verify_sources.findings import findings_of, in_words
from loccit.editing.verify_sources.verified import Verified, Verifying
from loccit.editing.verify_sources.verifier import Verifier
from loccit.editing.verify_sources.works import works_of_essay, works_of_library

__all__ = [
    "CitedWork",
    "Verified",
    "Verifier",
    "Verifying",
    "as_json",
    "findings_of",
    "in_words",
    "works_of_essay",
    "works_of_library",
]
